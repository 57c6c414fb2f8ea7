/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_private.h"

#include <stdlib.h>
#include <string.h>

#define LOCKED 3

/* A workbook of Excel 97 to 2003 (BIFF), read by pamong-xls (xls_main.c), which also tells why it is a program of its own. It does not know which sheets are hidden. */

static char *
find_reader (void)
{
  const char *own = g_getenv ("PAMONG_XLS");

  if (own != NULL)
    return g_strdup (own);
  return g_strdup (g_file_test (PAMONG_BUILD_XLS, G_FILE_TEST_IS_EXECUTABLE) ? PAMONG_BUILD_XLS : PAMONG_XLS);
}

/* @index: -1 for the list of sheets. */
static GSubprocess *
start (PamongBook *book, int index)
{
  g_autofree char *reader = find_reader (), *sheet = g_strdup_printf ("%d", index);
  const char *const argv[] = { reader, book->path, index >= 0 ? sheet : NULL, NULL };

  return g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
}

static GDataInputStream *
lines_of (GSubprocess *reader)
{
  GDataInputStream *lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (reader));

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (lines), 64 * 1024);
  return lines;
}

/* A locked .xlsx is wrapped in the same container as an old workbook; its directory names the part, in UTF-16. */
static gboolean
holds_locked (const char *path)
{
  static const char mark[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return FALSE;
  for (gsize i = 0; i + sizeof mark <= size; i += 128) /* entries of the directory stand 128 bytes apart */
    if (memcmp (bytes + i, mark, sizeof mark - 1) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: FALSE with error when the reader fell or found damage. */
static gboolean
end (PamongBook *book, GSubprocess *reader, GError **error)
{
  gboolean exited = g_subprocess_wait (reader, NULL, NULL) && g_subprocess_get_if_exited (reader);
  int status = exited ? g_subprocess_get_exit_status (reader) : EXIT_FAILURE;

  if (status != EXIT_SUCCESS)
    pamong_book_say (book, status == LOCKED || holds_locked (book->path) ? pamong_words_locked : pamong_words_damaged, error);
  return status == EXIT_SUCCESS;
}

static PamongSheetCellKind
kind_of (const char *letter)
{
  switch (*letter)
    {
    case 'n':
      return PAMONG_SHEET_CELL_NUMBER;
    case 'd':
      return PAMONG_SHEET_CELL_DATE;
    case 'e':
      return PAMONG_SHEET_CELL_ERROR;
    default:
      return PAMONG_SHEET_CELL_TEXT;
    }
}

/* "12\t3\tn\t4.5" into the row; the row before it is told first. Returns: FALSE to stop. */
static gboolean
take_line (PamongRow *row, const char *line, PamongSheetRowFunc func, gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  guint number;
  g_autofree char *text = NULL;

  if (g_strv_length (parts) < 4)
    return TRUE;
  number = (guint) g_ascii_strtoull (parts[0], NULL, 10) + 1;
  if (number != row->number)
    {
      if (!pamong_row_tell (row, func, data))
        return FALSE;
      pamong_row_begin (row, number);
    }
  text = g_strcompress (parts[3]);
  pamong_row_put (row, (guint) g_ascii_strtoull (parts[1], NULL, 10), kind_of (parts[2]), FALSE, text, -1, g_ascii_strtod (text, NULL));
  return TRUE;
}

static gboolean
read_xls (PamongBook *book, PamongSheet *sheet G_GNUC_UNUSED, guint index, PamongSheetRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GSubprocess) reader = start (book, (int) index);
  g_autoptr (GDataInputStream) lines = reader != NULL ? lines_of (reader) : NULL;
  gboolean goes_on = TRUE;
  PamongRow row;
  char *line;

  if (reader == NULL)
    {
      pamong_book_say (book, pamong_words_damaged, error);
      return FALSE;
    }
  pamong_row_init (&row);
  while (goes_on && (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      goes_on = take_line (&row, line, func, data);
      g_free (line);
    }
  goes_on = goes_on && pamong_row_tell (&row, func, data);
  pamong_row_clear (&row);
  if (goes_on)
    return end (book, reader, error);
  g_subprocess_force_exit (reader);
  return TRUE;
}

static gboolean
open_xls (PamongBook *book, GError **error)
{
  g_autoptr (GSubprocess) reader = start (book, -1);
  g_autoptr (GDataInputStream) lines = reader != NULL ? lines_of (reader) : NULL;
  char *line;

  book->read = read_xls;
  if (reader == NULL)
    {
      pamong_book_say (book, pamong_words_damaged, error);
      return FALSE;
    }
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      g_autofree char *name = g_strcompress (line);

      pamong_book_add_sheet (book, name, FALSE, NULL);
      g_free (line);
    }
  return end (book, reader, error);
}

const PamongForm pamong_form_xls = { sizeof (PamongBook), open_xls };
