/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include "domain/record.h"

/** PamongOp: what a change does to its record. */
typedef enum { PAMONG_OP_INSERT, PAMONG_OP_UPDATE, PAMONG_OP_DELETE, PAMONG_OP_RESTORE, PAMONG_OP_RESOLVE } PamongOp;
const char *pamong_op_name (PamongOp op);
int pamong_op_from_name (const char *name);

/** PamongDelta: one field of a change: key, old and new value. @field: index in the registry, -1 for a key this program does not know
 * (then @old_value and @new_value hold its JSON as text). */
typedef struct {
  char *key;
  int field;
  PamongValue old_value, new_value;
} PamongDelta;

/** PamongChange: one row of the change table (R1). @tx: first seq of its act, @n: how many changes the act has. @area: (nullable): NULL = the sender's
 * own area. @set: (element-type PamongDelta).
 * @fault: PamongReason, not 0 when the parser could not understand the change (unknown kind: @kind is -1); then @raw holds it as it came, and the others
 * of the batch go on (R5). */
typedef struct {
  gint64 seq;
  gint64 tx;
  int n;
  PamongKind kind;
  char *uid;
  char *area;
  PamongOp op;
  gint64 base;
  GPtrArray *set;
  char *actor;
  char *act;
  char *reason;
  gint64 t;
  int fault;
  char *raw;
} PamongChange;
PamongChange *pamong_change_new (void);
/** pamong_delta_new: Returns: (transfer full): for field @key of @kind, both values empty. */
PamongDelta *pamong_delta_new (PamongKind kind, const char *key);
void pamong_delta_free (PamongDelta *delta);
/** pamong_change_text: the whole change as JSON, nothing left out: what is hashed and what is kept of a rejected one. Returns: (transfer full). */
char *pamong_change_text (const PamongChange *change);
void pamong_change_free (PamongChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongChange, pamong_change_free)

/** pamong_set_parse: @json: `{"key":[old,new],…}` as the capture triggers write it. Returns: (transfer full) (element-type PamongDelta). */
GPtrArray *pamong_set_parse (PamongKind kind, const char *json, GError **error);
/** pamong_set_format: the same way back; order of the array kept. */
char *pamong_set_format (GPtrArray *set);
/** pamong_record_to_json: Returns: (transfer full): `{"key":value,…}`: fields that are set, and `extra`. No uid, area, version. */
char *pamong_record_to_json (const PamongRecord *record);
/** pamong_record_put_extra: sets key @key, unknown to this program, to @json (NULL takes it away). */
void pamong_record_put_extra (PamongRecord *record, const char *key, const char *json);
/** pamong_record_dup_extra: Returns: (transfer full) (nullable): JSON of the unknown key @key. */
char *pamong_record_dup_extra (const PamongRecord *record, const char *key);
/** pamong_record_from_json: fills the fields of @record from an object; unknown keys go to extra; wrong types are INVALID. */
gboolean pamong_record_from_json (PamongRecord *record, const char *json, GError **error);
/** pamong_card_to_json / from_json: a family card as in commands.md ({kk_number, address, dusun, rw, rt, members:[…]}); drafts and `family add` use it.
 * from_json reads values by pamong_record_parse, so that codes may be words and dates dd-mm-yyyy; the message names member and field. */
char *pamong_card_to_json (const PamongFamilyCard *card);
PamongFamilyCard *pamong_card_from_json (const char *json, const char *area, GError **error);
