/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* Family life from a person's page: each a short form that says first what it will do. What comes of it arrives by the session's "changed". */
void pamong_resident_ask_marry (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
/** pamong_resident_ask_divorce: from husband or wife, on the same card or another; or from one who does not live here. */
void pamong_resident_ask_divorce (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
void pamong_resident_ask_adopt (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
void pamong_resident_ask_nik (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
/** pamong_resident_ask_split: @resident, who is not the head, leaves for a new card. */
void pamong_resident_ask_split (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
/** pamong_resident_ask_move: the whole family of @resident, inside the village. */
void pamong_resident_ask_move (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);
/** pamong_resident_ask_undo: tells what taking the event back will do, and asks why. */
void pamong_resident_ask_undo (GtkWidget *parent, PamongSession *session, const char *event_uid);
