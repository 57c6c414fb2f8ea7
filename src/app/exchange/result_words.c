/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/result_view.h"
#include "app/words.h"
#include <glib/gi18n.h>

static void
add (GString *words, const char *format, guint n)
{
  g_autofree char *number = pamong_words_number (n);

  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append_printf (words, format, number);
}

static char *
will_do (const PamongImportFigures *figures)
{
  GString *words = g_string_new (NULL);

  add (words, _ ("%s people added"), figures->added);
  add (words, _ ("%s changed"), figures->changed);
  add (words, _ ("%s families formed"), figures->families);
  add (words, _ ("%s differing fields kept as they are"), figures->differences - figures->taken);
  add (words, _ ("%s rows left out"), figures->refused);
  return g_string_free (words, FALSE);
}

static char *
has_done (const PamongImportFigures *figures)
{
  GString *words = g_string_new (NULL);

  add (words, _ ("%s people were added"), figures->added);
  add (words, _ ("%s were changed"), figures->changed);
  add (words, _ ("%s rows were left out"), figures->refused);
  return g_string_free (words, FALSE);
}

char *
pamong_result_words (const PamongImport *import, gboolean returned)
{
  const PamongImportFigures *figures = &import->figures;
  g_autofree char *words = NULL;

  if (import->state == PAMONG_IMPORT_DONE)
    return has_done (figures);
  if (import->state == PAMONG_IMPORT_UNDONE && g_strcmp0 (import->act, "inject") == 0)
    return g_strdup (returned ? _ ("The village has returned this filling in.") : _ ("The regency has taken this filling in back."));
  if (import->state == PAMONG_IMPORT_UNDONE)
    return g_strdup (_ ("This import was taken back. The file may be imported again."));
  words = will_do (figures);
  if (figures->added + figures->changed > 0)
    return g_strdup_printf (_ ("Will be written: %s."), words);
  if (figures->refused > 0 && figures->same + figures->differs == 0)
    return g_strdup (_ ("Nothing can be taken: every row was refused. Put the file right and choose it again."));
  return *words != '\0' ? g_strdup_printf (_ ("There is nothing to write: %s."), words) : g_strdup (_ ("There is nothing to write: everything in the file is stored already."));
}
