/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/rows.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongRows {
  GtkGrid parent_instance;

  const PamongRowsColumn *columns;
  guint n_columns, n_rows;
};

G_DEFINE_FINAL_TYPE (PamongRows, pamong_rows, GTK_TYPE_GRID)

static void
pamong_rows_class_init (PamongRowsClass *klass)
{
}

static void
pamong_rows_init (PamongRows *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "rows");
}

static void
attach (PamongRows *self, guint column, guint row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), self->columns[column].xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), self->columns[column].grows ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, self->columns[column].grows);
  gtk_widget_add_css_class (label, "cell");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self), label, (int) column, (int) row, 1, 1);
}

GtkWidget *
pamong_rows_new (const PamongRowsColumn *columns, guint n_columns)
{
  PamongRows *self = g_object_new (PAMONG_TYPE_ROWS, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    attach (self, i, 0, pamong_words_hamlet (_ (columns[i].title)), "head");
  return GTK_WIDGET (self);
}

void
pamong_rows_clear (PamongRows *self)
{
  for (; self->n_rows > 0; self->n_rows--)
    gtk_grid_remove_row (GTK_GRID (self), (int) self->n_rows);
}

void
pamong_rows_add (PamongRows *self, const char *const *texts)
{
  self->n_rows++;
  for (guint i = 0; i < self->n_columns; i++)
    attach (self, i, self->n_rows, texts[i], self->columns[i].css_class);
}

guint
pamong_rows_count (PamongRows *self)
{
  return self->n_rows;
}

const char *
pamong_rows_cell (PamongRows *self, guint row, guint column)
{
  GtkWidget *label = row < self->n_rows ? gtk_grid_get_child_at (GTK_GRID (self), (int) column, (int) row + 1) : NULL;

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}
