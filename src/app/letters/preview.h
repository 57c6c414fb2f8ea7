/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "letters/letter.h"
#include <gtk/gtk.h>

/* The letter as it prints, on a grey desk: whole, or as wide as there is room. Drawn by the renderer of print and file alone. */
#define PAMONG_TYPE_PREVIEW (pamong_preview_get_type ())
G_DECLARE_FINAL_TYPE (PamongPreview, pamong_preview, PAMONG, PREVIEW, GtkWidget)
GtkWidget *pamong_preview_new (void);
/** pamong_preview_show: @letter: (transfer full) (nullable): NULL = nothing to show. @paper: its name, "F4". */
void pamong_preview_show (PamongPreview *preview, PamongLetter *letter, const char *paper);
/** pamong_preview_say: why there is no page. @words: (nullable). */
void pamong_preview_say (PamongPreview *preview, const char *words);
/** pamong_preview_zoom: @step 1 larger, -1 smaller, 0 the whole page. */
void pamong_preview_zoom (PamongPreview *preview, int step);
/** pamong_preview_scale: for tests. Returns: pixels per point of what is shown. */
double pamong_preview_scale (PamongPreview *preview);
