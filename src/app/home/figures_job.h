/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/figures.h"
#include <gio/gio.h>

/** pamong_figures_async: pamong_figures_read on a thread and a read-only connection of its own: over 50,000 people it takes longer than a frame may. @dir: of the store. */
void pamong_figures_async (const char *dir, const char *area, const char *today, GAsyncReadyCallback ready, gpointer data);
PamongFigures *pamong_figures_finish (GAsyncResult *result, GError **error);
