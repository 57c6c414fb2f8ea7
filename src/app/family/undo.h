/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/family/acts.h"

/* Taking an act back, from a person's page and from a family's: what it will do is told before anything is done. */

/** pamong_undo_words: Returns: (transfer full): "Batalkan: pindah rumah, 24-11-2026…". */
char *pamong_undo_words (const PamongRecord *event);
/** pamong_undo_menu: one item for each act about the family @uid that can be taken back, with @action and the event's uid. Returns: (transfer full) (nullable): NULL when there is none. */
GMenuModel *pamong_undo_menu (PamongStore *store, const char *uid, const char *action);
/** pamong_undo_ask: tells what taking @event_uid back will do, and asks why. */
void pamong_undo_ask (GtkWidget *parent, PamongSession *session, const char *event_uid, PamongFamilyActDone done, gpointer data);
