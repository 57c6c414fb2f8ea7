/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* A panel with one share: its figure, what it is made of, a bar with a tick at 50 %, below which it is amber. */
#define PAMONG_TYPE_METER (pamong_meter_get_type ())
G_DECLARE_FINAL_TYPE (PamongMeter, pamong_meter, PAMONG, METER, GtkWidget)
GtkWidget *pamong_meter_new (const char *title);
/** pamong_meter_set: @share: tenths of a percent, -1 = cannot be told: @words alone is shown. */
void pamong_meter_set (PamongMeter *meter, gint64 share, const char *words);
