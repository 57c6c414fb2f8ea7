/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/waivers.h"

#include <glib/gi18n-lib.h>

#include "office/act.h"
#include "office/doubles.h"

void
pamong_waived_free (PamongWaived *waived)
{
  g_free (waived->uid);
  g_free (waived->rule);
  g_free (waived->subject_uid);
  g_free (waived->who);
  g_free (waived->rt);
  g_free (waived->reason);
  g_free (waived->value);
  g_free (waived->other);
  g_free (waived);
}

/* Fills in whose it is. FALSE: the record is not here. */
static gboolean
find_subject (PamongStore *store, PamongWaived *waived)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, waived->subject_uid, NULL);
  const char *family_uid = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : waived->subject_uid;
  g_autoptr (PamongFamilyCard) card = family_uid != NULL ? pamong_store_card (store, family_uid, NULL) : NULL;
  const PamongRecord *who = resident;

  if (resident == NULL && card == NULL)
    return FALSE;
  waived->kind = resident != NULL ? PAMONG_KIND_RESIDENT : PAMONG_KIND_FAMILY;
  if (who == NULL)
    who = pamong_family_card_head (card);
  waived->who = g_strdup (who != NULL ? pamong_record_text (who, PAMONG_RESIDENT_NAME) : NULL);
  waived->rt = g_strdup (card != NULL ? pamong_record_text (card->family, PAMONG_FAMILY_RT) : NULL);
  return TRUE;
}

/* Two records that are two people: no rule, but a reason all the same. */
static void
tell_double (PamongStore *store, PamongWaived *waived)
{
  g_autoptr (PamongRecord) other = waived->value != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, waived->value, NULL) : NULL;

  waived->title = _("Two people, not one");
  waived->other = g_strdup (other != NULL ? pamong_record_text (other, PAMONG_RESIDENT_NAME) : NULL);
}

static int
by_rule (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(PamongWaived *const *) a)->rule, (*(PamongWaived *const *) b)->rule);
}

GPtrArray *
pamong_waivers (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) records = pamong_store_all (store, PAMONG_KIND_WAIVER, error);
  GPtrArray *list;

  if (records == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_waived_free);
  for (guint i = 0; i < records->len; i++)
    {
      const PamongRecord *record = records->pdata[i];
      PamongWaived *waived;

      if (pamong_record_is_set (record, PAMONG_WAIVER_WITHDRAWN) || !pamong_record_is_set (record, PAMONG_WAIVER_SUBJECT_UID))
        continue;
      waived = g_new0 (PamongWaived, 1);
      waived->uid = g_strdup (record->uid);
      waived->rule = g_strdup (pamong_record_text (record, PAMONG_WAIVER_RULE));
      waived->subject_uid = g_strdup (pamong_record_text (record, PAMONG_WAIVER_SUBJECT_UID));
      waived->reason = g_strdup (pamong_record_text (record, PAMONG_WAIVER_REASON));
      waived->value = g_strdup (pamong_record_text (record, PAMONG_WAIVER_VALUE));
      waived->title = pamong_rules_title (waived->rule);
      if (g_strcmp0 (waived->rule, PAMONG_DOUBLE_RULE) == 0)
        tell_double (store, waived);
      if (find_subject (store, waived))
        g_ptr_array_add (list, waived);
      else
        pamong_waived_free (waived);
    }
  g_ptr_array_sort (list, by_rule);
  return list;
}

gboolean
pamong_office_withdraw_waiver (PamongOffice *office, const char *uid, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "waiver.withdraw", NULL, NULL, error);
  g_autoptr (PamongRecord) waiver = NULL, subject = NULL;
  const char *subject_uid;

  if (act == NULL)
    return FALSE;
  waiver = pamong_store_get (office->store, PAMONG_KIND_WAIVER, uid, NULL);
  if (waiver == NULL || pamong_record_is_set (waiver, PAMONG_WAIVER_WITHDRAWN))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This reason was already withdrawn."));
      return FALSE;
    }
  /* The one that gave the reason may be limited to another part of the village. */
  subject_uid = pamong_record_text (waiver, PAMONG_WAIVER_SUBJECT_UID);
  if ((subject = pamong_store_get (office->store, PAMONG_KIND_RESIDENT, subject_uid, NULL)) == NULL)
    subject = pamong_store_get (office->store, PAMONG_KIND_FAMILY, subject_uid, NULL);
  if (subject != NULL && !pamong_act_check_limit_of (act, subject, error))
    return FALSE;
  pamong_record_set_text (waiver, PAMONG_WAIVER_WITHDRAWN, act->today);
  pamong_act_put (act, waiver);
  pamong_act_touch (act, subject_uid);
  return pamong_act_finish (act, error);
}
