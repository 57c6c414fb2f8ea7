/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct {
  char *dir, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *top = g_dir_make_tmp ("pamong-XXXXXX", NULL);

  fixture->dir = g_build_filename (top, "kantor désa", NULL);
  g_assert_cmpint (g_mkdir (fixture->dir, 0700), ==, 0);
  fixture->path = g_build_filename (fixture->dir, "données.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *top = g_path_get_dirname (fixture->dir);
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_rmdir (top);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static PamongDb *
open_db (Fixture *fixture, PamongDbFlags flags)
{
  g_autoptr (GError) error = NULL;
  PamongDb *db = pamong_db_open (fixture->path, flags, &error);

  g_assert_no_error (error);
  return db;
}

static void
exec (PamongDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pamong_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static char *
ask (PamongDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pamong_stmt_step (stmt, &error), ==, PAMONG_STEP_ROW);
  return g_strdup (pamong_stmt_text (stmt, 0));
}

static void
assert_answer (PamongDb *db, const char *sql, const char *expected)
{
  g_autofree char *answer = ask (db, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PamongDb) db = open_db (fixture, PAMONG_DB_WAL);
  GStatBuf info;

  assert_answer (db, "PRAGMA journal_mode", "wal");
  assert_answer (db, "PRAGMA synchronous", "2");
  assert_answer (db, "PRAGMA foreign_keys", "0");
  assert_answer (db, "PRAGMA wal_autocheckpoint", "1000");
#ifdef G_OS_UNIX
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
#endif
}

static void
test_ledger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PamongDb) db = open_db (fixture, PAMONG_DB_ROLLBACK);
  g_autoptr (PamongDb) other = open_db (fixture, PAMONG_DB_ROLLBACK);
  g_autoptr (GError) error = NULL;

  assert_answer (db, "PRAGMA journal_mode", "truncate");
  assert_answer (db, "PRAGMA synchronous", "2");
  assert_answer (db, "PRAGMA busy_timeout", "10000");
  exec (db, "CREATE TABLE t (a INTEGER PRIMARY KEY)");
  sqlite3_busy_timeout (other->handle, 20);
  {
    g_autoptr (PamongTx) tx = pamong_tx_begin (db, &error);

    g_assert_null (pamong_tx_begin (other, &error));
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_BUSY);
    g_clear_error (&error);
  }
  exec (other, "INSERT INTO t VALUES (1)");
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PamongDb) db = open_db (fixture, PAMONG_DB_WAL);
  PamongStmt *stmt = pamong_db_prepare (db, "SELECT ?1, ?2, ?3, ?4, ?5", NULL);
  PamongValue value = { PAMONG_VALUE_NULL };
  gsize size;

  pamong_stmt_bind_text (stmt, 1, "Nur'aini");
  pamong_stmt_bind_int (stmt, 2, G_MAXINT64);
  pamong_stmt_bind_real (stmt, 3, -7.25);
  pamong_stmt_bind_blob (stmt, 4, "a\0b", 3);
  pamong_stmt_bind_text (stmt, 5, NULL);
  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  g_assert_cmpstr (pamong_stmt_text (stmt, 0), ==, "Nur'aini");
  g_assert_cmpint (pamong_stmt_int (stmt, 1), ==, G_MAXINT64);
  g_assert_cmpfloat (pamong_stmt_real (stmt, 2), ==, -7.25);
  g_assert_cmpmem (pamong_stmt_blob (stmt, 3, &size), 3, "a\0b", 3);
  g_assert_true (pamong_stmt_is_null (stmt, 4));
  pamong_stmt_value (stmt, 0, PAMONG_TYPE_NAME, &value);
  g_assert_cmpint (value.type, ==, PAMONG_VALUE_TEXT);
  pamong_value_clear (&value);
  pamong_stmt_value (stmt, 1, PAMONG_TYPE_CODE, &value);
  g_assert_cmpint (value.type, ==, PAMONG_VALUE_INT);
  pamong_stmt_value (stmt, 4, PAMONG_TYPE_REAL, &value);
  g_assert_cmpint (value.type, ==, PAMONG_VALUE_NULL);

  /* Kept, reset and unbound. */
  g_assert_false (pamong_db_is_idle (db));
  g_assert_true (pamong_db_prepare (db, "SELECT ?1, ?2, ?3, ?4, ?5", NULL) == stmt);
  g_assert_true (pamong_db_is_idle (db));
  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  g_assert_true (pamong_stmt_is_null (stmt, 0));
  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_DONE);
  g_assert_true (pamong_db_is_idle (db));
  assert_answer (db, "SELECT pamong_name_key ('Hj. SITI NUR''AINI, S.Pd')", "siti nuraini");
  assert_answer (db, "SELECT pamong_fold ('Jl.  Mawar')", "jl mawar");
  assert_answer (db, "SELECT pamong_fold (NULL)", NULL);
}

static void
test_tx (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PamongDb) db = open_db (fixture, PAMONG_DB_WAL);
  g_autoptr (GError) error = NULL;
  PamongTx *tx;

  exec (db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE)");
  {
    g_autoptr (PamongTx) dropped = pamong_tx_begin (db, &error);

    exec (db, "INSERT INTO t VALUES (1, 'x')");
  }
  assert_answer (db, "SELECT count (*) FROM t", "0");
  tx = pamong_tx_begin (db, &error);
  exec (db, "INSERT INTO t VALUES (1, 'x')");
  g_assert_true (pamong_db_savepoint (db, &error));
  exec (db, "INSERT INTO t VALUES (2, 'y')");
  g_assert_true (pamong_db_savepoint (db, &error));
  exec (db, "INSERT INTO t VALUES (3, 'z')");
  g_assert_true (pamong_db_rollback_to (db, &error));
  g_assert_true (pamong_db_release (db, &error));
  g_assert_true (pamong_db_release (db, &error));
  g_assert_true (pamong_tx_commit (tx, &error));
  assert_answer (db, "SELECT group_concat (b) FROM t", "x,y");
  g_assert_false (pamong_db_exec (db, "INSERT INTO t VALUES (9, 'x')", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
}

/* A full disk is told as such, rolls back, and leaves what was there. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  PamongDbFlags flags = GPOINTER_TO_INT (data);
  g_autoptr (PamongDb) db = open_db (fixture, flags);
  g_autoptr (GError) error = NULL;
  PamongTx *tx;

  exec (db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); INSERT INTO t VALUES (1, 'kept')");
  exec (db, "PRAGMA max_page_count = 10");
  tx = pamong_tx_begin (db, &error);
  while (pamong_db_exec (db, "INSERT INTO t (b) VALUES (hex (zeroblob (1000)))", &error))
    ;
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  g_clear_error (&error);
  pamong_tx_rollback (tx);
  assert_answer (db, "SELECT group_concat (b) FROM t", "kept");
  exec (db, "INSERT INTO t (b) VALUES ('after')");
}

static void
test_reader (Fixture *fixture, gconstpointer data)
{
  PamongDb *db = open_db (fixture, PAMONG_DB_WAL);
  g_autoptr (PamongDb) reader = NULL;
  g_autoptr (GError) error = NULL;

  exec (db, "CREATE TABLE t (a INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)");
  reader = open_db (fixture, PAMONG_DB_READ);
  assert_answer (reader, "SELECT count (*) FROM t", "1");
  exec (db, "INSERT INTO t VALUES (2)");
  assert_answer (reader, "SELECT count (*) FROM t", "2");
  g_assert_false (pamong_db_exec (reader, "INSERT INTO t VALUES (3)", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  pamong_db_close (db);
  /* The writer gone, a reader still reads, and one opened now does too. */
  assert_answer (reader, "SELECT count (*) FROM t", "2");
  g_clear_pointer (&reader, pamong_db_close);
  reader = open_db (fixture, PAMONG_DB_READ);
  assert_answer (reader, "SELECT count (*) FROM t", "2");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->dir, "tidak", "ada.db", NULL);

  g_assert_null (pamong_db_open (fixture->path, PAMONG_DB_READ, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (pamong_db_open (nowhere, PAMONG_DB_WAL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "This is no database, though it is long enough to look at, and then some more words of it, a hundred or so bytes.", -1, NULL));
  g_assert_null (pamong_db_open (fixture->path, PAMONG_DB_WAL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  PamongDb *db = open_db (fixture, PAMONG_DB_WAL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  exec (db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE INDEX i ON t (b)");
  for (int i = 0; i < 200; i++)
    exec (db, "INSERT INTO t (b) VALUES (hex (randomblob (50)))");
  g_assert_true (pamong_db_check (db, &error));
  pamong_db_close (db);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes + 4096, 0xaa, size - 2 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  db = open_db (fixture, PAMONG_DB_WAL);
  g_assert_false (pamong_db_check (db, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
  pamong_db_close (db);
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PamongDb *lock = pamong_db_lock (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_null (pamong_db_lock (fixture->path, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_BUSY);
  g_clear_error (&error);
  pamong_db_close (lock);
  lock = pamong_db_lock (fixture->path, &error);
  g_assert_no_error (error);
  pamong_db_close (lock);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  PamongDb *db = open_db (fixture, PAMONG_DB_WAL);
  g_autofree char *copy = g_strconcat (fixture->path, ".copy", NULL);
  g_autoptr (GError) error = NULL;

  exec (db, "CREATE TABLE t (a); INSERT INTO t VALUES ('in the WAL')");
  g_assert_true (pamong_db_backup (db, copy, &error));
  g_assert_true (pamong_db_backup (db, copy, &error)); /* over an older one */
  pamong_db_close (db);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&copy);
  db = open_db (fixture, PAMONG_DB_READ);
  assert_answer (db, "SELECT a FROM t", "in the WAL");
  pamong_db_close (db);
}

static void
test_interrupt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PamongDb) db = open_db (fixture, PAMONG_DB_WAL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", &error);

  g_assert_cmpint (pamong_stmt_step (stmt, &error), ==, PAMONG_STEP_ROW);
  g_thread_join (g_thread_new ("interrupt", (GThreadFunc) (void (*) (void)) pamong_db_interrupt, db));
  g_assert_cmpint (pamong_stmt_step (stmt, &error), ==, PAMONG_STEP_ERROR);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FAILED);
  assert_answer (db, "SELECT 1", "1");
}

static void
test_thread (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (PamongDb) db = pamong_db_open ("", 0, NULL); /* SQLite's nameless database: the process dies and leaves nothing */

      g_thread_join (g_thread_new ("other", (GThreadFunc) (void (*) (void)) pamong_db_changes, db));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*thread*");
}

#define ADD(name, func, data) g_test_add ("/db/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("settings", test_settings, NULL);
  ADD ("ledger", test_ledger, NULL);
  ADD ("values", test_values, NULL);
  ADD ("tx", test_tx, NULL);
  ADD ("full/wal", test_full, GINT_TO_POINTER (PAMONG_DB_WAL));
  ADD ("full/rollback", test_full, GINT_TO_POINTER (PAMONG_DB_ROLLBACK));
  ADD ("reader", test_reader, NULL);
  ADD ("refused", test_refused, NULL);
  ADD ("check", test_check, NULL);
  ADD ("lock", test_lock, NULL);
  ADD ("backup", test_backup, NULL);
  ADD ("interrupt", test_interrupt, NULL);
  g_test_add_func ("/db/thread", test_thread);
  return g_test_run ();
}
