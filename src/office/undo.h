/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/** pamong_office_undo: takes back what the event @event_uid noted, by one counter-event: each field goes back to its value before, if it still has the value
 * that act gave it; fields of one merge group go together. What was changed since stays (see undo_effect). A family the act made is left without members, as
 * any family whose people went elsewhere. The same rules as for every act: no family is left without one head. @reason is required. INVALID when the event was
 * taken back already, takes something back itself, or noted nothing to give back. */
gboolean pamong_office_undo (PamongOffice *office, const char *event_uid, const char *reason, GPtrArray **findings, GError **error);
/** pamong_office_undo_effect: what undoing would do, in sentences for a person; NIKs masked. For a reader: any thread's own store. Returns: (transfer full)
 * (array zero-terminated=1): NULL with the same errors as undo. */
char **pamong_office_undo_effect (PamongStore *store, const char *event_uid, GError **error);
/** pamong_office_undoable: events about @uid (a resident or a family) that can be taken back. Returns: (transfer full) (element-type PamongRecord): entered last first. */
GPtrArray *pamong_office_undoable (PamongStore *store, const char *uid, GError **error);
