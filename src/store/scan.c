/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/scan.h"

#include "domain/codes.h"
#include "store/store_private.h"

typedef struct {
  PamongStore *store;
  PamongScanFunc func;
  gpointer data;
  GPtrArray *members; /* of the family being gathered */
  gboolean stopped;
} Scan;

static gint64
last_when_empty (const PamongRecord *record, int field)
{
  return pamong_record_is_set (record, field) ? pamong_record_int (record, field) : G_MAXINT64;
}

static int
by_place_on_card (gconstpointer a, gconstpointer b)
{
  const PamongRecord *left = *(PamongRecord *const *) a, *right = *(PamongRecord *const *) b;
  const char *born = pamong_record_text (left, PAMONG_RESIDENT_BIRTH_DATE), *other = pamong_record_text (right, PAMONG_RESIDENT_BIRTH_DATE);
  gint64 one = last_when_empty (left, PAMONG_RESIDENT_SHDK), two = last_when_empty (right, PAMONG_RESIDENT_SHDK);

  if (one != two)
    return one == PAMONG_SHDK_HEAD || (two != PAMONG_SHDK_HEAD && one < two) ? -1 : 1;
  if (born == NULL || other == NULL)
    return (born == NULL) - (other == NULL);
  return g_strcmp0 (born, other);
}

/* As pamong_store_card() orders them; rows come by rid, and the sort keeps what is equal. */
void
pamong_members_sort (GPtrArray *members)
{
  g_ptr_array_sort (members, by_place_on_card);
}

static gboolean
give_one (Scan *scan, PamongRecord *member)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, member);
  return scan->func (NULL, alone, scan->data);
}

/* A family that is not here (its record is still on the way): its people stand alone. */
static gboolean
give (Scan *scan, GError **error)
{
  const PamongRecord *first = scan->members->len > 0 ? scan->members->pdata[0] : NULL;
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GError) failed = NULL;

  if (first == NULL)
    return TRUE;
  family = pamong_store_get (scan->store, PAMONG_KIND_FAMILY, pamong_record_text (first, PAMONG_RESIDENT_FAMILY_UID), &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  pamong_members_sort (scan->members);
  if (family != NULL)
    scan->stopped = !scan->func (family, scan->members, scan->data);
  for (guint i = 0; family == NULL && !scan->stopped && i < scan->members->len; i++)
    scan->stopped = !give_one (scan, scan->members->pdata[i]);
  g_ptr_array_set_size (scan->members, 0);
  return TRUE;
}

/* While a statement runs its connection sees one state of the file, and the looks for the families with it. */
static gboolean
scan_families (Scan *scan, GError **error)
{
  g_autofree char *sql = pamong_record_sql_living ("family_uid IS NOT NULL", "family_uid");
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (scan->store), sql, error);
  PamongStep step = PAMONG_STEP_DONE;

  if (stmt == NULL)
    return FALSE;
  while (!scan->stopped && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_autoptr (PamongRecord) member = pamong_record_read (stmt, PAMONG_KIND_RESIDENT, NULL);
      const PamongRecord *first = scan->members->len > 0 ? scan->members->pdata[0] : NULL;

      if (first != NULL && pamong_record_differs (first, member, PAMONG_RESIDENT_FAMILY_UID) && !give (scan, error))
        return FALSE;
      g_ptr_array_add (scan->members, g_steal_pointer (&member));
    }
  return scan->stopped || (step == PAMONG_STEP_DONE && give (scan, error));
}

static gboolean
scan_alone (Scan *scan, GError **error)
{
  g_autofree char *sql = pamong_record_sql_living ("family_uid IS NULL", "rid");
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (scan->store), sql, error);
  PamongStep step = PAMONG_STEP_DONE;

  if (stmt == NULL)
    return FALSE;
  while (!scan->stopped && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_autoptr (PamongRecord) member = pamong_record_read (stmt, PAMONG_KIND_RESIDENT, NULL);

      scan->stopped = !give_one (scan, member);
    }
  return scan->stopped || step == PAMONG_STEP_DONE;
}

gboolean
pamong_store_scan (PamongStore *store, PamongScanFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  Scan scan = { .store = store, .func = func, .data = data, .members = members };

  return scan_families (&scan, error) && scan_alone (&scan, error);
}

GHashTable *
pamong_store_repeated (PamongStore *store, PamongKind kind, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   kind == PAMONG_KIND_RESIDENT
                                                     ? "SELECT nik FROM resident WHERE nik IS NOT NULL GROUP BY nik HAVING count (*) > 1"
                                                     : "SELECT kk_number FROM family WHERE kk_number IS NOT NULL GROUP BY kk_number HAVING count (*) > 1",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_hash_table_add (numbers, g_strdup (pamong_stmt_text (stmt, 0)));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&numbers) : NULL;
}

GArray *
pamong_store_standing (PamongStore *store, PamongStanding which, const char *today, GError **error)
{
  static const char *const sql[PAMONG_N_STANDING] = {
    [PAMONG_STANDING_DEAD] = "SELECT l.rid FROM resident_list AS l CROSS JOIN resident AS r ON r.rid = l.rid WHERE l.status = 2 AND NOT EXISTS"
                             " (SELECT 1 FROM event_standing AS e WHERE e.resident_uid = r.uid AND e.type = 3 AND e.issued_no IS NOT NULL) AND ?1 IS NOT NULL"
                             " ORDER BY l.name_key, l.rid",
    [PAMONG_STANDING_NO_NIK] = "SELECT rid FROM resident_list WHERE status = 1 AND nik IS NULL AND ?1 IS NOT NULL ORDER BY name_key, rid",
    [PAMONG_STANDING_NO_KTP] = "SELECT l.rid FROM resident_list AS l CROSS JOIN resident AS r ON r.rid = l.rid WHERE l.status = 1 AND r.ektp IN (1, 3)"
                               " AND (r.marital_status BETWEEN 2 AND 4 OR r.birth_date <= date (?1, '-17 years')) ORDER BY l.name_key, l.rid",
  };
  g_autoptr (GArray) rids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql[which], error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, today);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gint32 rid = (gint32) pamong_stmt_int (stmt, 0);

      g_array_append_val (rids, rid);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&rids) : NULL;
}
