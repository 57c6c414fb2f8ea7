/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/check/work_row.h"
#include "app/page.h"

/* Groups of things to be done at left, those of the chosen group at right. A page of its own: a sub-view of Perlu dicek. */
#define PAMONG_TYPE_WORK_LIST (pamong_work_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongWorkList, pamong_work_list, PAMONG, WORK_LIST, GtkWidget)
/* Property: "count" (uint): rows that are work. Signals: "open" (PamongWorkRow) Enter or double click; "act" (PamongWorkRow) its button, or Ctrl+Enter;
 * "chosen" (string, nullable): id of the group whose rows are shown from now on. */

/** PamongWorkGroup: @icon: (nullable). @note: (nullable): urgency in one word. @count: rows. @button: (nullable): words of the button on rows that have a key. */
typedef struct {
  const char *id, *icon, *title, *note, *button;
  guint count;
  gboolean stands; /* a list to be looked up, not work that waits: left out of "count" */
} PamongWorkGroup;

/** pamong_work_list_new: @empty: words when there is nothing to do. @data: outlives the list, or goes with it. */
GtkWidget *pamong_work_list_new (const char *empty, PamongWorkFill fill, gpointer data);
/** pamong_work_list_show: these groups from now on; the chosen group (by id) and the row in it stay as near as may be. Groups without rows are shown too. */
void pamong_work_list_show (PamongWorkList *list, const PamongWorkGroup *groups, guint n);
/** pamong_work_list_say: @words (nullable): one line below the lists: what has just been done, or why not. */
void pamong_work_list_say (PamongWorkList *list, const char *words);
/** pamong_work_list_add_foot: (transfer floating): below the rows at right. */
void pamong_work_list_add_foot (PamongWorkList *list, GtkWidget *foot);
/** pamong_work_list_set_empty: @words instead of an empty list. */
void pamong_work_list_set_empty (PamongWorkList *list, const char *words);
/** pamong_work_list_choose: For tests too. FALSE: no such group. */
gboolean pamong_work_list_choose (PamongWorkList *list, const char *id);
/** pamong_work_list_selected: Returns: (transfer full) (nullable): the row under the arrows. */
PamongWorkRow *pamong_work_list_selected (PamongWorkList *list);
/** pamong_work_list_rows: For tests. Returns: (transfer none): those at right. */
GListModel *pamong_work_list_rows (PamongWorkList *list);
