/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_style_load: puts the tokens and rules of ui/ on the display, and the dark ones while the dark style is on. Call once after adw_init. */
void pamong_style_load (void);
/** pamong_style_set_dark: TRUE dark, FALSE light, whatever the system says. */
void pamong_style_set_dark (gboolean dark);
/** pamong_style_text_scale: Returns: size of the text against the normal one: 1.0, 1.25, … */
double pamong_style_text_scale (void);
/** pamong_style_set_text_scale: 1.0 to 1.5. */
void pamong_style_set_text_scale (double scale);
