/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/daily.h"
#include "app/backup/restore_page.h"
#include "app/language.h"
#include "app/shell/window.h"
#include "app/style.h"
#include "domain/clock.h"
#include "drive.h"
#include "exchange/backup.h"
#include "fixture.h"
#include "office/backups.h"
#include "signed_in.h"
#include <glib/gstdio.h>

/* The laptop is dead: from the first screen of a new one to signing in, and the backups that make themselves. */

#define PASSPHRASE "empat kata untuk brankas"

/* A village with a family, its passphrase set. Returns: (transfer full): its folder. */
static char *
make_village (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongBackupKey) key = pamong_backup_key_new (PASSPHRASE);
  g_autofree char *text = pamong_backup_key_text (key);
  g_autoptr (GError) error = NULL;
  char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));

  g_assert_true (pamong_office_refuse_own_password (office, PASSPHRASE, &error));
  g_assert_false (pamong_office_refuse_own_password (office, FIXTURE_PASSWORD, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_true (pamong_office_keep_backup_key (office, text, key->lock, NULL));
  pamong_office_close (office);
  return dir;
}

static gboolean
says (GtkWidget *root, const char *words)
{
  return drive_shows (root, words);
}

static gboolean
is_right (gpointer page)
{
  return says (page, "Bandingkan");
}

static gboolean
is_wrong (gpointer page)
{
  return says (page, "tidak membuka cadangan");
}

static gboolean
is_done (gpointer page)
{
  return says (page, "Selesai.");
}

static GtkWidget *
content (PamongWindow *window)
{
  return adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
}

/* A file that a newer Pamong made, and one on a flash disk that was pulled out: said, and nothing can be opened. */
static void
choose_wrong (GtkWidget *page, const char *path, const char *top)
{
  g_autofree char *newer = g_build_filename (top, "baru.cadangan", NULL), *gone = g_build_filename (top, "flash", "pamong.cadangan", NULL), *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  bytes[16] = 2; /* the format, backup.md */
  g_assert_true (g_file_set_contents (newer, bytes, (gssize) size, NULL));
  pamong_restore_page_choose (PAMONG_RESTORE_PAGE (page), newer);
  drive_expect (page, "Pamong yang lebih baru");
  g_assert_false (gtk_widget_is_sensitive (drive_button (page, "Buka cadangan")));
  pamong_restore_page_choose (PAMONG_RESTORE_PAGE (page), gone);
  drive_expect (page, "pamong.cadangan");
  g_assert_false (gtk_widget_is_sensitive (drive_button (page, "Buka cadangan")));
  g_unlink (newer);
}

static void
test_new_laptop (void)
{
  g_autofree char *dir = make_village (), *top = g_dir_make_tmp ("pamong-XXXXXX", NULL), *empty = g_build_filename (top, "baru", NULL), *name = NULL, *path = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (dir, PAMONG_STORE_READ, NULL);
  g_autoptr (PamongBackupKey) key = pamong_backup_key_kept (store);
  PamongStart start = { .dir = empty };
  PamongWindow *window = PAMONG_WINDOW (pamong_window_new (NULL));
  GtkWidget *page;

  name = pamong_backup_name (store, FALSE);
  path = g_build_filename (top, name, NULL);
  g_assert_true (pamong_backup_create (store, path, key, NULL, NULL, NULL, NULL, NULL));
  g_clear_pointer (&store, pamong_store_close);
  pamong_window_start (window, &start);
  gtk_window_present (GTK_WINDOW (window));
  drive_settle ();
  drive_click (drive_button (content (window), "Pulihkan dari cadangan…"));
  drive_settle ();
  page = content (window);
  g_assert_true (PAMONG_IS_RESTORE_PAGE (page));
  drive_expect (page, "Belum ada data.");
  choose_wrong (page, path, top);
  pamong_restore_page_choose (PAMONG_RESTORE_PAGE (page), path);
  drive_expect (page, "3 penduduk");
  drive_type (drive_find (page, "passphrase"), "bukan yang itu");
  drive_click (drive_button (page, "Buka cadangan"));
  drive_until (is_wrong, page, "a wrong passphrase is told");
  drive_type (drive_find (page, "passphrase"), PASSPHRASE);
  drive_click (drive_button (page, "Buka cadangan"));
  drive_until (is_right, page, "the passphrase is right");
  drive_expect (page, g_get_host_name ());
  g_assert_false (pamong_store_exists (empty)); /* nothing is put anywhere before it is said what it replaces */
  drive_click (drive_button (page, "Pulihkan"));
  drive_until (is_done, page, "the backup is put back");
  drive_click (drive_button (page, "Lanjut"));
  drive_settle ();
  drive_expect (content (window), "Siti Operator");
  gtk_window_destroy (GTK_WINDOW (window));
  drive_settle ();
  fixture_remove (dir);
  fixture_remove (top);
}

static gboolean
is_noted (gpointer dir)
{
  g_autoptr (PamongStore) store = pamong_store_open (dir, PAMONG_STORE_READ, NULL);
  g_autoptr (PamongBackupState) state = store != NULL ? pamong_backup_state (store) : NULL;

  return state != NULL && (state->last > 0 || state->failed != NULL);
}

static void
test_daily (void)
{
  g_autofree char *dir = make_village (), *folder = g_build_filename (dir, "cadangan", NULL);
  g_autoptr (PamongDesk) desk = pamong_desk_new (dir, NULL);
  g_autoptr (PamongDailyBackup) daily = pamong_daily_backup_new (desk, dir);
  g_autoptr (GPtrArray) made = NULL, again = NULL;
  g_autoptr (PamongBackup) backup = NULL;

  pamong_daily_backup_look (daily);
  pamong_daily_backup_look (daily); /* one at a time */
  drive_until (is_noted, dir, "the daily backup is made");
  made = pamong_backup_list (folder);
  g_assert_cmpuint (made->len, ==, 1);
  backup = pamong_backup_verify (made->pdata[0], PASSPHRASE, dir, NULL, NULL, NULL, NULL);
  g_assert_nonnull (backup);
  pamong_daily_backup_look (daily); /* today's is there */
  pamong_daily_backup_stop (daily);
  again = pamong_backup_list (folder);
  g_assert_cmpuint (again->len, ==, 1);
  drive_settle ();
  pamong_desk_stop (desk);
  fixture_remove (dir);
}

/* The folder is a disk that is not there: told, and nothing breaks. */
static gpointer
use_folder (PamongOffice *office, gpointer folder, GError **error)
{
  return GINT_TO_POINTER (pamong_office_set_backup_folder (office, folder, error));
}

static void
test_folder_is_gone (void)
{
  g_autofree char *dir = make_village (), *folder = g_build_filename (dir, "tidak", "ada", NULL);
  g_autoptr (PamongDesk) desk = pamong_desk_new (dir, NULL);
  g_autoptr (PamongDailyBackup) daily = pamong_daily_backup_new (desk, dir);
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongBackupState) state = NULL;

  pamong_desk_run (desk, use_folder, folder, NULL);
  pamong_daily_backup_look (daily);
  drive_until (is_noted, dir, "the failure is told");
  store = pamong_store_open (dir, PAMONG_STORE_READ, NULL);
  state = pamong_backup_state (store);
  g_assert_nonnull (strstr (state->failed, folder));
  g_assert_cmpint (state->last, ==, 0);
  pamong_daily_backup_stop (daily);
  drive_settle ();
  pamong_desk_stop (desk);
  fixture_remove (dir);
}

static gpointer
note_backup (PamongOffice *office, gpointer path, GError **error)
{
  return GINT_TO_POINTER (pamong_office_note_backup (office, path, NULL, error));
}

/* A backup on a flash disk, made now, whose folder is also that of the daily ones. Returns: (transfer full): its path. */
static char *
make_backup (const char *dir, const char *flash)
{
  g_autoptr (PamongDesk) desk = pamong_desk_new (dir, NULL);
  g_autoptr (PamongStore) store = pamong_store_open (dir, PAMONG_STORE_READ, NULL);
  g_autoptr (PamongBackupKey) key = pamong_backup_key_kept (store);
  g_autofree char *name = pamong_backup_name (store, FALSE);
  char *path = g_build_filename (flash, name, NULL);

  g_assert_true (pamong_backup_create (store, path, key, NULL, NULL, NULL, NULL, NULL));
  pamong_desk_run (desk, use_folder, (gpointer) flash, NULL);
  pamong_desk_run (desk, note_backup, path, NULL);
  pamong_desk_stop (desk);
  return path;
}

static gboolean
page_says (const char *dir, const char *page, const char *words)
{
  PamongWindow *window = signed_in (dir, "Siti Operator", FIXTURE_PASSWORD, page);
  gboolean said = drive_shows (content (window), words);

  signed_out (window);
  return said;
}

/* More than seven days after the last one on a flash disk Beranda says so; Pengaturan lists those that are there, and none when the disk is pulled out. */
static void
test_reminder (void)
{
  g_autofree char *dir = make_village (), *flash = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = make_backup (dir, flash);
  gint64 made = pamong_clock_now ();

  g_assert_false (page_says (dir, "beranda", "hari sejak cadangan terakhir"));
  g_assert_true (page_says (dir, "pengaturan:cadangan", "3 penduduk"));
  pamong_clock_set (made + 8 * 24 * 3600);
  g_assert_true (page_says (dir, "beranda", "hari sejak cadangan terakhir"));
  fixture_remove (flash);
  g_assert_false (page_says (dir, "pengaturan:cadangan", "3 penduduk"));
  pamong_clock_set (made);
  fixture_remove (dir);
}

static void
test_days (void)
{
  PamongBackupState state = { 0 };
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 3, 20, 12, 0, 0);
  gint64 now = g_date_time_to_unix (noon);

  g_assert_cmpint (pamong_backup_days (&state, "2026-03-15", now), ==, 0);
  g_assert_cmpint (pamong_backup_days (&state, "2026-03-01", now), ==, 19);
  g_assert_cmpint (pamong_backup_days (&state, NULL, now), ==, 0);
  state.last = now; /* one that dies with the computer does not count */
  g_assert_cmpint (pamong_backup_days (&state, "2026-03-01", now), ==, 19);
  state.away = now - 7 * 24 * 3600;
  g_assert_cmpint (pamong_backup_days (&state, "2026-03-01", now), ==, 0);
  state.away = now - 8 * 24 * 3600;
  g_assert_cmpint (pamong_backup_days (&state, "2026-03-01", now), ==, 8);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/backup/new-laptop", test_new_laptop);
  g_test_add_func ("/backup/daily", test_daily);
  g_test_add_func ("/backup/folder-is-gone", test_folder_is_gone);
  g_test_add_func ("/backup/reminder", test_reminder);
  g_test_add_func ("/backup/days", test_days);
  return g_test_run ();
}
