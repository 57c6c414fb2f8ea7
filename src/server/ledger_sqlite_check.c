/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger_sqlite.h"

/* Counts rows that break an invariant; none is right. */
static gboolean
expect_none (PamongStmt *stmt, const char *words, GPtrArray *faults, GError **error)
{
  gint64 n;

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  n = pamong_stmt_int (stmt, 0);
  if (n != 0)
    g_ptr_array_add (faults, g_strdup_printf ("%s: %" G_GINT64_FORMAT, words, n));
  return pamong_stmt_run (stmt, error);
}

static gboolean
check (PamongLedger *ledger, GPtrArray *faults, GError **error)
{
  PamongDb *db = ((PamongLedgerSqlite *) ledger)->db;

  if (!pamong_db_check (db, error))
    return FALSE;
  return expect_none (pamong_db_prepare (db, "SELECT count(*) FROM device AS d WHERE d.high - d.base <> (SELECT count(*) FROM answer AS a WHERE a.device = d.id AND a.epoch = d.epoch)", error),
                      "computers whose answers have gaps", faults, error)
         && expect_none (pamong_db_prepare (db, "SELECT count(*) FROM answer AS a JOIN device AS d ON d.id = a.device AND d.epoch = a.epoch WHERE a.seq > d.high OR a.seq <= d.base", error),
                         "answers above the mark of their computer", faults, error)
         && expect_none (pamong_db_prepare (db, "SELECT count(*) FROM record WHERE num > (SELECT head FROM feed_head) OR num < 1", error), "records not numbered", faults, error)
         && expect_none (pamong_db_prepare (db, "SELECT count(*) - count(DISTINCT num) FROM record", error), "feed numbers used twice", faults, error)
         && expect_none (pamong_db_prepare (db, "SELECT count(*) FROM record WHERE version < 1 OR other_version >= version OR other_num >= num", error), "records with wrong versions", faults, error)
         && expect_none (pamong_db_prepare (db, "SELECT count(*) FROM answer WHERE (payload IS NOT NULL) <> (result LIKE '%\"o\":\"rejected\"%' OR result LIKE '%\"o\":\"dependent\"%')", error),
                         "refused changes whose content is gone", faults, error);
}

void
pamong_ledger_sqlite_use_check (PamongLedger *ledger)
{
  ledger->check = check;
}
