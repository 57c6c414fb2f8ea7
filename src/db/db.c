/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define BUSY_MS 10000

/* A file that another user could read must not exist even for a moment. */
static void
create_private (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, NULL);
}

static PamongDb *
connect_file (const char *path, int flags, int busy_ms, GError **error)
{
  g_autoptr (PamongDb) db = g_new0 (PamongDb, 1);
  int code;

  db->thread = g_thread_self ();
  db->path = g_strdup (path);
  db->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  db->stmts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pamong_stmt_free);
  code = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      pamong_db_set_error (error, db->handle != NULL ? sqlite3_extended_errcode (db->handle) : code);
      return NULL;
    }
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, busy_ms);
  /* SQLite quietly falls back to reading when it may not write. */
  if (!db->read_only && sqlite3_db_readonly (db->handle, "main") == 1)
    {
      pamong_db_set_error (error, SQLITE_READONLY);
      return NULL;
    }
  return pamong_db_register_functions (db, error) ? g_steal_pointer (&db) : NULL;
}

/* The journal must really be what was asked for: on some file systems SQLite keeps another one and says nothing. */
static gboolean
set_journal (PamongDb *db, const char *sql, const char *wanted, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, sql, error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) == PAMONG_STEP_ERROR)
    return FALSE;
  if (g_strcmp0 (pamong_stmt_text (stmt, 0), wanted) == 0)
    return TRUE;
  pamong_db_set_error (error, SQLITE_CANTOPEN);
  return FALSE;
}

static gboolean
configure (PamongDb *db, PamongDbFlags flags, GError **error)
{
  /* A reader needs the upper pages of its trees and the rows in sight; what else it read lies in the system's memory, which all may use. */
  const char *cache = flags & PAMONG_DB_READ ? "PRAGMA cache_size = -4000;" : "PRAGMA cache_size = -16000;";

  if (!pamong_db_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY;", error) || !pamong_db_exec (db, cache, error))
    return FALSE;
  if (flags & PAMONG_DB_READ)
    {
      sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      return pamong_db_exec (db, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;", error);
    }
  if ((flags & PAMONG_DB_WAL) && !set_journal (db, "PRAGMA journal_mode = WAL", "wal", error))
    return FALSE;
  if ((flags & PAMONG_DB_ROLLBACK) && !set_journal (db, "PRAGMA journal_mode = TRUNCATE", "truncate", error))
    return FALSE;
  return pamong_db_exec (db, "PRAGMA synchronous = FULL;", error);
}

PamongDb *
pamong_db_open (const char *path, PamongDbFlags flags, GError **error)
{
  g_autoptr (PamongDb) db = NULL;

  if (!(flags & PAMONG_DB_READ))
    create_private (path);
  db = connect_file (path, flags & PAMONG_DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, BUSY_MS, error);
  /* The first read finds out whether this is a database at all. */
  if (db == NULL || !pamong_db_exec (db, "SELECT count (*) FROM sqlite_schema;", error) || !configure (db, flags, error))
    return NULL;
  return g_steal_pointer (&db);
}

PamongDb *
pamong_db_lock (const char *path, GError **error)
{
  g_autoptr (PamongDb) db = NULL;

  create_private (path);
  db = connect_file (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0, error);
  if (db == NULL || !pamong_db_exec (db, "BEGIN EXCLUSIVE;", error))
    return NULL;
  return g_steal_pointer (&db);
}

void
pamong_db_close (PamongDb *db)
{
  ASSERT_THREAD (db);
  g_clear_pointer (&db->tx, pamong_tx_rollback);
  g_clear_pointer (&db->stmts, g_hash_table_unref);
  sqlite3_close_v2 (db->handle);
  g_free (db->path);
  g_free (db);
}

gboolean
pamong_db_exec (PamongDb *db, const char *sql, GError **error)
{
  ASSERT_THREAD (db);
  return pamong_db_result (sqlite3_exec (db->handle, sql, NULL, NULL, NULL), error);
}

gboolean
pamong_db_check (PamongDb *db, GError **error)
{
  g_autoptr (PamongStmt) stmt = NULL;
  PamongStep step;

  ASSERT_THREAD (db);
  if ((stmt = pamong_db_prepare (db, "PRAGMA quick_check (1)", error)) == NULL)
    return FALSE;
  if ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ERROR)
    return FALSE;
  if (step == PAMONG_STEP_ROW && g_strcmp0 (pamong_stmt_text (stmt, 0), "ok") == 0)
    return TRUE;
  pamong_db_set_error (error, SQLITE_CORRUPT);
  return FALSE;
}

void
pamong_db_interrupt (PamongDb *db)
{
  sqlite3_interrupt (db->handle);
}

gint64
pamong_db_last_rowid (PamongDb *db)
{
  ASSERT_THREAD (db);
  return sqlite3_last_insert_rowid (db->handle);
}

gint64
pamong_db_changes (PamongDb *db)
{
  ASSERT_THREAD (db);
  return sqlite3_changes64 (db->handle);
}

gboolean
pamong_db_is_idle (PamongDb *db)
{
  ASSERT_THREAD (db);
  for (sqlite3_stmt *stmt = sqlite3_next_stmt (db->handle, NULL); stmt != NULL; stmt = sqlite3_next_stmt (db->handle, stmt))
    if (sqlite3_stmt_busy (stmt))
      return FALSE;
  return TRUE;
}

static gboolean
copy_to (PamongDb *db, const char *path, const char *before, const char *after, GError **error)
{
  g_autoptr (PamongDb) copy = NULL;
  sqlite3_backup *backup;
  int code;

  ASSERT_THREAD (db);
  g_remove (path);
  create_private (path);
  if ((copy = connect_file (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, BUSY_MS, error)) == NULL || !pamong_db_exec (copy, before, error))
    return FALSE;
  if ((backup = sqlite3_backup_init (copy->handle, "main", db->handle, "main")) == NULL)
    return pamong_db_result (sqlite3_extended_errcode (copy->handle), error);
  sqlite3_backup_step (backup, -1);
  if ((code = sqlite3_backup_finish (backup)) == SQLITE_OK && pamong_db_exec (copy, after, error))
    return TRUE;
  g_clear_pointer (&copy, pamong_db_close);
  g_remove (path);
  return code != SQLITE_OK && pamong_db_result (code, error);
}

gboolean
pamong_db_backup (PamongDb *db, const char *path, GError **error)
{
  return copy_to (db, path, "", "", error);
}

gboolean
pamong_db_copy (PamongDb *db, const char *path, GError **error)
{
  return copy_to (db, path, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;", "PRAGMA journal_mode = DELETE;", error);
}
