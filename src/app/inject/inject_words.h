/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_file.h"
#include "office/inject.h"

/* What stands over a file that fills in villages. */

/** pamong_inject_file_words: Returns: (transfer full): how the file at hand was understood. */
char *pamong_inject_file_words (PamongImportFile *file);
/** pamong_inject_rows_words: Returns: (transfer full): whose rows they are. */
char *pamong_inject_rows_words (const PamongImport *import);
