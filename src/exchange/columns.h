/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/fields.h"
#include "exchange/sheet.h"

/* Which column of a sheet holds which field, found by the headings people write (data/sheets/headings.csv): any order, any case, with or without dots and underscores. */

/**
 * PamongColumn:
 * @heading: as it stands in the file; "" for none
 * @field: (nullable): NULL for the status and for columns nobody reads
 * @is_status: what has become of the person stands here
 */
typedef struct {
  char *heading;
  const PamongField *field;
  gboolean is_status;
} PamongColumn;

/** PamongColumns: @sheet: index in the book. @heading_row: the last row of headings, from 1; people begin below it. @columns: PamongColumn. @n_known: of them with a field. */
typedef struct {
  guint sheet, heading_row, n_known;
  GArray *columns;
} PamongColumns;
void pamong_columns_free (PamongColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongColumns, pamong_columns_free)

/** pamong_columns_find: the sheet and row of @book with the most headings that are known, among the first thirty rows of each sheet; headings in two rows count as
 * one, a hidden sheet only when no other has any. A field named twice goes to its first column. Returns: (nullable): NULL with INVALID when no row has a name and
 * three headings more: the words say which rows were read and what to write. */
PamongColumns *pamong_columns_find (PamongBook *book, GError **error);
/** pamong_columns_match: @heading as a person wrote it. Returns: whether it is known. */
gboolean pamong_columns_match (const char *heading, PamongColumn *column);
