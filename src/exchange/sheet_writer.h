/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* A workbook, written row by row: memory does not grow with its length. It appears under its name whole or not at all. */
typedef struct _PamongSheetWriter PamongSheetWriter;
/** pamong_sheet_writer_new: @path: of the workbook; one that is there is replaced at the end. INVALID when nothing can be written there, FULL when the disk is full. */
PamongSheetWriter *pamong_sheet_writer_new (const char *path, const char *sheet, GError **error);
/** pamong_sheet_writer_free: without pamong_sheet_writer_finish() nothing is left of it. */
void pamong_sheet_writer_free (PamongSheetWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSheetWriter, pamong_sheet_writer_free)
/** pamong_sheet_writer_add: one more sheet; what follows goes there. FULL as above. */
gboolean pamong_sheet_writer_add (PamongSheetWriter *writer, const char *sheet, GError **error);
/** pamong_sheet_writer_turn: what follows goes to sheet @index, to the row it stood at. */
void pamong_sheet_writer_turn (PamongSheetWriter *writer, guint index);
/** pamong_sheet_writer_note: @words stand over every printed page of the sheet and in the properties of the workbook. */
void pamong_sheet_writer_note (PamongSheetWriter *writer, const char *words);
/** pamong_sheet_writer_keep_head: the rows up to here stay in sight, and stand over every printed page. */
void pamong_sheet_writer_keep_head (PamongSheetWriter *writer);
/** pamong_sheet_writer_width: of columns @first to @last, in letters. */
void pamong_sheet_writer_width (PamongSheetWriter *writer, guint first, guint last, double letters);
/** pamong_sheet_writer_text: into the row at hand. @text: (nullable). */
void pamong_sheet_writer_text (PamongSheetWriter *writer, guint column, const char *text);
void pamong_sheet_writer_number (PamongSheetWriter *writer, guint column, double number);
/** pamong_sheet_writer_next: the row at hand is done. Returns: FALSE with FULL when the disk took no more, INVALID at the end of what a sheet can hold. */
gboolean pamong_sheet_writer_next (PamongSheetWriter *writer, GError **error);
/** pamong_sheet_writer_finish: the workbook gets its name. */
gboolean pamong_sheet_writer_finish (PamongSheetWriter *writer, GError **error);
