/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comparing an import found: differences with what was chosen, and findings. */
#include "store/staging.h"

#include "store/store_private.h"

void
pamong_staged_difference_free (PamongStagedDifference *difference)
{
  g_free (difference->key);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

void
pamong_staged_finding_free (PamongStagedFinding *finding)
{
  g_free (finding->sheet);
  g_free (finding->column);
  g_free (finding->key);
  g_free (finding->value);
  g_free (finding->rule);
  g_free (finding->message);
  g_free (finding->remedy);
  g_free (finding);
}

gboolean
pamong_staging_add_difference (PamongWrite *write, gint64 id, const PamongStagedDifference *difference, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "INSERT INTO import_difference (import, n, field, before, after, fill, take) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, difference->n);
  pamong_stmt_bind_text (stmt, 3, difference->key);
  pamong_stmt_bind_text (stmt, 4, difference->before);
  pamong_stmt_bind_text (stmt, 5, difference->after);
  pamong_stmt_bind_int (stmt, 6, difference->fill);
  pamong_stmt_bind_int (stmt, 7, difference->take);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

GPtrArray *
pamong_staging_differences (PamongStore *store, gint64 id, guint n, gboolean chosen, GError **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_staged_difference_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   n > 0 ? "SELECT n, field, before, after, fill, take FROM import_difference WHERE import = ?1 AND n = ?2 AND (NOT ?3 OR fill <> take)"
                                                         : "SELECT n, field, before, after, fill, take FROM import_difference WHERE import = ?1 AND ?2 = 0 AND (NOT ?3 OR fill <> take)",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, n);
  pamong_stmt_bind_int (stmt, 3, chosen);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongStagedDifference *difference = g_new0 (PamongStagedDifference, 1);

      difference->n = (guint) pamong_stmt_int (stmt, 0);
      difference->key = g_strdup (pamong_stmt_text (stmt, 1));
      difference->before = g_strdup (pamong_stmt_text (stmt, 2));
      difference->after = g_strdup (pamong_stmt_text (stmt, 3));
      difference->fill = pamong_stmt_int (stmt, 4) != 0;
      difference->take = pamong_stmt_int (stmt, 5) != 0;
      g_ptr_array_add (differences, difference);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&differences) : NULL;
}

gboolean
pamong_staging_take (PamongWrite *write, gint64 id, guint n, const char *key, gboolean take, GError **error)
{
  g_autoptr (PamongStmt) choose = pamong_db_prepare (write->db,
                                                     "UPDATE import_difference SET take = ?4 WHERE import = ?1 AND (?2 = 0 OR n = ?2)"
                                                     " AND (CASE WHEN ?3 IS NULL THEN fill = 0 OR ?2 > 0 ELSE field = ?3 END)",
                                                     error);
  g_autoptr (PamongStmt) follow = pamong_db_prepare (write->db,
                                                     "UPDATE import_row SET outcome = CASE WHEN EXISTS (SELECT 1 FROM import_difference AS d WHERE d.import = ?1 AND d.n = import_row.n AND d.take = 1)"
                                                     " THEN 2 ELSE 3 END WHERE import = ?1 AND (?2 = 0 OR n = ?2) AND outcome IN (2, 3)",
                                                     error);

  if (choose == NULL || follow == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (choose, 1, id);
  pamong_stmt_bind_int (choose, 2, n);
  pamong_stmt_bind_text (choose, 3, key);
  pamong_stmt_bind_int (choose, 4, take);
  pamong_stmt_bind_int (follow, 1, id);
  pamong_stmt_bind_int (follow, 2, n);
  return pamong_write_note (write, pamong_stmt_run (choose, error) && pamong_stmt_run (follow, error));
}

gboolean
pamong_staging_add_finding (PamongWrite *write, gint64 id, const PamongStagedFinding *finding, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "INSERT INTO import_finding (import, n, read, col, field, value, rule, severity, message, remedy)"
                                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                                   error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, finding->n);
  pamong_stmt_bind_int (stmt, 3, finding->read);
  pamong_stmt_bind_text (stmt, 4, finding->column);
  pamong_stmt_bind_text (stmt, 5, finding->key);
  pamong_stmt_bind_text (stmt, 6, finding->value);
  pamong_stmt_bind_text (stmt, 7, finding->rule);
  pamong_stmt_bind_int (stmt, 8, finding->severity);
  pamong_stmt_bind_text (stmt, 9, finding->message);
  pamong_stmt_bind_text (stmt, 10, finding->remedy);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

GPtrArray *
pamong_staging_findings (PamongStore *store, gint64 id, guint n, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_staged_finding_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT f.n, r.sheet, r.row, f.col, f.field, f.value, f.rule, f.severity, f.message, f.remedy, f.read FROM import_finding AS f"
                                                   " LEFT JOIN (SELECT n, sheet, row FROM import_row WHERE import = ?1) AS r ON r.n = f.n"
                                                   " WHERE f.import = ?1 AND (?2 = 0 OR f.n = ?2) ORDER BY f.n, f.severity DESC, f.id LIMIT ?4 OFFSET ?3",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, n);
  pamong_stmt_bind_int (stmt, 3, offset);
  pamong_stmt_bind_int (stmt, 4, limit);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongStagedFinding *finding = g_new0 (PamongStagedFinding, 1);
      char **texts[] = { &finding->column, &finding->key, &finding->value, &finding->rule };

      finding->n = (guint) pamong_stmt_int (stmt, 0);
      finding->sheet = g_strdup (pamong_stmt_text (stmt, 1));
      finding->row = (guint) pamong_stmt_int (stmt, 2);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (pamong_stmt_text (stmt, 3 + (int) i));
      finding->severity = (int) pamong_stmt_int (stmt, 7);
      finding->message = g_strdup (pamong_stmt_text (stmt, 8));
      finding->remedy = g_strdup (pamong_stmt_text (stmt, 9));
      finding->read = pamong_stmt_int (stmt, 10) != 0;
      g_ptr_array_add (findings, finding);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&findings) : NULL;
}
