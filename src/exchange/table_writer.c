/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table_writer.h"
#include "domain/error.h"
#include "exchange/cell_value.h"
#include "exchange/sheet_writer.h"
#include "exchange/text_writer.h"
#include "exchange/zip_file.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

struct _PamongTableWriter {
  PamongSheetWriter *sheet; /* one of these two */
  PamongTextWriter *text;
  char *zip, *book; /* (nullable): where the workbook goes, and where it is made */
};

static gboolean
ends_with (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static char *
name_book (const char *zip)
{
  return g_strdup_printf ("%s.%08x.xlsx", zip, g_random_int ());
}

static gboolean
open_file (PamongTableWriter *writer, const char *path, const PamongTableForm *form, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);

  if (ends_with (path, ".csv"))
    writer->text = pamong_text_writer_new (path, form->separator, error);
  else if (ends_with (path, ".xlsx"))
    writer->sheet = pamong_sheet_writer_new (path, form->sheet, error);
  else if (ends_with (path, ".zip"))
    {
      writer->zip = g_strdup (path);
      writer->book = name_book (path);
      writer->sheet = pamong_sheet_writer_new (writer->book, form->sheet, error);
    }
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s: the name must end in .xlsx, .csv or .zip, which says what is written."), shown);
  return writer->text != NULL || writer->sheet != NULL;
}

PamongTableWriter *
pamong_table_writer_new (const char *path, const PamongTableForm *form, GError **error)
{
  g_autoptr (PamongTableWriter) writer = g_new0 (PamongTableWriter, 1);

  if (!open_file (writer, path, form, error))
    return NULL;
  if (writer->sheet != NULL && form->note != NULL)
    pamong_sheet_writer_note (writer->sheet, form->note);
  return g_steal_pointer (&writer);
}

void
pamong_table_writer_free (PamongTableWriter *writer)
{
  g_clear_pointer (&writer->sheet, pamong_sheet_writer_free);
  g_clear_pointer (&writer->text, pamong_text_writer_free);
  g_free (writer->zip);
  g_free (writer->book);
  g_free (writer);
}

void
pamong_table_writer_text (PamongTableWriter *writer, guint column, const char *text)
{
  g_autofree char *guarded = writer->sheet != NULL && text != NULL && pamong_sheet_text_is_guarded (text) ? g_strconcat ("'", text, NULL) : NULL;

  if (writer->sheet != NULL)
    pamong_sheet_writer_text (writer->sheet, column, guarded != NULL ? guarded : text);
  else
    pamong_text_writer_text (writer->text, column, text);
}

void
pamong_table_writer_number (PamongTableWriter *writer, guint column, double number)
{
  if (writer->sheet != NULL)
    pamong_sheet_writer_number (writer->sheet, column, number);
  else
    pamong_text_writer_number (writer->text, column, number);
}

gboolean
pamong_table_writer_next (PamongTableWriter *writer, GError **error)
{
  return writer->sheet != NULL ? pamong_sheet_writer_next (writer->sheet, error) : pamong_text_writer_next (writer->text, error);
}

void
pamong_table_writer_keep_head (PamongTableWriter *writer)
{
  if (writer->sheet != NULL)
    pamong_sheet_writer_keep_head (writer->sheet);
}

/* The workbook in the zip bears its name. */
static gboolean
pack (PamongTableWriter *writer, GError **error)
{
  g_autoptr (GFile) book = g_file_new_for_path (writer->book);
  g_autofree char *base = g_path_get_basename (writer->zip), *inside = g_strdup_printf ("%.*s.xlsx", (int) (strlen (base) - strlen (".zip")), base);
  gboolean done = pamong_zip_file_write (writer->zip, inside, writer->book, error);

  g_file_delete (book, NULL, NULL);
  return done;
}

void
pamong_table_writer_width (PamongTableWriter *writer, guint first, guint last, double letters)
{
  if (writer->sheet != NULL)
    pamong_sheet_writer_width (writer->sheet, first, last, letters);
}

gboolean
pamong_table_writer_finish (PamongTableWriter *writer, GError **error)
{
  if (writer->text != NULL)
    return pamong_text_writer_finish (writer->text, error);
  return pamong_sheet_writer_finish (writer->sheet, error) && (writer->zip == NULL || pack (writer, error));
}
