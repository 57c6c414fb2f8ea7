/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger_sqlite.h"

static PamongDb *
get_db (PamongLedger *ledger)
{
  return ((PamongLedgerSqlite *) ledger)->db;
}

static PamongStored *
find_answer (PamongLedger *ledger, const PamongDevice *device, gint64 seq, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "SELECT hash, result FROM answer WHERE device = ?1 AND epoch = ?2 AND seq = ?3", error);
  PamongStored *stored;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_int (stmt, 2, device->epoch);
  pamong_stmt_bind_int (stmt, 3, seq);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  stored = g_new0 (PamongStored, 1);
  stored->hash = g_strdup (pamong_stmt_text (stmt, 0));
  stored->result = g_strdup (pamong_stmt_text (stmt, 1));
  return stored;
}

static gboolean
add_answer (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, const char *hash, const char *result, const char *payload, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "INSERT INTO answer (device, epoch, seq, uid, hash, result, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_int (stmt, 2, device->epoch);
  pamong_stmt_bind_int (stmt, 3, change->seq);
  pamong_stmt_bind_text (stmt, 4, change->uid ? change->uid : "");
  pamong_stmt_bind_text (stmt, 5, hash);
  pamong_stmt_bind_text (stmt, 6, result);
  pamong_stmt_bind_text (stmt, 7, payload);
  return pamong_stmt_run (stmt, error);
}

static gboolean
find_held (PamongLedger *ledger, const PamongDevice *device, const char *uid, gint64 *seq, GError **error)
{
  /* The index is named: for min (seq) the planner would walk the device's answers in order, all of them when none is held. */
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger),
                                                  "SELECT min(seq) FROM answer INDEXED BY answer_held"
                                                  " WHERE device = ?1 AND epoch = ?2 AND uid = ?3 AND payload IS NOT NULL",
                                        error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_int (stmt, 2, device->epoch);
  pamong_stmt_bind_text (stmt, 3, uid);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *seq = pamong_stmt_int (stmt, 0);
  return pamong_stmt_run (stmt, error);
}

static gboolean
set_findings (PamongLedger *ledger, const char *uid, char **rules, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "DELETE FROM finding WHERE uid = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  if (!pamong_stmt_run (stmt, error))
    return FALSE;
  for (char **rule = rules; *rule != NULL; rule++)
    {
      stmt = pamong_db_prepare (get_db (ledger), "INSERT OR IGNORE INTO finding (uid, rule) VALUES (?1, ?2)", error);
      if (stmt == NULL)
        return FALSE;
      pamong_stmt_bind_text (stmt, 1, uid);
      pamong_stmt_bind_text (stmt, 2, *rule);
      if (!pamong_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

void
pamong_ledger_sqlite_use_answers (PamongLedger *ledger)
{
  ledger->find_answer = find_answer;
  ledger->add_answer = add_answer;
  ledger->find_held = find_held;
  ledger->set_findings = set_findings;
}
