/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/paragraph.h"

#include <string.h>

#include "paper/text_private.h"

#define WIDEST_GAP 4.0 /* times a space: a line of few words is not torn apart */

/* A word, or part of one, where it stands in its line. */
typedef struct {
  PamongWord *word;
  double x;
  gboolean spaced, underlined;
} Mark;

typedef struct { guint first, n; double width; gboolean ended; } Line;

struct _PamongParagraph {
  PamongText *text;
  GArray *marks; /* Mark */
  GArray *lines; /* Line */
  double width, height, base, space;
  PamongTextAlign align;
};

/* Letters of one span within a word that may go on in the next. */
typedef struct { PamongFace *face; const char *utf8; gsize length; gboolean underlined; } Part;

typedef struct {
  PamongParagraph *paragraph;
  GArray *parts; /* Part: of the word that is being read */
  gboolean spaced;
  double x;
} Pen;

static Line *
last_line (PamongParagraph *paragraph)
{
  return &g_array_index (paragraph->lines, Line, paragraph->lines->len - 1);
}

static void
begin_line (Pen *pen, gboolean ended)
{
  Line line = { .first = pen->paragraph->marks->len };

  if (pen->paragraph->lines->len > 0)
    last_line (pen->paragraph)->ended = ended;
  g_array_append_val (pen->paragraph->lines, line);
  pen->x = 0;
}

static void
put (Pen *pen, const Part *part, gsize length, gboolean spaced)
{
  PamongWord *word = pamong_face_word (part->face, part->utf8, length);
  Mark mark = { word, pen->x + (spaced ? pen->paragraph->space : 0), spaced, part->underlined };

  g_array_append_val (pen->paragraph->marks, mark);
  pen->x = mark.x + word->width;
  last_line (pen->paragraph)->n++;
  last_line (pen->paragraph)->width = pen->x;
}

static double
parts_width (Pen *pen)
{
  double width = 0;

  for (guint i = 0; i < pen->parts->len; i++)
    {
      Part *part = &g_array_index (pen->parts, Part, i);

      width += pamong_face_word (part->face, part->utf8, part->length)->width;
    }
  return width;
}

/* Letter by letter: of a word that is wider than the line. */
static void
put_letters (Pen *pen, Part part)
{
  while (part.length > 0)
    {
      double room = pen->paragraph->width - pen->x;
      gsize fits = pamong_face_fitting (part.face, part.utf8, part.length, room);

      if (pen->x > 0 && pamong_face_word (part.face, part.utf8, fits)->width > room)
        {
          begin_line (pen, FALSE);
          continue;
        }
      put (pen, &part, fits, FALSE);
      part.utf8 += fits;
      part.length -= fits;
    }
}

static void
put_part (Pen *pen, Part part, gboolean spaced)
{
  double room = pen->paragraph->width + 0.01 - pen->x - (spaced ? pen->paragraph->space : 0);
  gsize cut = pamong_word_breakable (part.utf8, part.length);

  if (pamong_face_word (part.face, part.utf8, part.length)->width <= room)
    put (pen, &part, part.length, spaced);
  else if (cut < part.length)
    {
      put_part (pen, (Part) { part.face, part.utf8, cut, part.underlined }, spaced);
      put_part (pen, (Part) { part.face, part.utf8 + cut, part.length - cut, part.underlined }, FALSE);
    }
  else
    {
      if (pen->x > 0)
        begin_line (pen, FALSE);
      put_letters (pen, part);
    }
}

static void
end_word (Pen *pen)
{
  gboolean spaced = pen->spaced && pen->x > 0;

  if (pen->parts->len == 0)
    return;
  if (pen->parts->len == 1)
    put_part (pen, g_array_index (pen->parts, Part, 0), spaced);
  else
    {
      double width = parts_width (pen);

      if (pen->x > 0 && pen->x + (spaced ? pen->paragraph->space : 0) + width > pen->paragraph->width + 0.01)
        {
          begin_line (pen, FALSE);
          spaced = FALSE;
        }
      for (guint i = 0; i < pen->parts->len; i++)
        if (width <= pen->paragraph->width + 0.01)
          put (pen, &g_array_index (pen->parts, Part, i), g_array_index (pen->parts, Part, i).length, spaced && i == 0);
        else
          put_letters (pen, g_array_index (pen->parts, Part, i));
    }
  g_array_set_size (pen->parts, 0);
  pen->spaced = FALSE;
}

static void
read_span (Pen *pen, const PamongSpan *span, PamongFace *face)
{
  const char *at = span->text;

  while (*at != '\0')
    {
      Part part = { face, at, strcspn (at, " \n"), span->underlined };

      if (part.length > 0)
        g_array_append_val (pen->parts, part);
      at += part.length;
      if (*at == '\0')
        break;
      end_word (pen);
      pen->spaced = TRUE;
      if (*at == '\n')
        begin_line (pen, TRUE);
      at++;
    }
}

static void
mirror (Mark *first, Mark *last)
{
  double both = first->x + last->x + last->word->width;

  for (Mark *mark = first; mark <= last; mark++)
    mark->x = both - mark->x - mark->word->width;
}

/* Words from right to left that follow each other are read from right to left too. */
static void
turn_round (PamongParagraph *paragraph, const Line *line)
{
  for (guint i = 0; i < line->n; i++)
    {
      Mark *first = &g_array_index (paragraph->marks, Mark, line->first + i), *last = first;

      while (i + 1 < line->n && last->word->backwards && last[1].word->backwards)
        {
          last++;
          i++;
        }
      if (first->word->backwards)
        mirror (first, last);
    }
}

static void
spread (PamongParagraph *paragraph, Line *line)
{
  guint gaps = 0, before = 0;
  double each;

  for (guint i = 0; i < line->n; i++)
    gaps += g_array_index (paragraph->marks, Mark, line->first + i).spaced;
  each = gaps > 0 ? (paragraph->width - line->width) / gaps : 0;
  if (line->ended || each <= 0 || each > WIDEST_GAP * paragraph->space)
    return;
  for (guint i = 0; i < line->n; i++)
    {
      Mark *mark = &g_array_index (paragraph->marks, Mark, line->first + i);

      before += mark->spaced;
      mark->x += before * each;
    }
}

static void
align_lines (PamongParagraph *paragraph)
{
  last_line (paragraph)->ended = TRUE;
  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      Line *line = &g_array_index (paragraph->lines, Line, i);

      if (paragraph->align == PAMONG_TEXT_JUSTIFY)
        spread (paragraph, line);
      turn_round (paragraph, line);
    }
}

PamongParagraph *
pamong_paragraph_new (PamongText *text, const PamongSpan *spans, guint n_spans, double width, PamongTextAlign align)
{
  PamongParagraph *paragraph = g_new0 (PamongParagraph, 1);
  Pen pen = { paragraph, g_array_new (FALSE, FALSE, sizeof (Part)), FALSE, 0 };

  paragraph->text = text;
  paragraph->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  paragraph->width = width;
  paragraph->align = align;
  begin_line (&pen, FALSE);
  for (guint i = 0; i < n_spans; i++)
    {
      PamongFace *face = pamong_text_face (text, spans[i].font);

      paragraph->height = MAX (paragraph->height, face->line);
      paragraph->base = MAX (paragraph->base, face->base);
      paragraph->space = face->space;
      read_span (&pen, &spans[i], face);
    }
  end_word (&pen);
  align_lines (paragraph);
  g_array_unref (pen.parts);
  return paragraph;
}

void
pamong_paragraph_free (PamongParagraph *paragraph)
{
  g_array_unref (paragraph->marks);
  g_array_unref (paragraph->lines);
  g_free (paragraph);
}

guint
pamong_paragraph_n_lines (const PamongParagraph *paragraph)
{
  return paragraph->marks->len > 0 ? paragraph->lines->len : 0;
}

double
pamong_paragraph_line_height (const PamongParagraph *paragraph)
{
  return paragraph->height;
}

double
pamong_paragraph_widest (const PamongParagraph *paragraph)
{
  double widest = 0;

  for (guint i = 0; i < paragraph->lines->len; i++)
    widest = MAX (widest, g_array_index (paragraph->lines, Line, i).width);
  return widest;
}

static void
underline (const PamongParagraph *paragraph, cairo_t *cr, const Line *line, guint i, double x, double y)
{
  const Mark *mark = &g_array_index (paragraph->marks, Mark, line->first + i);
  double to = mark->x + mark->word->width;

  if (i + 1 < line->n && mark[1].underlined && !mark->word->backwards)
    to = mark[1].x;
  cairo_rectangle (cr, x + mark->x, y + paragraph->height * 0.1, to - mark->x, paragraph->height * 0.05);
  cairo_fill (cr);
}

void
pamong_paragraph_draw_line (const PamongParagraph *paragraph, cairo_t *cr, guint at, double x, double y)
{
  const Line *line = &g_array_index (paragraph->lines, Line, at);

  if (paragraph->align == PAMONG_TEXT_CENTER || paragraph->align == PAMONG_TEXT_END)
    x += (paragraph->width - line->width) / (paragraph->align == PAMONG_TEXT_CENTER ? 2 : 1);
  y += paragraph->base;
  for (guint i = 0; i < line->n; i++)
    {
      const Mark *mark = &g_array_index (paragraph->marks, Mark, line->first + i);

      pamong_text_draw_word (paragraph->text, cr, mark->word, x + mark->x, y);
      if (mark->underlined)
        underline (paragraph, cr, line, i, x, y);
    }
}
