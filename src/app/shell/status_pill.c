/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/status_pill.h"

struct _PamongStatusPill {
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (PamongStatusPill, pamong_status_pill, GTK_TYPE_WIDGET)

static void
pamong_status_pill_dispose (GObject *object)
{
  PamongStatusPill *self = PAMONG_STATUS_PILL (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (pamong_status_pill_parent_class)->dispose (object);
}

static void
pamong_status_pill_class_init (PamongStatusPillClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_status_pill_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_status_pill_init (PamongStatusPill *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (self->button, FALSE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), "win.go::sinkronisasi");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
pamong_status_pill_new (void)
{
  return g_object_new (PAMONG_TYPE_STATUS_PILL, NULL);
}

void
pamong_status_pill_show (PamongStatusPill *self, const PamongStatusLine *line)
{
  gtk_image_set_from_icon_name (self->icon, line->icon);
  gtk_label_set_text (self->words, line->words);
  if (line->warning)
    gtk_widget_add_css_class (self->button, "warning");
  else
    gtk_widget_remove_css_class (self->button, "warning");
}

const char *
pamong_status_pill_words (PamongStatusPill *self)
{
  return gtk_label_get_text (self->words);
}
