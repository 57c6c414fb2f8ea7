/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/family/sheet_columns.h"
#include "app/widgets/field_entry.h"

/** PamongSheetRow: one member: a line in each band, and the record its cells are read into. @known: already in the register, so not deleted here. */
typedef struct {
  PamongRecord *resident;
  gboolean known;
  GtkWidget *lines[PAMONG_SHEET_BANDS];
  GtkWidget *numbers[PAMONG_SHEET_BANDS];
  PamongFieldEntry *cells[PAMONG_SHEET_CELLS];
} PamongSheetRow;

/** pamong_sheet_row_new: @resident: (transfer full). The lines belong to whoever puts them into a box. */
PamongSheetRow *pamong_sheet_row_new (PamongRecord *resident, gboolean known);
void pamong_sheet_row_free (PamongSheetRow *row);
/** pamong_sheet_row_head: Returns: (transfer full): the line of column titles of @band. */
GtkWidget *pamong_sheet_row_head (int band);
void pamong_sheet_row_set_number (PamongSheetRow *row, guint number);
void pamong_sheet_row_set_current (PamongSheetRow *row, gboolean current);
/** pamong_sheet_row_is_blank: nothing stands in any cell. */
gboolean pamong_sheet_row_is_blank (PamongSheetRow *row);
/** pamong_sheet_row_store: reads every cell. Returns: the first cell whose text means nothing, or -1. */
int pamong_sheet_row_store (PamongSheetRow *row);
/** pamong_sheet_row_load: shows the record in every cell. */
void pamong_sheet_row_load (PamongSheetRow *row);
