/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/residents.h"

#include <string.h>

#include "domain/clock.h"
#include "store/list_groups.h"
#include "store/store_private.h"

/* Every filter of PamongQuery; one not asked is NULL. Born on or before ?7 means at least age_min, after ?8 at most age_max. */
#define FILTERS(of_status, in_area)                                                                 \
  " FROM resident_list WHERE " of_status " AND " in_area                                            \
  " AND (?3 IS NULL OR dusun = ?3) AND (?4 IS NULL OR rw = ?4) AND (?5 IS NULL OR rt = ?5)"         \
  " AND (?6 IS NULL OR sex = ?6) AND (?7 IS NULL OR birth_date <= ?7) AND (?8 IS NULL OR birth_date > ?8)" \
  " AND (?9 IS NULL OR (marks & ?9) = ?9)"
#define ANY_STATUS "(?1 IS NULL OR status = ?1)"
#define OF_STATUS "status = ?1" /* by the index that follows the names */
#define ANYWHERE "(?2 IS NULL OR area = ?2)"
#define IN_AREA "area = ?2" /* by its index: a village of a regency */
#define IDS_ANYWHERE(order) "SELECT rid" FILTERS (ANY_STATUS, ANYWHERE) " ORDER BY " order
#define IDS_IN_AREA(order) "SELECT rid" FILTERS (ANY_STATUS, IN_AREA) " ORDER BY " order
/* The list as it opens, and in another order: answered from an index alone where list-order.sql makes one. */
#define IDS_PLAIN(order) "SELECT rid FROM resident_list WHERE status = ?1 ORDER BY " order

/* One whole statement per order: up and down. People without the value stand last either way. */
#define ORDERS(ids)                                                                                                                     \
  {                                                                                                                                     \
    [PAMONG_SORT_NAME] = { ids ("name_key, rid"), ids ("name_key DESC, rid DESC") },                                                    \
    [PAMONG_SORT_NIK] = { ids ("nik NULLS LAST, name_key, rid"), ids ("nik DESC NULLS LAST, name_key, rid") },                          \
    [PAMONG_SORT_SEX] = { ids ("sex NULLS LAST, name_key, rid"), ids ("sex DESC NULLS LAST, name_key, rid") },                          \
    [PAMONG_SORT_AGE] = { ids ("birth_date DESC NULLS LAST, name_key, rid"), ids ("birth_date NULLS LAST, name_key, rid") },            \
    [PAMONG_SORT_SHDK] = { ids ("shdk NULLS LAST, name_key, rid"), ids ("shdk DESC NULLS LAST, name_key, rid") },                       \
    [PAMONG_SORT_KK] = { ids ("kk_number NULLS LAST, shdk IS NULL, shdk, name_key, rid"),                                                  \
                         ids ("kk_number DESC NULLS LAST, shdk IS NULL, shdk, name_key, rid") },                                           \
    [PAMONG_SORT_PLACE] = { ids ("dusun NULLS LAST, rw NULLS LAST, rt NULLS LAST, name_key, rid"),                                      \
                            ids ("dusun DESC NULLS LAST, rw DESC NULLS LAST, rt DESC NULLS LAST, name_key, rid") },                     \
    [PAMONG_SORT_VILLAGE] = { ids ("area, name_key, rid"), ids ("area DESC, name_key, rid") },                                          \
    [PAMONG_SORT_MARKS] = { ids ("marks DESC, name_key, rid"), ids ("marks, name_key, rid") },                                          \
  }
typedef enum { ASKS_ANY, ASKS_AREA, ASKS_STATUS, N_ASKS } Asks;
static const char *const ids_sql[N_ASKS][PAMONG_SORT_MARKS + 1][2] = { [ASKS_ANY] = ORDERS (IDS_ANYWHERE), [ASKS_AREA] = ORDERS (IDS_IN_AREA), [ASKS_STATUS] = ORDERS (IDS_PLAIN) };

/* Orders by what many share, above the village: everybody in name order with the values, put together by list_groups.c. By name there is one group. */
#define SHARED(values) { "SELECT rid" values " FROM resident_list WHERE status = ?1 ORDER BY name_key, rid", "SELECT rid" values FILTERS (OF_STATUS, ANYWHERE) " ORDER BY name_key, rid" }
static const struct {
  const char *sql[2]; /* everybody of a status, with filters */
  int n_values;
  gboolean numbers;
} shared[PAMONG_SORT_MARKS + 1] = {
  [PAMONG_SORT_NAME] = { SHARED (""), 0, FALSE },
  [PAMONG_SORT_SEX] = { SHARED (", sex"), 1, TRUE },
  [PAMONG_SORT_SHDK] = { SHARED (", shdk"), 1, TRUE },
  [PAMONG_SORT_PLACE] = { SHARED (", dusun, rw, rt"), 3, FALSE },
  [PAMONG_SORT_VILLAGE] = { SHARED (", area"), 1, FALSE },
  [PAMONG_SORT_MARKS] = { SHARED (", marks"), 1, TRUE },
};

/* A screenful in one statement: each statement locks and looks at the WAL anew, which costs more than finding a row. */
#define ROWS_SQL                                                                                                 \
  "SELECT l.rid, l.uid, l.area, r.name, l.nik, l.kk_number, l.birth_date, r.father_name, l.dusun, l.rw, l.rt,"   \
  " f.address, l.sex, l.shdk, l.status, l.marks, j.key FROM json_each (?1) AS j"                                 \
  " CROSS JOIN resident_list AS l ON l.rid = j.value JOIN resident AS r ON r.rid = l.rid"                        \
  " LEFT JOIN family AS f ON f.uid = r.family_uid AND f.deleted = 0"
#define ROWS_PLACE 16

static gboolean
asks_status_only (const PamongQuery *query)
{
  return query->status != -1 && query->area == NULL && query->dusun == NULL && query->rw == NULL && query->rt == NULL
         && query->sex == 0 && query->age_min < 0 && query->age_max < 0 && query->marks == 0;
}

static void
bind_optional (PamongStmt *stmt, int index, gboolean asked, gint64 value)
{
  if (asked)
    pamong_stmt_bind_int (stmt, index, value);
}

/* The last birthday somebody of more than @years can't have had: @today, @years earlier. */
static char *
years_before (const char *today, int years)
{
  int year = (int) g_ascii_strtoll (today, NULL, 10) - years;

  return g_strdup_printf ("%04d%s", MAX (year, 0), today + 4);
}

void
pamong_query_bind (PamongStmt *stmt, const PamongQuery *query)
{
  g_autofree char *clock = query->today == NULL ? pamong_clock_today () : NULL;
  const char *today = clock != NULL ? clock : query->today;
  g_autofree char *latest = query->age_min >= 0 ? years_before (today, query->age_min) : NULL;
  g_autofree char *earliest = query->age_max >= 0 ? years_before (today, query->age_max + 1) : NULL;

  bind_optional (stmt, 1, query->status != -1, query->status == 0 ? PAMONG_STATUS_ALIVE : query->status);
  pamong_stmt_bind_text (stmt, 2, query->area);
  pamong_stmt_bind_text (stmt, 3, query->dusun);
  pamong_stmt_bind_text (stmt, 4, query->rw);
  pamong_stmt_bind_text (stmt, 5, query->rt);
  bind_optional (stmt, 6, query->sex != 0, query->sex);
  pamong_stmt_bind_text (stmt, 7, latest);
  pamong_stmt_bind_text (stmt, 8, earliest);
  bind_optional (stmt, 9, query->marks != 0, query->marks);
}

static void
read_row (PamongStmt *stmt, PamongListRow *row)
{
  row->rid = (gint32) pamong_stmt_int (stmt, 0);
  row->uid = g_strdup (pamong_stmt_text (stmt, 1));
  row->area = g_strdup (pamong_stmt_text (stmt, 2));
  row->name = g_strdup (pamong_stmt_text (stmt, 3));
  row->nik = g_strdup (pamong_stmt_text (stmt, 4));
  row->kk_number = g_strdup (pamong_stmt_text (stmt, 5));
  row->birth_date = g_strdup (pamong_stmt_text (stmt, 6));
  row->father_name = g_strdup (pamong_stmt_text (stmt, 7));
  row->dusun = g_strdup (pamong_stmt_text (stmt, 8));
  row->rw = g_strdup (pamong_stmt_text (stmt, 9));
  row->rt = g_strdup (pamong_stmt_text (stmt, 10));
  row->address = g_strdup (pamong_stmt_text (stmt, 11));
  row->sex = (int) pamong_stmt_int (stmt, 12);
  row->shdk = (int) pamong_stmt_int (stmt, 13);
  row->status = (int) pamong_stmt_int (stmt, 14);
  row->marks = (int) pamong_stmt_int (stmt, 15);
}

void
pamong_list_row_free (PamongListRow *row)
{
  if (row == NULL)
    return;
  g_free (row->uid);
  g_free (row->area);
  g_free (row->name);
  g_free (row->nik);
  g_free (row->kk_number);
  g_free (row->birth_date);
  g_free (row->father_name);
  g_free (row->dusun);
  g_free (row->rw);
  g_free (row->rt);
  g_free (row->address);
  g_free (row);
}

static PamongStmt *
prepare_ids (PamongStore *store, const PamongQuery *query, const char *sql, GError **error)
{
  PamongStmt *stmt = pamong_db_prepare (pamong_store_db (store), sql, error);

  if (stmt != NULL && asks_status_only (query))
    pamong_stmt_bind_int (stmt, 1, query->status == 0 ? PAMONG_STATUS_ALIVE : query->status);
  else if (stmt != NULL)
    pamong_query_bind (stmt, query);
  return stmt;
}

/* More people than a sort could take while somebody waits. */
static gboolean
is_large (PamongStore *store, const PamongQuery *query)
{
  return query->status != -1 && query->area == NULL && pamong_store_level (store) > PAMONG_LEVEL_VILLAGE;
}

static GArray *
ids_by_shared (PamongStore *store, const PamongQuery *query, GError **error)
{
  const char *sql = shared[query->sort].sql[asks_status_only (query) ? 0 : 1];
  gboolean by_name = query->sort == PAMONG_SORT_NAME, up = query->sort == PAMONG_SORT_MARKS; /* the more pressing mark comes first */
  g_autoptr (PamongStmt) stmt = prepare_ids (store, query, sql, error);
  GArray *ids = stmt != NULL ? pamong_list_groups_read (stmt, shared[query->sort].n_values, shared[query->sort].numbers, query->descending != up, error) : NULL;

  if (ids != NULL && by_name && query->descending)
    pamong_list_turn_round (ids, 0);
  return ids;
}

/* By numbers that few share, from the last: sorting the few of each again would take four times as long. */
static const char *const down_sql[PAMONG_SORT_MARKS + 1] = {
  [PAMONG_SORT_NIK] = "SELECT rid, nik FROM resident_list WHERE status = ?1 ORDER BY nik DESC, name_key DESC, rid DESC",
  [PAMONG_SORT_KK] = "SELECT rid, kk_number FROM resident_list WHERE status = ?1 ORDER BY kk_number DESC, shdk IS NULL DESC, shdk DESC, name_key DESC, rid DESC",
};

static GArray *
ids_down (PamongStore *store, const PamongQuery *query, GError **error)
{
  g_autoptr (PamongStmt) stmt = prepare_ids (store, query, down_sql[query->sort], error);

  return stmt != NULL ? pamong_list_runs_read (stmt, error) : NULL;
}

GArray *
pamong_residents_ids (PamongStore *store, const PamongQuery *query, GError **error)
{
  Asks asks = asks_status_only (query) ? ASKS_STATUS : query->area != NULL ? ASKS_AREA : ASKS_ANY;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (PamongStmt) stmt = NULL;
  PamongStep step;

  g_return_val_if_fail (query->sort <= PAMONG_SORT_MARKS, NULL);
  if (is_large (store, query) && shared[query->sort].sql[0] != NULL)
    return ids_by_shared (store, query, error);
  if (is_large (store, query) && asks == ASKS_STATUS && query->descending && down_sql[query->sort] != NULL)
    return ids_down (store, query, error);
  stmt = prepare_ids (store, query, ids_sql[asks][query->sort][query->descending ? 1 : 0], error);
  if (stmt == NULL)
    return NULL;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gint32 rid = (gint32) pamong_stmt_int (stmt, 0);
      g_array_append_val (ids, rid);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gint64
pamong_residents_count (PamongStore *store, const PamongQuery *query, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), query->area != NULL ? "SELECT count(*)" FILTERS (ANY_STATUS, IN_AREA) : "SELECT count(*)" FILTERS (ANY_STATUS, ANYWHERE), error);

  if (stmt == NULL)
    return -1;
  pamong_query_bind (stmt, query);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? pamong_stmt_int (stmt, 0) : -1;
}

static char *
list_rids (const gint32 *rids, guint n)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? "," : "", rids[i]);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

GPtrArray *
pamong_residents_rows (PamongStore *store, const gint32 *rids, guint n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n, (GDestroyNotify) pamong_list_row_free);
  g_autofree char *list = list_rids (rids, n);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), ROWS_SQL, error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  g_ptr_array_set_size (rows, (int) n);
  pamong_stmt_bind_text (stmt, 1, list);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongListRow *row = g_new0 (PamongListRow, 1);

      read_row (stmt, row);
      rows->pdata[pamong_stmt_int (stmt, ROWS_PLACE)] = row;
    }
  return step == PAMONG_STEP_ERROR ? NULL : g_steal_pointer (&rows);
}

gint32
pamong_residents_rid (PamongStore *store, const char *uid)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT rid FROM resident WHERE uid = ?1", NULL);

  if (stmt == NULL)
    return -1;
  pamong_stmt_bind_text (stmt, 1, uid);
  return pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW ? (gint32) pamong_stmt_int (stmt, 0) : -1;
}

/* Required fields of a resident, the measure of `filled`. */
static gint64
count_required (void)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  gint64 required = 0;

  for (guint i = 0; i < n; i++)
    required += fields[i].required ? 1 : 0;
  return required;
}

/* Of all, or of one village by the index of villages: with "all or this one" in one statement every village of a regency would be counted by a walk through
 * everybody. CROSS JOIN keeps the order: members by their index, then the list row of each. */
static const char *const families_of_all = "SELECT count(*) FROM family f WHERE f.deleted = 0 AND EXISTS"
                                           " (SELECT 1 FROM resident r CROSS JOIN resident_list l ON l.rid = r.rid WHERE r.family_uid = f.uid AND l.status = 1)";
static const char *const families_of_one = "SELECT count(*) FROM family f WHERE f.deleted = 0 AND f.area = ?1 AND EXISTS"
                                           " (SELECT 1 FROM resident r CROSS JOIN resident_list l ON l.rid = r.rid WHERE r.family_uid = f.uid AND l.status = 1)";
static const char *const residents_of_all = "SELECT count(*), total(sex = 1), total(sex = 2), total(filled) FROM resident_list WHERE status = 1";
static const char *const residents_of_one = "SELECT count(*), total(sex = 1), total(sex = 2), total(filled) FROM resident_list WHERE status = 1 AND area = ?1";

static gboolean
count_families (PamongDb *db, const char *area, gint64 *families, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, area != NULL ? families_of_one : families_of_all, error);

  if (stmt == NULL)
    return FALSE;
  if (area != NULL)
    pamong_stmt_bind_text (stmt, 1, area);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *families = pamong_stmt_int (stmt, 0);
  return TRUE;
}

gboolean
pamong_residents_counts (PamongStore *store, const char *area, PamongCounts *counts, GError **error)
{
  PamongDb *db = pamong_store_db (store);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, area != NULL ? residents_of_one : residents_of_all, error);

  memset (counts, 0, sizeof *counts);
  if (stmt == NULL)
    return FALSE;
  if (area != NULL)
    pamong_stmt_bind_text (stmt, 1, area);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  counts->residents = pamong_stmt_int (stmt, 0);
  counts->male = pamong_stmt_int (stmt, 1);
  counts->female = pamong_stmt_int (stmt, 2);
  counts->completeness = counts->residents > 0 ? pamong_stmt_int (stmt, 3) * 1000 / (counts->residents * count_required ()) : -1;
  return count_families (db, area, &counts->families, error);
}

GPtrArray *
pamong_residents_places (PamongStore *store, const char *area, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  static const char *const of_all = "SELECT DISTINCT coalesce(dusun, ''), coalesce(rw, ''), coalesce(rt, '') FROM family"
                                    " WHERE deleted = 0 AND coalesce(dusun, rw, rt) IS NOT NULL ORDER BY 1, 2, 3";
  static const char *const of_one = "SELECT DISTINCT coalesce(dusun, ''), coalesce(rw, ''), coalesce(rt, '') FROM family"
                                    " WHERE deleted = 0 AND area = ?1 AND coalesce(dusun, rw, rt) IS NOT NULL ORDER BY 1, 2, 3";
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), area != NULL ? of_one : of_all, error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  if (area != NULL)
    pamong_stmt_bind_text (stmt, 1, area);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      char **place = g_new0 (char *, 4);

      for (int i = 0; i < 3; i++)
        place[i] = g_strdup (pamong_stmt_text (stmt, i));
      g_ptr_array_add (places, place);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&places) : NULL;
}
