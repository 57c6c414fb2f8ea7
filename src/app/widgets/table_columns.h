/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/row_model.h"
#include <gtk/gtk.h>

/** PamongColumn: what a list of residents can show, in the order of the screen. */
typedef enum {
  PAMONG_COLUMN_MARKS, PAMONG_COLUMN_NAME, PAMONG_COLUMN_NIK, PAMONG_COLUMN_SEX, PAMONG_COLUMN_AGE, PAMONG_COLUMN_SHDK, PAMONG_COLUMN_KK, PAMONG_COLUMN_PLACE,
  PAMONG_COLUMN_DUSUN, PAMONG_COLUMN_VILLAGE, PAMONG_COLUMN_BIRTH, PAMONG_COLUMN_FATHER, PAMONG_COLUMN_ADDRESS, PAMONG_N_COLUMNS
} PamongColumn;

/** PamongViewColumns: the columns of one table and what their cells need to know. */
typedef struct _PamongViewColumns PamongViewColumns;

/** pamong_view_columns_new: appends all columns to @view; those that do not belong to @level are hidden. @probe is called by the view's sorter with the column
 * it sorts by, see pamong_view_columns_probe(). */
PamongViewColumns *pamong_view_columns_new (GtkColumnView *view, PamongLevel level);
void pamong_view_columns_free (PamongViewColumns *columns);
/** pamong_view_columns_set_today: the day ages are counted to, for cells bound from now on. */
void pamong_view_columns_set_today (PamongViewColumns *columns, const char *today);
/** pamong_view_columns_set_scale: widths for text @scale times its normal size; with large text some columns step back unless they were asked for. */
void pamong_view_columns_set_scale (PamongViewColumns *columns, double scale);
/** pamong_view_columns_set_wide: the list has the whole page: some more columns, unless the operator chose his own. */
void pamong_view_columns_set_wide (PamongViewColumns *columns, gboolean wide);
/** pamong_view_columns_probe: what the head of the list says. GTK 4.8 does not tell which column a view is sorted by: every column gets a sorter that only
 * notes its own number and says "smaller", so that one comparison tells column and direction. Returns: FALSE when unsorted. */
gboolean pamong_view_columns_probe (PamongViewColumns *columns, PamongSort *sort, gboolean *descending);
/** pamong_view_columns_sort: the same as clicks on the head. */
void pamong_view_columns_sort (PamongViewColumns *columns, PamongSort sort, gboolean descending);
/** pamong_view_columns_menu: Returns: (transfer floating): a popover with one check per column that may be hidden. */
GtkWidget *pamong_view_columns_menu (PamongViewColumns *columns);
/** pamong_view_columns_is_shown: TRUE if the column stands in the view. */
gboolean pamong_view_columns_is_shown (PamongViewColumns *columns, PamongColumn column);
