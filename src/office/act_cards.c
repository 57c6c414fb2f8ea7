/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include "domain/names.h"
#include "domain/uid.h"

/* The head first, then by place in the family; those alike stay in the order they came. */
static int
compare_members (gconstpointer a, gconstpointer b)
{
  gint64 left = pamong_record_int (*(PamongRecord *const *) a, PAMONG_RESIDENT_SHDK);
  gint64 right = pamong_record_int (*(PamongRecord *const *) b, PAMONG_RESIDENT_SHDK);

  left = left > 0 ? left : G_MAXINT;
  right = right > 0 ? right : G_MAXINT;
  return (left > right) - (left < right);
}

PamongRecord *
pamong_members_find (GPtrArray *members, const char *uid)
{
  for (guint i = 0; i < members->len; i++)
    {
      PamongRecord *member = g_ptr_array_index (members, i);

      if (g_strcmp0 (member->uid, uid) == 0)
        return member;
    }
  return NULL;
}

static gboolean
lives_or_is_new (PamongAct *act, const char *uid)
{
  PamongStatus status = pamong_asked_status (&act->asked, uid);

  return status == 0 || status == PAMONG_STATUS_ALIVE;
}

/* Members as stored, those who leave taken off. */
static void
add_staying (PamongAct *act, PamongFamilyCard *card, GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (stored, i);
      const PamongRecord *planned = g_hash_table_lookup (act->asked.planned, member->uid);

      if (planned != NULL)
        member = planned;
      if (lives_or_is_new (act, member->uid) && g_strcmp0 (pamong_record_text (member, PAMONG_RESIDENT_FAMILY_UID), card->family->uid) == 0)
        g_ptr_array_add (card->members, pamong_record_copy (member));
    }
}

/* Those the act brings onto the card. */
static void
add_coming (PamongAct *act, PamongFamilyCard *card)
{
  for (guint i = 0; i < act->records->len; i++)
    {
      const PamongRecord *record = g_ptr_array_index (act->records, i);

      if (record->kind == PAMONG_KIND_RESIDENT && pamong_members_find (card->members, record->uid) == NULL && lives_or_is_new (act, record->uid)
          && g_strcmp0 (pamong_record_text (record, PAMONG_RESIDENT_FAMILY_UID), card->family->uid) == 0)
        g_ptr_array_add (card->members, pamong_record_copy (record));
    }
}

PamongFamilyCard *
pamong_act_card (PamongAct *act, const char *family_uid, GError **error)
{
  g_autoptr (PamongRecord) family = pamong_act_get (act, PAMONG_KIND_FAMILY, family_uid, error);
  g_autoptr (PamongFamilyCard) stored = NULL;
  PamongFamilyCard *card;

  if (family == NULL)
    return NULL;
  stored = pamong_store_card (act->office->store, family_uid, NULL);
  card = pamong_family_card_new (family->area);
  pamong_record_free (card->family);
  card->family = g_steal_pointer (&family);
  if (stored != NULL)
    add_staying (act, card, stored->members);
  add_coming (act, card);
  g_ptr_array_sort (card->members, compare_members);
  return card;
}

gboolean
pamong_act_put_area (PamongAct *act, PamongRecord *family, GError **error)
{
  const char *dusun = pamong_record_text (family, PAMONG_FAMILY_DUSUN);
  const char *rw = pamong_record_text (family, PAMONG_FAMILY_RW);
  const char *rt = pamong_record_text (family, PAMONG_FAMILY_RT);
  g_autofree char *uid = NULL;
  g_autoptr (PamongRecord) area = NULL;
  g_autoptr (GError) failure = NULL;

  if (dusun == NULL && rw == NULL && rt == NULL)
    return TRUE;
  uid = pamong_uid_of_area (family->area, dusun, rw, rt);
  if (g_hash_table_contains (act->asked.planned, uid))
    return TRUE;
  area = pamong_store_get (act->office->store, PAMONG_KIND_AREA, uid, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (area != NULL)
    {
      pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, pamong_record_text (area, PAMONG_AREA_DUSUN));
      return TRUE;
    }
  area = pamong_record_new (PAMONG_KIND_AREA, family->area);
  g_free (area->uid);
  area->uid = g_steal_pointer (&uid);
  pamong_record_set_text (area, PAMONG_AREA_DUSUN, dusun);
  pamong_record_set_text (area, PAMONG_AREA_RW, rw);
  pamong_record_set_text (area, PAMONG_AREA_RT, rt);
  pamong_act_put (act, area);
  return TRUE;
}
