/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/import_words.h"
#include "app/words.h"
#include <glib/gi18n.h>

char *
pamong_import_file_words (PamongImportFile *file)
{
  g_autofree char *rows = pamong_words_number (file->rows);

  if (file->mapping != NULL)
    return g_strdup_printf (_ ("Read as matched before: %s, %s rows, file %s"), file->mapping, rows, file->name);
  if (g_str_equal (pamong_import_file_sheet (file), file->name)) /* a text file */
    return g_strdup_printf (_ ("Recognised as: %s, %s rows, file %s"), pamong_source_title (file->source), rows, file->name);
  return g_strdup_printf (_ ("Recognised as: %s, %s rows, sheet %s of %s"), pamong_source_title (file->source), rows, pamong_import_file_sheet (file), file->name);
}

char *
pamong_import_list_words (PamongImportFile *file)
{
  g_autofree char *rows = pamong_words_number (file->rows);

  return g_strdup_printf (_ ("%s, sheet %s, %s rows: a list of its own. Say once what stands in which column; guessed fields are only a suggestion."), file->name,
                          pamong_import_file_sheet (file), rows);
}

char *
pamong_import_earlier_words (const PamongImport *import)
{
  g_autofree char *rows = pamong_words_number (import->figures.rows), *when = pamong_words_day (import->t);

  return g_strdup_printf (_ ("%s: %s rows, read %s"), import->file, rows, when);
}

const char *
pamong_import_work_title (PamongImportWork work)
{
  switch (work)
    {
    case PAMONG_IMPORT_WORK_READ:
      return _ ("Reading the file and comparing it with the register");
    case PAMONG_IMPORT_WORK_COMPARE:
      return _ ("Comparing with the register");
    case PAMONG_IMPORT_WORK_COMMIT:
      return _ ("Writing the people into the register");
    default:
      return _ ("Taking the import back");
    }
}

const char *
pamong_import_work_hint (PamongImportWork work)
{
  return work == PAMONG_IMPORT_WORK_COMMIT || work == PAMONG_IMPORT_WORK_UNDO ? _ ("All or nothing: if you stop, the register stays as it is now.")
                                                                              : _ ("If you stop, what was read is kept and can be gone on with later.");
}

char *
pamong_import_undo_words (const PamongImport *import)
{
  g_autofree char *added = pamong_words_number (import->figures.added), *changed = pamong_words_number (import->figures.changed);

  return g_strdup_printf (_ ("%s people this import made leave the list. The fields of %s people go back to what they were; what somebody has changed since stays as it is now. The history keeps all of it, and the file may be imported again."), added, changed);
}
