/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* Who may read and write what: by the device's registration, never by the request (R13). */

/** pamong_scope_fits: TRUE if @area is a region of the kind that @level stands in, inside @regency. */
gboolean pamong_scope_fits (PamongLevel level, const char *area, const char *regency);
/** pamong_scope_areas: Returns: (transfer full): every area the device may read, its own first. */
char **pamong_scope_areas (PamongLevel level, const char *area);
/** pamong_scope_refuses: Returns: why @device may not write @change: LEVEL or NOT_YOUR_AREA; NONE if it may. */
PamongReason pamong_scope_refuses (const PamongDevice *device, const PamongChange *change);
