/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_file.h"
#include "app/exchange/import_job.h"
#include "app/exchange/import_view.h"

/* What stands over an import: which file it is, and what is being done with it. */

/** pamong_import_file_words: how the file was understood. Returns: (transfer full). */
char *pamong_import_file_words (PamongImportFile *file);
/** pamong_import_list_words: over the columns of a list nobody knows yet. Returns: (transfer full). */
char *pamong_import_list_words (PamongImportFile *file);
/** pamong_import_earlier_words: an import that was read before: its file, where that is from, when it was read. Returns: (transfer full). */
char *pamong_import_earlier_words (const PamongImport *import);
/** pamong_import_hint_words: below the title of the page, whatever is in front. @file, @import: (nullable). Returns: (transfer full): "" for nothing. */
char *pamong_import_hint_words (PamongImportStep step, PamongImportFile *file, const PamongImport *import);
const char *pamong_import_work_title (PamongImportWork work);
/** pamong_import_work_hint: what becomes of it when it is stopped. */
const char *pamong_import_work_hint (PamongImportWork work);
/** pamong_import_effect_words: what taking back would do. Returns: (transfer full): sentences for a person. */
char *pamong_import_effect_words (const PamongImportEffect *effect);
