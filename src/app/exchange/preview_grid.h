/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/sample.h"
#include <gtk/gtk.h>

/* The first people of a file as they will be understood, one row each; a cell that cannot be taken is red and says why below. */
#define PAMONG_TYPE_PREVIEW_GRID (pamong_preview_grid_get_type ())
G_DECLARE_FINAL_TYPE (PamongPreviewGrid, pamong_preview_grid, PAMONG, PREVIEW_GRID, GtkWidget)
GtkWidget *pamong_preview_grid_new (void);
void pamong_preview_grid_show (PamongPreviewGrid *grid, const PamongSample *sample);
/** pamong_preview_grid_reveal: scrolls @field into sight, when a column is read as it. @field: (nullable). */
void pamong_preview_grid_reveal (PamongPreviewGrid *grid, const PamongField *field);
