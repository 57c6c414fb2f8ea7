/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter_job.h"

/* One question on its way to the desk's thread. */
typedef struct {
  PamongLetterCase *letter;
  PamongLetterLook *look;
  PamongIssueFlags flags;
  char *key, *words;
  PamongLetterState state;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->letter, pamong_letter_case_free);
  g_clear_pointer (&job->look, pamong_letter_look_free);
  g_free (job->key);
  g_free (job->words);
  g_free (job);
}

static gpointer
issue (PamongOffice *office, gpointer data, GError **error)
{
  Job *job = data;
  PamongLetterDrawer drawer = pamong_letter_look_drawer (job->look);

  return pamong_office_issue_letter (office, job->letter, &drawer, job->flags, error);
}

static gpointer
keep_draft (PamongOffice *office, gpointer data, GError **error)
{
  Job *job = data;

  if (!pamong_office_keep_letter_draft (office, &job->key, job->letter, error))
    return NULL;
  return job->letter != NULL ? g_strdup (job->key) : g_strdup ("");
}

static gpointer
set_state (PamongOffice *office, gpointer data, GError **error)
{
  Job *job = data;

  return GINT_TO_POINTER (pamong_office_set_letter_state (office, job->key, job->state, job->words, error));
}

static gpointer
make_void (PamongOffice *office, gpointer data, GError **error)
{
  Job *job = data;

  return GINT_TO_POINTER (pamong_office_void_letter (office, job->key, job->words, error));
}

static Job *
job_new (const char *key, const char *words, const PamongLetterCase *letter)
{
  Job *job = g_new0 (Job, 1);

  job->key = g_strdup (key);
  job->words = g_strdup (words);
  job->letter = letter != NULL ? pamong_letter_case_copy (letter) : NULL;
  return job;
}

void
pamong_letter_job_issue_async (PamongDesk *desk, const PamongLetterCase *letter, PamongLetterLook *look, PamongIssueFlags flags, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (NULL, NULL, letter);

  job->look = look;
  job->flags = flags;
  pamong_desk_run_async (desk, issue, job, free_job, (GDestroyNotify) pamong_record_free, NULL, callback, user_data);
}

PamongRecord *
pamong_letter_job_issue_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

void
pamong_letter_job_draft_async (PamongDesk *desk, const char *key, const PamongLetterCase *letter, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, keep_draft, job_new (key, NULL, letter), free_job, g_free, NULL, callback, user_data);
}

char *
pamong_letter_job_draft_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

void
pamong_letter_job_state_async (PamongDesk *desk, const char *uid, PamongLetterState state, const char *words, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (uid, words, NULL);

  job->state = state;
  pamong_desk_run_async (desk, set_state, job, free_job, NULL, NULL, callback, user_data);
}

void
pamong_letter_job_void_async (PamongDesk *desk, const char *uid, const char *reason, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, make_void, job_new (uid, reason, NULL), free_job, NULL, NULL, callback, user_data);
}

gboolean
pamong_letter_job_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (pamong_desk_run_finish (desk, result, error));
}
