/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"
#include <gtk/gtk.h>

/* The findings of an import written into a workbook, for whoever made the file: on a thread, with a reader of its own. */

/** pamong_report_job_write_async: @dir: of the store. @path: .xlsx or .csv. @about: name of the file that was imported. */
void pamong_report_job_write_async (const char *dir, const char *uid, const char *path, const char *about, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_report_job_write_finish: Returns: how many findings it holds; -1 with words when it could not be written. */
int pamong_report_job_write_finish (GAsyncResult *result, GError **error);
/** pamong_report_job_ask_async: the same, after asking where it shall be written. */
void pamong_report_job_ask_async (GtkWidget *parent, const char *dir, const char *uid, const char *about, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_report_job_ask_finish: Returns: (transfer full) (nullable): what to say; NULL without an error when nobody wanted it after all. */
char *pamong_report_job_ask_finish (GAsyncResult *result, GError **error);
