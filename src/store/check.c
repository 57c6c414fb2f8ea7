/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is the store what it says it is? Each fault found is one sentence for a person; nothing is mended here. */
#include "store/store_private.h"

#include "domain/data.h"

#include <glib/gi18n-lib.h>

static gboolean
check_file (PamongDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "PRAGMA integrity_check (1)", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) == PAMONG_STEP_ERROR)
    return FALSE;
  if (g_strcmp0 (pamong_stmt_text (stmt, 0), "ok") != 0)
    g_ptr_array_add (problems, g_strdup (_("The data file is damaged.")));
  return TRUE;
}

/* Counts of things that must not be: a statement that gives one number, and words for it when it is not 0. */
static gboolean
check_count (PamongDb *db, const char *sql, const char *words, GPtrArray *problems, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, sql, error);
  gint64 count;

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  if ((count = pamong_stmt_int (stmt, 0)) != 0)
    g_ptr_array_add (problems, g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", words, count));
  return TRUE;
}

static gboolean
check_counts (PamongDb *db, GPtrArray *problems, GError **error)
{
  g_autofree char *list = pamong_data_text ("sql/query/list-check.sql");

  return check_count (db, list, _("Rows of the list differ from the records they show."), problems, error)
         && check_count (db, "SELECT ifnull (max (seq), 0) - count (*) FROM change", _("Changes are missing from the outbox."), problems, error)
         && check_count (db, "SELECT count (*) FROM sync_ctx", _("An act was left open."), problems, error)
         && check_count (db,
                         "SELECT count (*) FROM (SELECT tx FROM change GROUP BY tx HAVING count (*) <> max (n) OR min (n) <> max (n) OR min (seq) <> tx)",
                         _("Acts in the outbox are not whole."), problems, error)
         && check_count (db,
                         "SELECT count (*) FROM base AS b WHERE NOT EXISTS (SELECT 1 FROM change AS c WHERE c.uid = b.uid AND c.kind = b.kind AND c.state <> 'acked')",
                         _("A state of the server is kept that nothing waits for."), problems, error);
}

/* S13: what the server is known to have, with the open changes laid over it in order, is the row. */
static gboolean
check_record (PamongDb *db, PamongKind kind, const char *uid, gboolean *same, GError **error)
{
  g_autoptr (GPtrArray) open = pamong_changes_open (db, kind, uid, error);
  g_autoptr (PamongRecord) row = NULL;
  g_autoptr (PamongRecord) sum = NULL;
  g_autoptr (GError) failed = NULL;

  if (open == NULL || (row = pamong_record_load (db, kind, uid, NULL, error)) == NULL)
    return FALSE;
  sum = pamong_base_get (db, kind, uid, row->area, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (sum == NULL)
    {
      sum = pamong_record_new (kind, row->area);
      *same = row->version == 0;
    }
  else
    *same = row->version == sum->version && g_strcmp0 (row->extra, sum->extra) == 0;
  for (guint i = 0; i < open->len; i++)
    pamong_change_apply (g_ptr_array_index (open, i), sum);
  for (guint i = 0; i < row->n_values && *same; i++)
    *same = pamong_value_equal (&row->values[i], &sum->values[i]);
  return TRUE;
}

static gboolean
check_open (PamongDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "SELECT DISTINCT kind, uid FROM change WHERE state <> 'acked'", error);
  guint wrong = 0;
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gboolean same = FALSE;
      int kind = pamong_kind_from_name (pamong_stmt_text (stmt, 0));

      if (kind < 0 || !check_record (db, kind, pamong_stmt_text (stmt, 1), &same, error))
        return FALSE;
      wrong += !same;
    }
  if (wrong > 0)
    g_ptr_array_add (problems, g_strdup_printf (_("Records differ from what waits to be sent of them (%u)"), wrong));
  return step == PAMONG_STEP_DONE;
}

gboolean
pamong_store_check (PamongStore *store, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  PamongDb *db = pamong_store_db (store);

  if (!check_file (db, found, error) || !check_counts (db, found, error) || !check_open (db, found, error))
    return FALSE;
  *problems = g_steal_pointer (&found);
  return TRUE;
}
