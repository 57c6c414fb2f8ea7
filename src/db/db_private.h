/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "db/db.h"

#include <sqlite3.h>

/* For the files of this room, and for tests that need the bare handle. */
struct _PamongDb {
  sqlite3 *handle;
  GThread *thread;
  char *path;
  gboolean read_only;
  GHashTable *stmts; /* SQL text -> PamongStmt */
  PamongStmt *recent[64]; /* by where the text stands: to hash a long one at each call costs as much as the row */
  PamongTx *tx;
};

struct _PamongStmt {
  PamongDb *db;
  sqlite3_stmt *handle;
};

#define ASSERT_THREAD(db) g_assert ((db)->thread == g_thread_self ())

void pamong_db_set_error (GError **error, int code);
/** pamong_db_result: Returns: TRUE for SQLITE_OK; else sets @error. */
gboolean pamong_db_result (int code, GError **error);
gboolean pamong_db_register_functions (PamongDb *db, GError **error);
void pamong_stmt_free (PamongStmt *stmt);
/** pamong_db_migrate_by: pamong_db_migrate with the files given: (array zero-terminated=1) @names, the @texts in the same order. */
gboolean pamong_db_migrate_by (PamongDb *db, const char *const *names, const char *const *texts, GError **error);
