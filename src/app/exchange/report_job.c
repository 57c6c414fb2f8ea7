/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/report_job.h"
#include "app/words.h"
#include "exchange/import_report.h"
#include "office/imports.h"
#include <glib/gi18n.h>
#include <string.h>

#define AT_ONCE 500

enum { FOLDER, IMPORT, PATH, ABOUT };

static gboolean
add_findings (PamongImportReport *report, PamongStore *store, const char *uid, GError **error)
{
  guint offset = 0, read = AT_ONCE;

  for (; read == AT_ONCE; offset += read)
    {
      g_autoptr (GPtrArray) findings = pamong_import_findings (store, uid, 0, offset, AT_ONCE, error);

      if (findings == NULL)
        return FALSE;
      read = findings->len;
      for (guint i = 0; i < findings->len; i++)
        {
          const PamongImportFinding *finding = findings->pdata[i];
          PamongImportRemark remark = { finding->sheet, finding->row, finding->column, finding->field, finding->value, finding->rule, finding->message, finding->remedy };

          if (!pamong_import_report_add (report, &remark, error))
            return FALSE;
        }
    }
  return TRUE;
}

static void
write_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **words = data;
  GError *error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (words[FOLDER], PAMONG_STORE_READ, &error);
  g_autoptr (PamongImportReport) report = store != NULL ? pamong_import_report_new (words[PATH], words[ABOUT], &error) : NULL;
  guint n = 0;

  if (report == NULL || !add_findings (report, store, words[IMPORT], &error) || !pamong_import_report_finish (report, &n, &error))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (gssize) n);
}

void
pamong_report_job_write_async (const char *dir, const char *uid, const char *path, const char *about, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, pamong_report_job_write_async);
  g_task_set_task_data (task, g_strdupv ((char *[]) { (char *) dir, (char *) uid, (char *) path, (char *) about, NULL }), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, write_on_thread);
}

int
pamong_report_job_write_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

typedef struct {
  GTask *task;
  GtkFileChooserNative *chooser;
  char *dir, *uid, *about, *path;
} Asking;

static void
free_asking (Asking *asking)
{
  g_clear_object (&asking->chooser);
  g_clear_object (&asking->task);
  g_free (asking->dir);
  g_free (asking->uid);
  g_free (asking->about);
  g_free (asking->path);
  g_free (asking);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  GError *error = NULL;
  int n = pamong_report_job_write_finish (result, &error);
  g_autofree char *number = pamong_words_number (n);

  if (n < 0)
    g_task_return_error (asking->task, error);
  else
    g_task_return_pointer (asking->task, g_strdup_printf (_ ("%s notes were written to %s. Send that file to whoever made the list."), number, asking->path), g_free);
  free_asking (asking);
}

static void
responded_cb (Asking *asking, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (asking->chooser)) : NULL;

  asking->path = file != NULL ? g_file_get_path (file) : NULL;
  if (asking->path != NULL)
    {
      pamong_report_job_write_async (asking->dir, asking->uid, asking->path, asking->about, written_cb, asking);
      return;
    }
  g_task_return_pointer (asking->task, NULL, NULL);
  free_asking (asking);
}

/* "warga.csv" -> "warga perbaikan.xlsx". */
static char *
usual_name (const char *about)
{
  const char *dot = strrchr (about, '.');
  g_autofree char *stem = g_strndup (about, dot != NULL ? (gsize) (dot - about) : strlen (about));

  return g_strdup_printf (_ ("%s corrections.xlsx"), stem);
}

void
pamong_report_job_ask_async (GtkWidget *parent, const char *dir, const char *uid, const char *about, GAsyncReadyCallback callback, gpointer user_data)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *name = usual_name (about);

  asking->task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (asking->task, pamong_report_job_ask_async);
  asking->dir = g_strdup (dir);
  asking->uid = g_strdup (uid);
  asking->about = g_strdup (about);
  asking->chooser = gtk_file_chooser_native_new (_ ("Save the list of corrections"), GTK_WINDOW (gtk_widget_get_root (parent)), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  g_signal_connect_swapped (asking->chooser, "response", G_CALLBACK (responded_cb), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}

char *
pamong_report_job_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
