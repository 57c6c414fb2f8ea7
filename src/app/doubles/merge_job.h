/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/residents/save_job.h"

/** PamongMergeJob: @kept, @gone made one on the desk, or said to be two (@two). @taken: (element-type int). @accepted: (nullable): why @rules, overrides, are passed over. */
typedef struct {
  gboolean two;
  char *kept, *gone, *reason, *accepted;
  GArray *taken;
  GPtrArray *rules; /* ids, owned */
} PamongMergeJob;
PamongMergeJob *pamong_merge_job_new (const char *kept, const char *gone, const char *reason);
/** pamong_merge_job_run_async: (transfer full) takes @job. */
void pamong_merge_job_run_async (PamongMergeJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_merge_job_run_finish: Returns: (transfer full) (nullable): NULL with an error when the act could not be tried. */
PamongSaved *pamong_merge_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
