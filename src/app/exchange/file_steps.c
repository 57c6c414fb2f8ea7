/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/file_steps.h"
#include "app/exchange/recent_files.h"
#include "app/widgets/dialogs.h"
#include "exchange/mapping.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PamongFileSteps {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkLabel *hint;
  GtkStack *stack;
  PamongStartView *start;
  PamongProgressPanel *work;
  PamongMappingView *mapping;
  PamongImportFile *file; /* (nullable): the one at hand */
  GCancellable *opening;
  gboolean desil, asking;
  gboolean given_up; /* while the file was looked at */
};

static void file_steps_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongFileSteps, pamong_file_steps, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, file_steps_page_init))

#define OWN "own"

enum { STEPPED, UNDERSTOOD, DESIL, STOP, N_SIGNALS };
static guint signals[N_SIGNALS];

static PamongPage *
current (PamongFileSteps *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return PAMONG_IS_PAGE (child) ? PAMONG_PAGE (child) : NULL;
}

static void
focus_step (PamongFileSteps *self)
{
  PamongPage *page = current (self);

  if (page != NULL)
    pamong_page_shown (page);
  else
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
drop_file (PamongFileSteps *self)
{
  pamong_mapping_view_show (self->mapping, NULL);
  g_clear_pointer (&self->file, pamong_import_file_unref);
}

static void
watch (PamongFileSteps *self, const char *title, const char *hint, PamongImportJob *job)
{
  pamong_file_steps_go (self, PAMONG_STEP_WORK);
  pamong_progress_panel_watch (self->work, title, hint, job);
  gtk_widget_grab_focus (GTK_WIDGET (self->work));
}

static void
understand (PamongFileSteps *self)
{
  pamong_recent_files_add (pamong_store_dir (pamong_session_store (self->session)), self->file->path);
  g_signal_emit (self, signals[self->file->desil != NULL ? DESIL : UNDERSTOOD], 0);
}

/* Occupation 89: LAINNYA of the list before 2019, or what it is now. Asked once per file. */

static void
told_occupation_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongFileSteps) self = data;
  int answer = pamong_dialog_ask_finish (result);

  if (self->stack == NULL || self->file == NULL)
    return;
  if (answer == 0)
    {
      pamong_file_steps_begin (self, NULL);
      return;
    }
  pamong_source_set_occupation (self->file->source, answer == 2);
  understand (self);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongFileSteps) self = data;
  gboolean asks = pamong_import_file_ask_finish (result);

  self->asking = FALSE;
  if (self->stack == NULL || self->file == NULL)
    return;
  if (self->given_up)
    {
      pamong_file_steps_begin (self, NULL);
      return;
    }
  pamong_progress_panel_end (self->work);
  if (!asks)
    {
      understand (self);
      return;
    }
  pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Occupation 89: of which list?"),
                           _ ("People in the file have occupation code 89. In the old list (OpenSID, SIAK before 2019) 89 is LAINNYA; in the list of 99 codes it is another occupation. Which list was the file made with?"),
                           (const char *[]) { _ ("_Cancel"), _ ("_New list of 99"), _ ("_Old list: 89 is LAINNYA"), NULL }, -1, told_occupation_cb, g_object_ref (self));
}

static void
check_file (PamongFileSteps *self)
{
  self->given_up = FALSE;
  self->asking = TRUE;
  watch (self, _ ("Looking at the file"), "", NULL);
  pamong_import_file_ask_async (self->file, asked_cb, g_object_ref (self));
}

/* A file is opened. */

/* A list like this one has been matched before. */
static gboolean
find_mapping (PamongFileSteps *self)
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
  g_autoptr (PamongFileSteps) self = data;
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
      pamong_file_steps_begin (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
      return;
    }
  drop_file (self);
  self->file = file;
  if (file->desil != NULL)
    understand (self);
  else if (strcmp (pamong_source_layout (file->source), OWN) != 0 || find_mapping (self))
    check_file (self);
  else
    pamong_file_steps_match (self);
}

static void
mapped_cb (PamongFileSteps *self)
{
  const char *name = pamong_mapping_view_name (self->mapping);

  g_free (self->file->mapping);
  self->file->mapping = *name != '\0' ? g_strdup (name) : NULL;
  check_file (self);
}

static void
unmapped_cb (PamongFileSteps *self)
{
  pamong_file_steps_begin (self, NULL);
}

/* Another sheet or heading row: what is said of the step may be another. */
static void
pointed_cb (PamongFileSteps *self)
{
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
stop_cb (PamongFileSteps *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  else if (self->asking)
    self->given_up = TRUE;
  else
    g_signal_emit (self, signals[STOP], 0);
}

static void
file_cb (PamongFileSteps *self, const char *path)
{
  pamong_file_steps_open (self, path);
}

static void
file_steps_shown (PamongPage *page)
{
  focus_step (PAMONG_FILE_STEPS (page));
}

static const PamongPageKey *
file_steps_keys (PamongPage *page)
{
  static PamongPageKey keys[3];
  PamongPage *step = current (PAMONG_FILE_STEPS (page));

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Esc", _ ("Stop") };
  return step != NULL ? pamong_page_keys (step) : keys;
}

static void
file_steps_page_init (PamongPageInterface *iface)
{
  iface->shown = file_steps_shown;
  iface->keys = file_steps_keys;
}

static void
pamong_file_steps_dispose (GObject *object)
{
  PamongFileSteps *self = PAMONG_FILE_STEPS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->stack = NULL;
  g_clear_pointer (&self->file, pamong_import_file_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_file_steps_parent_class)->dispose (object);
}

static void
pamong_file_steps_class_init (PamongFileStepsClass *klass)
{
  static const char *const names[N_SIGNALS] = { "stepped", "understood", "desil", "stop" };

  G_OBJECT_CLASS (klass)->dispose = pamong_file_steps_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_file_steps_init (PamongFileSteps *self)
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

GtkWidget *
pamong_file_steps_new (PamongSession *session, PamongStartView *start, gboolean desil)
{
  PamongFileSteps *self = g_object_new (PAMONG_TYPE_FILE_STEPS, NULL);

  self->session = g_object_ref (session);
  self->desil = desil;
  self->start = start;
  self->work = PAMONG_PROGRESS_PANEL (pamong_progress_panel_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->work), "exchange-body");
  self->mapping = PAMONG_MAPPING_VIEW (pamong_mapping_view_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->start), PAMONG_STEP_START);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->work), PAMONG_STEP_WORK);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->mapping), PAMONG_STEP_COLUMNS);
  g_signal_connect_swapped (self->start, "file", G_CALLBACK (file_cb), self);
  g_signal_connect_swapped (self->work, "stop", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->mapping, "finished", G_CALLBACK (mapped_cb), self);
  g_signal_connect_swapped (self->mapping, "cancelled", G_CALLBACK (unmapped_cb), self);
  g_signal_connect_swapped (self->mapping, "pointed", G_CALLBACK (pointed_cb), self);
  return GTK_WIDGET (self);
}

void
pamong_file_steps_add (PamongFileSteps *self, const char *name, GtkWidget *step)
{
  gtk_stack_add_named (self->stack, step, name);
}

void
pamong_file_steps_go (PamongFileSteps *self, const char *name)
{
  pamong_progress_panel_end (self->work);
  gtk_stack_set_visible_child_name (self->stack, name);
  g_signal_emit (self, signals[STEPPED], 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) /* work that ends behind another page leaves the keyboard there */
    focus_step (self);
}

const char *
pamong_file_steps_name (PamongFileSteps *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

void
pamong_file_steps_hint (PamongFileSteps *self, const char *words)
{
  gtk_label_set_text (self->hint, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), words);
}

void
pamong_file_steps_open (PamongFileSteps *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *words = g_strdup_printf (_ ("Opening %s"), name);

  if (self->opening != NULL || self->asking)
    return;
  drop_file (self);
  self->opening = g_cancellable_new ();
  watch (self, words, _ ("What it is, is told by what stands in it, not by its name."), NULL);
  pamong_import_file_open_async (path, NULL, pamong_session_area (self->session), self->desil, self->opening, opened_cb, g_object_ref (self));
}

PamongImportFile *
pamong_file_steps_file (PamongFileSteps *self)
{
  return self->file;
}

void
pamong_file_steps_begin (PamongFileSteps *self, const char *complaint)
{
  drop_file (self);
  pamong_start_view_refresh (self->start);
  pamong_start_view_say (self->start, complaint);
  pamong_file_steps_go (self, PAMONG_STEP_START);
}

void
pamong_file_steps_refuse (PamongFileSteps *self, const char *complaint)
{
  if (self->file == NULL || self->file->desil != NULL || strcmp (pamong_source_layout (self->file->source), OWN) != 0)
    {
      pamong_file_steps_begin (self, complaint);
      return;
    }
  pamong_file_steps_go (self, PAMONG_STEP_COLUMNS);
  pamong_mapping_view_say (self->mapping, complaint);
}

void
pamong_file_steps_match (PamongFileSteps *self)
{
  pamong_mapping_view_show (self->mapping, self->file);
  pamong_file_steps_go (self, PAMONG_STEP_COLUMNS);
}

void
pamong_file_steps_watch (PamongFileSteps *self, const char *title, const char *hint, PamongImportJob *job)
{
  watch (self, title, hint, job);
}

PamongMappingView *
pamong_file_steps_mapping (PamongFileSteps *self)
{
  return self->mapping;
}
