/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

/* Rows of label : value, colons below each other; and boxes for letters, as forms have them. */

#define INDENT (8 * PAMONG_MM)
#define COLON 9.0
#define BOX (4.6 * PAMONG_MM)
#define WIDEST_LABEL 0.42 /* of the line */
#define LONG_VALUE 8      /* lines; longer ones may be parted */

typedef struct {
  PamongParagraph *number, *label, *colon, *value;
  char *boxes;
  guint n_boxes;
  double number_width, label_width;
} Row;

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->boxes);
  g_free (data);
}

static guint
boxes_in_line (double width)
{
  return MAX (1, (guint) (width / BOX));
}

static void
draw_boxes (PamongLayout *layout, cairo_t *cr, const Row *row, double x, double y, double width)
{
  guint each = boxes_in_line (width), i = 0;
  const char *at = row->boxes;

  cairo_set_line_width (cr, 0.5);
  for (i = 0; i < row->n_boxes; i++)
    {
      cairo_rectangle (cr, x + i % each * BOX, y + i / each * (BOX + 1), BOX, BOX);
      cairo_stroke (cr);
    }
  for (i = 0; i < row->n_boxes && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      char letter[8] = { 0 };

      letter[g_unichar_to_utf8 (g_utf8_get_char (at), letter)] = '\0';
      pamong_text_draw (layout->text, cr, pamong_layout_font (layout, 0.95, FALSE), letter, x + i % each * BOX, y + i / each * (BOX + 1) + 0.3, BOX, PAMONG_TEXT_CENTER);
    }
}

/* One line of a value that is longer than its row should be: it may go on on the next page. */
static void
draw_value_line (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const Row *row = strip->data;
  double x = strip->x + row->number_width;

  if (strip->index == 0)
    {
      if (row->number != NULL)
        pamong_paragraph_draw (row->number, cr, strip->x, y);
      pamong_paragraph_draw (row->label, cr, x, y);
      pamong_paragraph_draw (row->colon, cr, x + row->label_width, y);
    }
  pamong_paragraph_draw_line (row->value, cr, strip->index, x + row->label_width + COLON, y);
}

static void
add_lines (PamongLayout *layout, Row *row, double x, double width)
{
  guint n = pamong_paragraph_n_lines (row->value);

  for (guint i = 0; i < n; i++)
    {
      PamongStrip *strip = pamong_layout_add (layout, x, width, pamong_paragraph_line_height (row->value), draw_value_line, row);

      strip->index = i;
      strip->glued = i < 3 || i + 2 == n;
    }
}

static double
boxes_height (const Row *row, double width)
{
  guint each = boxes_in_line (width);

  return row->n_boxes > 0 ? (row->n_boxes + each - 1) / each * (BOX + 1) : 0;
}

static void
draw_row (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const Row *row = strip->data;
  double x = strip->x, room = strip->width - row->number_width - row->label_width - COLON;

  if (row->number != NULL)
    pamong_paragraph_draw (row->number, cr, x, y);
  x += row->number_width;
  pamong_paragraph_draw (row->label, cr, x, y);
  x += row->label_width;
  pamong_paragraph_draw (row->colon, cr, x, y);
  x += COLON;
  if (row->n_boxes > 0)
    draw_boxes (layout, cr, row, x, y, room);
  pamong_paragraph_draw (row->value, cr, x + (row->n_boxes > 0 ? MIN (row->n_boxes, boxes_in_line (room)) * BOX + 6 : 0), y);
}

/* Of what stands in the rows from @first: the widest label, the room for numbers. */
static void
measure (PamongLayout *layout, GPtrArray *nodes, guint first, guint n, const PamongScope *scope, double width, double *label, double *number)
{
  *label = *number = 0;
  for (guint i = first; i < first + n; i++)
    {
      const PamongNode *node = nodes->pdata[i];
      g_autoptr (PamongWords) words = pamong_phrase_fill (node->label, scope, pamong_layout_font (layout, 1, FALSE), PAMONG_GAP_NONE);
      g_autofree char *text = pamong_words_text (words);

      *label = MAX (*label, pamong_text_width (layout->text, pamong_layout_font (layout, 1, FALSE), text) + 8);
      *number = MAX (*number, node->word != NULL ? pamong_text_width (layout->text, pamong_layout_font (layout, 1, FALSE), "00.") + 5 : 0);
    }
  *label = MIN (*label, width * WIDEST_LABEL);
}

static char *
number_of (PamongLayout *layout, const PamongNode *node)
{
  if (g_strcmp0 (node->word, "#.") == 0)
    return g_strdup_printf ("%u.", ++layout->item);
  return g_strdup (node->word);
}

static void
add_row (PamongLayout *layout, const PamongNode *node, const PamongScope *scope, double label, double number)
{
  double x = (node->indent + (number > 0 ? 0 : 1)) * INDENT, width = pamong_layout_width (layout, layout->part) - x, room = width - label - number - COLON;
  PamongFont font = pamong_layout_font (layout, 1, FALSE);
  g_autoptr (PamongWords) words = pamong_phrase_fill (node->phrase, scope, font, PAMONG_GAP_STROKE);
  g_autofree char *counted = NULL;
  Row *row;

  if (node->optional && (words->empty || pamong_words_is_blank (words)))
    return;
  row = pamong_layout_own (layout, g_new0 (Row, 1), row_free);
  row->n_boxes = pamong_phrase_boxes (node->phrase, scope, &row->boxes);
  counted = number_of (layout, node);
  row->number_width = number;
  row->label_width = label;
  row->number = counted != NULL ? pamong_layout_plain (layout, counted, font, number, PAMONG_TEXT_START) : NULL;
  row->label = pamong_layout_words (layout, node->label, scope, font, PAMONG_GAP_NONE, label - 4, PAMONG_TEXT_START);
  row->colon = pamong_layout_plain (layout, ":", font, COLON, PAMONG_TEXT_START);
  row->value = row->n_boxes > 0 ? pamong_layout_words (layout, node->phrase, scope, font, PAMONG_GAP_NONE, MAX (room - MIN (row->n_boxes, boxes_in_line (room)) * BOX - 6, 20), PAMONG_TEXT_START)
                                : pamong_layout_words (layout, node->phrase, scope, font, PAMONG_GAP_STROKE, room, PAMONG_TEXT_START);
  if (row->n_boxes == 0 && pamong_paragraph_n_lines (row->value) > LONG_VALUE)
    add_lines (layout, row, x, width);
  else
    pamong_layout_add (layout, x, width, MAX (MAX (pamong_paragraph_height (row->label), pamong_paragraph_height (row->value)), boxes_height (row, room)), draw_row, row);
}

void
pamong_layout_rows (PamongLayout *layout, GPtrArray *nodes, guint first, guint n, const PamongScope *scope)
{
  double label, number, width = pamong_layout_width (layout, layout->part);

  measure (layout, nodes, first, n, scope, width, &label, &number);
  for (guint i = first; i < first + n; i++)
    {
      guint before = layout->part->strips->len;

      add_row (layout, nodes->pdata[i], scope, label, number);
      if (i + 1 < first + n && i == first && layout->part->strips->len > before) /* a name is not left alone */
        ((PamongStrip *) layout->part->strips->pdata[before])->glued = TRUE;
    }
}
