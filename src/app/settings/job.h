/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"

/* An act of Pengaturan on its way to the desk's thread and back. */
typedef struct _PamongSettingsJob PamongSettingsJob;
struct _PamongSettingsJob {
  gboolean (*run) (PamongSettingsJob *job, PamongOffice *office, GError **error);
  PamongRecord *before, *after; /* (nullable) */
  char *text;                   /* (nullable): a password or a date; wiped when freed */
  char *answer;                 /* (nullable): what the act gives back: a recovery code */
};
/** pamong_settings_job_new: @before, @after: (nullable): copied. */
PamongSettingsJob *pamong_settings_job_new (gboolean (*run) (PamongSettingsJob *job, PamongOffice *office, GError **error), const PamongRecord *before, const PamongRecord *after,
                                            const char *text);
/** pamong_settings_job_run_async: (transfer full) takes @job. */
void pamong_settings_job_run_async (PamongSettingsJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_settings_job_run_finish: Returns: (transfer full) (nullable): the act's answer, or ""; NULL when it was refused. */
char *pamong_settings_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
