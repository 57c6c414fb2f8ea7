/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"
#include <gtk/gtk.h>

/** PamongBookNamesFunc: the figure in @row and @column was pressed. */
typedef void (*PamongBookNamesFunc) (guint row, guint column, gpointer data);
/** pamong_book_columns_fill: the columns of @filled in place of those @view has. Figures with people behind them are buttons. */
void pamong_book_columns_fill (GtkColumnView *view, PamongFilled *filled, PamongBookNamesFunc func, gpointer data);
/** pamong_book_has_numbers: NIK, No. KK or another number of a person stands in it. */
gboolean pamong_book_has_numbers (const PamongRegister *reg);
