/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_problem_new: the program cannot open its data: what happened, where it is kept, what to do. Nothing is ever deleted here.
 * @error: of PAMONG_ERROR. @dir: the data folder. Returns: (transfer floating): a page whose button closes the window. */
GtkWidget *pamong_problem_new (const GError *error, const char *dir);
