/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/outcome_list.h"
#include <gtk/gtk.h>

/* What a list of imported rows shows of each. */

/** pamong_outcome_columns_add: gives @view its columns. */
void pamong_outcome_columns_add (GtkColumnView *view);
/** pamong_outcome_word: Returns: (transfer none): "Baru", "Berubah", "Beda isian", "Sama", "Ditolak"; "" for 0. */
const char *pamong_outcome_word (PamongImportOutcome outcome);
/** pamong_outcome_icon: Returns: (transfer none). */
const char *pamong_outcome_icon (PamongImportOutcome outcome);
