/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_recovery_view_new: a recovery code, large, with a button that copies it. Returns: (transfer floating). */
GtkWidget *pamong_recovery_view_new (const char *code);
