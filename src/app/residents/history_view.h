/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/history.h"
#include <gtk/gtk.h>

/* The tab Riwayat: every change of every field: when, who, what it was, what it became, whether it still waits for the line. Newest first. */
#define PAMONG_TYPE_HISTORY_VIEW (pamong_history_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongHistoryView, pamong_history_view, PAMONG, HISTORY_VIEW, GtkWidget)
GtkWidget *pamong_history_view_new (void);
/** pamong_history_view_show: @entries: (element-type PamongHistoryEntry) (nullable); @undoable: (element-type PamongRecord) (nullable): events with a button
 * each to take them back. What came with a file names who compiled it, from what and when, as @store knows. Numbers are masked unless @revealed. */
void pamong_history_view_show (PamongHistoryView *view, PamongStore *store, GPtrArray *entries, GPtrArray *undoable, gboolean revealed);
