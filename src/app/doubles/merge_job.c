/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/merge_job.h"
#include "domain/error.h"
#include "office/doubles.h"
#include "office/merge.h"

static void
free_job (gpointer data)
{
  PamongMergeJob *job = data;

  g_free (job->kept);
  g_free (job->gone);
  g_free (job->reason);
  g_free (job->accepted);
  g_array_unref (job->taken);
  g_ptr_array_unref (job->rules);
  g_free (job);
}

static void
accept_rules (PamongOffice *office, const PamongMergeJob *job)
{
  g_autofree PamongAccept *accepts = g_new0 (PamongAccept, job->rules->len + 1);

  for (guint i = 0; i < job->rules->len; i++)
    accepts[i] = (PamongAccept) { job->rules->pdata[i], job->accepted };
  pamong_office_accept (office, accepts, job->rules->len);
}

/* The rules said no, and say where: the window shows that better than one sentence. */
static gboolean
is_refusal (const GError *error, GPtrArray *findings)
{
  return g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_INVALID) && findings != NULL && pamong_findings_worst (findings) > PAMONG_SEVERITY_WARN;
}

/* On the desk's thread. */
static gpointer
run (PamongOffice *office, gpointer data, GError **error)
{
  PamongMergeJob *job = data;
  g_autoptr (PamongSaved) saved = g_new0 (PamongSaved, 1);
  g_autoptr (GError) local = NULL;

  accept_rules (office, job);
  if (job->two)
    saved->saved = pamong_office_not_double (office, job->kept, job->gone, job->reason, &local);
  else
    saved->saved = pamong_office_merge (office, job->kept, job->gone, (const int *) job->taken->data, job->taken->len, job->reason, &saved->findings, &local);
  if (local != NULL && !is_refusal (local, saved->findings))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&saved);
}

PamongMergeJob *
pamong_merge_job_new (const char *kept, const char *gone, const char *reason)
{
  PamongMergeJob *job = g_new0 (PamongMergeJob, 1);

  job->kept = g_strdup (kept);
  job->gone = g_strdup (gone);
  job->reason = g_strstrip (g_strdup (reason));
  job->taken = g_array_new (FALSE, FALSE, sizeof (int));
  job->rules = g_ptr_array_new_with_free_func (g_free);
  return job;
}

void
pamong_merge_job_run_async (PamongMergeJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, run, job, free_job, (GDestroyNotify) pamong_saved_free, NULL, callback, user_data);
}

PamongSaved *
pamong_merge_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}
