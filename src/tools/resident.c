/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resident add / edit / show / list / remove / put-back / confirm / history. */
#include "tools/cli.h"
#include "domain/clock.h"
#include "domain/nik.h"
#include "office/imports.h"
#include "office/inject.h"
#include "store/history.h"
#include "store/search.h"
#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_LIMIT 50

static gboolean
set_fields (PamongCli *cli, PamongRecord *resident, PamongStore *store, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "f");

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      g_auto (GStrv) pair = g_strsplit (given->pdata[i], "=", 2);
      const PamongField *field = pair[0] != NULL ? pamong_field_find (PAMONG_KIND_RESIDENT, pair[0]) : NULL;
      if (g_strv_length (pair) == 2 && g_str_equal (pair[0], "kk_number"))
        {
          g_autoptr (PamongRecord) family = pamong_store_family (store, pair[1], error);
          if (family == NULL)
            {
              if (error != NULL && *error == NULL)
                g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("No family with No. KK %s in this village. Register it first."), pair[1]);
              return FALSE;
            }
          pamong_record_set_text (resident, PAMONG_RESIDENT_FAMILY_UID, family->uid);
          continue;
        }
      if (g_strv_length (pair) != 2 || field == NULL)
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("-f %s: no such field. Write -f FIELD=VALUE with a field of the resident."), (char *) given->pdata[i]);
          return FALSE;
        }
      if (!pamong_record_parse (resident, field->index, pair[1], error))
        return FALSE;
    }
  return TRUE;
}

static int
print_resident (PamongCli *cli, PamongStore *store, const char *uid, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, &error);
  JsonBuilder *b;

  if (resident == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  pamong_cli_put_resident (b, store, resident, findings);
  return pamong_cli_print (cli, b);
}

static int
add (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_cli_office (cli, TRUE, &error);
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (office == NULL)
    return pamong_cli_fail (cli, error);
  resident = pamong_record_new (PAMONG_KIND_RESIDENT, pamong_store_area (pamong_office_store (office)));
  if (!set_fields (cli, resident, pamong_office_store (office), &error))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_add_resident (office, resident, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_resident (cli, pamong_office_store (office), resident->uid, findings);
}

/* A correction leaves the family alone; to ask for another one must not be passed over in silence. */
static gboolean
stays_in_family (const PamongRecord *before, const PamongRecord *after, GError **error)
{
  if (!pamong_record_differs (before, after, PAMONG_RESIDENT_FAMILY_UID))
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("To move somebody to another family, use family join or family split."));
  return FALSE;
}

/* The office for an act, and whom the first word names. Returns: (transfer full) (nullable). */
static PamongRecord *
open_resident (PamongCli *cli, PamongOffice **office, GError **error)
{
  *office = pamong_cli_office (cli, TRUE, error);
  return *office != NULL ? pamong_cli_find_resident (pamong_office_store (*office), pamong_cli_arg (cli, 0), error) : NULL;
}

static int
edit (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (PamongRecord) before = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "resident edit UID|NIK -f FIELD=VALUE …");
  resident = open_resident (cli, &office, &error);
  before = resident != NULL ? pamong_record_copy (resident) : NULL;
  if (resident == NULL || !set_fields (cli, resident, pamong_office_store (office), &error) || !stays_in_family (before, resident, &error))
    return pamong_cli_fail (cli, error);
  if (!pamong_office_correct_resident (office, resident, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_resident (cli, pamong_office_store (office), resident->uid, findings);
}

static int
show (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "resident show UID|NIK");
  store = pamong_cli_open (cli, TRUE, &error);
  if (store == NULL)
    return pamong_cli_fail (cli, error);
  resident = pamong_cli_find_resident (store, pamong_cli_arg (cli, 0), &error);
  if (resident == NULL || !pamong_office_findings (store, resident, findings, &error))
    return pamong_cli_fail (cli, error);
  return print_resident (cli, store, resident->uid, findings);
}

static int
read_status (PamongCli *cli)
{
  const char *name = pamong_cli_flag (cli, "status");
  if (name == NULL)
    return PAMONG_STATUS_ALIVE;
  return g_str_equal (name, "all") ? -1 : (int) pamong_status_from_name (name);
}

static GArray *
list_ids (PamongCli *cli, PamongStore *store, int status, guint limit, guint *total, GError **error)
{
  const char *village = pamong_cli_flag (cli, "village");
  const char *text = pamong_cli_flag (cli, "query");
  g_autofree char *today = pamong_clock_today ();
  PamongQuery query = PAMONG_QUERY_INIT;
  GArray *ids;

  if (text != NULL)
    {
      g_autoptr (PamongSearch) search = pamong_search_new (store, error);
      return search != NULL ? pamong_search_ids (search, text, village, status, limit, total, error) : NULL;
    }
  query.status = status;
  query.area = village;
  query.today = today;
  ids = pamong_residents_ids (store, &query, error);
  if (ids != NULL)
    {
      *total = ids->len;
      if (limit > 0 && ids->len > limit)
        g_array_set_size (ids, limit);
    }
  return ids;
}

static gboolean
add_items (JsonBuilder *b, PamongStore *store, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = pamong_residents_rows (store, (const gint32 *) (gpointer) ids->data, ids->len, error);

  if (rows == NULL)
    return FALSE;
  json_builder_set_member_name (b, "items");
  json_builder_begin_array (b);
  for (guint i = 0; i < rows->len; i++)
    {
      const PamongListRow *row = rows->pdata[i];
      g_autoptr (PamongRecord) resident = row != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, row->uid, error) : NULL;
      if (resident != NULL)
        pamong_cli_put_resident (b, store, resident, NULL);
    }
  json_builder_end_array (b);
  return TRUE;
}

static int
list (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (JsonBuilder) b = json_builder_new ();
  gint64 limit = DEFAULT_LIMIT;
  int status = read_status (cli);
  guint total = 0;

  if (status == 0)
    return pamong_cli_usage (cli, "--status alive|dead|moved|missing|away|void|all");
  if (!pamong_cli_number (cli, "limit", &limit))
    return PAMONG_EXIT_USAGE;
  store = pamong_cli_open (cli, TRUE, &error);
  if (store == NULL)
    return pamong_cli_fail (cli, error);
  ids = list_ids (cli, store, status, pamong_cli_has (cli, "all") ? 0 : (guint) limit, &total, &error);
  if (ids == NULL)
    return pamong_cli_fail (cli, error);
  json_builder_begin_object (b);
  pamong_cli_put_int (b, "total", total);
  if (!add_items (b, store, ids, &error))
    return pamong_cli_fail (cli, error);
  json_builder_end_object (b);
  return pamong_cli_print (cli, g_steal_pointer (&b));
}

static int
take_off (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *date = NULL;

  if (pamong_cli_arg (cli, 0) == NULL || pamong_cli_flag (cli, "reason") == NULL)
    return pamong_cli_usage (cli, "resident remove UID|NIK --reason TEXT [--date DATE]");
  if (!pamong_cli_date (cli, "date", &date, &error))
    return pamong_cli_fail (cli, error);
  resident = open_resident (cli, &office, &error);
  if (resident == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_remove_resident (office, resident->uid, pamong_cli_flag (cli, "reason"), date, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_resident (cli, pamong_office_store (office), resident->uid, findings);
}

static int
put_back (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (pamong_cli_arg (cli, 0) == NULL || pamong_cli_flag (cli, "reason") == NULL)
    return pamong_cli_usage (cli, "resident put-back UID|NIK --reason TEXT");
  resident = open_resident (cli, &office, &error);
  if (resident == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_office_put_back (office, resident->uid, pamong_cli_flag (cli, "reason"), &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_resident (cli, pamong_office_store (office), resident->uid, findings);
}

static int
confirm (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uids = NULL;
  JsonBuilder *b;
  guint n;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "resident confirm UID|NIK …");
  office = pamong_cli_office (cli, TRUE, &error);
  for (guint i = 0; office != NULL && pamong_cli_arg (cli, i) != NULL; i++)
    {
      g_autoptr (PamongRecord) resident = pamong_cli_find_resident (pamong_office_store (office), pamong_cli_arg (cli, i), &error);

      if (resident == NULL)
        return pamong_cli_fail (cli, error);
      g_strv_builder_add (builder, resident->uid);
    }
  uids = g_strv_builder_end (builder);
  if (office == NULL || !pamong_office_confirm (office, (const char *const *) uids, &n, &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_int (b, "confirmed", n);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
history (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  JsonBuilder *b;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "resident history UID|NIK");
  store = pamong_cli_open (cli, TRUE, &error);
  resident = store != NULL ? pamong_cli_find_resident (store, pamong_cli_arg (cli, 0), &error) : NULL;
  entries = resident != NULL ? pamong_history (store, PAMONG_KIND_RESIDENT, resident->uid, &error) : NULL;
  if (entries == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const PamongHistoryEntry *e = entries->pdata[i];
      g_autofree char *source = pamong_import_source_words (store, e->act);

      json_builder_begin_object (b);
      pamong_cli_put_int (b, "t", e->t);
      pamong_cli_put_text (b, "by", e->actor_name);
      pamong_cli_put_text (b, "act", e->act);
      pamong_cli_put_text (b, "source", source);
      pamong_cli_put_text (b, "reason", e->reason);
      pamong_cli_put_text (b, "field", e->field_key);
      pamong_cli_put_text (b, "old", e->old_value);
      pamong_cli_put_text (b, "new", e->new_value);
      pamong_cli_put_text (b, "state", e->state);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

const PamongCommand pamong_commands_resident[] = {
  { "resident add", "-f FIELD=VALUE … [--accept RULE=REASON]", NULL, add },
  { "resident edit", "UID|NIK -f FIELD=VALUE … [--accept RULE=REASON]", NULL, edit },
  { "resident show", "UID|NIK", NULL, show },
  { "resident list", "[--query Q] [--village C] [--status S] [--limit N] [--all]", "all", list },
  { "resident remove", "UID|NIK --reason TEXT [--date DATE]", NULL, take_off },
  { "resident put-back", "UID|NIK --reason TEXT [--accept RULE=REASON]", NULL, put_back },
  { "resident confirm", "UID|NIK …", NULL, confirm },
  { "resident history", "UID|NIK", NULL, history },
  { NULL, NULL, NULL, NULL }
};
