/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"
#include "store/staging.h"

/* Many people at once, from a file. What was read stands on this computer row by row (an import), is compared with the register as often as wanted, and then goes in
 * whole: one transaction, made of acts of at most 500 changes. What went in is a record of the kind batch, which travels.
 *
 * Every change of a batch has the act "import UID" (or "inject UID") with the uid of the batch, so that its name stands beside every field on every computer; events carry
 * it in their field `batch` too. */

/* Reading (imports_list.c): for any thread's own store. */
/** pamong_imports_list: Returns: (transfer full) (element-type PamongImport): newest first: those of this computer in any state, and committed ones of others. */
GPtrArray *pamong_imports_list (PamongStore *store, GError **error);
/** pamong_import_get: Returns: (transfer full): NULL with NOT_FOUND. */
PamongImport *pamong_import_get (PamongStore *store, const char *uid, GError **error);

/** PamongImportDifference: @key: "resident.religion", "family.rw"; @label, @before, @after: for a person ("" = empty). @fill: nothing is stored there, so it is taken unless said otherwise. */
typedef struct {
  char *key;
  const char *label;
  char *before, *after;
  gboolean fill, take;
} PamongImportDifference;
/** PamongImportRow: @n: number of the row in the import, from 1. @sheet, @row: as the file counts. @resident_uid: (nullable): whom it was matched with, or who was made of it.
 * @differences: (element-type PamongImportDifference). */
typedef struct {
  guint n, row;
  char *sheet, *name, *nik, *kk_number, *resident_uid;
  PamongStatus status;
  PamongImportOutcome outcome;
  GPtrArray *differences;
} PamongImportRow;
void pamong_import_row_free (PamongImportRow *row);
/** pamong_import_rows: @outcome: 0 for all. Returns: (transfer full) (element-type PamongImportRow): in the order of the file. */
GPtrArray *pamong_import_rows (PamongStore *store, const char *uid, PamongImportOutcome outcome, guint offset, guint limit, GError **error);

/** pamong_import_row_person: Returns: (transfer full) (nullable): uid of the resident row @n was matched with, or who was made of it when the import went in. */
char *pamong_import_row_person (PamongStore *store, const char *uid, guint n);

/** PamongImportFinding: @n: of the row, 0 for the whole file. @column: (nullable): letters. @field: (nullable): label of the field. @value: what was read. @rule: id of rules.csv, or
 * "import-…". @refuses: the row stays out because of it. */
typedef struct {
  guint n, row;
  char *sheet, *column;
  const char *field;
  char *value, *rule, *message, *remedy;
  PamongSeverity severity;
  gboolean refuses;
} PamongImportFinding;
void pamong_import_finding_free (PamongImportFinding *finding);
/** pamong_import_findings: @n: of one row; 0: all, in the order of the file. Returns: (transfer full) (element-type PamongImportFinding). */
GPtrArray *pamong_import_findings (PamongStore *store, const char *uid, guint n, guint offset, guint limit, GError **error);

/** PamongImportProgressFunc: on the office's thread. @total: 0 when not known. Returns: FALSE to stop; what is being committed is then left undone whole. */
typedef gboolean (*PamongImportProgressFunc) (guint done, guint total, gpointer data);

/** PamongImportEffect: what taking back would do. @leave: people who leave the list; @stay: whom the village has confirmed, who stay. @back: people and cards of which something goes
 * back to what it was; @kept: fields that were changed since and stay as they are. */
typedef struct { guint leave, stay, back, kept; } PamongImportEffect;
/** pamong_import_undo_effect: for any thread's own store; it looks at every record of the batch. Same errors as pamong_import_undo(). */
gboolean pamong_import_undo_effect (PamongStore *store, const char *uid, PamongImportEffect *effect, GError **error);

/* Acts (imports.c, imports_commit.c, imports_undo.c). DENIED away from the village, signed out, or with an account limited to a part of it. */
/* Acts (imports.c, imports_commit.c, imports_undo.c). DENIED away from the village or signed out. An account limited to a part of the village brings in what is of
 * that part, and takes no import back. */
/** pamong_import_compare: the dry run: matches every row, lists differences, asks the rules. Choices made before are kept where the difference is still the same. */
gboolean pamong_import_compare (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error);
/** pamong_import_choose: takes or keeps differences. @n: of one row, 0 = of all. @key: of one field, NULL = all. The outcomes follow. */
gboolean pamong_import_choose (PamongOffice *office, const char *uid, guint n, const char *key, gboolean take, GError **error);
/** pamong_import_commit: all or nothing. Compares anew by itself when the register changed since. INVALID when there is nothing to write. */
gboolean pamong_import_commit (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error);
/** pamong_import_undo: everything of the batch is taken back in one transaction: fields go back where nobody changed them since, people it made leave the list, events
 * are taken back by counter-events. */
gboolean pamong_import_undo (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error);
/** pamong_import_drop: forgets what was read and never committed. */
gboolean pamong_import_drop (PamongOffice *office, const char *uid, GError **error);

/** pamong_imports_tidy: the rows of imports that are over are forgotten: whom they speak of stands in the register, and who stayed out is nobody's business any more. What is being looked at can be gone on with. */
gboolean pamong_imports_tidy (PamongOffice *office, GError **error);

/** pamong_import_batch_of: Returns: (nullable) (transfer none): the uid of the batch in @act, "import UID" or "inject UID". */
const char *pamong_import_batch_of (const char *act);
/** pamong_import_source_words: Returns: (transfer full): "SIAK semester I, disusun … 02-11-2026, berkas penduduk.xlsx", for the history of a field; NULL when @act is none of a
 * batch that is known here. */
char *pamong_import_source_words (PamongStore *store, const char *act);

/* Intake (imports_intake.c): for exchange, which reads the files. */
typedef struct _PamongIntake PamongIntake;
/** pamong_intake_begin: @import: what is known of the file; its uid is set. One with the same digest and layout that was cut short is gone on with: *@skip rows of it stand already. */
PamongIntake *pamong_intake_begin (PamongOffice *office, PamongImport *import, guint *skip, GError **error);
/** pamong_intake_tell: something of the whole file, once. @value: (nullable): what was read. */
gboolean pamong_intake_tell (PamongIntake *intake, const char *value, const char *rule, const char *message, const char *remedy, GError **error);
/** PamongIntakeProblem: a cell that was left out. @column: letters. @key: "resident.birth_date". */
typedef struct { const char *column, *key, *text, *message; const PamongField *field; } PamongIntakeProblem;
/** PamongIntakeRow: @uid: (nullable): ours, from our own export. @area: (nullable): village named by the row. @status: 0 = not said. @status_date: (nullable).
 * @resident, @family: borrowed; a parent's NIK that is none is taken out of @resident, with a finding. */
typedef struct {
  const char *sheet, *uid, *area, *status_date;
  guint row;
  PamongStatus status;
  PamongRecord *resident, *family;
  const PamongIntakeProblem *problems;
  guint n_problems;
} PamongIntakeRow;
gboolean pamong_intake_add (PamongIntake *intake, const PamongIntakeRow *row, GError **error);
/** pamong_intake_end: everything was read. INVALID when that was nobody. */
gboolean pamong_intake_end (PamongIntake *intake, GError **error);
/** pamong_intake_free: what was sliced off already stays, to go on with. */
void pamong_intake_free (PamongIntake *intake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongIntake, pamong_intake_free)
