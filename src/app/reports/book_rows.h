/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"
#include <gio/gio.h>

/* Rows of a register for a list: made when the list asks for them, so a book of 50,000 costs what is seen of it. */
#define PAMONG_TYPE_BOOK_ROW (pamong_book_row_get_type ())
G_DECLARE_FINAL_TYPE (PamongBookRow, pamong_book_row, PAMONG, BOOK_ROW, GObject)
guint pamong_book_row_number (PamongBookRow *row);
PamongFilled *pamong_book_row_filled (PamongBookRow *row); /* (transfer none) */
/** pamong_book_row_is_open: its numbers may be read in full. */
gboolean pamong_book_row_is_open (PamongBookRow *row);

#define PAMONG_TYPE_BOOK_ROWS (pamong_book_rows_get_type ())
G_DECLARE_FINAL_TYPE (PamongBookRows, pamong_book_rows, PAMONG, BOOK_ROWS, GObject)
PamongBookRows *pamong_book_rows_new (PamongFilled *filled);
/** pamong_book_rows_open: the numbers of this row only. */
void pamong_book_rows_open (PamongBookRows *rows, guint row);
