/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/import_view.h"
#include "app/exchange/file_steps.h"
#include "app/exchange/import_words.h"
#include "app/exchange/recent_files.h"
#include "app/exchange/report_job.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PamongImportView {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongFileSteps *steps; /* NULL when the view has gone */
  PamongStartView *start;
  PamongResultView *result;
  PamongImportJob *job;   /* (nullable): at work on the desk */
  gboolean to_columns; /* what was read is forgotten, its columns are matched again */
};

static void import_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongImportView, pamong_import_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, import_view_page_init))

static const char *const names[] = { PAMONG_STEP_START, PAMONG_STEP_WORK, PAMONG_STEP_COLUMNS, "result" };

static void show_result (PamongImportView *self, const char *uid);

static PamongImportFile *
file_of (PamongImportView *self)
{
  return pamong_file_steps_file (self->steps);
}

static void
stepped_cb (PamongImportView *self)
{
  g_autofree char *words = pamong_import_hint_words (pamong_import_view_step (self), file_of (self), pamong_result_view_import (self->result));

  pamong_file_steps_hint (self->steps, words);
}

static void
go_to_start (PamongImportView *self, const char *complaint)
{
  pamong_file_steps_begin (self->steps, complaint);
}

/* Reading, comparing, writing, taking back: one after the other, each on the desk. */

/* Why it did not end well, in front of the person. */
static void
tell_failure (PamongImportView *self, PamongImportWork work, gboolean stopped, const char *message)
{
  if (work == PAMONG_IMPORT_WORK_READ || work == PAMONG_IMPORT_WORK_COMPARE)
    {
      if (stopped)
        go_to_start (self, NULL);
      else
        pamong_file_steps_refuse (self->steps, message);
      return;
    }
  if (pamong_result_view_import (self->result) == NULL)
    {
      go_to_start (self, message);
      return;
    }
  pamong_file_steps_go (self->steps, names[PAMONG_IMPORT_STEP_RESULT]);
  pamong_result_view_say (self->result, stopped ? _ ("Stopped. The register is as it was before.") : message, !stopped);
}

static void
worked_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = pamong_import_job_run_finish (PAMONG_DESK (desk), result, &error);
  g_autoptr (PamongImportJob) job = g_steal_pointer (&self->job);

  if (self->steps == NULL)
    return;
  if (uid == NULL)
    self->to_columns = FALSE;
  if (uid == NULL)
    tell_failure (self, pamong_import_job_work (job), pamong_import_job_is_stopped (job), error->message);
  else if (pamong_import_job_work (job) == PAMONG_IMPORT_WORK_DROP && self->to_columns)
    {
      self->to_columns = FALSE;
      pamong_file_steps_match (self->steps);
    }
  else if (pamong_import_job_work (job) == PAMONG_IMPORT_WORK_DROP)
    go_to_start (self, NULL);
  else
    show_result (self, uid);
}

/* Takes @job. */
static void
work (PamongImportView *self, PamongImportJob *job)
{
  if (self->job != NULL)
    {
      pamong_import_job_unref (job);
      return;
    }
  self->job = job;
  if (pamong_import_job_work (job) != PAMONG_IMPORT_WORK_DROP)
    pamong_file_steps_watch (self->steps, pamong_import_work_title (pamong_import_job_work (job)), pamong_import_work_hint (pamong_import_job_work (job)), job);
  pamong_import_job_run_async (job, pamong_session_desk (self->session), worked_cb, g_object_ref (self));
}

static void
stop_cb (PamongImportView *self)
{
  if (self->job != NULL)
    pamong_import_job_stop (self->job);
}

static void
show_result (PamongImportView *self, const char *uid)
{
  g_autoptr (GError) error = NULL;
  gboolean columns = file_of (self) != NULL && pamong_source_columns (file_of (self)->source) != NULL;

  if (!pamong_result_view_show (self->result, uid, columns, &error))
    {
      go_to_start (self, error->message);
      return;
    }
  pamong_file_steps_go (self->steps, names[PAMONG_IMPORT_STEP_RESULT]);
}

static void
understood_cb (PamongImportView *self)
{
  work (self, pamong_import_job_new_read (file_of (self), file_of (self)->mapping));
}

/* Where it was left: its file is read on, or what was read is compared or shown. */
static void
open_import_cb (PamongImportView *self, const char *uid)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, &error);
  g_autofree char *path = import != NULL && import->state == PAMONG_IMPORT_READING ? pamong_recent_files_find (pamong_store_dir (store), import->file) : NULL;
  g_autofree char *words = NULL;

  if (import == NULL)
    pamong_start_view_say (self->start, error->message);
  else if (import->state == PAMONG_IMPORT_READING && path != NULL)
    pamong_file_steps_open (self->steps, path);
  else if (import->state == PAMONG_IMPORT_READING)
    {
      words = g_strdup_printf (_ ("The file %s is no longer where it was. Choose it again; reading goes on where it stopped."), import->file);
      pamong_start_view_say (self->start, words);
    }
  else if (import->state == PAMONG_IMPORT_READ)
    work (self, pamong_import_job_new (PAMONG_IMPORT_WORK_COMPARE, uid));
  else
    show_result (self, uid);
}

static void
drop_import_cb (PamongImportView *self, const char *uid)
{
  work (self, pamong_import_job_new (PAMONG_IMPORT_WORK_DROP, uid));
}

/* What the result asks for. */

typedef struct {
  PamongImportView *view;
  PamongResultScope scope;
} Choice;

static void
chosen_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (PamongImportView) self = choice->view;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = pamong_import_job_run_finish (PAMONG_DESK (desk), result, &error);

  if (self->steps == NULL)
    return;
  pamong_result_view_say (self->result, uid == NULL ? error->message : NULL, TRUE);
  pamong_result_view_refresh (self->result, uid == NULL ? PAMONG_RESULT_ROW : choice->scope);
}

static void
choose_cb (PamongImportView *self, guint n, const char *key, gboolean take)
{
  g_autoptr (PamongImportJob) job = pamong_import_job_new_choose (pamong_result_view_import (self->result)->uid, n, key, take);
  Choice *choice = g_new0 (Choice, 1);

  choice->view = g_object_ref (self);
  choice->scope = n == 0 ? PAMONG_RESULT_ALL : key == NULL ? PAMONG_RESULT_ROW : PAMONG_RESULT_FIELD;
  pamong_import_job_run_async (job, pamong_session_desk (self->session), chosen_cb, choice);
}

static void
commit_cb (PamongImportView *self)
{
  work (self, pamong_import_job_new (PAMONG_IMPORT_WORK_COMMIT, pamong_result_view_import (self->result)->uid));
}

static gboolean
is_injection (PamongImportView *self)
{
  return g_strcmp0 (pamong_result_view_import (self->result)->act, "inject") == 0;
}

static void
undo_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;

  if (pamong_dialog_ask_finish (result) == 1 && self->steps != NULL)
    work (self, pamong_import_job_new (is_injection (self) ? PAMONG_IMPORT_WORK_RETURN : PAMONG_IMPORT_WORK_UNDO, pamong_result_view_import (self->result)->uid));
}

/* What taking back would do, while it is counted. */
typedef struct {
  char *uid;
  PamongImportEffect effect;
} Effect;

static void
free_effect (gpointer data)
{
  g_free (((Effect *) data)->uid);
  g_free (data);
}

static gboolean
count_effect (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  Effect *told = data;

  return pamong_import_undo_effect (pamong_office_store (office), told->uid, &told->effect, error);
}

static void
counted_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_import_job_run_finish (PAMONG_DESK (desk), result, &error), *effect = NULL, *words = NULL;
  g_autoptr (PamongImportJob) job = g_steal_pointer (&self->job);

  if (self->steps == NULL)
    return;
  if (done == NULL)
    {
      pamong_result_view_say (self->result, error->message, TRUE);
      return;
    }
  effect = pamong_import_effect_words (&((Effect *) pamong_import_job_data (job))->effect);
  words = g_strdup_printf (is_injection (self) ? _ ("%s The regency sees that it was returned, and it can be taken in again.") : _ ("%s The history keeps all of it, and the file may be imported again."), effect);
  pamong_dialog_ask_async (GTK_WIDGET (self), is_injection (self) ? _ ("Return what the regency filled in?") : _ ("Take this import back?"), words,
                           (const char *[]) { _ ("_Leave it"), is_injection (self) ? _ ("_Return it") : _ ("_Take it back"), NULL }, 1, undo_told_cb, g_object_ref (self));
}

/* Its effect is told first: who leaves, what goes back, what stays. */
static void
undo_cb (PamongImportView *self)
{
  Effect *told;

  if (self->job != NULL)
    return;
  told = g_new0 (Effect, 1);
  told->uid = g_strdup (pamong_result_view_import (self->result)->uid);
  self->job = pamong_import_job_new_for (PAMONG_IMPORT_WORK_COMPARE, count_effect, told, free_effect);
  pamong_import_job_run_async (self->job, pamong_session_desk (self->session), counted_cb, g_object_ref (self));
}

static void
again_cb (PamongImportView *self)
{
  work (self, pamong_import_job_new (PAMONG_IMPORT_WORK_AGAIN, pamong_result_view_import (self->result)->uid));
}

static void
drop_cb (PamongImportView *self)
{
  work (self, pamong_import_job_new (PAMONG_IMPORT_WORK_DROP, pamong_result_view_import (self->result)->uid));
}

static void
reported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = pamong_report_job_ask_finish (result, &error);

  if (self->steps != NULL && (words != NULL || error != NULL))
    pamong_result_view_say (self->result, error != NULL ? error->message : words, error != NULL);
}

static void
report_cb (PamongImportView *self)
{
  const PamongImport *import = pamong_result_view_import (self->result);

  pamong_report_job_ask_async (GTK_WIDGET (self), pamong_store_dir (pamong_session_store (self->session)), import->uid, import->file, reported_cb, g_object_ref (self));
}

static void
columns_cb (PamongImportView *self)
{
  self->to_columns = TRUE;
  drop_cb (self);
}

static void
close_cb (PamongImportView *self)
{
  pamong_import_job_tidy (pamong_session_desk (self->session), pamong_result_view_import (self->result));
  go_to_start (self, NULL);
}

static void
import_view_shown (PamongPage *page)
{
  pamong_page_shown (PAMONG_PAGE (PAMONG_IMPORT_VIEW (page)->steps));
}

static const PamongPageKey *
import_view_keys (PamongPage *page)
{
  return pamong_page_keys (PAMONG_PAGE (PAMONG_IMPORT_VIEW (page)->steps));
}

static void
import_view_page_init (PamongPageInterface *iface)
{
  iface->shown = import_view_shown;
  iface->keys = import_view_keys;
}

static void
pamong_import_view_dispose (GObject *object)
{
  PamongImportView *self = PAMONG_IMPORT_VIEW (object);

  if (self->job != NULL)
    pamong_import_job_stop (self->job);
  g_clear_pointer ((GtkWidget **) &self->steps, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_import_view_parent_class)->dispose (object);
}

static void
pamong_import_view_class_init (PamongImportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_import_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_import_view_init (PamongImportView *self)
{
}

static void
connect_views (PamongImportView *self)
{
  static const struct { const char *signal; GCallback callback; } asked[] = {
    { "choose", G_CALLBACK (choose_cb) }, { "commit", G_CALLBACK (commit_cb) }, { "undo", G_CALLBACK (undo_cb) }, { "drop", G_CALLBACK (drop_cb) }, { "close", G_CALLBACK (close_cb) },
    { "columns", G_CALLBACK (columns_cb) }, { "again", G_CALLBACK (again_cb) }, { "report", G_CALLBACK (report_cb) },
  };

  g_signal_connect_swapped (self->start, "open-import", G_CALLBACK (open_import_cb), self);
  g_signal_connect_swapped (self->start, "drop-import", G_CALLBACK (drop_import_cb), self);
  g_signal_connect_swapped (self->steps, "stepped", G_CALLBACK (stepped_cb), self);
  g_signal_connect_swapped (self->steps, "understood", G_CALLBACK (understood_cb), self);
  g_signal_connect_swapped (self->steps, "stop", G_CALLBACK (stop_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_signal_connect_swapped (self->result, asked[i].signal, asked[i].callback, self);
}

GtkWidget *
pamong_import_view_new (PamongSession *session)
{
  PamongImportView *self = g_object_new (PAMONG_TYPE_IMPORT_VIEW, NULL);

  self->session = g_object_ref (session);
  self->start = PAMONG_START_VIEW (pamong_start_view_new (session));
  self->result = PAMONG_RESULT_VIEW (pamong_result_view_new (session));
  self->steps = PAMONG_FILE_STEPS (pamong_file_steps_new (session, self->start, FALSE));
  pamong_file_steps_add (self->steps, names[PAMONG_IMPORT_STEP_RESULT], GTK_WIDGET (self->result));
  gtk_widget_set_parent (GTK_WIDGET (self->steps), GTK_WIDGET (self));
  connect_views (self);
  stepped_cb (self);
  return GTK_WIDGET (self);
}

PamongImportStep
pamong_import_view_step (PamongImportView *self)
{
  const char *name = pamong_file_steps_name (self->steps);
  guint i = 0;

  while (i < G_N_ELEMENTS (names) - 1 && strcmp (names[i], name) != 0)
    i++;
  return (PamongImportStep) i;
}

void
pamong_import_view_open_file (PamongImportView *self, const char *path)
{
  if (self->job == NULL)
    pamong_file_steps_open (self->steps, path);
}

void
pamong_import_view_show_import (PamongImportView *self, const char *uid)
{
  if (self->job != NULL)
    return;
  pamong_file_steps_begin (self->steps, NULL);
  open_import_cb (self, uid);
}

PamongStartView *
pamong_import_view_start (PamongImportView *self)
{
  return self->start;
}

PamongMappingView *
pamong_import_view_mapping (PamongImportView *self)
{
  return pamong_file_steps_mapping (self->steps);
}

PamongResultView *
pamong_import_view_result (PamongImportView *self)
{
  return self->result;
}
