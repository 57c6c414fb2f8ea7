/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/run.h"

#include "sync/errand.h"
#include "sync/line.h"
#include "sync/words.h"

/* The engine driven on one thread, for tools: what the desktop does with a worker and a timer happens here one after the other. A tool does not sleep
 * through a back-off: the first failure ends the run. */
typedef struct {
  PamongOffice *office;
  PamongPostFunc post;
  gpointer line;
  PamongSync sync;
  PamongErrand *errand;
  PamongSyncResult total, round;
  GError *error;
} Run;

static gint64
now_ms (void)
{
  return g_get_monotonic_time () / 1000;
}

static gboolean
prepare (Run *run, PamongSyncActionType task, int shrink)
{
  g_clear_pointer (&run->errand, pamong_errand_free);
  run->errand = pamong_errand_prepare (run->office, task, shrink, &run->error);
  return run->errand != NULL;
}

static PamongSyncEvent
ask_batch (Run *run, int shrink)
{
  PamongSyncEvent event = { .type = PAMONG_SYNC_ON_BATCH };

  event.has_batch = prepare (run, PAMONG_ACTION_SEND_PUSH, shrink);
  event.ok = run->error == NULL;
  return event;
}

static PamongSyncEvent
carry (Run *run)
{
  PamongSyncEvent event;

  pamong_errand_carry (run->errand, run->post, run->line);
  run->round.bytes_out += run->errand->bytes_out;
  run->round.bytes_in += run->errand->bytes_in;
  event = pamong_errand_event (run->errand);
  return event;
}

static PamongSyncEvent
send_errand (Run *run, PamongSyncActionType task)
{
  if (task != PAMONG_ACTION_SEND_PUSH && !prepare (run, task, 0))
    return (PamongSyncEvent) { .type = PAMONG_SYNC_ON_ANSWER };
  return carry (run);
}

static PamongSyncEvent
store (Run *run)
{
  gboolean stored = pamong_errand_store (run->errand, run->office, &run->round, &run->error);

  return (PamongSyncEvent) { .type = PAMONG_SYNC_ON_STORED, .ok = stored, .recovers = run->errand->recovers };
}

static void
add_round (PamongSyncResult *total, const PamongSyncResult *round)
{
  total->pushed += round->pushed;
  total->applied += round->applied;
  total->merged += round->merged;
  total->conflicts += round->conflicts;
  total->rejected += round->rejected;
  total->pulled += round->pulled;
  total->bytes_out += round->bytes_out;
  total->bytes_in += round->bytes_in;
  total->rounds++;
}

/* The answer that ended the round says why; a fault of the store was kept when it happened. */
static void
end_round (Run *run, gboolean ok)
{
  const PamongErrand *last = run->errand;
  int status = last != NULL ? last->status : 0;
  const char *code = last != NULL ? last->code : NULL;
  const char *outcome = ok ? "ok" : run->error != NULL ? "store" : pamong_sync_outcome (status, code);

  if (!ok && run->error == NULL)
    run->error = pamong_sync_error (status, code);
  pamong_errand_note (run->office, &run->round, outcome, run->sync.failures, run->error == NULL ? &run->error : NULL);
  add_round (&run->total, &run->round);
  run->round = (PamongSyncResult) { 0 };
}

/* Returns: TRUE with what happened in @event, when the action has an answer. */
static gboolean
act (Run *run, const PamongSyncAction *action, PamongSyncEvent *event)
{
  switch (action->type)
    {
    case PAMONG_ACTION_ASK_BATCH:
      *event = ask_batch (run, action->shrink);
      return TRUE;
    case PAMONG_ACTION_SEND_HELLO:
    case PAMONG_ACTION_SEND_PUSH:
    case PAMONG_ACTION_SEND_PULL:
      *event = send_errand (run, action->type);
      return TRUE;
    case PAMONG_ACTION_STORE:
      *event = store (run);
      return TRUE;
    case PAMONG_ACTION_ROUND_DONE:
      end_round (run, action->ok);
      return FALSE;
    case PAMONG_ACTION_TIMER:
    case PAMONG_ACTION_STOP:
      return FALSE;
    }
  return FALSE;
}

static void
run_rounds (Run *run)
{
  PamongSyncEvent event = { .type = PAMONG_SYNC_ON_BUTTON };
  gboolean answered;

  do
    {
      PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS];
      guint n;

      event.random = g_random_int ();
      n = pamong_sync_step (&run->sync, now_ms (), &event, actions);
      answered = FALSE;
      for (guint i = 0; i < n; i++)
        answered |= act (run, &actions[i], &event);
    }
  while (answered);
}

gboolean
pamong_sync_run_over (PamongOffice *office, PamongPostFunc post, gpointer line, PamongSyncResult *result, GError **error)
{
  Run run = { .office = office, .post = post, .line = line };

  pamong_sync_init (&run.sync, pamong_office_backoff (office));
  run_rounds (&run);
  g_clear_pointer (&run.errand, pamong_errand_free);
  if (result != NULL)
    *result = run.total;
  if (run.error == NULL)
    return TRUE;
  g_propagate_error (error, run.error);
  return FALSE;
}

gboolean
pamong_sync_run (PamongOffice *office, PamongSyncResult *result, GError **error)
{
  g_autoptr (PamongTransport) transport = pamong_line_open (pamong_office_store (office), error);

  return transport != NULL && pamong_sync_run_over (office, pamong_transport_post, transport, result, error);
}
