/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/batches.h"

#include "store/store_private.h"

gboolean
pamong_store_batch_state (PamongStore *store, const char *uid, PamongBatchState *state, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT"
                                                   " (SELECT count (*) FROM change WHERE state <> 'acked' AND state = 'pending' AND act IN ('inject ' || ?1, 'inject.undo ' || ?1)),"
                                                   " (SELECT count (*) FROM change WHERE state <> 'acked' AND state = 'held' AND act IN ('inject ' || ?1, 'inject.undo ' || ?1)),"
                                                   " (SELECT count (DISTINCT resident_uid) FROM event_standing WHERE batch = ?1 AND type = 1),"
                                                   " (SELECT count (DISTINCT e.resident_uid) FROM event_standing AS e JOIN resident AS r ON r.uid = e.resident_uid"
                                                   "  WHERE e.batch = ?1 AND e.type = 1 AND r.batch_uid IS NULL AND r.deleted = 0),"
                                                   " (SELECT act = 'inject.return ' || ?1 FROM"
                                                   "  (SELECT act, t, 1 AS here, seq AS n FROM change WHERE uid = ?1 AND op = 'update'"
                                                   "   UNION ALL SELECT act, t, 0, id FROM history WHERE uid = ?1 AND op = 'update')"
                                                   "  ORDER BY t DESC, here DESC, n DESC LIMIT 1)",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *state = (PamongBatchState) { pamong_stmt_int (stmt, 0), pamong_stmt_int (stmt, 1), pamong_stmt_int (stmt, 2), pamong_stmt_int (stmt, 3), pamong_stmt_int (stmt, 4) != 0 };
  return TRUE;
}

gint64
pamong_store_batch_time (PamongStore *store, const char *uid)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT min (t) FROM (SELECT t FROM change WHERE uid = ?1 UNION ALL SELECT t FROM history WHERE uid = ?1)", NULL);

  if (stmt == NULL)
    return 0;
  pamong_stmt_bind_text (stmt, 1, uid);
  return pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW ? pamong_stmt_int (stmt, 0) : 0;
}

GPtrArray *
pamong_store_batch_gone (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT uid, max (rid) AS last FROM event AS e WHERE batch = ?1 AND type <> 90 AND deleted = 0"
                                                   " AND EXISTS (SELECT 1 FROM event AS c WHERE c.cancels = e.uid AND c.type = 90 AND c.deleted = 0)"
                                                   " AND NOT EXISTS (SELECT 1 FROM event_standing AS s WHERE s.batch = ?1 AND s.type = e.type"
                                                   "  AND s.resident_uid IS e.resident_uid AND s.family_uid IS e.family_uid)"
                                                   " GROUP BY type, resident_uid, family_uid ORDER BY last",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, uid);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongRecord *event = pamong_store_get (store, PAMONG_KIND_EVENT, pamong_stmt_text (stmt, 0), error);

      if (event == NULL)
        return NULL;
      g_ptr_array_add (events, event);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&events) : NULL;
}
