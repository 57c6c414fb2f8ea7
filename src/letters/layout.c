/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

#include <string.h>

#define INDENT (8 * PAMONG_MM)
#define NUMBER_ROOM (7 * PAMONG_MM)
#define SMALL 0.82

typedef struct { gpointer data; GDestroyNotify free_func; } Owned;

double
pamong_layout_paper_width (const PamongLayout *layout, const PamongPart *part)
{
  gboolean f4 = layout->sheet.paper == PAMONG_SHEET_F4;

  return (part->landscape ? (f4 ? 330 : 297) : (f4 ? 215 : 210)) * PAMONG_MM;
}

double
pamong_layout_paper_height (const PamongLayout *layout, const PamongPart *part)
{
  gboolean f4 = layout->sheet.paper == PAMONG_SHEET_F4;

  return (part->landscape ? (f4 ? 215 : 210) : (f4 ? 330 : 297)) * PAMONG_MM;
}

double
pamong_layout_width (const PamongLayout *layout, const PamongPart *part)
{
  return pamong_layout_paper_width (layout, part) - (layout->sheet.left + layout->sheet.right) * PAMONG_MM;
}

gpointer
pamong_layout_own (PamongLayout *layout, gpointer data, GDestroyNotify free_func)
{
  Owned *owned = g_new (Owned, 1);

  *owned = (Owned) { data, free_func };
  g_ptr_array_add (layout->owned, owned);
  return data;
}

void
pamong_layout_owned_free (gpointer data)
{
  Owned *owned = data;

  owned->free_func (owned->data);
  g_free (owned);
}

PamongStrip *
pamong_layout_add (PamongLayout *layout, double x, double width, double height, PamongStripDraw draw, gpointer data)
{
  PamongStrip *strip = g_new0 (PamongStrip, 1);

  *strip = (PamongStrip) { .x = layout->sheet.left * PAMONG_MM + x, .width = width, .height = height, .before = layout->gap, .draw = draw, .data = data };
  layout->gap = 0;
  g_ptr_array_add (layout->part->strips, strip);
  return strip;
}

PamongFont
pamong_layout_font (const PamongLayout *layout, double scale, gboolean bold)
{
  return (PamongFont) { layout->size * scale, bold, layout->sheet.plain ? PAMONG_FONT_MONO : layout->sheet.family };
}

PamongParagraph *
pamong_layout_words (PamongLayout *layout, const PamongPhrase *phrase, const PamongScope *scope, PamongFont font, PamongGap gap, double width, PamongTextAlign align)
{
  g_autoptr (PamongWords) words = pamong_phrase_fill (phrase, scope, font, gap);
  PamongSpan stroke = { "-", font, FALSE };
  gboolean nothing = words->empty && gap == PAMONG_GAP_STROKE;

  return pamong_layout_own (layout, pamong_paragraph_new (layout->text, nothing ? &stroke : (PamongSpan *) words->spans->data, nothing ? 1 : words->spans->len, width, align), (GDestroyNotify) pamong_paragraph_free);
}

PamongParagraph *
pamong_layout_plain (PamongLayout *layout, const char *words, PamongFont font, double width, PamongTextAlign align)
{
  PamongSpan span = { words, font, FALSE };

  return pamong_layout_own (layout, pamong_paragraph_new (layout->text, &span, 1, width, align), (GDestroyNotify) pamong_paragraph_free);
}

double
pamong_paragraph_height (const PamongParagraph *paragraph)
{
  return pamong_paragraph_n_lines (paragraph) * pamong_paragraph_line_height (paragraph);
}

double
pamong_paragraph_draw (const PamongParagraph *paragraph, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < pamong_paragraph_n_lines (paragraph); i++)
    pamong_paragraph_draw_line (paragraph, cr, i, x, y + i * pamong_paragraph_line_height (paragraph));
  return pamong_paragraph_height (paragraph);
}

void
pamong_rule (cairo_t *cr, double x, double y, double width, double line)
{
  cairo_rectangle (cr, x, y - line / 2, width, line);
  cairo_fill (cr);
}

static void
draw_line (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  pamong_paragraph_draw_line (strip->data, cr, strip->index, strip->x, y);
}

/* No line of a paragraph stands alone at the foot or the head of a page. */
static PamongStrip *
add_lines (PamongLayout *layout, PamongParagraph *paragraph, double x, double width)
{
  guint n = pamong_paragraph_n_lines (paragraph);
  PamongStrip *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      PamongStrip *strip = pamong_layout_add (layout, x, width, pamong_paragraph_line_height (paragraph), draw_line, paragraph);

      strip->index = i;
      strip->glued = i + 1 < n && (i == 0 || i + 2 == n);
      first = first != NULL ? first : strip;
    }
  return first;
}

/* "… sebagai berikut:" does not end a page. */
static gboolean
leads_on (const PamongWords *words)
{
  return words->spans->len > 0 && g_str_has_suffix (g_array_index (words->spans, PamongSpan, words->spans->len - 1).text, ":");
}

static void
fill_text (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  double x = node->indent * INDENT, width = pamong_layout_width (layout, layout->part) - x;
  PamongFont font = pamong_layout_font (layout, node->small ? SMALL : 1, FALSE);
  g_autoptr (PamongWords) words = pamong_phrase_fill (node->phrase, scope, font, PAMONG_GAP_DOTS);
  PamongParagraph *paragraph;

  if (pamong_words_is_blank (words))
    return;
  layout->item = 0;
  paragraph = pamong_paragraph_new (layout->text, (PamongSpan *) words->spans->data, words->spans->len, width, node->align);
  pamong_layout_own (layout, paragraph, (GDestroyNotify) pamong_paragraph_free);
  add_lines (layout, paragraph, x, width);
  if (leads_on (words))
    ((PamongStrip *) layout->part->strips->pdata[layout->part->strips->len - 1])->glued = TRUE;
}

static void
draw_number (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  pamong_paragraph_draw (strip->data, cr, strip->x, y);
}

static void
fill_item (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  double x = node->indent * INDENT, width = pamong_layout_width (layout, layout->part) - x - NUMBER_ROOM;
  PamongFont font = pamong_layout_font (layout, 1, FALSE);
  g_autoptr (PamongWords) words = pamong_phrase_fill (node->phrase, scope, font, PAMONG_GAP_DOTS);
  gboolean counted = g_str_equal (node->word, "#.");
  g_autofree char *number = counted ? g_strdup_printf ("%u.", layout->item + 1) : g_strdup (node->word);
  PamongParagraph *paragraph;

  if (pamong_words_is_blank (words))
    return;
  layout->item += counted;
  paragraph = pamong_layout_plain (layout, g_str_equal (number, "-") ? "–" : number, font, NUMBER_ROOM, PAMONG_TEXT_START);
  pamong_layout_add (layout, x, NUMBER_ROOM, 0, draw_number, paragraph)->glued = TRUE;
  paragraph = pamong_paragraph_new (layout->text, (PamongSpan *) words->spans->data, words->spans->len, width, PAMONG_TEXT_JUSTIFY);
  pamong_layout_own (layout, paragraph, (GDestroyNotify) pamong_paragraph_free);
  add_lines (layout, paragraph, x + NUMBER_ROOM, width);
}

static void
draw_title (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const PamongParagraph *title = strip->data;
  double widest = pamong_paragraph_widest (title);

  pamong_paragraph_draw (title, cr, strip->x, y);
  if (pamong_paragraph_n_lines (title) == 1)
    pamong_rule (cr, strip->x + (strip->width - widest) / 2, y + pamong_paragraph_height (title) - 0.4, widest, 0.8);
}

static void
fill_title (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  double width = pamong_layout_width (layout, layout->part);
  PamongFont font = pamong_layout_font (layout, 1.12, TRUE);
  g_autoptr (PamongWords) words = pamong_phrase_fill (node->phrase, scope, font, PAMONG_GAP_DOTS);
  PamongParagraph *title = pamong_layout_words (layout, node->phrase, scope, font, PAMONG_GAP_DOTS, width, PAMONG_TEXT_CENTER);

  if (layout->part->title == NULL)
    layout->part->title = pamong_words_text (words);
  pamong_layout_add (layout, 0, width, pamong_paragraph_height (title), draw_title, title)->glued = TRUE;
}

static void
draw_whole (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  pamong_paragraph_draw (strip->data, cr, strip->x, y);
}

static void
fill_number (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  const char *number = pamong_letter_facts_get (scope->facts, "letter.number");
  g_autofree char *line = g_strdup_printf ("Nomor : %s", *number != '\0' ? number : ".................................");
  double width = pamong_layout_width (layout, layout->part);
  PamongParagraph *words = pamong_layout_plain (layout, line, pamong_layout_font (layout, 1, FALSE), width, PAMONG_TEXT_CENTER);

  layout->gap = MAX (layout->gap, 1.5);
  pamong_layout_add (layout, 0, width, pamong_paragraph_height (words), draw_whole, words);
}

static void
draw_section (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  if (!layout->sheet.plain)
    {
      cairo_set_source_rgb (cr, 0.88, 0.88, 0.88);
      cairo_rectangle (cr, strip->x, y, strip->width, strip->height);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
    }
  pamong_paragraph_draw (strip->data, cr, strip->x + 3, y + 1.5);
}

static void
fill_section (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  double width = pamong_layout_width (layout, layout->part);
  PamongParagraph *words = pamong_layout_words (layout, node->phrase, scope, pamong_layout_font (layout, 0.95, TRUE), PAMONG_GAP_DOTS, width - 6, PAMONG_TEXT_START);
  PamongStrip *strip;

  layout->item = 0;
  layout->gap = MAX (layout->gap, 4);
  strip = pamong_layout_add (layout, 0, width, pamong_paragraph_height (words) + 3, draw_section, words);
  strip->glued = TRUE;
  layout->gap = 2;
}

static void
draw_rule (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  pamong_rule (cr, strip->x, y + strip->height / 2, strip->width, 0.6);
}

static void
begin_part (PamongLayout *layout, gboolean landscape)
{
  PamongPart *part = g_new0 (PamongPart, 1);

  part->landscape = landscape;
  part->strips = g_ptr_array_new_with_free_func (g_free);
  part->feet = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (layout->parts, part);
  layout->part = part;
  layout->gap = 0;
  layout->item = 0;
}

static void
fill_foot (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  g_autoptr (PamongWords) words = pamong_phrase_fill (node->phrase, scope, pamong_layout_font (layout, 0.7, FALSE), PAMONG_GAP_NONE);

  if (!pamong_words_is_blank (words))
    g_ptr_array_add (layout->part->feet, pamong_words_text (words));
}

static void
glue (PamongLayout *layout, guint first)
{
  for (guint i = first; i + 1 < layout->part->strips->len; i++)
    ((PamongStrip *) layout->part->strips->pdata[i])->glued = TRUE;
}

static void
fill_each (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  for (guint row = 0; row < pamong_letter_facts_n_rows (scope->facts, node->word); row++)
    {
      PamongScope inner = { scope->facts, node->word, row };

      pamong_layout_fill (layout, node->children, &inner);
    }
}

static void
fill_condition (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  gboolean holds = pamong_condition_holds (node->word, scope->facts, scope->list, scope->row);
  GPtrArray *said = holds ? node->children : node->otherwise;

  if (said != NULL)
    pamong_layout_fill (layout, said, scope);
}

static void
fill_together (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  PamongPart *part = layout->part;
  guint first = part->strips->len;

  pamong_layout_fill (layout, node->children, scope);
  if (layout->part == part)
    glue (layout, first);
}

static void
fill_page (PamongLayout *layout, const PamongNode *node)
{
  if (layout->part->strips->len > 0)
    begin_part (layout, node->landscape);
  else
    layout->part->landscape = node->landscape;
}

static void
fill_node (PamongLayout *layout, const PamongNode *node, const PamongScope *scope)
{
  switch (node->kind)
    {
    case PAMONG_NODE_TEXT: fill_text (layout, node, scope); break;
    case PAMONG_NODE_ITEM: fill_item (layout, node, scope); break;
    case PAMONG_NODE_TABLE: pamong_layout_table (layout, node, scope); break;
    case PAMONG_NODE_TREE: pamong_layout_tree (layout, node, scope); break;
    case PAMONG_NODE_SIGN: pamong_layout_sign (layout, node, scope); break;
    case PAMONG_NODE_HEAD: pamong_layout_head (layout); break;
    case PAMONG_NODE_TITLE: fill_title (layout, node, scope); break;
    case PAMONG_NODE_NUMBER: fill_number (layout, node, scope); break;
    case PAMONG_NODE_SECTION: fill_section (layout, node, scope); break;
    case PAMONG_NODE_GAP: layout->gap = MAX (layout->gap, (node->amount > 0 ? node->amount : 1) * layout->size * 1.16); break;
    case PAMONG_NODE_RULE: pamong_layout_add (layout, 0, pamong_layout_width (layout, layout->part), 6, draw_rule, NULL); break;
    case PAMONG_NODE_PAGE: fill_page (layout, node); break;
    case PAMONG_NODE_SIZE: layout->size = node->amount >= 5 ? node->amount : layout->size; break;
    case PAMONG_NODE_FOOT: fill_foot (layout, node, scope); break;
    case PAMONG_NODE_IF: fill_condition (layout, node, scope); break;
    case PAMONG_NODE_EACH: fill_each (layout, node, scope); break;
    case PAMONG_NODE_TOGETHER: fill_together (layout, node, scope); break;
    case PAMONG_NODE_ROW:
    default: break;
    }
}

/* Rows that stand together have their colons below each other. */
void
pamong_layout_fill (PamongLayout *layout, GPtrArray *nodes, const PamongScope *scope)
{
  if (layout->part == NULL)
    begin_part (layout, FALSE);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint n = 0;

      while (i + n < nodes->len && ((PamongNode *) nodes->pdata[i + n])->kind == PAMONG_NODE_ROW)
        n++;
      if (n > 0)
        pamong_layout_rows (layout, nodes, i, n, scope);
      else
        fill_node (layout, nodes->pdata[i], scope);
      i += n > 0 ? n - 1 : 0;
    }
}
