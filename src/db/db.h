/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include "domain/record.h"

/* How SQLite is spoken to. The only room that includes <sqlite3.h>. Every function asserts it runs on the thread that opened the connection. */
typedef struct _PamongDb PamongDb;
typedef struct _PamongStmt PamongStmt;
typedef struct _PamongTx PamongTx;

/** PamongDbFlags: @READ: opened read-only, never writes or checkpoints. @WAL: client store, WAL + synchronous FULL. @ROLLBACK: server ledger,
 * TRUNCATE journal + FULL + busy_timeout (R19). */
typedef enum { PAMONG_DB_READ = 1, PAMONG_DB_WAL = 2, PAMONG_DB_ROLLBACK = 4 } PamongDbFlags;

/* Every connection knows pamong_name_key (x) and pamong_fold (x). Errors everywhere: FULL (also I/O errors), DENIED (may not open or write), DAMAGED,
 * BUSY (after 10 s), CONFLICT (a UNIQUE column), FAILED (everything else). Messages hold neither SQL nor data. */
/** pamong_db_open: a new file is private to the user. Returns: (transfer full): the connection. */
PamongDb *pamong_db_open (const char *path, PamongDbFlags flags, GError **error);
void pamong_db_close (PamongDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDb, pamong_db_close)
/** pamong_db_lock: holds @path, a file of its own, by an exclusive transaction as long as the connection lives; falls with the process on every
 * system. BUSY at once if somebody else has it. Returns: (transfer full). */
PamongDb *pamong_db_lock (const char *path, GError **error);
/** pamong_db_exec: several statements without results. */
gboolean pamong_db_exec (PamongDb *db, const char *sql, GError **error);
/** pamong_db_check: quick_check. Returns: FALSE with DAMAGED. */
gboolean pamong_db_check (PamongDb *db, GError **error);
/** pamong_db_interrupt: stops the running statement; the one call allowed from another thread. */
void pamong_db_interrupt (PamongDb *db);
gint64 pamong_db_last_rowid (PamongDb *db);
gint64 pamong_db_changes (PamongDb *db);
/** pamong_db_is_idle: no statement is half read. One that is keeps its snapshot: a reader goes stale and the WAL grows. For tests. */
gboolean pamong_db_is_idle (PamongDb *db);
/** pamong_db_backup: a consistent copy of the whole database to @path. */
gboolean pamong_db_backup (PamongDb *db, const char *path, GError **error);
/** pamong_db_copy: the same for the time being: one file without a WAL, not flushed to the disk: after a power cut it is worth nothing. */
gboolean pamong_db_copy (PamongDb *db, const char *path, GError **error);

/** pamong_db_prepare: @sql: a string literal; prepared once per connection and kept, reset and unbound at each call.
 * Returns: (transfer none): borrowed until the next prepare of the same text. Aborts on wrong SQL (a fault of the program), NULL + error otherwise.
 * Hold it in a g_autoptr: leaving the scope resets it, so that a statement not read to its end keeps no snapshot. */
PamongStmt *pamong_db_prepare (PamongDb *db, const char *sql, GError **error);
/** pamong_stmt_reset: ends a statement that was not read to its end. */
void pamong_stmt_reset (PamongStmt *stmt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongStmt, pamong_stmt_reset)
void pamong_stmt_bind_text (PamongStmt *stmt, int index, const char *text); /* NULL binds NULL; index from 1 */
/** pamong_stmt_lend_text, pamong_stmt_lend_value: nothing is copied: it stays where it is until the statement was run; NULL binds nothing. */
void pamong_stmt_lend_text (PamongStmt *stmt, int index, const char *text);
void pamong_stmt_lend_value (PamongStmt *stmt, int index, const PamongValue *value);
void pamong_stmt_bind_int (PamongStmt *stmt, int index, gint64 value);
void pamong_stmt_bind_real (PamongStmt *stmt, int index, double value);
void pamong_stmt_bind_blob (PamongStmt *stmt, int index, const void *data, gsize size);
void pamong_stmt_bind_value (PamongStmt *stmt, int index, const PamongValue *value);
/** PamongStep: what a step gave. */
typedef enum { PAMONG_STEP_ERROR = -1, PAMONG_STEP_DONE = 0, PAMONG_STEP_ROW = 1 } PamongStep;
PamongStep pamong_stmt_step (PamongStmt *stmt, GError **error);
/** pamong_stmt_run: step to the end, ignoring rows. */
gboolean pamong_stmt_run (PamongStmt *stmt, GError **error);
const char *pamong_stmt_text (PamongStmt *stmt, int column); /* (nullable) (transfer none); column from 0 */
gint64 pamong_stmt_int (PamongStmt *stmt, int column);
double pamong_stmt_real (PamongStmt *stmt, int column);
const void *pamong_stmt_blob (PamongStmt *stmt, int column, gsize *size);
gboolean pamong_stmt_is_null (PamongStmt *stmt, int column);
/** pamong_stmt_column: Returns: number of the result column called @name, or -1. */
int pamong_stmt_column (PamongStmt *stmt, const char *name);
void pamong_stmt_value (PamongStmt *stmt, int column, PamongType type, PamongValue *value); /* value must be cleared; fills it */

/** pamong_tx_begin: BEGIN IMMEDIATE. One at a time. Returns: (transfer full). Dropping it without commit rolls back. */
PamongTx *pamong_tx_begin (PamongDb *db, GError **error);
/** pamong_tx_commit: (transfer full) takes @tx; on error everything was rolled back. */
gboolean pamong_tx_commit (PamongTx *tx, GError **error);
void pamong_tx_rollback (PamongTx *tx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongTx, pamong_tx_rollback)
/** pamong_db_savepoint / release / rollback_to: inside a transaction, innermost first. After rollback_to the savepoint still stands, as in SQL: release it. */
gboolean pamong_db_savepoint (PamongDb *db, GError **error);
gboolean pamong_db_release (PamongDb *db, GError **error);
gboolean pamong_db_rollback_to (PamongDb *db, GError **error);

/** pamong_db_migrate: runs data/@dir/NNN-*.sql above the file's user_version, all in one transaction. Before it changes a file that already
 * has a version it writes a backup copy `<path>.before-NNN`. A file newer than the program: OUTDATED, untouched. */
gboolean pamong_db_migrate (PamongDb *db, const char *dir, GError **error);
/** pamong_db_version: the file's user_version, -1 on error. */
int pamong_db_version (PamongDb *db, GError **error);
/** pamong_db_check_version: @version: (out): the file's; @wanted: (out): the newest migration in data/@dir. Returns: FALSE with OUTDATED for a newer file. */
gboolean pamong_db_check_version (PamongDb *db, const char *dir, int *version, int *wanted, GError **error);
