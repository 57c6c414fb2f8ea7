/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

#include "domain/dates.h"
#include "domain/nik.h"

gboolean
pamong_act_date (PamongAct *act, const char *date, GError **error)
{
  if (date == NULL)
    return TRUE;
  if (!pamong_date_is_valid (date))
    return pamong_office_invalid (error, _("This date does not exist. Write day, month and year, for example 17-08-2025."));
  if (g_strcmp0 (date, act->today) > 0)
    return pamong_office_invalid (error, _("The date lies ahead of today. Check the date, and the clock of this computer."));
  return TRUE;
}

gboolean
pamong_papers_are_empty (const PamongPapers *papers)
{
  return papers == NULL
         || (pamong_text_is_blank (papers->form) && papers->filed == NULL && pamong_text_is_blank (papers->kk_number) && papers->issued == NULL);
}

gboolean
pamong_act_put_papers (PamongAct *act, PamongRecord *event, PamongRecord *family, const PamongPapers *papers, GError **error)
{
  g_autofree char *came = papers != NULL ? pamong_nik_normalize (papers->kk_number) : NULL;
  const char *number;

  if (papers == NULL)
    return TRUE;
  if (!pamong_act_date (act, papers->filed, error) || !pamong_act_date (act, papers->issued, error))
    return FALSE;
  pamong_record_set_text (event, PAMONG_EVENT_FORM, papers->form);
  pamong_record_set_text (event, PAMONG_EVENT_FILED, papers->filed);
  if (came != NULL)
    pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, came);
  if (came == NULL && papers->issued == NULL)
    return TRUE;
  number = pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER);
  pamong_record_set_text (event, PAMONG_EVENT_ISSUED, papers->issued != NULL ? papers->issued : act->today);
  pamong_record_set_text (event, PAMONG_EVENT_ISSUED_NO, number);
  return TRUE;
}

gboolean
pamong_act_close_waiting (PamongAct *act, const char *family_uid, const char *kk_number, const char *date, guint *n, GError **error)
{
  g_autoptr (GPtrArray) waiting = pamong_store_waiting (act->office->store, error);
  guint closed = 0;

  if (waiting == NULL)
    return FALSE;
  for (guint i = 0; i < waiting->len; i++)
    {
      PamongRecord *event = g_ptr_array_index (waiting, i);

      if (g_strcmp0 (pamong_record_text (event, PAMONG_EVENT_FAMILY_UID), family_uid) != 0)
        continue;
      pamong_record_set_text (event, PAMONG_EVENT_ISSUED, date);
      pamong_record_set_text (event, PAMONG_EVENT_ISSUED_NO, kk_number);
      pamong_act_put (act, event);
      closed++;
    }
  if (n != NULL)
    *n = closed;
  return TRUE;
}

gboolean
pamong_office_document_issued (PamongOffice *office, const char *family_uid, const char *kk_number, const char *date, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.issued", NULL, findings, error);
  g_autofree char *number = pamong_nik_normalize (kk_number);
  g_autoptr (PamongFamilyCard) card = NULL;
  guint closed;

  if (act == NULL || (card = pamong_act_card (act, family_uid, error)) == NULL || !pamong_act_date (act, date, error))
    return FALSE;
  if (number == NULL)
    return pamong_office_invalid (error, _("Type the KK number that stands on the new card."));
  pamong_act_note_stood (act, card);
  if (!pamong_act_close_waiting (act, family_uid, number, date != NULL ? date : act->today, &closed, error))
    return FALSE;
  if (closed == 0)
    return pamong_office_invalid (error, _("This family waits for no document. A wrong number is corrected on the family card."));
  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, number);
  pamong_act_put (act, card->family);
  return pamong_act_check_card (act, family_uid, FALSE, error) && pamong_act_finish (act, error);
}
