/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim.h"

#include "domain/codes.h"
#include "store/outbox.h"
#include "store/store_db.h"
#include "wire/change.h"

#include <string.h>

static const PamongKind kinds[] = { PAMONG_KIND_RESIDENT, PAMONG_KIND_FAMILY, PAMONG_KIND_AREA, PAMONG_KIND_EVENT, PAMONG_KIND_WAIVER, PAMONG_KIND_CONFLICT };

static PamongStmt *
prepare_uids (PamongDb *db, PamongKind kind)
{
  static const char *const statements[PAMONG_N_KINDS] = {
    [PAMONG_KIND_RESIDENT] = "SELECT uid FROM resident WHERE deleted = 0", [PAMONG_KIND_FAMILY] = "SELECT uid FROM family WHERE deleted = 0",
    [PAMONG_KIND_AREA] = "SELECT uid FROM area WHERE deleted = 0",         [PAMONG_KIND_EVENT] = "SELECT uid FROM event WHERE deleted = 0",
    [PAMONG_KIND_WAIVER] = "SELECT uid FROM waiver WHERE deleted = 0",     [PAMONG_KIND_CONFLICT] = "SELECT uid FROM conflict WHERE deleted = 0",
  };

  return pamong_db_prepare (db, statements[kind], NULL);
}

static char *
describe (PamongStore *store, PamongKind kind, const char *uid, const char *within)
{
  g_autoptr (PamongRecord) record = pamong_store_get (store, kind, uid, NULL);
  g_autofree char *json = NULL;

  g_assert_nonnull (record);
  if (!pamong_regions_contains (within, record->area))
    return NULL;
  json = pamong_record_to_json (record);
  return g_strdup_printf ("%s %s %s v%" G_GINT64_FORMAT " %s", pamong_kind_name (kind), uid, record->area, record->version, json);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Returns: (transfer full) (element-type utf8): every record of this store within @within, a line each. */
static GPtrArray *
dump (SimClient *client, const char *within)
{
  PamongStore *store = pamong_office_store (client->office);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (PamongStmt) stmt = prepare_uids (pamong_store_db (store), kinds[i]);
      g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

      while (pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
        g_ptr_array_add (uids, g_strdup (pamong_stmt_text (stmt, 0)));
      for (guint k = 0; k < uids->len; k++)
        {
          char *line = describe (store, kinds[i], g_ptr_array_index (uids, k), within);
          if (line != NULL)
            g_ptr_array_add (lines, line);
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

/* C2: what stands here is what the server gives a newcomer. */
static void
check_same (SimClient *client, SimClient *observer)
{
  g_autoptr (GPtrArray) here = dump (client, client->area), there = dump (observer, client->area);

  for (guint i = 0; i < MIN (here->len, there->len); i++)
    if (strcmp (g_ptr_array_index (here, i), g_ptr_array_index (there, i)) != 0)
      g_error ("%s differs:\n  here   %s\n  server %s", client->name, (char *) g_ptr_array_index (here, i), (char *) g_ptr_array_index (there, i));
  g_assert_cmpuint (here->len, ==, there->len);
}

/* S9 */
static void
check_scope (SimClient *client)
{
  g_autoptr (GPtrArray) foreign = dump (client, SIM_FOREIGN_AREA);

  g_assert_cmpuint (foreign->len, ==, 0);
}

/* C1, S13 */
static void
check_store (SimClient *client)
{
  PamongStore *store = pamong_office_store (client->office);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  PamongOutboxCounts counts;

  g_assert_true (pamong_outbox_counts (store, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.pending, ==, 0);
  g_assert_cmpint (counts.held, ==, 0); /* nothing the operator did may be refused */
  if (!pamong_store_check (store, &problems, &error) || problems->len > 0)
    g_error ("%s: %s", client->name, error != NULL ? error->message : (char *) g_ptr_array_index (problems, 0));
}

/* All change rows of all computers: where a value was written, and where it was seen and replaced. */
typedef struct {
  GHashTable *written; /* own value "V … Z" -> where */
  GHashTable *seen;    /* old values of any change */
  GHashTable *touched; /* uid -> number of changes that name it */
} Ledger;

static void
note_value (GHashTable *set, const char *uid, const PamongDelta *delta, const PamongValue *value)
{
  if (value->type == PAMONG_VALUE_TEXT && g_str_has_prefix (value->s, "V ") && g_str_has_suffix (value->s, " Z"))
    g_hash_table_insert (set, g_strdup (value->s), g_strdup_printf ("%s %s", uid, delta->key));
}

static void
read_changes (SimClient *client, Ledger *ledger)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (pamong_office_store (client->office)), "SELECT seq, kind, uid, \"set\" FROM change ORDER BY seq", NULL);
  gint64 next = 1;

  while (pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
    {
      const char *uid = pamong_stmt_text (stmt, 2);
      g_autoptr (GPtrArray) set = pamong_set_parse (pamong_kind_from_name (pamong_stmt_text (stmt, 1)), pamong_stmt_text (stmt, 3), NULL);

      g_assert_cmpint (pamong_stmt_int (stmt, 0), ==, next++); /* S3: no gap */
      g_hash_table_insert (ledger->touched, g_strdup (uid), GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (ledger->touched, uid)) + 1));
      for (guint i = 0; i < set->len; i++)
        {
          const PamongDelta *delta = g_ptr_array_index (set, i);
          note_value (ledger->written, uid, delta, &delta->new_value);
          note_value (ledger->seen, uid, delta, &delta->old_value);
        }
    }
}

static guint
count_text (const char *text, const char *value)
{
  guint n = 0;

  for (const char *p = text; p != NULL && (p = strstr (p, value)) != NULL; p++)
    n++;
  return n;
}

/* S1, S5, S6: each value anybody wrote is current, or was replaced or settled by somebody who had seen it, or is kept in a clash. */
static void
check_values (Sim *sim, SimClient *observer, Ledger *ledger)
{
  g_autoptr (GPtrArray) lines = dump (observer, "35.22");
  g_autofree char *current = NULL;
  g_autoptr (GString) text = g_string_new (NULL), clashes = g_string_new (NULL);
  GHashTableIter iter;
  gpointer value, where;

  for (guint i = 0; i < lines->len; i++)
    {
      char *line = g_ptr_array_index (lines, i);
      char *before = g_str_has_prefix (line, "event ") ? strstr (line, "\"before\":") : NULL;

      /* What an act noted to be taken back stands nowhere: it is the last field of its event. */
      if (before != NULL)
        *before = '\0';
      g_string_append_printf (g_str_has_prefix (line, "conflict ") ? clashes : text, "%s\n", line);
    }
  g_hash_table_iter_init (&iter, ledger->written);
  while (g_hash_table_iter_next (&iter, &value, &where))
    {
      if (count_text (text->str, value) > 1)
        g_error ("%s of %s stands twice", (char *) value, (char *) where);
      if (count_text (text->str, value) + count_text (clashes->str, value) == 0 && !g_hash_table_contains (ledger->seen, value)
          && !g_hash_table_contains (sim->settled, value))
        g_error ("%s of %s is lost", (char *) value, (char *) where);
    }
}

/* S2: no record was changed more often than somebody changed it. */
static void
check_versions (SimClient *observer, Ledger *ledger)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PamongStore *store = pamong_office_store (observer->office);
      g_autoptr (PamongStmt) stmt = prepare_uids (pamong_store_db (store), kinds[i]);
      g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

      if (kinds[i] == PAMONG_KIND_CONFLICT)
        continue;
      while (pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
        g_ptr_array_add (uids, g_strdup (pamong_stmt_text (stmt, 0)));
      for (guint k = 0; k < uids->len; k++)
        {
          g_autoptr (PamongRecord) record = pamong_store_get (store, kinds[i], g_ptr_array_index (uids, k), NULL);
          g_assert_cmpint (record->version, <=, GPOINTER_TO_INT (g_hash_table_lookup (ledger->touched, record->uid)));
        }
    }
}

void
sim_check (Sim *sim, SimClient *observer)
{
  Ledger ledger = {
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL)
  };

  sim_server_check (sim->server);
  for (guint i = 0; i < sim->clients->len; i++)
    {
      SimClient *client = g_ptr_array_index (sim->clients, i);

      check_store (client);
      check_same (client, observer);
      check_scope (client);
      read_changes (client, &ledger);
    }
  read_changes (observer, &ledger);
  check_values (sim, observer, &ledger);
  check_versions (observer, &ledger);
  g_hash_table_unref (ledger.written);
  g_hash_table_unref (ledger.seen);
  g_hash_table_unref (ledger.touched);
}
