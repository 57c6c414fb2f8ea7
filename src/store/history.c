/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include <glib/gi18n-lib.h>

#include "domain/data.h"
#include "store/store_db.h"
#include "wire/change.h"

/* A family stands in a resident's history by its number. */
static char *
family_words (PamongStore *store, const char *uid)
{
  g_autoptr (PamongRecord) family = pamong_store_get (store, PAMONG_KIND_FAMILY, uid, NULL);
  const char *number = family != NULL ? pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER) : NULL;

  return g_strdup (number != NULL ? number : _("a family without a number"));
}

static char *
value_words (PamongStore *store, PamongKind kind, const PamongDelta *delta, const PamongValue *value)
{
  g_autoptr (PamongRecord) record = NULL;

  if (value->type == PAMONG_VALUE_NULL)
    return g_strdup ("");
  if (delta->field < 0)
    return g_strdup (value->type == PAMONG_VALUE_TEXT ? value->s : "");
  if (kind == PAMONG_KIND_RESIDENT && delta->field == PAMONG_RESIDENT_FAMILY_UID && value->type == PAMONG_VALUE_TEXT)
    return family_words (store, value->s);
  record = pamong_record_new (kind, NULL);
  pamong_record_set_value (record, delta->field, value);
  return pamong_record_format (record, delta->field);
}

static PamongHistoryEntry *
make_entry (PamongStore *store, PamongKind kind, const PamongDelta *delta)
{
  PamongHistoryEntry *entry = g_new0 (PamongHistoryEntry, 1);

  entry->field_key = g_strdup (delta->key);
  entry->label = g_strdup (delta->field >= 0 ? g_dgettext (GETTEXT_PACKAGE, pamong_field_get (kind, delta->field)->label) : delta->key);
  entry->old_value = value_words (store, kind, delta, &delta->old_value);
  entry->new_value = value_words (store, kind, delta, &delta->new_value);
  return entry;
}

/* A change names its whole merge group; what stayed as it was is no news. Where nothing changed at all, somebody settled a clash by keeping what stood. */
static gboolean
is_news (const PamongDelta *delta, gboolean settled)
{
  return settled || !pamong_value_equal (&delta->old_value, &delta->new_value);
}

static gboolean
changes_nothing (GPtrArray *set)
{
  for (guint i = 0; i < set->len; i++)
    if (is_news (g_ptr_array_index (set, i), FALSE))
      return FALSE;
  return TRUE;
}

static void
add_entries (PamongStore *store, PamongKind kind, PamongStmt *stmt, GPtrArray *set, GPtrArray *entries)
{
  gboolean settled = changes_nothing (set);

  for (guint i = 0; i < set->len; i++)
    {
      PamongHistoryEntry *entry;

      if (!is_news (g_ptr_array_index (set, i), settled))
        continue;
      entry = make_entry (store, kind, g_ptr_array_index (set, i));
      entry->t = pamong_stmt_int (stmt, 0);
      entry->actor_name = g_strdup (pamong_stmt_text (stmt, 1));
      entry->act = g_strdup (pamong_stmt_text (stmt, 2));
      entry->reason = g_strdup (pamong_stmt_text (stmt, 3));
      entry->state = g_strdup (pamong_stmt_text (stmt, 5));
      g_ptr_array_add (entries, entry);
    }
}

/* Columns of both queries: t, actor name, act, reason, set, state. */
static gboolean
read_changes (PamongStore *store, PamongKind kind, PamongStmt *stmt, GPtrArray *entries, GError **error)
{
  PamongStep step;

  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_autoptr (GPtrArray) set = pamong_set_parse (kind, pamong_stmt_text (stmt, 4), error);

      if (set == NULL)
        return FALSE;
      add_entries (store, kind, stmt, set, entries);
    }
  return step == PAMONG_STEP_DONE;
}

/* Newest first; entries of one change keep the order of its fields (the sort is stable). */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const PamongHistoryEntry *left = *(PamongHistoryEntry *const *) a;
  const PamongHistoryEntry *right = *(PamongHistoryEntry *const *) b;

  return (left->t < right->t) - (left->t > right->t);
}

void
pamong_history_entry_free (PamongHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->actor_name);
  g_free (entry->act);
  g_free (entry->reason);
  g_free (entry->field_key);
  g_free (entry->label);
  g_free (entry->old_value);
  g_free (entry->new_value);
  g_free (entry->state);
  g_free (entry);
}

static gboolean
add_changes (PamongStore *store, PamongKind kind, const char *uid, GPtrArray *entries, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT c.t, coalesce(a.name, ''), c.act, c.reason, c.\"set\", c.state FROM change c"
                                                   " LEFT JOIN account a ON a.uid = c.actor WHERE c.uid = ?1 AND c.kind = ?2 ORDER BY c.seq DESC",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  pamong_stmt_bind_text (stmt, 2, pamong_kind_name (kind));
  return read_changes (store, kind, stmt, entries, error);
}

static gboolean
add_remote (PamongStore *store, PamongKind kind, const char *uid, GPtrArray *entries, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT t, coalesce(actor_name, ''), coalesce(act, ''), NULL, \"set\", 'remote' FROM history"
                                                   " WHERE uid = ?1 AND kind = ?2 ORDER BY id DESC",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  pamong_stmt_bind_text (stmt, 2, pamong_kind_name (kind));
  return read_changes (store, kind, stmt, entries, error);
}

/* A merge changes no field of the one that leaves, but it belongs to the life of both records. */
static PamongHistoryEntry *
merge_entry (PamongStmt *stmt)
{
  gboolean back = pamong_stmt_int (stmt, 5) != 0, kept = pamong_stmt_int (stmt, 6) != 0;
  const char *name = pamong_stmt_text (stmt, 7);
  PamongHistoryEntry *entry = g_new0 (PamongHistoryEntry, 1);

  entry->t = pamong_stmt_int (stmt, 0);
  entry->actor_name = g_strdup (pamong_stmt_text (stmt, 1));
  entry->act = g_strdup (pamong_stmt_text (stmt, 2));
  entry->reason = g_strdup (pamong_stmt_text (stmt, 3));
  entry->state = g_strdup (pamong_stmt_text (stmt, 4));
  entry->field_key = g_strdup (kept ? "merged_from" : "merged_into");
  entry->label = g_strdup (kept ? _("Merged from") : _("Merged into"));
  entry->old_value = g_strdup (back ? name : "");
  entry->new_value = g_strdup (back ? "" : name);
  return entry;
}

static gboolean
add_merges (PamongStore *store, const char *uid, GPtrArray *entries, GError **error)
{
  g_autofree char *sql = pamong_data_text ("sql/query/merge-history.sql");
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (entries, merge_entry (stmt));
  return step == PAMONG_STEP_DONE;
}

GPtrArray *
pamong_history (PamongStore *store, PamongKind kind, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_history_entry_free);

  if (!add_changes (store, kind, uid, entries, error) || !add_remote (store, kind, uid, entries, error)
      || (kind == PAMONG_KIND_RESIDENT && !add_merges (store, uid, entries, error)))
    return NULL;
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

char *
pamong_history_last_family (PamongStore *store, const char *actor, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT uid FROM change WHERE kind = 'family' AND act = 'family.register' AND actor = ?1 ORDER BY seq DESC LIMIT 1", error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, actor);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? g_strdup (pamong_stmt_text (stmt, 0)) : NULL;
}
