/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include <glib/gi18n.h>

static gboolean
run (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongRecord) address = pamong_record_is_set (form->family, PAMONG_FAMILY_ADDRESS) ? pamong_record_copy (form->family) : NULL;
  PamongPapers papers = pamong_act_form_papers (form);
  g_autofree char *family_uid = NULL;

  if (address != NULL)
    pamong_record_clear (address, PAMONG_FAMILY_KK_NUMBER); /* the papers bring it */
  if (form->who != NULL && !g_ptr_array_find_with_equal_func (form->members, form->who, g_str_equal, NULL))
    g_ptr_array_add (form->members, form->who);
  g_ptr_array_add (form->members, NULL);
  return pamong_office_split_family (office, (const char *const *) form->members->pdata, form->who, NULL, address, &papers,
                                     pamong_record_text (form->event, PAMONG_EVENT_REASON), &family_uid, findings, error);
}

/* The head stays, so nobody else is asked for: the keyboard goes on with what the new card needs. */
static void
choose (PamongActForm *form, const char *member)
{
  for (guint i = 0; i < form->card->members->len; i++)
    if (g_strcmp0 (((PamongRecord *) g_ptr_array_index (form->card->members, i))->uid, member) == 0)
      {
        gtk_check_button_set_active (g_ptr_array_index (form->ticks, i), TRUE);
        gtk_check_button_set_active (g_ptr_array_index (form->choices, i), TRUE);
        form->first = g_ptr_array_index (form->entries, 0);
      }
}

void
pamong_family_act_split (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data)
{
  pamong_family_act_split_off (parent, session, family_uid, NULL, done, data);
}

void
pamong_family_act_split_off (GtkWidget *parent, PamongSession *session, const char *family_uid, const char *member, PamongFamilyActDone done, gpointer data)
{
  PamongActForm *form = pamong_act_form_new (parent, session, family_uid, done, data,
                                             _ ("Those ticked leave this card for a new one. Until Dukcapil issues its number the new family waits without one. Leave the address empty if it stays the same."));

  if (form == NULL)
    return;
  form->heading = _ ("Split the family");
  form->primary = _ ("_Split the family");
  form->saved = _ ("The family was split.");
  form->run = run;
  pamong_act_form_add_members (form, TRUE, _ ("leads the new card"), TRUE);
  pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, PAMONG_FAMILY_ADDRESS, N_ ("New _address"));
  pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, PAMONG_FAMILY_DUSUN, N_ ("Ham_let"));
  pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RT, N_ ("R_T"));
  pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RW, N_ ("R_W"));
  pamong_act_form_add_papers (form);
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, N_ ("R_eason"));
  choose (form, member);
  pamong_act_form_show (form);
}
