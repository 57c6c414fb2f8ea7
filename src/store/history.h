/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"
/** PamongHistoryEntry: one field of one change, newest first. @old_value/@new_value: words for a person. @state: pending, held, acked, or "remote". */
typedef struct { gint64 t; char *actor_name, *act, *reason, *field_key, *label, *old_value, *new_value, *state; } PamongHistoryEntry;
void pamong_history_entry_free (PamongHistoryEntry *entry);
/** pamong_history_last_family: Returns: (transfer full) (nullable): the family that account @actor registered last here. */
char *pamong_history_last_family (PamongStore *store, const char *actor, GError **error);
/** pamong_history: Returns: (transfer full) (element-type PamongHistoryEntry): the fields of a record; of a resident also merges, as "merged_from" and "merged_into" with the other's name. */
GPtrArray *pamong_history (PamongStore *store, PamongKind kind, const char *uid, GError **error);
