/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stops.h"
#include "app/check/check_page.h"
#include "app/check/views.h"
#include "app/check/work_list.h"
#include "app/doubles/merge_window.h"
#include "app/family/acts.h"
#include "app/home/date_form.h"
#include "app/letters/letters_page.h"
#include "app/reports/reports_page.h"
#include "app/residents/acts.h"
#include "app/residents/life_acts.h"
#include "app/residents/page.h"
#include "app/settings/settings_page.h"
#include "app/shell/pages.h"
#include "domain/codes.h"
#include "exchange_fixture.h"
#include "inject_fixture.h"
#include "people.h"
#include "store/write.h"
#include "wire/conflict.h"
#include <glib/gstdio.h>

#define VILLAGE "35.22.28.2004"
#define DISTRICT "35.22.28"
#define PASSWORD "kata-sandi-uji"
#define OPERATOR "Peserta"
#define BATCH "MLcvmCzISTO6Mlul04x7_A"

static void
put_clash (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_office_open (dir, &error);
  g_autoptr (PamongRecord) conflict = pamong_record_new (PAMONG_KIND_CONFLICT, VILLAGE);
  g_autoptr (GPtrArray) all = pamong_store_all (pamong_office_store (office), PAMONG_KIND_RESIDENT, &error);
  const char *resident = ((PamongRecord *) g_ptr_array_index (all, 0))->uid;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_free (conflict->uid);
  conflict->uid = pamong_conflict_uid (resident, "phone");
  conflict->version = 1;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, resident);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, "phone");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, "{\"phone\":\"0811\"}");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT_BY, "Anik");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_OTHER, "[{\"values\":{\"phone\":\"0812\"},\"by\":\"Bambang\",\"t\":1773000000}]");
  g_assert_true (pamong_write_put (write, conflict, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The regency has filled in one of them. */
static void
put_injection (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_office_open (dir, &error);
  g_autoptr (PamongRecord) batch = pamong_record_new (PAMONG_KIND_BATCH, VILLAGE), resident = NULL;
  g_autoptr (GPtrArray) all = pamong_store_all (pamong_office_store (office), PAMONG_KIND_RESIDENT, &error);
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_free (batch->uid);
  batch->uid = g_strdup (BATCH);
  batch->version = 1;
  pamong_record_set_text (batch, PAMONG_BATCH_FILE, "kabupaten.csv");
  pamong_record_set_text (batch, PAMONG_BATCH_SOURCE, "SIAK");
  pamong_record_set_text (batch, PAMONG_BATCH_COMPILED_BY, "Dukcapil");
  pamong_record_set_int (batch, PAMONG_BATCH_INJECTED, TRUE);
  resident = pamong_record_copy (g_ptr_array_index (all, 1));
  pamong_record_set_text (resident, PAMONG_RESIDENT_BATCH_UID, BATCH);
  g_assert_true (pamong_write_put (write, batch, &error) && pamong_write_put (write, resident, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

char *
stops_practice (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("pamong-XXXXXX", &error);
  g_autofree char *dir = g_build_filename (folder, "data", NULL), *password = g_build_filename (folder, "password", NULL);
  const char *const words[] = { g_getenv ("PAMONG_CTL"), "--data", dir, "practice", "--seed", "7", "--village", VILLAGE, "--residents", "160", "--dirt", NULL };
  int status = -1;

  g_assert_true (g_file_set_contents (password, PASSWORD "\n", -1, &error));
  g_setenv ("PAMONG_PASSWORD_FILE", password, TRUE);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  put_clash (dir);
  put_injection (dir);
  return folder;
}

void
stops_drop (char *folder)
{
  g_autofree char *password = g_build_filename (folder, "password", NULL);

  g_unlink (password);
  people_drop (folder);
}

PamongWindow *
stops_sign_in (const char *folder, const char *page)
{
  g_autofree char *dir = g_build_filename (folder, "data", NULL);

  return signed_in (dir, OPERATOR, PASSWORD, page);
}

GtkWidget *
stops_dialog (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_mapped (other) && gtk_window_get_transient_for (GTK_WINDOW (other)) == GTK_WINDOW (window))
        return other;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return stops_dialog (window) != NULL;
}

static gboolean
has_none (gpointer window)
{
  return stops_dialog (window) == NULL;
}

void
stops_close_dialog (GtkWidget *window)
{
  GtkWidget *dialog = stops_dialog (window);

  if (dialog != NULL)
    gtk_window_close (GTK_WINDOW (dialog));
  drive_until (has_none, window, "the dialog to go");
  drive_settle ();
}

static void
check_dialog (PamongWindow *window, StopCheck check, const char *where)
{
  drive_until (has_dialog, window, where);
  drive_settle ();
  check (stops_dialog (GTK_WIDGET (window)), where);
  stops_close_dialog (GTK_WIDGET (window));
}

static PamongSession *
session_of (PamongWindow *window)
{
  return pamong_shell_session (pamong_window_shell (window));
}

static void
go (PamongWindow *window, const char *name)
{
  if (!pamong_shell_go (pamong_window_shell (window), name))
    g_error ("no page %s", name);
  signed_in_fill (window);
}

static void
check_shell_windows (PamongWindow *window, StopCheck check)
{
  gtk_widget_activate_action (signed_in_content (window), "win.help", NULL);
  check_dialog (window, check, "bantuan");
  gtk_widget_activate_action (signed_in_content (window), "win.keys", NULL);
  check_dialog (window, check, "semua tombol");
  pamong_date_form_show (signed_in_content (window), session_of (window));
  check_dialog (window, check, "tambah tanggal");
  pamong_date_form_end (signed_in_content (window), session_of (window), "x", "Rapat");
  check_dialog (window, check, "akhiri tanggal");
}

static gboolean
looked (gpointer window)
{
  return pamong_session_to_check (session_of (window)) >= 0;
}

static void
check_views (PamongWindow *window, StopCheck check)
{
  PamongCheckPage *page;

  go (window, "perlu-dicek");
  page = PAMONG_CHECK_PAGE (pamong_shell_page (pamong_window_shell (window)));
  for (const PamongCheckView *view = pamong_check_views (); view->name != NULL; view++)
    {
      g_assert_true (pamong_check_page_show_view (page, view->name));
      drive_until (looked, window, "the rules to look once");
      drive_settle ();
      check (GTK_WIDGET (window), view->name);
    }
  g_assert_true (pamong_check_page_show_view (page, "temuan"));
  drive_settle ();
  g_assert_true (pamong_work_list_choose (PAMONG_WORK_LIST (drive_find (GTK_WIDGET (page), "PamongWorkList")), "not-checked"));
  drive_settle ();
  check (GTK_WIDGET (window), "perlu dicek, isian kabupaten");
}

static gboolean
has_book (gpointer window)
{
  return pamong_reports_page_shown_book (PAMONG_REPORTS_PAGE (pamong_shell_page (pamong_window_shell (window)))) != NULL;
}

static void
stops_pages (PamongWindow *window, StopCheck check)
{
  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    if (pamong_page_info_fits (info, pamong_session_level (session_of (window))))
      {
        go (window, info->name);
        if (g_str_equal (info->name, "laporan") && pamong_session_level (session_of (window)) != PAMONG_LEVEL_REGENCY) /* of a whole regency none is shown by itself */
          drive_until (has_book, window, "the book to be read");
        drive_settle ();
        check (GTK_WIDGET (window), info->name);
      }
  check_shell_windows (window, check);
  if (pamong_session_level (session_of (window)) == PAMONG_LEVEL_VILLAGE)
    check_views (window, check);
}

typedef gboolean (*Fits) (const PamongRecord *resident);

static gboolean
is_wife (const PamongRecord *resident)
{
  return pamong_record_int (resident, PAMONG_RESIDENT_MARITAL_STATUS) == PAMONG_MARITAL_MARRIED && pamong_record_int (resident, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_WIFE;
}

static gboolean
is_child (const PamongRecord *resident)
{
  return pamong_record_int (resident, PAMONG_RESIDENT_MARITAL_STATUS) == PAMONG_MARITAL_SINGLE && pamong_record_int (resident, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_CHILD
         && pamong_record_is_set (resident, PAMONG_RESIDENT_NIK) && pamong_record_is_set (resident, PAMONG_RESIDENT_FAMILY_UID);
}

static PamongRecord *
find_resident (PamongWindow *window, Fits fits)
{
  g_autoptr (GPtrArray) all = pamong_store_all (pamong_session_store (session_of (window)), PAMONG_KIND_RESIDENT, NULL);

  for (guint i = 0; i < all->len; i++)
    if (fits (g_ptr_array_index (all, i)))
      return pamong_record_copy (g_ptr_array_index (all, i));
  g_error ("nobody fits");
}

static void
stops_pair (PamongWindow *window, StopCheck check)
{
  g_autoptr (PamongRecord) one = find_resident (window, is_wife), other = find_resident (window, is_child);

  g_assert_nonnull (pamong_merge_window_show (signed_in_content (window), session_of (window), one->uid, other->uid, NULL));
  check_dialog (window, check, "dua catatan");
}

static void
stops_life_dialogs (PamongWindow *window, StopCheck check)
{
  typedef void (*Ask) (GtkWidget *, PamongSession *, const PamongRecord *);
  static const struct { const char *name; Ask ask; gboolean of_wife; } dialogs[] = {
    { "nikah", pamong_resident_ask_marry },   { "cerai", pamong_resident_ask_divorce, TRUE }, { "adopsi", pamong_resident_ask_adopt },
    { "NIK benar", pamong_resident_ask_nik }, { "numpang KK", pamong_resident_ask_join },     { "keluarkan", pamong_resident_ask_remove },
    { "kembalikan", pamong_resident_ask_put_back },
  };
  g_autoptr (PamongRecord) wife = find_resident (window, is_wife), child = find_resident (window, is_child);
  g_autoptr (GPtrArray) events = pamong_store_find (pamong_session_store (session_of (window)), PAMONG_KIND_EVENT, PAMONG_EVENT_RESIDENT_UID, child->uid, NULL);
  GtkWidget *page;

  g_assert_true (pamong_shell_open (pamong_window_shell (window), PAMONG_KIND_RESIDENT, child->uid));
  drive_settle ();
  page = GTK_WIDGET (pamong_shell_page (pamong_window_shell (window)));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      dialogs[i].ask (page, session_of (window), dialogs[i].of_wife ? wife : child);
      check_dialog (window, check, dialogs[i].name);
    }
  pamong_resident_ask_undo (page, session_of (window), ((PamongRecord *) g_ptr_array_index (events, 0))->uid);
  check_dialog (window, check, "tarik kembali");
}

void
stops_resident (PamongWindow *window, StopCheck check)
{
  g_autoptr (PamongRecord) child = find_resident (window, is_child);
  GtkWidget *page;

  g_assert_true (pamong_shell_open (pamong_window_shell (window), PAMONG_KIND_RESIDENT, child->uid));
  drive_settle ();
  check (GTK_WIDGET (window), "seorang");
  page = GTK_WIDGET (pamong_shell_page (pamong_window_shell (window)));
  g_assert_true (gtk_widget_activate_action (page, "resident.edit", NULL));
  drive_settle ();
  check (GTK_WIDGET (window), "ubah seorang");
  gtk_widget_activate_action (page, "resident.close", NULL);
  drive_settle ();
  g_assert_true (gtk_widget_activate_action (page, "resident.add", NULL));
  drive_settle ();
  check (GTK_WIDGET (window), "tambah seorang");
  gtk_widget_activate_action (page, "resident.close", NULL);
  drive_settle ();
}

static void
saved_cb (gpointer data, const char *words)
{
}

static void
stops_family_dialogs (PamongWindow *window, StopCheck check)
{
  static const struct { const char *name; PamongFamilyAct act; } acts[] = {
    { "pecah KK", pamong_family_act_split }, { "gabung KK", pamong_family_act_join }, { "ganti kepala", pamong_family_act_head },
    { "pindah rumah", pamong_family_act_move }, { "dokumen terbit", pamong_family_act_issued },
  };
  g_autoptr (PamongRecord) child = find_resident (window, is_child);
  const char *family = pamong_record_text (child, PAMONG_RESIDENT_FAMILY_UID);
  GtkWidget *page;

  g_assert_true (pamong_shell_open (pamong_window_shell (window), PAMONG_KIND_FAMILY, family));
  drive_settle ();
  page = GTK_WIDGET (pamong_shell_page (pamong_window_shell (window)));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      acts[i].act (page, session_of (window), family, saved_cb, page);
      check_dialog (window, check, acts[i].name);
    }
}

void
stops_family (PamongWindow *window, StopCheck check)
{
  g_autoptr (PamongRecord) child = find_resident (window, is_child);

  g_assert_true (pamong_shell_open (pamong_window_shell (window), PAMONG_KIND_FAMILY, pamong_record_text (child, PAMONG_RESIDENT_FAMILY_UID)));
  drive_settle ();
  check (GTK_WIDGET (window), "kartu");
  gtk_widget_activate_action (signed_in_content (window), "win.new-family", NULL);
  drive_settle ();
  check (GTK_WIDGET (window), "kartu baru");
}

static void
stops_settings (PamongWindow *window, StopCheck check)
{
  static const char *const sections[] = { "identitas", "aparat", "akun", "menu", "komputer" };
  PamongSettingsPage *page;

  go (window, "pengaturan");
  page = PAMONG_SETTINGS_PAGE (pamong_shell_page (pamong_window_shell (window)));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *form = g_strconcat (sections[i], ", tambah", NULL);
      GtkWidget *add;

      g_assert_true (pamong_settings_page_go (page, i));
      drive_settle ();
      check (GTK_WIDGET (window), sections[i]);
      add = drive_button (pamong_settings_page_section (page), "Tambah");
      if (add == NULL)
        continue;
      drive_click (add);
      drive_settle ();
      check (GTK_WIDGET (window), form);
    }
}

static void
stops_letters (PamongWindow *window, StopCheck check)
{
  g_autoptr (PamongRecord) child = find_resident (window, is_child);
  PamongPage *page;

  go (window, "surat");
  page = pamong_shell_page (pamong_window_shell (window));
  g_assert_true (pamong_page_view (page, "arsip"));
  drive_settle ();
  check (GTK_WIDGET (window), "arsip surat");
  g_assert_true (pamong_letters_page_begin (PAMONG_LETTERS_PAGE (page), "sktm", child->uid));
  drive_settle ();
  check (GTK_WIDGET (window), "isian surat");
  drive_click (drive_button (GTK_WIDGET (page), "Ganti orang"));
  check_dialog (window, check, "orang lain");
  gtk_widget_activate_action (GTK_WIDGET (page), "letters.cancel", NULL);
  drive_settle ();
}

static void
stops_exchange (PamongWindow *window, StopCheck check)
{
  g_autofree char *folder = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = exchange_list (folder, "warga.csv", 4, "ISLAM"), *other = exchange_list (folder, "lain.csv", 4, "HINDU");
  GtkWidget *view = exchange_page (window);

  exchange_open (view, path);
  exchange_until (view, EXCHANGE_COLUMNS);
  check (GTK_WIDGET (window), "impor, kolom");
  exchange_match (view, "Daftar RT");
  exchange_until (view, EXCHANGE_RESULT);
  check (GTK_WIDGET (window), "impor, hasil");
  exchange_write (view);
  check (GTK_WIDGET (window), "impor, sudah masuk");
  exchange_open (view, other);
  exchange_until (view, EXCHANGE_RESULT);
  exchange_differing (view);
  check (GTK_WIDGET (window), "impor, beda isian");
  g_assert_true (pamong_page_view (pamong_shell_page (pamong_window_shell (window)), "impor=" BATCH));
  drive_settle ();
  check (GTK_WIDGET (window), "impor, isian kabupaten");
  g_assert_true (pamong_page_view (pamong_shell_page (pamong_window_shell (window)), "ekspor"));
  drive_settle ();
  check (GTK_WIDGET (window), "ekspor");
  fixture_remove (folder);
}

void
stops_village (PamongWindow *window, StopCheck check)
{
  typedef void (*Stops) (PamongWindow *, StopCheck);
  static const Stops stops[] = { stops_pages, stops_resident, stops_life_dialogs, stops_pair, stops_settings, stops_family_dialogs, stops_family, stops_letters, stops_exchange };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    stops[i] (window, check);
}

static PamongWindow *
open_window (const char *dir)
{
  PamongStart start = { .dir = (char *) dir };
  PamongWindow *window = PAMONG_WINDOW (pamong_window_new (NULL));

  pamong_window_start (window, &start);
  gtk_window_present (GTK_WINDOW (window));
  drive_settle ();
  return window;
}

static void
press_next (PamongWindow *window)
{
  GtkWidget *next = drive_button (signed_in_content (window), "Lanjut");

  drive_click (next != NULL ? next : drive_button (signed_in_content (window), "Selesai"));
  drive_settle ();
}

/* Leaves a village of one account behind. */
static void
check_first_run (const char *dir, StopCheck check)
{
  PamongWindow *window = open_window (dir);
  GtkWidget *picker = drive_find (signed_in_content (window), "PamongRegionPicker");

  check (GTK_WIDGET (window), "mulai, tempat");
  drive_type (gtk_widget_get_first_child (picker), "mojodel");
  g_signal_emit_by_name (gtk_widget_get_first_child (picker), "activate");
  drive_settle ();
  check (GTK_WIDGET (window), "mulai, akun");
  drive_type (drive_find (signed_in_content (window), "name"), "Anik Rahmawati");
  drive_type (drive_find (signed_in_content (window), "password"), PASSWORD);
  drive_type (drive_find (signed_in_content (window), "again"), PASSWORD);
  press_next (window);
  check (GTK_WIDGET (window), "mulai, kode pemulihan");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (drive_find (signed_in_content (window), "noted")), TRUE);
  press_next (window);
  check (GTK_WIDGET (window), "mulai, sambungan");
  signed_out (window);
}

void
stops_start (StopCheck check)
{
  g_autofree char *folder = fixture_dir (), *dir = g_build_filename (folder, "data", NULL), *file = g_build_filename (dir, "pamong.db", NULL);
  g_autofree char *rubbish = g_strnfill (9000, 'x');
  PamongWindow *window;

  check_first_run (dir, check);
  window = open_window (dir);
  check (GTK_WIDGET (window), "masuk");
  drive_click (drive_button (signed_in_content (window), "Lupa"));
  drive_settle ();
  check (GTK_WIDGET (window), "lupa sandi");
  signed_out (window);
  g_assert_true (g_file_set_contents (file, rubbish, -1, NULL));
  window = open_window (dir);
  check (GTK_WIDGET (window), "data tidak terbuka");
  signed_out (window);
  fixture_remove (dir);
  fixture_remove (folder);
}

static gboolean
has_villages (gpointer page)
{
  GtkWidget *view = drive_find (page, "GtkColumnView");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))) > 0;
}

void
stops_district (StopCheck check)
{
  char *folder;
  PamongOffice *office = people_init (PAMONG_LEVEL_DISTRICT, DISTRICT, &folder);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  PamongWindow *window;

  people_fill (office, VILLAGE, 60, 3);
  people_fill (office, "35.22.28.2011", 20, 4);
  pamong_office_close (office);
  window = signed_in (dir, "Anik R.", PASSWORD, NULL);
  drive_until (has_villages, signed_in_content (window), "the villages are counted");
  stops_pages (window, check);
  signed_out (window);
  people_drop (folder);
}

static void
stops_inject (PamongWindow *window, StopCheck check)
{
  g_autofree char *folder = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = inject_list (folder);
  GtkWidget *page = inject_page (window);

  inject_open (page, path);
  inject_until (page, "columns");
  check (GTK_WIDGET (window), "isian, kolom");
  inject_match (page);
  inject_until (page, "origin");
  check (GTK_WIDGET (window), "isian, asal berkas");
  inject_say (page, NULL);
  inject_until (page, "villages");
  check (GTK_WIDGET (window), "isian, desa");
  drive_click (drive_button (page, "Baris desa itu…"));
  inject_until (page, "rows");
  check (GTK_WIDGET (window), "isian, baris desa");
  drive_click (drive_button (page, "Kembali ke daftar desa"));
  inject_until (page, "villages");
  inject_key (page, GDK_KEY_s, GDK_CONTROL_MASK);
  inject_until (page, "batch");
  check (GTK_WIDGET (window), "isian, sudah masuk");
  inject_undo (page);
  check_dialog (window, check, "isian, batalkan");
  inject_key (page, GDK_KEY_Escape, 0);
  inject_until (page, "start");
  check (GTK_WIDGET (window), "isian, daftar");
  fixture_remove (folder);
}

void
stops_regency (StopCheck check)
{
  char *folder;
  PamongOffice *office = people_init (PAMONG_LEVEL_REGENCY, INJECT_REGENCY, &folder);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  PamongWindow *window;

  people_fill (office, VILLAGE, 60, 3);
  pamong_office_close (office);
  window = signed_in (dir, "Anik R.", PASSWORD, NULL);
  drive_until (has_villages, signed_in_content (window), "the villages are counted");
  stops_pages (window, check);
  stops_inject (window, check);
  signed_out (window);
  people_drop (folder);
}
