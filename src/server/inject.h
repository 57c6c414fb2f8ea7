/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/merge.h"
#include "server/ledger.h"

/* Isian dari kabupaten: the one thing a regency may write of residents. It fills what is blank, brings people, and takes back what it brought; what a village
 * typed or confirmed stays, and is kept beside for the village to look at. Judged here, field by field, whatever the request says. */

/** PamongInjectAct: by the first word of the act; the second names the batch. */
typedef enum { PAMONG_INJECT_NONE, PAMONG_INJECT_FILL, PAMONG_INJECT_BACK } PamongInjectAct;
PamongInjectAct pamong_inject_act (const PamongChange *change);
/** pamong_inject_may: TRUE if an injection may do @change at all: kinds and ops. */
gboolean pamong_inject_may (const PamongChange *change);
/** pamong_inject_refuses: what stands in the ledger against an event of an injection: it opens only the lives it brought, and counters only events it brought.
 * Returns: LEVEL, KEPT, NO_SUCH_RECORD, or NONE; @error when the ledger fails. */
PamongReason pamong_inject_refuses (PamongLedger *ledger, const PamongChange *change, GError **error);
/** pamong_inject_vouch: a village settled what @merge speaks of: what a regency had filled in there is the village's word from now on, though nothing changes. */
void pamong_inject_vouch (PamongLedger *ledger, const PamongEntry *entry, PamongMerge *merge);
/** pamong_inject_merge: the merge of an injection into @entry. */
PamongMerge *pamong_inject_merge (PamongLedger *ledger, const PamongEntry *entry, const PamongChange *change, const char *const *foreign);
