/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* Acts about one resident that need a word or two first, each a small dialog. What comes of them arrives by the session's "changed"; a refusal is said in
 * a dialog of its own. */
void pamong_resident_ask_remove (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
void pamong_resident_ask_put_back (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
/** pamong_resident_ask_join: into another family of the village (numpang KK). */
void pamong_resident_ask_join (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
