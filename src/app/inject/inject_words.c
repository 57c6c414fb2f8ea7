/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/inject_words.h"
#include "app/exchange/import_words.h"
#include "app/words.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include <glib/gi18n.h>

char *
pamong_inject_file_words (PamongImportFile *file)
{
  g_autofree char *rows = pamong_words_number (file->rows);

  return file->desil != NULL ? g_strdup_printf (_ ("Recognised as: families with their desil, %s rows, file %s"), rows, file->name) : pamong_import_file_words (file);
}

char *
pamong_inject_rows_words (const PamongImport *import)
{
  g_autofree char *village = pamong_regions_title (import->area);

  return g_strdup_printf (_ ("%s: its rows of %s"), village, import->file);
}

char *
pamong_inject_batch_words (const PamongImport *import)
{
  g_autofree char *when = pamong_words_day (import->t), *day = import->compiled_on != NULL ? pamong_date_format (import->compiled_on) : NULL;

  return g_strdup_printf (_ ("%s: %s, compiled by %s on %s; read %s"), import->file, import->source != NULL ? import->source : "–", import->compiled_by != NULL ? import->compiled_by : "–",
                          day != NULL ? day : "–", when);
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
pamong_inject_effect_words (const PamongImportEffect *effect)
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
