/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/events.h"

/* How another program lays out a sheet of residents (data/layouts/NAME.ini): its headings, which field stands under each, its codes and words. */
typedef struct _PamongLayout PamongLayout;
/** pamong_layout_load: NOT_FOUND when there is no such layout, INVALID when its file names a field nobody knows. */
PamongLayout *pamong_layout_load (const char *name, GError **error);
void pamong_layout_free (PamongLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLayout, pamong_layout_free)
/** pamong_layout_sheet: Returns: (transfer none): the name of the sheet with the residents. */
const char *pamong_layout_sheet (const PamongLayout *layout);
guint pamong_layout_n_columns (const PamongLayout *layout);
const char *pamong_layout_heading (const PamongLayout *layout, guint column);
/** pamong_layout_field: Returns: (transfer none) (nullable): the field under this heading; NULL for the status and for what we do not have. */
const PamongField *pamong_layout_field (const PamongLayout *layout, guint column);
/** pamong_layout_find: Returns: the column of the field @key of @kind, or -1. */
int pamong_layout_find (const PamongLayout *layout, PamongKind kind, const char *key);

/** PamongCell: what stands in one cell. */
typedef enum { PAMONG_CELL_EMPTY, PAMONG_CELL_TEXT, PAMONG_CELL_NUMBER } PamongCellType;
typedef struct {
  PamongCellType type;
  char *text; /* owned */
  double number;
} PamongCell;
void pamong_cell_clear (PamongCell *cell);
void pamong_cell_set_text (PamongCell *cell, const char *text); /* NULL or "" empties it */
void pamong_cell_set_number (PamongCell *cell, double number);

/** PamongLayoutRow: a resident as he stands in a sheet. @family: (nullable). @number: the number that programs with numbers know him by; 0 = none. @now: (nullable):
 * when it is written. */
typedef struct {
  const PamongRecord *resident, *family;
  PamongStatus status;
  guint32 number;
  const char *now;
} PamongLayoutRow;
/** pamong_layout_write_cell: @words: labels instead of codes. Returns: FALSE when the layout has no such code: the cell holds the nearest, or nothing. */
gboolean pamong_layout_write_cell (const PamongLayout *layout, guint column, const PamongLayoutRow *row, gboolean words, PamongCell *cell);
