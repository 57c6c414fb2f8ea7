/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "print/book.h"
#include <gio/gio.h>

/* Reading and writing of registers beside the window: on a thread, through a reader of its own. */

/** pamong_report_read_async: @scope: copied. */
void pamong_report_read_async (const char *dir, const PamongRegister *reg, const PamongRegisterScope *scope, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_report_read_finish: Returns: (transfer full). */
PamongFilled *pamong_report_read_finish (GAsyncResult *result, GError **error);
/** pamong_report_print_async: makes the pages. @path: (nullable): and writes them there, as .pdf or .xlsx by its ending. @by: who prints. */
void pamong_report_print_async (const char *dir, PamongFilled *filled, const char *by, gboolean practice, const char *path, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_report_print_finish: Returns: (transfer full) (nullable): NULL with an error; without one when a workbook was written, which has no pages. */
PamongBookPrint *pamong_report_print_finish (GAsyncResult *result, GError **error);
