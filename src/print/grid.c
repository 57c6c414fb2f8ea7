/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/grid.h"

#include <string.h>

#define PAD_X 2.2
#define PAD_Y 1.2
#define LINE 0.4
#define HEAVY 0.9
#define LEVELS 5
#define HEAD_SIZE 0.92 /* of the rows */
#define SMALLEST 4.5

/* One cell of the head: columns @first to @last, levels @top to @bottom. */
typedef struct { guint first, last, top, bottom; char *words; } HeadCell;

struct _PamongGrid {
  PamongText *text;
  PamongGridSource source;
  PamongFont font, bold, high; /* high: of the head */
  double width;
  double *edges; /* n_columns + 1 */
  float *heights;
  GArray *head; /* HeadCell */
  guint n_levels;
  double levels[LEVELS], number_height;
};

static void
head_cell_clear (gpointer data)
{
  g_free (((HeadCell *) data)->words);
}

static gboolean
is_same_above (char **a, char **b, guint level)
{
  for (guint i = 0; i <= level; i++)
    if (i >= g_strv_length (a) || i >= g_strv_length (b) || !g_str_equal (a[i], b[i]))
      return FALSE;
  return TRUE;
}

/* What stands over several columns is one cell; the lowest of a column reaches down to the rows. */
static void
make_head (PamongGrid *grid)
{
  guint n = grid->source.n_columns;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint c = 0; c < n; c++)
    {
      char **levels = g_strsplit (grid->source.columns[c].heading, "|", LEVELS);

      grid->n_levels = MAX (grid->n_levels, g_strv_length (levels));
      g_ptr_array_add (parts, levels);
    }
  for (guint c = 0; c < n; c++)
    {
      char **levels = parts->pdata[c];
      guint own = g_strv_length (levels);

      for (guint l = 0; l < own; l++)
        {
          HeadCell cell = { c, c, l, l + 1 == own ? grid->n_levels - 1 : l, NULL };

          if (c > 0 && l + 1 < own && is_same_above (parts->pdata[c - 1], levels, l))
            continue;
          while (l + 1 < own && cell.last + 1 < n && is_same_above (levels, parts->pdata[cell.last + 1], l))
            cell.last++;
          cell.words = g_strdup (levels[l]);
          g_array_append_val (grid->head, cell);
        }
    }
}

static double
cell_width (PamongGrid *grid, guint first, guint last)
{
  return grid->edges[last + 1] - grid->edges[first];
}

/* No word of the head is broken in the middle: the narrowest column says how large it may be. */
static void
choose_head_font (PamongGrid *grid)
{
  double size = grid->font.size * HEAD_SIZE;
  PamongFont font = { size, TRUE };

  for (guint i = 0; i < grid->head->len; i++)
    {
      const HeadCell *cell = &g_array_index (grid->head, HeadCell, i);
      double room = cell_width (grid, cell->first, cell->last) - 2 * PAD_X;
      g_auto (GStrv) parts = g_strsplit_set (cell->words, " -/", -1);

      for (guint w = 0; parts[w] != NULL; w++)
        size = MIN (size, font.size * room / MAX (pamong_text_width (grid->text, font, parts[w]) + (parts[w + 1] != NULL ? 2 : 0), 1));
    }
  grid->high = (PamongFont) { MAX (size, SMALLEST), TRUE };
}

static double
needed (PamongGrid *grid, const HeadCell *cell)
{
  guint lines = pamong_text_lines (grid->text, grid->high, cell->words, cell_width (grid, cell->first, cell->last) - 2 * PAD_X);

  return MAX (lines, 1) * pamong_text_line_height (grid->text, grid->high) + 2 * PAD_Y;
}

static double
levels_height (PamongGrid *grid, guint top, guint bottom)
{
  double height = 0;

  for (guint l = top; l <= bottom; l++)
    height += grid->levels[l];
  return height;
}

/* Cells of one level first; one that reaches over several takes what it lacks at the lowest. */
static void
measure_head (PamongGrid *grid)
{
  for (guint span = 0; span < grid->n_levels; span++)
    for (guint i = 0; i < grid->head->len; i++)
      {
        const HeadCell *cell = &g_array_index (grid->head, HeadCell, i);
        double lack = cell->bottom - cell->top == span ? needed (grid, cell) - levels_height (grid, cell->top, cell->bottom) : 0;

        if (lack > 0)
          grid->levels[cell->bottom] += lack;
      }
}

static PamongGridKind
row_kind (PamongGrid *grid, guint row)
{
  return grid->source.kind != NULL ? grid->source.kind (grid->source.data, row) : PAMONG_GRID_PLAIN;
}

static const char *
section_words (PamongGrid *grid, guint row)
{
  for (guint c = 0; c < grid->source.n_columns; c++)
    {
      const char *words = grid->source.cell (grid->source.data, row, c);

      if (*words != '\0')
        return words;
    }
  return "";
}

/* A figure is never broken: where it is too wide it gets smaller. */
static PamongFont
fitting_font (PamongGrid *grid, PamongFont font, guint column, const char *words)
{
  double room = cell_width (grid, column, column) - 2 * PAD_X, width;

  if (grid->source.columns[column].align != PAMONG_TEXT_END)
    return font;
  width = pamong_text_width (grid->text, font, words);
  return width <= room ? font : (PamongFont) { MAX ((int) (font.size * room / width * 4) / 4.0, 3), font.bold };
}

static void
measure_rows (PamongGrid *grid)
{
  double line = pamong_text_line_height (grid->text, grid->font);

  for (guint r = 0; r < grid->source.n_rows; r++)
    {
      PamongGridKind kind = row_kind (grid, r);
      guint lines = 1;

      for (guint c = 0; kind != PAMONG_GRID_SECTION && c < grid->source.n_columns; c++)
        {
          const char *words = grid->source.cell (grid->source.data, r, c);

          if (*words != '\0')
            lines = MAX (lines, pamong_text_lines (grid->text, fitting_font (grid, kind == PAMONG_GRID_TOTAL ? grid->bold : grid->font, c, words), words, cell_width (grid, c, c) - 2 * PAD_X));
        }
      grid->heights[r] = (float) (lines * line + 2 * PAD_Y);
    }
}

PamongGrid *
pamong_grid_new (PamongText *text, const PamongGridSource *source, double font_size, double width, gboolean numbered)
{
  PamongGrid *grid = g_new0 (PamongGrid, 1);
  double all = 0, at = 0;

  grid->text = text;
  grid->source = *source;
  grid->font = (PamongFont) { font_size, FALSE };
  grid->bold = (PamongFont) { font_size, TRUE };
  grid->width = width;
  grid->edges = g_new0 (double, source->n_columns + 1);
  grid->heights = g_new0 (float, source->n_rows + 1);
  grid->head = g_array_new (FALSE, FALSE, sizeof (HeadCell));
  g_array_set_clear_func (grid->head, head_cell_clear);
  for (guint c = 0; c < source->n_columns; c++)
    all += source->columns[c].width;
  for (guint c = 0; c < source->n_columns; c++)
    grid->edges[c + 1] = (at += source->columns[c].width * width / all);
  make_head (grid);
  choose_head_font (grid);
  measure_head (grid);
  grid->number_height = numbered ? pamong_text_line_height (text, grid->font) + 2 * 0.4 : 0;
  measure_rows (grid);
  return grid;
}

void
pamong_grid_free (PamongGrid *grid)
{
  g_free (grid->edges);
  g_free (grid->heights);
  g_array_unref (grid->head);
  g_free (grid);
}

double
pamong_grid_head_height (PamongGrid *grid)
{
  return levels_height (grid, 0, grid->n_levels - 1) + grid->number_height;
}

double
pamong_grid_row_height (PamongGrid *grid, guint row)
{
  return grid->heights[row];
}

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
stroke (cairo_t *cr, double width)
{
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
fill (cairo_t *cr, double shade, double x, double y, double width, double height)
{
  cairo_set_source_rgb (cr, shade, shade, shade);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_head_cell (PamongGrid *grid, cairo_t *cr, const HeadCell *cell, double x, double y)
{
  double width = cell_width (grid, cell->first, cell->last), height = levels_height (grid, cell->top, cell->bottom), top = y + (cell->top > 0 ? levels_height (grid, 0, cell->top - 1) : 0);
  double inside = needed (grid, cell) - 2 * PAD_Y;

  pamong_text_draw (grid->text, cr, grid->high, cell->words, x + grid->edges[cell->first] + PAD_X, top + (height - inside) / 2, width - 2 * PAD_X, PAMONG_TEXT_CENTER);
  cairo_rectangle (cr, x + grid->edges[cell->first], top, width, height);
}

static void
draw_numbers (PamongGrid *grid, cairo_t *cr, double x, double y)
{
  for (guint c = 0; c < grid->source.n_columns; c++)
    {
      char number[12];

      g_snprintf (number, sizeof number, "%u", c + 1);
      pamong_text_draw (grid->text, cr, grid->font, number, x + grid->edges[c], y + 0.4, cell_width (grid, c, c), PAMONG_TEXT_CENTER);
      cairo_rectangle (cr, x + grid->edges[c], y, cell_width (grid, c, c), grid->number_height);
    }
}

void
pamong_grid_draw_head (PamongGrid *grid, cairo_t *cr, double x, double y)
{
  double height = levels_height (grid, 0, grid->n_levels - 1);

  fill (cr, 0.91, x, y, grid->width, height);
  for (guint i = 0; i < grid->head->len; i++)
    draw_head_cell (grid, cr, &g_array_index (grid->head, HeadCell, i), x, y);
  if (grid->number_height > 0)
    draw_numbers (grid, cr, x, y + height);
  stroke (cr, LINE);
  cairo_rectangle (cr, x, y, grid->width, height + grid->number_height);
  stroke (cr, HEAVY);
}

static void
draw_cells (PamongGrid *grid, cairo_t *cr, guint row, double x, double y)
{
  PamongGridKind kind = row_kind (grid, row);
  PamongFont font = kind == PAMONG_GRID_PLAIN ? grid->font : grid->bold;

  if (kind != PAMONG_GRID_PLAIN)
    fill (cr, 0.95, x, y, grid->width, grid->heights[row]);
  if (kind == PAMONG_GRID_SECTION)
    pamong_text_draw (grid->text, cr, font, section_words (grid, row), x + PAD_X, y + PAD_Y, grid->width - 2 * PAD_X, PAMONG_TEXT_START);
  for (guint c = 0; kind != PAMONG_GRID_SECTION && c < grid->source.n_columns; c++)
    {
      const char *words = grid->source.cell (grid->source.data, row, c);

      if (*words != '\0')
        pamong_text_draw (grid->text, cr, fitting_font (grid, font, c, words), words, x + grid->edges[c] + PAD_X, y + PAD_Y, cell_width (grid, c, c) - 2 * PAD_X, grid->source.columns[c].align);
    }
}

/* Long strokes through all rows that have columns, and one under each row. */
static void
draw_lines (PamongGrid *grid, cairo_t *cr, guint first, guint n, double x, double y)
{
  double top = y;

  for (guint r = first; r < first + n; r++)
    {
      gboolean ends = r + 1 == first + n || row_kind (grid, r + 1) == PAMONG_GRID_SECTION;

      y += grid->heights[r];
      line (cr, x, y, x + grid->width, y);
      if (row_kind (grid, r) == PAMONG_GRID_SECTION)
        top = y;
      else if (ends)
        for (guint c = 1; c < grid->source.n_columns; c++)
          line (cr, x + grid->edges[c], top, x + grid->edges[c], y);
    }
}

double
pamong_grid_draw_rows (PamongGrid *grid, cairo_t *cr, guint first, guint n, double x, double y)
{
  double height = 0;

  for (guint r = first; r < first + n; r++)
    {
      draw_cells (grid, cr, r, x, y + height);
      height += grid->heights[r];
    }
  draw_lines (grid, cr, first, n, x, y);
  line (cr, x, y, x, y + height);
  line (cr, x + grid->width, y, x + grid->width, y + height);
  stroke (cr, LINE);
  return height;
}

double
pamong_grid_words_height (PamongGrid *grid)
{
  return 4 * pamong_text_line_height (grid->text, grid->bold);
}

double
pamong_grid_draw_words (PamongGrid *grid, cairo_t *cr, const char *words, double x, double y)
{
  double height = pamong_grid_words_height (grid);

  pamong_text_draw (grid->text, cr, grid->bold, words, x + PAD_X, y + 1.5 * pamong_text_line_height (grid->text, grid->bold), grid->width - 2 * PAD_X, PAMONG_TEXT_CENTER);
  cairo_rectangle (cr, x, y, grid->width, height);
  stroke (cr, LINE);
  return height;
}
