/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/shell/status.h"
#include <gtk/gtk.h>

/* The pill in the header: the state of sending in a few words. A click opens Sinkronisasi. */
#define PAMONG_TYPE_STATUS_PILL (pamong_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (PamongStatusPill, pamong_status_pill, PAMONG, STATUS_PILL, GtkWidget)
GtkWidget *pamong_status_pill_new (void);
void pamong_status_pill_show (PamongStatusPill *pill, const PamongStatusLine *line);
const char *pamong_status_pill_words (PamongStatusPill *pill);
