/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/merge.h"

/* For this room only: what the act of merging and its words share. */

/** pamong_merge_load: @kept, @gone: (out) (transfer full): the two as stored. FALSE when they are one record, one is not here, or one no longer counts as living here. */
gboolean pamong_merge_load (PamongStore *store, const char *kept_uid, const char *gone_uid, PamongRecord **kept, PamongRecord **gone, GError **error);
/** pamong_merge_take: Returns: (transfer full): @kept with the merge groups of @taken as in @gone; NULL with INVALID for a field that is none. */
PamongRecord *pamong_merge_take (const PamongRecord *kept, const PamongRecord *gone, const int *taken, gsize n_taken, GError **error);
