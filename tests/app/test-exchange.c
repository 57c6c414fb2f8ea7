/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/exchange_page.h"
#include "app/exchange/import_view.h"
#include "app/exchange/outcome_list.h"
#include "app/exchange/progress_panel.h"
#include "app/exchange/recent_files.h"
#include "app/language.h"
#include "app/style.h"
#include "exchange/import.h"
#include "exchange_fixture.h"
#include "people.h"
#include "stops.h"
#include <glib/gstdio.h>

#define VILLAGE "35.22.28.2004"
#define PEOPLE 6

/* Impor & ekspor: a home-made list is matched once, looked through, written whole, taken back; a wrong cell says where it is; nothing is green over zero rows. */

typedef struct {
  char *folder;
  PamongWindow *window;
  PamongImportView *view;
  PamongStore *store;
} Desk;

static void
open_desk (Desk *desk)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, VILLAGE, &desk->folder);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));

  pamong_office_close (office);
  desk->window = signed_in (dir, "Anik R.", "kata-sandi-uji", "impor-ekspor");
  desk->view = PAMONG_IMPORT_VIEW (exchange_page (desk->window));
  desk->store = pamong_session_store (pamong_shell_session (pamong_window_shell (desk->window)));
}

static void
close_desk (Desk *desk)
{
  signed_out (desk->window);
  people_drop (desk->folder);
}

static guint
count_people (Desk *desk)
{
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GArray) ids = pamong_residents_ids (desk->store, &query, NULL);

  return ids->len;
}

static const PamongImport *
import_of (Desk *desk)
{
  return pamong_result_view_import (pamong_import_view_result (desk->view));
}

/* As far as the result; the mapping is kept as "Daftar RT" where it is asked for. */
static void
read_list (Desk *desk, const char *path, gboolean match)
{
  pamong_import_view_open_file (desk->view, path);
  if (match)
    {
      exchange_until (GTK_WIDGET (desk->view), EXCHANGE_COLUMNS);
      exchange_match (GTK_WIDGET (desk->view), "Daftar RT");
    }
  exchange_until (GTK_WIDGET (desk->view), EXCHANGE_RESULT);
}

static void
press_save (Desk *desk, PamongImportState state)
{
  exchange_write (GTK_WIDGET (desk->view));
  g_assert_cmpint (import_of (desk)->state, ==, state);
}

static gboolean
has_dialog (gpointer window)
{
  return stops_dialog (window) != NULL;
}

static void
take_back (Desk *desk, const char *effect)
{
  GtkWidget *result = GTK_WIDGET (pamong_import_view_result (desk->view)), *dialog;

  drive_click (drive_button (result, "Batalkan impor ini…"));
  drive_until (has_dialog, desk->window, "the question");
  dialog = stops_dialog (GTK_WIDGET (desk->window));
  drive_expect (dialog, effect);
  drive_click (drive_button (dialog, "Batalkan impor"));
  drive_settle ();
  exchange_until (GTK_WIDGET (desk->view), EXCHANGE_RESULT);
  g_assert_cmpint (import_of (desk)->state, ==, PAMONG_IMPORT_UNDONE);
}

static void
test_list (void)
{
  Desk desk;
  g_autofree char *path = NULL;
  GtkWidget *result;

  open_desk (&desk);
  path = exchange_list (desk.folder, "warga.csv", PEOPLE, "ISLAM");
  result = GTK_WIDGET (pamong_import_view_result (desk.view));
  read_list (&desk, path, TRUE);
  g_assert_cmpuint (import_of (&desk)->figures.added, ==, PEOPLE - 1);
  g_assert_cmpuint (import_of (&desk)->figures.refused, ==, 1);
  drive_expect (result, "baris 3, kolom F: terbaca “31/02/1990”");
  g_assert_cmpuint (count_people (&desk), ==, 0);
  press_save (&desk, PAMONG_IMPORT_DONE);
  g_assert_cmpuint (count_people (&desk), ==, PEOPLE - 1);
  take_back (&desk, "warga yang dibawanya keluar dari daftar");
  g_assert_cmpuint (count_people (&desk), ==, 0);
  read_list (&desk, path, FALSE); /* a list like this one was matched before */
  press_save (&desk, PAMONG_IMPORT_DONE);
  g_assert_cmpuint (count_people (&desk), ==, PEOPLE - 1);
  g_unlink (path);
  close_desk (&desk);
}

static int
religion_of_first (Desk *desk)
{
  g_autoptr (GPtrArray) found = pamong_store_find (desk->store, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, "WARGA A", NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return (int) pamong_record_int (found->pdata[0], PAMONG_RESIDENT_RELIGION);
}

static void
choose (Desk *desk, const char *words)
{
  drive_click (drive_button (GTK_WIDGET (pamong_import_view_result (desk->view)), words));
  drive_settle ();
}

static void
test_differences (void)
{
  Desk desk;
  g_autofree char *path = NULL, *other = NULL;

  open_desk (&desk);
  path = exchange_list (desk.folder, "warga.csv", PEOPLE, "ISLAM");
  other = exchange_list (desk.folder, "lain.csv", PEOPLE, "HINDU");
  read_list (&desk, path, TRUE);
  press_save (&desk, PAMONG_IMPORT_DONE);
  read_list (&desk, other, FALSE);
  g_assert_cmpuint (import_of (&desk)->figures.differences, ==, PEOPLE - 1);
  g_assert_cmpuint (import_of (&desk)->figures.taken, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (drive_button (GTK_WIDGET (pamong_import_view_result (desk.view)), "Masukkan 0 penduduk")));
  choose (&desk, "Pakai semua");
  g_assert_cmpuint (import_of (&desk)->figures.taken, ==, PEOPLE - 1);
  choose (&desk, "Tetap semua");
  g_assert_cmpuint (import_of (&desk)->figures.taken, ==, 0);
  choose (&desk, "Pakai semua");
  press_save (&desk, PAMONG_IMPORT_DONE);
  g_assert_cmpint (religion_of_first (&desk), ==, 4);
  take_back (&desk, "warga dan kartu kembali seperti semula");
  g_assert_cmpint (religion_of_first (&desk), ==, 1);
  g_unlink (path);
  g_unlink (other);
  close_desk (&desk);
}

/* Closed before it was written: it is the first thing the page offers. */
static void
test_left (void)
{
  Desk desk;
  g_autofree char *path = NULL;
  GtkWidget *start;

  open_desk (&desk);
  path = exchange_list (desk.folder, "warga.csv", PEOPLE, "ISLAM");
  read_list (&desk, path, TRUE);
  g_assert_true (drive_key (GTK_WIDGET (pamong_import_view_result (desk.view)), GDK_KEY_Escape, 0));
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_START);
  start = GTK_WIDGET (pamong_import_view_start (desk.view));
  drive_expect (start, "diperiksa, belum dimasukkan");
  drive_click (drive_button (start, "Lanjutkan"));
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_RESULT);
  g_assert_cmpuint (import_of (&desk)->figures.added, ==, PEOPLE - 1);
  drive_click (drive_button (GTK_WIDGET (pamong_import_view_result (desk.view)), "Buang"));
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_START);
  g_assert_false (drive_shows (start, "diperiksa, belum dimasukkan"));
  g_assert_cmpuint (count_people (&desk), ==, 0);
  g_unlink (path);
  close_desk (&desk);
}

static void
test_no_table (void)
{
  Desk desk;
  g_autofree char *path = NULL;

  open_desk (&desk);
  path = g_build_filename (desk.folder, "surat.xlsx", NULL);
  g_assert_true (g_file_set_contents (path, "PK\003\004 bukan buku kerja", -1, NULL));
  pamong_import_view_open_file (desk.view, path);
  drive_settle ();
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_START);
  drive_expect (GTK_WIDGET (pamong_import_view_start (desk.view)), "surat.xlsx");
  g_unlink (path);
  close_desk (&desk);
}

/* A list without a column of names is not read: the screen says what to choose. */
static void
test_no_name (void)
{
  Desk desk;
  g_autofree char *path = NULL;
  PamongMappingView *mapping;

  open_desk (&desk);
  path = exchange_list (desk.folder, "warga.csv", PEOPLE, "ISLAM");
  mapping = pamong_import_view_mapping (desk.view);
  pamong_import_view_open_file (desk.view, path);
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_COLUMNS);
  drive_expect (GTK_WIDGET (mapping), "✗ 31/02/1990");
  pamong_column_grid_set (pamong_mapping_view_grid (mapping), 0, "");
  g_assert_true (drive_key (GTK_WIDGET (pamong_mapping_view_grid (mapping)), GDK_KEY_s, GDK_CONTROL_MASK));
  drive_settle ();
  g_assert_cmpint (pamong_import_view_step (desk.view), ==, PAMONG_IMPORT_STEP_COLUMNS);
  drive_expect (GTK_WIDGET (mapping), "Belum ada kolom yang dibaca sebagai");
  pamong_column_grid_set (pamong_mapping_view_grid (mapping), 0, "Nama kucing");
  drive_expect (GTK_WIDGET (mapping), "tidak ada isian itu");
  pamong_column_grid_set (pamong_mapping_view_grid (mapping), 1, "Nama lengkap");
  pamong_column_grid_set (pamong_mapping_view_grid (mapping), 0, "Nama lengkap"); /* taken from the other column */
  g_assert_cmpint (pamong_columns_get ((PamongColumns *) pamong_mapping_view_columns (mapping), 1)->role, ==, PAMONG_COLUMN_UNREAD);
  drive_settle ();
  g_unlink (path);
  close_desk (&desk);
}

/* The people stand in the second sheet, below two rows of headings: a person points at them. Columns nobody reads are told with the result. */
static void
test_sheets (void)
{
  static const char text[] = "DATA WARGA RT 3\nNO;NAMA;NIK;KARTU;;CATATAN\n;;;NO KK;HUB;\n1;WARGA SATU;3522280101700001;3522280101200001;KEPALA KELUARGA;rajin\n2;WARGA DUA;3522280101720002;3522280101200001;ANAK;\nJUMLAH;2\n";
  Desk desk;
  g_autofree char *path = NULL;
  PamongMappingView *mapping;
  PamongSheetBar *bar;
  const PamongColumns *columns;

  open_desk (&desk);
  path = g_build_filename (desk.folder, "warga.csv", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  mapping = pamong_import_view_mapping (desk.view);
  bar = pamong_mapping_view_bar (mapping);
  pamong_import_view_open_file (desk.view, path);
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_COLUMNS);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pamong_sheet_bar_sheets (bar)))); /* there is one only */
  drive_expect (GTK_WIDGET (bar), "Judul di baris 3");
  pamong_filter_chip_choose (pamong_sheet_bar_rows (bar), 2);
  drive_settle ();
  drive_expect (GTK_WIDGET (bar), "Judul di baris 2");
  columns = pamong_mapping_view_columns (mapping);
  g_assert_cmpuint (columns->heading_row, ==, 2);
  g_assert_cmpstr (g_array_index (columns->columns, PamongColumn, 3).heading, ==, "KARTU");
  pamong_filter_chip_choose (pamong_sheet_bar_rows (bar), 4); /* a person: his number is masked as everywhere */
  drive_settle ();
  drive_expect (GTK_WIDGET (pamong_mapping_view_grid (mapping)), "WARGA SATU");
  g_assert_false (drive_shows (GTK_WIDGET (mapping), "3522280101700001"));
  pamong_filter_chip_choose (pamong_sheet_bar_rows (bar), -1); /* taken away: found by itself */
  drive_settle ();
  drive_expect (GTK_WIDGET (bar), "Judul di baris 3");
  pamong_column_grid_set (pamong_mapping_view_grid (mapping), 4, "Hubungan keluarga");
  drive_settle ();
  g_assert_true (drive_key (GTK_WIDGET (pamong_mapping_view_grid (mapping)), GDK_KEY_s, GDK_CONTROL_MASK));
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_RESULT);
  g_assert_cmpuint (import_of (&desk)->figures.rows, ==, 2);
  drive_expect (GTK_WIDGET (pamong_import_view_result (desk.view)), "CATATAN (F)");
  g_unlink (path);
  close_desk (&desk);
}

static gboolean
has_chooser (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (window))
        {
          *(GtkWidget **) data = window;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The list for whoever made the file is saved by its button; when all is in, the person of a new row is opened from there; who leaves leaves no rows behind. */
static void
test_after (void)
{
  Desk desk;
  g_autofree char *path = NULL, *saved = NULL, *uid = NULL, *before = g_get_current_dir ();
  GtkWidget *result, *chooser = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  open_desk (&desk);
  path = exchange_list (desk.folder, "warga.csv", PEOPLE, "ISLAM");
  saved = g_build_filename (desk.folder, "warga perbaikan.xlsx", NULL);
  result = GTK_WIDGET (pamong_import_view_result (desk.view));
  g_assert_cmpint (g_chdir (desk.folder), ==, 0); /* where the dialog begins */
  read_list (&desk, path, TRUE);
  drive_click (drive_button (result, "Simpan daftar perbaikan…"));
  drive_until (has_chooser, &chooser, "the dialog of the list of corrections");
  drive_settle ();
  drive_click (drive_button (chooser, "Simpan"));
  drive_until (is_written, saved, "the list of corrections");
  drive_settle ();
  drive_expect (result, "warga perbaikan.xlsx");
  press_save (&desk, PAMONG_IMPORT_DONE);
  pamong_result_view_filter (PAMONG_RESULT_VIEW (result), PAMONG_IMPORT_NEW);
  drive_settle ();
  g_assert_nonnull (drive_button (result, "Buka datanya"));
  uid = g_strdup (import_of (&desk)->uid);
  g_assert_true (drive_key (result, GDK_KEY_Escape, 0));
  exchange_until (GTK_WIDGET (desk.view), EXCHANGE_START);
  rows = pamong_import_rows (desk.store, uid, 0, 0, 10, NULL);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_cmpuint (count_people (&desk), ==, PEOPLE - 1);
  g_unlink (saved);
  g_unlink (path);
  g_assert_cmpint (g_chdir (before), ==, 0);
  close_desk (&desk);
}

#define MANY 2700 /* more pages than the list keeps */

/* Everybody stands in the register with another religion. */
static char *
differing_import (PamongOffice *office, const char *folder)
{
  static const char *const religions[] = { "1", "2" };
  g_autofree char *path = g_build_filename (folder, "warga.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *uid = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (religions); k++)
    {
      g_autoptr (GString) text = g_string_new ("nama;no_kk;nik;kk_level;sex;tempatlahir;tanggallahir;agama_id\n");
      g_autoptr (PamongSource) source = NULL;

      for (int i = 0; i < MANY; i++)
        g_string_append_printf (text, "WARGA %c%c%c;352228010120%04d;352228010170%04d;1;1;BOJONEGORO;01-01-1970;%s\n", 'A' + i / 676, 'A' + i / 26 % 26, 'A' + i % 26, i + 1, i + 1, religions[k]);
      g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
      source = pamong_source_open (path, NULL, &error);
      g_free (uid);
      uid = pamong_import_read (office, source, path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      if (k == 0)
        g_assert_true (pamong_import_commit (office, uid, NULL, NULL, &error));
    }
  g_unlink (path);
  return uid;
}

/* Rows that a choice gives another outcome keep their place, and those below them theirs, however far somebody scrolls meanwhile. */
static void
test_places (void)
{
  PamongOffice *office;
  g_autoptr (PamongOutcomeList) list = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;
  char *folder;
  const guint chosen[] = { 3, 130, 131, 2500 };

  office = people_init (PAMONG_LEVEL_VILLAGE, VILLAGE, &folder);
  uid = differing_import (office, folder);
  list = pamong_outcome_list_new (pamong_office_store (office));
  pamong_outcome_list_show (list, uid, PAMONG_IMPORT_DIFFERS, MANY);
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autoptr (PamongOutcomeRow) row = g_list_model_get_item (G_LIST_MODEL (list), chosen[i]);
      guint n = pamong_outcome_row_data (row)->n;
      g_autoptr (GPtrArray) fresh = NULL;

      g_assert_cmpuint (n, ==, chosen[i] + 1);
      g_assert_true (pamong_import_choose (office, uid, n, NULL, TRUE, &error));
      fresh = pamong_import_rows (pamong_office_store (office), uid, 0, n - 1, 1, NULL);
      g_ptr_array_set_free_func (fresh, NULL);
      pamong_outcome_list_replace (list, chosen[i], fresh->pdata[0]);
    }
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (PamongOutcomeRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpuint (pamong_outcome_row_data (row)->n, ==, i + 1);
    }
  g_clear_object (&list);
  pamong_office_close (office);
  people_drop (folder);
}

static void
test_words (void)
{
  g_autofree char *begun = pamong_progress_words (10, 100, G_USEC_PER_SEC / 2), *half = pamong_progress_words (1200, 3012, 2 * G_USEC_PER_SEC);
  g_autofree char *long_way = pamong_progress_words (1000, 100000, 10 * G_USEC_PER_SEC), *unknown = pamong_progress_words (1200, 0, 2 * G_USEC_PER_SEC);

  g_assert_cmpstr (begun, ==, "10 dari 100 baris");
  g_assert_cmpstr (half, ==, "1.200 dari 3.012 baris · 600 baris per detik · kira-kira 3 detik lagi");
  g_assert_cmpstr (long_way, ==, "1.000 dari 100.000 baris · 100 baris per detik · kira-kira 17 menit lagi");
  g_assert_cmpstr (unknown, ==, "1.200 baris · 600 baris per detik");
}

/* A kecamatan takes over no files; it may write them. */
static void
test_district (void)
{
  char *folder;
  PamongOffice *office = people_init (PAMONG_LEVEL_DISTRICT, "35.22.28", &folder);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  PamongWindow *window;
  PamongExchangePage *page;

  pamong_office_close (office);
  window = signed_in (dir, "Anik R.", "kata-sandi-uji", "impor-ekspor");
  page = PAMONG_EXCHANGE_PAGE (pamong_shell_page (pamong_window_shell (window)));
  g_assert_null (pamong_exchange_page_view (page, "impor"));
  g_assert_nonnull (pamong_exchange_page_view (page, "ekspor"));
  g_assert_null (drive_button (GTK_WIDGET (page), "Impor"));
  signed_out (window);
  people_drop (folder);
}

static void
test_recent (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-XXXXXX", NULL), *one = g_build_filename (dir, "satu.csv", NULL), *two = g_build_filename (dir, "dua.csv", NULL), *found = NULL;
  g_autofree char *list = g_build_filename (dir, "import.ini", NULL);
  g_auto (GStrv) recent = NULL, left = NULL;

  g_assert_true (g_file_set_contents (one, "x", -1, NULL) && g_file_set_contents (two, "x", -1, NULL));
  pamong_recent_files_add (dir, one);
  pamong_recent_files_add (dir, two);
  pamong_recent_files_add (dir, one);
  recent = pamong_recent_files (dir);
  g_assert_cmpstrv (recent, ((const char *const[]) { one, two, NULL }));
  g_unlink (one);
  left = pamong_recent_files (dir);
  g_assert_cmpstrv (left, ((const char *const[]) { two, NULL }));
  found = pamong_recent_files_find (dir, "dua.csv");
  g_assert_cmpstr (found, ==, two);
  g_unlink (two);
  g_unlink (list);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/exchange/sheets", test_sheets);
  g_test_add_func ("/exchange/after", test_after);
  g_test_add_func ("/exchange/places", test_places);
  g_test_add_func ("/exchange/words", test_words);
  g_test_add_func ("/exchange/district", test_district);
  g_test_add_func ("/exchange/recent", test_recent);
  g_test_add_func ("/exchange/list", test_list);
  g_test_add_func ("/exchange/differences", test_differences);
  g_test_add_func ("/exchange/left", test_left);
  g_test_add_func ("/exchange/no-table", test_no_table);
  g_test_add_func ("/exchange/no-name", test_no_name);
  return g_test_run ();
}
