/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* Perlu dicek: an inbox of sub-views (views.c) with a toggle for each. */
#define PAMONG_TYPE_CHECK_PAGE (pamong_check_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongCheckPage, pamong_check_page, PAMONG, CHECK_PAGE, GtkWidget)
GtkWidget *pamong_check_page_new (PamongSession *session);
/** pamong_check_page_show_view: @name: of views.c. FALSE: there is none. */
gboolean pamong_check_page_show_view (PamongCheckPage *page, const char *name);
/** pamong_check_page_view: Returns: (transfer none) (nullable): the sub-view in front. */
GtkWidget *pamong_check_page_view (PamongCheckPage *page);
