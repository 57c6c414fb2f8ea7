/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/doubles/merge_window.h"

/* Shared by merge_window.c (what is shown) and merge_acts.c (what its buttons do). */
struct _PamongMergeWindow {
  AdwWindow parent_instance;

  PamongSession *session;
  PamongPerson *people[2]; /* left and right */
  PamongPairGrid *grid;
  GtkLabel *because, *count, *effect, *error;
  GtkWidget *band, *same, *reveal, *reason, *accepted, *merge, *two;
  GPtrArray *rules; /* overrides asked for */
  gboolean writes, revealed, busy;
  gboolean chosen; /* a person has chosen a value: suggestions stay away */
};

/** pamong_merge_window_uid: Returns: (transfer none): of the record that stays, or of the one that goes. */
const char *pamong_merge_window_uid (PamongMergeWindow *window, gboolean kept);
/** pamong_merge_window_refuse: @words (nullable): why nothing was done. @ask: whether it may be passed over with a reason. */
void pamong_merge_window_refuse (PamongMergeWindow *window, const char *words, gboolean ask);
void pamong_merge_window_show_people (PamongMergeWindow *window);
void pamong_merge_window_show_effect (PamongMergeWindow *window);
/** pamong_merge_window_finish: tells "done" and closes. @event_uid: (nullable). */
void pamong_merge_window_finish (PamongMergeWindow *window, const char *words, const char *event_uid);

void pamong_merge_act_reveal (PamongMergeWindow *window);
void pamong_merge_act_merge (PamongMergeWindow *window);
/** pamong_merge_act_two: asks why they are two people. */
void pamong_merge_act_two (PamongMergeWindow *window);
