/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

#include "domain/names.h"
#include "office/accounts.h"

gboolean
pamong_account_is_limited (const PamongRecord *account)
{
  return pamong_record_is_set (account, PAMONG_ACCOUNT_DUSUN) || pamong_record_is_set (account, PAMONG_ACCOUNT_RW) || pamong_record_is_set (account, PAMONG_ACCOUNT_RT);
}

gboolean
pamong_office_renew_account (PamongOffice *office, GError **error)
{
  g_autoptr (GError) failure = NULL;
  PamongRecord *account = pamong_store_get (office->store, PAMONG_KIND_ACCOUNT, office->account->uid, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (account != NULL)
    {
      pamong_record_free (office->account);
      office->account = account;
    }
  if (account == NULL || !pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED))
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This account was closed. Sign in with another one, or ask whoever keeps the accounts."));
  return FALSE;
}

gboolean
pamong_account_may_family (const PamongRecord *account, const PamongRecord *family)
{
  static const struct { int limit, field; } parts[] = {
    { PAMONG_ACCOUNT_DUSUN, PAMONG_FAMILY_DUSUN }, { PAMONG_ACCOUNT_RW, PAMONG_FAMILY_RW }, { PAMONG_ACCOUNT_RT, PAMONG_FAMILY_RT }
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *limit = pamong_record_text (account, parts[i].limit), *place = pamong_record_text (family, parts[i].field);
      g_autofree char *left = pamong_fold (limit != NULL ? limit : ""), *right = pamong_fold (place != NULL ? place : "");

      if (limit != NULL && !g_str_equal (left, right))
        return FALSE;
    }
  return TRUE;
}

/* A family as stored and as planned; one that is not here is nobody's. */
static gboolean
may_family (PamongAct *act, const char *uid)
{
  const PamongRecord *account = act->office->account;
  const PamongRecord *planned = uid != NULL ? g_hash_table_lookup (act->asked.planned, uid) : NULL;
  g_autoptr (PamongRecord) stored = uid != NULL ? pamong_store_get (act->office->store, PAMONG_KIND_FAMILY, uid, NULL) : NULL;

  return (planned != NULL || stored != NULL) && (planned == NULL || pamong_account_may_family (account, planned)) && (stored == NULL || pamong_account_may_family (account, stored));
}

static gboolean
may_resident (PamongAct *act, const char *uid)
{
  const PamongRecord *planned = uid != NULL ? g_hash_table_lookup (act->asked.planned, uid) : NULL;
  g_autoptr (PamongRecord) stored = uid != NULL ? pamong_store_get (act->office->store, PAMONG_KIND_RESIDENT, uid, NULL) : NULL;

  return (planned != NULL || stored != NULL) && (planned == NULL || may_family (act, pamong_record_text (planned, PAMONG_RESIDENT_FAMILY_UID)))
         && (stored == NULL || may_family (act, pamong_record_text (stored, PAMONG_RESIDENT_FAMILY_UID)));
}

static gboolean
may_event (PamongAct *act, const PamongRecord *event)
{
  static const int residents[] = { PAMONG_EVENT_RESIDENT_UID, PAMONG_EVENT_OTHER_UID }, families[] = { PAMONG_EVENT_FAMILY_UID, PAMONG_EVENT_FROM_FAMILY_UID };

  for (guint i = 0; i < G_N_ELEMENTS (residents); i++)
    if (pamong_record_is_set (event, residents[i]) && !may_resident (act, pamong_record_text (event, residents[i])))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (pamong_record_is_set (event, families[i]) && !may_family (act, pamong_record_text (event, families[i])))
      return FALSE;
  return TRUE;
}

static gboolean
deny (PamongAct *act, GError **error)
{
  g_autofree char *limit = pamong_account_limit_words (act->office->store, act->office->account);

  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This account may change data of %s only. Ask an operator without a limit to make this change."), limit);
  return FALSE;
}

gboolean
pamong_act_check_limit_of (PamongAct *act, const PamongRecord *record, GError **error)
{
  gboolean may;

  if (!pamong_account_is_limited (act->office->account))
    return TRUE;
  switch (record->kind)
    {
    case PAMONG_KIND_RESIDENT:
      may = may_resident (act, record->uid);
      break;
    case PAMONG_KIND_FAMILY:
      may = may_family (act, record->uid);
      break;
    case PAMONG_KIND_EVENT:
      may = may_event (act, record);
      break;
    case PAMONG_KIND_LETTER:
      may = !pamong_record_is_set (record, PAMONG_LETTER_SUBJECT_UID) || may_resident (act, pamong_record_text (record, PAMONG_LETTER_SUBJECT_UID));
      break;
    case PAMONG_KIND_OPINION:
    case PAMONG_KIND_AREA:
    case PAMONG_KIND_WAIVER:
      may = TRUE; /* they come with a family or a resident */
      break;
    default:
      may = FALSE; /* what belongs to the whole village */
    }
  return may || deny (act, error);
}

gboolean
pamong_act_check_limit (PamongAct *act, GError **error)
{
  for (guint i = 0; i < act->records->len; i++)
    if (!pamong_act_check_limit_of (act, g_ptr_array_index (act->records, i), error))
      return FALSE;
  return TRUE;
}
