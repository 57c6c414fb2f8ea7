/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static const char *const names[] = { "001-start.sql", "002-phone.sql", "derived.sql", NULL };
static const char *const texts[] = { "CREATE TABLE t (a TEXT);", "ALTER TABLE t ADD COLUMN phone TEXT;", "this is no migration", NULL };
static const char *const first[] = { "001-start.sql", NULL };
static const char *const broken[] = { "CREATE TABLE t (a TEXT);", "ALTER TABLE t ADD COLUMN phone TEXT; INSERT INTO nowhere VALUES (1);", "", NULL };

typedef struct {
  char *dir, *path;
  PamongDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("pamong-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "x.db", NULL);
  fixture->db = pamong_db_open (fixture->path, PAMONG_DB_WAL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  g_clear_pointer (&fixture->db, pamong_db_close);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static void
test_upgrade (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strconcat (fixture->path, ".before-002", NULL);

  g_assert_true (pamong_db_migrate_by (fixture->db, first, texts, &error));
  g_assert_cmpint (pamong_db_version (fixture->db, &error), ==, 1);
  g_assert_true (pamong_db_exec (fixture->db, "INSERT INTO t VALUES ('kept')", &error));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (pamong_db_migrate_by (fixture->db, names, texts, &error));
  g_assert_cmpint (pamong_db_version (fixture->db, &error), ==, 2);
  g_assert_true (pamong_db_exec (fixture->db, "UPDATE t SET phone = '0812'", &error));
  /* Once more is nothing. */
  g_assert_true (pamong_db_migrate_by (fixture->db, names, texts, &error));

  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_clear_pointer (&fixture->db, pamong_db_close);
  fixture->db = pamong_db_open (copy, PAMONG_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pamong_db_version (fixture->db, &error), ==, 1);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_db_migrate_by (fixture->db, names, broken, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (pamong_db_version (fixture->db, &error), ==, 0);
  g_assert_true (pamong_db_migrate_by (fixture->db, names, texts, &error));
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_db_exec (fixture->db, "CREATE TABLE theirs (a); PRAGMA user_version = 3", &error));
  g_assert_false (pamong_db_migrate_by (fixture->db, names, texts, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED);
  g_clear_error (&error);
  g_assert_cmpint (pamong_db_version (fixture->db, &error), ==, 3);
}

#define ADD(name, func) g_test_add ("/migrate/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("upgrade", test_upgrade);
  ADD ("broken", test_broken);
  ADD ("newer", test_newer);
  return g_test_run ();
}
