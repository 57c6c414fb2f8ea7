/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/people.h"

/* Sheets with a block per family: a few rows that tell of the family, then a row for each member. Where everything stands is data (`[block]` of data/layouts). */
typedef struct _PamongBlocks PamongBlocks;
/** pamong_blocks_read: Returns: (transfer full) (nullable): NULL when @file has no `[block]`. */
PamongBlocks *pamong_blocks_read (GKeyFile *file);
/** pamong_blocks_begins: whether a family begins in this row. */
gboolean pamong_blocks_begins (const PamongBlocks *blocks, const PamongSheetCell *cells, guint n);
/** pamong_blocks_column: Returns: the column, from 0, in which @field stands; -1 when nowhere by itself. */
int pamong_blocks_column (const PamongBlocks *blocks, const PamongField *field);
/** pamong_sheet_blocks_people: everybody in sheet @sheet. What cannot be taken of the rows of the family is told with its first member. @n: (out): people told. */
gboolean pamong_sheet_blocks_people (PamongBook *book, guint sheet, const PamongBlocks *blocks, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error);

/** PamongSpot: "16:Wjb KTP": a text at the beginning of the cell in this column, spaces and case apart; "*" before a text that
 * may stand anywhere in it, "#" for a long number, nothing for an empty cell. */
typedef struct {
  guint column; /* from 0 */
  gboolean anywhere;
  char *text;
} PamongSpot;
/** pamong_spots_read: Returns: (transfer full) (element-type PamongSpot): empty when the key is not there. */
GArray *pamong_spots_read (GKeyFile *file, const char *group, const char *key);
/** pamong_spots_match: all of @spots, in one row. Returns: FALSE also when there are none. */
gboolean pamong_spots_match (GArray *spots, const PamongSheetCell *cells, guint n);
