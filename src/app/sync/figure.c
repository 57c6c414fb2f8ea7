/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/figure.h"
#include "app/words.h"

struct _PamongFigure {
  GtkBox parent_instance;

  GtkLabel *number, *words, *below;
  GtkImage *icon;
};

G_DEFINE_FINAL_TYPE (PamongFigure, pamong_figure, GTK_TYPE_BOX)

static void
pamong_figure_class_init (PamongFigureClass *klass)
{
}

static void
pamong_figure_init (PamongFigure *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->number = GTK_LABEL (gtk_label_new ("0"));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->below = GTK_LABEL (gtk_label_new (NULL));
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_xalign (self->below, 0);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->below, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "figure");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "strong");
  gtk_widget_add_css_class (GTK_WIDGET (self->below), "secondary");
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->below));
  gtk_box_set_spacing (GTK_BOX (self), 15);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure-panel");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (self), lines);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
}

void
pamong_figure_set (PamongFigure *self, const char *icon, gint64 number, const char *words, const char *below, gboolean warning)
{
  GtkWidget *coloured[] = { GTK_WIDGET (self->number), GTK_WIDGET (self->words), GTK_WIDGET (self->icon) };
  g_autofree char *shown = pamong_words_number (number);

  gtk_label_set_text (self->number, shown);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->below, below != NULL ? below : "");
  gtk_image_set_from_icon_name (self->icon, icon);
  for (guint i = 0; i < G_N_ELEMENTS (coloured); i++)
    if (warning && number > 0)
      gtk_widget_add_css_class (coloured[i], "warning-text");
    else
      gtk_widget_remove_css_class (coloured[i], "warning-text");
}
