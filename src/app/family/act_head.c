/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include "domain/error.h"
#include <glib/gi18n.h>

static gboolean
run (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  PamongPapers papers = pamong_act_form_papers (form);

  if (form->who == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _ ("Choose who will lead the family."));
      return FALSE;
    }
  return pamong_office_change_head (office, form->card->family->uid, form->who, form->shdk, &papers, pamong_record_text (form->event, PAMONG_EVENT_REASON), findings, error);
}

void
pamong_family_act_head (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data)
{
  PamongActForm *form = pamong_act_form_new (parent, session, family_uid, done, data,
                                             _ ("The one chosen leads the family from now on. Dukcapil issues a new number; until then the family waits without one."));

  if (form == NULL)
    return;
  form->heading = _ ("Change the head of family");
  form->primary = _ ("_Change the head");
  form->saved = _ ("The head of family was changed.");
  form->run = run;
  pamong_act_form_add_members (form, FALSE, "", TRUE);
  if (pamong_family_card_head (form->card) != NULL)
    pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SHDK, N_ ("The _old head becomes"));
  pamong_act_form_add_papers (form);
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, N_ ("R_eason"));
  pamong_act_form_show (form);
}
