/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/job.h"
#include <glib/gi18n.h>
#include <string.h>

#define PARTS 1000

struct _PamongBackupJob {
  PamongBackupTask task;
  char *dir, *path, *passphrase;
  GCancellable *cancellable;
  gint share; /* (atomic) of PARTS */
};

static void
clear_job (gpointer data)
{
  PamongBackupJob *job = data;

  if (job->passphrase != NULL)
    memset (job->passphrase, 0, strlen (job->passphrase));
  g_free (job->passphrase);
  g_free (job->dir);
  g_free (job->path);
  g_object_unref (job->cancellable);
}

static void
steps (gint64 done, gint64 total, gpointer data)
{
  PamongBackupJob *job = data;

  g_atomic_int_set (&job->share, total > 0 ? (gint) (done * PARTS / total) : 0);
}

static char *
write_one (PamongBackupJob *job, GError **error)
{
  g_autoptr (PamongStore) store = pamong_store_open (job->dir, PAMONG_STORE_READ, error);
  g_autoptr (PamongBackupKey) key = store != NULL ? pamong_backup_key_kept (store) : NULL;
  g_autofree char *name = NULL, *path = NULL;

  if (store == NULL)
    return NULL;
  if (key == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _ ("Set the passphrase of the backups first."));
      return NULL;
    }
  name = pamong_backup_name (store, FALSE);
  path = g_build_filename (job->path, name, NULL);
  return pamong_backup_create (store, path, key, job->cancellable, steps, job, NULL, error) ? g_steal_pointer (&path) : NULL;
}

static char *
verify_one (PamongBackupJob *job, GError **error)
{
  g_autoptr (PamongBackup) backup = pamong_backup_verify (job->path, job->passphrase, job->dir, job->cancellable, steps, job, error);

  return backup != NULL ? g_strdup (job->path) : NULL;
}

static char *
open_one (PamongBackupJob *job, GError **error)
{
  g_autoptr (PamongBackup) backup = pamong_backup_open (job->path, job->passphrase, error);

  return backup != NULL ? g_steal_pointer (&backup->computer) : NULL;
}

static char *
restore_one (PamongBackupJob *job, GError **error)
{
  g_autoptr (PamongRestore) restore = pamong_restore_begin (job->dir, error);
  g_autoptr (PamongBackup) backup = NULL;
  char *kept = NULL;

  if (restore == NULL
      || (backup = pamong_backup_unpack (job->path, job->passphrase, pamong_restore_path (restore), job->cancellable, steps, job, error)) == NULL
      || !pamong_restore_commit (restore, &kept, error))
    return NULL;
  return kept != NULL ? kept : g_strdup ("");
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PamongBackupJob *job = data;
  GError *error = NULL;
  static char *(*const works[]) (PamongBackupJob *, GError **) = { write_one, open_one, verify_one, restore_one };
  char *path = works[job->task](job, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

PamongBackupJob *
pamong_backup_job_new (PamongBackupTask task, const char *dir, const char *path, const char *passphrase)
{
  PamongBackupJob *job = g_atomic_rc_box_new0 (PamongBackupJob);

  job->task = task;
  job->dir = g_strdup (dir);
  job->path = g_strdup (path);
  job->passphrase = g_strdup (passphrase);
  job->cancellable = g_cancellable_new ();
  return job;
}

void
pamong_backup_job_unref (PamongBackupJob *job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

double
pamong_backup_job_share (PamongBackupJob *job)
{
  return (double) g_atomic_int_get (&job->share) / PARTS;
}

void
pamong_backup_job_stop (PamongBackupJob *job)
{
  g_cancellable_cancel (job->cancellable);
}

void
pamong_backup_job_run_async (PamongBackupJob *job, gpointer source, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);

  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), (GDestroyNotify) pamong_backup_job_unref);
  g_task_run_in_thread (task, run);
}

char *
pamong_backup_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
