/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "domain/error.h"
#include "letters/layout.h"
#include "paper/pdf.h"

#define USUAL_SIZE 12
#define FOOT_SCALE 0.7

struct _PamongLetter {
  PamongLayout layout;
  PamongLetterPrint print; /* with @sheet, facts and code of its own */
  char *code, *code_words, *mark, *created;
};

static void
part_free (gpointer data)
{
  PamongPart *part = data;

  g_free (part->title);
  g_ptr_array_unref (part->strips);
  g_ptr_array_unref (part->feet);
  g_free (part);
}

/* Margins that leave no room for words are not asked for by anybody. */
static PamongSheet
sane_sheet (PamongSheet sheet)
{
  sheet.top = CLAMP (sheet.top, 3, 80);
  sheet.bottom = CLAMP (sheet.bottom, 3, 80);
  sheet.left = CLAMP (sheet.left, 3, 60);
  sheet.right = CLAMP (sheet.right, 3, 60);
  sheet.size = sheet.size > 0 ? CLAMP (sheet.size, 7, 18) : 0;
  return sheet;
}

static gboolean
add_body (PamongLetter *letter, const char *source, const char *name, GError **error)
{
  g_autoptr (PamongBody) body = pamong_body_parse (source);
  GPtrArray *faults = pamong_body_faults (body);
  PamongScope scope = { letter->print.facts, NULL, 0 };

  if (faults->len > 0)
    {
      const PamongLetterFault *fault = faults->pdata[0];

      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s, line %u: %s"), name, fault->line, fault->words);
      return FALSE;
    }
  letter->layout.part = NULL;
  letter->layout.size = letter->layout.sheet.size > 0 ? letter->layout.sheet.size : letter->layout.sheet.plain ? 10 : USUAL_SIZE;
  pamong_layout_fill (&letter->layout, pamong_body_nodes (body), &scope);
  return TRUE;
}

static gboolean
add_forms (PamongLetter *letter, const char *const *forms, GError **error)
{
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    {
      g_autofree char *source = pamong_letter_form (forms[i]);

      if (source != NULL && !add_body (letter, source, forms[i], error))
        return FALSE;
    }
  return TRUE;
}

PamongLetter *
pamong_letter_new (PamongText *text, const PamongLetterPrint *print, GError **error)
{
  g_autoptr (PamongLetter) letter = g_new0 (PamongLetter, 1);
  PamongLayout *layout = &letter->layout;

  letter->print = *print;
  pamong_letter_facts_ref (print->facts);
  letter->print.logo = print->logo != NULL ? g_bytes_ref (print->logo) : NULL;
  letter->print.code = letter->code = g_strdup (print->code);
  letter->print.code_words = letter->code_words = g_strdup (print->code_words);
  letter->mark = g_strdup (print->mark);
  letter->created = g_strdup (pamong_letter_facts_get (print->facts, "letter.date"));
  layout->text = text;
  layout->print = &letter->print;
  layout->sheet = sane_sheet (print->sheet);
  layout->parts = g_ptr_array_new_with_free_func (part_free);
  layout->owned = g_ptr_array_new_with_free_func (pamong_layout_owned_free);
  layout->pages = g_array_new (FALSE, FALSE, sizeof (PamongPage));
  if (!add_body (letter, print->type->body, print->type->name, error))
    return NULL;
  pamong_layout_code (layout);
  if (!add_forms (letter, print->forms, error))
    return NULL;
  pamong_layout_break (layout);
  letter->print.type = NULL; /* borrowed, and no longer needed */
  letter->print.forms = NULL;
  return g_steal_pointer (&letter);
}

void
pamong_letter_free (PamongLetter *letter)
{
  if (letter == NULL)
    return;
  g_ptr_array_unref (letter->layout.parts);
  g_ptr_array_unref (letter->layout.owned);
  g_array_unref (letter->layout.pages);
  pamong_letter_facts_unref (letter->print.facts);
  g_clear_pointer (&letter->print.logo, g_bytes_unref);
  g_free (letter->code);
  g_free (letter->code_words);
  g_free (letter->mark);
  g_free (letter->created);
  g_free (letter);
}

guint
pamong_letter_n_pages (PamongLetter *letter)
{
  return letter->layout.pages->len;
}

static const PamongPage *
page_at (PamongLetter *letter, guint page)
{
  return &g_array_index (letter->layout.pages, PamongPage, page);
}

void
pamong_letter_page_size (PamongLetter *letter, guint page, double *width, double *height)
{
  *width = pamong_layout_paper_width (&letter->layout, page_at (letter, page)->part);
  *height = pamong_layout_paper_height (&letter->layout, page_at (letter, page)->part);
}

/* What page two and later begin with: which letter this is. */
static double
draw_running_head (PamongLetter *letter, const PamongPage *page, cairo_t *cr, double x, double y, double width)
{
  PamongLayout *layout = &letter->layout;
  const char *number = pamong_letter_facts_get (letter->print.facts, "letter.number");
  g_autofree char *which = g_strdup_printf ("%s%s%s", page->part->title != NULL ? page->part->title : "", *number != '\0' && page->part->title != NULL ? "   Nomor : " : "", page->part->title != NULL ? number : "");
  g_autofree char *place = g_strdup_printf ("Halaman %u dari %u", page->number, page->of);
  PamongFont font = { MAX (layout->size * FOOT_SCALE, 7), FALSE, pamong_layout_font (layout, 1, FALSE).family };
  double right = pamong_text_width (layout->text, font, place) + 2;

  g_autoptr (PamongParagraph) words = pamong_paragraph_new (layout->text, &(PamongSpan) { which, font, FALSE }, 1, width - right - 10, PAMONG_TEXT_START);

  if (pamong_paragraph_n_lines (words) > 0)
    pamong_paragraph_draw_line (words, cr, 0, x, y);
  pamong_text_draw (layout->text, cr, font, place, x + width - right, y, right, PAMONG_TEXT_END);
  pamong_rule (cr, x, y + pamong_text_line_height (layout->text, font) + 3, width, 0.5);
  return 9 * PAMONG_MM;
}

static void
draw_feet (PamongLetter *letter, const PamongPage *page, cairo_t *cr, double x, double width, double height)
{
  PamongLayout *layout = &letter->layout;
  PamongFont font = { layout->size * FOOT_SCALE, FALSE, pamong_layout_font (layout, 1, FALSE).family };
  double y = height - layout->sheet.bottom * PAMONG_MM - page->part->feet->len * layout->size * 0.82;

  for (guint i = 0; i < page->part->feet->len; i++, y += layout->size * 0.82)
    pamong_text_draw (layout->text, cr, font, page->part->feet->pdata[i], x, y, width, PAMONG_TEXT_START);
  if (page->of > 1 && page->number == 1)
    {
      g_autofree char *place = g_strdup_printf ("Halaman 1 dari %u", page->of);

      pamong_text_draw (layout->text, cr, font, place, x, height - layout->sheet.bottom * PAMONG_MM + 2, width, PAMONG_TEXT_END);
    }
}

/* In the colours of the band on the screen. */
static void
draw_practice (PamongLetter *letter, cairo_t *cr, double x, double y, double width)
{
  PamongFont font = { 8, TRUE };

  cairo_set_source_rgb (cr, 0xF2 / 255.0, 0xA3 / 255.0, 0x3A / 255.0);
  cairo_rectangle (cr, x, y, width, 13);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0x2B / 255.0, 0x16 / 255.0, 0);
  pamong_text_draw (letter->layout.text, cr, font, _("PRACTICE MODE – invented people"), x, y + 2, width, PAMONG_TEXT_CENTER);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* Across the page, so that no copy passes for a letter. */
static void
draw_mark (PamongLetter *letter, cairo_t *cr, double width, double height)
{
  PamongFont font = { 64, TRUE };
  double wide = pamong_text_width (letter->layout.text, font, letter->mark);

  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, -M_PI / 4);
  cairo_set_source_rgb (cr, 0.85, 0.85, 0.85);
  pamong_text_draw (letter->layout.text, cr, font, letter->mark, -wide / 2, -40, wide + 2, PAMONG_TEXT_START);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_strips (PamongLetter *letter, const PamongPage *page, cairo_t *cr, double y)
{
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const PamongStrip *strip = page->part->strips->pdata[i];

      if (i > page->first)
        y += strip->before;
      else if (strip->head != NULL)
        {
          strip->head->draw (&letter->layout, cr, strip->head, y);
          y += strip->head->height;
        }
      strip->draw (&letter->layout, cr, strip, y);
      y += strip->height;
    }
}

void
pamong_letter_draw (PamongLetter *letter, guint at, cairo_t *cr)
{
  const PamongPage *page = page_at (letter, at);
  PamongLayout *layout = &letter->layout;
  double x = layout->sheet.left * PAMONG_MM, y = layout->sheet.top * PAMONG_MM, width = pamong_layout_width (layout, page->part), paper_width, paper_height;

  pamong_letter_page_size (letter, at, &paper_width, &paper_height);
  pamong_text_begin_page (layout->text);
  if (letter->mark != NULL)
    draw_mark (letter, cr, paper_width, paper_height);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (letter->print.practice)
    draw_practice (letter, cr, x, MAX (y - 15, 2), width);
  if (page->number > 1)
    y += draw_running_head (letter, page, cr, x, y, width);
  draw_strips (letter, page, cr, y);
  draw_feet (letter, page, cr, x, width, paper_height);
}

static void
size_cb (gpointer data, guint page, double *width, double *height)
{
  pamong_letter_page_size (data, page, width, height);
}

static void
draw_cb (gpointer data, guint page, cairo_t *cr)
{
  pamong_letter_draw (data, page, cr);
}

static PamongPaper
paper_of (PamongLetter *letter)
{
  const char *title = pamong_letter_facts_get (letter->print.facts, "letter.title");

  return (PamongPaper) { pamong_letter_n_pages (letter), size_cb, draw_cb, letter, *title != '\0' ? title : NULL, *letter->created != '\0' ? letter->created : NULL, letter->code };
}

GBytes *
pamong_letter_pdf (PamongLetter *letter, GError **error)
{
  PamongPaper paper = paper_of (letter);

  return pamong_paper_pdf (&paper, error);
}

gboolean
pamong_letter_pdf_file (PamongLetter *letter, const char *path, GError **error)
{
  PamongPaper paper = paper_of (letter);

  return pamong_paper_pdf_file (&paper, path, error);
}

char *
pamong_letter_purpose (const PamongLetterType *type, PamongLetterFacts *facts)
{
  g_autofree char *fault = NULL;
  PamongPhrase *phrase = pamong_phrase_parse (type->purpose, &fault);
  PamongScope scope = { facts, NULL, 0 };
  g_autoptr (PamongWords) words = phrase != NULL ? pamong_phrase_fill (phrase, &scope, (PamongFont) { 10, FALSE }, PAMONG_GAP_NONE) : NULL;
  char *text = words != NULL ? pamong_words_text (words) : g_strdup (type->name);

  pamong_phrase_free (phrase);
  return g_strstrip (text);
}
