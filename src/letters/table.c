/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

#include <math.h>

/* Tables: a head that stands again on each page, rows as high as their longest cell. */

#define PAD 2.5
#define CELL 0.88   /* of the size of running words */
#define TALLEST 0.5 /* of the paper: a row that is taller is parted between its lines */

typedef struct {
  guint n_columns;
  double *edges; /* n_columns + 1, from the left edge */
  gboolean bare;
} Grid;

typedef struct { const Grid *grid; PamongParagraph **cells; double height; guint n_slices; } GridRow;

static void
grid_free (gpointer data)
{
  g_free (((Grid *) data)->edges);
  g_free (data);
}

static void
row_free (gpointer data)
{
  g_free (((GridRow *) data)->cells);
  g_free (data);
}

static void
draw_row (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const GridRow *row = strip->data;
  const Grid *grid = row->grid;

  cairo_set_line_width (cr, 0.6);
  for (guint c = 0; c < grid->n_columns; c++)
    {
      if (!grid->bare)
        {
          cairo_rectangle (cr, strip->x + grid->edges[c], y, grid->edges[c + 1] - grid->edges[c], strip->height);
          cairo_stroke (cr);
        }
      pamong_paragraph_draw (row->cells[c], cr, strip->x + grid->edges[c] + PAD, y + PAD * 0.6);
    }
}

/* Shares as given; else by what the first cells need. */
static Grid *
new_grid (PamongLayout *layout, const PamongNode *node, double width)
{
  Grid *grid = g_new0 (Grid, 1);
  double all = 0, x = 0;

  grid->n_columns = node->columns;
  grid->bare = node->bare;
  grid->edges = g_new0 (double, node->columns + 1);
  for (guint c = 0; c < node->columns; c++)
    all += node->widths != NULL && node->widths[c] != 0 ? fabs (node->widths[c]) : 1;
  for (guint c = 0; c < node->columns; c++)
    {
      x += width * (node->widths != NULL && node->widths[c] != 0 ? fabs (node->widths[c]) : 1) / all;
      grid->edges[c + 1] = x;
    }
  return pamong_layout_own (layout, grid, grid_free);
}

/* One line of a row that no page could hold whole. */
static void
draw_slice (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const GridRow *row = strip->data;
  const Grid *grid = row->grid;

  for (guint c = 0; c < grid->n_columns; c++)
    if (strip->index < pamong_paragraph_n_lines (row->cells[c]))
      pamong_paragraph_draw_line (row->cells[c], cr, strip->index, strip->x + grid->edges[c] + PAD, y);
  cairo_set_line_width (cr, 0.6);
  for (guint c = 0; c <= grid->n_columns && !grid->bare; c++)
    {
      cairo_move_to (cr, strip->x + grid->edges[c], y);
      cairo_line_to (cr, strip->x + grid->edges[c], y + strip->height);
      cairo_stroke (cr);
    }
  if (strip->index == 0 && !grid->bare)
    pamong_rule (cr, strip->x, y, strip->width, 0.6);
  if (strip->index + 1 == row->n_slices && !grid->bare)
    pamong_rule (cr, strip->x, y + strip->height, strip->width, 0.6);
}

static void
add_slices (PamongLayout *layout, GridRow *row, double width, double height, const PamongStrip *head)
{
  for (guint i = 0; i < row->n_slices; i++)
    {
      PamongStrip *strip = pamong_layout_add (layout, 0, width, height, draw_slice, row);

      strip->index = i;
      strip->head = head;
      strip->glued = i < 2 || i + 2 == row->n_slices;
    }
}

static GridRow *
fill_row (PamongLayout *layout, const PamongNode *node, const Grid *grid, guint first_cell, const PamongScope *scope, gboolean head, PamongGap gap)
{
  GridRow *row = pamong_layout_own (layout, g_new0 (GridRow, 1), row_free);
  PamongFont font = pamong_layout_font (layout, node->small ? CELL * 0.8 : CELL, head);

  row->grid = grid;
  row->cells = g_new0 (PamongParagraph *, grid->n_columns + 1);
  for (guint c = 0; c < grid->n_columns; c++)
    {
      gboolean centred = head || (node->widths != NULL && node->widths[c] < 0);

      row->cells[c] = pamong_layout_words (layout, node->cells->pdata[first_cell + c], scope, font, gap, MAX (grid->edges[c + 1] - grid->edges[c] - 2 * PAD, 4), centred ? PAMONG_TEXT_CENTER : PAMONG_TEXT_START);
      row->height = MAX (row->height, pamong_paragraph_height (row->cells[c]));
      row->n_slices = MAX (row->n_slices, pamong_paragraph_n_lines (row->cells[c]));
    }
  return row;
}

/* @head: (nullable): the strip that stands again over rows of the next page; NULL for itself. */
static PamongStrip *
make_row (PamongLayout *layout, const PamongNode *node, const Grid *grid, guint first_cell, const PamongScope *scope, PamongGap gap, const PamongStrip *head, gboolean is_head)
{
  GridRow *row = fill_row (layout, node, grid, first_cell, scope, is_head, gap);
  double width = pamong_layout_width (layout, layout->part), height = MAX (MAX (row->height, is_head ? 0 : node->amount * PAMONG_MM), layout->size);
  PamongStrip *strip;

  if (height > TALLEST * pamong_layout_paper_height (layout, layout->part) && row->n_slices > 1)
    {
      add_slices (layout, row, width, row->height / row->n_slices, head);
      return NULL;
    }
  strip = pamong_layout_add (layout, 0, width, height + 2 * PAD * 0.6, draw_row, row);
  strip->head = head;
  return strip;
}

/* To be filled by hand. */
static void
add_empty (PamongLayout *layout, const PamongNode *node, const Grid *grid, guint first_cell, guint from, const PamongStrip *head)
{
  g_autoptr (PamongLetterFacts) nobody = pamong_letter_facts_new ();

  for (guint i = from; i < node->least; i++)
    {
      PamongScope scope = { nobody, node->word, i };

      make_row (layout, node, grid, first_cell, &scope, PAMONG_GAP_NONE, head, FALSE);
    }
}

void
pamong_layout_table (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  guint rows = node->cells != NULL && node->columns > 0 ? node->cells->len / node->columns : 0, n = node->word != NULL ? pamong_letter_facts_n_rows (scope->facts, node->word) : 0;
  const Grid *grid;
  PamongGap gap = node->bare ? PAMONG_GAP_NONE : PAMONG_GAP_STROKE;
  PamongStrip *head = NULL;

  if (rows == 0)
    return;
  grid = new_grid (layout, node, pamong_layout_width (layout, layout->part));
  layout->gap = MAX (layout->gap, 2);
  if (rows > 1 && !node->bare)
    {
      head = make_row (layout, node, grid, 0, scope, gap, NULL, TRUE);
      if (head != NULL)
        head->glued = TRUE;
    }
  for (guint r = rows > 1 && !node->bare ? 1 : 0; node->word == NULL && r < rows; r++)
    make_row (layout, node, grid, r * node->columns, scope, gap, head, FALSE);
  for (guint i = 0; node->word != NULL && i < n; i++)
    {
      PamongScope inner = { scope->facts, node->word, i };

      make_row (layout, node, grid, (rows - 1) * node->columns, &inner, gap, head, FALSE);
    }
  if (node->word != NULL)
    add_empty (layout, node, grid, (rows - 1) * node->columns, n, head);
  layout->gap = 3;
}
