/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/export_columns.h"
#include <gtk/gtk.h>

/* Which columns a file has, and in what order: a list to tick; Alt+Up and Alt+Down or two buttons move a row. */
#define PAMONG_TYPE_COLUMN_PICKER (pamong_column_picker_get_type ())
G_DECLARE_FINAL_TYPE (PamongColumnPicker, pamong_column_picker, PAMONG, COLUMN_PICKER, GtkWidget)
/* Signal: "changed" (). */

GtkWidget *pamong_column_picker_new (void);
/** pamong_column_picker_show: all columns there are for @what, ticked, as they come. */
void pamong_column_picker_show (PamongColumnPicker *picker, PamongExportWhat what);
/** pamong_column_picker_keys: Returns: (transfer full): of those that are ticked, in order; empty when none is. */
char **pamong_column_picker_keys (PamongColumnPicker *picker);
/** pamong_column_picker_tick: as by hand. */
void pamong_column_picker_tick (PamongColumnPicker *picker, const char *key, gboolean on);
/** pamong_column_picker_move: as by hand; @step rows down. */
void pamong_column_picker_move (PamongColumnPicker *picker, const char *key, int step);
