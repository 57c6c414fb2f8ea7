/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_help_window_show: data/help/@page.md in a window over @parent: `# ` and `## ` are headings, `- ` a point, the rest paragraphs. Where there is no such
 * page, words that say so and how to come to the keys. Esc closes it. Returns: (transfer none): the window. */
GtkWindow *pamong_help_window_show (GtkWidget *parent, const char *page);
