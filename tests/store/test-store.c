/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/store_files.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *
in_store (const char *dir, const char *name)
{
  return g_build_filename (dir, name, NULL);
}

static char *
damaged_name (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, "pamong.db.rusak-") && !g_str_has_suffix (name, "-wal"))
      return g_strdup (name);
  return NULL;
}

/* Closes @store and gives back the folder. */
static char *
close_store (PamongStore *store)
{
  char *dir = g_strdup (pamong_store_dir (store));

  pamong_store_close (store);
  return dir;
}

static void
remove_store (const char *dir)
{
  g_autofree char *top = g_path_get_dirname (dir);

  fixture_remove (top);
}

static void
test_reopen (void)
{
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (GError) error = NULL;
  PamongStore *store = fixture_new ();
  g_autofree char *dir = NULL, *file = NULL;
  GStatBuf info;

  fixture_put (store, resident, NULL);
  dir = close_store (store);
  g_assert_false (pamong_store_was_unclean (dir));
  file = in_store (dir, PAMONG_STORE_FILE);
#ifdef G_OS_UNIX
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (dir, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
#endif
  store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pamong_store_area (store), ==, FIXTURE_AREA);
  g_assert_cmpint (pamong_store_level (store), ==, PAMONG_LEVEL_VILLAGE);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident_list"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict"), ==, 0);
  fixture_check (store);
  fixture_free (store);
}

static void
test_reader (void)
{
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = NULL;
  PamongStore *store = fixture_new ();
  PamongStore *reader = pamong_store_open (pamong_store_dir (store), PAMONG_STORE_READ, &error);

  g_assert_no_error (error);
  fixture_put (store, resident, NULL);
  g_assert_cmpint (pamong_store_status (reader, resident->uid), ==, PAMONG_STATUS_ALIVE);
  g_assert_null (pamong_write_begin (reader, FIXTURE_ACTOR, "x", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  pamong_store_close (reader);
  missing = in_store (pamong_store_dir (store), "tidak-ada");
  g_mkdir (missing, 0755);
  for (PamongStoreMode mode = PAMONG_STORE_READ; mode <= PAMONG_STORE_WRITE; mode++)
    {
      g_assert_null (pamong_store_open (missing, mode, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  g_assert_cmpint (g_rmdir (missing), ==, 0); /* nothing was made in it */
  fixture_free (store);
}

static void
test_newer (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL, *before = NULL, *after = NULL, *dir = NULL;
  gsize size_before, size_after;

  pamong_db_exec (pamong_store_db (store), "PRAGMA user_version = 999", NULL);
  dir = close_store (store);
  file = in_store (dir, PAMONG_STORE_FILE);
  g_assert_true (g_file_get_contents (file, &before, &size_before, NULL));
  for (PamongStoreMode mode = PAMONG_STORE_READ; mode <= PAMONG_STORE_CREATE; mode++)
    {
      g_assert_null (pamong_store_open (dir, mode, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED);
      g_clear_error (&error);
    }
  g_assert_true (g_file_get_contents (file, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  remove_store (dir);
}

static void
test_damaged (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL, *dir = close_store (store), *bytes = NULL, *name = NULL, *kept = NULL, *kept_bytes = NULL;
  gsize size, kept_size;

  file = in_store (dir, PAMONG_STORE_FILE);
  g_assert_true (g_file_get_contents (file, &bytes, &size, NULL));
  memset (bytes, 'x', 100);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) size, NULL));
  g_assert_null (pamong_store_open (dir, PAMONG_STORE_WRITE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
  name = damaged_name (dir);
  g_assert_nonnull (name);
  g_assert_nonnull (strstr (error->message, name));
  g_clear_error (&error);
  kept = in_store (dir, name);
  g_assert_true (g_file_get_contents (kept, &kept_bytes, &kept_size, NULL));
  g_assert_cmpmem (bytes, size, kept_bytes, kept_size);

  /* No empty store in its place, until somebody asks for a new one. */
  g_assert_null (pamong_store_open (dir, PAMONG_STORE_WRITE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (pamong_store_exists (dir));
  store = pamong_store_open (dir, PAMONG_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  fixture_free (store);
}

/* A database of some other program under our name is kept aside like a damaged one, and nothing is written into it. */
static void
test_foreign (void)
{
  static const char *const made[] = { "CREATE TABLE lain (a); INSERT INTO lain VALUES (7)", "CREATE TABLE lain (a); PRAGMA user_version = 1" };

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      PamongStore *store = fixture_new ();
      g_autofree char *dir = close_store (store), *file = in_store (dir, PAMONG_STORE_FILE), *name = NULL;
      g_autoptr (GError) error = NULL;
      PamongDb *db;

      g_remove (file);
      db = pamong_db_open (file, PAMONG_DB_ROLLBACK, &error);
      g_assert_true (pamong_db_exec (db, made[i], &error));
      pamong_db_close (db);
      g_assert_null (pamong_store_open (dir, PAMONG_STORE_READ, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_null (pamong_store_open (dir, PAMONG_STORE_WRITE, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
      name = damaged_name (dir);
      g_assert_nonnull (name);
      remove_store (dir);
    }
}

/* Damage that only shows inside is looked for after an unclean stop: the copies are as a power cut leaves them. */
static void
copy_file (const char *from_dir, const char *to_dir, const char *name, gboolean spoil)
{
  g_autofree char *from = in_store (from_dir, name), *to = in_store (to_dir, name), *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  if (spoil)
    memset (bytes + 20 * 4096, 0xaa, 60 * 4096);
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

static void
open_after_power_cut (gboolean spoil)
{
  PamongStore *store = fixture_new (), *after;
  g_autoptr (PamongRecord) last = fixture_resident ("SETELAH", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = in_store (pamong_store_dir (store), "salinan"), *name = NULL;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);

      fixture_put (store, resident, NULL);
    }
  g_assert_true (pamong_db_exec (pamong_store_db (store), "PRAGMA wal_checkpoint (TRUNCATE)", &error));
  fixture_put (store, last, NULL);
  g_mkdir (copy, 0700);
  copy_file (pamong_store_dir (store), copy, PAMONG_STORE_FILE, spoil);
  copy_file (pamong_store_dir (store), copy, PAMONG_STORE_FILE "-wal", FALSE);
  g_assert_true (pamong_store_was_unclean (copy));
  after = pamong_store_open (copy, PAMONG_STORE_WRITE, &error);
  name = damaged_name (copy);
  if (spoil)
    {
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
      g_assert_nonnull (name);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpint (pamong_store_status (after, last->uid), ==, PAMONG_STATUS_ALIVE);
      fixture_check (after);
      pamong_store_close (after);
    }
  fixture_free (store);
}

static void
test_power_cut (void)
{
  open_after_power_cut (FALSE);
}

static void
test_power_cut_damaged (void)
{
  open_after_power_cut (TRUE);
}

/* Disk full: this act is refused, all before it is there, and it goes on when there is room again. */
static void
test_full (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) after = fixture_resident ("SETELAH", NULL);
  gint64 saved = 0, pages = fixture_count (store, "PRAGMA page_count");
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %d", (int) pages + 8);

  pamong_db_exec (pamong_store_db (store), limit, NULL);
  for (;;)
    {
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
      PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);
      gboolean put = pamong_write_put (write, resident, &error);

      if (!put)
        {
          pamong_write_rollback (write);
          break;
        }
      if (!pamong_write_commit (write, NULL, NULL, &error))
        break;
      saved++;
    }
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  g_assert_cmpint (saved, >, 0);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident"), ==, saved);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change"), ==, saved);
  fixture_check (store);
  pamong_db_exec (pamong_store_db (store), "PRAGMA max_page_count = 1000000", NULL);
  fixture_put (store, after, NULL);
  fixture_check (store);
  fixture_free (store);
}

/* What is derived is made anew when it is not what this program would make. */
static void
test_derived (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autofree char *dir = NULL;

  fixture_put (store, resident, NULL);
  g_assert_true (pamong_db_exec (pamong_store_db (store),
                                 "UPDATE meta SET value = 'old' WHERE key IN ('derived', 'capture'); DELETE FROM resident_list;"
                                 "DROP TRIGGER capture_resident_insert; CREATE TABLE IF NOT EXISTS spare (a)",
                                 &error));
  dir = close_store (store);
  g_assert_null (pamong_store_open (dir, PAMONG_STORE_READ, &error)); /* a reader cannot mend it, and must not trip over it */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED);
  g_clear_error (&error);
  store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident_list"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM sqlite_schema WHERE name = 'capture_resident_insert'"), ==, 1);
  fixture_check (store);
  fixture_free (store);
}

/* Another program: this one again, told to open the store. */
static int
open_as_other (const char *dir)
{
  g_autoptr (GError) error = NULL;
  PamongStore *store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);

  if (store != NULL)
    pamong_store_close (store);
  return store != NULL ? 0 : 10 + error->code;
}

static int
spawn_other (const char *program, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--open", dir, NULL);

  g_assert_no_error (error);
  g_subprocess_wait (other, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (other);
}

static const char *program;

static void
test_lock (void)
{
  PamongStore *store = fixture_new (), *twin;
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_strdup (pamong_store_dir (store));

  twin = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);
  g_assert_null (twin);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_BUSY);
  g_assert_cmpint (spawn_other (program, dir), ==, 10 + PAMONG_ERROR_BUSY);
  pamong_store_close (store);
  g_assert_cmpint (spawn_other (program, dir), ==, 0);
  remove_store (dir);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--open") == 0)
    return open_as_other (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reopen", test_reopen);
  g_test_add_func ("/store/reader", test_reader);
  g_test_add_func ("/store/newer", test_newer);
  g_test_add_func ("/store/damaged", test_damaged);
  g_test_add_func ("/store/foreign", test_foreign);
  g_test_add_func ("/store/power-cut", test_power_cut);
  g_test_add_func ("/store/power-cut-damaged", test_power_cut_damaged);
  g_test_add_func ("/store/full", test_full);
  g_test_add_func ("/store/derived", test_derived);
  g_test_add_func ("/store/lock", test_lock);
  return g_test_run ();
}
