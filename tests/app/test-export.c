/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/export_view.h"
#include "app/language.h"
#include "app/residents/siak_panel.h"
#include "app/style.h"
#include "domain/codes.h"
#include "drive.h"
#include "people.h"
#include <adwaita.h>
#include <string.h>

/* Exporting by hand: what is chosen is what is written, what stops it leaves nothing, and what came of it is said. */

#define VILLAGE "35.22.28.2004"

typedef struct {
  char *dir;
  PamongDesk *desk;
  PamongSession *session;
  GtkWidget *window;
  PamongExportView *view;
} Rig;

static void
setup (Rig *rig)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, VILLAGE, &rig->dir);
  g_autofree char *account = g_strdup (pamong_office_account (office)->uid);
  g_autoptr (GError) error = NULL;

  people_fill (office, VILLAGE, 400, 3);
  rig->desk = pamong_desk_new_with (office, &error);
  g_assert_no_error (error);
  rig->session = pamong_session_new (rig->desk, account, &error);
  g_assert_no_error (error);
  rig->window = gtk_window_new ();
  rig->view = PAMONG_EXPORT_VIEW (pamong_export_view_new (rig->session));
  gtk_window_set_default_size (GTK_WINDOW (rig->window), 1170, 690);
  gtk_window_set_child (GTK_WINDOW (rig->window), GTK_WIDGET (rig->view));
  gtk_window_present (GTK_WINDOW (rig->window));
  gtk_test_widget_wait_for_draw (rig->window);
  pamong_page_shown (PAMONG_PAGE (rig->view));
  drive_settle ();
}

static void
teardown (Rig *rig)
{
  gtk_window_destroy (GTK_WINDOW (rig->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (rig->session);
  pamong_desk_stop (rig->desk);
  g_object_unref (rig->desk);
  people_drop (rig->dir);
}

static gboolean
is_idle (gpointer view)
{
  return !pamong_export_view_is_busy (view);
}

/* Returns: (transfer full): where it was written. */
static char *
write_file (Rig *rig, const char *name)
{
  char *path = g_build_filename (rig->dir, name, NULL);

  pamong_export_view_write (rig->view, path);
  drive_until (is_idle, rig->view, "the file");
  drive_settle ();
  return path;
}

static char *
first_line (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strndup (text + strlen ("\xef\xbb\xbf"), strcspn (text + strlen ("\xef\xbb\xbf"), "\r"));
}

static void
test_columns (void)
{
  Rig rig;
  g_auto (GStrv) keys = NULL;
  g_autofree char *path = NULL, *line = NULL;
  PamongColumnPicker *picker;

  setup (&rig);
  picker = pamong_export_view_columns (rig.view);
  keys = pamong_column_picker_keys (picker);
  for (guint i = 0; keys[i] != NULL; i++)
    pamong_column_picker_tick (picker, keys[i], FALSE);
  g_assert_false (gtk_widget_get_sensitive (drive_button (rig.window, "Tulis berkas…"))); /* a file without columns says nothing */
  pamong_column_picker_tick (picker, "nik", TRUE);
  pamong_column_picker_tick (picker, "name", TRUE);
  pamong_column_picker_tick (picker, "rt", TRUE);
  for (guint i = 0; keys[i] != NULL; i++) /* to the top, wherever it stood */
    pamong_column_picker_move (picker, "name", -1);
  pamong_export_form_choose (pamong_export_view_form (rig.view), PAMONG_EXPORT_FOR_TEXT);
  drive_settle ();
  path = write_file (&rig, "a.csv");
  line = first_line (path);
  g_assert_cmpstr (line, ==, "Nama lengkap;RT;NIK");
  drive_expect (rig.window, "baris ditulis ke a.csv");
  teardown (&rig);
}

/* Whole numbers need a reason before any file is chosen; the log has it. */
static void
test_reason (void)
{
  Rig rig;
  g_autofree char *path = NULL;
  PamongExportForm *form;

  setup (&rig);
  form = pamong_export_view_form (rig.view);
  pamong_export_form_choose (form, PAMONG_EXPORT_FOR_OPENSID);
  pamong_export_form_set_full (form, TRUE, "  ");
  drive_settle ();
  g_assert_null (drive_button (rig.window, "Semua kolom")); /* OpenSID has columns of its own */
  drive_click (drive_button (rig.window, "Tulis berkas…"));
  drive_expect (rig.window, "perlu alasan");
  pamong_export_form_set_full (form, TRUE, "pindah ke OpenSID");
  path = write_file (&rig, "a.xlsx");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  drive_expect (rig.window, "baris ditulis ke a.xlsx");
  g_assert_nonnull (drive_button (rig.window, "Buka folder"));
  teardown (&rig);
}

static void
test_filters (void)
{
  Rig rig;
  g_autofree char *path = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  PamongQuery query = PAMONG_QUERY_INIT;
  gint64 women;

  setup (&rig);
  query.sex = PAMONG_SEX_FEMALE;
  women = pamong_residents_count (pamong_session_store (rig.session), &query, NULL);
  pamong_filters_choose (pamong_export_view_filters (rig.view), PAMONG_FILTER_SEX, 1);
  pamong_export_form_choose (pamong_export_view_form (rig.view), PAMONG_EXPORT_FOR_TEXT);
  drive_settle ();
  path = write_file (&rig, "a.csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpint (g_strv_length (lines) - 2, ==, women);
  teardown (&rig);
}

/* Nothing is green over an empty or an impossible file, and Batal leaves nothing. */
static void
test_stopped (void)
{
  Rig rig;
  g_autofree char *nowhere = NULL, *path = NULL;

  setup (&rig);
  nowhere = write_file (&rig, "tidak/ada/a.xlsx");
  drive_expect (rig.window, "Foldernya belum ada");
  g_assert_null (drive_button (rig.window, "Buka folder"));
  path = g_build_filename (rig.dir, "b.xlsx", NULL);
  pamong_export_view_write (rig.view, path);
  g_assert_nonnull (drive_button (rig.window, "Batal"));
  pamong_export_view_stop (rig.view);
  drive_until (is_idle, rig.view, "the end");
  drive_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  drive_expect (rig.window, "Dibatalkan");
  teardown (&rig);
}

/* Practice leaves its mark in the file. */
static void
test_practice (void)
{
  Rig rig;
  g_autofree char *path = NULL, *line = NULL;

  setup (&rig);
  pamong_session_set_practice (rig.session, TRUE);
  pamong_export_form_choose (pamong_export_view_form (rig.view), PAMONG_EXPORT_FOR_TEXT);
  path = write_file (&rig, "a.csv");
  line = first_line (path);
  g_assert_true (g_str_has_prefix (line, "LATIHAN – data tiruan"));
  teardown (&rig);
}

/* Families have columns of their own; for OpenSID it is residents again. */
static void
test_families (void)
{
  Rig rig;
  g_autofree char *path = NULL, *line = NULL;
  PamongExportForm *form;
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;

  setup (&rig);
  form = pamong_export_view_form (rig.view);
  pamong_export_form_choose_what (form, PAMONG_EXPORT_FAMILIES);
  pamong_export_form_choose (form, PAMONG_EXPORT_FOR_TEXT);
  drive_settle ();
  path = write_file (&rig, "a.csv");
  line = first_line (path);
  g_assert_nonnull (strstr (line, "Kepala keluarga"));
  pamong_export_form_choose (form, PAMONG_EXPORT_FOR_OPENSID);
  pamong_export_form_read (form, &order);
  g_assert_cmpint (order.what, ==, PAMONG_EXPORT_RESIDENTS);
  teardown (&rig);
}

static gpointer
count_reveals (PamongOffice *office, gpointer uid, GError **error)
{
  return GINT_TO_POINTER (people_count_reveals (office, uid));
}

static gboolean
is_open (gpointer panel)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PAMONG_IS_SIAK_PANEL (l->data))
      *(GtkWidget **) panel = l->data;
  return *(GtkWidget **) panel != NULL;
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

/* Returns: (transfer full). */
static char *
clipboard_text (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  drive_until (is_read, &text, "the clipboard");
  return text;
}

/* Fields in the order of SIAK, one by one with Enter; the look at whole numbers is logged, and no NIK stays in the clipboard behind it. */
static void
test_siak (void)
{
  Rig rig;
  g_autoptr (GPtrArray) residents = NULL;
  g_autofree char *first = NULL, *second = NULL, *after = NULL;
  g_autoptr (PamongRecord) family = NULL;
  const PamongRecord *resident = NULL;
  GtkWidget *panel = NULL;

  setup (&rig);
  residents = pamong_store_all (pamong_session_store (rig.session), PAMONG_KIND_RESIDENT, NULL);
  for (guint i = 0; family == NULL || !pamong_record_is_set (family, PAMONG_FAMILY_KK_NUMBER) || !pamong_record_is_set (resident, PAMONG_RESIDENT_NIK); i++)
    {
      resident = residents->pdata[i];
      g_clear_pointer (&family, pamong_record_free);
      family = pamong_store_family (pamong_session_store (rig.session), pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID), NULL);
    }
  pamong_resident_ask_siak (GTK_WIDGET (rig.view), rig.session, resident);
  drive_until (is_open, &panel, "the panel");
  drive_settle ();
  g_assert_cmpint (GPOINTER_TO_INT (pamong_desk_run (rig.desk, count_reveals, resident->uid, NULL)), ==, 1);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (panel)), "activate");
  first = clipboard_text (panel);
  g_assert_cmpstr (first, ==, pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (panel)), "activate");
  second = clipboard_text (panel);
  g_assert_cmpstr (second, ==, pamong_record_text (resident, PAMONG_RESIDENT_NIK));
  drive_expect (panel, "Tersalin: NIK");
  drive_expect (panel, pamong_codes_find ("agama", (int) pamong_record_int (resident, PAMONG_RESIDENT_RELIGION))->label);
  gtk_window_close (GTK_WINDOW (panel));
  drive_settle ();
  after = clipboard_text (rig.window);
  g_assert_cmpstr (after, ==, "");
  teardown (&rig);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/export/columns", test_columns);
  g_test_add_func ("/export/reason", test_reason);
  g_test_add_func ("/export/filters", test_filters);
  g_test_add_func ("/export/stopped", test_stopped);
  g_test_add_func ("/export/practice", test_practice);
  g_test_add_func ("/export/families", test_families);
  g_test_add_func ("/export/siak", test_siak);
  return g_test_run ();
}
