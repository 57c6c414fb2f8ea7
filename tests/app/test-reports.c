/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/reports/book_output.h"
#include "app/reports/book_table.h"
#include "app/reports/reports_page.h"
#include "app/style.h"
#include "people.h"
#include "signed_in.h"
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* Laporan & buku in a real window: a book is chosen, its numbers are masked, a figure opens its names, and the book leaves as a file with a reason. */

typedef struct {
  char *dir, *uid;
  PamongWindow *window;
  PamongReportsPage *page;
} Desk;

static gboolean
has_book (gpointer page)
{
  return pamong_reports_page_shown_book (page) != NULL;
}

static PamongFilled *
go (Desk *desk, const char *name)
{
  g_assert_true (pamong_page_view (PAMONG_PAGE (desk->page), name));
  drive_until (has_book, desk->page, "the book to be read");
  drive_settle ();
  g_assert_cmpstr (pamong_filled_register (pamong_reports_page_shown_book (desk->page))->name, ==, name);
  return pamong_reports_page_shown_book (desk->page);
}

static void
open_desk (Desk *desk)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);

  desk->uid = g_strdup (fixture_member (card, 0)->uid);
  desk->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  desk->window = signed_in (desk->dir, "Siti Operator", FIXTURE_PASSWORD, "laporan");
  desk->page = PAMONG_REPORTS_PAGE (pamong_shell_page (pamong_window_shell (desk->window)));
  drive_until (has_book, desk->page, "the first book to be read");
  drive_settle ();
}

static void
close_desk (Desk *desk)
{
  signed_out (desk->window);
  fixture_remove (desk->dir);
  g_free (desk->dir);
  g_free (desk->uid);
}

/* Words in a cell of a list are no labels. */
static gboolean
shows_cell (GtkWidget *widget, const char *words)
{
  const char *text = GTK_IS_INSCRIPTION (widget) && gtk_widget_get_mapped (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;

  if (text != NULL && strstr (text, words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_cell (child, words))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *css_class, const char *words)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, css_class) && gtk_widget_get_mapped (widget) && gtk_widget_get_sensitive (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, css_class, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_revealed (gpointer page)
{
  return shows_cell (page, "3522281208800001");
}

static void
test_masked (void)
{
  Desk desk;

  open_desk (&desk);
  g_assert_true (shows_cell (GTK_WIDGET (desk.page), "SUTRISNO HADI"));
  g_assert_true (shows_cell (GTK_WIDGET (desk.page), "3522••••••••0001"));
  g_assert_false (is_revealed (desk.page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "reports.reveal", NULL));
  drive_until (is_revealed, desk.page, "the numbers of the chosen row");
  g_assert_false (shows_cell (GTK_WIDGET (desk.page), "3522285503830002"));
  close_desk (&desk);
}

static gboolean
shows_names (gpointer page)
{
  PamongFilled *filled = pamong_reports_page_shown_book (page);

  return filled != NULL && g_str_equal (pamong_filled_register (filled)->name, "nama");
}

static void
test_figure_opens_names (void)
{
  Desk desk;
  GtkWidget *figure;

  open_desk (&desk);
  go (&desk, "statistik");
  figure = find_button (GTK_WIDGET (desk.page), "count", "2"); /* two men */
  g_assert_nonnull (figure);
  drive_click (figure);
  drive_until (shows_names, desk.page, "the names behind the figure");
  drive_settle ();
  drive_expect (GTK_WIDGET (desk.page), "2 orang");
  g_assert_true (shows_cell (GTK_WIDGET (desk.page), "BUDI SANTOSO"));
  g_assert_false (shows_cell (GTK_WIDGET (desk.page), "SITI AMINAH"));
  drive_click (drive_button (GTK_WIDGET (desk.page), "Kembali ke buku"));
  drive_settle ();
  g_assert_false (shows_names (desk.page));
  close_desk (&desk);
}

static void
test_empty_says_so (void)
{
  Desk desk;

  open_desk (&desk);
  go (&desk, "b4");
  drive_expect (GTK_WIDGET (desk.page), "NIHIL");
  close_desk (&desk);
}

static void
test_every_book_opens (void)
{
  Desk desk;
  GPtrArray *all = pamong_registers ();

  open_desk (&desk);
  for (guint i = 0; i < all->len; i++)
    if (!((const PamongRegister *) all->pdata[i])->hidden)
      go (&desk, ((const PamongRegister *) all->pdata[i])->name);
  close_desk (&desk);
}

typedef struct { Desk *desk; const char *words; } Wait;

static gboolean
says (gpointer data)
{
  Wait *wait = data;

  return drive_shows (GTK_WIDGET (wait->desk->page), wait->words);
}

static void
save (Desk *desk, const char *name, const char *reason, const char *words)
{
  g_autofree char *path = g_build_filename (desk->dir, name, NULL);
  Wait wait = { desk, words };

  pamong_reports_page_save (desk->page, path, reason);
  drive_until (says, &wait, words);
  drive_settle ();
}

static void
test_saved_with_a_reason (void)
{
  Desk desk;
  g_autofree char *pdf = NULL, *xlsx = NULL, *none = NULL;

  open_desk (&desk);
  pdf = g_build_filename (desk.dir, "buku.pdf", NULL);
  xlsx = g_build_filename (desk.dir, "buku.xlsx", NULL);
  none = g_build_filename (desk.dir, "tanpa.pdf", NULL);
  save (&desk, "tanpa.pdf", "", "perlu alasan");
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  save (&desk, "buku.pdf", "laporan ke camat", "Tersimpan sebagai buku.pdf");
  save (&desk, "buku.xlsx", "laporan ke camat", "Tersimpan sebagai buku.xlsx");
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (xlsx, G_FILE_TEST_EXISTS));
  close_desk (&desk);
}

/* Above a village: all villages together, and over a million people are not read unasked. */
static void
test_above (void)
{
  static const struct { PamongLevel level; const char *area, *shown; } places[] = { { PAMONG_LEVEL_DISTRICT, "35.22.28", "Mojodelik" }, { PAMONG_LEVEL_REGENCY, "35.22", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      char *folder;
      PamongOffice *office = people_init (places[i].level, places[i].area, &folder);
      Desk desk = { 0 };

      people_fill (office, "35.22.28.2004", 40, 3);
      people_fill (office, "35.22.28.2011", 30, 4);
      desk.dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
      pamong_office_close (office);
      desk.window = signed_in (desk.dir, "Anik R.", "kata-sandi-uji", "laporan");
      desk.page = PAMONG_REPORTS_PAGE (pamong_shell_page (pamong_window_shell (desk.window)));
      if (places[i].shown != NULL)
        {
          go (&desk, "b3");
          g_assert_true (shows_cell (GTK_WIDGET (desk.page), places[i].shown));
          g_assert_cmpuint (pamong_filled_n_entries (pamong_reports_page_shown_book (desk.page)), ==, 2);
        }
      else
        drive_expect (GTK_WIDGET (desk.page), "Pilih kecamatan dulu");
      signed_out (desk.window);
      people_drop (folder);
      g_free (desk.dir);
    }
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, int *pages)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_get (operation, "n-pages", pages, NULL);
}

/* The printer gets the very pages of the PDF, on F4. */
static void
test_printed (void)
{
  Desk desk;
  g_autofree char *path = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (PamongFilled) filled = NULL;
  g_autoptr (GError) error = NULL;
  GtkPageSetup *setup;
  PamongStore *store;
  int pages = 0;

  open_desk (&desk);
  path = g_build_filename (desk.dir, "cetak.pdf", NULL);
  store = pamong_session_store (pamong_shell_session (pamong_window_shell (desk.window)));
  filled = pamong_filled_ref (go (&desk, "b1"));
  operation = pamong_book_output_operation (pamong_book_print_new (filled, pamong_frame_new (store, filled, NULL, TRUE, NULL)));
  setup = gtk_print_operation_get_default_page_setup (operation);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM), PAMONG_F4_WIDTH, 0.1);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM), PAMONG_F4_HEIGHT, 0.1);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &pages);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (desk.window), &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (pages, ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  close_desk (&desk);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/reports/masked", test_masked);
  g_test_add_func ("/reports/figure-opens-names", test_figure_opens_names);
  g_test_add_func ("/reports/empty-says-so", test_empty_says_so);
  g_test_add_func ("/reports/every-book-opens", test_every_book_opens);
  g_test_add_func ("/reports/saved-with-a-reason", test_saved_with_a_reason);
  g_test_add_func ("/reports/printed", test_printed);
  g_test_add_func ("/reports/above", test_above);
  return g_test_run ();
}
