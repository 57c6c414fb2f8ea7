/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/engine.h"

#include <string.h>

typedef struct {
  PamongSyncAction *actions;
  guint n;
} Out;

static PamongSyncAction *
add (Out *out, PamongSyncActionType type)
{
  g_assert (out->n < PAMONG_SYNC_MAX_ACTIONS);
  PamongSyncAction *action = &out->actions[out->n++];

  memset (action, 0, sizeof *action);
  action->type = type;
  return action;
}

/* An even share of 0 … @span, both ends included. */
static gint64
spread (guint32 random, gint64 span)
{
  return (gint64) (((guint64) random * (guint64) (span + 1)) >> 32);
}

static gint64
longest_delay (int failures)
{
  return MIN (PAMONG_SYNC_MAX_DELAY, (gint64) PAMONG_SYNC_FIRST_DELAY << MIN (failures, 20));
}

static void
arm (PamongSync *sync, gint64 at, Out *out)
{
  sync->timer = at;
  add (out, PAMONG_ACTION_TIMER)->at = at;
}

/* Events from outside only bring the timer forward, and never before what the server asked for. */
static void
bring_forward (PamongSync *sync, gint64 at, Out *out)
{
  at = MAX (at, sync->not_before);
  if (at < sync->timer)
    arm (sync, at, out);
}

static void
send_request (PamongSync *sync, PamongSyncState state, Out *out)
{
  sync->state = state;
  sync->await = PAMONG_SYNC_AWAIT_ANSWER;
  add (out, state == PAMONG_SYNC_HELLO ? PAMONG_ACTION_SEND_HELLO : state == PAMONG_SYNC_PUSH ? PAMONG_ACTION_SEND_PUSH : PAMONG_ACTION_SEND_PULL);
}

static void
ask_batch (PamongSync *sync, Out *out)
{
  sync->state = PAMONG_SYNC_PUSH;
  sync->await = PAMONG_SYNC_AWAIT_BATCH;
  add (out, PAMONG_ACTION_ASK_BATCH)->shrink = sync->shrink;
}

static void
begin_round (PamongSync *sync, Out *out)
{
  sync->timer = PAMONG_SYNC_NEVER;
  sync->not_before = G_MININT64;
  sync->shrink = 0;
  sync->again = sync->gap = sync->more = sync->pulled = sync->claimed = FALSE;
  send_request (sync, PAMONG_SYNC_HELLO, out);
}

static void
end_round (PamongSync *sync, PamongSyncState state, Out *out)
{
  sync->state = state;
  sync->await = PAMONG_SYNC_AWAIT_NOTHING;
  add (out, PAMONG_ACTION_ROUND_DONE)->ok = state == PAMONG_SYNC_IDLE;
}

static void
succeed (PamongSync *sync, gint64 now, guint32 random, Out *out)
{
  gint64 poll = PAMONG_SYNC_POLL - PAMONG_SYNC_POLL / 10 + spread (random, PAMONG_SYNC_POLL / 5);

  sync->failures = 0;
  end_round (sync, PAMONG_SYNC_IDLE, out);
  arm (sync, now + (sync->again ? PAMONG_SYNC_SAVE_DELAY : poll), out);
}

/* The cap comes first and the jitter goes over all of it: after an hour's outage the villages come back spread out, not in waves. */
static void
fail (PamongSync *sync, gint64 now, const PamongSyncEvent *event, Out *out)
{
  gint64 delay = spread (event->random, longest_delay (sync->failures));

  sync->failures = MIN (sync->failures + 1, 30);
  sync->calm = now + PAMONG_SYNC_SAVE_CALM;
  sync->not_before = now + CLAMP (event->retry_after, 0, PAMONG_SYNC_MAX_DELAY / 1000) * 1000;
  end_round (sync, PAMONG_SYNC_WAIT, out);
  arm (sync, sync->not_before + delay, out);
}

static void
stop (PamongSync *sync, int status, Out *out)
{
  end_round (sync, PAMONG_SYNC_STOPPED, out);
  add (out, PAMONG_ACTION_STOP)->status = status;
}

static void
batch_given (PamongSync *sync, gint64 now, const PamongSyncEvent *event, Out *out)
{
  if (!event->ok)
    fail (sync, now, event, out);
  else if (event->has_batch)
    send_request (sync, PAMONG_SYNC_PUSH, out);
  else if (sync->pulled)
    succeed (sync, now, event->random, out);
  else
    send_request (sync, PAMONG_SYNC_PULL, out);
}

static void
answered (PamongSync *sync, gint64 now, const PamongSyncEvent *event, Out *out)
{
  gboolean push = sync->state == PAMONG_SYNC_PUSH;

  switch (event->status)
    {
    case 200:
      sync->more = event->more;
      sync->await = PAMONG_SYNC_AWAIT_STORED;
      add (out, PAMONG_ACTION_STORE);
      break;
    case 409:
      /* A gap is asked about once; a second one, another epoch or a fork is no trouble of the line and does not pass by waiting. */
      if (push && event->gap && !sync->gap)
        {
          sync->gap = TRUE;
          send_request (sync, PAMONG_SYNC_HELLO, out);
        }
      else
        stop (sync, event->status, out);
      break;
    case 413:
      if (push && sync->shrink < PAMONG_SYNC_MAX_SHRINK)
        {
          sync->shrink++;
          ask_batch (sync, out);
        }
      else
        fail (sync, now, event, out);
      break;
    case 401:
    case 403:
    case 426:
      stop (sync, event->status, out);
      break;
    default:
      fail (sync, now, event, out);
    }
}

static void
stored (PamongSync *sync, gint64 now, const PamongSyncEvent *event, Out *out)
{
  if (!event->ok)
    {
      fail (sync, now, event, out);
      return;
    }
  /* Whatever was carried counts: on a line that breaks every half minute the next try comes soon. Hello carries nothing. */
  if (sync->state != PAMONG_SYNC_HELLO)
    sync->failures = 0;
  if (sync->state == PAMONG_SYNC_PUSH)
    sync->pulled = FALSE;

  if (sync->state != PAMONG_SYNC_PULL)
    ask_batch (sync, out);
  else if (sync->more)
    send_request (sync, PAMONG_SYNC_PULL, out);
  else if (event->recovers && !sync->claimed)
    {
      sync->claimed = TRUE;
      send_request (sync, PAMONG_SYNC_HELLO, out);
    }
  else
    {
      sync->pulled = TRUE;
      if (sync->again)
        {
          sync->again = FALSE;
          ask_batch (sync, out);
        }
      else
        succeed (sync, now, event->random, out);
    }
}

/* Events that answer an action of the round. */
static void
step_round (PamongSync *sync, gint64 now, const PamongSyncEvent *event, Out *out)
{
  if (event->type == PAMONG_SYNC_ON_SAVED)
    sync->again = TRUE;
  else if (event->type == PAMONG_SYNC_ON_BATCH && sync->await == PAMONG_SYNC_AWAIT_BATCH)
    batch_given (sync, now, event, out);
  else if (event->type == PAMONG_SYNC_ON_ANSWER && sync->await == PAMONG_SYNC_AWAIT_ANSWER)
    answered (sync, now, event, out);
  else if (event->type == PAMONG_SYNC_ON_STORED && sync->await == PAMONG_SYNC_AWAIT_STORED)
    stored (sync, now, event, out);
}

/* Events that may begin a round, now or sooner than planned. */
static void
step_waiting (PamongSync *sync, gint64 now, const PamongSyncEvent *event, Out *out)
{
  switch (event->type)
    {
    case PAMONG_SYNC_ON_START:
      bring_forward (sync, now + spread (event->random, MIN (PAMONG_SYNC_OUTAGE_SPREAD, longest_delay (sync->failures))), out);
      break;
    case PAMONG_SYNC_ON_NETWORK:
      bring_forward (sync, now + spread (event->random, PAMONG_SYNC_OUTAGE_SPREAD), out);
      break;
    case PAMONG_SYNC_ON_SAVED:
      bring_forward (sync, sync->state == PAMONG_SYNC_WAIT ? MAX (now + PAMONG_SYNC_SAVE_DELAY, sync->calm) : now + PAMONG_SYNC_SAVE_DELAY, out);
      break;
    case PAMONG_SYNC_ON_BUTTON:
      if (now >= sync->not_before)
        begin_round (sync, out);
      else
        bring_forward (sync, sync->not_before, out);
      break;
    case PAMONG_SYNC_ON_TIMER:
      if (now >= sync->timer)
        begin_round (sync, out);
      else if (sync->timer != PAMONG_SYNC_NEVER)
        arm (sync, sync->timer, out); /* came early: ask again, so that a timer exists */
      break;
    case PAMONG_SYNC_ON_BATCH:
    case PAMONG_SYNC_ON_ANSWER:
    case PAMONG_SYNC_ON_STORED:
      break;
    }
}

gboolean
pamong_sync_is_busy (const PamongSync *sync)
{
  return sync->await != PAMONG_SYNC_AWAIT_NOTHING;
}

void
pamong_sync_init (PamongSync *sync, int failures)
{
  memset (sync, 0, sizeof *sync);
  sync->failures = CLAMP (failures, 0, 30);
  sync->timer = PAMONG_SYNC_NEVER;
  sync->not_before = G_MININT64;
}

guint
pamong_sync_step (PamongSync *sync, gint64 now, const PamongSyncEvent *event, PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS])
{
  Out out = { actions, 0 };

  if (pamong_sync_is_busy (sync))
    step_round (sync, now, event, &out);
  else if (sync->state != PAMONG_SYNC_STOPPED)
    step_waiting (sync, now, event, &out);
  else if (event->type == PAMONG_SYNC_ON_BUTTON || event->type == PAMONG_SYNC_ON_START)
    begin_round (sync, &out);
  return out.n;
}
