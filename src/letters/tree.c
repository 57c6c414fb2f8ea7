/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

/* A family tree from the top down: whom it begins with, and below a line to each row of a list. */

#define TRUNK (5 * PAMONG_MM)
#define BRANCH (8 * PAMONG_MM)
#define PAD 3.0

static void
draw_root (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const PamongParagraph *words = strip->data;
  double width = MIN (pamong_paragraph_widest (words) + 2 * PAD, strip->width);

  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, strip->x, y, width, strip->height);
  cairo_stroke (cr);
  pamong_paragraph_draw (words, cr, strip->x + PAD, y + PAD / 2);
}

/* @index: 1 for the last, under which the trunk does not go on. */
static void
draw_branch (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const PamongParagraph *words = strip->data;
  double x = strip->x + TRUNK, middle = y + PAD / 2 + pamong_paragraph_line_height (words) / 2;

  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, x, y - PAD);
  cairo_line_to (cr, x, strip->index == 1 ? middle : y + strip->height);
  cairo_move_to (cr, x, middle);
  cairo_line_to (cr, x + BRANCH, middle);
  cairo_stroke (cr);
  cairo_rectangle (cr, x + BRANCH, y, MIN (pamong_paragraph_widest (words) + 2 * PAD, strip->width - TRUNK - BRANCH), strip->height);
  cairo_stroke (cr);
  pamong_paragraph_draw (words, cr, x + BRANCH + PAD, y + PAD / 2);
}

static PamongStrip *
add (PamongLayout *layout, const PamongPhrase *phrase, const PamongScope *scope, double indent, PamongStripDraw draw)
{
  double width = pamong_layout_width (layout, layout->part);
  PamongParagraph *words = pamong_layout_words (layout, phrase, scope, pamong_layout_font (layout, 0.92, FALSE), PAMONG_GAP_STROKE, width - indent - 2 * PAD, PAMONG_TEXT_START);

  return pamong_layout_add (layout, 0, width, pamong_paragraph_height (words) + PAD, draw, words);
}

void
pamong_layout_tree (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  guint n_cells = node->cells != NULL ? node->cells->len : 0, n = node->word != NULL ? pamong_letter_facts_n_rows (scope->facts, node->word) : 0;
  PamongStrip *strip;

  layout->gap = MAX (layout->gap, 3);
  for (guint i = 0; i + 1 < n_cells; i++)
    {
      add (layout, node->cells->pdata[i], scope, 0, draw_root)->glued = TRUE;
      layout->gap = 0;
    }
  for (guint i = 0; n_cells > 0 && i < n; i++)
    {
      PamongScope inner = { scope->facts, node->word, i };

      layout->gap = PAD;
      strip = add (layout, node->cells->pdata[n_cells - 1], &inner, TRUNK + BRANCH, draw_branch);
      strip->index = i + 1 == n;
      strip->glued = i == 0 || i + 2 == n;
      if (i + 1 == n)
        strip->glued = FALSE;
    }
  layout->gap = 4;
}
