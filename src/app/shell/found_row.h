/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include <gtk/gtk.h>

/* A list row as an object for a GListModel, and the widget that shows it under the find box. */
#define PAMONG_TYPE_FOUND (pamong_found_get_type ())
G_DECLARE_FINAL_TYPE (PamongFound, pamong_found, PAMONG, FOUND, GObject)
/** pamong_found_new: @row: (transfer full). */
PamongFound *pamong_found_new (PamongListRow *row);
const PamongListRow *pamong_found_row (PamongFound *found);
/** pamong_found_factory: @village: show the name of the village too. Returns: (transfer full). */
GtkListItemFactory *pamong_found_factory (gboolean village);
/** pamong_found_words: Returns: (transfer full): the same in one line, for a short list: "SUTRISNO · L 42 · RT 003/RW 001 · ayah KASMURI". */
char *pamong_found_words (const PamongListRow *row);
