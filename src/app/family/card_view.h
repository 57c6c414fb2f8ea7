/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* One family card being typed or mended: fields, sheet, what is to be checked, the foot bar; its draft and its saving. */
#define PAMONG_TYPE_CARD_VIEW (pamong_card_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongCardView, pamong_card_view, PAMONG, CARD_VIEW, GtkWidget)
/* Signals: "title-changed" () another card stands here, or its head is named now. */

GtkWidget *pamong_card_view_new (PamongSession *session);
/** pamong_card_view_open: a registered family, or a new card with NULL. What was typed before is kept as a draft, and a draft of this card comes back.
 * Returns: FALSE if there is no such family. */
gboolean pamong_card_view_open (PamongCardView *view, const char *uid);
/** pamong_card_view_uid: Returns: (nullable): the family; NULL for a new card. */
const char *pamong_card_view_uid (PamongCardView *view);
/** pamong_card_view_title: Returns: (transfer full): "Keluarga baru", "Keluarga SUTRISNO". */
char *pamong_card_view_title (PamongCardView *view);
/** pamong_card_view_hint: Returns: (transfer none): one line on what stands here. */
const char *pamong_card_view_hint (PamongCardView *view);
/** pamong_card_view_reload: an act changed the family: shows it as it is now, and says @words. Not while something is typed. */
void pamong_card_view_reload (PamongCardView *view, const char *words);
/** pamong_card_view_say: words for the strip above the foot bar. */
void pamong_card_view_say (PamongCardView *view, const char *words);
void pamong_card_view_focus (PamongCardView *view);
/** pamong_card_view_focus_field: @field of the family; -1 = its members. */
void pamong_card_view_focus_field (PamongCardView *view, int field);
/** pamong_card_view_is_touched: TRUE while something typed is not saved. */
gboolean pamong_card_view_is_touched (PamongCardView *view);
/** pamong_card_view_keep: writes the draft now, and waits for it. */
void pamong_card_view_keep (PamongCardView *view);
/** pamong_card_view_save, _cancel, _copy: what Ctrl+S, Esc and Alt+B do. */
void pamong_card_view_save (PamongCardView *view);
void pamong_card_view_cancel (PamongCardView *view);
void pamong_card_view_copy (PamongCardView *view);
