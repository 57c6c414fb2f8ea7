/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/change.h"

/** PamongBefore: one record as an act found it, from the field `before` of its event: `{"resident <uid>": {"key": [old,new]}, "family <uid>": null}`.
 * @made: the act made the record (null); then @set is empty. @set: (element-type PamongDelta): what the act changed. */
typedef struct {
  PamongKind kind;
  char *uid;
  gboolean made;
  GPtrArray *set;
} PamongBefore;
/** pamong_before_new: Returns: (transfer full): nothing changed yet. */
PamongBefore *pamong_before_new (PamongKind kind, const char *uid);
void pamong_before_free (PamongBefore *before);
/** pamong_before_note: notes each field in which @now differs from @stored. */
void pamong_before_note (PamongBefore *before, const PamongRecord *stored, const PamongRecord *now);
/** pamong_before_note_all: notes every field, also where both are the same: the record as it was. */
void pamong_before_note_all (PamongBefore *before, const PamongRecord *stored, const PamongRecord *now);
/** pamong_befores_format: @befores: (element-type PamongBefore). Returns: (transfer full) (nullable): the JSON; NULL when there is nothing in it, or more than the
 * field holds (PAMONG_LONG_BYTES). */
char *pamong_befores_format (GPtrArray *befores);
/** pamong_befores_parse: Returns: (transfer full) (element-type PamongBefore): NULL with INVALID when this version cannot read it whole. */
GPtrArray *pamong_befores_parse (const char *json, GError **error);
