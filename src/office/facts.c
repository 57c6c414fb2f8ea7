/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include "domain/codes.h"

static const PamongRecord *
find_planned (PamongAsked *asked, const char *uid)
{
  return asked->planned != NULL ? g_hash_table_lookup (asked->planned, uid) : NULL;
}

/* @holder with the place of its family and the name a person knows it by. */
static PamongHolder *
new_holder (PamongAsked *asked, const PamongRecord *record, const char *name, const char *family_uid)
{
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (asked->store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;
  PamongHolder *holder = g_new0 (PamongHolder, 1);

  holder->uid = g_strdup (record->uid);
  holder->area = g_strdup (record->area);
  holder->name = g_strdup (name);
  holder->rt = g_strdup (family != NULL ? pamong_record_text (family, PAMONG_FAMILY_RT) : NULL);
  return holder;
}

PamongStatus
pamong_asked_status (PamongAsked *asked, const char *resident_uid)
{
  gpointer fate;

  if (asked->fates != NULL && g_hash_table_lookup_extended (asked->fates, resident_uid, NULL, &fate))
    return (PamongStatus) GPOINTER_TO_INT (fate);
  return pamong_store_status (asked->store, resident_uid);
}

/* The missing and the away keep their number; the dead, the moved and those taken off the list do not. One that is new here (0) does. */
static gboolean
keeps_number (PamongAsked *asked, const char *resident_uid)
{
  PamongStatus status = pamong_asked_status (asked, resident_uid);

  return status == 0 || status == PAMONG_STATUS_ALIVE || status == PAMONG_STATUS_MISSING || status == PAMONG_STATUS_AWAY;
}

/* Somebody of this very act who has @value in @field. */
static const PamongRecord *
planned_holder (PamongAsked *asked, PamongKind kind, int field, const char *value, const char *except_uid)
{
  GHashTableIter iter;
  gpointer record;

  if (asked->planned == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, asked->planned);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const PamongRecord *other = record;

      if (other->kind == kind && g_strcmp0 (other->uid, except_uid) != 0 && g_strcmp0 (pamong_record_text (other, field), value) == 0
          && (kind != PAMONG_KIND_RESIDENT || keeps_number (asked, other->uid)))
        return other;
    }
  return NULL;
}

/* Who leads @family_uid on the card that this act brings. */
static const char *
planned_head (PamongAsked *asked, const char *family_uid)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, asked->planned);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const PamongRecord *other = record;

      if (other->kind == PAMONG_KIND_RESIDENT && pamong_record_int (other, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD
          && g_strcmp0 (pamong_record_text (other, PAMONG_RESIDENT_FAMILY_UID), family_uid) == 0)
        return pamong_record_text (other, PAMONG_RESIDENT_NAME);
    }
  return NULL;
}

static PamongHolder *
nik_holder (const char *nik, const char *except_uid, gpointer data)
{
  PamongAsked *asked = data;
  const PamongRecord *planned = planned_holder (asked, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, nik, except_uid);
  g_autoptr (GPtrArray) found = NULL;

  if (planned != NULL)
    return new_holder (asked, planned, pamong_record_text (planned, PAMONG_RESIDENT_NAME), pamong_record_text (planned, PAMONG_RESIDENT_FAMILY_UID));
  found = pamong_store_find (asked->store, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, nik, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PamongRecord *other = g_ptr_array_index (found, i);

      if (g_strcmp0 (other->uid, except_uid) == 0 || find_planned (asked, other->uid) != NULL || !keeps_number (asked, other->uid))
        continue;
      return new_holder (asked, other, pamong_record_text (other, PAMONG_RESIDENT_NAME), pamong_record_text (other, PAMONG_RESIDENT_FAMILY_UID));
    }
  return NULL;
}

/* A family that nobody lives in any more holds no number. */
static PamongHolder *
kk_holder (const char *kk_number, const char *except_uid, gpointer data)
{
  PamongAsked *asked = data;
  const PamongRecord *planned = planned_holder (asked, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, kk_number, except_uid);
  g_autoptr (GPtrArray) found = NULL;

  if (planned != NULL)
    return new_holder (asked, planned, planned_head (asked, planned->uid), planned->uid);
  found = pamong_store_find (asked->store, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, kk_number, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PamongRecord *other = g_ptr_array_index (found, i);
      g_autoptr (PamongFamilyCard) card = NULL;
      PamongRecord *head;

      if (g_strcmp0 (other->uid, except_uid) == 0 || find_planned (asked, other->uid) != NULL)
        continue;
      card = pamong_store_card (asked->store, other->uid, NULL);
      if (card == NULL || card->members->len == 0)
        continue;
      head = pamong_family_card_head (card);
      if (head == NULL)
        head = g_ptr_array_index (card->members, 0);
      return new_holder (asked, other, pamong_record_text (head, PAMONG_RESIDENT_NAME), other->uid);
    }
  return NULL;
}

static gboolean
is_waived (const char *subject_uid, const char *rule, const char *value, gpointer data)
{
  PamongAsked *asked = data;

  return pamong_store_is_waived (asked->store, subject_uid, rule, value);
}

PamongFacts
pamong_office_facts (const char *today, PamongAsked *asked)
{
  return (PamongFacts) { .today = today, .nik_holder = nik_holder, .kk_holder = kk_holder, .is_waived = is_waived, .data = asked };
}
