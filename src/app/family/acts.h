/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* The guided acts of a family: each a short form that says first what it will do. */

/** PamongFamilyActDone: the act was saved. @words: what to say of it. */
typedef void (*PamongFamilyActDone) (gpointer data, const char *words);
/** PamongFamilyAct: @parent: what the dialog stands over; it must outlive nothing: a dialog goes with its window. @data: a GObject, kept alive until the form closes. */
typedef void (*PamongFamilyAct) (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data);

void pamong_family_act_split (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data);
/** pamong_family_act_split_off: the same with @member already chosen, who leads the new card. */
void pamong_family_act_split_off (GtkWidget *parent, PamongSession *session, const char *family_uid, const char *member, PamongFamilyActDone done, gpointer data);
void pamong_family_act_join (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data);
void pamong_family_act_head (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data);
void pamong_family_act_move (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data);
void pamong_family_act_issued (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data);
