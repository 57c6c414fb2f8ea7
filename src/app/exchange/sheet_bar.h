/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_file.h"
#include "app/residents/filter_chip.h"

/* Where in a home-made workbook the people stand: which sheet, and which row holds the headings. Left alone, both are found. */
#define PAMONG_TYPE_SHEET_BAR (pamong_sheet_bar_get_type ())
G_DECLARE_FINAL_TYPE (PamongSheetBar, pamong_sheet_bar, PAMONG, SHEET_BAR, GtkWidget)
/* Signal: "changed" () something else was chosen. */
GtkWidget *pamong_sheet_bar_new (void);
/** pamong_sheet_bar_show: @file: (nullable): stays its owner's until the next call. The bar hides for a file of another program. */
void pamong_sheet_bar_show (PamongSheetBar *bar, PamongImportFile *file);
/** pamong_sheet_bar_sheet, _row: as pamong_source_point() takes them. */
int pamong_sheet_bar_sheet (PamongSheetBar *bar);
int pamong_sheet_bar_row (PamongSheetBar *bar);
PamongFilterChip *pamong_sheet_bar_sheets (PamongSheetBar *bar);
PamongFilterChip *pamong_sheet_bar_rows (PamongSheetBar *bar);
