/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

#include "domain/codes.h"

/* Somebody whose place in the family the papers will tell: "lainnya". */
#define SHDK_OTHER 11

/* A family's event happened when its papers were filed; without papers, today. */
static PamongRecord *
put_family_event (PamongAct *act, PamongEventType type, const char *resident_uid, PamongRecord *family, const char *from_family_uid,
                  const PamongPapers *papers, GError **error)
{
  PamongRecord *event = pamong_act_put_event (act, type, resident_uid, family->uid);
  const char *date = papers == NULL ? NULL : papers->filed != NULL ? papers->filed : papers->issued;

  pamong_record_set_text (event, PAMONG_EVENT_FROM_FAMILY_UID, from_family_uid);
  if (date != NULL)
    pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  return pamong_act_put_papers (act, event, family, papers, error) ? event : NULL;
}

static gboolean
finish (PamongAct *act, PamongRecord *event, GError **error)
{
  pamong_act_note_before (act, event);
  return pamong_act_finish (act, error);
}

static void
copy_address (PamongRecord *family, const PamongRecord *from)
{
  static const int fields[] = { PAMONG_FAMILY_ADDRESS, PAMONG_FAMILY_DUSUN, PAMONG_FAMILY_RW, PAMONG_FAMILY_RT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pamong_record_set_value (family, fields[i], &from->values[fields[i]]);
  if (pamong_record_is_set (from, PAMONG_FAMILY_POSTCODE))
    pamong_record_set_value (family, PAMONG_FAMILY_POSTCODE, &from->values[PAMONG_FAMILY_POSTCODE]);
}

/* Those who leave stand on one card, the new head is among them, and somebody stays. */
static PamongFamilyCard *
load_old_card (PamongAct *act, const char *const *members, const char *head, GError **error)
{
  g_autoptr (PamongRecord) first = NULL;
  g_autoptr (PamongFamilyCard) card = NULL;

  if (members == NULL || members[0] == NULL || !g_strv_contains (members, head))
    {
      pamong_office_invalid (error, _("Choose who leaves, and who of them will be the head of the new family."));
      return NULL;
    }
  first = pamong_act_living_resident (act, members[0], error);
  if (first == NULL)
    return NULL;
  if (!pamong_record_is_set (first, PAMONG_RESIDENT_FAMILY_UID))
    {
      pamong_office_invalid (error, _("This person stands on no family card yet. Register a new family instead."));
      return NULL;
    }
  card = pamong_act_card (act, pamong_record_text (first, PAMONG_RESIDENT_FAMILY_UID), error);
  for (guint i = 0; card != NULL && members[i] != NULL; i++)
    {
      if (pamong_members_find (card->members, members[i]) != NULL)
        continue;
      pamong_office_invalid (error, _("Those who leave must stand on one family card. Choose members of one family."));
      return NULL;
    }
  if (card != NULL && g_strv_length ((char **) members) >= card->members->len)
    {
      pamong_office_invalid (error, _("Somebody must stay on the old card. When all get a new card together, change the head of the family instead."));
      return NULL;
    }
  return g_steal_pointer (&card);
}

static PamongRecord *
put_new_family (PamongAct *act, const PamongRecord *old_family, const PamongRecord *address, GError **error)
{
  g_autoptr (PamongRecord) family = pamong_record_new (PAMONG_KIND_FAMILY, pamong_store_area (act->office->store));

  copy_address (family, old_family);
  if (address != NULL)
    copy_address (family, address);
  return pamong_act_put_area (act, family, error) ? pamong_act_put (act, family) : NULL;
}

gboolean
pamong_office_split_family (PamongOffice *office, const char *const *members, const char *head, const int *shdk, const PamongRecord *address,
                            const PamongPapers *papers, const char *reason, char **family_uid, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.split", reason, findings, error);
  g_autoptr (PamongFamilyCard) old = NULL;
  PamongRecord *family, *event;

  if (act == NULL || (old = load_old_card (act, members, head, error)) == NULL)
    return FALSE;
  pamong_act_note_stood (act, old);
  family = put_new_family (act, old->family, address, error);
  if (family == NULL)
    return FALSE;
  for (guint i = 0; members[i] != NULL; i++)
    {
      PamongRecord *member = pamong_act_put (act, pamong_members_find (old->members, members[i]));

      pamong_record_set_text (member, PAMONG_RESIDENT_FAMILY_UID, family->uid);
      if (shdk != NULL)
        pamong_record_set_int (member, PAMONG_RESIDENT_SHDK, shdk[i]);
      else if (g_strcmp0 (members[i], head) == 0)
        pamong_record_set_int (member, PAMONG_RESIDENT_SHDK, PAMONG_SHDK_HEAD);
    }
  if ((event = put_family_event (act, PAMONG_EVENT_FAMILY_SPLIT, head, family, old->family->uid, papers, error)) == NULL
      || !pamong_act_check_card (act, family->uid, TRUE, error) || !pamong_act_check_card (act, old->family->uid, TRUE, error)
      || !finish (act, event, error))
    return FALSE;
  if (family_uid != NULL)
    *family_uid = g_strdup (family->uid);
  return TRUE;
}

gboolean
pamong_office_join_family (PamongOffice *office, const char *resident_uid, const char *family_uid, int shdk, const PamongPapers *papers,
                           const char *reason, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.join", reason, findings, error);
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (PamongFamilyCard) target = NULL;
  g_autoptr (PamongFamilyCard) old = NULL;
  const char *old_uid;
  PamongRecord *family, *joined, *event;

  if (act == NULL || (resident = pamong_act_living_resident (act, resident_uid, error)) == NULL
      || (target = pamong_act_card (act, family_uid, error)) == NULL)
    return FALSE;
  old_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  if (g_strcmp0 (old_uid, family_uid) == 0)
    return pamong_office_invalid (error, _("This person stands on that family card already."));
  if (old_uid != NULL && (old = pamong_act_card (act, old_uid, error)) == NULL)
    return FALSE;
  pamong_act_note_stood (act, target);
  if (old != NULL)
    pamong_act_note_stood (act, old);
  joined = pamong_act_put (act, resident);
  pamong_record_set_text (joined, PAMONG_RESIDENT_FAMILY_UID, family_uid);
  pamong_record_set_int (joined, PAMONG_RESIDENT_SHDK, shdk);
  family = pamong_act_put (act, target->family);
  event = put_family_event (act, PAMONG_EVENT_FAMILY_JOIN, resident_uid, family, old_uid, papers, error);
  return event != NULL
         && pamong_act_check_card (act, family_uid, TRUE, error) && (old_uid == NULL || pamong_act_check_card (act, old_uid, TRUE, error))
         && finish (act, event, error);
}

gboolean
pamong_office_change_head (PamongOffice *office, const char *family_uid, const char *head, int old_shdk, const PamongPapers *papers,
                           const char *reason, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.head", reason, findings, error);
  g_autoptr (PamongFamilyCard) card = NULL;
  PamongRecord *leader, *family, *event;

  if (act == NULL || (card = pamong_act_card (act, family_uid, error)) == NULL)
    return FALSE;
  leader = pamong_members_find (card->members, head);
  if (leader == NULL)
    return pamong_office_invalid (error, _("The new head must be a living member of this family."));
  if (pamong_family_card_head (card) == leader && pamong_record_int (leader, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD && pamong_papers_are_empty (papers))
    return pamong_office_invalid (error, _("This person is the head of the family already."));
  pamong_act_note_stood (act, card);
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongRecord *member = g_ptr_array_index (card->members, i);

      if (member != leader && pamong_record_int (member, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD)
        pamong_record_set_int (pamong_act_put (act, member), PAMONG_RESIDENT_SHDK, old_shdk > 0 ? old_shdk : SHDK_OTHER);
    }
  pamong_record_set_int (pamong_act_put (act, leader), PAMONG_RESIDENT_SHDK, PAMONG_SHDK_HEAD);
  family = pamong_act_put (act, card->family);
  event = put_family_event (act, PAMONG_EVENT_HEAD_CHANGE, head, family, NULL, papers, error);
  return event != NULL && pamong_act_check_card (act, family_uid, TRUE, error) && finish (act, event, error);
}

gboolean
pamong_office_move_house (PamongOffice *office, const char *family_uid, const PamongRecord *address, const char *date, const char *reason,
                          GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.move", reason, findings, error);
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (PamongRecord) moved = NULL;
  PamongRecord *event;
  gboolean differs = FALSE;

  if (act == NULL || (card = pamong_act_card (act, family_uid, error)) == NULL || !pamong_act_date (act, date, error))
    return FALSE;
  pamong_act_note_stood (act, card);
  moved = pamong_record_copy (card->family);
  copy_address (moved, address);
  for (guint i = 0; i < moved->n_values; i++)
    differs |= pamong_record_differs (moved, card->family, (int) i);
  if (!differs)
    return pamong_office_invalid (error, _("The family lives at this address already. Change the address, hamlet, RW or RT."));
  if (!pamong_act_put_area (act, moved, error))
    return FALSE;
  pamong_act_put (act, moved);
  event = pamong_act_put_event (act, PAMONG_EVENT_MOVE_INSIDE, NULL, family_uid);
  if (date != NULL)
    pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  return pamong_act_check_card (act, family_uid, FALSE, error) && finish (act, event, error);
}
