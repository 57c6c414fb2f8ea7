/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* The place records: one per village, what those above see of it and what the centre expects of it. */

/** pamong_place_find: Returns: (transfer full): the place of @area, a fresh one (version 0) where the ledger has none. */
PamongEntry *pamong_place_find (PamongLedger *ledger, const char *area, GError **error);
/** pamong_place_note: what the kecamatan sees of the village of @device: last contact and what waits there (R17). Inside a transaction. */
gboolean pamong_place_note (PamongLedger *ledger, const PamongDevice *device, GError **error);
