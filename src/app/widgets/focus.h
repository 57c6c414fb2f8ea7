/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_focus_children: the vfunc `focus` of a widget that says by `grab_focus` where typing starts in it: Tab goes through its children, one after the other.
 * Left to GTK 4.8, a widget whose children are done takes the focus once more, so that neither Tab nor Shift+Tab comes out of it. */
gboolean pamong_focus_children (GtkWidget *widget, GtkDirectionType direction);
/** pamong_focus_one_stop: Tab comes to @list once, whatever number of rows it has; arrows go through them. What a row has inside is come to by Tab. */
void pamong_focus_one_stop (GtkWidget *list);
