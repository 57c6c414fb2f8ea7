/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/check_page.h"
#include "app/home/home_page.h"
#include "app/home/pyramid.h"
#include "app/language.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/uid.h"
#include "office/reminders.h"
#include "people.h"
#include "signed_in.h"
#include "store/figures.h"
#include "store/write.h"

#define AREA "35.22.28.2004"
#define KELURAHAN "35.22.15.1006"
#define NOW 1794455000 /* 12-11-2026 */

/* Beranda of a village: its figures are the store's, its rows lead where the work is. */

typedef struct {
  char *folder, *dir;
  PamongWindow *window;
} Village;

static void
put_target (PamongOffice *office, gint64 target)
{
  g_autoptr (PamongRecord) place = pamong_record_new (PAMONG_KIND_PLACE, AREA);
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_free (place->uid);
  place->uid = pamong_uid_derive ("place", (const char *const[]) { AREA, NULL });
  place->version = 1;
  pamong_record_set_int (place, PAMONG_PLACE_TARGET, target);
  pamong_record_set_text (place, PAMONG_PLACE_TARGET_SOURCE, "DKB semester I 2026");
  g_assert_true (pamong_write_put (write, place, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* @target: 0 = the centre has told of none. */
static void
open_village_with (Village *village, gint64 target)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &village->folder);
  g_autoptr (PamongRecord) own = pamong_record_new (PAMONG_KIND_REMINDER, AREA);
  g_autoptr (GError) error = NULL;

  people_fill (office, AREA, 150, 3);
  pamong_record_set_text (own, PAMONG_REMINDER_TITLE, "Rapat RT");
  pamong_record_set_text (own, PAMONG_REMINDER_DATE, "2026-11-15");
  pamong_record_set_int (own, PAMONG_REMINDER_REPEAT, PAMONG_REPEAT_ONCE);
  g_assert_true (pamong_office_save_reminder (office, NULL, own, &error));
  g_assert_no_error (error);
  if (target > 0)
    put_target (office, target);
  village->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  village->window = signed_in (village->dir, "Anik R.", "kata-sandi-uji", NULL);
}

static void
open_village (Village *village)
{
  open_village_with (village, 0);
}

static void
close_village (Village *village)
{
  signed_out (village->window);
  people_drop (village->folder);
  g_free (village->dir);
}

static PamongFigures *
read_figures (PamongShell *shell)
{
  g_autofree char *today = pamong_clock_today ();

  return pamong_figures_read (pamong_session_store (pamong_shell_session (shell)), AREA, today, NULL);
}

static void
test_told (void)
{
  Village village;
  GtkWidget *page;
  g_autoptr (PamongFigures) figures = NULL;
  g_autofree char *residents = NULL, *total = NULL;

  open_village (&village);
  page = signed_in_content (village.window);
  figures = read_figures (pamong_window_shell (village.window));
  residents = pamong_words_number (figures->counts.residents);
  total = g_strdup_printf ("%s jiwa", residents);
  g_assert_cmpstr (pamong_shell_page_name (pamong_window_shell (village.window)), ==, "beranda");
  drive_expect (drive_find (page, "PamongNavigation"), "Beranda");
  drive_expect (page, total);
  drive_expect (page, "target belum diisi");
  drive_expect (page, "Rantang Kasih Moe");
  drive_expect (page, "Rapat RT");
  drive_expect (page, "Tanggal bulan ini");
  drive_expect (page, "06-11"); /* a Friday that is over stays, and says so; the next ones come after it */
  drive_expect (page, "sudah lewat");
  drive_expect (page, "17-11");
  drive_expect (page, "27-11");
  g_assert_false (drive_shows (page, "18-12"));
  drive_expect (page, "belum pernah");
  g_assert_nonnull (strstr (pamong_pyramid_words (PAMONG_PYRAMID (drive_find (page, "PamongPyramid"))), "75+ tahun: "));
  close_village (&village);
}

/* Five acts, and each does something: none leads to what is not there yet. */
static void
test_five_acts (void)
{
  static const char *const acts[] = { "Keluarga baru", "Cari warga", "Perlu dicek", "Dokumen terbit", "Kirim sekarang" };
  Village village;
  GtkWidget *page;

  open_village (&village);
  page = GTK_WIDGET (pamong_shell_page (pamong_window_shell (village.window)));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_assert_true (gtk_widget_is_sensitive (drive_button (page, acts[i])));
  drive_click (drive_button (page, "Dokumen terbit"));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (pamong_window_shell (village.window)), ==, "perlu-dicek");
  drive_expect (signed_in_content (village.window), "Menunggu dokumen");
  close_village (&village);
}

static void
test_target (void)
{
  Village village;
  g_autoptr (PamongFigures) figures = NULL;
  g_autofree char *people = NULL, *words = NULL, *share = NULL;

  open_village_with (&village, 300);
  figures = read_figures (pamong_window_shell (village.window));
  people = pamong_words_number (figures->counts.residents);
  words = g_strdup_printf ("%s dari 300 jiwa, DKB semester I 2026", people);
  share = g_strdup_printf ("%d %%", (int) (figures->counts.residents * 100 / 300));
  drive_expect (signed_in_content (village.window), words);
  drive_expect (signed_in_content (village.window), share);
  close_village (&village);
}

/* A kelurahan whose rows still bear a dusun, from a list of its time as a desa: they are counted and called as it is called now, and lost nowhere. */
static void
test_kelurahan_with_dusun_rows (void)
{
  Village village;
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, KELURAHAN, &village.folder);
  g_autoptr (PamongFigures) figures = NULL;
  GtkWidget *page;
  gint64 residents = 0;

  people_fill (office, KELURAHAN, 60, 3);
  village.dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  figures = pamong_figures_read (pamong_office_store (office), KELURAHAN, "2026-11-12", NULL);
  pamong_office_close (office);
  village.window = signed_in (village.dir, "Anik R.", "kata-sandi-uji", NULL);
  page = signed_in_content (village.window);
  drive_expect (page, "Lingkungan");
  g_assert_false (drive_shows (page, "Dusun"));
  g_assert_cmpuint (figures->dusun->len, >, 1);
  for (guint i = 0; i < figures->dusun->len; i++)
    {
      const PamongDusunFigures *dusun = figures->dusun->pdata[i];

      drive_expect (page, dusun->dusun);
      residents += dusun->residents;
    }
  g_assert_cmpint (residents, ==, figures->counts.residents);
  close_village (&village);
}

static void
test_leads_to_the_work (void)
{
  Village village;
  PamongShell *shell;
  PamongResidentsPage *residents;
  g_autoptr (PamongFigures) figures = NULL;

  open_village (&village);
  shell = pamong_window_shell (village.window);
  figures = read_figures (shell);
  gtk_widget_activate_action (GTK_WIDGET (pamong_shell_page (shell)), "win.go", "s", "penduduk:belum-nik");
  drive_settle ();
  residents = PAMONG_RESIDENTS_PAGE (pamong_shell_page (shell));
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (residents)), ==, (guint) figures->no_nik);
  gtk_widget_activate_action (GTK_WIDGET (residents), "win.go", "s", "penduduk:perlu-dicek");
  drive_settle ();
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (residents)), ==, (guint) figures->unfilled);
  gtk_widget_activate_action (GTK_WIDGET (residents), "win.go", "s", "perlu-dicek:dukcapil");
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "perlu-dicek");
  close_village (&village);
}

static gboolean
is_inspected (gpointer session)
{
  return pamong_session_to_check (session) >= 0;
}

/* One figure of what is to be checked: on Beranda, in the navigation, on the page. */
static void
test_one_figure (void)
{
  Village village;
  PamongShell *shell;
  PamongSession *session;
  g_autofree char *number = NULL, *told = NULL;
  gint64 count;

  open_village (&village);
  shell = pamong_window_shell (village.window);
  session = pamong_shell_session (shell);
  pamong_session_inspect (session);
  drive_until (is_inspected, session, "the rules");
  signed_in_fill (village.window);
  count = pamong_session_to_check (session);
  g_assert_cmpint (count, >, 0);
  number = pamong_words_number (count);
  drive_expect (drive_button (GTK_WIDGET (pamong_shell_page (shell)), "dari pemeriksaan data"), number);
  pamong_shell_go (shell, "perlu-dicek");
  drive_settle ();
  told = g_strdup_printf ("%u", pamong_inspect_latest (pamong_session_inspect (session))->findings->len);
  g_assert_cmpstr (told, ==, number);
  close_village (&village);
}

static GtkWidget *
dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
is_asking (gpointer data)
{
  return dialog () != NULL;
}

static void
answer (const char *response)
{
  GtkWidget *now;

  drive_until (is_asking, NULL, "the dialog");
  now = dialog ();
  gtk_widget_set_visible (now, FALSE); /* a click on the button closes first and answers then */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (now), response);
  gtk_window_destroy (GTK_WINDOW (now));
  drive_settle ();
}

/* A date of the village's own: refused without a title, shown once it has one, ended again. */
static void
test_own_date (void)
{
  Village village;
  GtkWidget *page;

  open_village (&village);
  page = GTK_WIDGET (pamong_shell_page (pamong_window_shell (village.window)));
  drive_click (drive_button (page, "Akhiri"));
  answer ("1");
  g_assert_false (drive_shows (page, "Rapat RT"));
  drive_click (drive_button (page, "Tambah tanggal"));
  answer ("1");
  drive_until (is_asking, NULL, "the form again");
  g_assert_true (GTK_IS_EDITABLE (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (dialog ())))));
  drive_type (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (dialog ()))), "Musyawarah desa");
  answer ("1");
  g_assert_null (dialog ());
  drive_expect (page, "Musyawarah desa");
  drive_expect (page, "hari ini");
  close_village (&village);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  pamong_clock_set (NOW);
  g_test_add_func ("/home/told", test_told);
  g_test_add_func ("/home/own-date", test_own_date);
  g_test_add_func ("/home/target", test_target);
  g_test_add_func ("/home/five-acts", test_five_acts);
  g_test_add_func ("/home/one-figure", test_one_figure);
  g_test_add_func ("/home/leads-to-the-work", test_leads_to_the_work);
  g_test_add_func ("/home/kelurahan-with-dusun-rows", test_kelurahan_with_dusun_rows);
  return g_test_run ();
}
