/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* What has just been done, with a button that takes it back; hidden until then. It stays until the next act, so that nobody must be quick. */
#define PAMONG_TYPE_UNDO_BAND (pamong_undo_band_get_type ())
G_DECLARE_FINAL_TYPE (PamongUndoBand, pamong_undo_band, PAMONG, UNDO_BAND, GtkWidget)
GtkWidget *pamong_undo_band_new (PamongSession *session);
/** pamong_undo_band_show: @words (nullable): NULL hides it. @event_uid: (nullable): what its button takes back; without it there is no button. */
void pamong_undo_band_show (PamongUndoBand *band, const char *words, const char *event_uid);
