/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* The desk records: the public half of every computer of a village, for all computers of the regency, so that what it signed is checked without a line. */

/** pamong_desk_note: what is to be known of @device, where it differs from what is. Inside a transaction. Computers above a village sign nothing: none is noted. */
gboolean pamong_desk_note (PamongLedger *ledger, const PamongDevice *device, GError **error);
/** pamong_desk_note_id: the same by id, as the ledger has it now. */
gboolean pamong_desk_note_id (PamongLedger *ledger, const char *id, GError **error);
/** pamong_desks_renew: all of them, at the start: those registered with an older program too. */
gboolean pamong_desks_renew (PamongLedger *ledger, GError **error);
