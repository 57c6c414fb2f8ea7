/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/layout.h"

/* What is wrong with real workbooks beside what is wrong with the people in them: numbers that lost digits, dates in every form, old words. Shares in
 * data/practice/dirt.csv, words in data/practice/old_words.csv; the same seed gives the same dirt. */
typedef struct _PamongSheetDirt PamongSheetDirt;
PamongSheetDirt *pamong_sheet_dirt_new (guint32 seed, const char *village);
void pamong_sheet_dirt_free (PamongSheetDirt *dirt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSheetDirt, pamong_sheet_dirt_free)
/** pamong_sheet_dirt_soil: spoils @cell, which holds @field of @record, here and there. */
void pamong_sheet_dirt_soil (PamongSheetDirt *dirt, const PamongField *field, const PamongRecord *record, PamongCell *cell);
