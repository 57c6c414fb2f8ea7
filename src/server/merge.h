/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/change.h"

/* The three-way merge by field group (R7), pure: what the sender saw, what he wants, what stands here. */

/** PamongClash: one group on which both changed. @key: of the field that leads the group. @base, @current, @other: JSON objects of what the sender
 * saw, what stands, and what he wants. */
typedef struct { char *key, *base, *current, *other; } PamongClash;

/**
 * PamongMerge:
 * @record: what stands after the merge
 * @clashes: (element-type PamongClash): groups left as they stood
 * @settled: (element-type utf8): keys of the groups that did not clash
 * @taken: (element-type utf8): those of them that are new in the record
 * @left: a group was neither taken nor kept aside: the sender does not have what stands here
 */
typedef struct {
  PamongRecord *record;
  GPtrArray *clashes;
  GPtrArray *settled;
  GPtrArray *taken;
  gboolean left;
} PamongMerge;

/** PamongMergeBound: what a sender may do to a group beside the three-way rule. FREE: nothing is forbidden. FILL: only blank fields are taken, else it is a clash. BACK: taken
 * if every field is as the sender saw it, else left without a word. LEAVE: never taken, and no clash. */
typedef enum { PAMONG_MERGE_FREE, PAMONG_MERGE_FILL, PAMONG_MERGE_BACK, PAMONG_MERGE_LEAVE } PamongMergeBound;
/** PamongMergeBoundFunc: @key: of a group. */
typedef PamongMergeBound (*PamongMergeBoundFunc) (const char *key, gpointer data);

/** pamong_merge: @current: the record as it stands; @change: what came; @foreign: (array zero-terminated=1) (nullable): keys of the groups that somebody else
 * changed after what the sender saw. Per group: every field as the sender saw it (or already as he wants it): taken; nothing left to do: left; else a clash,
 * and the current value stays. A part of a foreign group is a clash too: half of one address and half of another would be nobody's. */
PamongMerge *pamong_merge (const PamongRecord *current, const PamongChange *change, const char *const *foreign);
/** pamong_merge_bound: the same for a sender who may not do everything. @bound: (nullable). */
PamongMerge *pamong_merge_bound (const PamongRecord *current, const PamongChange *change, const char *const *foreign, PamongMergeBoundFunc bound, gpointer data);
/** pamong_merge_keys: Returns: (transfer full): key of every group @change speaks of. */
char **pamong_merge_keys (const PamongChange *change);
void pamong_merge_free (PamongMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongMerge, pamong_merge_free)
