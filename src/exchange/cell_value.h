/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"
#include "exchange/sheet.h"

/* What a cell means to one field, however its writer spelt it. Words for nothing, months and "dusun" are data/sheets/words.csv; codes and their old
 * spellings data/codes. */

/** pamong_sheet_cell_is_blank: empty, or a sign people write for "nothing": a dash, NIHIL, an error of the sheet stands for itself and is not blank. */
gboolean pamong_sheet_cell_is_blank (const PamongSheetCell *cell);
/** pamong_sheet_text_is_guarded: whether @text begins with an apostrophe that reading takes away: before a letter it belongs to the name ('AISYAH), before a digit or
 * a sign it is Excel's. Who writes such a text puts another one before it. */
gboolean pamong_sheet_text_is_guarded (const char *text);
/**
 * pamong_sheet_cell_take: sets field @field of @record; a blank cell leaves it as it is.
 * @codes: (nullable) (element-type int int): our code by theirs, where they differ
 *
 * A date is read as a cell of Excel, as its bare day number, as 12-03-1990, 1990-03-12, 19900312, 12031990 or 12 MARET 1990; day before month always, and a year of
 * two digits is refused: the century would be a guess. A NIK or No. KK that Excel kept as a number has lost its last digit (it holds fifteen): refused, unless all
 * sixteen are there. A number that Pamong itself wrote masked counts as blank.
 * Returns: FALSE with INVALID: field, what stands there, remedy; nothing changed.
 */
gboolean pamong_sheet_cell_take (const PamongSheetCell *cell, PamongRecord *record, int field, GHashTable *codes, GError **error);
/** pamong_sheet_cell_text: Returns: (transfer full): the text, one space between words, without the apostrophe that keeps Excel from counting (before a letter it is the name's own). */
char *pamong_sheet_cell_text (const PamongSheetCell *cell);
/** pamong_sheet_cell_date: @date: (out) (transfer full) (nullable): YYYY-MM-DD, NULL for a blank cell. Returns: FALSE with INVALID for what is no date. */
gboolean pamong_sheet_cell_date (const PamongSheetCell *cell, char **date, GError **error);
/** pamong_sheet_is_foot: whether @text begins with a word of rows that are no people: JUMLAH, KETERANGAN, MENGETAHUI. */
gboolean pamong_sheet_is_foot (const char *text);
