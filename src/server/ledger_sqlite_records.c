/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger_sqlite.h"
#include <string.h>

static PamongDb *
get_db (PamongLedger *ledger)
{
  return ((PamongLedgerSqlite *) ledger)->db;
}

/* The kind is one this program wrote, the data what it wrote: a failure means a damaged file. */
static PamongRecord *
read_record (PamongStmt *stmt, GError **error)
{
  int kind = pamong_kind_from_name (pamong_stmt_text (stmt, 1));
  g_autoptr (PamongRecord) record = pamong_record_new (kind < 0 ? PAMONG_KIND_RESIDENT : (PamongKind) kind, pamong_stmt_text (stmt, 2));

  g_free (record->uid);
  record->uid = g_strdup (pamong_stmt_text (stmt, 0));
  record->version = pamong_stmt_int (stmt, 3);
  if (kind >= 0 && pamong_record_from_json (record, pamong_stmt_text (stmt, 4), NULL))
    return g_steal_pointer (&record);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, "record cannot be read");
  return NULL;
}

static PamongEntry *
find_record (PamongLedger *ledger, const char *uid, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger),
                                        "SELECT uid, kind, area, version, data, deleted, by, act, t, num, last_device, other_num, other_version, groups FROM record WHERE uid = ?1", error);
  g_autoptr (PamongEntry) entry = NULL;
  PamongRecord *record;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, uid);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW || (record = read_record (stmt, error)) == NULL)
    return NULL;
  entry = pamong_entry_new (record);
  entry->deleted = pamong_stmt_int (stmt, 5) != 0;
  g_free (entry->by);
  entry->by = g_strdup (pamong_stmt_text (stmt, 6));
  g_free (entry->act);
  entry->act = g_strdup (pamong_stmt_text (stmt, 7));
  entry->t = pamong_stmt_int (stmt, 8);
  entry->num = pamong_stmt_int (stmt, 9);
  g_free (entry->last_device);
  entry->last_device = g_strdup (pamong_stmt_text (stmt, 10));
  entry->other_num = pamong_stmt_int (stmt, 11);
  entry->other_version = pamong_stmt_int (stmt, 12);
  entry->groups = g_strdup (pamong_stmt_text (stmt, 13));
  return pamong_stmt_run (stmt, error) ? g_steal_pointer (&entry) : NULL;
}

static const char *
get_number (const PamongRecord *record)
{
  if (record->kind == PAMONG_KIND_RESIDENT)
    return pamong_record_text (record, PAMONG_RESIDENT_NIK);
  return record->kind == PAMONG_KIND_FAMILY ? pamong_record_text (record, PAMONG_FAMILY_KK_NUMBER) : NULL;
}

/* Whom a waiver or an event speaks of. */
static const char *
get_link (const PamongRecord *record)
{
  if (record->kind == PAMONG_KIND_WAIVER)
    return pamong_record_text (record, PAMONG_WAIVER_SUBJECT_UID);
  return record->kind == PAMONG_KIND_EVENT ? pamong_record_text (record, PAMONG_EVENT_RESIDENT_UID) : NULL;
}

/* num is the old one until commit; a new record stands above every head meanwhile, in no page. */
static gboolean
write_row (PamongLedger *ledger, const PamongEntry *entry, GError **error)
{
  const PamongRecord *record = entry->record;
  g_autofree char *data = pamong_record_to_json (record);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger),
                                        "INSERT INTO record (uid, kind, area, version, num, last_device, other_num, other_version, by, act, t, deleted, data, number, link, family, groups)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
                                        " ON CONFLICT (uid) DO UPDATE SET version = excluded.version, last_device = excluded.last_device, other_num = excluded.other_num,"
                                        " other_version = excluded.other_version, by = excluded.by, act = excluded.act, t = excluded.t, deleted = excluded.deleted,"
                                        " data = excluded.data, number = excluded.number, link = excluded.link, family = excluded.family, groups = excluded.groups", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, record->uid);
  pamong_stmt_bind_text (stmt, 2, pamong_kind_name (record->kind));
  pamong_stmt_bind_text (stmt, 3, record->area);
  pamong_stmt_bind_int (stmt, 4, record->version);
  pamong_stmt_bind_int (stmt, 5, entry->num ? entry->num : G_MAXINT64);
  pamong_stmt_bind_text (stmt, 6, entry->last_device);
  pamong_stmt_bind_int (stmt, 7, entry->other_num);
  pamong_stmt_bind_int (stmt, 8, entry->other_version);
  pamong_stmt_bind_text (stmt, 9, entry->by);
  pamong_stmt_bind_text (stmt, 10, entry->act);
  pamong_stmt_bind_int (stmt, 11, entry->t);
  pamong_stmt_bind_int (stmt, 12, entry->deleted);
  pamong_stmt_bind_text (stmt, 13, data);
  pamong_stmt_bind_text (stmt, 14, get_number (record));
  pamong_stmt_bind_text (stmt, 15, get_link (record));
  pamong_stmt_bind_text (stmt, 16, record->kind == PAMONG_KIND_RESIDENT ? pamong_record_text (record, PAMONG_RESIDENT_FAMILY_UID) : NULL);
  pamong_stmt_bind_text (stmt, 17, entry->groups);
  return pamong_stmt_run (stmt, error);
}

static gboolean
put_record (PamongLedger *ledger, PamongEntry *entry, const char *device, GError **error)
{
  PamongLedgerSqlite *self = (PamongLedgerSqlite *) ledger;

  if (g_strcmp0 (entry->last_device, device) != 0)
    {
      entry->other_num = entry->num;
      entry->other_version = entry->record->version - 1;
      g_free (entry->last_device);
      entry->last_device = g_strdup (device);
    }
  if (!write_row (ledger, entry, error))
    return FALSE;
  if (!g_hash_table_contains (self->is_written, entry->record->uid))
    {
      char *uid = g_strdup (entry->record->uid);

      g_ptr_array_add (self->written, uid);
      g_hash_table_add (self->is_written, uid);
    }
  return TRUE;
}

/* @stmt: (transfer full): uid, kind, area, version, data. */
static GPtrArray *
collect (PamongStmt *query, GError **error)
{
  g_autoptr (PamongStmt) stmt = query;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  PamongStep step;

  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongRecord *record = read_record (stmt, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

static GPtrArray *
find_number (PamongLedger *ledger, PamongKind kind, const char *number, GError **error)
{
  PamongStmt *stmt = pamong_db_prepare (get_db (ledger), "SELECT uid, kind, area, version, data FROM record WHERE number = ?1 AND kind = ?2 AND deleted = 0 ORDER BY uid", error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, number);
  pamong_stmt_bind_text (stmt, 2, pamong_kind_name (kind));
  return collect (stmt, error);
}

static GPtrArray *
list_family (PamongLedger *ledger, const char *family_uid, GError **error)
{
  PamongStmt *stmt = pamong_db_prepare (get_db (ledger), "SELECT uid, kind, area, version, data FROM record WHERE family = ?1 AND deleted = 0 ORDER BY uid", error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, family_uid);
  return collect (stmt, error);
}

static GPtrArray *
list_events (PamongLedger *ledger, const char *resident_uid, GError **error)
{
  PamongStmt *stmt = pamong_db_prepare (get_db (ledger), "SELECT uid, kind, area, version, data FROM record WHERE link = ?1 AND kind = 'event' AND deleted = 0", error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, resident_uid);
  return collect (stmt, error);
}

static GPtrArray *
collect_uids (PamongLedger *ledger, const char *sql, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), sql, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  PamongStep step = PAMONG_STEP_ERROR;

  while (stmt != NULL && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (uids, g_strdup (pamong_stmt_text (stmt, 0)));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&uids) : NULL;
}

static GPtrArray *
list_cards (PamongLedger *ledger, GError **error)
{
  return collect_uids (ledger, "SELECT uid FROM record WHERE kind = 'family' AND deleted = 0", error);
}

static GPtrArray *
list_single (PamongLedger *ledger, GError **error)
{
  return collect_uids (ledger, "SELECT uid FROM record WHERE kind = 'resident' AND deleted = 0 AND family IS NULL", error);
}

static gboolean
is_waived (PamongLedger *ledger, const char *subject_uid, const char *rule, const char *value)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "SELECT uid, kind, area, version, data FROM record WHERE link = ?1 AND kind = 'waiver' AND deleted = 0", NULL);
  gboolean waived = FALSE;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, subject_uid);
  while (!waived && pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
    {
      g_autoptr (PamongRecord) waiver = read_record (stmt, NULL);
      const char *accepted = waiver ? pamong_record_text (waiver, PAMONG_WAIVER_VALUE) : NULL;

      waived = waiver != NULL && !pamong_record_is_set (waiver, PAMONG_WAIVER_WITHDRAWN) && g_strcmp0 (pamong_record_text (waiver, PAMONG_WAIVER_RULE), rule) == 0 && (accepted == NULL || g_strcmp0 (accepted, value) == 0);
    }
  return waived;
}

static GPtrArray *
list_conflicts (PamongLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "SELECT uid, kind, area, version, data FROM record WHERE kind = 'conflict' ORDER BY area, num", error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_autoptr (PamongRecord) conflict = read_record (stmt, error);

      if (conflict == NULL)
        return NULL;
      if (!pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED))
        g_ptr_array_add (conflicts, g_steal_pointer (&conflict));
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&conflicts) : NULL;
}

static gboolean
count_records (PamongLedger *ledger, gint64 counts[PAMONG_N_KINDS], GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "SELECT kind, count(*) FROM record WHERE deleted = 0 GROUP BY kind", error);
  PamongStep step;

  memset (counts, 0, sizeof (gint64) * PAMONG_N_KINDS);
  if (stmt == NULL)
    return FALSE;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      int kind = pamong_kind_from_name (pamong_stmt_text (stmt, 0));

      if (kind >= 0)
        counts[kind] = pamong_stmt_int (stmt, 1);
    }
  return step == PAMONG_STEP_DONE;
}

void
pamong_ledger_sqlite_use_records (PamongLedger *ledger)
{
  ledger->find_record = find_record;
  ledger->put_record = put_record;
  ledger->find_number = find_number;
  ledger->list_family = list_family;
  ledger->list_events = list_events;
  ledger->list_cards = list_cards;
  ledger->list_single = list_single;
  ledger->is_waived = is_waived;
  ledger->list_conflicts = list_conflicts;
  ledger->count_records = count_records;
}
