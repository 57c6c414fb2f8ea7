/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/practice_start.h"
#include "practice/practice.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define RESIDENTS 300
#define SEED 7
#define TICK_MS 60

struct _PamongPracticeStart {
  GtkBox parent_instance;

  GtkProgressBar *bar;
  GtkLabel *count;
  gint *done; /* (atomic) shared with the thread */
  guint tick;
};

G_DEFINE_FINAL_TYPE (PamongPracticeStart, pamong_practice_start, GTK_TYPE_BOX)

static guint finished_signal, failed_signal;

typedef struct {
  char *dir;
  gint *done;
} Making;

static void
free_making (gpointer data)
{
  Making *making = data;

  g_free (making->dir);
  g_atomic_rc_box_release (making->done);
  g_free (making);
}

static void
progress (guint done, guint all, gpointer data)
{
  g_atomic_int_set ((gint *) data, (gint) done);
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  PamongPracticeOrder order = { .seed = SEED, .residents = RESIDENTS, .dirt = TRUE, .progress = progress, .progress_data = making->done };
  GError *error = NULL;

  if (pamong_practice_make_store (making->dir, &order, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A window closed meanwhile takes nothing away: the program ends when the village is whole. */
static void
hold (gboolean on)
{
  GApplication *app = g_application_get_default ();

  if (app != NULL && on)
    g_application_hold (app);
  else if (app != NULL)
    g_application_release (app);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongPracticeStart *self = PAMONG_PRACTICE_START (source);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->tick, g_source_remove);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, finished_signal, 0);
  else
    g_signal_emit (self, failed_signal, 0, error);
  hold (FALSE);
}

static gboolean
tick_cb (gpointer data)
{
  PamongPracticeStart *self = data;
  gint done = g_atomic_int_get (self->done);
  g_autofree char *count = g_strdup_printf (_ ("%d of %d people"), done, RESIDENTS);

  gtk_progress_bar_set_fraction (self->bar, (double) done / RESIDENTS);
  gtk_label_set_text (self->count, done > 0 ? count : " ");
  return G_SOURCE_CONTINUE;
}

static void
pamong_practice_start_dispose (GObject *object)
{
  PamongPracticeStart *self = PAMONG_PRACTICE_START (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  G_OBJECT_CLASS (pamong_practice_start_parent_class)->dispose (object);
}

static void
pamong_practice_start_finalize (GObject *object)
{
  g_atomic_rc_box_release (PAMONG_PRACTICE_START (object)->done);
  G_OBJECT_CLASS (pamong_practice_start_parent_class)->finalize (object);
}

static void
pamong_practice_start_class_init (PamongPracticeStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_practice_start_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_practice_start_finalize;
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
pamong_practice_start_init (PamongPracticeStart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *header = adw_header_bar_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (header), ":minimize,close");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  add_label (box, _ ("A practice village is being made"), "page-title");
  add_label (box, _ ("All its people are invented. Nothing of it is sent, and the village's data is not touched."), "plain");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("A practice village is being made"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  self->count = GTK_LABEL (add_label (box, " ", "secondary"));
  gtk_box_append (GTK_BOX (self), header);
  gtk_box_append (GTK_BOX (self), box);
  self->done = g_atomic_rc_box_new0 (gint);
}

GtkWidget *
pamong_practice_start_new (const char *dir)
{
  PamongPracticeStart *self = g_object_new (PAMONG_TYPE_PRACTICE_START, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, made_cb, NULL);
  Making *making = g_new0 (Making, 1);

  making->dir = g_strdup (dir);
  making->done = g_atomic_rc_box_acquire (self->done);
  g_task_set_task_data (task, making, free_making);
  hold (TRUE);
  g_task_run_in_thread (task, make);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  return GTK_WIDGET (self);
}
