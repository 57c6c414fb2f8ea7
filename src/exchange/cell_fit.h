/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* How much room a text needs in a cell. Programs that open a workbook do not all make rows as high as what wraps in them, least of all below merged heads: so the writer says it. */

/** pamong_cell_lines: Returns: lines of @text in Arial of @size points, wrapped at words into @width points; at least 1. Rather one too many than one cut off. */
guint pamong_cell_lines (const char *text, double size, double width, gboolean bold);
