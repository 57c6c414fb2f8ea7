/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* One act's transaction: BEGIN IMMEDIATE, sync_ctx in, rows and captured changes, n sealed, derived rows refreshed, sync_ctx out, COMMIT. */
typedef struct _PamongWrite PamongWrite;
/** pamong_write_begin: @actor: account uid. @act: "family.register", … @reason: (nullable). */
PamongWrite *pamong_write_begin (PamongStore *store, const char *actor, const char *act, const char *reason, GError **error);
/** pamong_write_begin_apply: mode apply: rows from elsewhere; writes history, no pending change. */
PamongWrite *pamong_write_begin_apply (PamongStore *store, GError **error);
/** pamong_write_begin_plain: no records: drafts, meta, device, access log. Capture refuses record writes here. */
PamongWrite *pamong_write_begin_plain (PamongStore *store, GError **error);
/** pamong_write_commit: (transfer full) takes @write. @first, @n: (out) (optional): the captured changes. On error nothing was saved. */
gboolean pamong_write_commit (PamongWrite *write, gint64 *first, int *n, GError **error);
/** pamong_write_next: the act ends here and another one of the same name begins, in the same transaction: what is too much for one act goes in whole nevertheless. */
gboolean pamong_write_next (PamongWrite *write, GError **error);
/** pamong_write_many: from here on new records are many: their changes are noted row by row without the triggers, to the same letters. */
gboolean pamong_write_many (PamongWrite *write, GError **error);
/** pamong_write_n: Returns: records written in the act at hand. */
guint pamong_write_n (PamongWrite *write);
void pamong_write_rollback (PamongWrite *write);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongWrite, pamong_write_rollback)
PamongStore *pamong_write_store (PamongWrite *write);
/** pamong_write_put: insert when the uid is new, else update the columns that differ (no difference: no change row). Derived rows of all residents concerned follow. */
gboolean pamong_write_put (PamongWrite *write, const PamongRecord *record, GError **error);
/** pamong_write_insert: the same for a record that is known to be new: nobody looks. @record: its numbers are rounded. CONFLICT when it is not. */
gboolean pamong_write_insert (PamongWrite *write, PamongRecord *record, GError **error);
/** pamong_write_resolve: sets one merge group to @record's values as op resolve, and closes the conflict @conflict_uid. */
gboolean pamong_write_resolve (PamongWrite *write, const PamongRecord *record, int group, const char *conflict_uid, GError **error);
gboolean pamong_write_meta (PamongWrite *write, const char *key, const char *value, GError **error);
