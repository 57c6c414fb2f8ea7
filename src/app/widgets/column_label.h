/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_column_label_new: words as wide as their column and not as themselves: the column is asked for by a size request. What is longer takes two lines. A plain label that wraps asks, beside
 * something lower than its lines, for the width of all its words. */
GtkWidget *pamong_column_label_new (const char *words);
