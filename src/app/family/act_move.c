/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include "domain/clock.h"
#include <glib/gi18n.h>

static gboolean
run (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  return pamong_office_move_house (office, form->card->family->uid, form->family, pamong_record_text (form->event, PAMONG_EVENT_DATE),
                                   pamong_record_text (form->event, PAMONG_EVENT_REASON), findings, error);
}

void
pamong_family_act_move (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data)
{
  static const struct { int field; const char *label; } fields[] = {
    { PAMONG_FAMILY_ADDRESS, N_ ("New _address") },
    { PAMONG_FAMILY_DUSUN, N_ ("Ham_let") },
    { PAMONG_FAMILY_RT, N_ ("R_T") },
    { PAMONG_FAMILY_RW, N_ ("R_W") },
  };
  PamongActForm *form = pamong_act_form_new (parent, session, family_uid, done, data,
                                             _ ("The whole family moves to another house in this village. The number of the card stays; nobody leaves the register."));
  g_autofree char *today = pamong_clock_today ();

  if (form == NULL)
    return;
  form->heading = _ ("Move house inside the village");
  form->primary = _ ("_Move the family");
  form->saved = _ ("The new address was saved.");
  form->run = run;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pamong_field_entry_load (pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, fields[i].field, fields[i].label), form->card->family);
  pamong_field_entry_set_text (pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_DATE, N_ ("_Date of the move")), today);
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, N_ ("R_eason"));
  pamong_act_form_show (form);
}
