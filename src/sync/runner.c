/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/errand.h"
#include "sync/line.h"
#include "sync/runner_jobs.h"
#include "sync/sync.h"
#include "sync/words.h"

#include <gio/gio.h>

/* The engine's shell in the desktop. Three threads: this object lives on the main one and holds the engine and its timer; rows are read and written on the
 * desk's; the worker waits for the network. Exactly one of them has the errand at a time: the engine asks for one thing after the other.
 * Every callback ends in step(); there is no other path. */
struct _PamongSyncRunner {
  GObject parent_instance;
  PamongDesk *desk;
  GMainContext *context;
  PamongSync sync;
  PamongTransport *transport; /* NULL before enrolment */
  PamongErrand *errand;
  PamongSyncResult round;
  gboolean store_failed; /* in this round: the trouble is on this side */
  char *message;
  GSource *timer;
  GThread *worker;
  GAsyncQueue *errands;
  gboolean running; /* between start and stop */
  gboolean stopped; /* for good */
  gboolean opening;
  gboolean pressed; /* the button, before the registration was read */
  gboolean online;
};

G_DEFINE_TYPE (PamongSyncRunner, pamong_sync_runner, G_TYPE_OBJECT)

enum {
  STATE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void step (PamongSyncRunner *self, PamongSyncEvent event);

static const char quit[] = "";

/* The worker. */
static gboolean
errand_carried_cb (gpointer data)
{
  PamongSyncRunner *self = data;

  if (self->running)
    {
      self->round.bytes_out += self->errand->bytes_out;
      self->round.bytes_in += self->errand->bytes_in;
      step (self, pamong_errand_event (self->errand));
    }
  return G_SOURCE_REMOVE;
}

static gpointer
work (gpointer data)
{
  PamongSyncRunner *self = data;
  gpointer errand;

  while ((errand = g_async_queue_pop (self->errands)) != quit)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      pamong_errand_carry (errand, pamong_transport_post, self->transport);
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, errand_carried_cb, g_object_ref (self), g_object_unref);
      g_source_attach (source, self->context);
    }
  return NULL;
}

static void
ask_desk (PamongSyncRunner *self, PamongDeskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, GAsyncReadyCallback callback)
{
  pamong_desk_run_async (self->desk, func, data, free_data, free_result, NULL, callback, g_object_ref (self));
}

static void
clear_timer (PamongSyncRunner *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gint64
now_ms (void)
{
  return g_get_monotonic_time () / 1000;
}

static void
report_store_fault (PamongSyncRunner *self, const GError *error)
{
  self->store_failed = TRUE;
  g_debug ("sync could not use the store: code %d", error->code);
}

static void
batch_asked_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncRunner) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongErrand) errand = pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);

  if (!self->running)
    return;
  if (error != NULL)
    report_store_fault (self, error);
  g_clear_pointer (&self->errand, pamong_errand_free);
  self->errand = g_steal_pointer (&errand);
  step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_BATCH, .ok = error == NULL, .has_batch = self->errand != NULL });
}

static void
errand_prepared_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncRunner) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongErrand) errand = pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);

  if (!self->running)
    return;
  g_clear_pointer (&self->errand, pamong_errand_free);
  self->errand = g_steal_pointer (&errand);
  if (self->errand != NULL)
    {
      g_async_queue_push (self->errands, self->errand);
      return;
    }
  if (error != NULL)
    report_store_fault (self, error);
  step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_ANSWER });
}

static void
answer_stored_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncRunner) self = data;
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  if (!self->running)
    return;
  if (error != NULL)
    report_store_fault (self, error);
  step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_STORED, .ok = error == NULL, .recovers = self->errand->recovers });
}

static void
round_noted_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncRunner) self = data;
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  if (self->running)
    g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static gboolean
timer_came_cb (gpointer data)
{
  PamongSyncRunner *self = data;

  clear_timer (self);
  step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_TIMER });
  return G_SOURCE_REMOVE;
}

static void
prepare (PamongSyncRunner *self, const PamongSyncAction *action)
{
  PamongAsk *ask = g_new0 (PamongAsk, 1);

  ask->task = action->type == PAMONG_ACTION_ASK_BATCH ? PAMONG_ACTION_SEND_PUSH : action->type;
  ask->shrink = action->shrink;
  ask_desk (self, pamong_prepare_job, ask, g_free, (GDestroyNotify) pamong_errand_free, action->type == PAMONG_ACTION_ASK_BATCH ? batch_asked_cb : errand_prepared_cb);
}

static void
store_answer (PamongSyncRunner *self)
{
  PamongStoring *storing = g_new0 (PamongStoring, 1);

  storing->errand = self->errand;
  storing->round = &self->round;
  ask_desk (self, pamong_store_job, storing, g_free, NULL, answer_stored_cb); /* the callback holds self, and self both */
}

static void
set_timer (PamongSyncRunner *self, gint64 at)
{
  clear_timer (self);
  self->timer = g_timeout_source_new ((guint) CLAMP (at - now_ms (), 0, G_MAXINT));
  g_source_set_callback (self->timer, timer_came_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

static void
set_message (PamongSyncRunner *self, int status)
{
  g_autoptr (GError) words = pamong_sync_error (status, self->errand != NULL ? self->errand->code : NULL);

  g_free (self->message);
  self->message = g_strdup (words->message);
}

static void
end_round (PamongSyncRunner *self, gboolean ok)
{
  PamongNote *note = g_new0 (PamongNote, 1);

  note->round = self->round;
  note->failures = self->sync.failures;
  note->code = self->errand != NULL ? g_strdup (self->errand->code) : NULL;
  if (ok)
    note->outcome = "ok";
  else if (self->store_failed)
    note->outcome = "store";
  else
    note->outcome = pamong_sync_outcome (self->errand != NULL ? self->errand->status : 0, note->code);
  g_clear_pointer (&self->message, g_free);
  if (!ok && !self->store_failed && note->code != NULL)
    set_message (self, self->errand->status);
  self->round = (PamongSyncResult) { 0 };
  self->store_failed = FALSE;
  ask_desk (self, pamong_note_job, note, (GDestroyNotify) pamong_note_free, NULL, round_noted_cb);
}

static void
perform (PamongSyncRunner *self, const PamongSyncAction *action)
{
  switch (action->type)
    {
    case PAMONG_ACTION_ASK_BATCH:
    case PAMONG_ACTION_SEND_HELLO:
    case PAMONG_ACTION_SEND_PULL:
      prepare (self, action);
      break;
    case PAMONG_ACTION_SEND_PUSH:
      g_async_queue_push (self->errands, self->errand);
      break;
    case PAMONG_ACTION_STORE:
      store_answer (self);
      break;
    case PAMONG_ACTION_TIMER:
      set_timer (self, action->at);
      break;
    case PAMONG_ACTION_ROUND_DONE:
      end_round (self, action->ok);
      break;
    case PAMONG_ACTION_STOP:
      set_message (self, action->status);
      break;
    }
}

static void
step (PamongSyncRunner *self, PamongSyncEvent event)
{
  PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS];
  gboolean was_busy = pamong_sync_is_busy (&self->sync);
  guint n;

  event.random = g_random_int ();
  n = pamong_sync_step (&self->sync, now_ms (), &event, actions);
  if (!was_busy && pamong_sync_is_busy (&self->sync))
    clear_timer (self);
  for (guint i = 0; i < n; i++)
    perform (self, &actions[i]);
  if (!was_busy && pamong_sync_is_busy (&self->sync))
    g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
registration_read_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncRunner) self = data;
  g_autoptr (GError) error = NULL;
  PamongOpened *opened = pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  gboolean pressed = self->pressed;

  self->opening = self->pressed = FALSE;
  if (opened == NULL)
    {
      g_debug ("no line: code %d", error != NULL ? error->code : -1);
      return;
    }
  if (self->running)
    {
      self->transport = g_steal_pointer (&opened->transport);
      self->worker = g_thread_new ("pamong-sync", work, self);
      pamong_sync_init (&self->sync, opened->failures);
      step (self, (PamongSyncEvent) { .type = pressed ? PAMONG_SYNC_ON_BUTTON : PAMONG_SYNC_ON_START });
    }
  pamong_opened_free (opened);
}

static void
open_line (PamongSyncRunner *self)
{
  if (self->opening)
    return;
  self->opening = TRUE;
  ask_desk (self, pamong_open_job, NULL, NULL, (GDestroyNotify) pamong_opened_free, registration_read_cb);
}

static void
outbox_counted_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncRunner) self = data;
  gboolean pending = GPOINTER_TO_INT (pamong_desk_run_finish (PAMONG_DESK (desk), result, NULL));

  if (self->running && pending && self->transport != NULL)
    step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_SAVED });
}

/* A page stored by sync itself says "changed" too: only what waits for the line wakes it. */
static void
rows_changed_cb (PamongSyncRunner *self)
{
  if (self->transport != NULL)
    ask_desk (self, pamong_count_job, NULL, NULL, NULL, outbox_counted_cb);
}

static void
network_changed_cb (GNetworkMonitor *monitor, gboolean available, PamongSyncRunner *self)
{
  gboolean came_back = available && !self->online;

  self->online = available;
  if (came_back && self->transport != NULL)
    step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_NETWORK });
}

static void
pamong_sync_runner_dispose (GObject *object)
{
  PamongSyncRunner *self = PAMONG_SYNC_RUNNER (object);

  pamong_sync_runner_stop (self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (pamong_sync_runner_parent_class)->dispose (object);
}

static void
pamong_sync_runner_finalize (GObject *object)
{
  PamongSyncRunner *self = PAMONG_SYNC_RUNNER (object);

  g_clear_pointer (&self->errand, pamong_errand_free);
  g_clear_pointer (&self->transport, pamong_transport_free);
  g_clear_pointer (&self->errands, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (pamong_sync_runner_parent_class)->finalize (object);
}

static void
pamong_sync_runner_class_init (PamongSyncRunnerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = pamong_sync_runner_dispose;
  object_class->finalize = pamong_sync_runner_finalize;
  signals[STATE_CHANGED] = g_signal_new ("state-changed", PAMONG_TYPE_SYNC_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_sync_runner_init (PamongSyncRunner *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->errands = g_async_queue_new ();
  pamong_sync_init (&self->sync, 0);
}

PamongSyncRunner *
pamong_sync_runner_new (PamongDesk *desk)
{
  PamongSyncRunner *self = g_object_new (PAMONG_TYPE_SYNC_RUNNER, NULL);

  self->desk = g_object_ref (desk);
  return self;
}

void
pamong_sync_runner_start (PamongSyncRunner *self)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  g_return_if_fail (!self->stopped);
  if (!self->running)
    {
      self->running = TRUE;
      self->online = g_network_monitor_get_network_available (monitor);
      g_signal_connect (monitor, "network-changed", G_CALLBACK (network_changed_cb), self);
      g_signal_connect_swapped (self->desk, "changed", G_CALLBACK (rows_changed_cb), self);
    }
  if (self->transport == NULL)
    open_line (self);
}

void
pamong_sync_runner_now (PamongSyncRunner *self)
{
  if (!self->running)
    return;
  if (self->transport != NULL)
    {
      step (self, (PamongSyncEvent) { .type = PAMONG_SYNC_ON_BUTTON });
      return;
    }
  self->pressed = TRUE;
  open_line (self);
}

void
pamong_sync_runner_stop (PamongSyncRunner *self)
{
  if (!self->running)
    return;
  self->running = FALSE;
  self->stopped = TRUE;
  clear_timer (self);
  g_signal_handlers_disconnect_by_data (g_network_monitor_get_default (), self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->worker == NULL)
    return;
  pamong_transport_cancel (self->transport);
  g_async_queue_push (self->errands, (gpointer) quit);
  g_thread_join (g_steal_pointer (&self->worker));
}

gboolean
pamong_sync_runner_is_busy (PamongSyncRunner *self)
{
  return self->running && pamong_sync_is_busy (&self->sync);
}

const char *
pamong_sync_runner_message (PamongSyncRunner *self)
{
  return self->message;
}
