/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/known.h"

#include "store/store_private.h"

gboolean
pamong_store_known_people (PamongStore *store, const char *area, PamongKnownPersonFunc func, gpointer data, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT l.uid, l.nik, l.name_key, l.birth_date, l.sex, l.status,"
                                                   " l.status = 9 AND NOT EXISTS (SELECT 1 FROM event_standing AS e WHERE e.resident_uid = l.uid AND e.type BETWEEN 1 AND 9)"
                                                   "  AND EXISTS (SELECT 1 FROM event AS e WHERE e.resident_uid = l.uid AND e.type = 1 AND e.batch IS NOT NULL)"
                                                   " FROM resident_list AS l WHERE +l.area = ?1", /* + : through the table, not back and forth by an index */
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, area);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongKnownPerson person = { pamong_stmt_text (stmt, 0), pamong_stmt_text (stmt, 1), pamong_stmt_text (stmt, 2), pamong_stmt_text (stmt, 3), (int) pamong_stmt_int (stmt, 4),
                                   (PamongStatus) pamong_stmt_int (stmt, 5), pamong_stmt_int (stmt, 6) != 0 };

      func (&person, data);
    }
  return step == PAMONG_STEP_DONE;
}

gboolean
pamong_store_known_families (PamongStore *store, const char *area, PamongKnownFamilyFunc func, gpointer data, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT uid, kk_number FROM family WHERE area = ?1 AND deleted = 0 ORDER BY rid", error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, area);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    func (pamong_stmt_text (stmt, 0), pamong_stmt_text (stmt, 1), data);
  return step == PAMONG_STEP_DONE;
}

GPtrArray *
pamong_store_batch_events (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT uid FROM event_standing WHERE batch = ?1 ORDER BY rid DESC", error);
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

char *
pamong_store_batch_person (PamongStore *store, const char *uid, const char *name, const char *nik, const char *birth_date)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT DISTINCT r.uid FROM event AS e JOIN resident AS r ON r.uid = e.resident_uid WHERE e.batch = ?1"
                                                   " AND r.name IS ?2 AND r.nik IS ?3 AND r.birth_date IS ?4 LIMIT 2",
                                                   NULL);
  g_autofree char *found = NULL;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, uid);
  pamong_stmt_bind_text (stmt, 2, name);
  pamong_stmt_bind_text (stmt, 3, nik);
  pamong_stmt_bind_text (stmt, 4, birth_date);
  if (pamong_stmt_step (stmt, NULL) != PAMONG_STEP_ROW)
    return NULL;
  found = g_strdup (pamong_stmt_text (stmt, 0));
  return pamong_stmt_step (stmt, NULL) == PAMONG_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

gboolean
pamong_store_act_updates (PamongStore *store, const char *act, PamongActChangeFunc func, gpointer data, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT kind, uid, \"set\", 0 AS place, seq AS n FROM change WHERE act = ?1 AND op = 'update' AND kind IN ('resident', 'family')"
                                                   " UNION ALL SELECT kind, uid, \"set\", 1, id FROM history WHERE act = ?1 AND op = 'update' AND kind IN ('resident', 'family')"
                                                   " ORDER BY place, n DESC",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, act);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      int kind = pamong_kind_from_name (pamong_stmt_text (stmt, 0));
      g_autoptr (GPtrArray) set = pamong_set_parse ((PamongKind) kind, pamong_stmt_text (stmt, 2), error);

      if (set == NULL || !func ((PamongKind) kind, pamong_stmt_text (stmt, 1), set, data, error))
        return FALSE;
    }
  return step == PAMONG_STEP_DONE;
}
