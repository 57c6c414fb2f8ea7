/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"
#include <gtk/gtk.h>

/* The imports there have been, those that were left half-way first. */
#define PAMONG_TYPE_EARLIER_LIST (pamong_earlier_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongEarlierList, pamong_earlier_list, PAMONG, EARLIER_LIST, GtkWidget)
/* Signals: "open" (uid) Enter or click; "drop" (uid) the button of one that was never committed. */
GtkWidget *pamong_earlier_list_new (PamongStore *store);
void pamong_earlier_list_refresh (PamongEarlierList *list);
/** pamong_earlier_list_focus_unfinished: FALSE: nothing was left half-way. */
gboolean pamong_earlier_list_focus_unfinished (PamongEarlierList *list);
