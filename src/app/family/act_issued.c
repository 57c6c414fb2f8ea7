/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include "domain/clock.h"
#include <glib/gi18n.h>

static gboolean
run (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  return pamong_office_document_issued (office, form->card->family->uid, pamong_record_text (form->family, PAMONG_FAMILY_KK_NUMBER),
                                        pamong_record_text (form->event, PAMONG_EVENT_ISSUED), findings, error);
}

void
pamong_family_act_issued (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data)
{
  PamongActForm *form = pamong_act_form_new (parent, session, family_uid, done, data,
                                             _ ("The document is back from Dukcapil: copy its number and date. The family no longer waits."));
  g_autofree char *today = pamong_clock_today ();

  if (form == NULL)
    return;
  form->heading = _ ("Document issued");
  form->primary = _ ("_Save the number");
  form->saved = _ ("The number was saved.");
  form->run = run;
  pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, N_ ("KK _no."));
  pamong_field_entry_set_text (pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_ISSUED, N_ ("_Issued on")), today);
  pamong_act_form_show (form);
}
