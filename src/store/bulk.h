/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* A whole district or regency at once into a store that holds nobody yet (practice, measuring): rows as if they had been fetched, without history, in big
 * transactions, list and triggers made at the end. A program killed in between leaves a store that opens with what was committed. */
typedef struct _PamongBulk PamongBulk;
/** pamong_bulk_begin: INVALID when the store has residents already. */
PamongBulk *pamong_bulk_begin (PamongStore *store, GError **error);
/** pamong_bulk_put: @record must be new. */
gboolean pamong_bulk_put (PamongBulk *bulk, const PamongRecord *record, GError **error);
/** pamong_bulk_slice: commits what was put so far and goes on. */
gboolean pamong_bulk_slice (PamongBulk *bulk, GError **error);
/** pamong_bulk_end: (transfer full) takes @bulk: commits, makes list rows and triggers. */
gboolean pamong_bulk_end (PamongBulk *bulk, GError **error);
void pamong_bulk_free (PamongBulk *bulk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBulk, pamong_bulk_free)
