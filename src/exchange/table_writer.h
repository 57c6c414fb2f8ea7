/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* A table into a file of the form its name asks for: .xlsx, .csv, or .zip with a workbook in it. Row by row, whole or not at all. */
typedef struct _PamongTableWriter PamongTableWriter;

/** PamongTableForm: @sheet: name of the sheet. @separator: of a .csv. @note: (nullable): over every printed page. */
typedef struct {
  const char *sheet;
  char separator;
  const char *note;
} PamongTableForm;

/** pamong_table_writer_new: INVALID also when the name ends otherwise. */
PamongTableWriter *pamong_table_writer_new (const char *path, const PamongTableForm *form, GError **error);
void pamong_table_writer_free (PamongTableWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongTableWriter, pamong_table_writer_free)
/** pamong_table_writer_text: columns in ascending order. */
void pamong_table_writer_text (PamongTableWriter *writer, guint column, const char *text);
void pamong_table_writer_number (PamongTableWriter *writer, guint column, double number);
gboolean pamong_table_writer_next (PamongTableWriter *writer, GError **error);
/** pamong_table_writer_keep_head: the rows up to here are the head. */
void pamong_table_writer_keep_head (PamongTableWriter *writer);
/** pamong_table_writer_width: of columns @first to @last in a workbook, in letters. */
void pamong_table_writer_width (PamongTableWriter *writer, guint first, guint last, double letters);
gboolean pamong_table_writer_finish (PamongTableWriter *writer, GError **error);
