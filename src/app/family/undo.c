/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/undo.h"
#include "app/family/act_form.h"
#include "office/undo.h"
#include <glib/gi18n.h>

char *
pamong_undo_words (const PamongRecord *event)
{
  gboolean merge = pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_REMOVED && pamong_record_is_set (event, PAMONG_EVENT_OTHER_UID);
  g_autofree char *type = merge ? g_strdup (_ ("merge of doubles")) : pamong_record_format (event, PAMONG_EVENT_TYPE), *date = pamong_record_format (event, PAMONG_EVENT_DATE);

  return g_strdup_printf (_ ("Take back: %s, %s…"), type, date);
}

GMenuModel *
pamong_undo_menu (PamongStore *store, const char *uid, const char *action)
{
  g_autoptr (GPtrArray) events = pamong_office_undoable (store, uid, NULL);
  GMenu *menu;

  if (events == NULL || events->len == 0)
    return NULL;
  menu = g_menu_new ();
  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *event = g_ptr_array_index (events, i);
      g_autofree char *words = pamong_undo_words (event);
      g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

      g_menu_item_set_action_and_target (item, action, "s", event->uid);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static gboolean
run (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  return pamong_office_undo (office, form->subject, pamong_record_text (form->event, PAMONG_EVENT_REASON), findings, error);
}

void
pamong_undo_ask (GtkWidget *parent, PamongSession *session, const char *event_uid, PamongFamilyActDone done, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = pamong_office_undo_effect (pamong_session_store (session), event_uid, &error);
  g_autofree char *effect = sentences != NULL ? g_strjoinv ("\n", sentences) : g_strdup (error->message);
  PamongActForm *form = pamong_act_form_new (parent, session, NULL, done, data, effect);

  form->subject = g_strdup (event_uid);
  form->heading = _ ("Take this back");
  form->primary = _ ("_Take back");
  form->saved = _ ("It was taken back.");
  form->run = run;
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, N_ ("R_eason"));
  pamong_act_form_show (form);
}
