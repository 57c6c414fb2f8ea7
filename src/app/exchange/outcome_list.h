/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"
#include <gio/gio.h>

/* One row of a file, as the list of an import shows it. */
#define PAMONG_TYPE_OUTCOME_ROW (pamong_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (PamongOutcomeRow, pamong_outcome_row, PAMONG, OUTCOME_ROW, GObject)
/** pamong_outcome_row_data: Returns: (transfer none): how it stands. */
const PamongImportRow *pamong_outcome_row_data (PamongOutcomeRow *row);
/** pamong_outcome_row_words: Returns: (transfer full): what becomes of it, on one line: "Agama: Islam → Kristen, 2 lagi". */
char *pamong_outcome_row_words (PamongOutcomeRow *row);

/* The rows of one outcome: read by the page when somebody looks at them, and let go again. */
#define PAMONG_TYPE_OUTCOME_LIST (pamong_outcome_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongOutcomeList, pamong_outcome_list, PAMONG, OUTCOME_LIST, GObject)
PamongOutcomeList *pamong_outcome_list_new (PamongStore *store);
/** pamong_outcome_list_show: @n rows with @outcome (0 for all) of import @uid from now on; all are read anew. */
void pamong_outcome_list_show (PamongOutcomeList *list, const char *uid, PamongImportOutcome outcome, guint n);
/** pamong_outcome_list_replace: (transfer full) @data stands at @position from now on; the rows around it stay where they are. */
void pamong_outcome_list_replace (PamongOutcomeList *list, guint position, PamongImportRow *data);
