/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/outcome_list.h"
#include "app/page.h"

/* What an import would do, or has done: its rows by outcome, one of them in full beside them, and below in words what the button does. */
#define PAMONG_TYPE_RESULT_VIEW (pamong_result_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongResultView, pamong_result_view, PAMONG, RESULT_VIEW, GtkWidget)
/* Signals: "choose" (uint n, key nullable, gboolean take): n 0 = all rows; "commit" (), "undo" (), "drop" (), "report" (), "columns" (), "close" (), "again" (): what the
 * village returned of what the regency filled in comes in once more. */
GtkWidget *pamong_result_view_new (PamongSession *session);
/** pamong_result_view_show: import @uid, whatever its state. @columns: its columns may be looked at again. Returns: FALSE when it cannot be read. */
gboolean pamong_result_view_show (PamongResultView *view, const char *uid, gboolean columns, GError **error);
/** PamongResultScope: what was chosen: FIELD: the choice is seen where it was made; ROW: all fields of one; ALL: any. */
typedef enum { PAMONG_RESULT_FIELD, PAMONG_RESULT_ROW, PAMONG_RESULT_ALL } PamongResultScope;
/** pamong_result_view_refresh: figures and words again, after differences were chosen, and what @scope reaches of the rows. */
void pamong_result_view_refresh (PamongResultView *view, PamongResultScope scope);
/** pamong_result_view_only_look: nothing is chosen, written or taken back from here: that is done for all of a file at once by whoever shows it. */
void pamong_result_view_only_look (PamongResultView *view);
/** pamong_result_view_say: @words (nullable): above the rows. @failed: in red: what went wrong; else what has been done. */
void pamong_result_view_say (PamongResultView *view, const char *words, gboolean failed);
/** pamong_result_view_filter: only rows with @outcome; 0 = all. */
void pamong_result_view_filter (PamongResultView *view, PamongImportOutcome outcome);
/** pamong_result_view_import: Returns: (transfer none) (nullable): what is shown. */
const PamongImport *pamong_result_view_import (PamongResultView *view);
/** pamong_result_words: @returned: the village took back what the regency filled in. Returns: (transfer full): what @import will do, or did, in one sentence. */
char *pamong_result_words (const PamongImport *import, gboolean returned);
