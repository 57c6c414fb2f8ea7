/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* A table as text with separators (.csv), row by row: UTF-8 with the byte order mark by which Excel knows it, lines ended as RFC 4180 says. It appears under its
 * name whole or not at all. */
typedef struct _PamongTextWriter PamongTextWriter;
/** pamong_text_writer_new: @separator: ';' where a comma stands in numbers, as here; ',' or a tab. INVALID, FULL as pamong_part_file_new(). */
PamongTextWriter *pamong_text_writer_new (const char *path, char separator, GError **error);
void pamong_text_writer_free (PamongTextWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongTextWriter, pamong_text_writer_free)
/** pamong_text_writer_text: the next cells up to @column are empty. What a sheet would take for a formula (=, +, -, @ in front) gets an apostrophe before it, which
 * reading takes away again. @text: (nullable). */
void pamong_text_writer_text (PamongTextWriter *writer, guint column, const char *text);
void pamong_text_writer_number (PamongTextWriter *writer, guint column, double number);
gboolean pamong_text_writer_next (PamongTextWriter *writer, GError **error);
gboolean pamong_text_writer_finish (PamongTextWriter *writer, GError **error);
