/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include <gio/gio.h>

/* A table in a file, whatever its form: .xlsx and .xlsm, .xls, or text with separators. What it is, is told by its first bytes and not by its name. It is
 * read row by row and never held whole. */

/** PamongSheetCellKind: @PAMONG_SHEET_CELL_ERROR: #N/A, #REF! and their like. */
typedef enum { PAMONG_SHEET_CELL_EMPTY, PAMONG_SHEET_CELL_TEXT, PAMONG_SHEET_CELL_NUMBER, PAMONG_SHEET_CELL_DATE, PAMONG_SHEET_CELL_ERROR } PamongSheetCellKind;

/**
 * PamongSheetCell:
 * @kind: what the file says it is; all cells of a text file are text
 * @formula: it is the result of a formula; with EMPTY, one that was never calculated
 * @text: as a person reads it: a number as the file writes it ("3.52205E+15"), a date as YYYY-MM-DD; "" when empty; valid UTF-8; belongs to the row
 * @number: of NUMBER and DATE (days as Excel counts them)
 */
typedef struct {
  PamongSheetCellKind kind;
  gboolean formula;
  const char *text;
  double number;
} PamongSheetCell;

/** PAMONG_SHEET_ROWS: as many as Excel can hold; a file that names more is no table of people. */
#define PAMONG_SHEET_ROWS 1048576
/** PAMONG_SHEET_COLUMNS: what stands further to the right is not read. */
#define PAMONG_SHEET_COLUMNS 512

/** PamongSheetRowFunc: @row: from 1, as the program that made the file counts. @cells: @n of them, to the last one that is not empty; all of it is valid only
 * during the call. Rows without any value are not told. Returns: FALSE to stop. */
typedef gboolean (*PamongSheetRowFunc) (guint row, const PamongSheetCell *cells, guint n, gpointer data);

typedef struct _PamongBook PamongBook;
/** pamong_book_open: NOT_FOUND, or INVALID with words that name the file, what is wrong and the remedy: damaged, locked by a password, a web page or another kind
 * of file that only bears the name of a workbook, unreasonably big once unpacked. Only the list of sheets and the texts they share are read. */
PamongBook *pamong_book_open (const char *path, GError **error);
void pamong_book_free (PamongBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBook, pamong_book_free)
guint pamong_book_n_sheets (PamongBook *book);
/** pamong_book_sheet: Returns: (transfer none): name of sheet @index, the name of the file for a text file. @hidden: (out) (optional): the user does not see it. */
const char *pamong_book_sheet (PamongBook *book, guint index, gboolean *hidden);
/** pamong_book_read: rows of sheet @index, from the top. Returns: TRUE also when @func stopped it. */
gboolean pamong_book_read (PamongBook *book, guint index, PamongSheetRowFunc func, gpointer data, GError **error);
/** pamong_book_read_ahead: the same for a whole sheet: a thread reads ahead of @func, which is called on this one. */
gboolean pamong_book_read_ahead (PamongBook *book, guint index, PamongSheetRowFunc func, gpointer data, GError **error);
/** pamong_sheet_column: Returns: (transfer full): the letters a sheet writes over column @index (from 0): 0 = "A", 27 = "AB". */
char *pamong_sheet_column (guint index);
