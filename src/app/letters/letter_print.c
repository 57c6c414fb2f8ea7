/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter_print.h"
#include "app/letters/preview.h"
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define F4_WIDTH 215.0
#define F4_HEIGHT 330.0

void
pamong_issued_free (PamongIssued *issued)
{
  g_clear_pointer (&issued->record, pamong_record_free);
  g_clear_pointer (&issued->pages, pamong_letter_free);
  g_clear_pointer (&issued->text, pamong_text_free);
  g_clear_pointer (&issued->file, g_bytes_unref);
  g_free (issued);
}

static PamongLetter *
lay (PamongIssued *issued, PamongSession *session, const PamongLetterType *type, GError **error)
{
  g_autoptr (PamongLetterCase) again = pamong_letter_case_again (pamong_session_store (session), issued->record->uid, error);
  g_autoptr (PamongLetterFacts) facts = again != NULL ? pamong_letter_frozen (issued->record, error) : NULL;
  g_autoptr (PamongLetterLook) look = facts != NULL ? pamong_letter_look_new (session, again) : NULL;
  g_autofree char *code = pamong_letter_code_of (issued->record), *words = pamong_letter_code_words (issued->record);

  if (look == NULL)
    return NULL;
  issued->paper = pamong_letter_look_paper (look);
  return pamong_letter_look_lay (look, issued->text, type, facts, code, words, error);
}

PamongIssued *
pamong_issued_new (PamongSession *session, const char *uid, GError **error)
{
  PamongStore *store = pamong_session_store (session);
  g_autoptr (PamongIssued) issued = g_new0 (PamongIssued, 1);
  g_autoptr (PamongLetterType) type = NULL;
  g_autoptr (GBytes) drawn = NULL;

  issued->record = pamong_store_get (store, PAMONG_KIND_LETTER, uid, error);
  type = issued->record != NULL ? pamong_letter_type_here (store, issued->record->area, pamong_record_text (issued->record, PAMONG_LETTER_TYPE)) : NULL;
  if (type == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _ ("This letter is no longer there."));
      return NULL;
    }
  issued->text = pamong_text_new ();
  issued->file = pamong_letter_file (store, uid, NULL);
  issued->pages = lay (issued, session, type, error);
  drawn = issued->pages != NULL ? pamong_letter_pdf (issued->pages, NULL) : NULL;
  issued->same = drawn != NULL && issued->file != NULL && g_bytes_equal (drawn, issued->file);
  return issued->pages != NULL ? g_steal_pointer (&issued) : NULL;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, PamongIssued *issued)
{
  pamong_letter_draw (issued->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup, PamongIssued *issued)
{
  double width, height;

  pamong_letter_page_size (issued->pages, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

GtkPrintOperation *
pamong_issued_operation (PamongIssued *issued)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  gboolean a4 = g_strcmp0 (issued->paper, "A4") == 0;
  GtkPaperSize *paper = a4 ? gtk_paper_size_new (GTK_PAPER_NAME_A4) : gtk_paper_size_new_custom ("f4", "F4", F4_WIDTH, F4_HEIGHT, GTK_UNIT_MM);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) pamong_letter_n_pages (issued->pages));
  gtk_print_operation_set_job_name (operation, pamong_record_text (issued->record, PAMONG_LETTER_TITLE));
  g_object_set_data_full (G_OBJECT (operation), "pamong-letter", issued, (GDestroyNotify) pamong_issued_free);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (page_setup_cb), issued);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), issued);
  gtk_paper_size_free (paper);
  return operation;
}

/* One print on its way. */
typedef struct {
  gpointer object; /* weak */
  PamongPrintSay say;
} Printing;

static void
free_printing (gpointer data, GClosure *closure)
{
  Printing *printing = data;

  g_clear_weak_pointer (&printing->object);
  g_free (printing);
}

static char *
settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "pamong", "printer.ini", NULL);
}

/* The printer chosen last. Returns: (transfer full) (nullable). */
static GtkPrintSettings *
read_settings (void)
{
  g_autofree char *path = settings_path ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_file (path, NULL);

  return settings != NULL && gtk_print_settings_get_printer (settings) != NULL ? g_steal_pointer (&settings) : NULL;
}

/* The printer and its ways; not which pages of which paper. A file is no printer: the next letter would be written over this one. */
static void
keep_settings (GtkPrintOperation *operation)
{
  static const char *const of_this_letter[] = { GTK_PRINT_SETTINGS_PAPER_FORMAT, GTK_PRINT_SETTINGS_PAPER_WIDTH, GTK_PRINT_SETTINGS_PAPER_HEIGHT, GTK_PRINT_SETTINGS_ORIENTATION,
                                                GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_N_COPIES };
  GtkPrintSettings *used = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GtkPrintSettings) kept = used != NULL ? gtk_print_settings_copy (used) : NULL;
  g_autofree char *path = settings_path (), *folder = g_path_get_dirname (path);

  if (kept == NULL || gtk_print_settings_get (kept, GTK_PRINT_SETTINGS_OUTPUT_URI) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (of_this_letter); i++)
    gtk_print_settings_unset (kept, of_this_letter[i]);
  g_mkdir_with_parents (folder, 0700);
  gtk_print_settings_to_file (kept, path, NULL);
}

/* The number stays given: the page is kept, and is printed again from the list. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_settings (operation);
  if (printing->object != NULL && result == GTK_PRINT_OPERATION_RESULT_ERROR)
    printing->say (printing->object, _ ("The printer did not take the letter. Its number and page are kept: look at the printer, then print again."), TRUE);
  g_object_unref (operation);
}

void
pamong_letter_print (GtkWidget *object, PamongSession *session, const char *uid, PamongPrintSay say)
{
  g_autoptr (GtkPrintSettings) settings = read_settings ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongIssued) issued = pamong_issued_new (session, uid, &error);
  GtkRoot *root = gtk_widget_get_root (object);
  Printing *printing;
  GtkPrintOperation *operation;

  if (issued != NULL && issued->file != NULL && !issued->same)
    {
      pamong_letter_show (object, session, uid, say);
      return;
    }
  if (issued == NULL)
    {
      say (object, error->message, TRUE);
      return;
    }
  printing = g_new0 (Printing, 1);
  g_set_weak_pointer (&printing->object, object);
  printing->say = say;
  operation = pamong_issued_operation (g_steal_pointer (&issued));
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), printing, free_printing, 0);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static gboolean
close_cb (GtkWidget *window, GVariant *none, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/* The kept file, for the reader of this computer: where the type was changed since, only it is what was issued. */
static void
file_cb (GtkWidget *button, GBytes *file)
{
  g_autofree char *folder = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = folder != NULL ? g_build_filename (folder, "surat.pdf", NULL) : NULL;
  g_autofree char *uri = path != NULL && g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), NULL) ? g_filename_to_uri (path, NULL, NULL) : NULL;
  GtkRoot *root = gtk_widget_get_root (button);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static void
add_file_button (GtkWidget *box, PamongIssued *issued)
{
  GtkWidget *line, *words, *button;

  if (issued->file == NULL || issued->same)
    return;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  words = gtk_label_new (_ ("The words of this type were changed since. The page that was issued is the kept file."));
  button = gtk_button_new_with_mnemonic (_ ("Open the _file"));
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (line, "band");
  gtk_widget_add_css_class (line, "warning");
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (file_cb), g_bytes_ref (issued->file), (GClosureNotify) (void (*) (void)) g_bytes_unref, 0);
  gtk_box_append (GTK_BOX (box), line);
}

void
pamong_letter_show (GtkWidget *object, PamongSession *session, const char *uid, PamongPrintSay say)
{
  g_autoptr (GError) error = NULL;
  PamongIssued *issued = pamong_issued_new (session, uid, &error);
  GtkRoot *root = gtk_widget_get_root (object);
  GtkWidget *window, *box, *preview;

  if (issued == NULL)
    {
      say (object, error->message, TRUE);
      return;
    }
  window = gtk_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  preview = pamong_preview_new ();
  gtk_window_set_title (GTK_WINDOW (window), pamong_record_text (issued->record, PAMONG_LETTER_NUMBER_TEXT));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 700);
  add_file_button (box, issued);
  gtk_box_append (GTK_BOX (box), preview);
  gtk_window_set_child (GTK_WINDOW (window), box);
  pamong_preview_show (PAMONG_PREVIEW (preview), g_steal_pointer (&issued->pages), issued->paper);
  g_object_set_data_full (G_OBJECT (window), "pamong-letter", issued, (GDestroyNotify) pamong_issued_free);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
