/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/sheet.h"

/* Files to read, made on the spot; each lies in a scratch folder that goes with the test. */

typedef struct {
  const char *name, *text;
} Part;

/** workbook_zip: a zip of these parts, packed. Returns: (transfer full): its path. */
char *workbook_zip (const char *dir, const char *name, const Part *parts, guint n);
/** Blob: a file in a zip. */
typedef struct {
  const char *name, *bytes;
  gsize size;
} Blob;
/** workbook_pack: a zip of whole files. @password: (nullable). */
char *workbook_pack (const char *dir, const char *name, const Blob *blobs, guint n, const char *password);
/** workbook_sheet: a whole workbook around the rows (`<row>…</row>`) of its one sheet "Data". @strings: (nullable): `<si>…</si>`. */
char *workbook_sheet (const char *dir, const char *rows, const char *strings);
/**
 * Table: one sheet.
 * @text: a line per row, cells parted by "|": "#12" a number, "@32944" a day number shown as a date, "=12" a formula with its result ("=" alone: never calculated), "!#REF!" an error,
 * "\\#" a text that begins with one of these signs, "^" a newline, anything else text
 */
typedef struct {
  const char *name, *text;
  gboolean hidden;
} Table;
/** workbook_tables: a whole workbook. @n: of tables. */
char *workbook_tables (const char *dir, const char *name, const Table *tables, guint n);
char *workbook_file (const char *dir, const char *name, const void *bytes, gssize size);
/** workbook_rows: rows of sheet @index as lines "3: A | B"; dates as "date 2026-11-24", numbers as "number 12", formulas with "=" before. Returns: (nullable): NULL with error. */
char *workbook_rows (const char *path, guint index, GError **error);
char *workbook_dir (void);
void workbook_clean (char *dir);
