/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"

/* Desil of families (DTSEN, from SIKS-NG): it comes from a file with its source and date, stands beside the family, and is never worked out here. */

/** PamongDesilFault: UNREAD: a cell could not be read, @message says why. UNKNOWN: neither number is here. REPEATED: an earlier row says something else of the family. NO_DATE: of when is
 * not said. OLDER: a newer one stands there. */
typedef enum { PAMONG_DESIL_FINE, PAMONG_DESIL_UNREAD, PAMONG_DESIL_UNKNOWN, PAMONG_DESIL_REPEATED, PAMONG_DESIL_NO_DATE, PAMONG_DESIL_OLDER } PamongDesilFault;

/** PamongDesilRow: @kk_number, @nik: (nullable), one of them is needed. @family: what the row says, desil, source and date only. @fault, @message: (nullable): set by the dry run. */
typedef struct {
  guint row;
  char *sheet, *kk_number, *nik, *message;
  PamongRecord *family;
  PamongDesilFault fault;
} PamongDesilRow;
void pamong_desil_row_free (PamongDesilRow *row);

/** PamongDesilFigures: rows; families that get one (@filled), another one (@changed), have it already (@same); rows that stay out (@refused) or say what is older (@older). */
typedef struct { guint rows, filled, changed, same, refused, older, batches; } PamongDesilFigures;

/** PamongDesilVillage: what is for one village: families that get a desil, another one, have it already; rows that say what is older. @left_out: it is not written there. */
typedef struct {
  char *area;
  guint filled, changed, same, older;
  gboolean left_out;
} PamongDesilVillage;

/** pamong_desil_villages: as pamong_desil(), told village by village. @villages: (inout) (element-type PamongDesilVillage): filled by the dry run; with @commit those that are left out stay
 * out. */
gboolean pamong_desil_villages (PamongOffice *office, GPtrArray *rows, const PamongImport *origin, gboolean commit, GPtrArray *villages, PamongDesilFigures *figures, GError **error);
void pamong_desil_village_free (PamongDesilVillage *village);
/** pamong_desil: @rows: (element-type PamongDesilRow). @origin: file, title, source, compiled_by, compiled_on (nullable each): of rows that do not say. Without @commit a dry run. A
 * batch per village, one transaction each, of acts of at most 500 changes: "import" in a village, "inject" at the regency; taken back by pamong_import_undo(). What a village brought
 * in itself becomes, from the regency, a beda isian there. DENIED elsewhere, or for an account limited to a part. */
gboolean pamong_desil (PamongOffice *office, GPtrArray *rows, const PamongImport *origin, gboolean commit, PamongDesilFigures *figures, GError **error);
