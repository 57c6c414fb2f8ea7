/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

gboolean
pamong_office_check_card (PamongOffice *office, const PamongFamilyCard *card, gboolean registering, GPtrArray *findings, GError **error)
{
  g_autofree char *today = pamong_clock_today ();
  g_autoptr (GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);
  PamongAsked asked = { office->store, planned };
  PamongFacts facts = pamong_office_facts (today, &asked);

  for (guint i = 0; i < card->members->len; i++)
    {
      PamongRecord *member = g_ptr_array_index (card->members, i);

      if (member->uid != NULL)
        g_hash_table_insert (planned, member->uid, member);
    }
  pamong_rules_check_family (card, registering, &facts, findings);
  return TRUE;
}

/* The card as it will be, rows where the caller has them; members the caller left out stand at the end. */
static PamongFamilyCard *
lay_out (PamongAct *act, const PamongFamilyCard *card, GError **error)
{
  g_autoptr (PamongFamilyCard) whole = pamong_act_card (act, card->family->uid, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  if (whole == NULL)
    return NULL;
  for (guint i = 0; i < card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (card->members, i);

      PamongRecord *row = pamong_act_get (act, PAMONG_KIND_RESIDENT, member->uid, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < whole->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (whole->members, i);

      if (pamong_members_find (card->members, member->uid) == NULL)
        g_ptr_array_add (rows, pamong_record_copy (member));
    }
  g_ptr_array_unref (whole->members);
  whole->members = g_steal_pointer (&rows);
  return g_steal_pointer (&whole);
}

/* @before: (nullable): the member as the editor had opened it. */
static gboolean
correct_member (PamongAct *act, const char *family_uid, const PamongRecord *before, PamongRecord *member, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) stored = NULL;
  g_autoptr (PamongRecord) corrected = NULL;

  if (member->uid != NULL)
    stored = pamong_store_get (act->office->store, PAMONG_KIND_RESIDENT, member->uid, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (stored != NULL)
    {
      corrected = pamong_act_take_over (act, stored, before != NULL ? before : stored, member);
      return TRUE;
    }
  if (!pamong_act_adopt (act, member, error))
    return FALSE;
  pamong_record_set_text (member, PAMONG_RESIDENT_FAMILY_UID, family_uid);
  pamong_act_put (act, member);
  pamong_act_put_event (act, PAMONG_EVENT_OPENING, member->uid, family_uid);
  return TRUE;
}

/* A number typed where none was: the document has come. */
static gboolean
correct_family (PamongAct *act, const PamongRecord *stored, const PamongRecord *before, const PamongRecord *typed, GError **error)
{
  g_autoptr (PamongRecord) family = pamong_act_take_over (act, stored, before, typed);
  PamongRecord *planned = g_hash_table_lookup (act->asked.planned, family->uid);
  const char *number = pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER);

  if (planned == NULL)
    return TRUE;
  if (!pamong_act_put_area (act, planned, error))
    return FALSE;
  if (number == NULL || pamong_record_is_set (stored, PAMONG_FAMILY_KK_NUMBER))
    return TRUE;
  return pamong_act_close_waiting (act, family->uid, number, act->today, NULL, error);
}

gboolean
pamong_office_correct_card_from (PamongOffice *office, const PamongFamilyCard *before, PamongFamilyCard *card, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.correct", NULL, findings, error);
  g_autoptr (PamongFamilyCard) stored = NULL;
  g_autoptr (PamongFamilyCard) after = NULL;

  if (act == NULL || (stored = pamong_act_card (act, card->family->uid, error)) == NULL)
    return FALSE;
  pamong_act_note_stood (act, stored);
  if (!correct_family (act, stored->family, before != NULL ? before->family : stored->family, card->family, error))
    return FALSE;
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongRecord *member = g_ptr_array_index (card->members, i);
      const PamongRecord *opened = before != NULL && member->uid != NULL ? pamong_members_find (before->members, member->uid) : NULL;

      if (!correct_member (act, card->family->uid, opened, member, error))
        return FALSE;
    }
  after = lay_out (act, card, error);
  if (after == NULL)
    return FALSE;
  pamong_rules_check_family (after, FALSE, &act->facts, act->findings);
  return pamong_act_finish (act, error);
}

gboolean
pamong_office_correct_card (PamongOffice *office, PamongFamilyCard *card, GPtrArray **findings, GError **error)
{
  return pamong_office_correct_card_from (office, NULL, card, findings, error);
}
