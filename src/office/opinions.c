/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>

#include "domain/codes.h"

gboolean
pamong_office_note_opinion (PamongOffice *office, const char *type, int answer, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "opinion.note", NULL, NULL, error);
  g_autoptr (PamongRecord) opinion = NULL;
  g_autofree char *month = NULL;

  if (act == NULL)
    return FALSE;
  if (pamong_codes_find ("pendapat", answer) == NULL || pamong_text_is_blank (type))
    return pamong_office_invalid (error, _("Choose one of the four answers."));
  month = g_strndup (act->today, 7);
  opinion = pamong_record_new (PAMONG_KIND_OPINION, pamong_store_area (office->store));
  pamong_record_set_text (opinion, PAMONG_OPINION_MONTH, month);
  pamong_record_set_text (opinion, PAMONG_OPINION_TYPE, type);
  pamong_record_set_int (opinion, PAMONG_OPINION_ANSWER, answer);
  pamong_act_put (act, opinion);
  return pamong_act_finish (act, error);
}
