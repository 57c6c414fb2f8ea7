/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report_job.h"

typedef struct {
  char *dir, *area, *dusun, *month, *today, *by, *path, *subject;
  const PamongRegister *reg;
  GArray *names;
  PamongFilled *filled;
  gboolean practice;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->dir);
  g_free (job->area);
  g_free (job->dusun);
  g_free (job->month);
  g_free (job->today);
  g_free (job->by);
  g_free (job->path);
  g_free (job->subject);
  g_clear_pointer (&job->names, g_array_unref);
  g_clear_pointer (&job->filled, pamong_filled_unref);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (job->dir, PAMONG_STORE_READ, &error);
  PamongRegisterScope scope = { job->area, job->dusun, job->month, job->today, job->names, job->subject };
  PamongFilled *filled = store != NULL ? pamong_register_fill (store, job->reg, &scope, &error) : NULL;

  if (filled != NULL)
    g_task_return_pointer (task, filled, (GDestroyNotify) pamong_filled_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
pamong_report_read_async (const char *dir, const PamongRegister *reg, const PamongRegisterScope *scope, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dir = g_strdup (dir);
  job->reg = reg;
  job->area = g_strdup (scope->area);
  job->dusun = g_strdup (scope->dusun);
  job->month = g_strdup (scope->month);
  job->today = g_strdup (scope->today);
  job->subject = g_strdup (scope->subject);
  job->names = scope->names != NULL ? g_array_ref (scope->names) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

PamongFilled *
pamong_report_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_file (PamongFilled *filled, const PamongFrame *frame, PamongBookPrint *print, const char *path, GError **error)
{
  return print == NULL ? pamong_frame_xlsx (frame, filled, path, error) : pamong_book_print_pdf (print, path, error);
}

static void
print_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (job->dir, PAMONG_STORE_READ, &error);
  g_autoptr (PamongFrame) frame = store != NULL ? pamong_frame_new (store, job->filled, job->by, job->practice, &error) : NULL;
  gboolean workbook = job->path != NULL && g_str_has_suffix (job->path, ".xlsx");
  g_autoptr (PamongBookPrint) print = frame != NULL && !workbook ? pamong_book_print_new (job->filled, g_steal_pointer (&frame)) : NULL;

  if (error == NULL && job->path != NULL)
    write_file (job->filled, frame, print, job->path, &error);
  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&print), (GDestroyNotify) pamong_book_print_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
pamong_report_print_async (const char *dir, PamongFilled *filled, const char *by, gboolean practice, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dir = g_strdup (dir);
  job->filled = pamong_filled_ref (filled);
  job->by = g_strdup (by);
  job->practice = practice;
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, print_thread);
}

PamongBookPrint *
pamong_report_print_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
