/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_private.h"

#include "domain/clock.h"
#include "wire/envelope.h"

#include <glib/gi18n-lib.h>

static PamongWrite *
begin (PamongStore *store, PamongWriteMode mode, GError **error)
{
  PamongTx *tx = pamong_tx_begin (pamong_store_db (store), error);
  PamongWrite *write;

  if (tx == NULL)
    return NULL;
  write = g_new0 (PamongWrite, 1);
  write->store = store;
  write->db = pamong_store_db (store);
  write->tx = tx;
  write->mode = mode;
  write->residents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  write->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return write;
}

static PamongWrite *
begin_captured (PamongStore *store, PamongWriteMode mode, const char *actor, const char *act, const char *reason, GError **error)
{
  g_autoptr (PamongWrite) write = begin (store, mode, error);
  g_autoptr (PamongStmt) stmt = NULL;

  if (write == NULL)
    return NULL;
  stmt = pamong_db_prepare (write->db,
                            "INSERT INTO sync_ctx (one, mode, actor, act, reason, tx, t)"
                            " VALUES (1, ?1, ?2, ?3, ?4, ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0) + 1, ?5)"
                            " RETURNING tx",
                            error);
  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, mode == PAMONG_WRITE_LOCAL ? "local" : "apply");
  pamong_stmt_bind_text (stmt, 2, actor);
  pamong_stmt_bind_text (stmt, 3, act);
  pamong_stmt_bind_text (stmt, 4, reason);
  pamong_stmt_bind_int (stmt, 5, pamong_clock_now ());
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  write->first = pamong_stmt_int (stmt, 0);
  return g_steal_pointer (&write);
}

static void
free_write (PamongWrite *write)
{
  g_hash_table_unref (write->residents);
  g_hash_table_unref (write->families);
  if (write->many)
    pamong_write_room (write, FALSE);
  g_clear_pointer (&write->fresh, g_hash_table_unref);
  g_free (write->actor);
  g_free (write->act);
  g_free (write->reason);
  g_free (write);
}

/* Every change of the act learns how many they are: all or nothing at the other end too. */
static gboolean
seal (PamongWrite *write, int *n, GError **error)
{
  g_autoptr (PamongStmt) count = pamong_db_prepare (write->db, "SELECT count (*) FROM change WHERE seq >= ?1", error);
  g_autoptr (PamongStmt) update = NULL;

  if (count == NULL)
    return FALSE;
  pamong_stmt_bind_int (count, 1, write->first);
  if (pamong_stmt_step (count, error) != PAMONG_STEP_ROW)
    return FALSE;
  *n = (int) pamong_stmt_int (count, 0);
  if (*n == 0)
    return TRUE;
  if (*n > PAMONG_ACT_MAX)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This act changes %d records at once; at most %d can be sent together. Do it in parts."), *n, PAMONG_ACT_MAX);
      return FALSE;
    }
  if ((update = pamong_db_prepare (write->db, "UPDATE change SET n = ?1 WHERE seq >= ?2", error)) == NULL)
    return FALSE;
  pamong_stmt_bind_int (update, 1, *n);
  pamong_stmt_bind_int (update, 2, write->first);
  return pamong_stmt_run (update, error);
}

static gboolean
run (PamongDb *db, const char *sql, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, sql, error);

  return stmt != NULL && pamong_stmt_run (stmt, error);
}

static gboolean
close_captured (PamongWrite *write, int *n, GError **error)
{
  if (write->mode == PAMONG_WRITE_LOCAL && !seal (write, n, error))
    return FALSE;
  if (write->dropped && !run (write->db, "DELETE FROM resident_list WHERE rid IN (SELECT rid FROM resident WHERE deleted = 1)", error))
    return FALSE;
  if (write->many && (!pamong_derived_add (write->db, write->first_rid, error) || !pamong_write_many_end (write, error)))
    return FALSE;
  return pamong_derived_refresh (write->db, write->residents, write->families, error) && run (write->db, "DELETE FROM sync_ctx", error);
}

static gboolean
renew_context (PamongWrite *write, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "UPDATE sync_ctx SET tx = ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0) + 1 RETURNING tx", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  write->first = pamong_stmt_int (stmt, 0);
  return TRUE;
}

gboolean
pamong_write_next (PamongWrite *write, GError **error)
{
  int n = 0;
  gboolean done = seal (write, &n, error) && pamong_derived_refresh (write->db, write->residents, write->families, error) && renew_context (write, error);

  g_hash_table_remove_all (write->residents);
  g_hash_table_remove_all (write->families);
  write->written = 0;
  return pamong_write_note (write, done);
}

guint
pamong_write_n (PamongWrite *write)
{
  return write->written;
}

PamongWrite *
pamong_write_begin (PamongStore *store, const char *actor, const char *act, const char *reason, GError **error)
{
  return begin_captured (store, PAMONG_WRITE_LOCAL, actor, act, reason, error);
}

PamongWrite *
pamong_write_begin_apply (PamongStore *store, GError **error)
{
  return begin_captured (store, PAMONG_WRITE_APPLY, "", "", NULL, error);
}

PamongWrite *
pamong_write_begin_plain (PamongStore *store, GError **error)
{
  return begin (store, PAMONG_WRITE_PLAIN, error);
}

gboolean
pamong_write_commit (PamongWrite *write, gint64 *first, int *n, GError **error)
{
  int changes = 0;
  gboolean done;

  if (write->failed)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_FAILED, _("A part could not be saved, so nothing was."));
  done = !write->failed && (write->mode == PAMONG_WRITE_PLAIN || close_captured (write, &changes, error));
  if (done)
    done = pamong_tx_commit (g_steal_pointer (&write->tx), error);
  if (done && first != NULL)
    *first = write->first;
  if (done && n != NULL)
    *n = changes;
  pamong_write_rollback (write);
  return done;
}

void
pamong_write_rollback (PamongWrite *write)
{
  g_clear_pointer (&write->tx, pamong_tx_rollback);
  free_write (write);
}

/* An act that went on after a failed step must not be saved in part. */
gboolean
pamong_write_note (PamongWrite *write, gboolean done)
{
  write->failed |= !done;
  return done;
}

PamongStore *
pamong_write_store (PamongWrite *write)
{
  return write->store;
}

gboolean
pamong_write_meta (PamongWrite *write, const char *key, const char *value, GError **error)
{
  return pamong_write_note (write, pamong_meta_put (write->db, key, value, error));
}
