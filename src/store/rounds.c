/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/device.h"

#include "store/store_private.h"

void
pamong_round_free (PamongRound *round)
{
  g_free (round->outcome);
  g_free (round);
}

/* A computer on the line asks every few minutes; of rounds in a row that moved nothing only the last is kept. */
static gboolean
forget_idle (PamongWrite *write, const PamongRound *round, GError **error)
{
  g_autoptr (PamongStmt) stmt = NULL;

  if (round->pushed > 0 || round->pulled > 0)
    return TRUE;
  stmt = pamong_db_prepare (write->db, "DELETE FROM round WHERE id = (SELECT max(id) FROM round) AND pushed = 0 AND pulled = 0 AND outcome = ?1", error);
  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, round->outcome);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_round_put (PamongWrite *write, const PamongRound *round, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "INSERT INTO round (t, pushed, applied, merged, conflicts, rejected, pulled, bytes_out, bytes_in, outcome)"
                                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                                   error);

  if (stmt == NULL || !forget_idle (write, round, error))
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (stmt, 1, round->t);
  pamong_stmt_bind_int (stmt, 2, round->pushed);
  pamong_stmt_bind_int (stmt, 3, round->applied);
  pamong_stmt_bind_int (stmt, 4, round->merged);
  pamong_stmt_bind_int (stmt, 5, round->conflicts);
  pamong_stmt_bind_int (stmt, 6, round->rejected);
  pamong_stmt_bind_int (stmt, 7, round->pulled);
  pamong_stmt_bind_int (stmt, 8, round->bytes_out);
  pamong_stmt_bind_int (stmt, 9, round->bytes_in);
  pamong_stmt_bind_text (stmt, 10, round->outcome);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

GPtrArray *
pamong_rounds (PamongStore *store, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_round_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT t, pushed, applied, merged, conflicts, rejected, pulled, bytes_out, bytes_in, outcome"
                                                   " FROM round WHERE pushed > 0 OR pulled > 0 OR outcome <> 'ok' ORDER BY id DESC LIMIT ?1",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_int (stmt, 1, limit);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongRound *round = g_new0 (PamongRound, 1);

      round->t = pamong_stmt_int (stmt, 0);
      round->pushed = pamong_stmt_int (stmt, 1);
      round->applied = pamong_stmt_int (stmt, 2);
      round->merged = pamong_stmt_int (stmt, 3);
      round->conflicts = pamong_stmt_int (stmt, 4);
      round->rejected = pamong_stmt_int (stmt, 5);
      round->pulled = pamong_stmt_int (stmt, 6);
      round->bytes_out = pamong_stmt_int (stmt, 7);
      round->bytes_in = pamong_stmt_int (stmt, 8);
      round->outcome = g_strdup (pamong_stmt_text (stmt, 9));
      g_ptr_array_add (rounds, round);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&rounds) : NULL;
}
