/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger_sqlite.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
close_ledger (PamongLedger *ledger)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  g_clear_pointer (&self->tx, pamong_tx_rollback);
  g_clear_pointer (&self->db, pamong_db_close);
  g_clear_pointer (&self->is_written, g_hash_table_unref);
  g_clear_pointer (&self->written, g_ptr_array_unref);
  g_free (self);
}

/* All but the first @n. */
static void
forget_written (PamongLedgerSqlite *self, guint n)
{
  for (guint i = n; i < self->written->len; i++)
    g_hash_table_remove (self->is_written, g_ptr_array_index (self->written, i));
  g_ptr_array_set_size (self->written, (gint) n);
}

static gboolean
begin (PamongLedger *ledger, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  g_assert (self->tx == NULL);
  forget_written (self, 0);
  self->tx = pamong_tx_begin (self->db, error);
  return self->tx != NULL;
}

/* The numbers of this transaction are (head - n, head]. @first: (out): the lowest. */
static gboolean
raise_head (PamongLedgerSqlite *self, gint64 *first, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (self->db, "UPDATE feed_head SET head = head + ?1 RETURNING head", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, self->written->len);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *first = pamong_stmt_int (stmt, 0) - self->written->len + 1;
  return pamong_stmt_run (stmt, error);
}

static gboolean
number_records (PamongLedgerSqlite *self, GError **error)
{
  gint64 first;

  if (self->written->len == 0)
    return TRUE;
  if (!raise_head (self, &first, error))
    return FALSE;
  for (guint i = 0; i < self->written->len; i++)
    {
      g_autoptr (PamongStmt) stmt = pamong_db_prepare (self->db, "UPDATE record SET num = ?2 WHERE uid = ?1", error);

      if (stmt == NULL)
        return FALSE;
      pamong_stmt_bind_text (stmt, 1, g_ptr_array_index (self->written, i));
      pamong_stmt_bind_int (stmt, 2, first + i);
      if (!pamong_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static void
rollback (PamongLedger *ledger)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  g_clear_pointer (&self->tx, pamong_tx_rollback);
}

static gboolean
commit (PamongLedger *ledger, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  if (!number_records (self, error))
    {
      rollback (ledger);
      return FALSE;
    }
  return pamong_tx_commit (g_steal_pointer (&self->tx), error);
}

static gboolean
savepoint (PamongLedger *ledger, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  self->mark = self->written->len;
  return pamong_db_savepoint (self->db, error);
}

static gboolean
release (PamongLedger *ledger, GError **error)
{
  return pamong_db_release (((PamongLedgerSqlite *) ledger)->db, error);
}

/* SQLite keeps a savepoint it has rolled back to, so it is released as well. */
static gboolean
rollback_to (PamongLedger *ledger, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  forget_written (self, self->mark);
  return pamong_db_rollback_to (self->db, error) && pamong_db_release (self->db, error);
}

static char *
get_meta (PamongLedger *ledger, const char *key, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (self->db, "SELECT value FROM meta WHERE key = ?1", error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, key);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? g_strdup (pamong_stmt_text (stmt, 0)) : NULL;
}

static gboolean
set_meta (PamongLedger *ledger, const char *key, const char *value, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (self->db, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, key);
  pamong_stmt_bind_text (stmt, 2, value);
  return pamong_stmt_run (stmt, error);
}

static PamongLedgerSqlite *
new_ledger (PamongDb *db)
{
  PamongLedgerSqlite *self = g_new0 (PamongLedgerSqlite, 1);
  PamongLedger *ledger = &self->ledger;

  self->db = db;
  self->written = g_ptr_array_new_with_free_func (g_free);
  self->is_written = g_hash_table_new (g_str_hash, g_str_equal);
  ledger->close = close_ledger;
  ledger->begin = begin;
  ledger->commit = commit;
  ledger->rollback = rollback;
  ledger->savepoint = savepoint;
  ledger->release = release;
  ledger->rollback_to = rollback_to;
  ledger->get_meta = get_meta;
  ledger->set_meta = set_meta;
  pamong_ledger_sqlite_use_devices (ledger);
  pamong_ledger_sqlite_use_records (ledger);
  pamong_ledger_sqlite_use_feed (ledger);
  pamong_ledger_sqlite_use_answers (ledger);
  pamong_ledger_sqlite_use_check (ledger);
  return self;
}

PamongLedger *
pamong_ledger_open_sqlite (const char *dir, gboolean create, GError **error)
{
  g_autofree char *path = g_build_filename (dir, "ledger.db", NULL);
  g_autoptr (PamongDb) db = NULL;

  if (create)
    g_mkdir_with_parents (dir, 0700);
  else if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no ledger in “%s”. Make one: pamong-server admin init --regency 35.22 --data %s"), dir, dir);
      return NULL;
    }
  db = pamong_db_open (path, PAMONG_DB_ROLLBACK, error);
  if (db == NULL || !pamong_db_migrate (db, "sql/server", error))
    return NULL;
  return &new_ledger (g_steal_pointer (&db))->ledger;
}
