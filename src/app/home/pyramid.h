/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/figures.h"
#include <gtk/gtk.h>

/* Residents by age and sex: men at the left, women at the right, the oldest on top. Its accessible label tells every figure. */
#define PAMONG_TYPE_PYRAMID (pamong_pyramid_get_type ())
G_DECLARE_FINAL_TYPE (PamongPyramid, pamong_pyramid, PAMONG, PYRAMID, GtkWidget)
GtkWidget *pamong_pyramid_new (void);
void pamong_pyramid_set (PamongPyramid *pyramid, const PamongFigures *figures);
/** pamong_pyramid_words: Returns: (transfer none) (nullable): what the accessible label tells. */
const char *pamong_pyramid_words (PamongPyramid *pyramid);
