/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>
/* The one place that knows which dialogs GTK has. Answers come async. */
/** pamong_dialog_ask_async: @answers: (array zero-terminated=1): button words; the first is Esc's. @destructive: index shown in red, or -1. finish returns the index. */
void pamong_dialog_ask_async (GtkWidget *parent, const char *heading, const char *body, const char *const *answers, int destructive, GAsyncReadyCallback callback, gpointer user_data);
int pamong_dialog_ask_finish (GAsyncResult *result);
/** pamong_dialog_form_async: a modal with @content, Batal and one primary button; finish returns TRUE for the primary one. */
void pamong_dialog_form_async (GtkWidget *parent, const char *heading, GtkWidget *content, const char *primary, GAsyncReadyCallback callback, gpointer user_data);
gboolean pamong_dialog_form_finish (GAsyncResult *result);
