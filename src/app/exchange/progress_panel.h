/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_job.h"
#include <gtk/gtk.h>

/* What a long act is doing: bar, count, rate, time left, and the button that stops it. */
#define PAMONG_TYPE_PROGRESS_PANEL (pamong_progress_panel_get_type ())
G_DECLARE_FINAL_TYPE (PamongProgressPanel, pamong_progress_panel, PAMONG, PROGRESS_PANEL, GtkWidget)
/* Signal: "stop" (). */
GtkWidget *pamong_progress_panel_new (void);
/** pamong_progress_panel_watch: @title: what is being done. @hint: what Batal leaves behind. @job: (nullable): NULL: how far it is cannot be told. */
void pamong_progress_panel_watch (PamongProgressPanel *panel, const char *title, const char *hint, PamongImportJob *job);
/** pamong_progress_panel_end: nothing is watched any more. */
void pamong_progress_panel_end (PamongProgressPanel *panel);
/** pamong_progress_words: Returns: (transfer full): "1.200 dari 3.012 baris · 450 baris per detik · kira-kira 4 detik lagi". @usec: since it began. */
char *pamong_progress_words (guint done, guint total, gint64 usec);
