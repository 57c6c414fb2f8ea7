/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_village_columns_add: what is told of each village, sorted by a click on its head; lowest coverage first until then, by code where it is equal or
 * there are no targets. */
void pamong_village_columns_add (GtkColumnView *view);
