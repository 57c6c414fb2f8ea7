/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* Beranda of a village: how far its data is, who lives where, what is to be done today, what was sent, the dates ahead. */
#define PAMONG_TYPE_HOME_PAGE (pamong_home_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongHomePage, pamong_home_page, PAMONG, HOME_PAGE, GtkWidget)
GtkWidget *pamong_home_page_new (PamongSession *session);
