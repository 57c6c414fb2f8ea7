/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/waiting_view.h"
#include "app/family/acts.h"
#include "app/family/waiting_list.h"

static void
opened_cb (GtkWidget *list, const char *uid)
{
  gtk_widget_activate_action (list, "win.open", "(ss)", pamong_kind_name (PAMONG_KIND_FAMILY), uid);
}

static void
refresh_cb (PamongWaitingList *list)
{
  pamong_waiting_list_refresh (list);
}

static void
saved_cb (gpointer list, const char *words)
{
  refresh_cb (list);
}

static void
issued_cb (GtkWidget *list, const char *uid, PamongSession *session)
{
  pamong_family_act_issued (list, session, uid, saved_cb, list);
}

GtkWidget *
pamong_waiting_view_new (PamongSession *session)
{
  GtkWidget *list = pamong_waiting_list_new (session);

  g_signal_connect (list, "open", G_CALLBACK (opened_cb), NULL);
  g_signal_connect_object (list, "issued", G_CALLBACK (issued_cb), session, 0);
  g_signal_connect (list, "map", G_CALLBACK (refresh_cb), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh_cb), list, G_CONNECT_SWAPPED);
  return list;
}
