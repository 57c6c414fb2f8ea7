/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "db/db.h"
#include "server/ledger.h"

/* The embedded ledger, for its own files. @written: uids written in this transaction, in order; @is_written: (key-type utf8):
 * the same as a set, its keys owned by the list; @mark: how many when the savepoint began. */
typedef struct {
  PamongLedger ledger;
  PamongDb *db;
  PamongTx *tx;
  GPtrArray *written;
  GHashTable *is_written;
  guint mark;
} PamongLedgerSqlite;

void pamong_ledger_sqlite_use_devices (PamongLedger *ledger);
void pamong_ledger_sqlite_use_records (PamongLedger *ledger);
void pamong_ledger_sqlite_use_feed (PamongLedger *ledger);
void pamong_ledger_sqlite_use_answers (PamongLedger *ledger);
void pamong_ledger_sqlite_use_check (PamongLedger *ledger);
