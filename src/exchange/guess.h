/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/columns.h"

/* What stands in columns whose headings tell nothing, guessed by the values below them. A guess is shown to a person before it counts. */

/** pamong_columns_guess: the columns of @columns that nobody reads yet. Also sets fills_down. */
gboolean pamong_columns_guess (PamongBook *book, PamongColumns *columns, GError **error);
/** pamong_columns_blank: the first sheet that has any row, read as far as its headings tell: they stand in the row above the first one with a number of sixteen digits, if
 * anything does. Returns: (transfer full) (nullable): NULL with INVALID when no sheet holds anything. */
PamongColumns *pamong_columns_blank (PamongBook *book, GError **error);
