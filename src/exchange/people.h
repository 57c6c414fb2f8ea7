/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/events.h"
#include "exchange/columns.h"

/* The rows of a sheet as people: plain records, nothing compared with the register yet. */

/** PamongSheetProblem: one cell that cannot be taken as it is. @row, @column: as the sheet counts them, both from 1. @text: what stands there. @message: why not, and the remedy. */
typedef struct {
  guint row, column;
  const PamongField *field; /* (nullable): NULL for the status */
  char *text, *message;
} PamongSheetProblem;

/**
 * PamongSheetPerson:
 * @sheet: name of the sheet
 * @uid: (nullable): what the file calls the person; our own exports carry ours
 * @area: (nullable): code of the village the row names, "35.22.28.2004"
 * @resident: without family_uid
 * @family: number and address of the card as this row tells it
 * @status: 0 when the sheet does not say; @status_date: (nullable): since when, YYYY-MM-DD
 * @problems: (element-type PamongSheetProblem): cells left out; empty when all was taken
 */
typedef struct {
  const char *sheet;
  guint row;
  char *uid, *area;
  PamongRecord *resident, *family;
  PamongStatus status;
  char *status_date;
  GPtrArray *problems;
} PamongSheetPerson;

/** PamongSheetPersonFunc: @person belongs to the reading. Returns: FALSE to stop. */
typedef gboolean (*PamongSheetPersonFunc) (PamongSheetPerson *person, gpointer data);
/** pamong_sheet_people_read: everybody below the headings. Left out: rows without a name that hold less than three fields (totals, notes, row numbers), headings
 * that come again on the next page, and all below a row whose second cell is "###" (the end mark of OpenSID). @area: the village the records are for.
 * @n: (out): people told; 0 is no success: say so. */
gboolean pamong_sheet_people_read (PamongBook *book, const PamongColumns *columns, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error);
