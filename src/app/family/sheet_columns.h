/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/* The columns of the printed family card, in two bands. A cell is named by its place in the order of typing: all of band 1, then all of band 2. */
#define PAMONG_SHEET_BANDS 2
#define PAMONG_SHEET_CELLS 17

/** PamongSheetColumn: @field: of the resident. @width: pixels at normal text. @grows: takes what the others leave. @brief: short words for codes. @head: English msgid. */
typedef struct { int band, field, width; gboolean grows, brief; const char *head; } PamongSheetColumn;

/** pamong_card_column: Returns: (transfer none): column of cell @cell, 0 … PAMONG_SHEET_CELLS - 1. */
const PamongSheetColumn *pamong_card_column (int cell);
/** pamong_sheet_cell_of: Returns: the cell of @field, or -1 when the sheet does not show it. */
int pamong_sheet_cell_of (int field);
/** pamong_sheet_skips: Returns: TRUE if Enter passes over @cell for @resident: a field its other answers make pointless (date of marriage of the
 * unmarried, passport and KITAS of an Indonesian). Tab and the mouse still reach it. */
gboolean pamong_sheet_skips (int cell, const PamongRecord *resident);
