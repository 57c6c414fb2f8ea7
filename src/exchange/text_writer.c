/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/text_writer.h"
#include "exchange/cell_value.h"
#include "exchange/part_file.h"
#include <string.h>

#define BOM "\xef\xbb\xbf"
#define BLOCK (64 * 1024)

struct _PamongTextWriter {
  PamongPartFile *part;
  GFileOutputStream *stream;
  GString *text; /* what is not on the disk yet */
  guint column;
  char separator;
};

PamongTextWriter *
pamong_text_writer_new (const char *path, char separator, GError **error)
{
  g_autoptr (PamongTextWriter) writer = g_new0 (PamongTextWriter, 1);

  writer->text = g_string_new (BOM);
  writer->separator = separator;
  writer->part = pamong_part_file_new (path, &writer->stream, error);
  return writer->part != NULL ? g_steal_pointer (&writer) : NULL;
}

void
pamong_text_writer_free (PamongTextWriter *writer)
{
  g_clear_object (&writer->stream); /* before its file goes: elsewhere an open one stays */
  g_clear_pointer (&writer->part, pamong_part_file_free);
  g_string_free (writer->text, TRUE);
  g_free (writer);
}

static gboolean
flush (PamongTextWriter *writer, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!g_output_stream_write_all (G_OUTPUT_STREAM (writer->stream), writer->text->str, writer->text->len, NULL, NULL, &why))
    return pamong_part_file_blame (writer->part, why, error);
  g_string_truncate (writer->text, 0);
  return TRUE;
}

static void
go_to (PamongTextWriter *writer, guint column)
{
  for (; writer->column < column; writer->column++)
    g_string_append_c (writer->text, writer->separator);
}

static gboolean
is_number (const char *text)
{
  char *end;

  g_ascii_strtod (text, &end);
  return *end == '\0' && strspn (text, "+-.0123456789eE") == strlen (text);
}

static gboolean
wants_guard (const char *text)
{
  return pamong_sheet_text_is_guarded (text) || *text == '=' || *text == '@' || *text == '\t' || *text == '\r' || *text == '+' || (*text == '-' && !is_number (text));
}

void
pamong_text_writer_text (PamongTextWriter *writer, guint column, const char *text)
{
  const char stops[] = { writer->separator, '"', '\n', '\r', '\0' };
  gboolean quoted;

  go_to (writer, column);
  if (text == NULL)
    return;
  quoted = strpbrk (text, stops) != NULL || *text == ' ' || g_str_has_suffix (text, " ");
  if (quoted)
    g_string_append_c (writer->text, '"');
  if (wants_guard (text))
    g_string_append_c (writer->text, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (writer->text, '"');
      g_string_append_c (writer->text, *c);
    }
  if (quoted)
    g_string_append_c (writer->text, '"');
}

void
pamong_text_writer_number (PamongTextWriter *writer, guint column, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  go_to (writer, column);
  g_string_append (writer->text, g_ascii_formatd (text, sizeof text, "%.15g", number));
}

gboolean
pamong_text_writer_next (PamongTextWriter *writer, GError **error)
{
  g_string_append (writer->text, "\r\n");
  writer->column = 0;
  return writer->text->len < BLOCK || flush (writer, error);
}

gboolean
pamong_text_writer_finish (PamongTextWriter *writer, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!flush (writer, error))
    return FALSE;
  if (!g_output_stream_close (G_OUTPUT_STREAM (writer->stream), NULL, &why))
    return pamong_part_file_blame (writer->part, why, error);
  return pamong_part_file_finish (writer->part, error);
}
