/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Two records of one person become one: the kept record stays what it is (uid, history, what hangs on it), the double leaves the list by an event REMOVED whose
 * other_uid names the kept one. Both keep their history. pamong_office_undo takes that event back, from any computer of the village. */

/** pamong_office_merge: @taken: resident fields whose value @kept takes over from @gone, empty ones too; fields of one merge group come together, whichever is named
 * (family_uid with shdk, place with date of birth, lat with lng). @reason is required. father_nik and mother_nik of others follow to the NIK that @kept has in the
 * end. Refused (INVALID, nothing written): one record twice; one of the two no longer on the list; no such field; a family of either that would be left without
 * its head while others stay on it, or get a second one; what the rules block, only that the NIK of @gone is free. */
gboolean pamong_office_merge (PamongOffice *office, const char *kept_uid, const char *gone_uid, const int *taken, gsize n_taken, const char *reason,
                              GPtrArray **findings, GError **error);
/** pamong_office_merge_effect: what that would do, in sentences for a person, before anything is done; NIKs masked. For a reader: any thread's own store.
 * Returns: (transfer full) (array zero-terminated=1): NULL with NOT_FOUND or INVALID for two records that are no pair. */
char **pamong_office_merge_effect (PamongStore *store, const char *kept_uid, const char *gone_uid, const int *taken, gsize n_taken, GError **error);

/** PamongMergeHint: @kept_uid, @gone_uid: which record is better kept. @taken: (element-type int): fields that are filled in the other and empty in it, whole
 * merge groups, for pamong_office_merge(). */
typedef struct {
  char *kept_uid, *gone_uid;
  GArray *taken;
} PamongMergeHint;
void pamong_merge_hint_free (PamongMergeHint *hint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongMergeHint, pamong_merge_hint_free)
/** pamong_office_merge_suggest: keeps who leads others, has a NIK, stands on a card that has its number, is filled in further; in this order of weight. For a
 * reader. Returns: (transfer full): NULL with the errors of merge_effect. */
PamongMergeHint *pamong_office_merge_suggest (PamongStore *store, const char *a, const char *b, GError **error);
/** pamong_office_merge_takes: what @kept would take over from @gone when it is kept: as in the hint, for a screen that turns the two round. Returns: (transfer full)
 * (element-type int). */
GArray *pamong_office_merge_takes (const PamongRecord *kept, const PamongRecord *gone);

/** pamong_office_merge_findings: what became of merges while computers did not know of each other: both merged into each other, merged into two, the kept one taken
 * off the list, the double changed after it was merged. @uid: (nullable): merges in which this resident has part; NULL = all. Appends to @findings. For a reader. */
gboolean pamong_office_merge_findings (PamongStore *store, const char *uid, GPtrArray *findings, GError **error);
