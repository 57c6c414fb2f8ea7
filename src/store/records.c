/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading records: by uid, by a field, a card, what waits. */
#include "store/store_private.h"

#include "domain/data.h"

#include <string.h>

/* Every row that @stmt gives, which it must give as pamong_record_read wants them. */
static GPtrArray *
collect (PamongStmt *stmt, PamongKind kind, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  PamongStep step;

  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (records, pamong_record_read (stmt, kind, NULL));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/* The records whose uids @sql lists for ?1. */
static GPtrArray *
collect_by_uid (PamongStore *store, PamongKind kind, const char *sql, const char *key, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  if (key != NULL)
    pamong_stmt_bind_text (stmt, 1, key);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongRecord *record = pamong_store_get (store, kind, pamong_stmt_text (stmt, 0), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/* The record whose uid @sql finds first for ?1. */
static PamongRecord *
find_first (PamongStore *store, PamongKind kind, const char *sql, const char *key, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, key);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? pamong_store_get (store, kind, pamong_stmt_text (stmt, 0), error) : NULL;
}

static gboolean
is_number (const char *id)
{
  return strlen (id) == 16 && strspn (id, "0123456789") == 16;
}

PamongRecord *
pamong_store_get (PamongStore *store, PamongKind kind, const char *uid, GError **error)
{
  gboolean deleted = FALSE;
  g_autoptr (PamongRecord) record = pamong_record_load (pamong_store_db (store), kind, uid, &deleted, error);

  return deleted ? NULL : g_steal_pointer (&record);
}

GPtrArray *
pamong_store_find (PamongStore *store, PamongKind kind, int field, const char *value, GError **error)
{
  g_autofree char *sql = pamong_record_sql_find (kind, field);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, value);
  return collect (stmt, kind, error);
}

GPtrArray *
pamong_store_all (PamongStore *store, PamongKind kind, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), pamong_record_sql (kind, PAMONG_RECORD_SQL_ALL), error);

  return stmt != NULL ? collect (stmt, kind, error) : NULL;
}

PamongRecord *
pamong_store_resident (PamongStore *store, const char *id, GError **error)
{
  if (!is_number (id))
    return pamong_store_get (store, PAMONG_KIND_RESIDENT, id, error);
  return find_first (store, PAMONG_KIND_RESIDENT,
                     "SELECT r.uid FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid"
                     " WHERE r.nik = ?1 AND r.deleted = 0 ORDER BY l.status <> 1, r.rid LIMIT 1",
                     id, error);
}

PamongRecord *
pamong_store_family (PamongStore *store, const char *id, GError **error)
{
  if (!is_number (id))
    return pamong_store_get (store, PAMONG_KIND_FAMILY, id, error);
  /* Two families with one number: the one where people still live. */
  return find_first (store, PAMONG_KIND_FAMILY,
                     "SELECT f.uid FROM family AS f WHERE f.kk_number = ?1 AND f.deleted = 0"
                     " ORDER BY NOT EXISTS (SELECT 1 FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid"
                     " WHERE r.family_uid = f.uid AND l.status = 1), f.rid LIMIT 1",
                     id, error);
}

PamongFamilyCard *
pamong_store_card (PamongStore *store, const char *family_uid, GError **error)
{
  g_autoptr (PamongRecord) family = pamong_store_get (store, PAMONG_KIND_FAMILY, family_uid, error);
  g_autoptr (GPtrArray) members = NULL;
  PamongFamilyCard *card;

  if (family == NULL)
    return NULL;
  /* CROSS: through the family. Left to itself SQLite walks over everybody who lives here. */
  members = collect_by_uid (store, PAMONG_KIND_RESIDENT,
                            "SELECT r.uid FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid"
                            " WHERE r.family_uid = ?1 AND r.deleted = 0 AND l.status = 1"
                            " ORDER BY r.shdk = 1 DESC, r.shdk NULLS LAST, r.birth_date NULLS LAST, r.rid",
                            family_uid, error);
  if (members == NULL)
    return NULL;
  card = pamong_family_card_new (family->area);
  pamong_record_free (card->family);
  card->family = g_steal_pointer (&family);
  g_ptr_array_extend_and_steal (card->members, g_steal_pointer (&members));
  return card;
}

PamongStatus
pamong_store_status (PamongStore *store, const char *resident_uid)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT l.status FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid WHERE r.uid = ?1", NULL);

  if (stmt == NULL)
    return 0;
  pamong_stmt_bind_text (stmt, 1, resident_uid);
  return pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW ? (PamongStatus) pamong_stmt_int (stmt, 0) : 0;
}

GPtrArray *
pamong_store_waiting (PamongStore *store, GError **error)
{
  g_autofree char *sql = pamong_data_text ("sql/query/waiting.sql");

  return collect_by_uid (store, PAMONG_KIND_EVENT, sql, NULL, error);
}

GPtrArray *
pamong_store_merges (PamongStore *store, const char *resident_uid, GError **error)
{
  return collect_by_uid (store, PAMONG_KIND_EVENT,
                         resident_uid == NULL ? "SELECT uid FROM event_standing WHERE other_uid > '' AND type = 9 ORDER BY +uid" /* + : by event_other, not over all events */
                                              : "SELECT uid FROM event_standing WHERE other_uid = ?1 AND type = 9"
                                                " UNION SELECT uid FROM event_standing WHERE resident_uid = ?1 AND other_uid > '' AND type = 9 ORDER BY uid",
                         resident_uid, error);
}

GPtrArray *
pamong_store_noted (PamongStore *store, const char *uid, GError **error)
{
  g_autofree char *sql = pamong_data_text ("sql/query/noted.sql");

  return collect_by_uid (store, PAMONG_KIND_EVENT, sql, uid, error);
}

gboolean
pamong_store_is_waived (PamongStore *store, const char *subject_uid, const char *rule, const char *value)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT 1 FROM waiver WHERE subject_uid = ?1 AND rule = ?2 AND value IS ?3 AND withdrawn IS NULL AND deleted = 0", NULL);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, subject_uid);
  pamong_stmt_bind_text (stmt, 2, rule);
  pamong_stmt_bind_text (stmt, 3, value);
  return pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW;
}
