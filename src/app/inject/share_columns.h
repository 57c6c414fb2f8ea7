/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/inject/village_share.h"
#include <gtk/gtk.h>

/** PamongShareTable: which of the tables of villages it is: the dry run of people, of desil, or what became of it. */
typedef enum { PAMONG_SHARE_PEOPLE, PAMONG_SHARE_DESIL, PAMONG_SHARE_DONE } PamongShareTable;
/** pamong_share_columns_set: @view shows PamongVillageShare by the columns of @table from now on; a tick tells whether a village is written. */
void pamong_share_columns_set (GtkColumnView *view, PamongShareTable table);
