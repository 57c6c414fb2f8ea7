/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/job.h"
#include <string.h>

static void
forget (char **text)
{
  if (*text != NULL)
    memset (*text, 0, strlen (*text));
  g_clear_pointer (text, g_free);
}

static void
free_job (PamongSettingsJob *job)
{
  g_clear_pointer (&job->before, pamong_record_free);
  g_clear_pointer (&job->after, pamong_record_free);
  forget (&job->text);
  forget (&job->answer);
  g_free (job);
}

static gpointer
run (PamongOffice *office, gpointer data, GError **error)
{
  PamongSettingsJob *job = data;

  if (!job->run (job, office, error))
    return NULL;
  return job->answer != NULL ? g_steal_pointer (&job->answer) : g_strdup ("");
}

PamongSettingsJob *
pamong_settings_job_new (gboolean (*act) (PamongSettingsJob *job, PamongOffice *office, GError **error), const PamongRecord *before, const PamongRecord *after, const char *text)
{
  PamongSettingsJob *job = g_new0 (PamongSettingsJob, 1);

  job->run = act;
  job->before = before != NULL ? pamong_record_copy (before) : NULL;
  job->after = after != NULL ? pamong_record_copy (after) : NULL;
  job->text = g_strdup (text);
  return job;
}

void
pamong_settings_job_run_async (PamongSettingsJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, run, job, (GDestroyNotify) free_job, g_free, NULL, callback, user_data);
}

char *
pamong_settings_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}
