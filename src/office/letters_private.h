/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/numbering.h"
#include "office/act.h"
#include "office/letters.h"

/* For the files about letters only. */

/** pamong_desk_keep: what the centre says of this computer: which one of its village it is. 0 = it said nothing. */
gboolean pamong_desk_keep (PamongWrite *write, gint64 ordinal, GError **error);
/** pamong_next_incoming: the next number of the agenda of what comes in. */
PamongNextNumber *pamong_next_incoming (PamongStore *store, const char *date, GError **error);
/** pamong_letter_get: Returns: (transfer full): a letter of this village; NULL with NOT_FOUND, or DENIED for another village's. */
PamongRecord *pamong_letter_get (PamongStore *store, const char *uid, GError **error);
/** pamong_letter_signer: who signs @letter: the one chosen, else the first who may and is in office. Returns: (transfer full): NULL with INVALID. */
PamongRecord *pamong_letter_signer (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, const char *date, GError **error);
/** pamong_letter_put_signer: signer.*, head.* and the list of lines over the name. */
gboolean pamong_letter_put_signer (PamongStore *store, PamongLetterFacts *facts, const PamongRecord *signer, const char *date, GError **error);
/** pamong_letter_date: Returns: (transfer full): the day of the letter. */
char *pamong_letter_date (const PamongLetterCase *letter);
/** pamong_letter_may_issue: all have consented to the proposal, and this is the computer it was made on. */
gboolean pamong_letter_may_issue (PamongStore *store, const PamongRecord *record, const PamongLetterType *type, GError **error);
