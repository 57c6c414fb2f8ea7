/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_private.h"

char *
pamong_meta_get (PamongDb *db, const char *key)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "SELECT value FROM meta WHERE key = ?1", NULL);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, key);
  return pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW ? g_strdup (pamong_stmt_text (stmt, 0)) : NULL;
}

gboolean
pamong_meta_put (PamongDb *db, const char *key, const char *value, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "INSERT INTO meta (key, value) VALUES (?1, ?2)"
                                                   " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, key);
  pamong_stmt_bind_text (stmt, 2, value);
  return pamong_stmt_run (stmt, error);
}
