/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sync / status / outbox / conflicts / resolve / places. */
#include "tools/cli.h"
#include "domain/clock.h"
#include "store/figures.h"
#include "store/inbox.h"
#include "sync/sync.h"
#include <glib/gi18n.h>

static void
add_result (JsonBuilder *b, const PamongSyncResult *r)
{
  pamong_cli_put_int (b, "pushed", r->pushed);
  pamong_cli_put_int (b, "applied", r->applied);
  pamong_cli_put_int (b, "merged", r->merged);
  pamong_cli_put_int (b, "conflicts", r->conflicts);
  pamong_cli_put_int (b, "rejected", r->rejected);
  pamong_cli_put_int (b, "pulled", r->pulled);
  pamong_cli_put_int (b, "bytes_out", r->bytes_out);
  pamong_cli_put_int (b, "bytes_in", r->bytes_in);
  pamong_cli_put_int (b, "rounds", r->rounds);
}

static int
run_sync (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_cli_office (cli, FALSE, &error);
  PamongSyncResult result = { 0 };
  JsonBuilder *b;

  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_sync_run (office, &result, &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  add_result (b, &result);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static void
add_time (JsonBuilder *b, const char *key, gint64 t)
{
  g_autoptr (GDateTime) when = t > 0 ? g_date_time_new_from_unix_utc (t) : NULL;
  g_autofree char *text = when != NULL ? g_date_time_format_iso8601 (when) : NULL;
  pamong_cli_put_text (b, key, text);
}

static void
add_cursors (JsonBuilder *b, PamongStore *store)
{
  g_autoptr (PamongPullRequest) request = pamong_inbox_request (store, NULL);

  json_builder_set_member_name (b, "cursors");
  json_builder_begin_object (b);
  for (guint i = 0; request != NULL && i < request->areas->len; i++)
    pamong_cli_put_text (b, request->areas->pdata[i], request->cursors->pdata[i]);
  json_builder_end_object (b);
}

/* @share: tenths of a percent, negative = cannot be told. */
static void
put_share (JsonBuilder *b, const char *key, gint64 share)
{
  json_builder_set_member_name (b, key);
  if (share >= 0)
    json_builder_add_double_value (b, (double) share / 10.0);
  else
    json_builder_add_null_value (b);
}

/* Only a village has one: above, `places` tells it of each. */
static gint64
read_target (PamongStore *store)
{
  g_autoptr (PamongRecord) place = pamong_figures_place (store, pamong_store_area (store), NULL);

  return place != NULL ? pamong_record_int (place, PAMONG_PLACE_TARGET) : 0;
}

static int
status (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, FALSE, &error);
  g_autoptr (PamongDevice) device = NULL;
  PamongOutboxCounts outbox = { 0 };
  PamongCounts counts = { 0 };
  gint64 target;
  JsonBuilder *b;

  if (store == NULL || !pamong_outbox_counts (store, &outbox, &error) || !pamong_residents_counts (store, NULL, &counts, &error))
    return pamong_cli_fail (cli, error);
  device = pamong_device_get (store, NULL);
  target = read_target (store);
  b = json_builder_new ();
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "enrolled");
  json_builder_add_boolean_value (b, device != NULL);
  pamong_cli_put_text (b, "level", pamong_level_name (pamong_store_level (store)));
  pamong_cli_put_text (b, "area", pamong_store_area (store));
  pamong_cli_put_int (b, "pending", outbox.pending);
  add_time (b, "oldest_pending", outbox.oldest_pending);
  pamong_cli_put_int (b, "held", outbox.held);
  pamong_cli_put_int (b, "conflicts", outbox.conflicts);
  add_time (b, "last_sync", outbox.last_sync);
  pamong_cli_put_int (b, "clock_offset", pamong_office_clock_offset (store));
  json_builder_set_member_name (b, "complete");
  json_builder_add_boolean_value (b, pamong_inbox_complete (store));
  add_cursors (b, store);
  pamong_cli_put_int (b, "residents", counts.residents);
  pamong_cli_put_int (b, "families", counts.families);
  put_share (b, "coverage", pamong_figures_coverage (counts.residents, target));
  put_share (b, "completeness", counts.completeness);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
outbox (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (GPtrArray) items = NULL;
  gint64 limit = 200;
  JsonBuilder *b;

  if (!pamong_cli_number (cli, "limit", &limit))
    return PAMONG_EXIT_USAGE;
  items = store != NULL ? pamong_outbox_items (store, pamong_cli_has (cli, "held"), (guint) limit, &error) : NULL;
  if (items == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const PamongOutboxItem *item = items->pdata[i];
      json_builder_begin_object (b);
      pamong_cli_put_int (b, "seq", item->seq);
      pamong_cli_put_int (b, "n", item->n);
      pamong_cli_put_int (b, "t", item->t);
      pamong_cli_put_text (b, "act", item->act);
      pamong_cli_put_text (b, "kind", item->kind);
      pamong_cli_put_text (b, "uid", item->uid);
      pamong_cli_put_text (b, "who", item->who);
      pamong_cli_put_text (b, "place", item->place);
      pamong_cli_put_text (b, "by", item->actor_name);
      pamong_cli_put_text (b, "state", item->state);
      pamong_cli_put_text (b, "reason", item->reason);
      pamong_cli_put_text (b, "remedy", item->remedy);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

/* The texts of a conflict are JSON already: they go out as such. */
static void
add_json (JsonBuilder *b, const char *key, const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  json_builder_set_member_name (b, key);
  if (node != NULL)
    json_builder_add_value (b, g_steal_pointer (&node));
  else
    json_builder_add_null_value (b);
}

static void
add_conflict (JsonBuilder *b, PamongStore *store, const PamongRecord *conflict)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_UID), NULL);

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", conflict->uid);
  pamong_cli_put_text (b, "kind", pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND));
  pamong_cli_put_text (b, "record", pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_UID));
  pamong_cli_put_text (b, "name", resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_NAME) : NULL);
  pamong_cli_put_text (b, "field", pamong_record_text (conflict, PAMONG_CONFLICT_FIELD));
  add_json (b, "base", pamong_record_text (conflict, PAMONG_CONFLICT_BASE));
  add_json (b, "current", pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT));
  pamong_cli_put_text (b, "current_by", pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT_BY));
  add_json (b, "other", pamong_record_text (conflict, PAMONG_CONFLICT_OTHER));
  json_builder_end_object (b);
}

static int
conflicts (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (GPtrArray) all = store != NULL ? pamong_store_all (store, PAMONG_KIND_CONFLICT, &error) : NULL;
  gint64 open = 0;
  JsonBuilder *b;

  if (all == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "items");
  json_builder_begin_array (b);
  for (guint i = 0; i < all->len; i++)
    if (pamong_record_int (all->pdata[i], PAMONG_CONFLICT_CLOSED) == 0)
      {
        add_conflict (b, store, all->pdata[i]);
        open++;
      }
  json_builder_end_array (b);
  pamong_cli_put_int (b, "total", open);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

/* Which value kept aside was written by @name: its place in the chain, or -1. */
static int
find_written_by (const PamongRecord *conflict, const char *name)
{
  const char *text = pamong_record_text (conflict, PAMONG_CONFLICT_OTHER);
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonArray *others = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = others != NULL ? json_array_get_length (others) : 0; i > 0; i--)
    if (g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (others, i - 1), "by", NULL), name) == 0)
      return (int) i - 1;
  return -1;
}

/* "mine" is the value the signed-in operator wrote: the one kept aside, unless theirs stands at the centre. -1 = the current one. */
static int
find_mine (PamongOffice *office, const char *uid, GError **error)
{
  g_autoptr (PamongRecord) conflict = pamong_store_get (pamong_office_store (office), PAMONG_KIND_CONFLICT, uid, error);
  const char *name = pamong_record_text (pamong_office_account (office), PAMONG_ACCOUNT_NAME);
  int at = conflict != NULL ? find_written_by (conflict, name) : -1;

  if (at < 0 && conflict != NULL && g_strcmp0 (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT_BY), name) != 0)
    return 0;
  return at;
}

static int
resolve (PamongCli *cli)
{
  const char *take = pamong_cli_flag (cli, "take");
  const char *uid = pamong_cli_arg (cli, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  gboolean mine = g_strcmp0 (take, "mine") == 0;
  gboolean theirs = g_strcmp0 (take, "theirs") == 0;
  int at;

  if (uid == NULL || take == NULL)
    return pamong_cli_usage (cli, "resolve UID --take mine|theirs|VALUE");
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  at = find_mine (office, uid, &error);
  if (theirs)
    at = at < 0 ? 0 : -1;
  if (error != NULL || !pamong_office_resolve (office, uid, at, mine || theirs ? NULL : take, &error))
    return pamong_cli_fail (cli, error);
  g_printerr ("%s\n", _("Settled. It is sent with the next round."));
  return PAMONG_EXIT_DONE;
}

static int
places (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, FALSE, &error);
  g_autoptr (GPtrArray) all = store != NULL ? pamong_store_all (store, PAMONG_KIND_PLACE, &error) : NULL;
  JsonBuilder *b;

  if (all == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *place = all->pdata[i];
      PamongCounts counts = { 0 };
      pamong_residents_counts (store, place->area, &counts, NULL);
      json_builder_begin_object (b);
      pamong_cli_put_text (b, "area", place->area);
      pamong_cli_put_int (b, "residents", counts.residents);
      pamong_cli_put_int (b, "families", counts.families);
      add_time (b, "last_contact", pamong_record_int (place, PAMONG_PLACE_LAST_CONTACT));
      pamong_cli_put_int (b, "waiting", pamong_record_int (place, PAMONG_PLACE_WAITING));
      pamong_cli_put_int (b, "held", pamong_record_int (place, PAMONG_PLACE_HELD));
      pamong_cli_put_text (b, "version", pamong_record_text (place, PAMONG_PLACE_APP_VERSION));
      put_share (b, "coverage", pamong_figures_coverage (counts.residents, pamong_record_int (place, PAMONG_PLACE_TARGET)));
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

const PamongCommand pamong_commands_line[] = {
  { "sync", "", NULL, run_sync },
  { "status", "", NULL, status },
  { "outbox", "[--held] [--limit N]", "held", outbox },
  { "conflicts", "", NULL, conflicts },
  { "resolve", "UID --take mine|theirs|VALUE [--accept RULE=REASON]", NULL, resolve },
  { "places", "", NULL, places },
  { NULL, NULL, NULL, NULL }
};
