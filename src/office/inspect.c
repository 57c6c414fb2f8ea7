/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/inspect.h"

#include "office/inspect_doubles.h"
#include "office/inspector.h"

/* What the thread and the object share; it outlives neither's use, for the object joins the thread. */
typedef struct {
  char *dir;
  GMainContext *context;
  GAsyncQueue *queue; /* of Job */
  GWeakRef inspect;
  gint broken;  /* atomic: how many whole runs (or the end) were asked for since the last one began */
  gint waiting; /* atomic: jobs in the queue; doubles give way to them */
} Shared;

typedef enum { JOB_ALL, JOB_TOUCHED, JOB_DOUBLES, JOB_END } JobKind;

typedef struct {
  JobKind kind;
  char **uids; /* of JOB_TOUCHED */
} Job;

/* A report on its way to the main context, or only doubles for the latest one. */
typedef struct {
  Shared *shared;
  PamongInspection *inspection; /* NULL: it could not be made, or it is about doubles */
  gboolean about_doubles;
  GPtrArray *doubles;
  PamongDoublesState state;
} Told;

struct _PamongInspect {
  GObject parent_instance;

  Shared *shared;
  GThread *thread;
  PamongInspection *latest;
  guint asked, answered; /* jobs */
};

G_DEFINE_FINAL_TYPE (PamongInspect, pamong_inspect, G_TYPE_OBJECT)

enum {
  CHANGED,
  DOUBLES_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clear_shared (gpointer data)
{
  Shared *shared = data;

  g_free (shared->dir);
  g_main_context_unref (shared->context);
  g_async_queue_unref (shared->queue);
  g_weak_ref_clear (&shared->inspect);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_strfreev (job->uids);
  g_free (job);
}

static void
free_told (gpointer data)
{
  Told *told = data;

  g_clear_pointer (&told->inspection, pamong_inspection_free);
  g_clear_pointer (&told->doubles, g_ptr_array_unref);
  g_atomic_rc_box_release_full (told->shared, clear_shared);
  g_free (told);
}

/* The latest inspection gets other doubles and stays what it is. */
static void
take_doubles (PamongInspect *self, Told *told)
{
  if (self->latest == NULL)
    return;
  g_clear_pointer (&self->latest->doubles, g_ptr_array_unref);
  self->latest->doubles = g_steal_pointer (&told->doubles);
  self->latest->doubles_state = told->state;
  g_signal_emit (self, signals[DOUBLES_CHANGED], 0);
}

static gboolean
told_cb (gpointer data)
{
  Told *told = data;
  g_autoptr (PamongInspect) self = g_weak_ref_get (&told->shared->inspect);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (told->about_doubles)
    {
      take_doubles (self, told);
      return G_SOURCE_REMOVE;
    }
  self->answered++;
  if (told->inspection == NULL)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->latest, pamong_inspection_free);
  self->latest = g_steal_pointer (&told->inspection);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* @told: (transfer full). */
static void
send (Shared *shared, Told *told)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  told->shared = g_atomic_rc_box_acquire (shared);
  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, told_cb, told, free_told);
  g_source_attach (source, shared->context);
}

static void
tell (Shared *shared, PamongInspection *inspection)
{
  Told *told = g_new0 (Told, 1);

  told->inspection = inspection;
  send (shared, told);
}

static void
tell_doubles (Shared *shared, PamongInspectDoubles *doubles)
{
  Told *told = g_new0 (Told, 1);

  told->about_doubles = TRUE;
  told->state = pamong_inspect_doubles_state (doubles, &told->doubles);
  send (shared, told);
}

/* A whole run that was broken off leaves no report: the one that broke it off follows. */
static void
work (Shared *shared, PamongInspector *inspector, PamongInspectDoubles *doubles, const Job *job)
{
  g_autoptr (GError) error = NULL;
  PamongInspection *report = NULL;
  gboolean done;

  if (job->kind == JOB_ALL)
    g_atomic_int_add (&shared->broken, -1);
  done = job->kind == JOB_ALL ? pamong_inspector_run (inspector, &error) : pamong_inspector_refresh (inspector, (const char *const *) job->uids, &error);
  if (error != NULL)
    g_debug ("the rules could not look through the store: %s", error->message);
  pamong_inspect_doubles_touch (doubles, (const char *const *) job->uids);
  if (done)
    {
      report = pamong_inspector_report (inspector);
      report->doubles_state = pamong_inspect_doubles_state (doubles, &report->doubles);
    }
  tell (shared, report);
}

/* The next job; doubles are looked for while there is none. @store: (nullable): takes no memory while it waits. */
static Job *
wait_for_job (Shared *shared, PamongStore *store, PamongInspectDoubles *doubles)
{
  Job *job = NULL;

  while (doubles != NULL && job == NULL && pamong_inspect_doubles_are_wanted (doubles))
    {
      job = g_async_queue_try_pop (shared->queue);
      if (job == NULL && pamong_inspect_doubles_look (doubles))
        tell_doubles (shared, doubles);
    }
  if (job == NULL)
    job = g_async_queue_try_pop (shared->queue);
  if (job == NULL && store != NULL)
    pamong_store_rest (store);
  if (job == NULL)
    job = g_async_queue_pop (shared->queue);
  g_atomic_int_add (&shared->waiting, -1);
  return job;
}

static gpointer
inspect_thread (gpointer data)
{
  Shared *shared = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (shared->dir, PAMONG_STORE_READ, &error);
  g_autoptr (PamongInspector) inspector = store != NULL ? pamong_inspector_new (store, &shared->broken) : NULL;
  g_autoptr (PamongInspectDoubles) doubles = store != NULL ? pamong_inspect_doubles_new (store, &shared->waiting, PAMONG_DOUBLES_BY_ITSELF) : NULL;
  gboolean ends = FALSE;

  while (!ends)
    {
      Job *job = wait_for_job (shared, store, doubles);

      ends = job->kind == JOB_END;
      if (job->kind == JOB_DOUBLES && doubles != NULL)
        {
          pamong_inspect_doubles_ask (doubles);
          tell_doubles (shared, doubles);
        }
      else if (inspector != NULL && !ends)
        work (shared, inspector, doubles, job);
      else if (!ends)
        tell (shared, NULL);
      free_job (job);
    }
  g_clear_pointer (&doubles, pamong_inspect_doubles_free); /* before their store */
  g_clear_pointer (&inspector, pamong_inspector_free);
  g_clear_pointer (&store, pamong_store_close);
  g_atomic_rc_box_release_full (shared, clear_shared);
  return NULL;
}

static void
push (PamongInspect *self, JobKind kind, const char *const *uids)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->uids = g_strdupv ((char **) uids);
  if (kind == JOB_ALL || kind == JOB_END)
    g_atomic_int_inc (&self->shared->broken);
  if (kind == JOB_ALL || kind == JOB_TOUCHED)
    self->asked++;
  g_atomic_int_inc (&self->shared->waiting);
  g_async_queue_push (self->shared->queue, job);
}

static void
pamong_inspect_dispose (GObject *object)
{
  PamongInspect *self = PAMONG_INSPECT (object);

  pamong_inspect_stop (self);
  g_clear_pointer (&self->latest, pamong_inspection_free);
  G_OBJECT_CLASS (pamong_inspect_parent_class)->dispose (object);
}

static void
pamong_inspect_finalize (GObject *object)
{
  g_atomic_rc_box_release_full (PAMONG_INSPECT (object)->shared, clear_shared);
  G_OBJECT_CLASS (pamong_inspect_parent_class)->finalize (object);
}

static void
pamong_inspect_class_init (PamongInspectClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_inspect_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_inspect_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DOUBLES_CHANGED] = g_signal_new ("doubles-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_inspect_init (PamongInspect *self)
{
}

PamongInspect *
pamong_inspect_new (const char *dir)
{
  PamongInspect *self = g_object_new (PAMONG_TYPE_INSPECT, NULL);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->dir = g_strdup (dir);
  self->shared->context = g_main_context_ref_thread_default ();
  self->shared->queue = g_async_queue_new_full (free_job);
  g_weak_ref_init (&self->shared->inspect, self);
  push (self, JOB_ALL, NULL);
  self->thread = g_thread_new ("inspect", inspect_thread, g_atomic_rc_box_acquire (self->shared));
  return self;
}

void
pamong_inspect_refresh (PamongInspect *self, const char *const *uids)
{
  if (self->thread != NULL)
    push (self, uids != NULL ? JOB_TOUCHED : JOB_ALL, uids);
}

void
pamong_inspect_find_doubles (PamongInspect *self)
{
  if (self->thread != NULL)
    push (self, JOB_DOUBLES, NULL);
}

const PamongInspection *
pamong_inspect_latest (PamongInspect *self)
{
  return self->latest;
}

gboolean
pamong_inspect_is_busy (PamongInspect *self)
{
  return self->answered != self->asked;
}

void
pamong_inspect_stop (PamongInspect *self)
{
  if (self->thread == NULL)
    return;
  push (self, JOB_END, NULL);
  g_clear_pointer (&self->thread, g_thread_join);
}
