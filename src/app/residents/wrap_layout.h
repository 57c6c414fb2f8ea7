/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* Children one after the other, on to the next line where they do not fit: a row of filter chips. (AdwWrapBox is libadwaita 1.7.) */
#define PAMONG_TYPE_WRAP_LAYOUT (pamong_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PamongWrapLayout, pamong_wrap_layout, PAMONG, WRAP_LAYOUT, GtkLayoutManager)
/** pamong_wrap_layout_new: @spacing: pixels between children and between lines. */
GtkLayoutManager *pamong_wrap_layout_new (int spacing);
