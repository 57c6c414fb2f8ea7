/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/walk.h"

#include "domain/clock.h"
#include "store/store_private.h"

typedef struct {
  PamongStore *store;
  const PamongQuery *query;
  PamongWalkFunc func;
  gpointer data;
  const char *members_sql;
  GPtrArray *members;
  GArray *statuses;
  gboolean stopped;
} Walk;

#define FAMILY_UID 10

/* Parameters as pamong_query_bind() binds them; those of people count for the members, and ?9 stands here so that there is room for all. */
static const char *const families_sql = "SELECT uid FROM family WHERE deleted = 0 AND (?2 IS NULL OR area = ?2) AND (?3 IS NULL OR dusun = ?3)"
                                        " AND (?4 IS NULL OR rw = ?4) AND (?5 IS NULL OR rt = ?5) AND (?9 IS NULL OR 1)"
                                        " ORDER BY area, dusun NULLS LAST, rw NULLS LAST, rt NULLS LAST, kk_number NULLS LAST, rid";

static int
asked_status (const PamongQuery *query)
{
  return query->status == 0 ? PAMONG_STATUS_ALIVE : query->status;
}

static gboolean
read_status (Walk *walk, const PamongRecord *member, PamongStatus *status, GError **error)
{
  g_autoptr (PamongStmt) stmt = NULL;
  PamongStep step;

  *status = (PamongStatus) asked_status (walk->query);
  if (walk->query->status != -1)
    return TRUE;
  stmt = pamong_db_prepare (pamong_store_db (walk->store), "SELECT l.status FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid WHERE r.uid = ?1", error);
  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, member->uid);
  step = pamong_stmt_step (stmt, error);
  *status = step == PAMONG_STEP_ROW ? (PamongStatus) pamong_stmt_int (stmt, 0) : PAMONG_STATUS_ALIVE;
  return step != PAMONG_STEP_ERROR;
}

static gboolean
give (Walk *walk, PamongRecord *family, GError **error)
{
  g_array_set_size (walk->statuses, walk->members->len);
  for (guint i = 0; i < walk->members->len; i++)
    if (!read_status (walk, walk->members->pdata[i], &g_array_index (walk->statuses, PamongStatus, i), error))
      return FALSE;
  if (walk->members->len > 0)
    walk->stopped = !walk->func (family, walk->members, (const PamongStatus *) (gpointer) walk->statuses->data, walk->data);
  g_ptr_array_set_size (walk->members, 0);
  return TRUE;
}

static gboolean
give_family (Walk *walk, const char *uid, GError **error)
{
  g_autoptr (PamongRecord) family = pamong_store_get (walk->store, PAMONG_KIND_FAMILY, uid, error);
  g_autoptr (PamongStmt) stmt = family != NULL ? pamong_db_prepare (pamong_store_db (walk->store), walk->members_sql, error) : NULL;
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_query_bind (stmt, walk->query);
  pamong_stmt_bind_text (stmt, FAMILY_UID, uid);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (walk->members, pamong_record_read (stmt, PAMONG_KIND_RESIDENT, NULL));
  pamong_members_sort (walk->members);
  return step == PAMONG_STEP_DONE && give (walk, family, error);
}

/* While this statement runs its connection sees one state of the file, and the looks for the members with it. */
static gboolean
walk_families (Walk *walk, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (walk->store), families_sql, error);
  PamongStep step = PAMONG_STEP_DONE;

  if (stmt == NULL)
    return FALSE;
  pamong_query_bind (stmt, walk->query);
  while (!walk->stopped && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    if (!give_family (walk, pamong_stmt_text (stmt, 0), error))
      return FALSE;
  return walk->stopped || step == PAMONG_STEP_DONE;
}

/* Those on no card, and those whose card is not here: its record is still on the way. */
static gboolean
walk_alone (Walk *walk, GError **error)
{
  g_autofree char *sql = pamong_record_sql_walked ("(?2 IS NULL OR area = ?2) AND NOT EXISTS (SELECT 1 FROM family AS f WHERE f.uid = resident.family_uid AND f.deleted = 0)");
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (walk->store), sql, error);
  PamongStep step = PAMONG_STEP_DONE;

  if (stmt == NULL)
    return FALSE;
  pamong_query_bind (stmt, walk->query);
  while (!walk->stopped && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_ptr_array_add (walk->members, pamong_record_read (stmt, PAMONG_KIND_RESIDENT, NULL));
      if (!give (walk, NULL, error))
        return FALSE;
    }
  return walk->stopped || step == PAMONG_STEP_DONE;
}

gboolean
pamong_store_walk (PamongStore *store, const PamongQuery *query, PamongWalkFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  g_autoptr (GArray) statuses = g_array_new (FALSE, FALSE, sizeof (PamongStatus));
  g_autofree char *sql = pamong_record_sql_walked ("family_uid = ?10"); /* sorted here: SQLite would carry every column through its sorter */
  g_autofree char *today = pamong_clock_today ();
  PamongQuery asked = *query;
  Walk walk = { .store = store, .query = &asked, .func = func, .data = data, .members_sql = sql, .members = members, .statuses = statuses };
  gboolean placed = query->dusun != NULL || query->rw != NULL || query->rt != NULL;

  if (asked.today == NULL)
    asked.today = today;
  if (!walk_families (&walk, error))
    return FALSE;
  return walk.stopped || placed || walk_alone (&walk, error);
}
