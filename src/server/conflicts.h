/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"
#include "server/merge.h"

/* Clashes kept for a person (R7): one conflict record per (record, group), written by the centre into the feed of the record's area. */

/** pamong_conflicts_keep: opens the conflict of @clash on @entry, or appends to the open one. @by, @t: who wanted the other value and when. @act: (nullable): of
 * an injection, so that the village sees where that is from.
 * Returns: (transfer full) (nullable): the conflict as it now stands. */
PamongRecord *pamong_conflicts_keep (PamongLedger *ledger, const PamongEntry *entry, const PamongClash *clash, const char *by, const char *act, gint64 t, GError **error);
/** pamong_conflicts_refresh: the value that stands in group @key of @entry has changed; an open conflict of it stays open and says so. */
gboolean pamong_conflicts_refresh (PamongLedger *ledger, const PamongEntry *entry, const char *key, const char *by, gint64 t, GError **error);
/** pamong_conflicts_close: closes the open conflict of group @key of @subject_uid, if there is one. */
gboolean pamong_conflicts_close (PamongLedger *ledger, const char *subject_uid, const char *key, GError **error);
