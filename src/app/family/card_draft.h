/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"

/* Keeps what is typed: within five seconds of a keystroke the card goes into the store's drafts, so that a power cut loses a few words at most. */
typedef struct _PamongCardDraft PamongCardDraft;
/** PamongCardDraftGather: Returns: (transfer full) (nullable): the card as typed; NULL when there is nothing to keep. @typed: (out) (transfer full): a
 * key file of what no record holds: the papers, and texts that mean nothing. */
typedef PamongFamilyCard *(*PamongCardDraftGather) (gpointer data, char **typed);
/** PamongCardDraftKept: @time: "10.41.08". */
typedef void (*PamongCardDraftKept) (gpointer data, const char *time);

PamongCardDraft *pamong_card_draft_new (PamongSession *session, PamongCardDraftGather gather, PamongCardDraftKept kept, gpointer data);
void pamong_card_draft_free (PamongCardDraft *self);
/** pamong_card_draft_open: from now on the draft of family @uid, NULL = of a new card. @time: (out) (transfer full) (nullable): when it was kept.
 * Returns: (transfer full) (nullable): the draft that is there. */
PamongFamilyCard *pamong_card_draft_open (PamongCardDraft *self, const char *uid, char **time);
/** pamong_card_draft_typed: Returns: (transfer full) (nullable): what was typed beside the draft. */
GKeyFile *pamong_card_draft_typed (PamongCardDraft *self);
/** pamong_card_draft_touch: something was typed: keep it soon. */
void pamong_card_draft_touch (PamongCardDraft *self);
/** pamong_card_draft_keep: keep it now, waiting for the desk. */
void pamong_card_draft_keep (PamongCardDraft *self);
/** pamong_card_draft_drop: nothing is left to keep. */
void pamong_card_draft_drop (PamongCardDraft *self);
/** pamong_card_draft_waits: TRUE when a new card was begun and neither saved nor thrown away. */
gboolean pamong_card_draft_waits (PamongStore *store);
