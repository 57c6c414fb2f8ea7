/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger_sqlite.h"

static PamongDb *
get_db (PamongLedger *ledger)
{
  return ((PamongLedgerSqlite *) ledger)->db;
}

static gboolean
add_code (PamongLedger *ledger, const PamongActivation *activation, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "INSERT INTO code (hash, level, area, made) VALUES (?1, ?2, ?3, ?4)", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, activation->hash);
  pamong_stmt_bind_text (stmt, 2, pamong_level_name (activation->level));
  pamong_stmt_bind_text (stmt, 3, activation->area);
  pamong_stmt_bind_int (stmt, 4, activation->made);
  return pamong_stmt_run (stmt, error);
}

static PamongActivation *
find_code (PamongLedger *ledger, const char *hash, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "SELECT level, area, made, device FROM code WHERE hash = ?1", error);
  PamongActivation *activation;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, hash);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  activation = g_new0 (PamongActivation, 1);
  activation->hash = g_strdup (hash);
  activation->level = pamong_level_from_name (pamong_stmt_text (stmt, 0));
  activation->area = g_strdup (pamong_stmt_text (stmt, 1));
  activation->made = pamong_stmt_int (stmt, 2);
  activation->device = g_strdup (pamong_stmt_text (stmt, 3));
  return activation;
}

static gboolean
use_code (PamongLedger *ledger, const char *hash, const char *device, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "UPDATE code SET device = ?2 WHERE hash = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, hash);
  pamong_stmt_bind_text (stmt, 2, device);
  return pamong_stmt_run (stmt, error);
}

static gboolean
add_device (PamongLedger *ledger, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "INSERT INTO device (id, public_key, level, area, epoch, made, ordinal)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT ifnull (max (ordinal), 0) + 1 FROM device WHERE area = ?4))", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_text (stmt, 2, device->public_key);
  pamong_stmt_bind_text (stmt, 3, pamong_level_name (device->level));
  pamong_stmt_bind_text (stmt, 4, device->area);
  pamong_stmt_bind_int (stmt, 5, device->epoch);
  pamong_stmt_bind_int (stmt, 6, device->last_contact);
  return pamong_stmt_run (stmt, error);
}

/* Columns as every SELECT of this file has them. */
static PamongDevice *
read_device (PamongStmt *stmt)
{
  PamongDevice *device = g_new0 (PamongDevice, 1);

  device->id = g_strdup (pamong_stmt_text (stmt, 0));
  device->public_key = g_strdup (pamong_stmt_text (stmt, 1));
  device->level = pamong_level_from_name (pamong_stmt_text (stmt, 2));
  device->area = g_strdup (pamong_stmt_text (stmt, 3));
  device->epoch = pamong_stmt_int (stmt, 4);
  device->high = pamong_stmt_int (stmt, 5);
  device->last_contact = pamong_stmt_int (stmt, 6);
  device->waiting = pamong_stmt_int (stmt, 7);
  device->held = pamong_stmt_int (stmt, 8);
  device->app_version = g_strdup (pamong_stmt_text (stmt, 9));
  device->revoked = pamong_stmt_int (stmt, 10) != 0;
  device->copy = g_strdup (pamong_stmt_text (stmt, 11));
  device->forked = pamong_stmt_int (stmt, 12) != 0;
  device->released = pamong_stmt_int (stmt, 13) != 0;
  device->base = pamong_stmt_int (stmt, 14);
  device->ordinal = pamong_stmt_int (stmt, 15);
  return device;
}

static PamongDevice *
find_one (PamongStmt *prepared, const char *key, GError **error)
{
  g_autoptr (PamongStmt) stmt = prepared;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, key);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? read_device (stmt) : NULL;
}

static PamongDevice *
find_device (PamongLedger *ledger, const char *id, GError **error)
{
  return find_one (pamong_db_prepare (get_db (ledger),
                                      "SELECT id, public_key, level, area, epoch, high, last_contact, waiting, held, app_version, revoked, copy, forked, released, base, ordinal FROM device WHERE id = ?1", error),
                   id, error);
}

static PamongDevice *
find_device_by_key (PamongLedger *ledger, const char *public_key, GError **error)
{
  return find_one (pamong_db_prepare (get_db (ledger),
                                      "SELECT id, public_key, level, area, epoch, high, last_contact, waiting, held, app_version, revoked, copy, forked, released, base, ordinal FROM device WHERE public_key = ?1", error),
                   public_key, error);
}

static GPtrArray *
list_devices (PamongLedger *ledger, const char *area, GError **error)
{
  g_autoptr (GPtrArray) devices = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_ledger_device_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger),
                                        "SELECT id, public_key, level, area, epoch, high, last_contact, waiting, held, app_version, revoked, copy, forked, released, base, ordinal FROM device"
                                        " WHERE ?1 IS NULL OR area = ?1 ORDER BY area, id", error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, area);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (devices, read_device (stmt));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&devices) : NULL;
}

static gboolean
touch_device (PamongLedger *ledger, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "UPDATE device SET last_contact = ?2, waiting = ?3, held = ?4, app_version = ?5 WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_int (stmt, 2, device->last_contact);
  pamong_stmt_bind_int (stmt, 3, device->waiting);
  pamong_stmt_bind_int (stmt, 4, device->held);
  pamong_stmt_bind_text (stmt, 5, device->app_version);
  return pamong_stmt_run (stmt, error);
}

static gboolean
hold_device (PamongLedger *ledger, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "UPDATE device SET epoch = ?2, high = ?3, copy = ?4, forked = ?5, released = ?6, revoked = ?7, base = ?8 WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_int (stmt, 2, device->epoch);
  pamong_stmt_bind_int (stmt, 3, device->high);
  pamong_stmt_bind_text (stmt, 4, device->copy);
  pamong_stmt_bind_int (stmt, 5, device->forked);
  pamong_stmt_bind_int (stmt, 6, device->released);
  pamong_stmt_bind_int (stmt, 7, device->revoked);
  pamong_stmt_bind_int (stmt, 8, device->base);
  return pamong_stmt_run (stmt, error);
}

static gboolean
raise_high (PamongLedger *ledger, const char *device, gint64 high, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "UPDATE device SET high = ?2 WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, device);
  pamong_stmt_bind_int (stmt, 2, high);
  return pamong_stmt_run (stmt, error);
}

static gboolean
revoke_device (PamongLedger *ledger, const char *id, gboolean *found, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "UPDATE device SET revoked = 1 WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, id);
  if (!pamong_stmt_run (stmt, error))
    return FALSE;
  *found = pamong_db_changes (get_db (ledger)) > 0;
  return TRUE;
}

void
pamong_ledger_sqlite_use_devices (PamongLedger *ledger)
{
  ledger->add_code = add_code;
  ledger->find_code = find_code;
  ledger->use_code = use_code;
  ledger->add_device = add_device;
  ledger->find_device = find_device;
  ledger->find_device_by_key = find_device_by_key;
  ledger->list_devices = list_devices;
  ledger->touch_device = touch_device;
  ledger->hold_device = hold_device;
  ledger->raise_high = raise_high;
  ledger->revoke_device = revoke_device;
}
