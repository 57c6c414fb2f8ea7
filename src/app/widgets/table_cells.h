/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/table_columns.h"

/** PamongCellStyle: how the cells of one column look. Its owner keeps it as long as the factory. */
typedef struct {
  PamongColumn column;
  float xalign;
  gboolean digits;   /* tabular figures */
  gboolean masked;   /* a number shown as 3522••••••••0002, drawn closer */
  const char *today; /* YYYY-MM-DD, for ages */
} PamongCellStyle;

/** pamong_cells_new: Returns: (transfer full): makes, fills and empties the cells of @style->column. */
GtkListItemFactory *pamong_cells_new (const PamongCellStyle *style);
/** pamong_cell_text: Returns: (transfer full): what a cell shows; "" when there is nothing. @faint: (out): TRUE for words that stand for a missing value. */
char *pamong_cell_text (PamongColumn column, const PamongListRow *row, const char *today, gboolean *faint);
/** pamong_marks_icon: Returns: (nullable): icon of the most pressing of @marks. */
const char *pamong_marks_icon (int marks);
/** pamong_marks_words: Returns: (transfer full): all of @marks in words, "perlu dicek, belum ada NIK". */
char *pamong_marks_words (int marks);
