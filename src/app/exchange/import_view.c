/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/import_view.h"
#include "app/exchange/import_words.h"
#include "app/exchange/progress_panel.h"
#include "app/exchange/recent_files.h"
#include "app/exchange/report_job.h"
#include "app/widgets/dialogs.h"
#include "app/words.h"
#include "exchange/mapping.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PamongImportView {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkLabel *hint;
  GtkStack *stack;
  PamongStartView *start;
  PamongProgressPanel *work;
  PamongMappingView *mapping;
  PamongResultView *result;
  PamongImportFile *file; /* (nullable): the one at hand */
  PamongImportJob *job;   /* (nullable): at work on the desk */
  GCancellable *opening;
  gboolean given_up;   /* while the file was looked at */
  gboolean to_columns; /* what was read is forgotten, its columns are matched again */
};

static void import_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongImportView, pamong_import_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, import_view_page_init))

#define OWN "own"
static const char *const steps[] = { "start", "work", "columns", "result" };

static void show_result (PamongImportView *self, const char *uid);

static PamongPage *
current (PamongImportView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return PAMONG_IS_PAGE (child) ? PAMONG_PAGE (child) : NULL;
}

static void
focus_step (PamongImportView *self)
{
  PamongPage *page = current (self);

  if (page != NULL)
    pamong_page_shown (page);
  else
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
show_hint (PamongImportView *self, PamongImportStep step)
{
  const PamongImport *import = pamong_result_view_import (self->result);
  g_autofree char *words = NULL;

  if (step == PAMONG_IMPORT_STEP_START)
    words = g_strdup (_ ("Take over the people of a file. What you typed yourself is never replaced unseen."));
  else if (step == PAMONG_IMPORT_STEP_COLUMNS)
    words = pamong_import_list_words (self->file);
  else if (step == PAMONG_IMPORT_STEP_RESULT && self->file == NULL && import != NULL)
    words = pamong_import_earlier_words (import);
  else if (self->file != NULL)
    words = pamong_import_file_words (self->file);
  gtk_label_set_text (self->hint, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), words);
}

static void
go (PamongImportView *self, PamongImportStep step)
{
  pamong_progress_panel_end (self->work);
  show_hint (self, step);
  gtk_stack_set_visible_child_name (self->stack, steps[step]);
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) /* work that ends behind another page leaves the keyboard there */
    focus_step (self);
}

static void
drop_file (PamongImportView *self)
{
  pamong_mapping_view_show (self->mapping, NULL);
  g_clear_pointer (&self->file, pamong_import_file_unref);
}

static void
go_to_start (PamongImportView *self, const char *complaint)
{
  drop_file (self);
  pamong_start_view_refresh (self->start);
  pamong_start_view_say (self->start, complaint);
  go (self, PAMONG_IMPORT_STEP_START);
}

/* Reading, comparing, writing, taking back: one after the other, each on the desk. */

/* Why it did not end well, in front of the person. */
static void
tell_failure (PamongImportView *self, PamongImportWork work, gboolean stopped, const char *message)
{
  if (work == PAMONG_IMPORT_WORK_READ || work == PAMONG_IMPORT_WORK_COMPARE)
    {
      if (!stopped && self->file != NULL && strcmp (pamong_source_layout (self->file->source), OWN) == 0)
        {
          go (self, PAMONG_IMPORT_STEP_COLUMNS);
          pamong_mapping_view_say (self->mapping, message);
          return;
        }
      go_to_start (self, stopped ? NULL : message);
      return;
    }
  if (pamong_result_view_import (self->result) == NULL)
    {
      go_to_start (self, message);
      return;
    }
  go (self, PAMONG_IMPORT_STEP_RESULT);
  pamong_result_view_say (self->result, stopped ? _ ("Stopped. The register is as it was before.") : message, !stopped);
}

static void
match_columns (PamongImportView *self)
{
  self->to_columns = FALSE;
  pamong_mapping_view_show (self->mapping, self->file);
  go (self, PAMONG_IMPORT_STEP_COLUMNS);
}

static void
worked_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = pamong_import_job_run_finish (PAMONG_DESK (desk), result, &error);
  g_autoptr (PamongImportJob) job = g_steal_pointer (&self->job);

  if (self->stack == NULL)
    return;
  if (uid == NULL)
    self->to_columns = FALSE;
  if (uid == NULL)
    tell_failure (self, pamong_import_job_work (job), pamong_import_job_is_stopped (job), error->message);
  else if (pamong_import_job_work (job) == PAMONG_IMPORT_WORK_DROP && self->to_columns)
    match_columns (self);
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
    {
      go (self, PAMONG_IMPORT_STEP_WORK);
      pamong_progress_panel_watch (self->work, pamong_import_work_title (pamong_import_job_work (job)), pamong_import_work_hint (pamong_import_job_work (job)), job);
      gtk_widget_grab_focus (GTK_WIDGET (self->work));
    }
  pamong_import_job_run_async (job, pamong_session_desk (self->session), worked_cb, g_object_ref (self));
}

static void
stop_cb (PamongImportView *self)
{
  if (self->job != NULL)
    pamong_import_job_stop (self->job);
  else if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  else
    self->given_up = TRUE;
}

static void
show_result (PamongImportView *self, const char *uid)
{
  g_autoptr (GError) error = NULL;
  gboolean columns = self->file != NULL && pamong_source_columns (self->file->source) != NULL;

  if (!pamong_result_view_show (self->result, uid, columns, &error))
    {
      go_to_start (self, error->message);
      return;
    }
  go (self, PAMONG_IMPORT_STEP_RESULT);
}

/* Occupation 89: LAINNYA of the list before 2019, or what it is now. Asked once per file. */

static void
read_file (PamongImportView *self)
{
  pamong_recent_files_add (pamong_store_dir (pamong_session_store (self->session)), self->file->path);
  work (self, pamong_import_job_new_read (self->file, self->file->mapping));
}

static void
told_occupation_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  int answer = pamong_dialog_ask_finish (result);

  if (self->stack == NULL || self->file == NULL)
    return;
  if (answer == 0)
    {
      go_to_start (self, NULL);
      return;
    }
  pamong_source_set_occupation (self->file->source, answer == 2);
  read_file (self);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  gboolean asks = pamong_import_file_ask_finish (result);

  if (self->stack == NULL || self->file == NULL)
    return;
  if (self->given_up)
    {
      go_to_start (self, NULL);
      return;
    }
  pamong_progress_panel_end (self->work);
  if (!asks)
    {
      read_file (self);
      return;
    }
  pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Occupation 89: of which list?"),
                           _ ("People in the file have occupation code 89. In the old list (OpenSID, SIAK before 2019) 89 is LAINNYA; in the list of 99 codes it is another occupation. Which list was the file made with?"),
                           (const char *[]) { _ ("_Cancel"), _ ("_New list of 99"), _ ("_Old list: 89 is LAINNYA"), NULL }, -1, told_occupation_cb, g_object_ref (self));
}

static void
check_file (PamongImportView *self)
{
  self->given_up = FALSE;
  go (self, PAMONG_IMPORT_STEP_WORK);
  pamong_progress_panel_watch (self->work, _ ("Looking at the file"), "", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->work));
  pamong_import_file_ask_async (self->file, asked_cb, g_object_ref (self));
}

/* A file is opened. */

/* A list like this one has been matched before. */
static gboolean
find_mapping (PamongImportView *self)
{
  PamongColumns *columns = pamong_columns_copy (pamong_source_columns (self->file->source));

  self->file->mapping = pamong_mapping_find (pamong_session_store (self->session), columns);
  if (self->file->mapping != NULL)
    pamong_source_set_columns (self->file->source, columns);
  else
    pamong_columns_free (columns);
  return self->file->mapping != NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;
  g_autoptr (GError) error = NULL;
  PamongImportFile *file = pamong_import_file_open_finish (result, &error);

  g_clear_object (&self->opening);
  if (self->stack == NULL)
    {
      g_clear_pointer (&file, pamong_import_file_unref);
      return;
    }
  if (file == NULL)
    {
      go_to_start (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
      return;
    }
  drop_file (self);
  self->file = file;
  if (strcmp (pamong_source_layout (file->source), OWN) != 0 || find_mapping (self))
    check_file (self);
  else
    match_columns (self);
}

static void
open_path (PamongImportView *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *words = g_strdup_printf (_ ("Opening %s"), name);

  if (self->opening != NULL || self->job != NULL)
    return;
  drop_file (self);
  self->opening = g_cancellable_new ();
  go (self, PAMONG_IMPORT_STEP_WORK);
  pamong_progress_panel_watch (self->work, words, _ ("What it is, is told by what stands in it, not by its name."), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->work));
  pamong_import_file_open_async (path, NULL, pamong_session_area (self->session), self->opening, opened_cb, g_object_ref (self));
}

static void
file_cb (PamongImportView *self, const char *path)
{
  open_path (self, path);
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
    open_path (self, path);
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

/* What the mapping screen asks for. */

static void
mapped_cb (PamongImportView *self)
{
  const char *name = pamong_mapping_view_name (self->mapping);

  g_free (self->file->mapping);
  self->file->mapping = *name != '\0' ? g_strdup (name) : NULL;
  check_file (self);
}

static void
unmapped_cb (PamongImportView *self)
{
  go_to_start (self, NULL);
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

  if (self->stack == NULL)
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

static void
undo_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongImportView) self = data;

  if (pamong_dialog_ask_finish (result) == 1 && self->stack != NULL)
    work (self, pamong_import_job_new (PAMONG_IMPORT_WORK_UNDO, pamong_result_view_import (self->result)->uid));
}

/* Its effect is told first: who leaves, what goes back, what stays. */
static void
undo_cb (PamongImportView *self)
{
  const PamongImport *import = pamong_result_view_import (self->result);
  g_autofree char *added = pamong_words_number (import->figures.added), *changed = pamong_words_number (import->figures.changed);
  g_autofree char *words = g_strdup_printf (_ ("%s people this import made leave the list. The fields of %s people go back to what they were; what somebody has changed since stays as it is now. The history keeps all of it, and the file may be imported again."), added, changed);

  pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Take this import back?"), words, (const char *[]) { _ ("_Leave it"), _ ("_Take it back"), NULL }, 1, undo_told_cb, g_object_ref (self));
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

  if (self->stack != NULL && (words != NULL || error != NULL))
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
  go_to_start (self, NULL);
}

static void
import_view_shown (PamongPage *page)
{
  PamongImportView *self = PAMONG_IMPORT_VIEW (page);

  focus_step (self);
}

static const PamongPageKey *
import_view_keys (PamongPage *page)
{
  static PamongPageKey keys[3];
  PamongPage *step = current (PAMONG_IMPORT_VIEW (page));

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Esc", _ ("Stop") };
  return step != NULL ? pamong_page_keys (step) : keys;
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
  GtkWidget *child;

  if (self->job != NULL)
    pamong_import_job_stop (self->job);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->stack = NULL;
  g_clear_pointer (&self->file, pamong_import_file_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_import_view_parent_class)->dispose (object);
}

static void
pamong_import_view_class_init (PamongImportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_import_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_import_view_init (PamongImportView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_ellipsize (self->hint, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "page-hint");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "exchange-hint");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->hint), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static void
connect_views (PamongImportView *self)
{
  static const struct { const char *signal; GCallback callback; } asked[] = {
    { "choose", G_CALLBACK (choose_cb) }, { "commit", G_CALLBACK (commit_cb) }, { "undo", G_CALLBACK (undo_cb) }, { "drop", G_CALLBACK (drop_cb) }, { "close", G_CALLBACK (close_cb) },
    { "columns", G_CALLBACK (columns_cb) }, { "report", G_CALLBACK (report_cb) },
  };

  g_signal_connect_swapped (self->start, "file", G_CALLBACK (file_cb), self);
  g_signal_connect_swapped (self->start, "open-import", G_CALLBACK (open_import_cb), self);
  g_signal_connect_swapped (self->start, "drop-import", G_CALLBACK (drop_import_cb), self);
  g_signal_connect_swapped (self->work, "stop", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->mapping, "finished", G_CALLBACK (mapped_cb), self);
  g_signal_connect_swapped (self->mapping, "cancelled", G_CALLBACK (unmapped_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_signal_connect_swapped (self->result, asked[i].signal, asked[i].callback, self);
}

GtkWidget *
pamong_import_view_new (PamongSession *session)
{
  PamongImportView *self = g_object_new (PAMONG_TYPE_IMPORT_VIEW, NULL);

  self->session = g_object_ref (session);
  self->start = PAMONG_START_VIEW (pamong_start_view_new (session));
  self->work = PAMONG_PROGRESS_PANEL (pamong_progress_panel_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->work), "exchange-body");
  self->mapping = PAMONG_MAPPING_VIEW (pamong_mapping_view_new ());
  self->result = PAMONG_RESULT_VIEW (pamong_result_view_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->start), steps[PAMONG_IMPORT_STEP_START]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->work), steps[PAMONG_IMPORT_STEP_WORK]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->mapping), steps[PAMONG_IMPORT_STEP_COLUMNS]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->result), steps[PAMONG_IMPORT_STEP_RESULT]);
  connect_views (self);
  show_hint (self, PAMONG_IMPORT_STEP_START);
  return GTK_WIDGET (self);
}

PamongImportStep
pamong_import_view_step (PamongImportView *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  guint i = 0;

  while (i < G_N_ELEMENTS (steps) - 1 && strcmp (steps[i], name) != 0)
    i++;
  return (PamongImportStep) i;
}

void
pamong_import_view_open_file (PamongImportView *self, const char *path)
{
  open_path (self, path);
}

PamongStartView *
pamong_import_view_start (PamongImportView *self)
{
  return self->start;
}

PamongMappingView *
pamong_import_view_mapping (PamongImportView *self)
{
  return self->mapping;
}

PamongResultView *
pamong_import_view_result (PamongImportView *self)
{
  return self->result;
}
