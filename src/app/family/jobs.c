/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/jobs.h"

typedef struct
{
  PamongFamilyCard *card;
  gboolean registering;
  char *key, *typed;
} CardJob;

static CardJob *
card_job_new (const PamongFamilyCard *card)
{
  CardJob *job = g_new0 (CardJob, 1);

  job->card = card != NULL ? pamong_family_card_copy (card) : NULL;
  return job;
}

static void
card_job_free (gpointer data)
{
  CardJob *job = data;

  g_clear_pointer (&job->card, pamong_family_card_free);
  g_free (job->key);
  g_free (job->typed);
  g_free (job);
}

static gpointer
check (PamongOffice *office, gpointer data, GError **error)
{
  CardJob *job = data;
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (!pamong_office_check_card (office, job->card, job->registering, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}

static gpointer
save_draft (PamongOffice *office, gpointer data, GError **error)
{
  CardJob *job = data;

  return GINT_TO_POINTER (pamong_office_save_draft_typed (office, job->key, job->card, job->typed, error));
}

/* Lives on the caller's stack while the caller waits. */
typedef struct
{
  const PamongCardSave *save;
  GPtrArray *findings;
} SaveJob;

static gpointer
save_card (PamongOffice *office, gpointer data, GError **error)
{
  SaveJob *job = data;
  const PamongCardSave *save = job->save;
  g_autoptr (PamongFamilyCard) card = pamong_family_card_copy (save->card);
  gboolean saved;

  pamong_office_accept (office, (const PamongAccept *) save->accepts->data, save->accepts->len);
  if (save->before == NULL)
    saved = pamong_office_register_family_filed (office, card, save->papers, &job->findings, error);
  else
    saved = pamong_office_correct_card_from (office, save->before, card, &job->findings, error);
  return GINT_TO_POINTER (saved);
}

PamongFamilyCard *
pamong_family_card_copy (const PamongFamilyCard *card)
{
  PamongFamilyCard *copy = pamong_family_card_new (card->family->area);

  pamong_record_free (copy->family);
  copy->family = pamong_record_copy (card->family);
  for (guint i = 0; i < card->members->len; i++)
    g_ptr_array_add (copy->members, pamong_record_copy (g_ptr_array_index (card->members, i)));
  return copy;
}

void
pamong_job_check_async (PamongDesk *desk, const PamongFamilyCard *card, gboolean registering, GAsyncReadyCallback callback, gpointer user_data)
{
  CardJob *job = card_job_new (card);

  job->registering = registering;
  pamong_desk_run_async (desk, check, job, card_job_free, (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

GPtrArray *
pamong_job_check_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

gboolean
pamong_job_save (PamongDesk *desk, const PamongCardSave *save, GPtrArray **findings, GError **error)
{
  SaveJob job = { save, NULL };
  gboolean saved = GPOINTER_TO_INT (pamong_desk_run (desk, save_card, &job, error));

  *findings = job.findings;
  return saved;
}

void
pamong_job_draft_async (PamongDesk *desk, const char *key, const PamongFamilyCard *card, const char *typed, GAsyncReadyCallback callback, gpointer user_data)
{
  CardJob *job = card_job_new (card);

  job->key = g_strdup (key);
  job->typed = g_strdup (typed);
  pamong_desk_run_async (desk, save_draft, job, card_job_free, NULL, NULL, callback, user_data);
}

gboolean
pamong_job_draft_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (pamong_desk_run_finish (desk, result, error));
}
