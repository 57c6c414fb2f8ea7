/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (64 * 1024)
/* Excel holds no more in one cell: beyond it a quote was never closed. */
#define MAX_CELL 32767

static const char *const words_quote = N_("%s: the quotation mark opened in row %u is never closed. Open the file in Excel or a text editor, take it out, and choose the file again.");
static const char *const words_rows = N_("%s has more rows than a table of people can. Divide it into smaller files.");

/* Text with separators (RFC 4180 and its looser relatives). */
typedef struct {
  PamongBook book;
  const char *charset; /* NULL: UTF-8 */
  guint skip;          /* bytes of the byte order mark */
  char separator;
} PamongText;

/* Where the walk over the characters stands. */
typedef struct {
  PamongText *text;
  PamongRow row;
  PamongSheetRowFunc func;
  gpointer data;
  GString *cell;
  guint column, line, opened; /* opened: line of the quote that stands open */
  gboolean quoted, after_quote, after_cr;
  const char *words; /* what is wrong */
} Walk;

static GInputStream *
open_stream (PamongText *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (text->book.path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GCharsetConverter) converter = NULL;

  if (stream == NULL || (text->skip > 0 && g_input_stream_skip (G_INPUT_STREAM (stream), text->skip, NULL, NULL) < 0))
    return NULL;
  if (text->charset == NULL)
    return G_INPUT_STREAM (g_steal_pointer (&stream));
  converter = g_charset_converter_new ("UTF-8", text->charset, NULL);
  if (converter == NULL)
    return NULL;
  g_charset_converter_set_use_fallback (converter, TRUE);
  return g_converter_input_stream_new (G_INPUT_STREAM (stream), G_CONVERTER (converter));
}

static void
end_cell (Walk *walk)
{
  pamong_row_put (&walk->row, walk->column++, PAMONG_SHEET_CELL_TEXT, FALSE, walk->cell->str, (gssize) walk->cell->len, 0);
  g_string_truncate (walk->cell, 0);
  walk->after_quote = FALSE;
}

static gboolean
end_row (Walk *walk)
{
  gboolean goes_on;

  end_cell (walk);
  goes_on = pamong_row_tell (&walk->row, walk->func, walk->data);
  walk->line++;
  walk->column = 0;
  pamong_row_begin (&walk->row, walk->line);
  if (walk->line > PAMONG_SHEET_ROWS)
    walk->words = words_rows;
  return goes_on && walk->words == NULL;
}

static void
take_quoted (Walk *walk, char c)
{
  if (c == '"')
    {
      walk->quoted = FALSE;
      walk->after_quote = TRUE;
    }
  else
    g_string_append_c (walk->cell, c);
  if (walk->cell->len > MAX_CELL)
    walk->words = words_quote;
}

/* One byte of UTF-8; all that rules here is ASCII. Returns: FALSE to stop. */
static gboolean
take (Walk *walk, char c)
{
  gboolean after_cr = walk->after_cr;

  walk->after_cr = FALSE;
  if (walk->quoted)
    take_quoted (walk, c);
  else if (c == '"' && (walk->cell->len == 0 || walk->after_quote))
    {
      if (walk->after_quote)
        g_string_append_c (walk->cell, '"');
      walk->quoted = TRUE;
      walk->after_quote = FALSE;
      walk->opened = walk->line;
    }
  else if (c == walk->text->separator)
    end_cell (walk);
  else if (c == '\n' && after_cr)
    return TRUE;
  else if (c == '\n' || c == '\r')
    {
      walk->after_cr = c == '\r';
      return end_row (walk);
    }
  else if (c != '\0')
    g_string_append_c (walk->cell, c);
  return walk->words == NULL;
}

static gboolean
walk_stream (Walk *walk, GInputStream *stream, gboolean *damaged)
{
  char block[BLOCK];
  gssize n;

  while ((n = g_input_stream_read (stream, block, sizeof block, NULL, NULL)) > 0)
    for (gssize i = 0; i < n; i++)
      if (!take (walk, block[i]))
        return FALSE;
  *damaged = n < 0;
  return TRUE;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
say (Walk *walk, GError **error)
{
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _ (walk->words), walk->text->book.title, walk->opened);
}
#pragma GCC diagnostic pop

static gboolean
read_text (PamongBook *book, PamongSheet *sheet G_GNUC_UNUSED, guint index G_GNUC_UNUSED, PamongSheetRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GInputStream) stream = open_stream ((PamongText *) book);
  Walk walk = { .text = (PamongText *) book, .func = func, .data = data, .line = 1 };
  gboolean damaged = stream == NULL;

  pamong_row_init (&walk.row);
  pamong_row_begin (&walk.row, 1);
  walk.cell = g_string_new (NULL);
  if (!damaged && walk_stream (&walk, stream, &damaged) && !damaged)
    {
      if (walk.quoted)
        walk.words = words_quote;
      else
        end_row (&walk);
    }
  if (damaged)
    pamong_book_say (book, pamong_words_damaged, error);
  else if (walk.words != NULL)
    say (&walk, error);
  pamong_row_clear (&walk.row);
  g_string_free (walk.cell, TRUE);
  return !damaged && walk.words == NULL;
}

/* Whole file in blocks: one wrong byte at its end is enough to make it another charset. */
static gboolean
is_utf8 (GInputStream *stream)
{
  g_autoptr (GByteArray) rest = g_byte_array_new ();
  guint8 block[BLOCK];
  gssize n;

  while ((n = g_input_stream_read (stream, block, sizeof block, NULL, NULL)) > 0)
    {
      const char *end;

      g_byte_array_append (rest, block, (guint) n);
      if (!g_utf8_validate ((const char *) rest->data, (gssize) rest->len, &end) && rest->len - (guint) (end - (const char *) rest->data) >= 4)
        return FALSE;
      g_byte_array_remove_range (rest, 0, (guint) (end - (const char *) rest->data));
    }
  return n == 0 && rest->len == 0;
}

static gboolean
find_charset (PamongText *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (text->book.path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  guint8 mark[3] = { 0 };

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), mark, sizeof mark, NULL, NULL, NULL))
    return FALSE;
  if (memcmp (mark, "\xff\xfe", 2) == 0 || memcmp (mark, "\xfe\xff", 2) == 0)
    {
      text->charset = mark[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
      text->skip = 2;
      return TRUE;
    }
  text->skip = memcmp (mark, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (text->skip == 0 && (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, NULL) || !is_utf8 (G_INPUT_STREAM (stream))))
    text->charset = "WINDOWS-1252";
  return TRUE;
}

/* Columns that the first rows agree on, were @separator the one: the one of most columns wins. */
typedef struct {
  guint rows, columns;
} Agreement;

static gboolean
counted_cb (guint row G_GNUC_UNUSED, const PamongSheetCell *cells G_GNUC_UNUSED, guint n, gpointer data)
{
  Agreement *agreement = data;

  agreement->columns += MIN (n, 64) - 1;
  return ++agreement->rows < 50;
}

/* Commas stand in addresses and numbers too, so one that parts more cells per row wins and the semicolon of Indonesian Excel is asked first. */
static void
find_separator (PamongText *text)
{
  static const char separators[] = { ';', '\t', ',', '|' };
  guint most = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      Agreement agreement = { 0 };

      text->separator = separators[i];
      read_text (&text->book, NULL, 0, counted_cb, &agreement, NULL);
      if (agreement.columns > most)
        {
          most = agreement.columns;
          best = separators[i];
        }
    }
  text->separator = best;
}

static gboolean
open_text (PamongBook *book, GError **error)
{
  PamongText *text = (PamongText *) book;

  book->read = read_text;
  if (!find_charset (text))
    {
      pamong_book_say (book, pamong_words_damaged, error);
      return FALSE;
    }
  find_separator (text);
  pamong_book_add_sheet (book, book->title, FALSE, NULL);
  return TRUE;
}

const PamongForm pamong_form_text = { sizeof (PamongText), open_text };
