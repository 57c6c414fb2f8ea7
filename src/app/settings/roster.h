/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/settings/record_editor.h"

/* A short list of people with the form of the chosen one beside it. */
#define PAMONG_TYPE_ROSTER (pamong_roster_get_type ())
G_DECLARE_FINAL_TYPE (PamongRoster, pamong_roster, PAMONG, ROSTER, GtkWidget)
/* Signals: "add" (): a new one is wanted; "picked" (uid): Enter or a click on a row; both after unsaved work was asked about. */

/** PamongRosterRow: Returns: (transfer floating): a GtkListBoxRow for @record. */
typedef GtkWidget *(*PamongRosterRow) (const PamongRecord *record, gpointer data);
/** pamong_roster_new: @add: words of the button, with a mnemonic. @empty: what stands in an empty list. */
GtkWidget *pamong_roster_new (PamongKind kind, const char *add, const char *empty);
PamongRecordEditor *pamong_roster_editor (PamongRoster *roster);
/** pamong_roster_add: a control beside the button. */
void pamong_roster_add (PamongRoster *roster, GtkWidget *widget);
/** pamong_roster_fill: (element-type PamongRecord): the rows anew; who was chosen stays chosen. */
void pamong_roster_fill (PamongRoster *roster, GPtrArray *records, PamongRosterRow make, gpointer data);
/** pamong_roster_edit: shows the form of @record. */
void pamong_roster_edit (PamongRoster *roster, const char *title, const PamongRecord *record, gboolean is_new);
/** pamong_roster_close: the form goes, the list has the focus. */
void pamong_roster_close (PamongRoster *roster);
/** pamong_roster_focus: the form when it is open, else the list, else the button. */
void pamong_roster_focus (PamongRoster *roster);
/** pamong_roster_may_leave: FALSE: unsaved work, which asks. */
gboolean pamong_roster_may_leave (PamongRoster *roster);
/** pamong_roster_count: rows; for tests. */
guint pamong_roster_count (PamongRoster *roster);
