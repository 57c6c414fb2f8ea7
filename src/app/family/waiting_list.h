/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* Menunggu Dukcapil: who waits for which document, and since when. */
#define PAMONG_TYPE_WAITING_LIST (pamong_waiting_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongWaitingList, pamong_waiting_list, PAMONG, WAITING_LIST, GtkWidget)
/* Signals: "open" (string family uid) a row was activated; "issued" (string family uid) its document came. */

GtkWidget *pamong_waiting_list_new (PamongSession *session);
/** pamong_waiting_list_refresh: Returns: how many wait. */
guint pamong_waiting_list_refresh (PamongWaitingList *list);
