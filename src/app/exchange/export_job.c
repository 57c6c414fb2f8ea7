/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/export_job.h"

struct _PamongExportJob {
  PamongExportOrder order; /* its words are owned */
  char *reason, *dir;
  gint done, people;
};

static void
clear_job (gpointer data)
{
  PamongExportJob *job = data;

  g_free ((char *) job->order.path);
  g_free ((char *) job->order.layout);
  g_free ((char *) job->order.note);
  g_free ((char *) job->order.query.area);
  g_free ((char *) job->order.query.dusun);
  g_free ((char *) job->order.query.rw);
  g_free ((char *) job->order.query.rt);
  g_strfreev ((char **) job->order.columns);
  g_free (job->reason);
  g_free (job->dir);
}

PamongExportJob *
pamong_export_job_new (const PamongExportOrder *order, const char *reason)
{
  PamongExportJob *job = g_atomic_rc_box_new0 (PamongExportJob);

  job->order = *order;
  job->order.path = g_strdup (order->path);
  job->order.layout = g_strdup (order->layout);
  job->order.note = g_strdup (order->note);
  job->order.query.area = g_strdup (order->query.area);
  job->order.query.dusun = g_strdup (order->query.dusun);
  job->order.query.rw = g_strdup (order->query.rw);
  job->order.query.rt = g_strdup (order->query.rt);
  job->order.query.today = NULL;
  job->order.columns = (const char *const *) g_strdupv ((char **) order->columns);
  job->reason = g_strdup (reason);
  return job;
}

void
pamong_export_job_unref (PamongExportJob *job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

guint
pamong_export_job_done (PamongExportJob *job, guint *people)
{
  *people = (guint) g_atomic_int_get (&job->people);
  return (guint) g_atomic_int_get (&job->done);
}

const char *
pamong_export_job_path (PamongExportJob *job)
{
  return job->order.path;
}

/* On the desk: can it be done, and the line in the log. */
static gpointer
log_export (PamongOffice *office, gpointer data, GError **error)
{
  PamongExportJob *job = data;
  PamongStore *store = pamong_office_store (office);
  gint64 people = pamong_export_check (store, &job->order, error) ? pamong_residents_count (store, &job->order.query, error) : -1;
  g_autofree char *words = people >= 0 ? pamong_export_words (&job->order, people) : NULL;

  g_atomic_int_set (&job->people, (gint) people);
  return words != NULL && pamong_office_log_export (office, words, job->order.full, job->reason, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
count_cb (guint done, gpointer data)
{
  g_atomic_int_set (&((PamongExportJob *) data)->done, (gint) done);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PamongExportJob *job = data;
  GError *error = NULL;
  PamongStore *store = pamong_store_open (job->dir, PAMONG_STORE_READ, &error);
  PamongExported *exported = store != NULL ? pamong_export_write (store, &job->order, count_cb, job, cancellable, &error) : NULL;

  g_clear_pointer (&store, pamong_store_close);
  if (exported != NULL)
    g_task_return_pointer (task, exported, (GDestroyNotify) pamong_exported_free);
  else
    g_task_return_error (task, error);
}

static void
logged_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, write_in_thread);
}

void
pamong_export_job_run_async (PamongExportJob *job, PamongSession *session, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);

  job->dir = g_strdup (pamong_store_dir (pamong_session_store (session)));
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), (GDestroyNotify) pamong_export_job_unref);
  pamong_desk_run_async (pamong_session_desk (session), log_export, g_atomic_rc_box_acquire (job), (GDestroyNotify) pamong_export_job_unref, NULL, cancellable, logged_cb, task);
}

PamongExported *
pamong_export_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
