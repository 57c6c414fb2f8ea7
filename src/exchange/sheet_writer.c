/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_writer.h"
#include "domain/error.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

struct _PamongSheetWriter {
  char *path, *folder;
  GFile *target, *part;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  guint row;
};

/* What stopped the writing, and what to do about it. */
static void
blame (GError **error, const char *path, const GError *why)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL, _("The disk is full: %s was not written. Make room, or choose another disk."), shown);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The folder of %s does not exist. Make it, or choose another one."), shown);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s is a folder. Add the name of the file."), shown);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s cannot be written. Close it if it is open in another program, or choose a folder in which you may write."), shown);
}

static gboolean
blame_disk (GError **error, const char *path)
{
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "");

  blame (error, path, full);
  return FALSE;
}

/* libxlsxwriter tells no reason, so the file is made before it: a wrong name is told before any row is written. */
static gboolean
make_part (PamongSheetWriter *writer, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.%08x.part", writer->path, g_random_int ());
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (g_file_query_file_type (writer->target, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&why, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else
    {
      writer->part = g_file_new_for_path (name);
      stream = g_file_create (writer->part, G_FILE_CREATE_PRIVATE, NULL, &why);
    }
  if (stream == NULL)
    {
      g_clear_object (&writer->part);
      blame (error, writer->path, why);
    }
  return stream != NULL;
}

/* The rows wait beside the workbook: where there is room for one there is room for the other. libxlsxwriter does not look whether they were written; the
 * stream remembers. */
static gboolean
rows_are_kept (PamongSheetWriter *writer)
{
  return fflush (writer->sheet->optimize_tmpfile) == 0 && !ferror (writer->sheet->optimize_tmpfile);
}

PamongSheetWriter *
pamong_sheet_writer_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr (PamongSheetWriter) writer = g_new0 (PamongSheetWriter, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  writer->target = g_file_new_for_path (path);
  writer->path = g_file_get_path (writer->target);
  writer->folder = g_path_get_dirname (writer->path);
  if (!make_part (writer, error))
    return NULL;
  options.tmpdir = writer->folder;
  writer->book = workbook_new_opt (g_file_peek_path (writer->part), &options);
  writer->sheet = writer->book != NULL ? workbook_add_worksheet (writer->book, sheet) : NULL;
  if (writer->sheet != NULL && writer->sheet->optimize_tmpfile != NULL)
    return g_steal_pointer (&writer);
  blame_disk (error, path);
  return NULL;
}

void
pamong_sheet_writer_free (PamongSheetWriter *writer)
{
  g_clear_pointer (&writer->book, lxw_workbook_free);
  if (writer->part != NULL)
    g_file_delete (writer->part, NULL, NULL);
  g_clear_object (&writer->part);
  g_clear_object (&writer->target);
  g_free (writer->folder);
  g_free (writer->path);
  g_free (writer);
}

void
pamong_sheet_writer_text (PamongSheetWriter *writer, guint column, const char *text)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string (writer->sheet, writer->row, (lxw_col_t) column, text, NULL);
}

void
pamong_sheet_writer_number (PamongSheetWriter *writer, guint column, double number)
{
  worksheet_write_number (writer->sheet, writer->row, (lxw_col_t) column, number, NULL);
}

gboolean
pamong_sheet_writer_next (PamongSheetWriter *writer, GError **error)
{
  if (++writer->row >= LXW_ROW_MAX)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("A sheet holds %d rows at most. Write fewer people into one file."), LXW_ROW_MAX - 1);
      return FALSE;
    }
  return writer->row % 500 != 0 || rows_are_kept (writer) || blame_disk (error, writer->path);
}

gboolean
pamong_sheet_writer_finish (PamongSheetWriter *writer, GError **error)
{
  g_autoptr (GError) why = NULL;

  lxw_worksheet_write_single_row (writer->sheet); /* the last one, which closing writes unseen */
  if (!rows_are_kept (writer))
    return blame_disk (error, writer->path);
  if (workbook_close (g_steal_pointer (&writer->book)) != LXW_NO_ERROR)
    return blame_disk (error, writer->path);
  if (!g_file_move (writer->part, writer->target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &why))
    {
      blame (error, writer->path, why);
      return FALSE;
    }
  g_clear_object (&writer->part);
  return TRUE;
}
