/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/table_columns.h"

/** PamongCellStyle: how the cells of one column look. Its owner keeps it as long as the factory. */
typedef struct {
  PamongColumn column;
  float xalign;
  gboolean masked;           /* a number shown as 3522••••••••0002 */
  PangoAttrList *attributes; /* (nullable): tabular figures; bullets drawn closer */
  const char *today;         /* YYYY-MM-DD, for ages */
} PamongCellStyle;

void pamong_cell_style_init (PamongCellStyle *style, PamongColumn column, float xalign, gboolean digits, gboolean masked);
/** pamong_mask_attributes: draws the bullets of a masked number closer, or it does not fit its column. Returns: (transfer full). */
PangoAttrList *pamong_mask_attributes (void);

/** pamong_cells_new: Returns: (transfer full): makes, fills and empties the cells of @style->column. */
GtkListItemFactory *pamong_cells_new (const PamongCellStyle *style);
/** pamong_cell_text: Returns: (transfer full): what a cell shows; "" when there is nothing. @faint: (out): TRUE for words that stand for a missing value. */
char *pamong_cell_text (PamongColumn column, const PamongListRow *row, const char *today, gboolean *faint);
/** pamong_marks_icon: Returns: (nullable): icon of the most pressing of @marks. */
const char *pamong_marks_icon (int marks);
/** pamong_marks_words: Returns: (transfer full): all of @marks in words, "perlu dicek, belum ada NIK". */
char *pamong_marks_words (int marks);
