/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/clock.h"
#include "paper/pdf.h"
#include "print/grid.h"
#include "print/pages.h"
#include "print/pyramid.h"

#define MM (72.0 / 25.4)
#define LEFT (15 * MM) /* the side that is punched or sewn */
#define RIGHT (10 * MM)
#define TOP (10 * MM)
#define BOTTOM (13 * MM)
#define FOOT (8.5 * MM)
#define LOGO (17 * MM)
#define SIGN_ROOM (15 * MM)
#define PYRAMID (82 * MM)
#define SMALL_TABLE 0.85 /* of the paper: what is narrower is not stretched */

static const PamongFont HEAD = { 10, TRUE }, PLACE = { 12, TRUE }, SMALL = { 7.5, FALSE }, TITLE = { 11.5, TRUE }, BODY = { 9, FALSE }, NAME = { 9, TRUE }, TINY = { 7, FALSE }, BAND = { 8, TRUE };

struct _PamongBookPrint {
  PamongFilled *filled;
  PamongFrame *frame;
  PamongText *text;
  PamongGridColumn *columns;
  PamongGrid *grid;
  GArray *pages; /* PamongPrintPage */
  double width, indent; /* of the table; a small one stands in the middle */
  char figure[24];
};

/* Nothing is a stroke, and thousands are parted: 1.534. The text is good until the next cell. */
static const char *
cell (gpointer data, guint row, guint column)
{
  PamongBookPrint *print = data;
  const char *text = pamong_filled_cell (print->filled, row, column);
  gsize length = strlen (text), at = 0;

  if (print->columns[column].align != PAMONG_TEXT_END || !g_ascii_isdigit (*text))
    return text;
  if (g_str_equal (text, "0"))
    return "–";
  if (length < 4 || length > 9 || strspn (text, "0123456789") < length)
    return text;
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        print->figure[at++] = '.';
      print->figure[at++] = text[i];
    }
  print->figure[at] = '\0';
  return print->figure;
}

static PamongGridKind
kind (gpointer data, guint row)
{
  switch (pamong_filled_kind (((PamongBookPrint *) data)->filled, row))
    {
    case PAMONG_ROW_SECTION:
      return PAMONG_GRID_SECTION;
    case PAMONG_ROW_TOTAL:
      return PAMONG_GRID_TOTAL;
    case PAMONG_ROW_PLAIN:
    default:
      return PAMONG_GRID_PLAIN;
    }
}

static double
high (PamongBookPrint *print, PamongFont font)
{
  return pamong_text_line_height (print->text, font);
}

/* Draws or, with @cr NULL, only measures. Returns: the height. */
static double
words (PamongBookPrint *print, cairo_t *cr, PamongFont font, const char *string, double x, double y, double width, PamongTextAlign align)
{
  guint lines = cr != NULL ? pamong_text_draw (print->text, cr, font, string, x, y, width, align) : pamong_text_lines (print->text, font, string, width);

  return lines * high (print, font);
}

static void
rule (cairo_t *cr, double x, double y, double width, double line)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

typedef struct { GBytes *bytes; gsize at; } Reading;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reading *reading = closure;
  gsize size;
  const guchar *bytes = g_bytes_get_data (reading->bytes, &size);

  if (reading->at + length > size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes + reading->at, length);
  reading->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* A logo that cannot be read leaves its place empty. */
static void
draw_logo (PamongBookPrint *print, cairo_t *cr)
{
  Reading reading = { print->frame->logo, 0 };
  cairo_surface_t *logo = cairo_image_surface_create_from_png_stream (read_bytes, &reading);
  double w = cairo_image_surface_get_width (logo), h = cairo_image_surface_get_height (logo), scale = LOGO / MAX (MAX (w, h), 1);

  if (cairo_surface_status (logo) == CAIRO_STATUS_SUCCESS)
    {
      cairo_save (cr);
      cairo_translate (cr, LEFT, TOP);
      cairo_scale (cr, scale, scale);
      cairo_set_source_surface (cr, logo, 0, 0);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  cairo_surface_destroy (logo);
}

static double
letterhead (PamongBookPrint *print, cairo_t *cr, double y)
{
  const PamongFrame *frame = print->frame;
  double top = y;

  for (guint i = 0; frame->letterhead[i] != NULL; i++)
    y += words (print, cr, frame->letterhead[i + 1] == NULL ? PLACE : HEAD, frame->letterhead[i], LEFT, y, print->width, PAMONG_TEXT_CENTER);
  if (frame->address != NULL)
    y += words (print, cr, SMALL, frame->address, LEFT, y, print->width, PAMONG_TEXT_CENTER);
  if (frame->logo != NULL)
    y = MAX (y, top + LOGO);
  if (cr != NULL && frame->logo != NULL)
    draw_logo (print, cr);
  if (cr != NULL)
    {
      rule (cr, LEFT, y + 3, print->width, 1.6);
      rule (cr, LEFT, y + 5, print->width, 0.5);
    }
  return y + 12;
}

/* What stands over the table of page @page. Returns: where the table begins. */
static double
heading (PamongBookPrint *print, cairo_t *cr, guint page)
{
  double y = TOP;

  if (page > 0)
    {
      words (print, cr, SMALL, print->frame->running, LEFT, y, print->width, PAMONG_TEXT_START);
      return y + high (print, SMALL) + 3;
    }
  y = letterhead (print, cr, y);
  y += words (print, cr, TITLE, print->frame->title, LEFT, y, print->width, PAMONG_TEXT_CENTER);
  for (guint i = 0; print->frame->lines[i] != NULL; i++)
    y += words (print, cr, BODY, print->frame->lines[i], LEFT, y, print->width, PAMONG_TEXT_CENTER);
  return y + 7;
}

static double
signer (PamongBookPrint *print, cairo_t *cr, const PamongSigner *who, double x, double y, double width)
{
  double top = y, name_width;

  for (guint i = 0; who->before[i] != NULL; i++)
    y += words (print, cr, BODY, who->before[i], x, y, width, PAMONG_TEXT_CENTER);
  y += SIGN_ROOM;
  name_width = MIN (pamong_text_width (print->text, NAME, who->name), width);
  if (cr != NULL && *who->name != '(')
    rule (cr, x + (width - name_width) / 2, y + high (print, NAME) - 0.5, name_width, 0.6);
  y += words (print, cr, NAME, who->name, x, y, width, PAMONG_TEXT_CENTER);
  if (who->after != NULL)
    y += words (print, cr, BODY, who->after, x, y, width, PAMONG_TEXT_CENTER);
  return y - top;
}

/* Notes, the pyramid and the signatures: what ends a book. Returns: its height. */
static double
tail (PamongBookPrint *print, cairo_t *cr, double y)
{
  const PamongAges *ages = pamong_filled_ages (print->filled);
  GPtrArray *notes = pamong_filled_notes (print->filled);
  double top = y, width = print->width * 0.34, left, right;

  y += 4;
  for (guint i = 0; i < notes->len; i++)
    y += words (print, cr, SMALL, notes->pdata[i], LEFT, y, print->width, PAMONG_TEXT_START);
  if (ages != NULL && cr != NULL)
    pamong_pyramid_draw (print->text, cr, *ages, LEFT + print->width * 0.12, y + 4, print->width * 0.76, PYRAMID - 8);
  if (ages != NULL)
    y += PYRAMID;
  y += 6;
  left = signer (print, cr, &print->frame->left, LEFT + print->width * 0.04, y, width);
  right = signer (print, cr, &print->frame->right, LEFT + print->width * 0.62, y, width);
  return y + MAX (left, right) - top;
}

static double
row_height (gpointer data, guint row)
{
  return pamong_grid_row_height (((PamongBookPrint *) data)->grid, row);
}

static gboolean
leads (gpointer data, guint row)
{
  return pamong_filled_kind (((PamongBookPrint *) data)->filled, row) == PAMONG_ROW_SECTION;
}

static void
make_pages (PamongBookPrint *print)
{
  double bottom = PAMONG_F4_HEIGHT * MM - BOTTOM - pamong_grid_head_height (print->grid);
  PamongPageRules rules = {
    .first = bottom - heading (print, NULL, 0), .later = bottom - heading (print, NULL, 1), .tail = tail (print, NULL, 0), .with_tail = pamong_filled_ages (print->filled) != NULL ? 0 : 3,
    .height = row_height, .leads = leads, .data = print,
  };

  if (pamong_filled_n_rows (print->filled) == 0)
    rules.first -= pamong_grid_words_height (print->grid);
  print->pages = pamong_pages_lay_out (&rules, pamong_filled_n_rows (print->filled));
}

PamongBookPrint *
pamong_book_print_new (PamongFilled *filled, PamongFrame *frame)
{
  PamongBookPrint *print = g_new0 (PamongBookPrint, 1);
  const PamongRegister *reg = pamong_filled_register (filled);
  PamongGridSource source = { .n_columns = reg->columns->len, .n_rows = pamong_filled_n_rows (filled), .cell = cell, .kind = kind, .data = print };
  double wanted = 0;

  print->filled = pamong_filled_ref (filled);
  print->frame = frame;
  print->text = pamong_text_new ();
  print->width = PAMONG_F4_WIDTH * MM - LEFT - RIGHT;
  print->columns = g_new0 (PamongGridColumn, reg->columns->len + 1);
  for (guint i = 0; i < reg->columns->len; i++)
    {
      const PamongRegisterColumn *column = g_ptr_array_index (reg->columns, i);

      print->columns[i] = (PamongGridColumn) { pamong_filled_heading (filled, i), column->width, (PamongTextAlign) column->align };
      wanted += column->width * MM;
    }
  source.columns = print->columns;
  wanted = wanted < SMALL_TABLE * print->width ? wanted : print->width;
  print->indent = (print->width - wanted) / 2;
  print->grid = pamong_grid_new (print->text, &source, reg->font, wanted, reg->code != NULL);
  make_pages (print);
  return print;
}

void
pamong_book_print_free (PamongBookPrint *print)
{
  pamong_grid_free (print->grid);
  g_free (print->columns);
  g_array_unref (print->pages);
  pamong_text_free (print->text);
  pamong_frame_free (print->frame);
  pamong_filled_unref (print->filled);
  g_free (print);
}

guint
pamong_book_print_n_pages (PamongBookPrint *print)
{
  return print->pages->len;
}

static void
draw_foot (PamongBookPrint *print, cairo_t *cr, guint page)
{
  double y = PAMONG_F4_HEIGHT * MM - FOOT - high (print, TINY);
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, print->pages->len);

  if (print->frame->basis != NULL)
    words (print, cr, TINY, print->frame->basis, LEFT, y, print->width / 3, PAMONG_TEXT_START);
  words (print, cr, TINY, print->frame->note, LEFT + print->width / 3, y, print->width / 3, PAMONG_TEXT_CENTER);
  words (print, cr, TINY, number, LEFT + print->width * 2 / 3, y, print->width / 3, PAMONG_TEXT_END);
}

/* In the colours of the band on the screen. */
static void
draw_band (PamongBookPrint *print, cairo_t *cr)
{
  double height = high (print, BAND) + 4, y = TOP - height - 3;

  cairo_set_source_rgb (cr, 0xF2 / 255.0, 0xA3 / 255.0, 0x3A / 255.0);
  cairo_rectangle (cr, LEFT, y, print->width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0x2B / 255.0, 0x16 / 255.0, 0);
  words (print, cr, BAND, _("PRACTICE MODE – invented people"), LEFT, y + 2, print->width, PAMONG_TEXT_CENTER);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

void
pamong_book_print_draw (PamongBookPrint *print, guint page, cairo_t *cr)
{
  const PamongPrintPage *rows = &g_array_index (print->pages, PamongPrintPage, page);
  double y;

  pamong_text_begin_page (print->text);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (print->frame->practice)
    draw_band (print, cr);
  y = heading (print, cr, page);
  if (rows->n > 0 || pamong_filled_n_rows (print->filled) == 0)
    {
      pamong_grid_draw_head (print->grid, cr, LEFT + print->indent, y);
      y += pamong_grid_head_height (print->grid);
      y += rows->n > 0 ? pamong_grid_draw_rows (print->grid, cr, rows->first, rows->n, LEFT + print->indent, y) : pamong_grid_draw_words (print->grid, cr, print->frame->empty, LEFT + print->indent, y);
    }
  if (page + 1 == print->pages->len)
    tail (print, cr, y);
  draw_foot (print, cr, page);
}

static void
page_size (gpointer data, guint page, double *width, double *height)
{
  *width = PAMONG_F4_WIDTH * MM;
  *height = PAMONG_F4_HEIGHT * MM;
}

static void
draw_page (gpointer data, guint page, cairo_t *cr)
{
  pamong_book_print_draw (data, page, cr);
}

gboolean
pamong_book_print_pdf (PamongBookPrint *print, const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (pamong_clock_now ());
  g_autofree char *time = g_date_time_format_iso8601 (now);
  PamongPaper paper = { print->pages->len, page_size, draw_page, print, NULL, time };

  return pamong_paper_pdf_file (&paper, path, error);
}
