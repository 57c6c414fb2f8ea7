/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/act.h"

/* For this room only: a REMOVED event with notes (a merge) is taken back, and a resident counts again. */

/** pamong_return_status: Returns: what the resident will be without @event; another removal may still stand. */
PamongStatus pamong_return_status (PamongStore *store, const PamongRecord *event);
/** pamong_return_words: Returns: (transfer full): the same as a sentence. */
char *pamong_return_words (PamongStore *store, const PamongRecord *event);
/** pamong_return_check_heads: INVALID when @family_uid would have no head any more, or a second one that is none of the two who were merged. */
gboolean pamong_return_check_heads (PamongAct *act, const PamongRecord *event, const char *family_uid, GError **error);
/** pamong_return_excuse: what was wrong with the two before they were merged, or between them, only warns: their common NIK is why they were merged. Called when all was
 * checked. @families: (element-type utf8): set of cards that change. */
void pamong_return_excuse (PamongAct *act, const PamongRecord *event, GHashTable *families);
