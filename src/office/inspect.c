/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/inspect.h"

#include "office/inspector.h"

/* What the thread and the object share; it outlives neither's use, for the object joins the thread. */
typedef struct {
  char *dir;
  GMainContext *context;
  GAsyncQueue *queue; /* of Job */
  GWeakRef inspect;
  gint broken; /* atomic: how many whole runs (or the end) were asked for since the last one began */
} Shared;

/* @uids NULL: all. */
typedef struct {
  char **uids;
  gboolean ends;
} Job;

/* A report on its way to the main context. */
typedef struct {
  Shared *shared;
  PamongInspection *inspection; /* NULL: it could not be made */
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
  g_atomic_rc_box_release_full (told->shared, clear_shared);
  g_free (told);
}

static gboolean
told_cb (gpointer data)
{
  Told *told = data;
  g_autoptr (PamongInspect) self = g_weak_ref_get (&told->shared->inspect);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->answered++;
  if (told->inspection == NULL)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->latest, pamong_inspection_free);
  self->latest = g_steal_pointer (&told->inspection);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell (Shared *shared, PamongInspection *inspection)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Told *told = g_new0 (Told, 1);

  told->shared = g_atomic_rc_box_acquire (shared);
  told->inspection = inspection;
  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, told_cb, told, free_told);
  g_source_attach (source, shared->context);
}

/* A whole run that was broken off leaves no report: the one that broke it off follows. */
static void
work (Shared *shared, PamongInspector *inspector, const Job *job)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (job->uids == NULL)
    g_atomic_int_add (&shared->broken, -1);
  done = job->uids == NULL ? pamong_inspector_run (inspector, &error) : pamong_inspector_refresh (inspector, (const char *const *) job->uids, &error);
  if (error != NULL)
    g_debug ("the rules could not look through the store: %s", error->message);
  tell (shared, done ? pamong_inspector_report (inspector) : NULL);
}

static gpointer
inspect_thread (gpointer data)
{
  Shared *shared = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (shared->dir, PAMONG_STORE_READ, &error);
  g_autoptr (PamongInspector) inspector = store != NULL ? pamong_inspector_new (store, &shared->broken) : NULL;

  for (;;)
    {
      Job *job = g_async_queue_pop (shared->queue);
      gboolean ends = job->ends;

      if (!ends && inspector != NULL)
        work (shared, inspector, job);
      else if (!ends)
        tell (shared, NULL);
      free_job (job);
      if (ends)
        break;
    }
  g_clear_pointer (&inspector, pamong_inspector_free); /* before its store */
  g_clear_pointer (&store, pamong_store_close);
  g_atomic_rc_box_release_full (shared, clear_shared);
  return NULL;
}

static void
push (PamongInspect *self, const char *const *uids, gboolean ends)
{
  Job *job = g_new0 (Job, 1);

  job->uids = g_strdupv ((char **) uids);
  job->ends = ends;
  if (uids == NULL)
    g_atomic_int_inc (&self->shared->broken);
  g_async_queue_push (self->shared->queue, job);
  self->asked += ends ? 0 : 1;
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
  push (self, NULL, FALSE);
  self->thread = g_thread_new ("inspect", inspect_thread, g_atomic_rc_box_acquire (self->shared));
  return self;
}

void
pamong_inspect_refresh (PamongInspect *self, const char *const *uids)
{
  if (self->thread != NULL)
    push (self, uids, FALSE);
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
  g_atomic_int_inc (&self->shared->broken);
  push (self, NULL, TRUE);
  g_clear_pointer (&self->thread, g_thread_join);
}
