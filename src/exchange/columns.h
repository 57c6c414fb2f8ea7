/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/fields.h"
#include "exchange/sheet.h"

/* Which column of a sheet holds which field, found by the headings people write (data/sheets/headings.csv): any order, any case, with or without dots and underscores. */

/**
 * PamongColumnRole: what a column is read for.
 * @PAMONG_COLUMN_STATUS: what has become of the person; @PAMONG_COLUMN_STATUS_DATE: when
 * @PAMONG_COLUMN_UID: of the person in the program that wrote the file
 * @PAMONG_COLUMN_AREA: code of the village; @PAMONG_COLUMN_VILLAGE, @PAMONG_COLUMN_DISTRICT: its name, and that of its district
 * @PAMONG_COLUMN_RT_RW: "003/001" in one cell
 * @PAMONG_COLUMN_BIRTH: "BOJONEGORO, 12-03-1990" in one cell
 * @PAMONG_COLUMN_PLACE: "JL. MAWAR DSN. KRAJAN RT 003 RW 001": the address with what belongs into columns of its own
 */
typedef enum {
  PAMONG_COLUMN_UNREAD, PAMONG_COLUMN_FIELD, PAMONG_COLUMN_STATUS, PAMONG_COLUMN_STATUS_DATE, PAMONG_COLUMN_UID, PAMONG_COLUMN_AREA, PAMONG_COLUMN_RT_RW,
  PAMONG_COLUMN_BIRTH, PAMONG_COLUMN_PLACE, PAMONG_COLUMN_VILLAGE, PAMONG_COLUMN_DISTRICT, PAMONG_N_COLUMN_ROLES
} PamongColumnRole;

/**
 * PamongColumn:
 * @heading: as it stands in the file; "" for none
 * @field: (nullable): of the role FIELD
 * @codes: (nullable) (element-type int int): our code by theirs, where they differ
 * @nothing: (nullable) (element-type utf8): words that mean nothing here, in capitals
 */
typedef struct {
  char *heading;
  PamongColumnRole role;
  const PamongField *field;
  GHashTable *codes, *nothing;
} PamongColumn;

/** PamongColumns: @sheet: index in the book. @heading_row: the last row of headings, from 1; people begin below it; 0 = none. @columns: PamongColumn. @n_known: of them that are read.
 * @fills_down: number and address of the family stand with its head only, and hold for those below him. */
typedef struct {
  guint sheet, heading_row, n_known;
  gboolean fills_down;
  GArray *columns;
} PamongColumns;
void pamong_columns_free (PamongColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongColumns, pamong_columns_free)

/** pamong_columns_find: the sheet and row of @book with the most headings that are known, among the first thirty rows of each sheet; headings in two rows count as
 * one, a hidden sheet only when no other has any. A field named twice goes to its first column. Returns: (nullable): NULL with NOT_FOUND when no row has a name and
 * two headings more: the words say which rows were read and what to write. */
PamongColumns *pamong_columns_find (PamongBook *book, GError **error);
/** pamong_columns_in: the columns of sheet @sheet as its headings tell, as a person points at them. @row: of the headings, from 1, also in the second of two rows; 0: none; -1: the best of the first thirty
 * rows, or none. Columns without a heading are there too. Returns: (transfer full) (nullable): NULL with @error. */
PamongColumns *pamong_columns_in (PamongBook *book, guint sheet, int row, GError **error);
/** pamong_columns_match: @heading as a person wrote it. Returns: whether it is known; role and field of @column are set either way. */
gboolean pamong_columns_match (const char *heading, PamongColumn *column);
/** pamong_column_resolve: role and field of @column by @name: "resident.nik", "family.rt", "status", "rt_rw"; "" for a column nobody reads. Returns: whether anything bears it. */
gboolean pamong_column_resolve (const char *name, PamongColumn *column);
/** pamong_heading_key: Returns: (transfer full): what two spellings of one heading have in common: "No. K.K" and "no_kk" are "NOKK". */
char *pamong_heading_key (const char *heading);
/** pamong_columns_new: no columns yet. */
PamongColumns *pamong_columns_new (guint sheet, guint heading_row);
/** pamong_columns_add: @column: its heading is copied, its codes referenced; read as nothing when another is read so already. */
void pamong_columns_add (PamongColumns *columns, const PamongColumn *column);
PamongColumn *pamong_columns_get (PamongColumns *columns, guint index);
/** pamong_column_name: Returns: (transfer full): what pamong_column_resolve() takes. */
char *pamong_column_name (const PamongColumn *column);
/** pamong_columns_set: column @index is read as @name; the column that was read so before is read no more. Returns: FALSE when nothing bears that name. */
gboolean pamong_columns_set (PamongColumns *columns, guint index, const char *name);
/** pamong_columns_copy: Returns: (transfer full). */
PamongColumns *pamong_columns_copy (const PamongColumns *columns);
/** pamong_columns_like: the columns of sheet @sheet, when its headings are those of @model, in whatever order: a village writes a sheet per dusun. Returns: (transfer full)
 * (nullable): NULL when they are not, or with @error. */
PamongColumns *pamong_columns_like (PamongBook *book, guint sheet, const PamongColumns *model, GError **error);
/** pamong_columns_unread: Returns: (transfer full) (array zero-terminated=1): the headings that nobody reads, to be told. */
char **pamong_columns_unread (const PamongColumns *columns);
