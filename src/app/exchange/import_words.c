/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/import_words.h"
#include "app/words.h"
#include "domain/dates.h"
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

static char *
origin_words (const PamongImport *import)
{
  g_autofree char *when = pamong_words_day (import->t), *day = import->compiled_on != NULL ? pamong_date_format (import->compiled_on) : NULL;

  return g_strdup_printf (_ ("%s: %s, compiled by %s on %s; read %s"), import->file, import->source != NULL ? import->source : "–", import->compiled_by != NULL ? import->compiled_by : "–",
                          day != NULL ? day : "–", when);
}

char *
pamong_import_earlier_words (const PamongImport *import)
{
  g_autofree char *rows = pamong_words_number (import->figures.rows), *when = pamong_words_day (import->t);

  if (import->source != NULL || import->compiled_by != NULL)
    return origin_words (import);
  return g_strdup_printf (_ ("%s: %s rows, read %s"), import->file, rows, when);
}

char *
pamong_import_hint_words (PamongImportStep step, PamongImportFile *file, const PamongImport *import)
{
  if (step == PAMONG_IMPORT_STEP_START)
    return g_strdup (_ ("Take over the people of a file. What you typed yourself is never replaced unseen."));
  if (step == PAMONG_IMPORT_STEP_COLUMNS)
    return pamong_import_list_words (file);
  if (step == PAMONG_IMPORT_STEP_RESULT && file == NULL && import != NULL)
    return pamong_import_earlier_words (import);
  return file != NULL ? pamong_import_file_words (file) : g_strdup ("");
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
    case PAMONG_IMPORT_WORK_AGAIN:
      return _ ("Writing the people into the register");
    case PAMONG_IMPORT_WORK_RETURN:
      return _ ("Returning what the regency filled in");
    case PAMONG_IMPORT_WORK_UNDO:
    case PAMONG_IMPORT_WORK_CHOOSE:
    case PAMONG_IMPORT_WORK_DROP:
    default:
      return _ ("Taking the import back");
    }
}

const char *
pamong_import_work_hint (PamongImportWork work)
{
  return work >= PAMONG_IMPORT_WORK_COMMIT ? _ ("All or nothing: if you stop, the register stays as it is now.")
                                                                              : _ ("If you stop, what was read is kept and can be gone on with later.");
}

static void
add (GString *words, const char *format, guint n)
{
  g_autofree char *number = pamong_words_number (n);

  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append_printf (words, format, number);
}

char *
pamong_import_effect_words (const PamongImportEffect *effect)
{
  GString *words = g_string_new (NULL);

  add (words, _ ("%s people it brought leave the list."), effect->leave);
  add (words, _ ("%s whom the village has checked stay."), effect->stay);
  add (words, _ ("Of %s people and cards the fields go back to what they were."), effect->back);
  add (words, _ ("%s fields that were changed since stay as they are now."), effect->kept);
  if (words->len == 0)
    g_string_append (words, _ ("Nothing of it stands any more: only the list says that it was taken back."));
  return g_string_free (words, FALSE);
}
