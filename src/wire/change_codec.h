/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/change.h"
#include "wire/json.h"

/* One change as it stands in a push body, for the files of this room. What equals the change before is left out. */

/** pamong_change_put: @before: (nullable): the change before it in the body; NULL writes everything. */
void pamong_change_put (GString *out, const PamongChange *change, const PamongChange *before);
/** pamong_change_take: reads @node, which stands after @before (nullable). Never fails: what cannot be understood has fault and raw. */
PamongChange *pamong_change_take (JsonNode *node, const PamongChange *before);
/** pamong_set_put: @brief: only the new values (an insert). */
void pamong_set_put (GString *out, GPtrArray *set, gboolean brief);
/** pamong_set_take: Returns: (transfer full) (nullable): NULL with *fault (PamongReason) for keys or values that do not fit. */
GPtrArray *pamong_set_take (PamongKind kind, JsonObject *object, gboolean brief, int *fault);
/** pamong_record_put, _take: `{"key":value,…}` of a record. take Returns: FALSE and *fault = the key whose value does not fit. */
void pamong_record_put (GString *out, const PamongRecord *record);
gboolean pamong_record_take (PamongRecord *record, JsonObject *object, const char **fault);
