/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/save_job.h"

#include "domain/clock.h"

static void
accept_rules (PamongOffice *office, const PamongSaveJob *job)
{
  g_autofree PamongAccept *accepts = NULL;

  if (!job->rules || job->rules->len == 0)
    return;
  accepts = g_new (PamongAccept, job->rules->len);
  for (guint i = 0; i < job->rules->len; i++)
    accepts[i] = (PamongAccept) { job->rules->pdata[i], job->reason };
  pamong_office_accept (office, accepts, job->rules->len);
}

static gboolean
act (PamongOffice *office, PamongSaveJob *job, GPtrArray **findings, GError **error)
{
  g_autofree char *today = pamong_clock_today ();
  PamongPapers papers = { .filed = today };

  switch (job->kind)
    {
    case PAMONG_JOB_CORRECT:
      return pamong_office_correct_resident_from (office, job->before, job->record, findings, error);
    case PAMONG_JOB_ADD:
      return pamong_office_add_resident (office, job->record, findings, error);
    case PAMONG_JOB_REMOVE:
      return pamong_office_remove_resident (office, job->record->uid, job->reason, NULL, findings, error);
    case PAMONG_JOB_PUT_BACK:
      return pamong_office_put_back (office, job->record->uid, job->reason, findings, error);
    case PAMONG_JOB_JOIN:
      return pamong_office_join_family (office, job->record->uid, job->family_uid, job->shdk, &papers, job->reason, findings, error);
    }
  g_return_val_if_reached (FALSE);
}

/* The rules said no, and say where: the form shows that better than one sentence. */
static gboolean
is_refusal (const GError *error, GPtrArray *findings)
{
  return g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_INVALID) && findings && findings->len > 0 && pamong_findings_worst (findings) > PAMONG_SEVERITY_WARN;
}

/* On the desk's thread. */
static gpointer
run (PamongOffice *office, gpointer data, GError **error)
{
  PamongSaveJob *job = data;
  g_autoptr (PamongSaved) saved = g_new0 (PamongSaved, 1);
  g_autoptr (GError) local = NULL;

  accept_rules (office, job);
  saved->saved = act (office, job, &saved->findings, &local);
  if (local && !is_refusal (local, saved->findings))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&saved);
}

PamongSaveJob *
pamong_save_job_new (PamongJobKind kind, const PamongRecord *record)
{
  PamongSaveJob *job = g_new0 (PamongSaveJob, 1);

  job->kind = kind;
  job->record = pamong_record_copy (record);
  return job;
}

void
pamong_save_job_free (PamongSaveJob *job)
{
  g_clear_pointer (&job->before, pamong_record_free);
  g_clear_pointer (&job->record, pamong_record_free);
  g_clear_pointer (&job->rules, g_ptr_array_unref);
  g_free (job->reason);
  g_free (job->family_uid);
  g_free (job);
}

void
pamong_save_job_run_async (PamongSaveJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, run, job, (GDestroyNotify) pamong_save_job_free, (GDestroyNotify) pamong_saved_free, NULL, callback, user_data);
}

PamongSaved *
pamong_save_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

void
pamong_saved_free (PamongSaved *saved)
{
  g_clear_pointer (&saved->findings, g_ptr_array_unref);
  g_free (saved);
}
