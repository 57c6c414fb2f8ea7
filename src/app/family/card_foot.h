/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* The foot bar of a card: what became of the draft, how many people, Batal and Simpan. */
#define PAMONG_TYPE_CARD_FOOT (pamong_card_foot_get_type ())
G_DECLARE_FINAL_TYPE (PamongCardFoot, pamong_card_foot, PAMONG, CARD_FOOT, GtkWidget)
/* Signals: "save" (), "cancel" (). */

GtkWidget *pamong_card_foot_new (void);
/** pamong_card_foot_say: one quiet line at the left; NULL = nothing. */
void pamong_card_foot_say (PamongCardFoot *foot, const char *words);
void pamong_card_foot_set_counts (PamongCardFoot *foot, guint people, guint to_check);
void pamong_card_foot_set_editable (PamongCardFoot *foot, gboolean editable);
void pamong_card_foot_focus_save (PamongCardFoot *foot);
