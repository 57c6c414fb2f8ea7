/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/fixture.h"
#include "exchange/backup.h"
#include "exchange/backup_head.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define PASSPHRASE "empat kata untuk brankas"

/** Made: a village of two people, and a backup of it. */
typedef struct {
  PamongStore *store;
  PamongBackupKey *key;
  char *folder, *path, *bytes;
  gsize size;
} Made;

static void
set_up (Made *made, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PamongBackup) backup = NULL;

  made->store = fixture_new ();
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI DEWI", NULL);

      fixture_put (made->store, resident, NULL);
    }
  made->folder = g_build_filename (pamong_store_dir (made->store), "kandar é", NULL);
  g_mkdir (made->folder, 0700);
  made->key = pamong_backup_key_new (PASSPHRASE);
  name = pamong_backup_name (made->store, FALSE);
  made->path = g_build_filename (made->folder, name, NULL);
  pamong_backup_create (made->store, made->path, made->key, NULL, NULL, NULL, &backup, &error);
  g_assert_no_error (error);
  g_assert_cmpint (backup->residents, ==, 2);
  g_assert_true (g_file_get_contents (made->path, &made->bytes, &made->size, NULL));
}

static void
tear_down (Made *made, gconstpointer data)
{
  fixture_free (made->store);
  pamong_backup_key_free (made->key);
  g_free (made->folder);
  g_free (made->path);
  g_free (made->bytes);
}

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (entries != NULL && g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
write_bytes (Made *made, const char *bytes, gsize size)
{
  FILE *file = g_fopen (made->path, "wb");

  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  fclose (file);
}

static void
test_there_and_back (Made *made, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBackup) look = pamong_backup_look (made->path, &error), whole = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (look->area, ==, FIXTURE_AREA);
  g_assert_cmpint (look->residents, ==, 2);
  g_assert_cmpint (look->waiting, ==, 2);
  g_assert_null (look->computer);
  whole = pamong_backup_verify (made->path, PASSPHRASE, pamong_store_dir (made->store), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (whole->computer, ==, g_get_host_name ());
  g_assert_cmpuint (count_files (made->folder), ==, 1);
}

/* Without the passphrase nobody is named. */
static void
test_names_nobody (Made *made, gconstpointer data)
{
  g_assert_null (memmem (made->bytes, made->size, "SARI", 4));
  g_assert_null (memmem (made->bytes, made->size, "BOJONEGORO", 10));
  g_assert_null (memmem (made->bytes, made->size, "SQLite format", 13));
  g_assert_null (memmem (made->bytes, made->size, "computer=", 9));
}

static void
test_wrong_passphrase (Made *made, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (made->folder, "keluar", NULL);

  g_assert_null (pamong_backup_unpack (made->path, PASSPHRASE "!", target, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static gboolean
is_whole (Made *made)
{
  g_autoptr (GError) error = NULL;
  gboolean whole = pamong_backup_read_back (made->path, made->key->key, 0, 0, NULL, NULL, NULL, &error);

  g_assert_true (whole || g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED) || g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_INVALID)
                 || g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED));
  return whole;
}

/* A bit that differs is seen wherever it stands: every byte of the head, and all over the rest. */
static void
test_damaged (Made *made, gconstpointer data)
{
  gsize head = 1400;

  g_assert_true (is_whole (made));
  for (guint i = 0; i < head + 1500; i++)
    {
      gsize at = i < head ? i : (gsize) g_test_rand_int_range ((gint32) head, (gint32) made->size);

      made->bytes[at] ^= (char) (1 << (i % 8));
      write_bytes (made, made->bytes, made->size);
      g_assert_false (is_whole (made));
      made->bytes[at] ^= (char) (1 << (i % 8));
    }
}

static void
test_cut_short (Made *made, gconstpointer data)
{
  g_autofree char *longer = g_malloc0 (made->size + 1);

  for (guint i = 0; i < 600; i++)
    {
      write_bytes (made, made->bytes, i < 300 ? i * 5 : (gsize) g_test_rand_int_range (0, (gint32) made->size));
      g_assert_false (is_whole (made));
    }
  write_bytes (made, made->bytes, made->size - 1);
  g_assert_false (is_whole (made));
  memcpy (longer, made->bytes, made->size);
  write_bytes (made, longer, made->size + 1);
  g_assert_false (is_whole (made));
}

static void
test_newer (Made *made, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  made->bytes[PAMONG_BACKUP_MAGIC_BYTES] = PAMONG_BACKUP_FORMAT + 1;
  write_bytes (made, made->bytes, made->size);
  g_assert_null (pamong_backup_look (made->path, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED);
}

/* No room: told, and what lay there stays as it was. */
static void
test_full (Made *made, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBackup) look = pamong_backup_look (made->path, NULL);
  g_autofree char *bytes = NULL;
  struct rlimit before, limit;
  gsize size;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = (rlim_t) look->size + 100; /* the copy fits, the sealed file does not */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (pamong_backup_create (made->store, made->path, made->key, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  g_clear_error (&error);
  limit.rlim_cur = (rlim_t) look->size / 2; /* nor the copy */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (pamong_backup_create (made->store, made->path, made->key, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (g_file_get_contents (made->path, &bytes, &size, NULL));
  g_assert_cmpmem (bytes, size, made->bytes, made->size);
  g_assert_cmpuint (count_files (made->folder), ==, 1);
}

static void
pull_out (gint64 done, gint64 total, gpointer data)
{
  Made *made = data;
  g_autofree char *away = g_strconcat (made->folder, " tercabut", NULL);

  g_rename (made->folder, away);
}

/* The flash disk is pulled out while it is written to: told, and put in again it has what it had. */
static void
test_pulled_out (Made *made, gconstpointer data)
{
  g_autofree char *name = g_build_filename (made->folder, "baru.cadangan", NULL), *away = g_strconcat (made->folder, " tercabut", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_false (pamong_backup_create (made->store, name, made->key, NULL, pull_out, made, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_assert_cmpint (g_rename (away, made->folder), ==, 0);
  g_assert_false (g_file_test (name, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (made->path, &bytes, &size, NULL));
  g_assert_cmpmem (bytes, size, made->bytes, made->size);
  g_clear_error (&error);
  g_free (name);
  name = g_build_filename (made->folder, "tidak", "ada.cadangan", NULL);
  g_assert_false (pamong_backup_create (made->store, name, made->key, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
}

static void
stop_now (gint64 done, gint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_stopped (Made *made, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = g_build_filename (made->folder, "baru.cadangan", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_backup_create (made->store, name, made->key, cancellable, stop_now, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (made->folder), ==, 1);
}

static void
test_seven_stay (Made *made, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *foreign = g_build_filename (made->folder, "foto.jpg", NULL);

  g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
  for (int day = 1; day <= 9; day++)
    {
      g_autofree char *name = g_strdup_printf ("%s/pamong-35.22.28.2001-harian-2020010%d.cadangan", made->folder, day);

      g_assert_true (g_file_set_contents (name, "x", 1, NULL));
    }
  pamong_backup_prune (made->folder, 7);
  paths = pamong_backup_list (made->folder);
  g_assert_cmpuint (paths->len, ==, 8); /* seven daily ones, and the one made by hand */
  g_assert_cmpstr (paths->pdata[0], ==, made->path);
  g_assert_true (g_str_has_suffix (paths->pdata[1], "harian-20200109.cadangan"));
  g_assert_true (g_str_has_suffix (paths->pdata[7], "harian-20200103.cadangan"));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
test_passphrase (void)
{
  static const char *const bad[] = { "", "pendek", "aaaaaaaaaaaaaaaa", "abababababababab" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_clear_error (&error);
      g_assert_false (pamong_backup_passphrase_is_good (bad[i], &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
    }
  g_assert_true (pamong_backup_passphrase_is_good (PASSPHRASE, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
#define ADD(name, func) g_test_add ("/backup/" name, Made, NULL, set_up, func, tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("names-nobody", test_names_nobody);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("damaged", test_damaged);
  ADD ("cut-short", test_cut_short);
  ADD ("newer", test_newer);
  ADD ("full", test_full);
  ADD ("pulled-out", test_pulled_out);
  ADD ("stopped", test_stopped);
  ADD ("seven-stay", test_seven_stay);
  g_test_add_func ("/backup/passphrase", test_passphrase);
  return g_test_run ();
}
