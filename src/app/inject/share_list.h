/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/inject/share_columns.h"

/* The villages of a file in a table: Space ticks one, Enter opens it. */
#define PAMONG_TYPE_SHARE_LIST (pamong_share_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongShareList, pamong_share_list, PAMONG, SHARE_LIST, GtkWidget)
/* Signals: "open" (PamongVillageShare): Enter or double click; "taken-changed" (): a tick; "chosen" (): another row. */
GtkWidget *pamong_share_list_new (void);
/** pamong_share_list_show: @shares: (element-type PamongVillageShare): as @table shows them. The chosen village stays chosen. */
void pamong_share_list_show (PamongShareList *list, GPtrArray *shares, PamongShareTable table);
/** pamong_share_list_chosen: Returns: (transfer none) (nullable). */
PamongVillageShare *pamong_share_list_chosen (PamongShareList *list);
void pamong_share_list_choose (PamongShareList *list, const char *area);
