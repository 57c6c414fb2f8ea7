/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/clashes.h"
#include <gtk/gtk.h>

/* "Beda isian": one clash, its values side by side, a button under each. */
#define PAMONG_TYPE_CLASH_CARD (pamong_clash_card_get_type ())
G_DECLARE_FINAL_TYPE (PamongClashCard, pamong_clash_card, PAMONG, CLASH_CARD, GtkBox)
/* Signal: "settle" (clash uid, side number): the person takes side number i of the clash; "keep-all" (): of all that came from the regency what stands here. */
GtkWidget *pamong_clash_card_new (void);
/** pamong_clash_card_set: @clashes: (transfer none) (element-type PamongClash): empty hides the card. @may_settle: FALSE at a district: shown without buttons. */
void pamong_clash_card_set (PamongClashCard *card, GPtrArray *clashes, gboolean may_settle);
