/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** pamong_dates_list_new: Returns: (transfer floating): the dates of this month, those over marked so, and of the first days of the next when there is room; those of this place can be ended, and one can be added. */
GtkWidget *pamong_dates_list_new (PamongSession *session);
void pamong_dates_list_refresh (GtkWidget *list);
