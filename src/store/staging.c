/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/staging.h"

#include "store/store_private.h"

#define IMPORT_COLUMNS \
  "id, uid, state, t, file, digest, layout, act, title, source, compiled_by, compiled_on, area, columns, stamp," \
  " rows, added, changed, differs, same, refused, families, findings"

void
pamong_import_free (PamongImport *import)
{
  if (import == NULL)
    return;
  g_free (import->uid);
  g_free (import->file);
  g_free (import->layout);
  g_free (import->digest);
  g_free (import->act);
  g_free (import->title);
  g_free (import->source);
  g_free (import->compiled_by);
  g_free (import->compiled_on);
  g_free (import->area);
  g_free (import->columns);
  g_free (import->stamp);
  g_free (import);
}

static PamongImport *
read_import (PamongStmt *stmt)
{
  PamongImport *import = g_new0 (PamongImport, 1);
  char **texts[] = { &import->file, &import->digest, &import->layout, &import->act, &import->title, &import->source, &import->compiled_by, &import->compiled_on, &import->area, &import->columns, &import->stamp };
  guint *figures[] = { &import->figures.rows, &import->figures.added, &import->figures.changed, &import->figures.differs, &import->figures.same, &import->figures.refused, &import->figures.families, &import->figures.findings };

  import->id = pamong_stmt_int (stmt, 0);
  import->uid = g_strdup (pamong_stmt_text (stmt, 1));
  import->state = (PamongImportState) pamong_stmt_int (stmt, 2);
  import->t = pamong_stmt_int (stmt, 3);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (pamong_stmt_text (stmt, 4 + (int) i));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    *figures[i] = (guint) pamong_stmt_int (stmt, 15 + (int) i);
  import->is_here = TRUE;
  import->has_rows = (gboolean) pamong_stmt_int (stmt, 23);
  return import;
}

static gboolean
count_differences (PamongStore *store, PamongImport *import, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT count (*), total (take) FROM import_difference WHERE import = ?1 AND fill = 0", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, import->id);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  import->figures.differences = (guint) pamong_stmt_int (stmt, 0);
  import->figures.taken = (guint) pamong_stmt_int (stmt, 1);
  return TRUE;
}

GPtrArray *
pamong_staging_imports (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT " IMPORT_COLUMNS ", EXISTS (SELECT 1 FROM import_row WHERE import_row.import = import.id) FROM import ORDER BY id DESC", error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (imports, read_import (stmt));
  for (guint i = 0; step == PAMONG_STEP_DONE && i < imports->len; i++)
    if (!count_differences (store, imports->pdata[i], error))
      return NULL;
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&imports) : NULL;
}

gboolean
pamong_staging_put (PamongWrite *write, PamongImport *import, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "INSERT INTO import (" IMPORT_COLUMNS ")"
                                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)"
                                                   " ON CONFLICT (id) DO UPDATE SET state = excluded.state, stamp = excluded.stamp, rows = excluded.rows, added = excluded.added,"
                                                   " changed = excluded.changed, differs = excluded.differs, same = excluded.same, refused = excluded.refused,"
                                                   " families = excluded.families, findings = excluded.findings RETURNING id",
                                                   error);
  const char *texts[] = { import->file, import->digest, import->layout, import->act, import->title, import->source, import->compiled_by, import->compiled_on, import->area, import->columns, import->stamp };
  const PamongImportFigures *f = &import->figures;
  guint figures[] = { f->rows, f->added, f->changed, f->differs, f->same, f->refused, f->families, f->findings };

  if (stmt == NULL)
    return FALSE;
  if (import->id > 0)
    pamong_stmt_bind_int (stmt, 1, import->id);
  pamong_stmt_bind_text (stmt, 2, import->uid);
  pamong_stmt_bind_int (stmt, 3, import->state);
  pamong_stmt_bind_int (stmt, 4, import->t);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pamong_stmt_bind_text (stmt, 5 + (int) i, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    pamong_stmt_bind_int (stmt, 16 + (int) i, figures[i]);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return pamong_write_note (write, FALSE);
  import->id = pamong_stmt_int (stmt, 0);
  return TRUE;
}

static gboolean
run_for (PamongWrite *write, const char *sql, gint64 id, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, sql, error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (stmt, 1, id);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

/* When no other import has rows, the table is emptied whole: row by row is as slow as writing them was. */
static gboolean
forget_rows (PamongWrite *write, gint64 id, GError **error)
{
  g_autoptr (PamongStmt) others = pamong_db_prepare (write->db, "SELECT EXISTS (SELECT 1 FROM import_row WHERE import < ?1) OR EXISTS (SELECT 1 FROM import_row WHERE import > ?1)", error);
  g_autoptr (PamongStmt) stmt = NULL;

  if (others == NULL)
    return FALSE;
  pamong_stmt_bind_int (others, 1, id);
  if (pamong_stmt_step (others, error) != PAMONG_STEP_ROW)
    return FALSE;
  if (pamong_stmt_int (others, 0) != 0)
    return run_for (write, "DELETE FROM import_row WHERE import = ?1", id, error);
  return (stmt = pamong_db_prepare (write->db, "DELETE FROM import_row", error)) != NULL && pamong_stmt_run (stmt, error);
}

/* Where SQLite blanks what is deleted, every page is written once more. Returns: what was set before. */
static const char *
blank_deleted (PamongWrite *write, const char *how, GError **error)
{
  static const char *const known[] = { "PRAGMA secure_delete = OFF;", "PRAGMA secure_delete = ON;", "PRAGMA secure_delete = FAST;" };
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "PRAGMA secure_delete", error);
  gint64 before;

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  before = CLAMP (pamong_stmt_int (stmt, 0), 0, 2);
  pamong_stmt_reset (stmt);
  return pamong_db_exec (write->db, how, error) ? known[before] : NULL;
}

gboolean
pamong_staging_forget_over (PamongWrite *write, gint64 id, GError **error)
{
  const char *before = blank_deleted (write, "PRAGMA secure_delete = FAST;", error);
  gboolean done = before != NULL && pamong_staging_forget_rows (write, id, error);

  if (before != NULL && !pamong_db_exec (write->db, before, done ? error : NULL))
    done = FALSE;
  return pamong_write_note (write, done);
}

gboolean
pamong_staging_forget_rows (PamongWrite *write, gint64 id, GError **error)
{
  return pamong_write_note (write, forget_rows (write, id, error)) && run_for (write, "DELETE FROM import_difference WHERE import = ?1", id, error)
         && run_for (write, "DELETE FROM import_finding WHERE import = ?1", id, error);
}

gboolean
pamong_staging_forget_results (PamongWrite *write, gint64 id, GError **error)
{
  return run_for (write, "DELETE FROM import_difference WHERE import = ?1", id, error) && run_for (write, "DELETE FROM import_finding WHERE import = ?1 AND read = 0", id, error)
         && run_for (write, "UPDATE import_row SET outcome = 1, resident = NULL WHERE import = ?1 AND (outcome <> 1 OR resident IS NOT NULL)", id, error);
}

gboolean
pamong_staging_forget (PamongWrite *write, gint64 id, GError **error)
{
  return pamong_staging_forget_rows (write, id, error) && run_for (write, "DELETE FROM import WHERE id = ?1", id, error);
}

char *
pamong_staging_stamp (PamongStore *store, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT ifnull ((SELECT max (seq) FROM change), 0) || ' ' || ifnull ((SELECT max (id) FROM history), 0)", error);

  return stmt != NULL && pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? g_strdup (pamong_stmt_text (stmt, 0)) : NULL;
}

gboolean
pamong_staging_count (PamongStore *store, PamongImport *import, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT outcome, count (*) FROM import_row WHERE import = ?1 GROUP BY outcome", error);
  g_autoptr (PamongStmt) findings = pamong_db_prepare (pamong_store_db (store), "SELECT count (*) FROM import_finding WHERE import = ?1", error);
  PamongImportFigures *f = &import->figures;
  guint *figures[] = { NULL, &f->added, &f->changed, &f->differs, &f->same, &f->refused };
  PamongStep step;

  if (stmt == NULL || findings == NULL)
    return FALSE;
  f->rows = 0;
  for (guint i = 1; i < G_N_ELEMENTS (figures); i++)
    *figures[i] = 0;
  pamong_stmt_bind_int (stmt, 1, import->id);
  pamong_stmt_bind_int (findings, 1, import->id);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gint64 outcome = pamong_stmt_int (stmt, 0);

      f->rows += (guint) pamong_stmt_int (stmt, 1);
      if (outcome > 0 && outcome < (gint64) G_N_ELEMENTS (figures))
        *figures[outcome] += (guint) pamong_stmt_int (stmt, 1);
    }
  if (step != PAMONG_STEP_DONE || pamong_stmt_step (findings, error) != PAMONG_STEP_ROW)
    return FALSE;
  f->findings = (guint) pamong_stmt_int (findings, 0);
  return count_differences (store, import, error);
}
