/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/dates.h"

static gboolean
check_incoming (const PamongRecord *incoming, const char *today, GError **error)
{
  const char *received = pamong_record_text (incoming, PAMONG_INCOMING_RECEIVED);

  if (pamong_text_is_blank (pamong_record_text (incoming, PAMONG_INCOMING_SENDER)))
    return pamong_office_invalid (error, _("Write who sent the letter."));
  if (pamong_text_is_blank (pamong_record_text (incoming, PAMONG_INCOMING_SUBJECT)))
    return pamong_office_invalid (error, _("Write in short what the letter is about."));
  if (received == NULL || !pamong_date_is_valid (received) || strcmp (received, today) > 0)
    return pamong_office_invalid (error, _("Write on which day the letter came in; it cannot be a day that has not come yet."));
  return TRUE;
}

static gboolean
put_number (PamongStore *store, PamongRecord *incoming, GError **error)
{
  g_autoptr (PamongNextNumber) next = pamong_next_incoming (store, pamong_record_text (incoming, PAMONG_INCOMING_RECEIVED), error);

  if (next == NULL)
    return FALSE;
  pamong_record_set_int (incoming, PAMONG_INCOMING_YEAR, next->year);
  pamong_record_set_text (incoming, PAMONG_INCOMING_MARK, next->mark);
  pamong_record_set_int (incoming, PAMONG_INCOMING_NUMBER, next->number);
  return TRUE;
}

/* The number is taken inside the transaction, so the plan is empty and the record is written beside it. */
static gboolean
enter (PamongAct *act, PamongRecord *incoming, GError **error)
{
  g_autoptr (PamongWrite) write = NULL;

  if (!pamong_act_adopt (act, incoming, error) || !check_incoming (incoming, act->today, error) || !pamong_act_check_limit_of (act, incoming, error)
      || (write = pamong_act_begin (act, error)) == NULL)
    return FALSE;
  if (!put_number (act->office->store, incoming, error) || !pamong_write_put (write, incoming, error))
    return FALSE;
  pamong_act_touch (act, incoming->uid);
  return pamong_act_commit (act, g_steal_pointer (&write), error);
}

static gboolean
correct (PamongAct *act, const PamongRecord *before, PamongRecord *after, GError **error)
{
  static const int kept[] = { PAMONG_INCOMING_YEAR, PAMONG_INCOMING_MARK, PAMONG_INCOMING_NUMBER };
  g_autoptr (PamongRecord) saved = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    pamong_record_set_value (after, kept[i], &before->values[kept[i]]);
  saved = pamong_act_put_edit (act, before, after, error);
  return saved != NULL && check_incoming (saved, act->today, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_save_incoming (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "incoming.save", NULL, NULL, error);

  if (act == NULL)
    return FALSE;
  return before == NULL ? enter (act, after, error) : correct (act, before, after, error);
}

gboolean
pamong_office_void_incoming (PamongOffice *office, const char *uid, const char *reason, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "incoming.void", reason, NULL, error);
  g_autoptr (PamongRecord) incoming = act != NULL ? pamong_store_get (office->store, PAMONG_KIND_INCOMING, uid, error) : NULL;

  if (act == NULL)
    return FALSE;
  if (incoming == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This letter is not on this computer. Find it again in the list."));
      return FALSE;
    }
  if (pamong_text_is_blank (reason))
    return pamong_office_invalid (error, _("Write why the letter is void. The number stays in the agenda with this reason."));
  pamong_record_set_text (incoming, PAMONG_INCOMING_VOID_ON, act->today);
  pamong_record_set_text (incoming, PAMONG_INCOMING_VOID_REASON, reason);
  pamong_act_put (act, incoming);
  return pamong_act_finish (act, error);
}
