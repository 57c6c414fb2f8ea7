/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* All letters that were issued: found by number or name, type and days. */
#define PAMONG_TYPE_ARCHIVE_VIEW (pamong_archive_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongArchiveView, pamong_archive_view, PAMONG, ARCHIVE_VIEW, GtkWidget)
GtkWidget *pamong_archive_view_new (PamongSession *session);
void pamong_archive_view_refresh (PamongArchiveView *view);
