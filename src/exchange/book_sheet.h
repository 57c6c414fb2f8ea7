/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"

/* A register as a file of rows: a workbook laid out like the printed book (heads of several levels, landscape, heads on each page), or text with separators. */

/** PamongBookSheet: @title, @lines: over the table. @left, @right: (nullable): lines of who signs, side by side under it. @band: (nullable): stands over everything. */
typedef struct {
  const char *title, *band;
  const char *const *lines, *const *left, *const *right;
} PamongBookSheet;
/** pamong_book_sheet_xlsx: INVALID when nothing can be written at @path, FULL when the disk is full. The file appears whole or not at all. */
gboolean pamong_book_sheet_xlsx (PamongFilled *filled, const PamongBookSheet *sheet, const char *path, GError **error);
/** pamong_book_sheet_csv: heads in one row, rows, sums; UTF-8, parted by semicolons as Excel of this country wants it. */
gboolean pamong_book_sheet_csv (PamongFilled *filled, const char *path, GError **error);
