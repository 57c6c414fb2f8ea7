/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"
#include <stdarg.h>

/** PamongSeverity: BLOCK never passes; OVERRIDE passes with a reason, which is kept and synced; WARN passes and stands in Perlu dicek. */
typedef enum { PAMONG_SEVERITY_WARN, PAMONG_SEVERITY_OVERRIDE, PAMONG_SEVERITY_BLOCK } PamongSeverity;

/**
 * PamongFinding:
 * @rule: id of data/rules/rules.csv
 * @kind, @uid: the record it speaks of
 * @member: row on the family card, -1 for the card itself or a lone resident
 * @field: field of that record, -1 for the whole
 * @message: what is wrong and where, Indonesian, names the person
 * @remedy: what to do
 * @other_uid: (nullable): the other record it speaks of (who has this NIK already)
 * @suggestion: (nullable): value that would mend @field, as stored (date read from the NIK)
 */
typedef struct {
  char *rule;
  PamongSeverity severity;
  PamongKind kind;
  char *uid;
  int member;
  int field;
  char *message;
  char *remedy;
  char *other_uid;
  char *suggestion;
} PamongFinding;
void pamong_finding_free (PamongFinding *finding);
/** pamong_severity_name: Returns: "warn", "override", "block". */
const char *pamong_severity_name (PamongSeverity severity);
/** pamong_findings_new: Returns: (transfer full) (element-type PamongFinding): an empty list that owns its findings. */
GPtrArray *pamong_findings_new (void);
/** pamong_findings_worst: Returns: the highest severity, or -1 for none. */
int pamong_findings_worst (GPtrArray *findings);

/** pamong_findings_add: for what only the caller can see (an event's date): words of @rule, then pairs of placeholder and value, NULL. {name} and {field} are
 * filled in; the pairs "suggestion" and "other_uid" go to the finding. @member: row on the card or -1. @field: of @record, or -1. */
void pamong_findings_add (GPtrArray *findings, const char *rule, const PamongRecord *record, int member, int field, ...) G_GNUC_NULL_TERMINATED;
void pamong_findings_add_valist (GPtrArray *findings, const char *rule, const PamongRecord *record, int member, int field, va_list args);

/** PamongHolder: who holds a number already. */
typedef struct {
  char *uid, *name, *rt, *area;
} PamongHolder;
void pamong_holder_free (PamongHolder *holder);

/**
 * PamongFacts: what the rules need to know beyond the record: the day, and who else holds a number. The lookups are given by the caller (store or
 * server); NULL = not asked. They return (transfer full) (nullable) another *alive* holder than @except_uid.
 */
typedef struct {
  const char *today; /* YYYY-MM-DD */
  PamongHolder *(*nik_holder) (const char *nik, const char *except_uid, gpointer data);
  PamongHolder *(*kk_holder) (const char *kk_number, const char *except_uid, gpointer data);
  gboolean (*is_waived) (const char *subject_uid, const char *rule, const char *value, gpointer data); /* an accepted override */
  gpointer data;
} PamongFacts;

/** pamong_rules_check_resident: all rules about one person; @family: (nullable): the card it stands on. Appends to @findings. */
void pamong_rules_check_resident (const PamongRecord *resident, const PamongRecord *family, const PamongFacts *facts, GPtrArray *findings);
/** pamong_rules_check_family: all rules about a whole card: the family, each member (check_resident included), and how they stand together.
 * @registering: TRUE for a new card: exactly one head is then a block. */
void pamong_rules_check_family (const PamongFamilyCard *card, gboolean registering, const PamongFacts *facts, GPtrArray *findings);
/**
 * PamongMerged: a record that was merged into another one, by an event that stands.
 * @gone, @kept: as they are now
 * @noted: @gone as it was when it was merged
 * @left: (nullable): who is left on the list: @kept, or whom that was merged into in turn
 * @second: (nullable): whom another merge of @gone leads to, when it is not @left
 * @round: the merges lead back to @gone
 */
typedef struct {
  const PamongRecord *gone, *kept, *noted, *left, *second;
  gboolean round;
} PamongMerged;
/** pamong_rules_check_merge: all rules about a merge; the findings speak of @gone, or of @left where that is to be corrected. */
void pamong_rules_check_merge (const PamongMerged *merged, const PamongFacts *facts, GPtrArray *findings);
/** pamong_rules_check_field: the rules that speak of one field only, for a hint when the field is left. */
void pamong_rules_check_field (const PamongRecord *record, int field, const PamongFacts *facts, GPtrArray *findings);
/** pamong_rules_severity: Returns: severity of a rule id, or -1 if unknown. */
int pamong_rules_severity (const char *rule);
/** pamong_rules_title: Returns: (transfer none): short Indonesian name of the rule for a list. */
const char *pamong_rules_title (const char *rule);
