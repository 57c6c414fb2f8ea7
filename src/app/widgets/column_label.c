/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/column_label.h"

static GtkSizeRequestMode
mode_cb (GtkWidget *cell)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_cb (GtkWidget *cell, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline, int *natural_baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (cell);
  int width = 0;

  *least = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (label, orientation, MAX (for_size, width), least, natural, NULL, NULL);
}

static void
allocate_cb (GtkWidget *cell, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (cell), width, height, baseline, NULL);
}

GtkWidget *
pamong_column_label_new (const char *words)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_widget_set_layout_manager (cell, gtk_custom_layout_new (mode_cb, measure_cb, allocate_cb));
  return cell;
}
