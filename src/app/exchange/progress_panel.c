/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/progress_panel.h"
#include "app/shell/key_bar.h"
#include "app/words.h"
#include <glib/gi18n.h>

#define EVERY 200 /* ms */

struct _PamongProgressPanel {
  GtkWidget parent_instance;

  GtkWidget *body, *stop;
  GtkLabel *title, *words, *hint;
  GtkProgressBar *bar;
  PamongImportJob *job;
  gint64 since;
  guint timer, total;
};

G_DEFINE_FINAL_TYPE (PamongProgressPanel, pamong_progress_panel, GTK_TYPE_WIDGET)

enum { STOP, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
time_left (guint done, guint total, gint64 usec)
{
  gint64 seconds = done > 0 && total > done ? usec / G_USEC_PER_SEC * (total - done) / done : 0;

  if (seconds >= 90)
    return g_strdup_printf (_ ("about %d minutes left"), (int) ((seconds + 30) / 60));
  return g_strdup_printf (_ ("about %d seconds left"), MAX (1, (int) seconds));
}

char *
pamong_progress_words (guint done, guint total, gint64 usec)
{
  gint64 rate = usec > 0 ? (gint64) done * G_USEC_PER_SEC / usec : 0;
  g_autofree char *count = pamong_words_number (done), *all = pamong_words_number (total), *speed = pamong_words_number (rate);
  g_autofree char *left = time_left (done, total, usec), *of = NULL;

  of = total > 0 ? g_strdup_printf (_ ("%s of %s rows"), count, all) : g_strdup_printf (_ ("%s rows"), count);
  if (usec < G_USEC_PER_SEC || done == 0)
    return g_steal_pointer (&of);
  return total > done ? g_strdup_printf (_ ("%s · %s rows per second · %s"), of, speed, left) : g_strdup_printf (_ ("%s · %s rows per second"), of, speed);
}

static gboolean
look_cb (gpointer data)
{
  PamongProgressPanel *self = data;
  g_autofree char *words = NULL;
  guint done = 0, total = 0;

  if (self->job == NULL)
    {
      gtk_progress_bar_pulse (self->bar);
      return G_SOURCE_CONTINUE;
    }
  pamong_import_job_progress (self->job, &done, &total);
  if (total != self->total || self->since == 0) /* the next part of the work counts anew */
    self->since = g_get_monotonic_time ();
  self->total = total;
  words = pamong_progress_words (done, total, g_get_monotonic_time () - self->since);
  gtk_label_set_text (self->words, done > 0 ? words : _ ("just begun"));
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? MIN (1.0, (double) done / total) : 0);
  return G_SOURCE_CONTINUE;
}

static void
stop_cb (PamongProgressPanel *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_text (self->words, _ ("stopping…"));
  g_signal_emit (self, signals[STOP], 0);
}

static gboolean
pressed_cb (PamongProgressPanel *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || !gtk_widget_get_sensitive (self->stop))
    return GDK_EVENT_PROPAGATE;
  stop_cb (self);
  return GDK_EVENT_STOP;
}

static void
pamong_progress_panel_dispose (GObject *object)
{
  PamongProgressPanel *self = PAMONG_PROGRESS_PANEL (object);

  pamong_progress_panel_end (self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (pamong_progress_panel_parent_class)->dispose (object);
}

static gboolean
pamong_progress_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_PROGRESS_PANEL (widget)->stop);
}

static void
pamong_progress_panel_class_init (PamongProgressPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_progress_panel_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_progress_panel_grab_focus;
  signals[STOP] = g_signal_new ("stop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_line (PamongProgressPanel *self, const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), class);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (label));
  return label;
}

static void
add_stop (PamongProgressPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_ ("S_top"));

  self->stop = gtk_button_new ();
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pamong_keycap_new ("Esc"));
  gtk_button_set_child (GTK_BUTTON (self->stop), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->stop);
  gtk_widget_set_halign (self->stop, GTK_ALIGN_START);
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (self->body), self->stop);
}

static void
pamong_progress_panel_init (PamongProgressPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->body, "panel");
  gtk_widget_add_css_class (self->body, "progress-panel");
  gtk_widget_set_valign (self->body, GTK_ALIGN_START);
  self->title = add_line (self, "strong");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_pulse_step (self->bar, 0.08);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->bar));
  self->words = add_line (self, "num");
  self->hint = add_line (self, "secondary");
  add_stop (self);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_progress_panel_new (void)
{
  return g_object_new (PAMONG_TYPE_PROGRESS_PANEL, NULL);
}

void
pamong_progress_panel_watch (PamongProgressPanel *self, const char *title, const char *hint, PamongImportJob *job)
{
  pamong_progress_panel_end (self);
  self->job = job != NULL ? pamong_import_job_ref (job) : NULL;
  self->since = 0;
  self->total = 0;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->hint, hint);
  gtk_label_set_text (self->words, _ ("just begun"));
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (self->stop, TRUE);
  self->timer = g_timeout_add (EVERY, look_cb, self);
}

void
pamong_progress_panel_end (PamongProgressPanel *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->job, pamong_import_job_unref);
}
