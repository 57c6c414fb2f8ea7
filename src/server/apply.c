/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/apply.h"
#include "server/conflicts.h"
#include "server/groups.h"
#include "server/inject.h"
#include "server/merge.h"
#include "server/scope.h"

char *
pamong_actor_name (PamongLedger *ledger, const char *uid, const char *area, GError **error)
{
  g_autoptr (PamongEntry) account = ledger->find_record (ledger, uid, error);

  if (account == NULL || account->record->kind != PAMONG_KIND_ACCOUNT || g_strcmp0 (account->record->area, area) != 0)
    return NULL;
  return g_strdup (pamong_record_text (account->record, PAMONG_ACCOUNT_NAME));
}

/* Where @change belongs: an injection names another village than the sender's place. */
static const char *
area_of (const PamongDevice *device, const PamongChange *change)
{
  return change->area != NULL ? change->area : device->area;
}

/* What the record's being there, or not, says against the change. */
static PamongReason
refuse (const PamongDevice *device, const PamongChange *change, const PamongEntry *entry)
{
  if (entry == NULL)
    return change->op == PAMONG_OP_INSERT ? PAMONG_REASON_NONE : PAMONG_REASON_NO_SUCH_RECORD;
  if (entry->record->kind != change->kind)
    return change->op == PAMONG_OP_INSERT ? PAMONG_REASON_EXISTS : PAMONG_REASON_NO_SUCH_RECORD;
  if (g_strcmp0 (entry->record->area, area_of (device, change)) != 0)
    return change->op == PAMONG_OP_INSERT ? PAMONG_REASON_EXISTS : PAMONG_REASON_NOT_YOUR_AREA;
  if (entry->deleted && change->op != PAMONG_OP_INSERT && change->op != PAMONG_OP_RESTORE && change->op != PAMONG_OP_DELETE)
    return PAMONG_REASON_NO_SUCH_RECORD;
  return PAMONG_REASON_NONE;
}

static PamongEntry *
new_entry (const PamongDevice *device, const PamongChange *change)
{
  PamongRecord *record = pamong_record_new (change->kind, area_of (device, change));

  g_free (record->uid);
  record->uid = g_strdup (change->uid);
  return pamong_entry_new (record);
}

/* Writes what the merge took. The version goes up by one, so that the sender can count along; a clash raises it too, so that a base tells whether its
 * sender saw what was kept aside. Where something was left, it is the centre's word: the sender too is to be told what stands. */
static gboolean
write_entry (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, PamongEntry *entry, PamongMerge *merge, const char *by, GError **error)
{
  gboolean is_new = entry->record->version == 0;
  gboolean stays = (merge->clashes->len > 0 || merge->left) && merge->taken->len == 0 && !is_new;
  const char *author = merge->left ? "" : device->id;

  if (!is_new && entry->groups == NULL)
    pamong_groups_note (entry, PAMONG_GROUPS_ENTERED, entry->last_device, entry->by, entry->t);
  pamong_record_free (entry->record);
  entry->record = g_steal_pointer (&merge->record);
  entry->record->version++;
  for (guint i = 0; i < merge->taken->len && !is_new; i++)
    pamong_groups_note (entry, g_ptr_array_index (merge->taken, i), device->id, by, change->t);
  for (guint i = 0; i < merge->clashes->len; i++)
    pamong_groups_note_clash (entry, ((PamongClash *) g_ptr_array_index (merge->clashes, i))->key, device->id);
  if (stays)
    return ledger->put_record (ledger, entry, author, error);
  g_free (entry->by);
  entry->by = g_strdup (by);
  g_free (entry->act);
  entry->act = g_strdup (change->act);
  entry->t = change->t;
  return ledger->put_record (ledger, entry, author, error);
}

static gboolean
keep_clashes (PamongLedger *ledger, const PamongEntry *entry, const PamongMerge *merge, const PamongChange *change, const char *by, PamongResult *result, GError **error)
{
  result->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  for (guint i = 0; i < merge->clashes->len; i++)
    {
      PamongRecord *conflict = pamong_conflicts_keep (ledger, entry, g_ptr_array_index (merge->clashes, i), by, pamong_inject_act (change) != PAMONG_INJECT_NONE ? change->act : NULL, change->t, error);

      if (conflict == NULL)
        return FALSE;
      g_ptr_array_add (result->conflicts, conflict);
    }
  return TRUE;
}

/* A resolve that saw all there is settles the conflict, whichever value it chose. If somebody's value was kept aside after what he saw, his choice
 * stands but the conflict stays open. */
static gboolean
close_settled (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, const PamongEntry *entry, const PamongMerge *merge, const char *by, GError **error)
{
  for (guint i = 0; change->op == PAMONG_OP_RESOLVE && i < merge->settled->len; i++)
    {
      const char *key = g_ptr_array_index (merge->settled, i);
      gboolean unseen = pamong_groups_unseen (entry, key, device->id, change->base);

      if (!(unseen ? pamong_conflicts_refresh (ledger, entry, key, by, change->t, error) : pamong_conflicts_close (ledger, change->uid, key, error)))
        return FALSE;
    }
  return TRUE;
}

static PamongOutcome
judge (const PamongEntry *entry, const PamongMerge *merge, const PamongDevice *device, const PamongChange *change, gboolean writes)
{
  gint64 foreign = g_strcmp0 (entry->last_device, device->id) == 0 ? entry->other_version : entry->record->version;

  if (merge->clashes->len > 0)
    return PAMONG_OUTCOME_CONFLICT;
  if (!writes && !merge->left)
    return PAMONG_OUTCOME_NOOP;
  return foreign <= change->base && !merge->left ? PAMONG_OUTCOME_APPLIED : PAMONG_OUTCOME_MERGED;
}

/* Delete takes a record off, insert and restore bring it back; a delete that clashes waits for a person like any other clash. */
static gboolean
set_deleted (PamongEntry *entry, const PamongChange *change, const PamongMerge *merge)
{
  gboolean deleted = entry->deleted;

  if (merge->clashes->len == 0 && change->op == PAMONG_OP_DELETE)
    entry->deleted = TRUE;
  else if (change->op == PAMONG_OP_RESTORE || change->op == PAMONG_OP_INSERT)
    entry->deleted = FALSE;
  return entry->deleted != deleted;
}

static PamongResult *
merge_into (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, PamongEntry *entry, const char *by, GError **error)
{
  g_auto (GStrv) keys = pamong_merge_keys (change);
  g_auto (GStrv) foreign = pamong_groups_foreign (entry, keys, device->id, change->base);
  gboolean fills = pamong_inject_act (change) != PAMONG_INJECT_NONE && entry->record->version > 0;
  g_autoptr (PamongMerge) merge = fills ? pamong_inject_merge (ledger, entry, change, (const char *const *) foreign)
                                        : pamong_merge (entry->record, change, (const char *const *) foreign);
  g_autoptr (PamongResult) result = NULL;
  gboolean writes;

  if (change->op == PAMONG_OP_RESOLVE && device->level == PAMONG_LEVEL_VILLAGE)
    pamong_inject_vouch (ledger, entry, merge);
  writes = set_deleted (entry, change, merge) || merge->taken->len > 0 || entry->record->version == 0;
  result = pamong_result_new (change->seq, judge (entry, merge, device, change, writes));
  if (merge->clashes->len > 0 && !keep_clashes (ledger, entry, merge, change, by, result, error))
    return NULL;
  writes = writes || merge->clashes->len > 0 || merge->left;
  if (writes && !write_entry (ledger, device, change, entry, merge, by, error))
    return NULL;
  if (!close_settled (ledger, device, change, entry, merge, by, error))
    return NULL;
  result->version = result->outcome == PAMONG_OUTCOME_APPLIED ? 0 : entry->record->version;
  return g_steal_pointer (&result);
}

/* What a village has entered or confirmed itself breaks nothing else of an injection: the event about it is off the list from its first version, which is the
 * centre's word, so the sender is told that it does not count. */
static PamongResult *
leave_out (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, PamongEntry *entry, const char *by, GError **error)
{
  g_autoptr (PamongMerge) merge = pamong_merge (entry->record, change, NULL);
  PamongResult *result;

  merge->left = TRUE;
  entry->deleted = TRUE;
  if (entry->record->version == 0 && !write_entry (ledger, device, change, entry, merge, by, error))
    return NULL;
  result = pamong_result_new (change->seq, PAMONG_OUTCOME_MERGED);
  result->version = entry->record->version;
  return result;
}

PamongResult *
pamong_apply_change (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, const char *by, PamongReason *reason, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongEntry) entry = NULL;
  gboolean kept;

  *reason = pamong_scope_refuses (device, change);
  if (*reason != PAMONG_REASON_NONE)
    return NULL;
  entry = ledger->find_record (ledger, change->uid, &local);
  if (local == NULL && pamong_inject_act (change) != PAMONG_INJECT_NONE)
    *reason = pamong_inject_refuses (ledger, change, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  kept = *reason == PAMONG_REASON_KEPT && (entry == NULL || entry->deleted);
  if (*reason == PAMONG_REASON_NONE || kept)
    *reason = kept && entry == NULL ? PAMONG_REASON_NONE : refuse (device, change, entry);
  if (*reason != PAMONG_REASON_NONE)
    return NULL;
  if (entry == NULL)
    entry = new_entry (device, change);
  if (kept)
    return leave_out (ledger, device, change, entry, by, error);
  return merge_into (ledger, device, change, entry, by, error);
}
