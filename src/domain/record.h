/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/fields.h"

/** PamongValue: one field's value. Codes, ints and booleans are PAMONG_VALUE_INT; dates, NIK and all words are PAMONG_VALUE_TEXT. */
typedef enum { PAMONG_VALUE_NULL, PAMONG_VALUE_INT, PAMONG_VALUE_REAL, PAMONG_VALUE_TEXT } PamongValueType;
typedef struct {
  PamongValueType type;
  union {
    gint64 i;
    double d;
    char *s; /* owned */
  };
} PamongValue;

void pamong_value_clear (PamongValue *value);
void pamong_value_copy (PamongValue *dest, const PamongValue *src);
gboolean pamong_value_equal (const PamongValue *a, const PamongValue *b);

/**
 * PamongRecord:
 * @uid: random, or derived for an area
 * @area: village code the record belongs to, "35.22.28.2001"
 * @version: server version last seen; 0 = never sent
 * @extra: (nullable): JSON object of keys this program does not know yet, kept and given back (R20)
 * @values: one per field of the registry
 *
 * A plain record of any kind: what is typed, stored, sent, merged. Fields are read and set by the enum of the kind.
 */
typedef struct {
  PamongKind kind;
  char *uid;
  char *area;
  gint64 version;
  char *extra;
  guint n_values;
  PamongValue *values;
} PamongRecord;

/** pamong_record_new: Returns: (transfer full): an empty record with a new uid (none for PLACE; set it). @area: (nullable). */
PamongRecord *pamong_record_new (PamongKind kind, const char *area);
/** pamong_record_new_known: the same for a record that has its @uid already: no random numbers are asked of the system. */
PamongRecord *pamong_record_new_known (PamongKind kind, const char *uid, const char *area);
PamongRecord *pamong_record_copy (const PamongRecord *record);
void pamong_record_free (PamongRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongRecord, pamong_record_free)

/** pamong_record_text: Returns: (nullable) (transfer none): text of a text field; NULL when empty. */
const char *pamong_record_text (const PamongRecord *record, int field);
/** pamong_record_int: Returns: the code or number; 0 when empty (no code list uses 0). */
gint64 pamong_record_int (const PamongRecord *record, int field);
double pamong_record_real (const PamongRecord *record, int field);
gboolean pamong_record_is_set (const PamongRecord *record, int field);
/** pamong_record_set_text: NULL or "" empties the field. */
void pamong_record_set_text (PamongRecord *record, int field, const char *text);
void pamong_record_set_int (PamongRecord *record, int field, gint64 value);
void pamong_record_set_real (PamongRecord *record, int field, double value);
void pamong_record_set_value (PamongRecord *record, int field, const PamongValue *value);
void pamong_record_clear (PamongRecord *record, int field);
/** pamong_record_differs: Returns: TRUE if field @field is not equal in both. */
gboolean pamong_record_differs (const PamongRecord *a, const PamongRecord *b, int field);

/** pamong_record_parse: sets a field from what a person or a script wrote: codes by number or label, dates as yyyy-mm-dd,
 * dd-mm-yyyy, dd/mm/yyyy or ddmmyyyy, "003" for "3" in RT/RW, names in capitals, single spaces. "" empties the field, "0" does so for a NIK.
 * Refused: control characters, broken UTF-8, names over PAMONG_NAME_MAX and other words over 250 letters. A NIK of the wrong length is kept as typed: a rule speaks of it.
 * Nothing changes on error. Returns: FALSE with PAMONG_ERROR_INVALID and an Indonesian message naming field, value, remedy. */
gboolean pamong_record_parse (PamongRecord *record, int field, const char *text, GError **error);
/** pamong_record_format: Returns: (transfer full): the value for a person: code label in sentence case, date dd-mm-yyyy; "" when empty. */
char *pamong_record_format (const PamongRecord *record, int field);
/** pamong_record_completeness: @filled, @required: (out): required fields of the kind that are filled, and how many there are. */
void pamong_record_completeness (const PamongRecord *record, guint *filled, guint *required);

/** PamongFamilyCard: (a whole card): the family and its living members, head first. */
typedef struct {
  PamongRecord *family;
  GPtrArray *members; /* PamongRecord RESIDENT, owned */
} PamongFamilyCard;
PamongFamilyCard *pamong_family_card_new (const char *area);
void pamong_family_card_free (PamongFamilyCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongFamilyCard, pamong_family_card_free)
/** pamong_family_card_head: Returns: (nullable) (transfer none): the first member with shdk 1. */
PamongRecord *pamong_family_card_head (const PamongFamilyCard *card);
