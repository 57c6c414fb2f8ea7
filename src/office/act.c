/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

#include "domain/uid.h"
#include "wire/envelope.h"

/* Above this a listener reads all again instead of one by one. */
#define MAX_TOLD 500

PamongAct *
pamong_act_new_anywhere (PamongOffice *office, const char *name, GError **error)
{
  PamongAct *act;

  if (office->account == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Nobody is signed in. Sign in first."));
      return NULL;
    }
  if (!pamong_office_renew_account (office, error))
    return NULL;
  act = g_new0 (PamongAct, 1);
  act->office = office;
  act->name = name;
  act->today = pamong_clock_today ();
  act->asked = (PamongAsked) { office->store, g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  act->facts = pamong_office_facts (act->today, &act->asked);
  act->accepts = g_steal_pointer (&office->accepts);
  act->findings = pamong_findings_new ();
  act->stood = pamong_findings_new ();
  act->records = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  act->touched = g_ptr_array_new_with_free_func (g_free);
  office->accepts = pamong_accepts_new ();
  return act;
}

PamongAct *
pamong_act_new (PamongOffice *office, const char *name, const char *reason, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = NULL;

  if (findings != NULL)
    *findings = pamong_findings_new ();
  if (pamong_store_level (office->store) != PAMONG_LEVEL_VILLAGE)
    {
      g_ptr_array_set_size (office->accepts, 0);
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED,
                           _("Residents are changed only in the village. Ask the village operator to make this change."));
      return NULL;
    }
  act = pamong_act_new_anywhere (office, name, error);
  if (act == NULL)
    return NULL;
  act->reason = pamong_text_is_blank (reason) ? NULL : g_strdup (reason);
  act->out = findings;
  return g_steal_pointer (&act);
}

void
pamong_act_free (PamongAct *act)
{
  if (act == NULL)
    return;
  if (act->out != NULL)
    {
      g_clear_pointer (act->out, g_ptr_array_unref);
      *act->out = g_steal_pointer (&act->findings);
    }
  g_clear_pointer (&act->findings, g_ptr_array_unref);
  g_ptr_array_unref (act->stood);
  g_ptr_array_unref (act->records);
  g_ptr_array_unref (act->touched);
  g_ptr_array_unref (act->accepts);
  g_hash_table_unref (act->asked.planned);
  g_hash_table_unref (act->asked.fates);
  g_free (act->reason);
  g_free (act->today);
  g_free (act);
}

PamongRecord *
pamong_act_put (PamongAct *act, const PamongRecord *record)
{
  PamongRecord *planned = g_hash_table_lookup (act->asked.planned, record->uid);
  guint index;

  if (planned == record)
    return planned;
  if (planned != NULL && g_ptr_array_find (act->records, planned, &index))
    {
      g_hash_table_remove (act->asked.planned, record->uid);
      pamong_record_free (planned);
      planned = act->records->pdata[index] = pamong_record_copy (record);
    }
  else
    {
      planned = pamong_record_copy (record);
      g_ptr_array_add (act->records, planned);
    }
  g_hash_table_insert (act->asked.planned, planned->uid, planned);
  return planned;
}

gboolean
pamong_act_adopt (PamongAct *act, PamongRecord *record, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) stored = NULL;

  if (record->uid == NULL)
    record->uid = pamong_uid_new ();
  g_free (record->area);
  record->area = g_strdup (pamong_store_area (act->office->store));
  stored = pamong_store_get (act->office->store, record->kind, record->uid, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (stored != NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT, _("This was saved before. Open it from the list to go on."));
      return FALSE;
    }
  return TRUE;
}

PamongRecord *
pamong_act_take_over (PamongAct *act, const PamongRecord *stored, const PamongRecord *before, const PamongRecord *after)
{
  g_autoptr (PamongRecord) record = pamong_record_copy (stored);
  gboolean differs = FALSE;

  for (guint i = 0; i < record->n_values; i++)
    {
      int field = (int) i;

      if (record->kind == PAMONG_KIND_RESIDENT && field == PAMONG_RESIDENT_FAMILY_UID)
        continue;
      if (!pamong_record_differs (before, after, field) || !pamong_record_differs (record, after, field))
        continue;
      pamong_record_set_value (record, field, &after->values[i]);
      differs = TRUE;
    }
  if (differs)
    pamong_act_put (act, record);
  return g_steal_pointer (&record);
}

PamongRecord *
pamong_act_put_edit (PamongAct *act, const PamongRecord *before, PamongRecord *after, GError **error)
{
  g_autoptr (PamongRecord) stored = NULL;

  if (before == NULL)
    return pamong_act_adopt (act, after, error) ? pamong_record_copy (pamong_act_put (act, after)) : NULL;
  stored = pamong_act_get (act, after->kind, after->uid, error);
  return stored != NULL ? pamong_act_take_over (act, stored, before, after) : NULL;
}

PamongRecord *
pamong_act_put_event (PamongAct *act, PamongEventType type, const char *resident_uid, const char *family_uid)
{
  PamongRecord *event = pamong_record_new (PAMONG_KIND_EVENT, pamong_store_area (act->office->store));

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident_uid);
  pamong_record_set_text (event, PAMONG_EVENT_FAMILY_UID, family_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, act->today);
  pamong_record_set_text (event, PAMONG_EVENT_REASON, act->reason);
  g_ptr_array_add (act->records, event);
  g_hash_table_insert (act->asked.planned, event->uid, event);
  return event;
}

void
pamong_act_put_fate (PamongAct *act, const char *resident_uid, PamongStatus status)
{
  g_hash_table_insert (act->asked.fates, g_strdup (resident_uid), GINT_TO_POINTER (status));
}

PamongRecord *
pamong_act_get (PamongAct *act, PamongKind kind, const char *uid, GError **error)
{
  const PamongRecord *planned = uid != NULL ? g_hash_table_lookup (act->asked.planned, uid) : NULL;
  g_autoptr (PamongRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  if (planned != NULL)
    return pamong_record_copy (planned);
  record = uid != NULL ? pamong_store_get (act->office->store, kind, uid, &failure) : NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND,
                         kind == PAMONG_KIND_FAMILY ? _("This family is not on this computer. Find it again in the list.")
                                                    : _("This resident is not on this computer. Find them again in the list."));
  return g_steal_pointer (&record);
}

PamongRecord *
pamong_act_living_resident (PamongAct *act, const char *uid, GError **error)
{
  g_autoptr (PamongRecord) resident = pamong_act_get (act, PAMONG_KIND_RESIDENT, uid, error);

  if (resident == NULL)
    return NULL;
  if (pamong_store_status (act->office->store, uid) != PAMONG_STATUS_ALIVE)
    {
      pamong_office_invalid (error, _("This person no longer counts as living here. Put them back first, then try again."));
      return NULL;
    }
  return g_steal_pointer (&resident);
}

PamongWrite *
pamong_act_begin (PamongAct *act, GError **error)
{
  g_autoptr (PamongWrite) write = NULL;

  if (!pamong_act_settle (act, error))
    return NULL;
  if (act->records->len > PAMONG_ACT_MAX)
    {
      pamong_office_invalid (error, _("This is too much for one step. Save it in smaller parts."));
      return NULL;
    }
  write = pamong_write_begin (act->office->store, act->office->account->uid, act->name, act->reason, error);
  if (write == NULL)
    return NULL;
  for (guint i = 0; i < act->records->len; i++)
    {
      if (!pamong_write_put (write, g_ptr_array_index (act->records, i), error))
        return NULL;
    }
  return g_steal_pointer (&write);
}

static void
tell_uid (GHashTable *seen, GPtrArray *uids, const char *uid)
{
  if (uid != NULL && g_hash_table_add (seen, (gpointer) uid))
    g_ptr_array_add (uids, (gpointer) uid);
}

static PamongKind
kind_of (const char *act)
{
  if (g_str_has_prefix (act, "family."))
    return PAMONG_KIND_FAMILY;
  if (g_str_has_prefix (act, "identity."))
    return PAMONG_KIND_IDENTITY;
  if (g_str_has_prefix (act, "official."))
    return PAMONG_KIND_OFFICIAL;
  if (g_str_has_prefix (act, "letter."))
    return PAMONG_KIND_LETTER;
  if (g_str_has_prefix (act, "numbering."))
    return PAMONG_KIND_NUMBERING;
  if (g_str_has_prefix (act, "incoming."))
    return PAMONG_KIND_INCOMING;
  return g_str_has_prefix (act, "account.") ? PAMONG_KIND_ACCOUNT : PAMONG_KIND_RESIDENT;
}

/* Tells the listener whom the act touched: residents, families, and those its events speak of. */
static void
tell (PamongAct *act)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  if (act->office->changed == NULL)
    return;
  for (guint i = 0; i < act->records->len; i++)
    {
      const PamongRecord *record = g_ptr_array_index (act->records, i);

      if (record->kind == PAMONG_KIND_RESIDENT || record->kind == PAMONG_KIND_FAMILY || record->kind == kind_of (act->name))
        tell_uid (seen, uids, record->uid);
      if (record->kind != PAMONG_KIND_EVENT)
        continue;
      tell_uid (seen, uids, pamong_record_text (record, PAMONG_EVENT_RESIDENT_UID));
      tell_uid (seen, uids, pamong_record_text (record, PAMONG_EVENT_FAMILY_UID));
      tell_uid (seen, uids, pamong_record_text (record, PAMONG_EVENT_FROM_FAMILY_UID));
    }
  for (guint i = 0; i < act->touched->len; i++)
    tell_uid (seen, uids, g_ptr_array_index (act->touched, i));
  g_ptr_array_add (uids, NULL);
  act->office->changed (kind_of (act->name), uids->len > MAX_TOLD ? NULL : (const char *const *) uids->pdata, act->office->changed_data);
}

void
pamong_act_touch (PamongAct *act, const char *uid)
{
  g_ptr_array_add (act->touched, g_strdup (uid));
}

gboolean
pamong_act_commit (PamongAct *act, PamongWrite *write, GError **error)
{
  if (!pamong_write_commit (write, NULL, NULL, error))
    return FALSE;
  tell (act);
  return TRUE;
}

gboolean
pamong_act_finish (PamongAct *act, GError **error)
{
  PamongWrite *write;

  if (!pamong_act_settle (act, error))
    return FALSE;
  if (act->records->len == 0)
    return TRUE; /* nothing was changed, nothing accepted */
  write = pamong_act_begin (act, error);
  return write != NULL && pamong_act_commit (act, write, error);
}
