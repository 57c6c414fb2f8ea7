/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_writer.h"
#include "domain/error.h"
#include "exchange/part_file.h"
#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

typedef struct {
  lxw_worksheet *sheet;
  guint row;
} Sheet;

struct _PamongSheetWriter {
  PamongPartFile *part;
  lxw_workbook *book;
  GArray *sheets; /* Sheet */
  Sheet *at;      /* the one that is written to */
};

/* The rows wait beside the workbook: where there is room for one there is room for the other. libxlsxwriter does not look whether they were written; the
 * stream remembers. */
static gboolean
rows_are_kept (const Sheet *sheet)
{
  return fflush (sheet->sheet->optimize_tmpfile) == 0 && !ferror (sheet->sheet->optimize_tmpfile);
}

PamongSheetWriter *
pamong_sheet_writer_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr (PamongSheetWriter) writer = g_new0 (PamongSheetWriter, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  writer->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  writer->part = pamong_part_file_new (path, NULL, error);
  if (writer->part == NULL)
    return NULL;
  options.tmpdir = (char *) pamong_part_file_folder (writer->part);
  writer->book = workbook_new_opt (pamong_part_file_path (writer->part), &options);
  if (writer->book == NULL)
    pamong_part_file_blame (writer->part, NULL, error);
  else if (pamong_sheet_writer_add (writer, sheet, error))
    return g_steal_pointer (&writer);
  return NULL;
}

void
pamong_sheet_writer_free (PamongSheetWriter *writer)
{
  g_clear_pointer (&writer->book, lxw_workbook_free);
  g_clear_pointer (&writer->part, pamong_part_file_free);
  g_array_unref (writer->sheets);
  g_free (writer);
}

gboolean
pamong_sheet_writer_add (PamongSheetWriter *writer, const char *name, GError **error)
{
  Sheet sheet = { workbook_add_worksheet (writer->book, name), 0 };

  if (sheet.sheet == NULL || sheet.sheet->optimize_tmpfile == NULL)
    return pamong_part_file_blame (writer->part, NULL, error);
  g_array_append_val (writer->sheets, sheet);
  pamong_sheet_writer_turn (writer, writer->sheets->len - 1);
  return TRUE;
}

void
pamong_sheet_writer_turn (PamongSheetWriter *writer, guint index)
{
  writer->at = &g_array_index (writer->sheets, Sheet, index);
}

void
pamong_sheet_writer_note (PamongSheetWriter *writer, const char *words)
{
  g_autofree char *header = g_strconcat ("&C", words, NULL);
  lxw_doc_properties properties = { .title = (char *) words };

  worksheet_set_header (writer->at->sheet, header);
  workbook_set_properties (writer->book, &properties);
}

void
pamong_sheet_writer_keep_head (PamongSheetWriter *writer)
{
  worksheet_freeze_panes (writer->at->sheet, writer->at->row, 0);
  worksheet_repeat_rows (writer->at->sheet, 0, writer->at->row - 1);
}

void
pamong_sheet_writer_width (PamongSheetWriter *writer, guint first, guint last, double letters)
{
  worksheet_set_column (writer->at->sheet, (lxw_col_t) first, (lxw_col_t) last, letters, NULL);
}

void
pamong_sheet_writer_text (PamongSheetWriter *writer, guint column, const char *text)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string (writer->at->sheet, writer->at->row, (lxw_col_t) column, text, NULL);
}

void
pamong_sheet_writer_number (PamongSheetWriter *writer, guint column, double number)
{
  worksheet_write_number (writer->at->sheet, writer->at->row, (lxw_col_t) column, number, NULL);
}

gboolean
pamong_sheet_writer_next (PamongSheetWriter *writer, GError **error)
{
  if (++writer->at->row >= LXW_ROW_MAX)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("A sheet holds %d rows at most. Write fewer people into one file."), LXW_ROW_MAX - 1);
      return FALSE;
    }
  return writer->at->row % 500 != 0 || rows_are_kept (writer->at) || pamong_part_file_blame (writer->part, NULL, error);
}

gboolean
pamong_sheet_writer_finish (PamongSheetWriter *writer, GError **error)
{
  for (guint i = 0; i < writer->sheets->len; i++)
    {
      Sheet *sheet = &g_array_index (writer->sheets, Sheet, i);

      lxw_worksheet_write_single_row (sheet->sheet); /* the last one, which closing writes unseen */
      if (!rows_are_kept (sheet))
        return pamong_part_file_blame (writer->part, NULL, error);
    }
  if (workbook_close (g_steal_pointer (&writer->book)) != LXW_NO_ERROR)
    return pamong_part_file_blame (writer->part, NULL, error);
  return pamong_part_file_finish (writer->part, error);
}
