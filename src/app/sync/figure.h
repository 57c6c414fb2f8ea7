/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* A panel with a big number, its words, a line below, and an icon; amber when the number asks for a person. */
#define PAMONG_TYPE_FIGURE (pamong_figure_get_type ())
G_DECLARE_FINAL_TYPE (PamongFigure, pamong_figure, PAMONG, FIGURE, GtkBox)
/** pamong_figure_set: @warning: amber if @number is not 0. @below: (nullable). */
void pamong_figure_set (PamongFigure *figure, const char *icon, gint64 number, const char *words, const char *below, gboolean warning);
