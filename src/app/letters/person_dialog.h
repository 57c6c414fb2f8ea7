/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "domain/letter_type.h"
#include <gtk/gtk.h>

/** PamongPersonChosen: a resident's @uid, or @outsider (transfer full): a RESIDENT record that is in no list. */
typedef void (*PamongPersonChosen) (gpointer data, const char *uid, PamongRecord *outsider);

/** pamong_person_dialog_ask: who stands in @role (nullable: whom the letter is about, before its type is known). @outsider: (nullable): as typed before; then the form of
 * an outsider is in front. @object: @chosen is not called once it is gone; it is its data. */
void pamong_person_dialog_ask (GtkWidget *parent, PamongSession *session, const PamongLetterPerson *role, const PamongRecord *outsider, gboolean outside, PamongPersonChosen chosen, gpointer object);
