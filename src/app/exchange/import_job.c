/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/import_job.h"
#include "exchange/import.h"
#include "exchange/mapping.h"
#include "office/inject.h"

struct _PamongImportJob {
  PamongImportWork work;
  PamongImportFile *file;
  PamongImportJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  char *uid, *key, *mapping;
  guint n;
  gboolean take;
  int done, total, stopped; /* read and written by both threads */
};

gboolean
pamong_import_job_moved (guint done, guint total, gpointer data)
{
  PamongImportJob *job = data;

  g_atomic_int_set (&job->done, (int) done);
  if (total > 0)
    g_atomic_int_set (&job->total, (int) total);
  return !g_atomic_int_get (&job->stopped);
}

static gboolean
read_file (PamongImportJob *job, PamongOffice *office, GError **error)
{
  if (job->mapping != NULL && !pamong_mapping_save (office, job->mapping, pamong_source_columns (job->file->source), error))
    return FALSE;
  g_free (job->uid);
  job->uid = pamong_import_read (office, job->file->source, job->file->path, NULL, pamong_import_job_moved, job, error);
  return job->uid != NULL;
}

static gboolean
act (PamongImportJob *job, PamongOffice *office, GError **error)
{
  switch (job->work)
    {
    case PAMONG_IMPORT_WORK_READ:
      return read_file (job, office, error);
    case PAMONG_IMPORT_WORK_COMPARE:
      return pamong_import_compare (office, job->uid, pamong_import_job_moved, job, error);
    case PAMONG_IMPORT_WORK_COMMIT:
      return pamong_import_commit (office, job->uid, pamong_import_job_moved, job, error);
    case PAMONG_IMPORT_WORK_UNDO:
      return pamong_import_undo (office, job->uid, pamong_import_job_moved, job, error);
    case PAMONG_IMPORT_WORK_RETURN:
      return pamong_inject_return (office, job->uid, pamong_import_job_moved, job, error);
    case PAMONG_IMPORT_WORK_AGAIN:
      return pamong_inject_again (office, job->uid, pamong_import_job_moved, job, error);
    case PAMONG_IMPORT_WORK_CHOOSE:
      return pamong_import_choose (office, job->uid, job->n, job->key, job->take, error);
    case PAMONG_IMPORT_WORK_DROP:
      return pamong_import_drop (office, job->uid, error);
    case PAMONG_IMPORT_WORK_TIDY:
      return pamong_imports_tidy (office, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gpointer
run (PamongOffice *office, gpointer data, GError **error)
{
  PamongImportJob *job = data;

  if (job->func != NULL)
    return job->func (office, job, job->data, error) ? g_strdup ("") : NULL;
  return act (job, office, error) ? g_strdup (job->uid) : NULL;
}

PamongImportJob *
pamong_import_job_new (PamongImportWork work, const char *uid)
{
  PamongImportJob *job = g_atomic_rc_box_new0 (PamongImportJob);

  job->work = work;
  job->uid = g_strdup (uid);
  return job;
}

PamongImportJob *
pamong_import_job_new_read (PamongImportFile *file, const char *mapping)
{
  PamongImportJob *job = pamong_import_job_new (PAMONG_IMPORT_WORK_READ, NULL);

  job->file = pamong_import_file_ref (file);
  job->mapping = g_strdup (mapping);
  job->total = (int) file->rows;
  return job;
}

PamongImportJob *
pamong_import_job_new_choose (const char *uid, guint n, const char *key, gboolean take)
{
  PamongImportJob *job = pamong_import_job_new (PAMONG_IMPORT_WORK_CHOOSE, uid);

  job->n = n;
  job->key = g_strdup (key);
  job->take = take;
  return job;
}

PamongImportJob *
pamong_import_job_new_for (PamongImportWork work, PamongImportJobFunc func, gpointer data, GDestroyNotify free_data)
{
  PamongImportJob *job = pamong_import_job_new (work, NULL);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  return job;
}

gpointer
pamong_import_job_data (PamongImportJob *job)
{
  return job->data;
}

PamongImportJob *
pamong_import_job_ref (PamongImportJob *job)
{
  return g_atomic_rc_box_acquire (job);
}

static void
clear_job (gpointer data)
{
  PamongImportJob *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job->uid);
  g_free (job->key);
  g_free (job->mapping);
  g_clear_pointer (&job->file, pamong_import_file_unref);
}

void
pamong_import_job_unref (PamongImportJob *job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

PamongImportWork
pamong_import_job_work (const PamongImportJob *job)
{
  return job->work;
}

void
pamong_import_job_run_async (PamongImportJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, run, pamong_import_job_ref (job), (GDestroyNotify) pamong_import_job_unref, g_free, NULL, callback, user_data);
}

char *
pamong_import_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

void
pamong_import_job_progress (PamongImportJob *job, guint *done, guint *total)
{
  *done = (guint) g_atomic_int_get (&job->done);
  *total = (guint) g_atomic_int_get (&job->total);
}

void
pamong_import_job_stop (PamongImportJob *job)
{
  g_atomic_int_set (&job->stopped, TRUE);
}

gboolean
pamong_import_job_is_stopped (PamongImportJob *job)
{
  return g_atomic_int_get (&job->stopped);
}

void
pamong_import_job_tidy (PamongDesk *desk, const PamongImport *import)
{
  g_autoptr (PamongImportJob) job = NULL;

  if (import == NULL || !import->has_rows || import->state < PAMONG_IMPORT_DONE)
    return;
  job = pamong_import_job_new (PAMONG_IMPORT_WORK_TIDY, import->uid);
  pamong_import_job_run_async (job, desk, NULL, NULL);
}
