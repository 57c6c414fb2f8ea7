/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/conflicts.h"
#include "domain/clock.h"
#include "server/groups.h"
#include "wire/conflict.h"
#include "wire/json.h"

/* The conflict of this group as the ledger has it, or an empty one. */
static PamongEntry *
find_conflict (PamongLedger *ledger, const PamongRecord *subject, const char *key, GError **error)
{
  g_autofree char *uid = pamong_conflict_uid (subject->uid, key);
  g_autoptr (GError) local = NULL;
  PamongEntry *entry = ledger->find_record (ledger, uid, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (entry != NULL)
    return entry;
  entry = pamong_entry_new (pamong_record_new (PAMONG_KIND_CONFLICT, subject->area));
  g_free (entry->record->uid);
  entry->record->uid = g_steal_pointer (&uid);
  return entry;
}

static void
open_conflict (PamongRecord *conflict, const PamongRecord *subject, const PamongClash *clash)
{
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, pamong_kind_name (subject->kind));
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, subject->uid);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, clash->key);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_BASE, clash->base);
  pamong_record_clear (conflict, PAMONG_CONFLICT_OTHER);
  pamong_record_clear (conflict, PAMONG_CONFLICT_CLOSED);
}

PamongRecord *
pamong_conflicts_keep (PamongLedger *ledger, const PamongEntry *entry, const PamongClash *clash, const char *by, const char *act, gint64 t, GError **error)
{
  g_autoptr (PamongEntry) kept = find_conflict (ledger, entry->record, clash->key, error);
  g_autofree char *current_by = NULL;
  PamongRecord *conflict;
  gint64 current_t;

  if (kept == NULL)
    return NULL;
  conflict = kept->record;
  if (conflict->version == 0 || pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED))
    open_conflict (conflict, entry->record, clash);
  pamong_groups_author (entry, clash->key, &current_by, &current_t);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, clash->current);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT_BY, current_by);
  pamong_record_set_int (conflict, PAMONG_CONFLICT_CURRENT_T, current_t);
  pamong_conflict_add_other (conflict, clash->other, by, act, t);
  conflict->version++;
  kept->t = pamong_clock_now ();
  return ledger->put_record (ledger, kept, "", error) ? pamong_record_copy (conflict) : NULL;
}

/* The whole group as it stands. */
static char *
group_json (const PamongRecord *record, const char *key)
{
  const PamongField *lead = pamong_field_find (record->kind, key);
  g_autofree char *extra = lead ? NULL : pamong_record_dup_extra (record, key);
  GString *out = g_string_new ("{");

  for (guint i = 0; lead != NULL && i < record->n_values; i++)
    if (pamong_field_get (record->kind, (int) i)->group == lead->group)
      {
        pamong_json_put_key (out, pamong_field_get (record->kind, (int) i)->key);
        pamong_json_put_value (out, &record->values[i]);
      }
  if (extra != NULL)
    {
      pamong_json_put_key (out, key);
      g_string_append (out, extra);
    }
  return g_string_free (g_string_append_c (out, '}'), FALSE);
}

gboolean
pamong_conflicts_refresh (PamongLedger *ledger, const PamongEntry *entry, const char *key, const char *by, gint64 t, GError **error)
{
  g_autoptr (PamongEntry) kept = find_conflict (ledger, entry->record, key, error);
  g_autofree char *current = NULL;

  if (kept == NULL)
    return FALSE;
  if (kept->record->version == 0 || pamong_record_int (kept->record, PAMONG_CONFLICT_CLOSED))
    return TRUE;
  current = group_json (entry->record, key);
  pamong_record_set_text (kept->record, PAMONG_CONFLICT_CURRENT, current);
  pamong_record_set_text (kept->record, PAMONG_CONFLICT_CURRENT_BY, by);
  pamong_record_set_int (kept->record, PAMONG_CONFLICT_CURRENT_T, t);
  kept->record->version++;
  kept->t = pamong_clock_now ();
  return ledger->put_record (ledger, kept, "", error);
}

gboolean
pamong_conflicts_close (PamongLedger *ledger, const char *subject_uid, const char *key, GError **error)
{
  g_autofree char *uid = pamong_conflict_uid (subject_uid, key);
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongEntry) kept = ledger->find_record (ledger, uid, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (kept == NULL || pamong_record_int (kept->record, PAMONG_CONFLICT_CLOSED))
    return TRUE;
  pamong_record_set_int (kept->record, PAMONG_CONFLICT_CLOSED, 1);
  kept->record->version++;
  kept->t = pamong_clock_now ();
  return ledger->put_record (ledger, kept, "", error);
}
