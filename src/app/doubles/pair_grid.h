/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/doubles/pair_rows.h"
#include <gtk/gtk.h>

/* Two records side by side: which stays, and for each row that differs which value stays. Left and right choose, up and down go to the next row that asks. */
#define PAMONG_TYPE_PAIR_GRID (pamong_pair_grid_get_type ())
G_DECLARE_FINAL_TYPE (PamongPairGrid, pamong_pair_grid, PAMONG, PAIR_GRID, GtkWidget)
/* Signals: "kept-changed" () another record stays; "changed" () another value stays: both only when a person chose. "leave" () beyond the last row. */
/** pamong_pair_grid_new: @asks: FALSE = only to be read. */
GtkWidget *pamong_pair_grid_new (gboolean asks);
/** pamong_pair_grid_reserve: @words: (array zero-terminated=1): of the controls around, whose letters no row may have. Before the first rows are shown. */
void pamong_pair_grid_reserve (PamongPairGrid *grid, const char *const *words);
/** pamong_pair_grid_show: @rows: of pamong_pair_rows(). What was chosen stays chosen, where the row is still there. */
void pamong_pair_grid_show (PamongPairGrid *grid, GPtrArray *rows);
/** pamong_pair_grid_keep: @side stays, 0 = left; its values are chosen in every row. */
void pamong_pair_grid_keep (PamongPairGrid *grid, guint side);
guint pamong_pair_grid_kept (PamongPairGrid *grid);
/** pamong_pair_grid_choose: the value of @side for the row of @field. FALSE: no row that differs has it. */
gboolean pamong_pair_grid_choose (PamongPairGrid *grid, int field, guint side);
/** pamong_pair_grid_taken: Returns: (transfer full) (element-type int): fields whose value comes from the record that goes. */
GArray *pamong_pair_grid_taken (PamongPairGrid *grid);
/** pamong_pair_grid_count: rows that differ, or those that are the same. */
guint pamong_pair_grid_count (PamongPairGrid *grid, gboolean differs);
void pamong_pair_grid_show_same (PamongPairGrid *grid, gboolean show);
/** pamong_pair_grid_button: Returns: (nullable) (transfer none): for tests: the choice of @side for @field; -1 = which record stays. */
GtkWidget *pamong_pair_grid_button (PamongPairGrid *grid, int field, guint side);
