/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/work_cell.h"

struct _PamongWorkCell {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkLabel *name, *place, *message, *remedy;
  GtkWidget *button;
  PamongWorkRow *row;
};

G_DEFINE_FINAL_TYPE (PamongWorkCell, pamong_work_cell, GTK_TYPE_WIDGET)

enum { ACT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clicked_cb (PamongWorkCell *self)
{
  g_signal_emit (self, signals[ACT], 0, self->row);
}

static void
pamong_work_cell_dispose (GObject *object)
{
  PamongWorkCell *self = PAMONG_WORK_CELL (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (pamong_work_cell_parent_class)->dispose (object);
}

static void
pamong_work_cell_class_init (PamongWorkCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_work_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAMONG_TYPE_WORK_ROW);
}

static GtkLabel *
add_label (GtkWidget *box, const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
pamong_work_cell_init (PamongWorkCell *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *who = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), who);
  self->name = add_label (who, "strong");
  self->place = add_label (who, "secondary");
  self->message = add_label (words, NULL);
  self->remedy = add_label (words, "secondary");
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, "Ctrl+Enter");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->body), words);
  gtk_box_append (GTK_BOX (self->body), self->button);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
pamong_work_cell_new (void)
{
  return g_object_new (PAMONG_TYPE_WORK_CELL, NULL);
}

static void
show (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), words);
}

void
pamong_work_cell_show (PamongWorkCell *self, PamongWorkRow *row, const char *button)
{
  g_set_object (&self->row, row);
  show (self->name, row->name);
  show (self->place, row->place);
  show (self->message, row->message);
  show (self->remedy, row->remedy);
  gtk_widget_set_visible (self->button, button != NULL && row->key != NULL);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
}
