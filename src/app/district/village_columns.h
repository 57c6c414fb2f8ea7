/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_village_columns_add: what is told of each village, sorted by a click on its head; lowest coverage first until then, longest without contact first where it is equal. */
void pamong_village_columns_add (GtkColumnView *view);
