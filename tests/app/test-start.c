/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/preferences.h"
#include "app/shell/window.h"
#include "app/start/first_run.h"
#include "app/start/problem.h"
#include "app/style.h"
#include "drive.h"
#include "fixture.h"
#include "store/residents.h"
#include <glib/gstdio.h>

/* From nothing to signed in, through the real window: first run, sign-in, recovery, and what is said when the data cannot be opened. */

static PamongWindow *
open_window (const char *dir, gboolean practice)
{
  PamongStart start = { .dir = (char *) dir, .practice = practice };
  PamongWindow *window = PAMONG_WINDOW (pamong_window_new (NULL));

  pamong_window_start (window, &start);
  gtk_window_present (GTK_WINDOW (window));
  drive_settle ();
  return window;
}

static void
close_window (PamongWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  drive_settle ();
}

static GtkWidget *
content (PamongWindow *window)
{
  return adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
}

static gboolean
has_shell (gpointer window)
{
  return pamong_window_shell (window) != NULL;
}

static void
press_next (PamongWindow *window)
{
  GtkWidget *next = drive_button (content (window), "Lanjut");

  drive_click (next != NULL ? next : drive_button (content (window), "Selesai"));
  drive_settle ();
}

static int
step (PamongWindow *window)
{
  return pamong_first_run_step (PAMONG_FIRST_RUN (content (window)));
}

static void
choose_village (PamongWindow *window)
{
  GtkWidget *picker = drive_find (content (window), "PamongRegionPicker");

  g_assert_false (gtk_widget_is_sensitive (drive_button (content (window), "Lanjut")));
  drive_type (gtk_widget_get_first_child (picker), "mojodel");
  drive_expect (content (window), "Mojodelik");
  g_signal_emit_by_name (gtk_widget_get_first_child (picker), "activate"); /* Enter takes it and goes on */
  drive_settle ();
}

static void
fill_account (PamongWindow *window, const char *password, const char *again)
{
  drive_type (drive_find (content (window), "name"), "Anik Rahmawati");
  drive_type (drive_find (content (window), "password"), password);
  drive_type (drive_find (content (window), "again"), again);
  press_next (window);
}

static void
test_first_run (void)
{
  g_autofree char *folder = fixture_dir (), *dir = g_build_filename (folder, "data", NULL);
  PamongWindow *window = open_window (dir, FALSE);

  g_assert_cmpint (step (window), ==, 0);
  choose_village (window);
  g_assert_cmpint (step (window), ==, 1);
  drive_expect (content (window), "Desa Mojodelik");
  fill_account (window, "pendek", "pendek");
  drive_expect (content (window), "Sandi paling sedikit 8 huruf.");
  fill_account (window, "kalimat pendek", "kalimat lain");
  drive_expect (content (window), "Kedua sandi tidak sama.");
  g_assert_false (pamong_store_exists (dir));
  fill_account (window, "kalimat pendek", "kalimat pendek");
  g_assert_cmpint (step (window), ==, 2);
  g_assert_true (pamong_store_exists (dir));
  g_assert_null (drive_button (content (window), "Kembali"));
  g_assert_false (gtk_widget_is_sensitive (drive_button (content (window), "Lanjut")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (drive_find (content (window), "noted")), TRUE);
  press_next (window);
  g_assert_cmpint (step (window), ==, 3);
  drive_type (drive_find (content (window), "url"), "https://contoh.invalid");
  press_next (window);
  drive_expect (content (window), "Isi keduanya");
  drive_type (drive_find (content (window), "url"), "");
  press_next (window);
  drive_until (has_shell, window, "the shell");
  drive_settle ();
  drive_expect (content (window), "Desa Mojodelik");
  drive_expect (content (window), "Anik R. · Operator");
  drive_expect (content (window), "belum terhubung");
  close_window (window);
  fixture_remove (dir);
  fixture_remove (folder);
}

/* A store with one account, closed again. */
static char *
make_store (void)
{
  PamongOffice *office = fixture_office ();
  char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));

  pamong_office_close (office);
  return dir;
}

static gboolean
says_wrong (gpointer window)
{
  return gtk_widget_has_css_class (drive_find (content (window), "password"), "error");
}

static void
test_sign_in (void)
{
  g_autofree char *dir = make_store ();
  PamongWindow *window = open_window (dir, FALSE);

  drive_expect (content (window), "Siti Operator");
  drive_expect (content (window), "Bisa masuk tanpa jaringan");
  drive_type (drive_find (content (window), "password"), "bukan sandinya");
  drive_click (drive_button (content (window), "Masuk"));
  drive_until (says_wrong, window, "the refusal");
  g_assert_null (pamong_window_shell (window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (drive_find (content (window), "password"))), ==, "");
  drive_type (drive_find (content (window), "password"), FIXTURE_PASSWORD);
  drive_click (drive_button (content (window), "Masuk"));
  drive_until (has_shell, window, "the shell");
  gtk_widget_activate_action (GTK_WIDGET (pamong_window_shell (window)), "win.sign-out", NULL);
  drive_settle ();
  g_assert_null (pamong_window_shell (window));
  drive_expect (content (window), "Siapa yang bekerja?");
  close_window (window);
  fixture_remove (dir);
}

static gboolean
next_is_sensitive (gpointer next)
{
  return gtk_widget_is_sensitive (next);
}

static void
test_look_is_kept (void)
{
  g_autofree char *dir = make_store (), *path = g_build_filename (dir, "conf", "pamong.ini", NULL), *conf = g_path_get_dirname (path);
  PamongWindow *window = open_window (dir, FALSE);

  pamong_preferences_open (path);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.text-larger", NULL); /* at the sign-in, before anybody is known */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.text-larger", NULL);
  drive_settle ();
  close_window (window);
  pamong_style_set_text_scale (1);
  pamong_preferences_open (path);
  g_assert_cmpfloat_with_epsilon (pamong_style_text_scale (), 1.25, 0.01);
  pamong_style_set_text_scale (1);
  pamong_preferences_open (NULL);
  g_unlink (path);
  g_rmdir (conf);
  fixture_remove (dir);
}

static void
test_recover (void)
{
  g_autofree char *dir = fixture_dir (), *code = NULL;
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti Operator", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, &code, &error);
  PamongWindow *window;
  GtkWidget *recover;

  g_assert_no_error (error);
  pamong_office_close (office);
  window = open_window (dir, FALSE);
  drive_click (drive_button (content (window), "Lupa sandi"));
  drive_settle ();
  recover = drive_find (content (window), "PamongRecover");
  drive_type (drive_find (recover, "code"), "salah-salah");
  drive_type (drive_find (recover, "password"), "sandi yang baru");
  drive_type (drive_find (recover, "again"), "sandi yang baru");
  drive_click (drive_find (recover, "next"));
  drive_until (next_is_sensitive, drive_find (recover, "next"), "the refusal of a wrong code");
  g_assert_null (pamong_window_shell (window));
  drive_type (drive_find (recover, "code"), code);
  drive_click (drive_find (recover, "next"));
  while (!drive_shows (recover, "Sandi sudah diganti"))
    g_main_context_iteration (NULL, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (drive_find (recover, "noted")), TRUE);
  drive_click (drive_find (recover, "next"));
  drive_until (has_shell, window, "the shell");
  close_window (window);
  fixture_remove (dir);
}

static void
test_second_program (void)
{
  g_autofree char *dir = make_store ();
  PamongWindow *first = open_window (dir, FALSE), *second = open_window (dir, FALSE);

  g_assert_cmpint (pamong_window_problem (first), ==, -1);
  g_assert_cmpint (pamong_window_problem (second), ==, PAMONG_ERROR_BUSY);
  drive_expect (content (second), "Pamong sudah terbuka");
  drive_expect (content (second), dir);
  close_window (second);
  close_window (first);
  fixture_remove (dir);
}

static void
test_damaged (void)
{
  g_autofree char *dir = make_store (), *file = g_build_filename (dir, "pamong.db", NULL), *folder = NULL;
  g_autofree char *rubbish = g_strnfill (9000, 'x');
  PamongWindow *window;

  g_assert_true (g_file_set_contents (file, rubbish, -1, NULL));
  window = open_window (dir, FALSE);
  g_assert_cmpint (pamong_window_problem (window), ==, PAMONG_ERROR_DAMAGED);
  drive_expect (content (window), "Berkas data rusak");
  drive_expect (content (window), "Jangan hapus apa pun");
  drive_expect (content (window), dir);
  close_window (window);
  fixture_remove (dir);
}

/* Each reason why the data cannot be opened is told with its remedy, and where the data is. */
static void
test_reasons (void)
{
  static const struct { int code; const char *title, *remedy; } reasons[] = {
    { PAMONG_ERROR_BUSY, "Pamong sudah terbuka", "nyalakan ulang komputer ini" },
    { PAMONG_ERROR_DAMAGED, "Berkas data rusak", "Jangan hapus apa pun" },
    { PAMONG_ERROR_OUTDATED, "lebih baru", "Pasang Pamong terbaru" },
    { PAMONG_ERROR_FULL, "penuh", "Kosongkan" },
    { PAMONG_ERROR_DENIED, "tidak dapat dibuka", "hak" },
    { PAMONG_ERROR_FAILED, "tidak dapat membuka", "Nyalakan ulang komputer ini" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (PAMONG_ERROR, reasons[i].code, "sebab yang ditulis toko data");
      GtkWidget *window = gtk_window_new (), *page = pamong_problem_new (error, "/tempat/data");

      gtk_window_set_child (GTK_WINDOW (window), page);
      gtk_window_present (GTK_WINDOW (window));
      drive_settle ();
      drive_expect (page, reasons[i].title);
      drive_expect (page, reasons[i].remedy);
      drive_expect (page, error->message);
      drive_expect (page, "/tempat/data");
      g_assert_nonnull (drive_button (page, "Tutup"));
      gtk_window_destroy (GTK_WINDOW (window));
      drive_settle ();
    }
}

static gboolean
is_started (gpointer file)
{
  g_autofree char *words = NULL;

  return g_file_get_contents (file, &words, NULL, NULL) && g_str_equal (words, "--practice\n");
}

static GtkWidget *
find_refusal (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && drive_shows (window, "Latihan tidak bisa dibuka"))
        return window;
    }
  return NULL;
}

static gboolean
is_told (gpointer data)
{
  return find_refusal () != NULL;
}

/* The button of the first run starts this program again, for practice; the first run stays where it is. A program that is gone is told of. */
static void
test_practise_starts (void)
{
#ifdef G_OS_UNIX
  g_autofree char *folder = fixture_dir (), *dir = g_build_filename (folder, "data", NULL), *program = g_build_filename (folder, "pamong", NULL);
  g_autofree char *heard = g_build_filename (folder, "heard", NULL), *script = g_strdup_printf ("#!/bin/sh\necho \"$*\" > '%s'\n", heard);
  PamongWindow *window;

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents_full (program, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  pamong_preferences_set_program (program);
  window = open_window (dir, FALSE);
  drive_click (drive_button (content (window), "Coba latihan dulu"));
  drive_until (is_started, heard, "the practice");
  g_assert_cmpint (step (window), ==, 0);
  g_assert_false (is_told (NULL));
  g_unlink (program);
  pamong_preferences_set_program (program);
  drive_click (drive_button (content (window), "Coba latihan dulu"));
  drive_until (is_told, NULL, "that it is gone");
  gtk_window_close (GTK_WINDOW (find_refusal ()));
  drive_settle ();
  close_window (window);
  pamong_preferences_set_program (NULL);
  g_unlink (heard);
  fixture_remove (dir);
  fixture_remove (folder);
#else
  g_test_skip ("a shell script stands for the program");
#endif
}

static void
test_practice_band (void)
{
  g_autofree char *dir = make_store ();
  PamongWindow *window = open_window (dir, TRUE);

  drive_type (drive_find (content (window), "password"), FIXTURE_PASSWORD);
  drive_click (drive_button (content (window), "Masuk"));
  drive_until (has_shell, window, "the shell");
  drive_settle ();
  drive_expect (content (window), "MODE LATIHAN – data tiruan");
  drive_expect (content (window), "Latihan, tidak dikirim");
  close_window (window);
  fixture_remove (dir);
}

static int
count_files (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  int n = 0;

  for (const char *name; (name = g_dir_read_name (entries)) != NULL;)
    n += !g_str_has_prefix (name, "pamong.");
  return n;
}

/* From nothing to a village of invented people without a question; the password stands there for whoever signs out, and nobody is asked for it the next time. */
static void
test_practice_is_ready (void)
{
  g_autofree char *folder = fixture_dir (), *dir = g_build_filename (folder, "data", NULL);
  PamongWindow *window = open_window (dir, TRUE);
  PamongQuery query = PAMONG_QUERY_INIT;

  if (pamong_window_shell (window) == NULL)
    drive_expect (content (window), "Desa latihan sedang disiapkan");
  drive_until (has_shell, window, "the practice village");
  drive_expect (content (window), "MODE LATIHAN – data tiruan");
  g_assert_cmpint (pamong_residents_count (pamong_session_store (pamong_shell_session (pamong_window_shell (window))), &query, NULL), ==, 300);
  g_assert_cmpint (count_files (dir), ==, 0); /* nothing of the making is left */
  gtk_widget_activate_action (GTK_WIDGET (pamong_window_shell (window)), "win.sign-out", NULL);
  drive_settle ();
  drive_expect (content (window), "Sandi latihan: latihan-pamong");
  g_assert_false (drive_shows (content (window), "menunggu jaringan")); /* nothing of it is ever sent */
  drive_click (drive_button (content (window), "Masuk"));
  drive_until (has_shell, window, "the shell");
  close_window (window);
  window = open_window (dir, TRUE);
  drive_until (has_shell, window, "the shell without a question");
  close_window (window);
  window = open_window (dir, FALSE); /* as a real office it asks as always, and tells nothing */
  drive_expect (content (window), "Peserta Latihan");
  g_assert_false (drive_shows (content (window), "latihan-pamong"));
  close_window (window);
  fixture_remove (dir);
  fixture_remove (folder);
}

static gboolean
has_problem (gpointer window)
{
  return pamong_window_problem (window) >= 0;
}

static void
test_practice_has_no_place (void)
{
  g_autofree char *folder = fixture_dir (), *file = g_build_filename (folder, "berkas", NULL), *dir = g_build_filename (file, "data", NULL);
  PamongWindow *window;

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  window = open_window (dir, TRUE);
  drive_until (has_problem, window, "the refusal");
  g_assert_cmpint (pamong_window_problem (window), ==, PAMONG_ERROR_DENIED);
  drive_expect (content (window), dir);
  close_window (window);
  g_unlink (file);
  fixture_remove (folder);
}

static void
test_practise_button (void)
{
  g_autofree char *folder = fixture_dir (), *dir = g_build_filename (folder, "data", NULL);
  PamongWindow *window = open_window (dir, FALSE);

  g_assert_nonnull (drive_button (content (window), "Coba latihan dulu"));
  choose_village (window);
  g_assert_null (drive_button (content (window), "Coba latihan dulu")); /* who has begun is not led away */
  close_window (window);
  fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/start/first-run", test_first_run);
  g_test_add_func ("/start/sign-in", test_sign_in);
  g_test_add_func ("/start/look-is-kept", test_look_is_kept);
  g_test_add_func ("/start/recover", test_recover);
  g_test_add_func ("/start/second-program", test_second_program);
  g_test_add_func ("/start/damaged", test_damaged);
  g_test_add_func ("/start/reasons", test_reasons);
  g_test_add_func ("/start/practise-starts", test_practise_starts);
  g_test_add_func ("/start/practice-band", test_practice_band);
  g_test_add_func ("/start/practice-is-ready", test_practice_is_ready);
  g_test_add_func ("/start/practice-has-no-place", test_practice_has_no_place);
  g_test_add_func ("/start/practise-button", test_practise_button);
  return g_test_run ();
}
