/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* What has become of a batch that the regency brought into a village. */

/** PamongBatchState: @waiting, @held: changes of it, or of its taking back, that the centre has not taken yet. @people: whom it made, who stand on the list; @confirmed: those of them
 * the village has checked. @returned: the village was the last to take it back. */
typedef struct {
  gint64 waiting, held, people, confirmed;
  gboolean returned;
} PamongBatchState;
/** pamong_store_batch_state: of batch @uid, wherever it was made. */
gboolean pamong_store_batch_state (PamongStore *store, const char *uid, PamongBatchState *state, GError **error);
/** pamong_store_batch_time: Returns: when batch @uid was written, here or where it came from; 0 when that is not known. */
gint64 pamong_store_batch_time (PamongStore *store, const char *uid);
/** pamong_store_batch_gone: Returns: (transfer full) (element-type PamongRecord): events of batch @uid that were taken back, and nothing like them stands; in the order they were entered. */
GPtrArray *pamong_store_batch_gone (PamongStore *store, const char *uid, GError **error);
