/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include <glib/gi18n.h>

static gboolean
run (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  PamongPapers papers = pamong_act_form_papers (form);

  if (!pamong_act_form_found (form, FALSE, error))
    return FALSE;
  return pamong_office_join_family (office, form->who, form->card->family->uid, form->shdk, &papers, pamong_record_text (form->event, PAMONG_EVENT_REASON), findings, error);
}

void
pamong_family_act_join (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data)
{
  PamongActForm *form = pamong_act_form_new (parent, session, family_uid, done, data,
                                             _ ("Somebody of this village comes onto this card and leaves the one they stood on."));

  if (form == NULL)
    return;
  form->heading = _ ("Join this family");
  form->primary = _ ("_Join");
  form->saved = _ ("The new member was saved.");
  form->run = run;
  pamong_act_form_add_finder (form, N_ ("_Who (name or NIK)"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SHDK, N_ ("_Place in family"));
  pamong_act_form_add_papers (form);
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, N_ ("R_eason"));
  pamong_act_form_show (form);
}
