/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"

/* What was read from a file and is not in the register yet (or was put there last): rows that stand on this computer only. They outlive the program, so that reading goes on where it
 * stopped. Office writes them, everybody may read. */

/** PamongImportState: READING: cut short, reading it again goes on; READ: not yet compared; READY: may be committed; DONE; UNDONE: taken back. */
typedef enum { PAMONG_IMPORT_READING = 1, PAMONG_IMPORT_READ, PAMONG_IMPORT_READY, PAMONG_IMPORT_DONE, PAMONG_IMPORT_UNDONE } PamongImportState;

/** PamongImportOutcome: what becomes of a row. NEW: a person is made (or taken up again after an undo); CHANGED: something of it will be written; DIFFERS: only differences
 * that are kept as they are stored; SAME; REFUSED: it stays out, a finding says why. */
typedef enum { PAMONG_IMPORT_NEW = 1, PAMONG_IMPORT_CHANGED, PAMONG_IMPORT_DIFFERS, PAMONG_IMPORT_SAME, PAMONG_IMPORT_REFUSED } PamongImportOutcome;

/** PamongImportFigures: @rows is the sum of the five outcomes. @families: formed. @differences: fields that differ from what is stored there, @taken of them taken. @findings: rows of findings. */
typedef struct {
  guint rows, added, changed, differs, same, refused, families, differences, taken, findings;
} PamongImportFigures;

/** PamongImport: @uid: of the batch. @file: name without folder. @title, @source, @compiled_by, @compiled_on: (nullable). @digest: of the file. @act: "import" or "inject".
 * @area: (nullable): village of rows that name none. @columns: (nullable): "resident.nik=C family.kk_number=B …": where fields stand in the file, for findings.
 * @stamp: how far the register was when it was compared. @is_here: it was made on this computer. @has_rows: its rows, differences and findings can be looked at: they go when it is over. */
typedef struct {
  gint64 id;
  char *uid, *file, *layout, *digest, *act, *title, *source, *compiled_by, *compiled_on, *area, *columns, *stamp;
  PamongImportState state;
  gint64 t;
  gboolean is_here, has_rows;
  PamongImportFigures figures;
} PamongImport;
void pamong_import_free (PamongImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongImport, pamong_import_free)

/** pamong_staging_imports: Returns: (transfer full) (element-type PamongImport): newest first. */
GPtrArray *pamong_staging_imports (PamongStore *store, GError **error);
/** pamong_staging_put: a new one (@import->id is 0 and is set), or all that can change of it. */
gboolean pamong_staging_put (PamongWrite *write, PamongImport *import, GError **error);
/** pamong_staging_forget_rows: rows, differences and findings of import @id. */
gboolean pamong_staging_forget_rows (PamongWrite *write, gint64 id, GError **error);
/** pamong_staging_forget_over: the same, to make room for the next file: its rows take the pages at once, so that they need not be blanked. */
gboolean pamong_staging_forget_over (PamongWrite *write, gint64 id, GError **error);
gboolean pamong_staging_forget (PamongWrite *write, gint64 id, GError **error);
/** pamong_staging_stamp: Returns: (transfer full): changes whenever the register does. */
char *pamong_staging_stamp (PamongStore *store, GError **error);

/** PamongStagedRow: @grp: the first @n of its card. @unread: a cell without which the row cannot stand was not read. @uid, @area, @status_date: (nullable), as the file says.
 * @resident_uid: (nullable): whom it was matched with; @person, @card: fields of resident and family as the file has them; they bear no uid. @print: the same for rows that say the same. */
typedef struct {
  guint n, grp, row;
  char *sheet, *uid, *area, *status_date, *resident_uid;
  PamongStatus status;
  gboolean unread;
  PamongImportOutcome outcome;
  PamongRecord *person, *card;
  guint64 print;
} PamongStagedRow;
void pamong_staged_row_free (PamongStagedRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongStagedRow, pamong_staged_row_free)
/** pamong_staging_add: a row as read. */
gboolean pamong_staging_add (PamongWrite *write, gint64 id, const PamongStagedRow *row, GError **error);
/** pamong_staging_mark: what was found out of a row. */
gboolean pamong_staging_mark (PamongWrite *write, gint64 id, const PamongStagedRow *row, GError **error);
/** PamongStagedFunc: @row: (transfer full). Returns: FALSE to stop with *@error set. */
typedef gboolean (*PamongStagedFunc) (PamongStagedRow *row, gpointer data, GError **error);
/** pamong_staging_walk: every row, card by card, each in the order of the file. */
gboolean pamong_staging_walk (PamongStore *store, gint64 id, PamongStagedFunc func, gpointer data, GError **error);
/** pamong_staging_page: in the order of the file. @outcome: 0 = all. Returns: (transfer full) (element-type PamongStagedRow). */
GPtrArray *pamong_staging_page (PamongStore *store, gint64 id, PamongImportOutcome outcome, guint offset, guint limit, GError **error);
/** pamong_staging_row: Returns: (transfer full) (nullable): row @n. */
PamongStagedRow *pamong_staging_row (PamongStore *store, gint64 id, guint n, GError **error);

/** PamongStagedDifference: @before, @after: in words. */
typedef struct {
  guint n;
  char *key, *before, *after;
  gboolean fill, take;
} PamongStagedDifference;
void pamong_staged_difference_free (PamongStagedDifference *difference);
gboolean pamong_staging_add_difference (PamongWrite *write, gint64 id, const PamongStagedDifference *difference, GError **error);
/** pamong_staging_differences: of row @n, 0 = of all; @chosen: only those where somebody chose otherwise than is usual. */
GPtrArray *pamong_staging_differences (PamongStore *store, gint64 id, guint n, gboolean chosen, GError **error);
/** pamong_staging_take: @n 0 = all rows, @key NULL = all fields; outcomes and figures follow. */
gboolean pamong_staging_take (PamongWrite *write, gint64 id, guint n, const char *key, gboolean take, GError **error);
gboolean pamong_staging_count (PamongStore *store, PamongImport *import, GError **error);

/** PamongStagedFinding: @n 0: of the whole file. @read: found while reading. @severity: of PamongSeverity. */
typedef struct {
  guint n, row;
  char *sheet, *column, *key, *value, *rule, *message, *remedy;
  gboolean read;
  int severity;
} PamongStagedFinding;
void pamong_staged_finding_free (PamongStagedFinding *finding);
gboolean pamong_staging_add_finding (PamongWrite *write, gint64 id, const PamongStagedFinding *finding, GError **error);
/** pamong_staging_findings: @n: of one row; 0: all, in the order of the file. */
GPtrArray *pamong_staging_findings (PamongStore *store, gint64 id, guint n, guint offset, guint limit, GError **error);
/** pamong_staging_forget_results: what a comparison found. */
gboolean pamong_staging_forget_results (PamongWrite *write, gint64 id, GError **error);
