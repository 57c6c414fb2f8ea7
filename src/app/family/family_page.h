/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* The page Keluarga: a card being typed or an opened family, its guided acts, and the families that wait for Dukcapil. */
#define PAMONG_TYPE_FAMILY_PAGE (pamong_family_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongFamilyPage, pamong_family_page, PAMONG, FAMILY_PAGE, GtkWidget)

GtkWidget *pamong_family_page_new (PamongSession *session);
