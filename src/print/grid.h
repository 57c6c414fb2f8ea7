/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "paper/text.h"

/* A table on paper: heads of several levels, rows as high as their longest cell. It knows nothing of pages. */

/** PamongGridColumn: @heading: levels from the top, parted by "|"; equal ones of neighbours are one cell. @width: in any unit, of those of all columns. */
typedef struct { const char *heading; double width; PamongTextAlign align; } PamongGridColumn;
/** PamongGridKind: @SECTION: one cell over the whole width. */
typedef enum { PAMONG_GRID_PLAIN, PAMONG_GRID_SECTION, PAMONG_GRID_TOTAL } PamongGridKind;
/** PamongGridSource: who knows what stands in the cells. */
typedef struct {
  const PamongGridColumn *columns;
  guint n_columns, n_rows;
  const char *(*cell) (gpointer data, guint row, guint column);
  PamongGridKind (*kind) (gpointer data, guint row);
  gpointer data;
} PamongGridSource;

typedef struct _PamongGrid PamongGrid;
/** pamong_grid_new: measures every row once. @text, @source and its columns stay with the caller. @numbered: a row with the numbers of the columns under the head. */
PamongGrid *pamong_grid_new (PamongText *text, const PamongGridSource *source, double font_size, double width, gboolean numbered);
void pamong_grid_free (PamongGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongGrid, pamong_grid_free)
double pamong_grid_head_height (PamongGrid *grid);
double pamong_grid_row_height (PamongGrid *grid, guint row);
void pamong_grid_draw_head (PamongGrid *grid, cairo_t *cr, double x, double y);
/** pamong_grid_draw_rows: Returns: their height. */
double pamong_grid_draw_rows (PamongGrid *grid, cairo_t *cr, guint first, guint n, double x, double y);
/** pamong_grid_draw_words: a row that says @words instead of people. Returns: its height. */
double pamong_grid_draw_words (PamongGrid *grid, cairo_t *cr, const char *words, double x, double y);
/** pamong_grid_words_height: of such a row. */
double pamong_grid_words_height (PamongGrid *grid);
