/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy in the place of the store: the old one or the new one, at every step, and nothing is thrown away. */
#include "fixture.h"
#include "store/backup.h"
#include "store/store_files.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *
inside (const char *dir, const char *name)
{
  return g_build_filename (dir, name, NULL);
}

static void
add_person (PamongStore *store, const char *name)
{
  g_autoptr (PamongRecord) resident = fixture_resident (name, NULL);

  fixture_put (store, resident, NULL);
}

/* A store with one person, a copy of it, and then a second person. */
static char *
make_two_states (char **copy)
{
  PamongStore *store = fixture_new ();
  char *dir = g_strdup (pamong_store_dir (store));
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongFileFacts) facts = NULL;

  fixture_enrol (store);
  add_person (store, "SARI");
  *copy = inside (dir, "salinan");
  facts = pamong_store_copy (store, *copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (facts->residents, ==, 1);
  g_assert_cmpint (facts->waiting, ==, 1);
  g_assert_cmpstr (facts->area, ==, FIXTURE_AREA);
  g_assert_nonnull (facts->device);
  add_person (store, "BUDI");
  pamong_store_close (store);
  return dir;
}

static void
remove_all (char *dir)
{
  g_autofree char *top = g_path_get_dirname (dir);

  fixture_remove (top);
  g_free (dir);
}

static gint64
count_people (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);

  g_assert_no_error (error);
  fixture_check (store);
  return fixture_count (store, "SELECT count(*) FROM resident_list");
}

static void
put_bytes (PamongRestore *restore, const char *copy)
{
  g_autoptr (GFile) from = g_file_new_for_path (copy), to = g_file_new_for_path (pamong_restore_path (restore));

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
}

static void
test_put_back (void)
{
  g_autofree char *copy = NULL, *kept = NULL;
  char *dir = make_two_states (&copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRestore) restore = pamong_restore_begin (dir, &error);
  g_autoptr (PamongFileFacts) old = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (pamong_restore_present (restore)->residents, ==, 2);
  g_assert_cmpint (pamong_restore_present (restore)->waiting, ==, 2);
  put_bytes (restore, copy);
  pamong_restore_commit (restore, &kept, &error);
  g_assert_no_error (error);
  g_clear_pointer (&restore, pamong_restore_free);
  g_assert_cmpint (count_people (dir), ==, 1);
  old = pamong_file_facts (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (old->residents, ==, 2); /* kept whole, its WAL taken in */
  remove_all (dir);
}

/* What is put back is another copy, and waits for the server before it sends. */
static void
test_marked (void)
{
  g_autofree char *copy = NULL, *before = NULL;
  char *dir = make_two_states (&copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRestore) restore = pamong_restore_begin (dir, &error);
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongDevice) device = NULL;

  put_bytes (restore, copy);
  g_assert_true (pamong_restore_commit (restore, NULL, &error));
  g_clear_pointer (&restore, pamong_restore_free);
  store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (store, "SELECT recover FROM device"), ==, 1);
  before = fixture_text (store, "SELECT copy FROM device");
  g_assert_cmpuint (strlen (before), ==, 22);
  g_clear_pointer (&store, pamong_store_close);
  remove_all (dir);
}

static void
test_busy (void)
{
  g_autofree char *copy = NULL;
  char *dir = make_two_states (&copy);
  g_autoptr (GError) error = NULL;
  PamongStore *store = pamong_store_open (dir, PAMONG_STORE_WRITE, NULL);

  g_assert_null (pamong_restore_begin (dir, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_BUSY);
  pamong_store_close (store);
  g_assert_cmpint (count_people (dir), ==, 2);
  remove_all (dir);
}

static void
refuse (const char *dir, const char *copy, const char *sql, PamongError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRestore) restore = pamong_restore_begin (dir, &error);
  PamongDb *db;

  put_bytes (restore, copy);
  if (sql != NULL)
    {
      db = pamong_db_open (pamong_restore_path (restore), PAMONG_DB_ROLLBACK, NULL);
      g_assert_true (pamong_db_exec (db, sql, NULL));
      pamong_db_close (db);
    }
  else
    g_assert_true (g_file_set_contents (pamong_restore_path (restore), "bukan basis data, hanya tulisan", -1, NULL));
  g_assert_false (pamong_restore_commit (restore, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, (int) code);
  g_clear_pointer (&restore, pamong_restore_free);
  g_assert_cmpint (count_people (dir), ==, 2);
}

static void
test_refused (void)
{
  g_autofree char *copy = NULL;
  char *dir = make_two_states (&copy);
  g_autofree char *growing = inside (dir, PAMONG_STORE_GROWING);

  refuse (dir, copy, "UPDATE meta SET value = '35.22.28.2999' WHERE key = 'area'", PAMONG_ERROR_INVALID);
  refuse (dir, copy, "UPDATE meta SET value = 'district' WHERE key = 'level'", PAMONG_ERROR_INVALID);
  refuse (dir, copy, "PRAGMA user_version = 999", PAMONG_ERROR_OUTDATED);
  refuse (dir, copy, "DROP TABLE resident_list; DROP TABLE meta", PAMONG_ERROR_DAMAGED);
  refuse (dir, copy, NULL, PAMONG_ERROR_DAMAGED);
  g_assert_false (g_file_test (growing, G_FILE_TEST_EXISTS));
  remove_all (dir);
}

/* Each state that a power cut between two names can leave. */
static void
test_between (void)
{
  g_autofree char *copy = NULL;
  char *dir = make_two_states (&copy);
  g_autofree char *file = inside (dir, PAMONG_STORE_FILE), *ready = inside (dir, PAMONG_STORE_READY), *old = inside (dir, PAMONG_STORE_FILE ".diganti-20260101-000000");
  g_autofree char *wal = inside (dir, PAMONG_STORE_FILE "-wal"), *old_wal = g_strconcat (old, "-wal", NULL), *text = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (copy), to = g_file_new_for_path (ready);
  g_autoptr (PamongStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  /* Written, but the old one has not left: it stays. */
  g_assert_true (g_file_copy (from, to, 0, NULL, NULL, NULL, NULL));
  g_assert_cmpint (count_people (dir), ==, 2);
  g_assert_false (g_file_test (ready, G_FILE_TEST_EXISTS));
  /* The old one has left, and a WAL of it is still there: it goes to its owner, never into the new one. */
  g_assert_true (g_file_copy (from, to, 0, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_rename (file, old), ==, 0);
  g_assert_true (g_file_set_contents (wal, "sisa WAL", -1, NULL));
  g_assert_true (pamong_store_exists (dir));
  g_assert_cmpint (count_people (dir), ==, 1);
  g_assert_true (g_file_get_contents (old_wal, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "sisa WAL");
  /* The same found by a reader. */
  g_assert_cmpint (g_rename (file, ready), ==, 0);
  reader = pamong_store_open (dir, PAMONG_STORE_READ, &error);
  g_assert_true (reader != NULL || g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED));
  g_clear_pointer (&reader, pamong_store_close);
  g_assert_cmpint (count_people (dir), ==, 1);
  remove_all (dir);
}

static const char *program;

G_NORETURN static void
restore_for_ever (const char *dir, const char *copy)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PamongRestore) restore = pamong_restore_begin (dir, &error);

      if (restore == NULL)
        g_error ("%s", error->message);
      put_bytes (restore, copy);
      if (!pamong_restore_commit (restore, NULL, &error))
        g_error ("%s", error->message);
      g_print ("selesai\n");
    }
}

/* The program is killed at any moment: the store is whole, and is the one or the other. */
static void
test_kill (void)
{
  g_autofree char *copy = NULL;
  char *dir = make_two_states (&copy);
  g_autofree char *other = inside (dir, "lain");

  for (int round = 0; round < 30; round++)
    {
      g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, program, "--restore", dir, copy, NULL);
      gint64 people;

      g_usleep ((gulong) g_test_rand_int_range (1000, 120000));
      g_subprocess_force_exit (child);
      g_subprocess_wait (child, NULL, NULL);
      people = count_people (dir);
      g_assert_true (people == 1 || people == 2);
    }
  remove_all (dir);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--restore") == 0)
    restore_for_ever (argv[2], argv[3]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restore/put-back", test_put_back);
  g_test_add_func ("/restore/marked", test_marked);
  g_test_add_func ("/restore/busy", test_busy);
  g_test_add_func ("/restore/refused", test_refused);
  g_test_add_func ("/restore/between", test_between);
  g_test_add_func ("/restore/kill", test_kill);
  return g_test_run ();
}
