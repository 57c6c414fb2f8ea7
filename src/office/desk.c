/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/desk.h"

#include <glib/gi18n-lib.h>

#include "office/act.h"

struct _PamongDesk {
  GObject parent_instance;
  GMainContext *context; /* where "changed" is told */
  GAsyncQueue *queue;    /* of Job; one without func ends the thread */
  GThread *thread;       /* NULL once stopped */
  PamongOffice *office;  /* the thread's own */
};

G_DEFINE_FINAL_TYPE (PamongDesk, pamong_desk, G_TYPE_OBJECT)

/* One call. @task: the caller waits in its main loop; else it waits for @done. */
typedef struct {
  PamongDeskFunc func;
  gpointer data, result;
  GDestroyNotify free_data, free_result;
  GError *error;
  GTask *task;
  GMutex mutex;
  GCond cond;
  gboolean done;
} Job;

typedef struct {
  GWeakRef desk;
  PamongKind kind;
  char **uids;
} Change;

/* What the thread needs to open the store, and what became of it. */
typedef struct {
  PamongDesk *desk;
  const char *dir, *account_uid;
  Job *opened;
} Opening;

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];
static gint n_waiting;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_weak_ref_clear (&change->desk);
  g_strfreev (change->uids);
  g_free (change);
}

static void
invoke_later (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* Never called in place, as g_main_context_invoke would when nobody runs the loop: the caller's thread is the only right one. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
}

static void
finish_waiting (Job *job)
{
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

static void
wait_for (Job *job)
{
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
}

static void
init_waiting (Job *job)
{
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
}

static GError *
new_closed_error (void)
{
  return g_error_new_literal (PAMONG_ERROR, PAMONG_ERROR_FAILED, _("Pamong is closing. What was saved stays saved; start it again to go on."));
}

static gboolean
job_returned_cb (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  if (job->error != NULL)
    g_task_return_error (job->task, job->error);
  else
    g_task_return_pointer (job->task, job->result, job->free_result);
  g_object_unref (job->task);
  g_free (job);
  g_atomic_int_add (&n_waiting, -1);
  return G_SOURCE_REMOVE;
}

static gboolean
change_told_cb (gpointer data)
{
  Change *change = data;
  g_autoptr (PamongDesk) desk = g_weak_ref_get (&change->desk);

  if (desk != NULL)
    g_signal_emit (desk, signals[CHANGED], 0, (int) change->kind, change->uids);
  return G_SOURCE_REMOVE;
}

/* On the desk's thread, after COMMIT. */
static void
office_changed_cb (PamongKind kind, const char *const *uids, gpointer data)
{
  PamongDesk *desk = data;
  Change *change = g_new0 (Change, 1);

  g_weak_ref_init (&change->desk, desk);
  change->kind = kind;
  change->uids = g_strdupv ((char **) uids);
  invoke_later (desk->context, change_told_cb, change, free_change);
}

static void
run_job (PamongDesk *desk, Job *job)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  g_assert (g_thread_self () == desk->thread);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    job->result = job->func (desk->office, job->data, &job->error);
  if (job->task != NULL)
    invoke_later (g_task_get_context (job->task), job_returned_cb, job, NULL);
  else
    finish_waiting (job);
}

static gpointer
desk_thread (gpointer data)
{
  Opening *opening = data;
  PamongDesk *desk = opening->desk;
  Job *opened = opening->opened;
  Job *job;

  desk->office = pamong_office_open_as (opening->dir, opening->account_uid, &opened->error);
  if (desk->office == NULL)
    {
      finish_waiting (opened);
      return NULL;
    }
  pamong_office_set_changed (desk->office, office_changed_cb, desk);
  finish_waiting (opened);
  while ((job = g_async_queue_pop (desk->queue))->func != NULL)
    {
      run_job (desk, job);
      if (g_async_queue_length (desk->queue) <= 0)
        pamong_store_rest (pamong_office_store (desk->office)); /* nobody saves twice in a second, and the pages of an hour's work are 16 MB */
    }
  g_free (job);
  g_clear_pointer (&desk->office, pamong_office_close);
  return NULL;
}

static PamongDesk *
open_desk (const char *dir, const char *account_uid, GError **error)
{
  g_autoptr (PamongDesk) desk = g_object_new (PAMONG_TYPE_DESK, NULL);
  Job opened = { NULL };
  Opening opening = { desk, dir, account_uid, &opened };

  init_waiting (&opened);
  desk->thread = g_thread_new ("desk", desk_thread, &opening);
  wait_for (&opened);
  if (opened.error == NULL)
    return g_steal_pointer (&desk);
  g_thread_join (g_steal_pointer (&desk->thread));
  g_propagate_error (error, opened.error);
  return NULL;
}

static void
pamong_desk_finalize (GObject *object)
{
  PamongDesk *desk = PAMONG_DESK (object);

  pamong_desk_stop (desk);
  g_async_queue_unref (desk->queue);
  g_main_context_unref (desk->context);
  G_OBJECT_CLASS (pamong_desk_parent_class)->finalize (object);
}

static void
pamong_desk_class_init (PamongDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_desk_finalize;
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRV);
}

static void
pamong_desk_init (PamongDesk *desk)
{
  desk->context = g_main_context_ref_thread_default ();
  desk->queue = g_async_queue_new ();
}

PamongDesk *
pamong_desk_new (const char *dir, GError **error)
{
  return open_desk (dir, NULL, error);
}

PamongDesk *
pamong_desk_new_with (PamongOffice *office, GError **error)
{
  g_autofree char *dir = g_strdup (pamong_store_dir (office->store));
  g_autofree char *account_uid = office->account != NULL ? g_strdup (office->account->uid) : NULL;

  pamong_office_close (office);
  return open_desk (dir, account_uid, error);
}

void
pamong_desk_stop (PamongDesk *desk)
{
  if (desk->thread == NULL)
    return;
  g_async_queue_push (desk->queue, g_new0 (Job, 1));
  g_thread_join (desk->thread); /* jobs still queued run meanwhile and assert whose thread it is */
  desk->thread = NULL;
}

void
pamong_desk_run_async (PamongDesk *desk, PamongDeskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PAMONG_IS_DESK (desk) && func != NULL);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  job->task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, pamong_desk_run_async);
  g_task_set_check_cancellable (job->task, FALSE); /* an act that was saved is not cancelled */
  g_atomic_int_inc (&n_waiting);
  if (desk->thread != NULL)
    {
      g_async_queue_push (desk->queue, job);
      return;
    }
  job->error = new_closed_error ();
  invoke_later (g_task_get_context (job->task), job_returned_cb, job, NULL);
}

gpointer
pamong_desk_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
pamong_desk_run (PamongDesk *desk, PamongDeskFunc func, gpointer data, GError **error)
{
  Job job = { .func = func, .data = data };

  g_return_val_if_fail (PAMONG_IS_DESK (desk) && g_thread_self () != desk->thread, NULL);
  if (desk->thread == NULL)
    {
      g_propagate_error (error, new_closed_error ());
      return NULL;
    }
  init_waiting (&job);
  g_async_queue_push (desk->queue, &job);
  wait_for (&job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

guint
pamong_desk_n_waiting (void)
{
  return (guint) g_atomic_int_get (&n_waiting);
}
