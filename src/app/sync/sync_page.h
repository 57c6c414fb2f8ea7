/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* Sinkronisasi: what waits, what was sent, what needs a person. */
#define PAMONG_TYPE_SYNC_PAGE (pamong_sync_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongSyncPage, pamong_sync_page, PAMONG, SYNC_PAGE, GtkWidget)
GtkWidget *pamong_sync_page_new (PamongSession *session);
