/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/inject_words.h"
#include "app/exchange/import_words.h"
#include "app/words.h"
#include "domain/codes.h"
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
