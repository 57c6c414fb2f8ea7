/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/outcome_list.h"
#include <gtk/gtk.h>

/* One row of a file in full: what is stored and what the file says, field by field, to take or to keep; and what was noted of it, with place and remedy. */
#define PAMONG_TYPE_OUTCOME_DETAIL (pamong_outcome_detail_get_type ())
G_DECLARE_FINAL_TYPE (PamongOutcomeDetail, pamong_outcome_detail, PAMONG, OUTCOME_DETAIL, GtkWidget)
/* Signal: "choose" (uint n, key nullable, gboolean take): of the row, one field or all of it. */
GtkWidget *pamong_outcome_detail_new (PamongStore *store);
/** pamong_outcome_detail_show: @row: (nullable). @asks: differences may still be chosen. */
void pamong_outcome_detail_show (PamongOutcomeDetail *detail, const char *uid, const PamongImportRow *row, gboolean asks);
