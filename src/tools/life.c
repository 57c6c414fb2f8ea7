/* SPDX-License-Identifier: GPL-3.0-or-later */
/* family marry / divorce / adopt, resident correct-nik, undo list / act. */
#include "office/life.h"
#include "domain/codes.h"
#include "office/undo.h"
#include "tools/cli.h"
#include <glib/gi18n.h>

/* What every act here begins with. */
typedef struct {
  PamongOffice *office;
  PamongStore *store;
  PamongRecord *first, *second; /* residents */
  GPtrArray *findings;
  char *date, *filed, *issued;
  PamongPapers papers;
} Life;

static void
clear_life (Life *life)
{
  g_clear_pointer (&life->first, pamong_record_free);
  g_clear_pointer (&life->second, pamong_record_free);
  g_clear_pointer (&life->findings, g_ptr_array_unref);
  g_clear_pointer (&life->office, pamong_office_close);
  g_free (life->date);
  g_free (life->filed);
  g_free (life->issued);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Life, clear_life)

/* @two: the second word of the command is a resident too. */
static gboolean
begin (PamongCli *cli, Life *life, gboolean two, GError **error)
{
  if (!pamong_cli_date (cli, "date", &life->date, error) || !pamong_cli_date (cli, "filed", &life->filed, error) || !pamong_cli_date (cli, "issued", &life->issued, error))
    return FALSE;
  life->papers = (PamongPapers) { pamong_cli_flag (cli, "form"), life->filed, pamong_cli_flag (cli, "kk"), life->issued };
  life->office = pamong_cli_office (cli, TRUE, error);
  if (life->office == NULL)
    return FALSE;
  life->store = pamong_office_store (life->office);
  life->first = pamong_cli_find_resident (life->store, pamong_cli_arg (cli, 0), error);
  if (life->first == NULL || !two)
    return life->first != NULL;
  life->second = pamong_cli_find_resident (life->store, pamong_cli_arg (cli, 1), error);
  return life->second != NULL;
}

static int
print_residents (PamongCli *cli, Life *life, const char *family_uid)
{
  const PamongRecord *people[] = { life->first, life->second };
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "family", family_uid);
  json_builder_set_member_name (b, "items");
  json_builder_begin_array (b);
  for (guint i = 0; i < G_N_ELEMENTS (people) && people[i] != NULL; i++)
    {
      g_autoptr (PamongRecord) now = pamong_store_get (life->store, PAMONG_KIND_RESIDENT, people[i]->uid, NULL);

      if (now != NULL)
        pamong_cli_put_resident (b, life->store, now, i == 0 ? life->findings : NULL);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
marry (PamongCli *cli)
{
  static const char *const households[] = { "same", "new", "first", "second", NULL };
  const char *household = pamong_cli_flag (cli, "household") != NULL ? pamong_cli_flag (cli, "household") : "same";
  g_auto (Life) life = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *family_uid = NULL;
  PamongMarriage marriage;

  if (cli->args->len != 2 || !g_strv_contains (households, household))
    return pamong_cli_usage (cli, "family marry UID|NIK UID|NIK [--household same|new|first|second] [--cert NO] [--date DATE] [--reason TEXT]");
  if (!begin (cli, &life, TRUE, &error))
    return pamong_cli_fail (cli, error);
  marriage = (PamongMarriage) { .certificate = pamong_cli_flag (cli, "cert"), .date = life.date, .papers = &life.papers };
  while (!g_str_equal (households[marriage.household], household))
    marriage.household++;
  if (pamong_cli_flag (cli, "shdk") != NULL)
    marriage.shdk = pamong_codes_parse ("shdk", pamong_cli_flag (cli, "shdk"));
  if (!pamong_office_marry (life.office, life.first->uid, life.second->uid, &marriage, pamong_cli_flag (cli, "reason"), &family_uid, &life.findings, &error))
    return pamong_cli_refused (cli, life.findings, error);
  return print_residents (cli, &life, family_uid);
}

static int
divorce (PamongCli *cli)
{
  g_auto (Life) life = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) leaver = NULL;
  g_autofree char *family_uid = NULL;

  if (cli->args->len < 1 || cli->args->len > 2)
    return pamong_cli_usage (cli, "family divorce UID|NIK [UID|NIK] [--leaver UID|NIK] [--cert NO] [--date DATE] [--reason TEXT]");
  if (!begin (cli, &life, cli->args->len == 2, &error)
      || (pamong_cli_flag (cli, "leaver") != NULL && (leaver = pamong_cli_find_resident (life.store, pamong_cli_flag (cli, "leaver"), &error)) == NULL))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_divorce (life.office, life.first->uid, life.second != NULL ? life.second->uid : NULL, pamong_cli_flag (cli, "cert"), life.date,
                              leaver != NULL ? leaver->uid : NULL, &life.papers, pamong_cli_flag (cli, "reason"), &family_uid, &life.findings, &error))
    return pamong_cli_refused (cli, life.findings, error);
  return print_residents (cli, &life, family_uid);
}

static int
adopt (PamongCli *cli)
{
  g_auto (Life) life = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) family = NULL;

  if (cli->args->len != 2)
    return pamong_cli_usage (cli, "family adopt UID|NIK KK|UID [--date DATE] [--form F --filed DATE] [--reason TEXT]");
  if (!begin (cli, &life, FALSE, &error) || (family = pamong_cli_find_family (life.store, pamong_cli_arg (cli, 1), &error)) == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_adopt_child (life.office, life.first->uid, family->uid, life.date, &life.papers, pamong_cli_flag (cli, "reason"), &life.findings, &error))
    return pamong_cli_refused (cli, life.findings, error);
  return print_residents (cli, &life, family->uid);
}

static int
correct_nik (PamongCli *cli)
{
  g_auto (Life) life = { NULL };
  g_autoptr (GError) error = NULL;

  if (cli->args->len != 2)
    return pamong_cli_usage (cli, "resident correct-nik UID|NIK NIK [--reason TEXT]");
  if (!begin (cli, &life, FALSE, &error))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_correct_nik (life.office, life.first->uid, pamong_cli_arg (cli, 1), pamong_cli_flag (cli, "reason"), &life.findings, &error))
    return pamong_cli_refused (cli, life.findings, error);
  return print_residents (cli, &life, NULL);
}

static void
add_event (JsonBuilder *b, PamongStore *store, const PamongRecord *event)
{
  g_auto (GStrv) effect = pamong_office_undo_effect (store, event->uid, NULL);

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "event", event->uid);
  pamong_cli_put_int (b, "type", pamong_record_int (event, PAMONG_EVENT_TYPE));
  pamong_cli_put_text (b, "date", pamong_record_text (event, PAMONG_EVENT_DATE));
  json_builder_set_member_name (b, "effect");
  json_builder_begin_array (b);
  for (guint i = 0; effect != NULL && effect[i] != NULL; i++)
    json_builder_add_string_value (b, effect[i]);
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static int
list_undoable (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongRecord) subject = NULL;
  g_autoptr (GPtrArray) events = NULL;
  JsonBuilder *b;

  if (cli->args->len != 1)
    return pamong_cli_usage (cli, "undo list UID|NIK|KK");
  store = pamong_cli_open (cli, TRUE, &error);
  subject = store != NULL ? pamong_store_resident (store, pamong_cli_arg (cli, 0), NULL) : NULL;
  if (store != NULL && subject == NULL)
    subject = pamong_cli_find_family (store, pamong_cli_arg (cli, 0), &error);
  events = subject != NULL ? pamong_office_undoable (store, subject->uid, &error) : NULL;
  if (events == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (events->len);
  for (guint i = 0; i < events->len; i++)
    add_event (b, store, g_ptr_array_index (events, i));
  return pamong_cli_print_list (cli, b);
}

static int
undo (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  JsonBuilder *b;

  if (cli->args->len != 1 || pamong_cli_flag (cli, "reason") == NULL)
    return pamong_cli_usage (cli, "undo act EVENT --reason TEXT");
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_undo (office, pamong_cli_arg (cli, 0), pamong_cli_flag (cli, "reason"), &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "event", pamong_cli_arg (cli, 0));
  pamong_cli_put_findings (b, findings);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

#define PAPERS "[--form F --filed DATE] [--kk NUMBER --issued DATE] [--reason TEXT] [--accept RULE=REASON]"

const PamongCommand pamong_commands_life[] = {
  { "family marry", "UID|NIK UID|NIK [--household same|new|first|second] [--shdk CODE] [--cert NO] [--date DATE] " PAPERS, NULL, marry },
  { "family divorce", "UID|NIK [UID|NIK] [--leaver UID|NIK] [--cert NO] [--date DATE] " PAPERS, NULL, divorce },
  { "family adopt", "UID|NIK KK|UID [--date DATE] " PAPERS, NULL, adopt },
  { "resident correct-nik", "UID|NIK NIK [--reason TEXT] [--accept RULE=REASON]", NULL, correct_nik },
  { "undo list", "UID|NIK|KK", NULL, list_undoable },
  { "undo act", "EVENT --reason TEXT [--accept RULE=REASON]", NULL, undo },
  { NULL, NULL, NULL, NULL }
};
