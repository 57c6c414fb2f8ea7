/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 4096

const char *const pamong_words_damaged = N_("%s is damaged. Open it in Excel or LibreOffice, save it again as .xlsx, and choose the new file.");
const char *const pamong_words_too_big = N_("%s unpacks to far more than a table of people. Copy the rows into a new workbook, save it as .xlsx, and choose that file.");
const char *const pamong_words_locked = N_("%s is locked with a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save it, and choose it again.");
static const char *const words_page = N_("%s is a web page that only bears the name of a workbook. Open it in Excel or LibreOffice, save it as .xlsx, and choose the new file.");
static const char *const words_other = N_("%s is no table this program can read. Save it as .xlsx, .xls or .csv, and choose that file.");
static const char *const words_empty = N_("%s is empty. Choose another file.");

static void
free_sheet (gpointer data)
{
  PamongSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

void
pamong_book_add_sheet (PamongBook *book, const char *name, gboolean hidden, const char *part)
{
  PamongSheet *sheet = g_new0 (PamongSheet, 1);

  sheet->name = g_utf8_make_valid (name, -1);
  sheet->hidden = hidden;
  sheet->part = g_strdup (part);
  g_ptr_array_add (book->sheets, sheet);
}

/* The words are msgids with one %s, all of them in this room. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
pamong_book_say (PamongBook *book, const char *words, GError **error)
{
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _ (words), book->title);
}
#pragma GCC diagnostic pop

/* The first bytes; what cannot be opened at all is told here. Returns: (nullable). */
static GBytes *
read_head (const char *path, const char *title, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GBytes) head = stream == NULL ? NULL : g_input_stream_read_bytes (G_INPUT_STREAM (stream), HEAD, NULL, NULL);

  if (head == NULL)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("%s cannot be opened. Check that the file is there, that the flash disk is plugged in, and that you may read it."), title);
  return g_steal_pointer (&head);
}

static gboolean
begins (const char *head, gsize size, const char *with, gsize length)
{
  return size >= length && memcmp (head, with, length) == 0;
}

static gboolean
is_page (const char *head, gsize size)
{
  g_autofree char *text = g_ascii_strdown (head, (gssize) MIN (size, 512));

  return strstr (text, "<html") != NULL || strstr (text, "<table") != NULL || strstr (text, "<!doctype html") != NULL;
}

/* UTF-16 has a zero in every second byte; any other file with zeros is no text. */
static gboolean
is_text (const char *head, gsize size)
{
  return begins (head, size, "\xff\xfe", 2) || begins (head, size, "\xfe\xff", 2) || memchr (head, '\0', size) == NULL;
}

static const PamongForm *
find_form (GBytes *bytes, const char **words)
{
  gsize size;
  const char *head = g_bytes_get_data (bytes, &size);

  if (size == 0)
    *words = words_empty;
  else if (begins (head, size, "PK\x03\x04", 4))
    return &pamong_form_xlsx;
  else if (begins (head, size, "\xd0\xcf\x11\xe0", 4))
    return &pamong_form_xls;
  else if (is_page (head, size))
    *words = words_page;
  else if (begins (head, size, "%PDF", 4) || !is_text (head, size))
    *words = words_other;
  else
    return &pamong_form_text;
  return NULL;
}

PamongBook *
pamong_book_open (const char *path, GError **error)
{
  g_autofree char *title = g_filename_display_basename (path);
  g_autoptr (GBytes) head = read_head (path, title, error);
  g_autoptr (PamongBook) book = NULL;
  const char *words = NULL;
  const PamongForm *form = head == NULL ? NULL : find_form (head, &words);

  if (head == NULL)
    return NULL;
  book = g_malloc0 (form != NULL ? form->size : sizeof *book);
  book->path = g_strdup (path);
  book->title = g_steal_pointer (&title);
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  if (form == NULL)
    {
      pamong_book_say (book, words, error);
      return NULL;
    }
  return form->open (book, error) ? g_steal_pointer (&book) : NULL;
}

void
pamong_book_free (PamongBook *book)
{
  if (book->close != NULL)
    book->close (book);
  if (book->is_copy)
    {
      g_autoptr (GFile) copy = g_file_new_for_path (book->path);
      g_file_delete (copy, NULL, NULL);
    }
  g_ptr_array_unref (book->sheets);
  g_free (book->path);
  g_free (book->title);
  g_free (book);
}

guint
pamong_book_n_sheets (PamongBook *book)
{
  return book->sheets->len;
}

const char *
pamong_book_sheet (PamongBook *book, guint index, gboolean *hidden)
{
  PamongSheet *sheet = book->sheets->pdata[index];

  if (hidden != NULL)
    *hidden = sheet->hidden;
  return sheet->name;
}

gboolean
pamong_book_read (PamongBook *book, guint index, PamongSheetRowFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (index < book->sheets->len, FALSE);
  return book->read (book, book->sheets->pdata[index], index, func, data, error);
}
