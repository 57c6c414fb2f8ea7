/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_titled_list_new: a list with its title over it, whose letter leads to a row; one stop for Tab. @none: words while it is empty. @rows: (out) (transfer none): the list, without
 * selection: Enter or a click activates a row. */
GtkWidget *pamong_titled_list_new (const char *title, const char *none, GtkListBox **rows);
