/* SPDX-License-Identifier: GPL-3.0-or-later */
/* family add / show / split / join / change-head / move / issued / waiting. */
#include "tools/cli.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/nik.h"
#include "wire/change.h"
#include <glib/gi18n.h>
#include <stdio.h>

static int
print_family (PamongCli *cli, PamongStore *store, const char *uid, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongFamilyCard) card = pamong_store_card (store, uid, &error);
  JsonBuilder *b;

  if (card == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  pamong_cli_put_family (b, store, card, findings);
  return pamong_cli_print (cli, b);
}

static gboolean
read_papers (PamongCli *cli, PamongPapers *papers, char **filed, char **issued, GError **error)
{
  if (!pamong_cli_date (cli, "filed", filed, error) || !pamong_cli_date (cli, "issued", issued, error))
    return FALSE;
  papers->form = pamong_cli_flag (cli, "form");
  papers->filed = *filed;
  papers->kk_number = pamong_cli_flag (cli, "kk");
  papers->issued = *issued;
  return TRUE;
}

/* Address from --address, --dusun, --rw, --rt; NULL when none is given. */
static PamongRecord *
read_address (PamongCli *cli, const PamongRecord *from, GError **error)
{
  static const struct { const char *flag; int field; } FLAGS[] = {
    { "address", PAMONG_FAMILY_ADDRESS }, { "dusun", PAMONG_FAMILY_DUSUN }, { "rw", PAMONG_FAMILY_RW }, { "rt", PAMONG_FAMILY_RT }
  };
  g_autoptr (PamongRecord) address = pamong_record_copy (from);

  for (guint i = 0; i < G_N_ELEMENTS (FLAGS); i++)
    if (pamong_cli_flag (cli, FLAGS[i].flag) != NULL && !pamong_record_parse (address, FLAGS[i].field, pamong_cli_flag (cli, FLAGS[i].flag), error))
      return NULL;
  return g_steal_pointer (&address);
}

static int
add (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *json = NULL;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "family add FILE.json");
  if (!g_file_get_contents (pamong_cli_arg (cli, 0), &json, NULL, NULL))
    return pamong_cli_usage (cli, _("The file cannot be read. Check its name and folder."));
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  card = pamong_card_from_json (json, pamong_store_area (pamong_office_store (office)), &error);
  if (card == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_register_family (office, card, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_family (cli, pamong_office_store (office), card->family->uid, findings);
}

static int
show (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongRecord) family = NULL;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "family show KK|UID");
  store = pamong_cli_open (cli, TRUE, &error);
  family = store != NULL ? pamong_cli_find_family (store, pamong_cli_arg (cli, 0), &error) : NULL;
  if (family == NULL)
    return pamong_cli_fail (cli, error);
  return print_family (cli, store, family->uid, NULL);
}

/* The uids of every resident named after `from` on the command line. */
static GStrv
read_members (PamongCli *cli, guint from, PamongStore *store, GError **error)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  for (guint i = from; i < cli->args->len; i++)
    {
      g_autoptr (PamongRecord) member = pamong_cli_find_resident (store, cli->args->pdata[i], error);
      if (member == NULL)
        return NULL;
      g_strv_builder_add (uids, member->uid);
    }
  return g_strv_builder_end (uids);
}

static int
split (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_auto (GStrv) members = NULL;
  g_autoptr (PamongRecord) head = NULL;
  g_autoptr (PamongRecord) old = NULL;
  g_autoptr (PamongRecord) address = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *family_uid = NULL;
  g_autofree char *filed = NULL;
  g_autofree char *issued = NULL;
  PamongPapers papers = { 0 };

  if (cli->args->len == 0)
    return pamong_cli_usage (cli, "family split UID|NIK … [--head UID|NIK] [--form F --filed DATE] [--kk NUMBER --issued DATE] [--address A --dusun D --rw N --rt N] [--reason TEXT]");
  office = pamong_cli_office (cli, TRUE, &error);
  members = office != NULL ? read_members (cli, 0, pamong_office_store (office), &error) : NULL;
  head = members != NULL ? pamong_cli_find_resident (pamong_office_store (office), pamong_cli_flag (cli, "head") != NULL ? pamong_cli_flag (cli, "head") : members[0], &error) : NULL;
  if (head == NULL)
    return pamong_cli_fail (cli, error);
  old = pamong_record_text (head, PAMONG_RESIDENT_FAMILY_UID) != NULL ? pamong_store_get (pamong_office_store (office), PAMONG_KIND_FAMILY, pamong_record_text (head, PAMONG_RESIDENT_FAMILY_UID), &error) : NULL;
  address = old != NULL ? read_address (cli, old, &error) : NULL;
  if (error != NULL || !read_papers (cli, &papers, &filed, &issued, &error))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_split_family (office, (const char *const *) members, head->uid, NULL, address, &papers, pamong_cli_flag (cli, "reason"), &family_uid, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_family (cli, pamong_office_store (office), family_uid, findings);
}

static int
join (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *filed = NULL;
  g_autofree char *issued = NULL;
  PamongPapers papers = { 0 };
  int shdk = pamong_cli_flag (cli, "shdk") != NULL ? pamong_codes_parse ("shdk", pamong_cli_flag (cli, "shdk")) : 0;

  if (cli->args->len != 2 || shdk == 0)
    return pamong_cli_usage (cli, "family join UID|NIK KK|UID --shdk CODE [--form F --filed DATE] [--reason TEXT]");
  office = pamong_cli_office (cli, TRUE, &error);
  resident = office != NULL ? pamong_cli_find_resident (pamong_office_store (office), pamong_cli_arg (cli, 0), &error) : NULL;
  family = resident != NULL ? pamong_cli_find_family (pamong_office_store (office), pamong_cli_arg (cli, 1), &error) : NULL;
  if (family == NULL || !read_papers (cli, &papers, &filed, &issued, &error))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_join_family (office, resident->uid, family->uid, shdk, &papers, pamong_cli_flag (cli, "reason"), &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_family (cli, pamong_office_store (office), family->uid, findings);
}

static int
change_head (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (PamongRecord) head = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *filed = NULL;
  g_autofree char *issued = NULL;
  PamongPapers papers = { 0 };
  int old_shdk = pamong_cli_flag (cli, "old-shdk") != NULL ? pamong_codes_parse ("shdk", pamong_cli_flag (cli, "old-shdk")) : 0;

  if (cli->args->len != 2)
    return pamong_cli_usage (cli, "family change-head KK|UID UID|NIK [--old-shdk CODE] [--form F --filed DATE] [--kk NUMBER --issued DATE] [--reason TEXT]");
  office = pamong_cli_office (cli, TRUE, &error);
  family = office != NULL ? pamong_cli_find_family (pamong_office_store (office), pamong_cli_arg (cli, 0), &error) : NULL;
  head = family != NULL ? pamong_cli_find_resident (pamong_office_store (office), pamong_cli_arg (cli, 1), &error) : NULL;
  if (head == NULL || !read_papers (cli, &papers, &filed, &issued, &error))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_change_head (office, family->uid, head->uid, old_shdk, &papers, pamong_cli_flag (cli, "reason"), &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_family (cli, pamong_office_store (office), family->uid, findings);
}

static int
move (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (PamongRecord) address = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *date = NULL;

  if (cli->args->len != 1)
    return pamong_cli_usage (cli, "family move KK|UID [--address A] [--dusun D] [--rw N] [--rt N] [--date DATE] [--reason TEXT]");
  if (!pamong_cli_date (cli, "date", &date, &error))
    return pamong_cli_fail (cli, error);
  office = pamong_cli_office (cli, TRUE, &error);
  family = office != NULL ? pamong_cli_find_family (pamong_office_store (office), pamong_cli_arg (cli, 0), &error) : NULL;
  address = family != NULL ? read_address (cli, family, &error) : NULL;
  if (address == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_move_house (office, family->uid, address, date, pamong_cli_flag (cli, "reason"), &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_family (cli, pamong_office_store (office), family->uid, findings);
}

static int
issued (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *date = NULL;

  if (cli->args->len != 1 || pamong_cli_flag (cli, "issued") == NULL || pamong_cli_flag (cli, "kk") == NULL)
    return pamong_cli_usage (cli, "family issued KK|UID --kk NUMBER --issued DATE");
  if (!pamong_cli_date (cli, "issued", &date, &error))
    return pamong_cli_fail (cli, error);
  office = pamong_cli_office (cli, TRUE, &error);
  family = office != NULL ? pamong_cli_find_family (pamong_office_store (office), pamong_cli_arg (cli, 0), &error) : NULL;
  if (family == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_document_issued (office, family->uid, pamong_cli_flag (cli, "kk"), date, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_family (cli, pamong_office_store (office), family->uid, findings);
}

static void
add_waiting (JsonBuilder *b, PamongStore *store, const PamongRecord *event)
{
  const char *family_uid = pamong_record_text (event, PAMONG_EVENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = family_uid != NULL ? pamong_store_card (store, family_uid, NULL) : NULL;
  const PamongRecord *head = card != NULL ? pamong_family_card_head (card) : NULL;

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "event", event->uid);
  pamong_cli_put_int (b, "type", pamong_record_int (event, PAMONG_EVENT_TYPE));
  pamong_cli_put_text (b, "family", family_uid);
  pamong_cli_put_text (b, "head", head != NULL ? pamong_record_text (head, PAMONG_RESIDENT_NAME) : NULL);
  pamong_cli_put_text (b, "form", pamong_record_text (event, PAMONG_EVENT_FORM));
  pamong_cli_put_text (b, "filed", pamong_record_text (event, PAMONG_EVENT_FILED));
  pamong_cli_put_text (b, "date", pamong_record_text (event, PAMONG_EVENT_DATE));
  json_builder_end_object (b);
}

static int
waiting (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (GPtrArray) events = store != NULL ? pamong_store_waiting (store, &error) : NULL;
  JsonBuilder *b;

  if (events == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (events->len);
  for (guint i = 0; i < events->len; i++)
    add_waiting (b, store, events->pdata[i]);
  return pamong_cli_print_list (cli, b);
}

const PamongCommand pamong_commands_family[] = {
  { "family add", "FILE.json [--accept RULE=REASON]", NULL, add },
  { "family show", "KK|UID", NULL, show },
  { "family split", "UID|NIK … [--head UID|NIK] [--form F --filed DATE] [--kk NUMBER --issued DATE] [--address A] [--dusun D] [--rw N] [--rt N] [--reason TEXT] [--accept RULE=REASON]", NULL, split },
  { "family join", "UID|NIK KK|UID --shdk CODE [--form F --filed DATE] [--kk NUMBER --issued DATE] [--reason TEXT] [--accept RULE=REASON]", NULL, join },
  { "family change-head", "KK|UID UID|NIK [--old-shdk CODE] [--form F --filed DATE] [--kk NUMBER --issued DATE] [--reason TEXT] [--accept RULE=REASON]", NULL, change_head },
  { "family move", "KK|UID [--address A] [--dusun D] [--rw N] [--rt N] [--date DATE] [--reason TEXT] [--accept RULE=REASON]", NULL, move },
  { "family issued", "KK|UID --kk NUMBER --issued DATE [--accept RULE=REASON]", NULL, issued },
  { "family waiting", "", NULL, waiting },
  { NULL, NULL, NULL, NULL }
};
