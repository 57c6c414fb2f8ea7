/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

#include <string.h>

/* Who signs: blocks beside each other, names on one line. All of it stays on one page, with what it is under. */

#define SIGN_ROOM (19 * PAMONG_MM)
#define SIGN_ROOM_OF_MANY (16 * PAMONG_MM) /* with three rows of signatures and more */
#define SHARE 0.47
#define NOBODY "(......................................)"
#define NOBODY_PLAIN "(........................)"

typedef struct {
  PamongTextAlign place;
  GPtrArray *lines, *under; /* PamongParagraph, borrowed */
  PamongParagraph *name;
  gboolean known, stamped, office;
} Cell;

typedef struct { GPtrArray *cells; double lines_height, room, after_height; gboolean code; } SignRow;

typedef struct {
  PamongLayout *layout;
  const PamongScope *scope;
  double width;
} Making;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_ptr_array_unref (cell->lines);
  g_ptr_array_unref (cell->under);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  g_ptr_array_unref (((SignRow *) data)->cells);
  g_free (data);
}

static PamongParagraph *
put (Making *making, const char *words, gboolean bold)
{
  return pamong_layout_plain (making->layout, words, pamong_layout_font (making->layout, 1, bold), making->width, PAMONG_TEXT_CENTER);
}

static const char *
fact (Making *making, const char *key)
{
  return pamong_letter_facts_get (making->scope->facts, key);
}

static void
add_phrases (Making *making, GPtrArray *to, GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      PamongParagraph *words = pamong_layout_words (making->layout, phrases->pdata[i], making->scope, pamong_layout_font (making->layout, 1, FALSE), PAMONG_GAP_DOTS, making->width, PAMONG_TEXT_CENTER);

      if (pamong_paragraph_n_lines (words) > 0)
        g_ptr_array_add (to, words);
    }
}

static void
set_name (Making *making, Cell *cell, const char *name, const char *under)
{
  cell->known = name[strspn (name, ".( )")] != '\0'; /* dots that stand for a name are none */
  cell->name = put (making, cell->known ? name : making->layout->sheet.plain ? NOBODY_PLAIN : NOBODY, cell->known);
  if (*under != '\0')
    g_ptr_array_add (cell->under, put (making, under, FALSE));
}

static void
add_place_and_day (Making *making, Cell *cell)
{
  g_autofree char *fault = NULL;
  PamongPhrase *phrase = pamong_phrase_parse ("{letter.place}, {letter.date|tanggal}", &fault);

  g_ptr_array_add (cell->lines, pamong_layout_words (making->layout, phrase, making->scope, pamong_layout_font (making->layout, 1, FALSE), PAMONG_GAP_DOTS, making->width, PAMONG_TEXT_CENTER));
  pamong_phrase_free (phrase);
}

static void
set_officer (Making *making, Cell *cell)
{
  guint n = pamong_letter_facts_n_rows (making->scope->facts, "signer");

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cell->lines, put (making, pamong_letter_facts_cell (making->scope->facts, "signer", i, "line"), FALSE));
  set_name (making, cell, fact (making, "signer.name"), fact (making, "signer.nip"));
}

static void
set_camat (Making *making, Cell *cell)
{
  g_autofree char *line = *fact (making, "camat.line") != '\0' ? g_strdup (fact (making, "camat.line")) : g_strdup_printf ("CAMAT %s", fact (making, "district.name"));
  g_autofree char *upper = g_utf8_strup (line, -1);

  g_ptr_array_add (cell->lines, put (making, *fact (making, "camat.line") != '\0' ? line : upper, FALSE));
  set_name (making, cell, fact (making, "camat.name"), fact (making, "camat.nip"));
}

static void
set_words (Making *making, Cell *cell, const PamongSignCell *sign)
{
  g_autoptr (PamongWords) words = sign->name != NULL ? pamong_phrase_fill (sign->name, making->scope, pamong_layout_font (making->layout, 1, FALSE), PAMONG_GAP_NONE) : NULL;
  g_autofree char *name = words != NULL && !pamong_words_is_blank (words) ? pamong_words_text (words) : g_strdup ("");

  set_name (making, cell, name, "");
  add_phrases (making, cell->under, sign->under);
}

static Cell *
make_cell (Making *making, const PamongSignCell *sign)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->place = sign->place;
  cell->stamped = sign->stamped;
  cell->lines = g_ptr_array_new ();
  cell->under = g_ptr_array_new ();
  cell->office = sign->who == PAMONG_SIGN_OFFICE || sign->who == PAMONG_SIGN_OFFICER;
  if (sign->who == PAMONG_SIGN_OFFICE)
    add_place_and_day (making, cell);
  add_phrases (making, cell->lines, sign->lines);
  switch (sign->who)
    {
    case PAMONG_SIGN_OFFICE:
    case PAMONG_SIGN_OFFICER:
      set_officer (making, cell);
      break;
    case PAMONG_SIGN_HEAD:
      g_ptr_array_add (cell->lines, put (making, fact (making, "head.line"), FALSE));
      set_name (making, cell, fact (making, "head.name"), fact (making, "head.nip"));
      break;
    case PAMONG_SIGN_CAMAT:
      set_camat (making, cell);
      break;
    case PAMONG_SIGN_WORDS:
    default:
      set_words (making, cell, sign);
      break;
    }
  return cell;
}

static double
heights (GPtrArray *paragraphs)
{
  double height = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    height += pamong_paragraph_height (paragraphs->pdata[i]);
  return height;
}

static double
draw_all (GPtrArray *paragraphs, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < paragraphs->len; i++)
    y += pamong_paragraph_draw (paragraphs->pdata[i], cr, x, y);
  return y;
}

static double
cell_x (const PamongStrip *strip, const Cell *cell)
{
  double width = strip->width * SHARE;

  return strip->x + (cell->place == PAMONG_TEXT_START ? 0 : cell->place == PAMONG_TEXT_CENTER ? (strip->width - width) / 2 : strip->width - width);
}

static void
draw_stamp (PamongLayout *layout, cairo_t *cr, double x, double y, double room)
{
  static const double dashes[] = { 2, 2 };
  double width = 20 * PAMONG_MM, height = room - 3 * PAMONG_MM;

  cairo_save (cr);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  cairo_restore (cr);
  pamong_text_draw (layout->text, cr, pamong_layout_font (layout, 0.65, FALSE), "meterai", x, y + height / 2 - 4, width, PAMONG_TEXT_CENTER);
}

static void
draw_row (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const SignRow *row = strip->data;
  double name_y = y + row->lines_height + row->room;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = row->cells->pdata[i];
      double x = cell_x (strip, cell), width = strip->width * SHARE, widest = pamong_paragraph_widest (cell->name), below;

      draw_all (cell->lines, cr, x, y);
      if (cell->stamped)
        draw_stamp (layout, cr, x + 6, y + row->lines_height + 1.5 * PAMONG_MM, row->room);
      below = name_y + pamong_paragraph_draw (cell->name, cr, x, name_y);
      if (cell->known && pamong_paragraph_n_lines (cell->name) == 1)
        pamong_rule (cr, x + (width - widest) / 2, below - 0.6, widest, 0.6);
      draw_all (cell->under, cr, x, below);
    }
  if (row->code)
    pamong_draw_code (layout, cr, strip->x, y + strip->height - pamong_code_height (layout), strip->width * (row->cells->len == 1 && ((Cell *) row->cells->pdata[0])->place == PAMONG_TEXT_CENTER ? (1 - SHARE) / 2 : 0.5));
}

static gboolean
fits (GPtrArray *cells, const PamongSignCell *sign)
{
  for (guint i = 0; i < cells->len; i++)
    {
      PamongTextAlign place = ((Cell *) cells->pdata[i])->place;

      if (place == sign->place || place == PAMONG_TEXT_CENTER || sign->place == PAMONG_TEXT_CENTER)
        return FALSE;
    }
  return TRUE;
}

/* At the left of the officer, or of whoever signs alone below. */
static gboolean
takes_code (PamongLayout *layout, GPtrArray *cells)
{
  gboolean office = layout->officer_signed;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = cells->pdata[i];

      office |= cell->office;
      layout->officer_signed |= cell->office;
      if (cell->place == PAMONG_TEXT_START)
        return FALSE;
    }
  return office && !layout->code_drawn && pamong_code_height (layout) > 0;
}

static PamongStrip *
add_row (PamongLayout *layout, GPtrArray *cells, double width, double room)
{
  SignRow *row = pamong_layout_own (layout, g_new0 (SignRow, 1), row_free);
  double height;

  row->cells = cells;
  row->room = room;
  row->code = takes_code (layout, cells);
  layout->code_drawn |= row->code;
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = cells->pdata[i];

      row->lines_height = MAX (row->lines_height, heights (cell->lines));
      row->after_height = MAX (row->after_height, pamong_paragraph_height (cell->name) + heights (cell->under));
    }
  height = row->lines_height + room + row->after_height;
  return pamong_layout_add (layout, 0, width, row->code ? MAX (height, pamong_code_height (layout)) : height, draw_row, row);
}

/* What is signed goes with the signature: the last two strips of it. */
static void
hold_fast (PamongLayout *layout)
{
  GPtrArray *strips = layout->part->strips;

  for (guint i = strips->len > 2 ? strips->len - 2 : 0; i < strips->len; i++)
    ((PamongStrip *) strips->pdata[i])->glued = TRUE;
}

void
pamong_layout_sign (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  double width = pamong_layout_width (layout, layout->part);
  Making making = { layout, scope, width * SHARE };
  GPtrArray *cells = g_ptr_array_new_with_free_func (cell_free);
  double room = node->signs != NULL && node->signs->len > 3 ? SIGN_ROOM_OF_MANY : SIGN_ROOM;

  hold_fast (layout);
  layout->gap = MAX (layout->gap, layout->size * 1.1);
  for (guint i = 0; node->signs != NULL && i < node->signs->len; i++)
    {
      const PamongSignCell *sign = node->signs->pdata[i];

      if (!fits (cells, sign))
        {
          add_row (layout, cells, width, room)->glued = TRUE;
          layout->gap = layout->size * 0.9;
          cells = g_ptr_array_new_with_free_func (cell_free);
        }
      g_ptr_array_add (cells, make_cell (&making, sign));
    }
  if (cells->len > 0)
    add_row (layout, cells, width, room);
  else
    g_ptr_array_unref (cells);
  layout->gap = layout->size * 0.6;
}
