/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* Impor & ekspor: what comes from files and goes to files; a toggle for each (views.c) that this level has. */
#define PAMONG_TYPE_EXCHANGE_PAGE (pamong_exchange_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongExchangePage, pamong_exchange_page, PAMONG, EXCHANGE_PAGE, GtkWidget)
GtkWidget *pamong_exchange_page_new (PamongSession *session);
/** pamong_exchange_page_view: Returns: (transfer none): the view called @name ("impor", "ekspor"); NULL when this level has none. */
GtkWidget *pamong_exchange_page_view (PamongExchangePage *page, const char *name);
