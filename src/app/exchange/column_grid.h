/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/sample.h"
#include <gtk/gtk.h>

/* The columns of a sheet, one below the other: letter, heading, what stands in it, and the field it is taken as. Enter goes to the next, Shift+Enter back. */
#define PAMONG_TYPE_COLUMN_GRID (pamong_column_grid_get_type ())
G_DECLARE_FINAL_TYPE (PamongColumnGrid, pamong_column_grid, PAMONG, COLUMN_GRID, GtkWidget)
/* Signals: "changed" () a column has another field; "entered" (uint) the focus came to that column; "finished" () Enter on the last one. */
GtkWidget *pamong_column_grid_new (void);
/** pamong_column_grid_show: @columns: is written as fields are chosen; outlives the grid, or the next call. Fields that stand there count as guessed. */
void pamong_column_grid_show (PamongColumnGrid *grid, PamongColumns *columns, const PamongSample *sample);
/** pamong_column_grid_complaint: Returns: (transfer full) (nullable): the first thing that is not in order, and the remedy: a field nobody knows, no name.
 * @column: (out): where. */
char *pamong_column_grid_complaint (PamongColumnGrid *grid, guint *column);
void pamong_column_grid_focus (PamongColumnGrid *grid, guint column);
/** pamong_column_grid_set: as if chosen by hand. @words: of the field, "" for none. */
void pamong_column_grid_set (PamongColumnGrid *grid, guint column, const char *words);
