/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"
#include <gtk/gtk.h>

/* A register in view. NIK and No. KK are masked. */
#define PAMONG_TYPE_BOOK_TABLE (pamong_book_table_get_type ())
G_DECLARE_FINAL_TYPE (PamongBookTable, pamong_book_table, PAMONG, BOOK_TABLE, GtkWidget)
/* Signals: "figure" (uint row, uint column): a figure with people behind it was pressed; "person" (int rid): a row of one was activated. */
GtkWidget *pamong_book_table_new (void);
/** pamong_book_table_show: @filled: (nullable): nothing. An empty register says so. */
void pamong_book_table_show (PamongBookTable *table, PamongFilled *filled);
/** pamong_book_table_say: @words instead of a register: that it is being read, that it could not be. */
void pamong_book_table_say (PamongBookTable *table, const char *words);
/** pamong_book_table_chosen: Returns: rid of the chosen row, or 0. */
gint32 pamong_book_table_chosen (PamongBookTable *table);
/** pamong_book_table_reveal: the numbers of the chosen row; those of another are masked again. */
void pamong_book_table_reveal (PamongBookTable *table);
