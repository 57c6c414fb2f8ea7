/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/inject.h"
#include "server/groups.h"
#include <string.h>

/* An entry, and who of those that wrote in it sits at a regency: asked once per device. */
typedef struct {
  PamongLedger *ledger;
  const PamongEntry *entry;
  gboolean back;
  GHashTable *levels; /* device -> PamongLevel */
} Judge;

static gboolean
is_act (const char *act, const char *word)
{
  gsize length = strlen (word);

  return act != NULL && strncmp (act, word, length) == 0 && (act[length] == '\0' || act[length] == ' ');
}

PamongInjectAct
pamong_inject_act (const PamongChange *change)
{
  if (is_act (change->act, "inject"))
    return PAMONG_INJECT_FILL;
  return is_act (change->act, "inject.undo") ? PAMONG_INJECT_BACK : PAMONG_INJECT_NONE;
}

gboolean
pamong_inject_may (const PamongChange *change)
{
  gboolean back = pamong_inject_act (change) == PAMONG_INJECT_BACK;

  switch (change->kind)
    {
    case PAMONG_KIND_RESIDENT:
    case PAMONG_KIND_FAMILY:
      return change->op == PAMONG_OP_UPDATE || (!back && change->op == PAMONG_OP_INSERT);
    case PAMONG_KIND_AREA:
      return !back && change->op == PAMONG_OP_INSERT;
    case PAMONG_KIND_EVENT:
      return change->op == PAMONG_OP_INSERT;
    case PAMONG_KIND_BATCH:
      return change->op == (back ? PAMONG_OP_UPDATE : PAMONG_OP_INSERT);
    case PAMONG_KIND_ACCOUNT:
    case PAMONG_KIND_PLACE:
    case PAMONG_KIND_WAIVER:
    case PAMONG_KIND_CONFLICT:
    case PAMONG_KIND_IDENTITY:
    case PAMONG_KIND_OFFICIAL:
    case PAMONG_KIND_REMINDER:
    case PAMONG_KIND_LETTER:
    case PAMONG_KIND_LETTER_TYPE:
    case PAMONG_KIND_NUMBERING:
    case PAMONG_KIND_INCOMING:
    case PAMONG_KIND_DESK:
    case PAMONG_KIND_OPINION:
    case PAMONG_N_KINDS:
    default:
      return FALSE;
    }
}

static PamongLevel
find_level (Judge *judge, const char *device_id)
{
  gpointer known;

  if (*device_id == '\0') /* the centre itself */
    return PAMONG_LEVEL_REGENCY;
  if (!g_hash_table_lookup_extended (judge->levels, device_id, NULL, &known))
    {
      g_autoptr (PamongDevice) device = judge->ledger->find_device (judge->ledger, device_id, NULL);

      known = GINT_TO_POINTER (device != NULL ? (int) device->level : 0);
      g_hash_table_insert (judge->levels, g_strdup (device_id), known);
    }
  return (PamongLevel) GPOINTER_TO_INT (known);
}

/* Is what stands in group @key, or the record itself, the work of a regency? */
static gboolean
is_ours (Judge *judge, const char *key)
{
  g_autofree char *device = pamong_groups_device (judge->entry, key);

  return find_level (judge, device) == PAMONG_LEVEL_REGENCY;
}

static Judge
begin (PamongLedger *ledger, const PamongEntry *entry)
{
  return (Judge) { ledger, entry, FALSE, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

static PamongMergeBound
bound_cb (const char *key, gpointer data)
{
  Judge *judge = data;
  const PamongRecord *record = judge->entry->record;
  gboolean ours = is_ours (judge, key);

  if (record->kind == PAMONG_KIND_AREA) /* the village's spelling stays */
    return PAMONG_MERGE_LEAVE;
  if (judge->back)
    return ours ? PAMONG_MERGE_BACK : PAMONG_MERGE_LEAVE;
  if (record->kind == PAMONG_KIND_RESIDENT && g_str_equal (key, "batch_uid")) /* whom the village typed or confirmed does not wait again */
    return ours ? PAMONG_MERGE_FREE : PAMONG_MERGE_LEAVE;
  if (ours && record->kind == PAMONG_KIND_RESIDENT && pamong_record_is_set (record, PAMONG_RESIDENT_BATCH_UID))
    return PAMONG_MERGE_FREE;
  if (ours && record->kind == PAMONG_KIND_FAMILY && g_str_equal (key, "desil")) /* a newer one takes the place of an older */
    return PAMONG_MERGE_FREE;
  return PAMONG_MERGE_FILL;
}

PamongMerge *
pamong_inject_merge (PamongLedger *ledger, const PamongEntry *entry, const PamongChange *change, const char *const *foreign)
{
  Judge judge = begin (ledger, entry);
  PamongMerge *merge;

  judge.back = pamong_inject_act (change) == PAMONG_INJECT_BACK;
  merge = pamong_merge_bound (entry->record, change, foreign, bound_cb, &judge);
  g_hash_table_unref (judge.levels);
  return merge;
}

void
pamong_inject_vouch (PamongLedger *ledger, const PamongEntry *entry, PamongMerge *merge)
{
  Judge judge = begin (ledger, entry);

  for (guint i = 0; i < merge->settled->len; i++)
    {
      const char *key = g_ptr_array_index (merge->settled, i);

      if (!g_ptr_array_find_with_equal_func (merge->taken, key, g_str_equal, NULL) && is_ours (&judge, key))
        g_ptr_array_add (merge->taken, g_strdup (key));
    }
  g_hash_table_unref (judge.levels);
}

static const PamongValue *
new_value (const PamongChange *change, int field)
{
  for (guint i = 0; i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);

      if (delta->field == field)
        return &delta->new_value;
    }
  return NULL;
}

static const char *
new_text (const PamongChange *change, int field)
{
  const PamongValue *value = new_value (change, field);

  return value != NULL && value->type == PAMONG_VALUE_TEXT ? value->s : NULL;
}

/* A life that a regency brought and the village has not confirmed. Somebody who is not there yet is nobody's. */
static PamongReason
refuse_life (PamongLedger *ledger, const char *resident_uid, const char *area, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongEntry) entry = resident_uid != NULL ? ledger->find_record (ledger, resident_uid, &local) : NULL;
  PamongReason reason = PAMONG_REASON_NONE;
  Judge judge;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (entry == NULL)
    return PAMONG_REASON_NONE;
  if (entry->record->kind != PAMONG_KIND_RESIDENT || g_strcmp0 (entry->record->area, area) != 0)
    return PAMONG_REASON_NOT_YOUR_AREA;
  judge = begin (ledger, entry);
  if (!is_ours (&judge, PAMONG_GROUPS_ENTERED) || (!pamong_record_is_set (entry->record, PAMONG_RESIDENT_BATCH_UID) && !is_ours (&judge, "batch_uid")))
    reason = PAMONG_REASON_KEPT;
  g_hash_table_unref (judge.levels);
  return reason;
}

static PamongReason
refuse_counter (PamongLedger *ledger, const PamongChange *change, GError **error)
{
  const char *cancels = new_text (change, PAMONG_EVENT_CANCELS);
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongEntry) entry = cancels != NULL ? ledger->find_record (ledger, cancels, &local) : NULL;
  gboolean ours;
  Judge judge;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (entry == NULL || entry->record->kind != PAMONG_KIND_EVENT || g_strcmp0 (entry->record->area, change->area) != 0)
    return PAMONG_REASON_NO_SUCH_RECORD;
  judge = begin (ledger, entry);
  ours = is_ours (&judge, PAMONG_GROUPS_ENTERED);
  g_hash_table_unref (judge.levels);
  if (!ours)
    return PAMONG_REASON_KEPT;
  return refuse_life (ledger, pamong_record_text (entry->record, PAMONG_EVENT_RESIDENT_UID), change->area, error);
}

PamongReason
pamong_inject_refuses (PamongLedger *ledger, const PamongChange *change, GError **error)
{
  const PamongValue *type = change->kind == PAMONG_KIND_EVENT ? new_value (change, PAMONG_EVENT_TYPE) : NULL;

  if (change->kind != PAMONG_KIND_EVENT)
    return PAMONG_REASON_NONE;
  if (type == NULL || type->type != PAMONG_VALUE_INT)
    return PAMONG_REASON_LEVEL;
  if (pamong_inject_act (change) == PAMONG_INJECT_BACK)
    return type->i == PAMONG_EVENT_CANCEL ? refuse_counter (ledger, change, error) : PAMONG_REASON_LEVEL;
  if (type->i == PAMONG_EVENT_FAMILY_OPENING)
    return PAMONG_REASON_NONE;
  if (type->i < PAMONG_EVENT_OPENING || type->i > PAMONG_EVENT_REMOVED) /* what the file says has become of somebody it brings */
    return PAMONG_REASON_LEVEL;
  return refuse_life (ledger, new_text (change, PAMONG_EVENT_RESIDENT_UID), change->area, error);
}
