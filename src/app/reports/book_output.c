/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/book_output.h"
#include "app/reports/book_columns.h"
#include "app/reports/report_job.h"
#include "app/widgets/dialogs.h"
#include "domain/codes.h"
#include <glib/gi18n.h>

typedef struct {
  GtkWidget *page; /* weak */
  PamongSession *session;
  PamongFilled *filled;
  PamongOutputKind kind;
  PamongOutputSayFunc say;
  char *path, *reason;
  GtkWidget *entry;
} Output;

static void
output_free (Output *output)
{
  g_clear_weak_pointer (&output->page);
  g_object_unref (output->session);
  pamong_filled_unref (output->filled);
  g_clear_object (&output->entry);
  g_free (output->path);
  g_free (output->reason);
  g_free (output);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Output, output_free)

static Output *
output_new (GtkWidget *page, PamongSession *session, PamongFilled *filled, PamongOutputKind kind, PamongOutputSayFunc say)
{
  Output *output = g_new0 (Output, 1);

  g_set_weak_pointer (&output->page, page);
  output->session = g_object_ref (session);
  output->filled = pamong_filled_ref (filled);
  output->kind = kind;
  output->say = say;
  return output;
}

static void
say (Output *output, const char *words, gboolean failed)
{
  if (output->page != NULL)
    output->say (output->page, words, failed);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, PamongBookPrint *print)
{
  pamong_book_print_draw (print, (guint) page, gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
pamong_book_output_operation (PamongBookPrint *print)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new_custom ("f4", "F4", PAMONG_F4_HEIGHT, PAMONG_F4_WIDTH, GTK_UNIT_MM);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) pamong_book_print_n_pages (print));
  g_object_set_data_full (G_OBJECT (operation), "pamong-print", print, (GDestroyNotify) pamong_book_print_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  gtk_paper_size_free (paper);
  return operation;
}

/* The operation keeps itself while its dialog and its pages last. */
static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Output *output)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (output, _ ("The printer did not take the book. Look at the printer, or save it as PDF."), TRUE);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    say (output, _ ("The book was sent to the printer."), FALSE);
  g_object_unref (operation);
}

static void
print (Output *output, PamongBookPrint *pages)
{
  GtkPrintOperation *operation = pamong_book_output_operation (pages);
  GtkRoot *root = output->page != NULL ? gtk_widget_get_root (output->page) : NULL;

  g_signal_connect_data (operation, "done", G_CALLBACK (print_done_cb), output, (GClosureNotify) (void (*) (void)) output_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Output) output = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBookPrint) pages = pamong_report_print_finish (result, &error);
  g_autofree char *name = output->path != NULL ? g_path_get_basename (output->path) : NULL, *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *words = shown != NULL ? g_strdup_printf (_ ("Saved as %s."), shown) : NULL;

  if (error != NULL)
    say (output, error->message, TRUE);
  else if (output->kind == PAMONG_OUTPUT_PRINT)
    print (g_steal_pointer (&output), g_steal_pointer (&pages));
  else
    say (output, words, FALSE);
}

static void
make (Output *output)
{
  const PamongRecord *account = pamong_session_account (output->session);

  say (output, _ ("Making the pages…"), FALSE);
  pamong_report_print_async (pamong_store_dir (pamong_session_store (output->session)), output->filled, account != NULL ? pamong_record_text (account, PAMONG_ACCOUNT_NAME) : NULL,
                             pamong_session_is_practice (output->session), output->path, printed_cb, output);
}

/* What stands in the log: which book in which form, of how many people. */
static gpointer
log_output (PamongOffice *office, gpointer data, GError **error)
{
  static const char *const forms[] = { "print", "pdf", "xlsx" };
  const Output *output = data;
  const PamongRegister *reg = pamong_filled_register (output->filled);
  g_autofree char *what = g_strdup_printf ("book %s %s, %u rows", reg->name, forms[output->kind], pamong_filled_n_entries (output->filled));

  return pamong_office_log_export (office, what, TRUE, output->reason, error) ? g_strdup ("") : NULL;
}

static void
logged_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (Output) output = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);

  if (done != NULL)
    make (g_steal_pointer (&output));
  else
    say (output, error->message, TRUE);
}

static void
log_and_make (Output *output)
{
  if (pamong_book_has_numbers (pamong_filled_register (output->filled)))
    pamong_desk_run_async (pamong_session_desk (output->session), log_output, output, NULL, g_free, NULL, logged_cb, output);
  else
    make (output);
}

static void
reasoned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Output) output = data;

  if (!pamong_dialog_form_finish (result))
    return;
  output->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (output->entry)));
  log_and_make (g_steal_pointer (&output));
}

/* NIK and No. KK leave the program in full: why, is asked and kept. */
static void
ask_reason (Output *output)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *words = gtk_label_new (_ ("NIK and KK numbers stand in it in full. What is it for, and who gets it? The answer is kept in the log of this computer."));
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("R_eason"));

  output->entry = g_object_ref_sink (gtk_entry_new ());
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), output->entry);
  gtk_entry_set_activates_default (GTK_ENTRY (output->entry), TRUE);
  gtk_widget_set_name (output->entry, "book-reason");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), output->entry);
  pamong_dialog_form_async (output->page, output->kind == PAMONG_OUTPUT_PRINT ? _ ("Print the book") : _ ("Save the book"), box, output->kind == PAMONG_OUTPUT_PRINT ? _ ("_Print") : _ ("_Save"),
                            reasoned_cb, output);
}

static void
ask_reason_or_make (Output *output)
{
  if (pamong_book_has_numbers (pamong_filled_register (output->filled)))
    ask_reason (output);
  else
    log_and_make (output);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Output *data)
{
  g_autoptr (Output) output = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  const char *ending = output->kind == PAMONG_OUTPUT_PDF ? ".pdf" : ".xlsx";

  output->path = file != NULL ? g_file_get_path (file) : NULL;
  if (output->path != NULL && !g_str_has_suffix (output->path, ending))
    {
      char *whole = g_strconcat (output->path, ending, NULL);

      g_free (output->path);
      output->path = whole;
    }
  if (output->path != NULL)
    ask_reason_or_make (g_steal_pointer (&output));
  g_object_unref (chooser);
}

static char *
file_name (Output *output)
{
  const PamongRegister *reg = pamong_filled_register (output->filled);
  const PamongRegion *region = pamong_regions_find (pamong_filled_area (output->filled));
  const char *when = pamong_filled_month (output->filled) != NULL ? pamong_filled_month (output->filled) : pamong_filled_today (output->filled);

  return g_strdup_printf ("%s%s%s %s %s.%s", reg->code != NULL ? reg->code : "", reg->code != NULL ? " " : "", reg->title, region != NULL ? region->name : "", when,
                          output->kind == PAMONG_OUTPUT_PDF ? "pdf" : "xlsx");
}

static void
choose_file (Output *output)
{
  GtkRoot *root = gtk_widget_get_root (output->page);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save the book"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = file_name (output);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), output);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
pamong_book_output_run (GtkWidget *page, PamongSession *session, PamongFilled *filled, PamongOutputKind kind, PamongOutputSayFunc func)
{
  Output *output = output_new (page, session, filled, kind, func);

  if (kind == PAMONG_OUTPUT_PRINT)
    ask_reason_or_make (output);
  else
    choose_file (output);
}

void
pamong_book_output_save (GtkWidget *page, PamongSession *session, PamongFilled *filled, const char *path, const char *reason, PamongOutputSayFunc func)
{
  Output *output = output_new (page, session, filled, g_str_has_suffix (path, ".xlsx") ? PAMONG_OUTPUT_XLSX : PAMONG_OUTPUT_PDF, func);

  output->path = g_strdup (path);
  output->reason = g_strdup (reason);
  log_and_make (output);
}
