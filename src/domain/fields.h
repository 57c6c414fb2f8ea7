/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** PamongKind: a kind of record. The order is only in memory; on the wire and on disk kinds are named. */
typedef enum {
  PAMONG_KIND_RESIDENT,
  PAMONG_KIND_FAMILY,
  PAMONG_KIND_AREA,
  PAMONG_KIND_EVENT,
  PAMONG_KIND_ACCOUNT,
  PAMONG_KIND_PLACE,
  PAMONG_KIND_WAIVER,
  PAMONG_KIND_CONFLICT,
  PAMONG_KIND_IDENTITY,
  PAMONG_KIND_OFFICIAL,
  PAMONG_KIND_REMINDER,
  PAMONG_KIND_BATCH,
  PAMONG_KIND_LETTER,
  PAMONG_KIND_LETTER_TYPE,
  PAMONG_KIND_NUMBERING,
  PAMONG_KIND_INCOMING,
  PAMONG_KIND_DESK,
  PAMONG_KIND_OPINION,
  PAMONG_N_KINDS
} PamongKind;

/** PamongType: how a value is stored, typed and checked. CODE, INT, BOOL are integers; REAL a double; all others text. DATE is `YYYY-MM-DD`,
 * RTRW three digits, NIK sixteen digits, NAME upper case. LONG is text of up to PAMONG_LONG_BYTES (a logo, values before an act), never typed; other texts up to 2,000 bytes. */
typedef enum {
  PAMONG_TYPE_TEXT, PAMONG_TYPE_NAME, PAMONG_TYPE_NIK, PAMONG_TYPE_UID, PAMONG_TYPE_DATE, PAMONG_TYPE_RTRW,
  PAMONG_TYPE_CODE, PAMONG_TYPE_INT, PAMONG_TYPE_BOOL, PAMONG_TYPE_REAL, PAMONG_TYPE_LONG
} PamongType;

/** PAMONG_LONG_BYTES: of one LONG value. */
#define PAMONG_LONG_BYTES 49152

/** PamongPdp: class of personal data, UU 27/2022 article 4. */
typedef enum { PAMONG_PDP_NONE, PAMONG_PDP_GENERAL, PAMONG_PDP_SPECIFIC } PamongPdp;

/** PamongField: one row of the registry. @group: field index that leads its merge group (itself when alone). */
typedef struct {
  PamongKind kind;
  int index;
  const char *key;
  PamongType type;
  const char *codes;
  int group;
  const char *label; /* English msgid; show gettext (label) */
  gboolean required;
  PamongPdp pdp;
} PamongField;

/* One enum per kind: PAMONG_RESIDENT_NIK … PAMONG_RESIDENT_N_FIELDS; the value is the position in the record. */
#define FIELD(NAME, ...) PAMONG_RESIDENT_##NAME,
typedef enum {
#include "domain/fields/resident.def"
  PAMONG_RESIDENT_N_FIELDS
} PamongResidentField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_FAMILY_##NAME,
typedef enum {
#include "domain/fields/family.def"
  PAMONG_FAMILY_N_FIELDS
} PamongFamilyField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_AREA_##NAME,
typedef enum {
#include "domain/fields/area.def"
  PAMONG_AREA_N_FIELDS
} PamongAreaField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_EVENT_##NAME,
typedef enum {
#include "domain/fields/event.def"
  PAMONG_EVENT_N_FIELDS
} PamongEventField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_ACCOUNT_##NAME,
typedef enum {
#include "domain/fields/account.def"
  PAMONG_ACCOUNT_N_FIELDS
} PamongAccountField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_PLACE_##NAME,
typedef enum {
#include "domain/fields/place.def"
  PAMONG_PLACE_N_FIELDS
} PamongPlaceField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_WAIVER_##NAME,
typedef enum {
#include "domain/fields/waiver.def"
  PAMONG_WAIVER_N_FIELDS
} PamongWaiverField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_CONFLICT_##NAME,
typedef enum {
#include "domain/fields/conflict.def"
  PAMONG_CONFLICT_N_FIELDS
} PamongConflictField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_IDENTITY_##NAME,
typedef enum {
#include "domain/fields/identity.def"
  PAMONG_IDENTITY_N_FIELDS
} PamongIdentityField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_OFFICIAL_##NAME,
typedef enum {
#include "domain/fields/official.def"
  PAMONG_OFFICIAL_N_FIELDS
} PamongOfficialField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_REMINDER_##NAME,
typedef enum {
#include "domain/fields/reminder.def"
  PAMONG_REMINDER_N_FIELDS
} PamongReminderField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_BATCH_##NAME,
typedef enum {
#include "domain/fields/batch.def"
  PAMONG_BATCH_N_FIELDS
} PamongBatchField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_LETTER_##NAME,
typedef enum {
#include "domain/fields/letter.def"
  PAMONG_LETTER_N_FIELDS
} PamongLetterRecordField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_LETTER_TYPE_##NAME,
typedef enum {
#include "domain/fields/letter_type.def"
  PAMONG_LETTER_TYPE_N_FIELDS
} PamongLetterTypeField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_NUMBERING_##NAME,
typedef enum {
#include "domain/fields/numbering.def"
  PAMONG_NUMBERING_N_FIELDS
} PamongNumberingField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_INCOMING_##NAME,
typedef enum {
#include "domain/fields/incoming.def"
  PAMONG_INCOMING_N_FIELDS
} PamongIncomingField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_DESK_##NAME,
typedef enum {
#include "domain/fields/desk.def"
  PAMONG_DESK_N_FIELDS
} PamongDeskField;
#undef FIELD

#define FIELD(NAME, ...) PAMONG_OPINION_##NAME,
typedef enum {
#include "domain/fields/opinion.def"
  PAMONG_OPINION_N_FIELDS
} PamongOpinionField;
#undef FIELD

/** pamong_kind_is_of_server: Returns: TRUE for what only the centre writes: places, conflicts, desks. */
gboolean pamong_kind_is_of_server (PamongKind kind);
/** pamong_kind_name: Returns: "resident", "family", … the table, the wire name. */
const char *pamong_kind_name (PamongKind kind);
/** pamong_kind_from_name: Returns: the kind, or -1. */
int pamong_kind_from_name (const char *name);
/** pamong_kind_fields: @n: (out): how many. Returns: (array length=n) (transfer none): the kind's fields; position == enum value. */
const PamongField *pamong_kind_fields (PamongKind kind, guint *n);
/** pamong_field_get: Returns: (transfer none): field number @index of @kind. */
const PamongField *pamong_field_get (PamongKind kind, int index);
/** pamong_field_find: Returns: (transfer none) (nullable): the field with this key. */
const PamongField *pamong_field_find (PamongKind kind, const char *key);
