/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* The find box of the header (Ctrl+K): while typing, the first fifty people under it, namesakes told apart by age, RT/RW and father (or day of birth);
 * while it is empty, the last ten people this account opened. */
#define PAMONG_TYPE_FIND_BOX (pamong_find_box_get_type ())
G_DECLARE_FINAL_TYPE (PamongFindBox, pamong_find_box, PAMONG, FIND_BOX, GtkWidget)
/* Signal: "found" (uid) when a person is taken with Enter or a click. */
GtkWidget *pamong_find_box_new (PamongSession *session);
void pamong_find_box_set_narrow (PamongFindBox *box, gboolean narrow);
/** pamong_find_box_set_inside: it stands on a page, as wide as there is room, and shows no key. */
void pamong_find_box_set_inside (PamongFindBox *box);
GtkEditable *pamong_find_box_entry (PamongFindBox *box);
/** pamong_find_box_count: how many rows stand under the box; *total: (out) (optional): all that match. */
guint pamong_find_box_count (PamongFindBox *box, guint *total);
