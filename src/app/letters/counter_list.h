/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* The counter's short list: letters that wait for a signature or to be fetched, and what was put aside. */
#define PAMONG_TYPE_COUNTER_LIST (pamong_counter_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongCounterList, pamong_counter_list, PAMONG, COUNTER_LIST, GtkWidget)
GtkWidget *pamong_counter_list_new (PamongSession *session);
/** pamong_counter_list_refresh: Returns: how many letters wait. */
guint pamong_counter_list_refresh (PamongCounterList *list);
