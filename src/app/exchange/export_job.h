/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "exchange/export.h"

/* One export of the desktop: the desk writes the line in the log, then a thread with a reader of its own writes the file. */
typedef struct _PamongExportJob PamongExportJob;
/** pamong_export_job_new: @order: copied. @reason: (nullable). */
PamongExportJob *pamong_export_job_new (const PamongExportOrder *order, const char *reason);
void pamong_export_job_unref (PamongExportJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongExportJob, pamong_export_job_unref)
/** pamong_export_job_done: people written so far; any thread. @people: (out): how many there are, 0 until it is known. */
guint pamong_export_job_done (PamongExportJob *job, guint *people);
const char *pamong_export_job_path (PamongExportJob *job);

void pamong_export_job_run_async (PamongExportJob *job, PamongSession *session, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_export_job_run_finish: Returns: (transfer full) (nullable). */
PamongExported *pamong_export_job_run_finish (GAsyncResult *result, GError **error);
