/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include "domain/record.h"

/* A conflict record keeps a clash of one merge group of one record (R7): base and current are JSON objects {key: value}; other is the chain
 * [{"values":{key: value},"by":"…","act":"inject UID","t":…}], oldest first; act only of what a regency would have filled in, to name its source. */

/** PamongConflictSide: one value of a clash. @values: a record of the subject's kind in which the fields of the group are set as that side had them
 * (a field the side had empty is empty). @keys: (array zero-terminated=1): the fields the side speaks of. @by: who, for a person (nullable). @act: (nullable): "inject UID" of a batch. @t: client time. */
typedef struct {
  PamongRecord *values;
  char **keys;
  char *by, *act;
  gint64 t;
} PamongConflictSide;
void pamong_conflict_side_free (PamongConflictSide *side);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongConflictSide, pamong_conflict_side_free)

/** pamong_conflict_current: @conflict: a CONFLICT record. Returns: (transfer full) (nullable): the value that is current; NULL with INVALID when it can't be read. */
PamongConflictSide *pamong_conflict_current (const PamongRecord *conflict, GError **error);
/** pamong_conflict_others: the values kept aside, oldest first: `[{"values":{"name":"…"},"by":"…","t":1790000000}]`.
 * Returns: (transfer full) (element-type PamongConflictSide) (nullable): NULL with INVALID when they can't be read. */
GPtrArray *pamong_conflict_others (const PamongRecord *conflict, GError **error);

/** pamong_conflict_uid: the one conflict of (record, group), the same on every computer. @key: key of the field that leads the group. */
char *pamong_conflict_uid (const char *subject_uid, const char *key);
/** pamong_conflict_add_other: appends one to the chain; the same link is not added twice in a row.
 * @values: JSON object {key: value}. @by, @act: (nullable). */
void pamong_conflict_add_other (PamongRecord *conflict, const char *values, const char *by, const char *act, gint64 t);
