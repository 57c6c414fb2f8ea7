/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"
#include "wire/envelope.h"

/* What waits for the line (R3): everything neither acked nor held. */
typedef struct {
  gint64 pending, held, conflicts, sent, last_seq;
  gint64 oldest_pending; /* time, 0 = none */
  gint64 last_sync;      /* time of the last round that ended well, 0 = never */
} PamongOutboxCounts;
gboolean pamong_outbox_counts (PamongStore *store, PamongOutboxCounts *counts, GError **error);
/** pamong_outbox_batch: the next changes by seq, whole acts only, whose packed body stays within PAMONG_BATCH_BYTES (one act always fits).
 * Returns: (transfer full) (nullable): NULL when nothing is pending. device and epoch are filled in. */
PamongPushRequest *pamong_outbox_batch (PamongStore *store, GError **error);
/** pamong_outbox_answer: stores the server's answer for exactly these seqs, with versions, conflicts and server values, in one apply transaction. */
gboolean pamong_outbox_answer (PamongWrite *write, const PamongPushAnswer *answer, GError **error);
/** PamongOutboxItem: one waiting act by its human name. */
typedef struct { gint64 seq, t; int n; char *act, *kind, *uid, *who, *place, *actor_name, *state, *reason, *remedy; } PamongOutboxItem;
void pamong_outbox_item_free (PamongOutboxItem *item);
/** pamong_outbox_items: acts waiting or held, oldest first; @limit 0 = all. @who, @place, @actor_name: (nullable). @reason, @remedy: of a held one only.
 * Returns: (transfer full) (element-type PamongOutboxItem). */
GPtrArray *pamong_outbox_items (PamongStore *store, gboolean held, guint limit, GError **error);
