/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>

/* What may still change on a letter that has left the office. */

static PamongRecord *
find_letter (PamongAct *act, const char *uid, gboolean void_too, GError **error)
{
  g_autoptr (PamongRecord) letter = pamong_letter_get (act->office->store, uid, error);

  if (letter == NULL || void_too || !pamong_record_is_set (letter, PAMONG_LETTER_VOID_ON))
    return g_steal_pointer (&letter);
  pamong_office_invalid (error, _("This letter is void. Issue a new one."));
  return NULL;
}

static gboolean
finish (PamongAct *act, const PamongRecord *letter, GError **error)
{
  pamong_act_put (act, letter);
  return pamong_act_finish (act, error);
}

static const char *
who_took (const PamongRecord *letter, const char *taken_by)
{
  const char *applicant = pamong_record_text (letter, PAMONG_LETTER_APPLICANT);

  if (!pamong_text_is_blank (taken_by))
    return taken_by;
  return applicant != NULL ? applicant : pamong_record_text (letter, PAMONG_LETTER_SUBJECT_NAME);
}

gboolean
pamong_office_set_letter_state (PamongOffice *office, const char *uid, PamongLetterState state, const char *taken_by, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.state", NULL, NULL, error);
  g_autoptr (PamongRecord) letter = act != NULL ? find_letter (act, uid, FALSE, error) : NULL;
  gboolean taken = state == PAMONG_LETTER_TAKEN;

  if (letter == NULL)
    return FALSE;
  if (!pamong_record_is_set (letter, PAMONG_LETTER_NUMBER) || state < PAMONG_LETTER_UNSIGNED || state > PAMONG_LETTER_TAKEN)
    return pamong_office_invalid (error, _("This letter has no number yet. Issue it first."));
  pamong_record_set_int (letter, PAMONG_LETTER_STATE, state);
  pamong_record_set_text (letter, PAMONG_LETTER_TAKEN_BY, taken ? who_took (letter, taken_by) : NULL);
  pamong_record_set_text (letter, PAMONG_LETTER_TAKEN_ON, taken ? act->today : NULL);
  return finish (act, letter, error);
}

gboolean
pamong_office_void_letter (PamongOffice *office, const char *uid, const char *reason, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.void", reason, NULL, error);
  g_autoptr (PamongRecord) letter = act != NULL ? find_letter (act, uid, FALSE, error) : NULL;

  if (letter == NULL)
    return FALSE;
  if (pamong_text_is_blank (reason))
    return pamong_office_invalid (error, _("Write why the letter is void. The number stays in the agenda with this reason."));
  pamong_record_set_text (letter, PAMONG_LETTER_VOID_ON, act->today);
  pamong_record_set_text (letter, PAMONG_LETTER_VOID_REASON, reason);
  return finish (act, letter, error);
}

gboolean
pamong_office_link_letter (PamongOffice *office, const char *uid, const char *event, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.link", NULL, NULL, error);
  g_autoptr (PamongRecord) letter = act != NULL ? find_letter (act, uid, TRUE, error) : NULL;
  g_autoptr (PamongRecord) linked = letter != NULL && event != NULL ? pamong_store_get (office->store, PAMONG_KIND_EVENT, event, error) : NULL;

  if (letter == NULL)
    return FALSE;
  if (event != NULL && linked == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This event is not on this computer. Open the person's history and choose it there."));
      return FALSE;
    }
  pamong_record_set_text (letter, PAMONG_LETTER_EVENT_UID, event);
  return finish (act, letter, error);
}
