/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* "Perlu diperbaiki": what the centre could not take, why, and what to do. */
#define PAMONG_TYPE_HELD_CARD (pamong_held_card_get_type ())
G_DECLARE_FINAL_TYPE (PamongHeldCard, pamong_held_card, PAMONG, HELD_CARD, GtkBox)
GtkWidget *pamong_held_card_new (void);
/** pamong_held_card_set: @items: (element-type PamongOutboxItem): empty hides the card. @total: how many there are in all. */
void pamong_held_card_set (PamongHeldCard *card, GPtrArray *items, gint64 total);
