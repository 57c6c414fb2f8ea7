/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* A small plain table that is filled anew: a grid with a head line, a hairline under every row, numbers at right. For at most some dozens of rows. */
#define PAMONG_TYPE_ROWS (pamong_rows_get_type ())
G_DECLARE_FINAL_TYPE (PamongRows, pamong_rows, PAMONG, ROWS, GtkGrid)

/** PamongRowsColumn: @title: English msgid. @css_class: (nullable): of the cells. @grows: takes the room that is left. */
typedef struct {
  const char *title, *css_class;
  float xalign;
  gboolean grows;
} PamongRowsColumn;
GtkWidget *pamong_rows_new (const PamongRowsColumn *columns, guint n_columns);
void pamong_rows_clear (PamongRows *rows);
/** pamong_rows_add: one text per column; NULL is an empty cell. */
void pamong_rows_add (PamongRows *rows, const char *const *texts);
guint pamong_rows_count (PamongRows *rows);
/** pamong_rows_cell: Returns: (nullable) (transfer none): text of a cell. */
const char *pamong_rows_cell (PamongRows *rows, guint row, guint column);
