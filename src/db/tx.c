/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"

struct _PamongTx {
  PamongDb *db;
};

static gboolean
run (PamongDb *db, const char *sql, GError **error)
{
  PamongStmt *stmt = pamong_db_prepare (db, sql, error);

  return stmt != NULL && pamong_stmt_run (stmt, error);
}

static void
finish (PamongTx *tx)
{
  /* A full disk makes SQLite roll back by itself. */
  if (!sqlite3_get_autocommit (tx->db->handle) && !run (tx->db, "ROLLBACK", NULL))
    g_critical ("a transaction could not be rolled back");
  tx->db->tx = NULL;
  g_free (tx);
}

PamongTx *
pamong_tx_begin (PamongDb *db, GError **error)
{
  PamongTx *tx;

  ASSERT_THREAD (db);
  g_assert (db->tx == NULL);
  if (!run (db, "BEGIN IMMEDIATE", error))
    return NULL;
  tx = g_new0 (PamongTx, 1);
  tx->db = db;
  return db->tx = tx;
}

gboolean
pamong_tx_commit (PamongTx *tx, GError **error)
{
  gboolean done;

  ASSERT_THREAD (tx->db);
  if (sqlite3_get_autocommit (tx->db->handle))
    {
      pamong_db_set_error (error, SQLITE_FULL);
      done = FALSE;
    }
  else
    done = run (tx->db, "COMMIT", error);
  /* One more net: see the README on statements left half read. */
  if (!pamong_db_is_idle (tx->db))
    g_warning ("a statement was left half read");
  finish (tx);
  return done;
}

void
pamong_tx_rollback (PamongTx *tx)
{
  ASSERT_THREAD (tx->db);
  finish (tx);
}

/* SQLite takes the innermost of savepoints with one name, which is nesting. */
gboolean
pamong_db_savepoint (PamongDb *db, GError **error)
{
  ASSERT_THREAD (db);
  return run (db, "SAVEPOINT inner", error);
}

gboolean
pamong_db_release (PamongDb *db, GError **error)
{
  ASSERT_THREAD (db);
  return run (db, "RELEASE inner", error);
}

gboolean
pamong_db_rollback_to (PamongDb *db, GError **error)
{
  ASSERT_THREAD (db);
  return run (db, "ROLLBACK TO inner", error);
}
