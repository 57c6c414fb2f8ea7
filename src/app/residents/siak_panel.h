/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* A small window beside SIAK: each field of a person is copied by Enter, and the next one waits. Whole numbers stand in it: opening it is logged as a look at them. */
#define PAMONG_TYPE_SIAK_PANEL (pamong_siak_panel_get_type ())
G_DECLARE_FINAL_TYPE (PamongSiakPanel, pamong_siak_panel, PAMONG, SIAK_PANEL, GtkWindow)
/** pamong_resident_ask_siak: opens it once the log has its line; a refusal is said instead. */
void pamong_resident_ask_siak (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
/** pamong_siak_panel_new: @resident, @family: (nullable): as they stand now. */
GtkWidget *pamong_siak_panel_new (GtkWindow *parent, const PamongRecord *resident, const PamongRecord *family);
