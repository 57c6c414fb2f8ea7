/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/column_grid.h"
#include "app/exchange/import_file.h"
#include "app/exchange/sheet_bar.h"
#include "app/page.h"

/* Which column of a home-made sheet is which field: guessed, put right by the keyboard, seen in the first ten people, kept by a name. */
#define PAMONG_TYPE_MAPPING_VIEW (pamong_mapping_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongMappingView, pamong_mapping_view, PAMONG, MAPPING_VIEW, GtkWidget)
/* Signals: "finished" () the columns are as they shall be; "cancelled" (); "pointed" () another sheet or row of headings was read. */
GtkWidget *pamong_mapping_view_new (void);
/** pamong_mapping_view_show: @file: with columns; stays its owner's and outlives the view, or the next call. NULL before it goes. */
void pamong_mapping_view_show (PamongMappingView *view, PamongImportFile *file);
/** pamong_mapping_view_say: @words (nullable): what is not in order, in the foot. */
void pamong_mapping_view_say (PamongMappingView *view, const char *words);
/** pamong_mapping_view_name: Returns: (transfer none): what these columns shall be kept as; "" for not at all. */
const char *pamong_mapping_view_name (PamongMappingView *view);
/** pamong_mapping_view_columns: Returns: (transfer none): as chosen. */
const PamongColumns *pamong_mapping_view_columns (PamongMappingView *view);
PamongColumnGrid *pamong_mapping_view_grid (PamongMappingView *view);
PamongSheetBar *pamong_mapping_view_bar (PamongMappingView *view);
