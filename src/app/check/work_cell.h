/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/check/work_row.h"
#include <gtk/gtk.h>

/* What a row of work looks like: who, what is wrong, what to do, and perhaps a button. */
#define PAMONG_TYPE_WORK_CELL (pamong_work_cell_get_type ())
G_DECLARE_FINAL_TYPE (PamongWorkCell, pamong_work_cell, PAMONG, WORK_CELL, GtkWidget)
/* Signal: "act" (PamongWorkRow): its button. */
GtkWidget *pamong_work_cell_new (void);
/** pamong_work_cell_show: @button: (nullable): its words; shown only on a row with a key. */
void pamong_work_cell_show (PamongWorkCell *cell, PamongWorkRow *row, const char *button);
