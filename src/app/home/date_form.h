/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** pamong_date_form_show: asks for a date of this place's own and saves it; a refusal opens the form again with its reason. */
void pamong_date_form_show (GtkWidget *parent, PamongSession *session);
/** pamong_date_form_end: asks, then ends the date @uid with yesterday. */
void pamong_date_form_end (GtkWidget *parent, PamongSession *session, const char *uid, const char *title);
