/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* Pengaturan: sections at left, one of them at right. Alt+1 … Alt+5 and Ctrl+Up/Down change the section. */
#define PAMONG_TYPE_SETTINGS_PAGE (pamong_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongSettingsPage, pamong_settings_page, PAMONG, SETTINGS_PAGE, GtkWidget)
GtkWidget *pamong_settings_page_new (PamongSession *session);
/** pamong_settings_page_go: @section: from 0. FALSE: unsaved work in the one that is shown. */
gboolean pamong_settings_page_go (PamongSettingsPage *page, guint section);
/** pamong_settings_page_section: Returns: (transfer none): the section that is shown. */
GtkWidget *pamong_settings_page_section (PamongSettingsPage *page);
