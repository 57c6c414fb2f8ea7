/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* A backup takes the place of what is on this computer: which one, what is in it, what it replaces, the passphrase. No desk may be open meanwhile. */
#define PAMONG_TYPE_RESTORE_PAGE (pamong_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongRestorePage, pamong_restore_page, PAMONG, RESTORE_PAGE, GtkBox)
/* Signals: "finished" (): it is done, or was left. */
/** pamong_restore_page_new: @file: (nullable): a backup chosen already. */
GtkWidget *pamong_restore_page_new (const char *dir, const char *file);
/** pamong_restore_page_choose: as if @file had been picked. */
void pamong_restore_page_choose (PamongRestorePage *page, const char *file);
/** pamong_restore_page_is_busy: data is being exchanged just now. */
gboolean pamong_restore_page_is_busy (PamongRestorePage *page);
