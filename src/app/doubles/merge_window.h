/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/doubles/pair_grid.h"
#include "app/session.h"
#include <adwaita.h>

/* Two records of perhaps one person: they are merged, or said to be two people. Modal over the page it was asked from. */
#define PAMONG_TYPE_MERGE_WINDOW (pamong_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (PamongMergeWindow, pamong_merge_window, PAMONG, MERGE_WINDOW, AdwWindow)
/* Signal: "done" (char *words, char *event_uid nullable, char *kept): it was merged, or they are two people; what to say, the event that takes it back, and who is left. The window closes. */

/** pamong_merge_window_show: @one, @other: residents. Returns: (transfer none) (nullable):
 * NULL with NOT_FOUND when one of them is gone. */
PamongMergeWindow *pamong_merge_window_show (GtkWidget *parent, PamongSession *session, const char *one, const char *other, GError **error);
/** pamong_merge_window_grid: for tests. Returns: (transfer none). */
PamongPairGrid *pamong_merge_window_grid (PamongMergeWindow *window);
