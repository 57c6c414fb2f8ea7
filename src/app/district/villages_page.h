/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* Desa: one row per village of the district: last contact, what waits there, version, residents. */
#define PAMONG_TYPE_VILLAGES_PAGE (pamong_villages_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongVillagesPage, pamong_villages_page, PAMONG, VILLAGES_PAGE, GtkWidget)
GtkWidget *pamong_villages_page_new (PamongSession *session);
