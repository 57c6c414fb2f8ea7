/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* The list of pages at the left: icon, word, and a count where something waits. With large text it folds to a rail of icons with tooltips. */
#define PAMONG_TYPE_NAVIGATION (pamong_navigation_get_type ())
G_DECLARE_FINAL_TYPE (PamongNavigation, pamong_navigation, PAMONG, NAVIGATION, GtkWidget)
/* Signal: "chosen" (page name). */
GtkWidget *pamong_navigation_new (void);
/** pamong_navigation_add: @gap: a gap above, before the tools. */
void pamong_navigation_add (PamongNavigation *navigation, const char *name, const char *icon, const char *words, gboolean gap);
void pamong_navigation_select (PamongNavigation *navigation, const char *name);
/** pamong_navigation_set_offered: a page the office has switched off is not in the list. */
void pamong_navigation_set_offered (PamongNavigation *navigation, const char *name, gboolean offered);
/** pamong_navigation_set_count: 0 shows nothing. */
void pamong_navigation_set_count (PamongNavigation *navigation, const char *name, gint64 count);
void pamong_navigation_set_rail (PamongNavigation *navigation, gboolean rail);
gboolean pamong_navigation_is_rail (PamongNavigation *navigation);
