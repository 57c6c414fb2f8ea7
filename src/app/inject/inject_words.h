/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_file.h"
#include "office/inject.h"

/* What stands over a file that fills in villages, and what taking it back does. */

/** pamong_inject_file_words: Returns: (transfer full): how the file at hand was understood. */
char *pamong_inject_file_words (PamongImportFile *file);
/** pamong_inject_rows_words: Returns: (transfer full): whose rows they are. */
char *pamong_inject_rows_words (const PamongImport *import);
/** pamong_inject_batch_words: Returns: (transfer full): file, source, who compiled it, when it was read. */
char *pamong_inject_batch_words (const PamongImport *import);
/** pamong_inject_effect_words: Returns: (transfer full): sentences for a person. */
char *pamong_inject_effect_words (const PamongImportEffect *effect);
