/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"
#include "office/merge.h"
#include "office/undo.h"

#include <glib/gi18n-lib.h>

gboolean
pamong_office_check_resident (PamongOffice *office, const PamongRecord *resident, GPtrArray *findings, GError **error)
{
  return pamong_office_findings (office->store, resident, findings, error);
}

gboolean
pamong_office_findings (PamongStore *store, const PamongRecord *resident, GPtrArray *findings, GError **error)
{
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autofree char *today = pamong_clock_today ();
  PamongAsked asked = { store, NULL };
  PamongFacts facts = pamong_office_facts (today, &asked);
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (store, PAMONG_KIND_FAMILY, family_uid, &failure) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (resident->uid != NULL && !pamong_office_merge_findings (store, resident->uid, findings, error)) /* first: they say more than that a field is empty */
    return FALSE;
  pamong_rules_check_resident (resident, family, &facts, findings);
  return TRUE;
}

gboolean
pamong_office_add_resident (PamongOffice *office, PamongRecord *resident, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "resident.add", NULL, findings, error);
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) before = NULL;

  if (act == NULL || !pamong_act_adopt (act, resident, error))
    return FALSE;
  if (family_uid != NULL)
    {
      before = pamong_act_card (act, family_uid, error);
      if (before == NULL)
        return FALSE;
      pamong_act_note_stood (act, before);
    }
  pamong_act_put (act, resident);
  pamong_act_put_event (act, PAMONG_EVENT_OPENING, resident->uid, family_uid);
  return pamong_act_check_resident (act, resident, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_correct_resident_from (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "resident.correct", NULL, findings, error);
  g_autoptr (PamongRecord) stored = NULL;
  g_autoptr (PamongRecord) corrected = NULL;

  if (act == NULL)
    return FALSE;
  stored = pamong_act_get (act, PAMONG_KIND_RESIDENT, after->uid, error);
  if (stored == NULL || !pamong_act_note_resident (act, stored, error))
    return FALSE;
  corrected = pamong_act_take_over (act, stored, before != NULL ? before : stored, after);
  return pamong_act_check_resident (act, corrected, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_correct_resident (PamongOffice *office, PamongRecord *resident, GPtrArray **findings, GError **error)
{
  return pamong_office_correct_resident_from (office, NULL, resident, findings, error);
}

gboolean
pamong_office_remove_resident (PamongOffice *office, const char *uid, const char *reason, const char *date, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "resident.remove", reason, findings, error);
  g_autoptr (PamongRecord) resident = NULL;
  PamongRecord *event;
  const char *family_uid;

  if (act == NULL || (resident = pamong_act_get (act, PAMONG_KIND_RESIDENT, uid, error)) == NULL)
    return FALSE;
  if (act->reason == NULL)
    return pamong_office_invalid (error, _("Write the reason for taking this person off the list."));
  if (pamong_store_status (office->store, uid) == PAMONG_STATUS_VOID)
    return pamong_office_invalid (error, _("This person was already taken off the list."));
  if (!pamong_act_date (act, date, error))
    return FALSE;
  family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  event = pamong_act_put_event (act, PAMONG_EVENT_REMOVED, uid, family_uid);
  if (date != NULL)
    pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  return pamong_act_warn_without (act, family_uid, uid, error) && pamong_act_finish (act, error);
}

/* The newest removal of @uid that nothing has taken back. */
static PamongRecord *
find_removal (PamongStore *store, const char *uid)
{
  g_autoptr (GPtrArray) events = pamong_store_find (store, PAMONG_KIND_EVENT, PAMONG_EVENT_RESIDENT_UID, uid, NULL);
  g_autoptr (GHashTable) cancelled = g_hash_table_new (g_str_hash, g_str_equal);
  const PamongRecord *newest = NULL;

  if (events == NULL)
    return NULL;
  for (guint i = 0; i < events->len; i++)
    {
      const char *cancels = pamong_record_text (g_ptr_array_index (events, i), PAMONG_EVENT_CANCELS);

      if (cancels != NULL)
        g_hash_table_add (cancelled, (gpointer) cancels);
    }
  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *event = g_ptr_array_index (events, i);

      if (pamong_record_int (event, PAMONG_EVENT_TYPE) != PAMONG_EVENT_REMOVED || g_hash_table_contains (cancelled, event->uid))
        continue;
      if (newest == NULL || g_strcmp0 (pamong_record_text (event, PAMONG_EVENT_DATE), pamong_record_text (newest, PAMONG_EVENT_DATE)) >= 0)
        newest = event;
    }
  return newest != NULL ? pamong_record_copy (newest) : NULL;
}

gboolean
pamong_office_put_back (PamongOffice *office, const char *uid, const char *reason, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongRecord) removal = find_removal (office->store, uid), resident = NULL;
  g_autoptr (PamongAct) act = NULL;
  PamongFacts alone;
  PamongRecord *event;

  /* A merge also gave values to the other record. */
  if (removal != NULL && pamong_record_is_set (removal, PAMONG_EVENT_BEFORE))
    return pamong_office_undo (office, removal->uid, reason, findings, error);
  act = pamong_act_new (office, "resident.put-back", reason, findings, error);
  if (act == NULL || (resident = pamong_act_get (act, PAMONG_KIND_RESIDENT, uid, error)) == NULL)
    return FALSE;
  if (removal == NULL)
    return pamong_office_invalid (error, _("This person was not taken off the list; there is nothing to put back."));
  event = pamong_act_put_event (act, PAMONG_EVENT_CANCEL, uid, pamong_record_text (removal, PAMONG_EVENT_FAMILY_UID));
  pamong_record_set_text (event, PAMONG_EVENT_CANCELS, removal->uid);

  /* What was wrong with the record before is no reason to keep the person off; somebody else with the same NIK is. */
  alone = act->facts;
  alone.nik_holder = NULL;
  pamong_rules_check_resident (resident, NULL, &alone, act->stood);
  return pamong_act_check_resident (act, resident, error) && pamong_act_finish (act, error);
}
