/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/** pamong_apply_change: one understood change of @device into the ledger: scope, merge, conflict. @by: name of the actor. @reason: (out): why it is rejected, NONE if it is not.
 * Returns: (transfer full) (nullable): the result; NULL with @reason set, or with @error when the ledger fails. */
PamongResult *pamong_apply_change (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, const char *by, PamongReason *reason, GError **error);
/** pamong_actor_name: name of account @uid if it is one of @area. Returns: (transfer full) (nullable). */
char *pamong_actor_name (PamongLedger *ledger, const char *uid, const char *area, GError **error);
