/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* Practice begins: a village of invented people is made, on a thread, with its progress. */
#define PAMONG_TYPE_PRACTICE_START (pamong_practice_start_get_type ())
G_DECLARE_FINAL_TYPE (PamongPracticeStart, pamong_practice_start, PAMONG, PRACTICE_START, GtkBox)
/* Signals: "finished" (): the store of @dir is there; "failed" (GError): nothing is there. */
GtkWidget *pamong_practice_start_new (const char *dir);
