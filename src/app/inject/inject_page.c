/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/inject_page.h"
#include "app/exchange/import_words.h"
#include "app/exchange/report_job.h"
#include "app/exchange/result_view.h"
#include "app/inject/inject_words.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>

struct _PamongInjectPage {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongFileSteps *steps; /* NULL when the page has gone */
  PamongStartView *start;
  PamongBatchList *list;
  PamongOriginView *origin;
  PamongVillagesView *villages;
  PamongResultView *rows;
  PamongBatchView *batch;
  PamongInjectOrigin *from; /* (nullable): said of the file at hand */
  PamongImportJob *job;     /* (nullable): at work on the desk */
  const char *below;        /* what the rows of a village were opened from */
};

static void inject_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongInjectPage, pamong_inject_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, inject_page_iface_init))

typedef void (*Worked) (PamongInjectPage *self, PamongInjectWork *work, const GError *error);

typedef struct {
  PamongInjectPage *page;
  Worked then;
} Waiting;

static PamongImportFile *
file_of (PamongInjectPage *self)
{
  return pamong_file_steps_file (self->steps);
}

static void
stepped_cb (PamongInjectPage *self)
{
  const char *step = pamong_file_steps_name (self->steps);
  const PamongImport *batch = pamong_batch_view_import (self->batch);
  g_autofree char *words = NULL;

  if (g_str_equal (step, PAMONG_STEP_START))
    words = g_strdup (_ ("Fill in what villages lack, from a file of the regency. What a village typed itself is never replaced: it decides."));
  else if (g_str_equal (step, PAMONG_STEP_COLUMNS))
    words = pamong_import_list_words (file_of (self));
  else if (g_str_equal (step, PAMONG_INJECT_ROWS))
    words = pamong_inject_rows_words (pamong_result_view_import (self->rows));
  else if (batch != NULL && (g_str_equal (step, PAMONG_INJECT_BATCH) || file_of (self) == NULL))
    words = pamong_import_earlier_words (batch);
  else if (file_of (self) != NULL)
    words = pamong_inject_file_words (file_of (self));
  pamong_file_steps_hint (self->steps, words);
}

static void
begin (PamongInjectPage *self, const char *complaint)
{
  pamong_batch_list_refresh (self->list);
  pamong_file_steps_begin (self->steps, complaint);
}

/* Long acts, one at a time: each leads to what follows it. */

static void
worked_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (PamongInjectPage) self = waiting->page;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_import_job_run_finish (PAMONG_DESK (desk), result, &error);
  g_autoptr (PamongImportJob) job = g_steal_pointer (&self->job);

  if (self->steps != NULL)
    waiting->then (self, pamong_import_job_data (job), error);
}

/* Takes @job. @title: (nullable): what is said of it; NULL for what takes no time. */
static void
work (PamongInjectPage *self, PamongImportJob *job, const char *title, const char *hint, Worked then)
{
  Waiting *waiting;

  if (self->job != NULL)
    {
      pamong_import_job_unref (job);
      return;
    }
  waiting = g_new0 (Waiting, 1);
  waiting->page = g_object_ref (self);
  waiting->then = then;
  self->job = job;
  if (title != NULL)
    pamong_file_steps_watch (self->steps, title, hint, job);
  pamong_import_job_run_async (job, pamong_session_desk (self->session), worked_cb, waiting);
}

static void
stop_cb (PamongInjectPage *self)
{
  if (self->job != NULL)
    pamong_import_job_stop (self->job);
}

static gboolean
is_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The dry run. */

static void
read_then (PamongInjectPage *self, PamongInjectWork *found, const GError *error)
{
  if (error == NULL)
    {
      pamong_villages_view_show (self->villages, found, found->origin == NULL || found->origin->offer);
      pamong_file_steps_go (self->steps, PAMONG_INJECT_VILLAGES);
    }
  else if (is_stopped (error) || file_of (self) == NULL)
    begin (self, is_stopped (error) ? NULL : error->message);
  else if (found->nowhere)
    {
      pamong_file_steps_go (self->steps, PAMONG_INJECT_ORIGIN);
      pamong_origin_view_say (self->origin, error->message);
    }
  else
    pamong_file_steps_refuse (self->steps, error->message);
}

static void
understood_cb (PamongInjectPage *self)
{
  pamong_origin_view_show (self->origin, file_of (self));
  pamong_file_steps_go (self->steps, PAMONG_INJECT_ORIGIN);
}

static void
said_cb (PamongInjectPage *self)
{
  g_clear_pointer (&self->from, pamong_inject_origin_free);
  self->from = pamong_origin_view_read (self->origin);
  work (self, pamong_inject_work_read (file_of (self), self->from), _ ("Reading the file and comparing it with each village"), pamong_import_work_hint (PAMONG_IMPORT_WORK_READ), read_then);
}

static void
unsaid_cb (PamongInjectPage *self)
{
  begin (self, NULL);
}

/* The rows of one village. */

static void
open_rows (PamongInjectPage *self, const char *uid, const char *below)
{
  g_autoptr (GError) error = NULL;

  self->below = below;
  if (pamong_result_view_show (self->rows, uid, FALSE, &error))
    pamong_file_steps_go (self->steps, PAMONG_INJECT_ROWS);
  else
    begin (self, error->message);
}

static void
open_village_cb (PamongInjectPage *self, PamongVillageShare *share)
{
  open_rows (self, share->uid, PAMONG_INJECT_VILLAGES);
}

static void
open_written_cb (PamongInjectPage *self, PamongVillageShare *share)
{
  open_rows (self, share->uid, PAMONG_INJECT_BATCH);
}

static void
rows_closed_cb (PamongInjectPage *self)
{
  pamong_file_steps_go (self->steps, self->below);
}

static void
reported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongInjectPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = pamong_report_job_ask_finish (result, &error);

  if (self->steps != NULL && (words != NULL || error != NULL))
    pamong_result_view_say (self->rows, error != NULL ? error->message : words, error != NULL);
}

static void
report_cb (PamongInjectPage *self)
{
  const PamongImport *import = pamong_result_view_import (self->rows);

  pamong_report_job_ask_async (GTK_WIDGET (self), pamong_store_dir (pamong_session_store (self->session)), import->uid, import->file, reported_cb, g_object_ref (self));
}

/* Written. */

static void
show_batch (PamongInjectPage *self, const char *uid, const char *words, gboolean failed)
{
  g_autoptr (GError) error = NULL;

  if (!pamong_batch_view_show (self->batch, uid, &error))
    {
      begin (self, error->message);
      return;
    }
  pamong_batch_view_say (self->batch, words, failed);
  pamong_file_steps_go (self->steps, PAMONG_INJECT_BATCH);
}

/* The newest of all: a table with desil gets its batches only when it is written. */
static char *
newest (PamongInjectPage *self)
{
  g_autoptr (GPtrArray) groups = pamong_inject_groups (pamong_session_store (self->session), NULL);

  return groups != NULL && groups->len > 0 ? g_strdup (((PamongImport *) ((GPtrArray *) groups->pdata[0])->pdata[0])->uid) : NULL;
}

static void
written_then (PamongInjectPage *self, PamongInjectWork *done, const GError *error)
{
  g_autofree char *uid = done->uids != NULL ? g_strdup (done->uids[0]) : newest (self);
  const char *words = error == NULL ? _ ("Written. It is sent to the villages with the next sending; who is new there waits to be checked.") : is_stopped (error) ? _ ("Stopped. Villages that were written before stay written, the others are as they were.") : error->message;

  if (error != NULL && done->uids == NULL)
    {
      pamong_file_steps_go (self->steps, PAMONG_INJECT_VILLAGES);
      pamong_villages_view_say (self->villages, words);
      return;
    }
  show_batch (self, uid, words, error != NULL && !is_stopped (error));
}

static void
commit_cb (PamongInjectPage *self)
{
  g_auto (GStrv) uids = pamong_villages_view_taken (self->villages);
  gboolean desil = uids[0] == NULL;
  PamongImportJob *job = desil ? pamong_inject_work_desil (file_of (self), self->from, pamong_villages_view_desil (self->villages))
                               : pamong_inject_work_commit ((const char *const *) uids, pamong_villages_view_offers (self->villages));

  work (self, job, _ ("Writing village after village"), _ ("Each village whole or not at all: if you stop, villages that are written stay written, the others as they are."), written_then);
}

static void
dropped_then (PamongInjectPage *self, PamongInjectWork *done, const GError *error)
{
  begin (self, error != NULL ? error->message : NULL);
}

static void
drop_cb (PamongInjectPage *self)
{
  g_auto (GStrv) uids = pamong_villages_view_all (self->villages);

  if (uids[0] != NULL)
    work (self, pamong_inject_work_drop ((const char *const *) uids), NULL, NULL, dropped_then);
  else
    begin (self, NULL);
}

/* What was said of the file can be said otherwise; it is read anew then. */
static void
back_cb (PamongInjectPage *self)
{
  if (file_of (self) != NULL)
    pamong_file_steps_go (self->steps, PAMONG_INJECT_ORIGIN);
  else
    begin (self, NULL);
}

static void
rest_cb (PamongInjectPage *self, const char *const *uids)
{
  work (self, pamong_inject_work_again (uids), pamong_import_work_title (PAMONG_IMPORT_WORK_COMPARE), pamong_import_work_hint (PAMONG_IMPORT_WORK_COMPARE), read_then);
}

static void
open_file_cb (PamongInjectPage *self, const char *uid)
{
  g_auto (GStrv) ready = NULL;
  g_autoptr (GError) error = NULL;

  if (!pamong_batch_view_show (self->batch, uid, &error))
    {
      pamong_start_view_say (self->start, error->message);
      return;
    }
  ready = pamong_batch_view_uids (self->batch, NULL, PAMONG_IMPORT_READY);
  if (ready[0] != NULL && pamong_batch_view_is_unwritten (self->batch))
    rest_cb (self, (const char *const *) ready);
  else
    show_batch (self, uid, NULL, FALSE);
}

/* Taken back; its effect is told first. */

typedef struct {
  PamongInjectPage *page;
  char **uids;
} Undo;

static void
undone_then (PamongInjectPage *self, PamongInjectWork *done, const GError *error)
{
  const char *words = error == NULL ? _ ("Taken back. The villages hear of it with the next sending.") : is_stopped (error) ? _ ("Stopped. Villages it was taken back in before stay so.") : error->message;

  show_batch (self, done->uids[0], words, error != NULL && !is_stopped (error));
}

static void
undo_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  PamongInjectPage *self = undo->page;

  if (pamong_dialog_ask_finish (result) == 1 && self->steps != NULL)
    work (self, pamong_inject_work_undo ((const char *const *) undo->uids), _ ("Taking it back village after village"),
          _ ("Each village whole or not at all: if you stop, it stays taken back in the villages before."), undone_then);
  g_object_unref (self);
  g_strfreev (undo->uids);
  g_free (undo);
}

static void
effect_then (PamongInjectPage *self, PamongInjectWork *told, const GError *error)
{
  g_autofree char *words = error == NULL ? pamong_import_effect_words (&told->effect) : NULL, *heading = NULL;
  guint n = g_strv_length (told->uids);
  Undo *undo;

  if (error != NULL)
    {
      pamong_batch_view_say (self->batch, error->message, TRUE);
      return;
    }
  undo = g_new0 (Undo, 1);
  undo->page = g_object_ref (self);
  undo->uids = g_strdupv (told->uids);
  heading = g_strdup_printf (ngettext ("Take it back in %u village?", "Take it back in %u villages?", n), n);
  pamong_dialog_ask_async (GTK_WIDGET (self), heading, words, (const char *[]) { _ ("_Leave it"), _ ("_Take the filling back"), NULL }, 1, undo_told_cb, undo);
}

static void
undo_cb (PamongInjectPage *self, const char *const *uids)
{
  work (self, pamong_inject_work_effect (uids), NULL, NULL, effect_then);
}

/* What arrives or has been sent changes what is told of the villages. */
static void
changed_cb (PamongInjectPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->job != NULL)
    return;
  if (g_str_equal (pamong_file_steps_name (self->steps), PAMONG_INJECT_BATCH))
    pamong_batch_view_refresh (self->batch);
  else if (g_str_equal (pamong_file_steps_name (self->steps), PAMONG_STEP_START))
    pamong_batch_list_refresh (self->list);
}

static void
inject_page_shown (PamongPage *page)
{
  PamongInjectPage *self = PAMONG_INJECT_PAGE (page);

  if (g_str_equal (pamong_file_steps_name (self->steps), PAMONG_STEP_START))
    pamong_batch_list_refresh (self->list);
  else if (g_str_equal (pamong_file_steps_name (self->steps), PAMONG_INJECT_BATCH))
    pamong_batch_view_refresh (self->batch);
  pamong_page_shown (PAMONG_PAGE (self->steps));
}

static const PamongPageKey *
inject_page_keys (PamongPage *page)
{
  return pamong_page_keys (PAMONG_PAGE (PAMONG_INJECT_PAGE (page)->steps));
}

static gboolean
inject_page_is_filled (PamongPage *page)
{
  return PAMONG_INJECT_PAGE (page)->job == NULL;
}

static void
inject_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = inject_page_shown;
  iface->keys = inject_page_keys;
  iface->is_filled = inject_page_is_filled;
}

static void
pamong_inject_page_dispose (GObject *object)
{
  PamongInjectPage *self = PAMONG_INJECT_PAGE (object);
  GtkWidget *child;

  if (self->job != NULL)
    pamong_import_job_stop (self->job);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->steps = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->from, pamong_inject_origin_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_inject_page_parent_class)->dispose (object);
}

static void
pamong_inject_page_class_init (PamongInjectPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_inject_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_inject_page_init (PamongInjectPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (_ ("Filled in by the regency"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_add_css_class (head, "page-head");
  gtk_widget_add_css_class (title, "page-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (head), title);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
connect_steps (PamongInjectPage *self)
{
  const struct { gpointer from; const char *signal; GCallback callback; } heard[] = {
    { self->list, "open", G_CALLBACK (open_file_cb) },
    { self->steps, "stepped", G_CALLBACK (stepped_cb) },
    { self->steps, "understood", G_CALLBACK (understood_cb) },
    { self->steps, "desil", G_CALLBACK (understood_cb) },
    { self->steps, "stop", G_CALLBACK (stop_cb) },
    { self->origin, "finished", G_CALLBACK (said_cb) },
    { self->origin, "cancelled", G_CALLBACK (unsaid_cb) },
    { self->villages, "open", G_CALLBACK (open_village_cb) },
    { self->villages, "commit", G_CALLBACK (commit_cb) },
    { self->villages, "drop", G_CALLBACK (drop_cb) },
    { self->villages, "back", G_CALLBACK (back_cb) },
    { self->rows, "close", G_CALLBACK (rows_closed_cb) },
    { self->rows, "report", G_CALLBACK (report_cb) },
    { self->batch, "open", G_CALLBACK (open_written_cb) },
    { self->batch, "undo", G_CALLBACK (undo_cb) },
    { self->batch, "rest", G_CALLBACK (rest_cb) },
    { self->batch, "close", G_CALLBACK (unsaid_cb) },
    { self->session, "changed", G_CALLBACK (changed_cb) },
    { self->session, "outbox-changed", G_CALLBACK (changed_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    g_signal_connect_swapped (heard[i].from, heard[i].signal, heard[i].callback, self);
}

GtkWidget *
pamong_inject_page_new (PamongSession *session)
{
  PamongInjectPage *self = g_object_new (PAMONG_TYPE_INJECT_PAGE, NULL);
  PamongStore *store = pamong_session_store (session);

  self->session = g_object_ref (session);
  self->list = PAMONG_BATCH_LIST (pamong_batch_list_new (store));
  self->start = PAMONG_START_VIEW (pamong_start_view_new_over (session, _ ("Excel (.xlsx, .xls) or CSV, of people or of families with their desil (DTSEN from SIKS-NG). Each row names its village and district, in columns or by code."), GTK_WIDGET (self->list)));
  self->origin = PAMONG_ORIGIN_VIEW (pamong_origin_view_new (session));
  self->villages = PAMONG_VILLAGES_VIEW (pamong_villages_view_new ());
  self->rows = PAMONG_RESULT_VIEW (pamong_result_view_new (session));
  self->batch = PAMONG_BATCH_VIEW (pamong_batch_view_new (store));
  pamong_result_view_only_look (self->rows);
  self->steps = PAMONG_FILE_STEPS (pamong_file_steps_new (session, self->start, TRUE));
  pamong_file_steps_add (self->steps, PAMONG_INJECT_ORIGIN, GTK_WIDGET (self->origin));
  pamong_file_steps_add (self->steps, PAMONG_INJECT_VILLAGES, GTK_WIDGET (self->villages));
  pamong_file_steps_add (self->steps, PAMONG_INJECT_ROWS, GTK_WIDGET (self->rows));
  pamong_file_steps_add (self->steps, PAMONG_INJECT_BATCH, GTK_WIDGET (self->batch));
  gtk_widget_set_vexpand (GTK_WIDGET (self->steps), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->steps), GTK_WIDGET (self));
  connect_steps (self);
  pamong_batch_list_refresh (self->list);
  stepped_cb (self);
  return GTK_WIDGET (self);
}

PamongFileSteps *
pamong_inject_page_steps (PamongInjectPage *self)
{
  return self->steps;
}

PamongBatchList *
pamong_inject_page_list (PamongInjectPage *self)
{
  return self->list;
}

PamongOriginView *
pamong_inject_page_origin (PamongInjectPage *self)
{
  return self->origin;
}

PamongVillagesView *
pamong_inject_page_villages (PamongInjectPage *self)
{
  return self->villages;
}

PamongBatchView *
pamong_inject_page_batch (PamongInjectPage *self)
{
  return self->batch;
}
