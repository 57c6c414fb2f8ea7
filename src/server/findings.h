/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* The rules of domain, run on what was taken: nothing about reality is refused, what they say is kept (R11). They speak of the living. @said: (key-type utf8)
 * (value-type GStrv): uid -> rule ids, of all that there is something to say of. */

/** pamong_findings_check_card: the whole card and everybody living on it; of whoever is not counted any more nothing is said. Nothing when there is no such family. */
gboolean pamong_findings_check_card (PamongLedger *ledger, const char *family_uid, GHashTable *said, GError **error);
/** pamong_findings_check_resident: one who stands on no card. */
gboolean pamong_findings_check_resident (PamongLedger *ledger, const PamongRecord *resident, GHashTable *said, GError **error);
/** pamong_findings_renew: judges everybody once more where the ledger was last judged by a program that looked at less; nothing otherwise. */
gboolean pamong_findings_renew (PamongLedger *ledger, GError **error);
