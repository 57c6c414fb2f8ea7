/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/merge.h"

#include <glib/gi18n-lib.h>

#include "domain/codes.h"
#include "office/act.h"
#include "office/merge_private.h"

/* One act. @heads: family -> how many led it before, of the cards the two stand on before and after. */
typedef struct {
  PamongAct *act;
  PamongRecord *kept, *gone; /* as stored */
  GHashTable *heads;
} Merge;

static void
clear_merge (Merge *merge)
{
  g_clear_pointer (&merge->kept, pamong_record_free);
  g_clear_pointer (&merge->gone, pamong_record_free);
  g_clear_pointer (&merge->heads, g_hash_table_unref);
  g_clear_pointer (&merge->act, pamong_act_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, clear_merge)

static PamongRecord *
load_living (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) resident = uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, &failure) : NULL;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (resident == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This resident is not on this computer. Find them again in the list."));
  else if (pamong_store_status (store, uid) != PAMONG_STATUS_ALIVE)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s no longer counts as living here. Put them back on the list first, or leave the two records as they are."),
                 pamong_record_text (resident, PAMONG_RESIDENT_NAME));
  else
    return g_steal_pointer (&resident);
  return NULL;
}

gboolean
pamong_merge_load (PamongStore *store, const char *kept_uid, const char *gone_uid, PamongRecord **kept, PamongRecord **gone, GError **error)
{
  if (g_strcmp0 (kept_uid, gone_uid) == 0)
    return pamong_office_invalid (error, _("This is one record, not two. Choose the other record of the same person."));
  return (*kept = load_living (store, kept_uid, error)) != NULL && (*gone = load_living (store, gone_uid, error)) != NULL;
}

PamongRecord *
pamong_merge_take (const PamongRecord *kept, const PamongRecord *gone, const int *taken, gsize n_taken, GError **error)
{
  g_autoptr (PamongRecord) merged = pamong_record_copy (kept);
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (gsize i = 0; i < n_taken; i++)
    {
      if (taken[i] < 0 || taken[i] >= (int) n)
        {
          pamong_office_invalid (error, _("There is no such field of a resident."));
          return NULL;
        }
      for (guint field = 0; field < n; field++)
        if (fields[field].group == fields[taken[i]].group)
          pamong_record_set_value (merged, (int) field, &gone->values[field]);
    }
  return g_steal_pointer (&merged);
}

static guint
count_heads (const PamongFamilyCard *card)
{
  guint heads = 0;

  for (guint i = 0; i < card->members->len; i++)
    heads += pamong_record_int (g_ptr_array_index (card->members, i), PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD;
  return heads;
}

/* Before anything is planned. */
static gboolean
note_family (Merge *merge, const PamongRecord *member, GError **error)
{
  const char *uid = pamong_record_text (member, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = NULL;

  if (uid == NULL || g_hash_table_contains (merge->heads, uid))
    return TRUE;
  card = pamong_act_card (merge->act, uid, error);
  if (card == NULL)
    return FALSE;
  pamong_act_note_stood (merge->act, card);
  g_hash_table_insert (merge->heads, g_strdup (uid), GUINT_TO_POINTER (count_heads (card)));
  return TRUE;
}

static gboolean
refuse_headless (Merge *merge, const char *family_uid, GError **error)
{
  gboolean led = pamong_record_int (merge->gone, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD
                 && g_strcmp0 (pamong_record_text (merge->gone, PAMONG_RESIDENT_FAMILY_UID), family_uid) == 0;
  const PamongRecord *head = led ? merge->gone : merge->kept;

  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID,
               led ? _("%s leads a family card on which others stand. Note a change of head first, or take over the place in that family.")
                   : _("%s leads a family card on which others stand and would leave it. Note a change of head first, or do not take over the other place."),
               pamong_record_text (head, PAMONG_RESIDENT_NAME));
  return FALSE;
}

/* Two records of one head on one card leave one; a card that had none or three before is not this act's to mend. */
static gboolean
check_families (Merge *merge, GError **error)
{
  GHashTableIter iter;
  gpointer uid, before;

  g_hash_table_iter_init (&iter, merge->heads);
  while (g_hash_table_iter_next (&iter, &uid, &before))
    {
      g_autoptr (PamongFamilyCard) card = pamong_act_card (merge->act, uid, error);
      guint heads = card != NULL ? count_heads (card) : 0;

      if (card == NULL || !pamong_act_check_card (merge->act, uid, FALSE, error))
        return FALSE;
      if (card->members->len > 0 && heads == 0 && GPOINTER_TO_UINT (before) > 0)
        return refuse_headless (merge, uid, error);
      if (heads > 1 && heads > GPOINTER_TO_UINT (before))
        return pamong_office_invalid (error, _("That family card would have two heads. Note a change of head first, or do not take over the place in the family."));
    }
  return TRUE;
}

/* Children name their parents by number. A number that somebody else holds too may mean that one. */
static gboolean
follow_nik (Merge *merge, const char *old, const char *number, GError **error)
{
  PamongHolder *holder = NULL;
  gboolean shared;

  if (old == NULL || number == NULL || g_str_equal (old, number))
    return TRUE;
  holder = merge->act->facts.nik_holder (old, merge->kept->uid, merge->act->facts.data);
  shared = holder != NULL;
  pamong_holder_free (holder);
  return shared || (pamong_act_rename_parent (merge->act, PAMONG_RESIDENT_FATHER_NIK, old, number, error)
                    && pamong_act_rename_parent (merge->act, PAMONG_RESIDENT_MOTHER_NIK, old, number, error));
}

static gboolean
begin (Merge *merge, PamongOffice *office, const char *kept_uid, const char *gone_uid, const char *reason, GPtrArray **findings, GError **error)
{
  merge->act = pamong_act_new (office, "resident.merge", reason, findings, error);
  merge->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (merge->act == NULL || !pamong_merge_load (office->store, kept_uid, gone_uid, &merge->kept, &merge->gone, error))
    return FALSE;
  if (merge->act->reason == NULL)
    return pamong_office_invalid (error, _("Write the reason: how you know that both records are one person."));
  return note_family (merge, merge->kept, error) && note_family (merge, merge->gone, error) && pamong_act_note_resident (merge->act, merge->kept, error);
}

/* Everything as it will be. */
static gboolean
plan (Merge *merge, const int *taken, gsize n_taken, GError **error)
{
  g_autoptr (PamongRecord) merged = pamong_merge_take (merge->kept, merge->gone, taken, n_taken, error);
  const char *number;

  if (merged == NULL)
    return FALSE;
  number = pamong_record_text (merged, PAMONG_RESIDENT_NIK);
  pamong_record_clear (merged, PAMONG_RESIDENT_BATCH_UID); /* whoever merges has looked at both */
  pamong_act_put (merge->act, merged);
  pamong_act_put (merge->act, merge->gone);
  pamong_act_put_fate (merge->act, merge->gone->uid, PAMONG_STATUS_VOID);
  return follow_nik (merge, pamong_record_text (merge->kept, PAMONG_RESIDENT_NIK), number, error)
         && follow_nik (merge, pamong_record_text (merge->gone, PAMONG_RESIDENT_NIK), number, error);
}

static gboolean
put_event (Merge *merge, GError **error)
{
  PamongRecord *event = pamong_act_put_event (merge->act, PAMONG_EVENT_REMOVED, merge->gone->uid, pamong_record_text (merge->gone, PAMONG_RESIDENT_FAMILY_UID));

  pamong_record_set_text (event, PAMONG_EVENT_OTHER_UID, merge->kept->uid);
  pamong_act_note_before (merge->act, event);
  return pamong_record_is_set (event, PAMONG_EVENT_BEFORE)
         || pamong_office_invalid (error, _("The values of both are too long to be noted, so the merge could not be taken back. Shorten the long texts first."));
}

gboolean
pamong_office_merge (PamongOffice *office, const char *kept_uid, const char *gone_uid, const int *taken, gsize n_taken, const char *reason, GPtrArray **findings,
                     GError **error)
{
  g_auto (Merge) merge = { NULL };
  g_autoptr (PamongRecord) merged = NULL;

  if (!begin (&merge, office, kept_uid, gone_uid, reason, findings, error) || !plan (&merge, taken, n_taken, error) || !check_families (&merge, error))
    return FALSE;
  merged = pamong_act_get (merge.act, PAMONG_KIND_RESIDENT, kept_uid, error);
  if (merged == NULL || (!pamong_record_is_set (merged, PAMONG_RESIDENT_FAMILY_UID) && !pamong_act_check_resident (merge.act, merged, error)))
    return FALSE;
  return put_event (&merge, error) && pamong_act_finish (merge.act, error);
}
