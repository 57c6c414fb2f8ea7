/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* The core of sync: step (now, event) -> actions. No socket, no clock, no chance, no thread: the shell around it has those, and so has the simulator.
 * A round: hello, push until nothing is pending, pull until nothing is left. All times are milliseconds of a clock that only goes forward, never the
 * wall clock (R15). An event that does not fit the state is ignored. */

/** PamongSyncState: in HELLO, PUSH and PULL exactly one thing is under way (see #PamongSyncAwait); in IDLE and WAIT a timer exists. */
typedef enum {
  PAMONG_SYNC_IDLE,
  PAMONG_SYNC_HELLO,
  PAMONG_SYNC_PUSH,
  PAMONG_SYNC_PULL,
  PAMONG_SYNC_WAIT,   /* back-off; a timer exists */
  PAMONG_SYNC_STOPPED /* 401, 403, 409, 426: one message; only the button or a new start tries again */
} PamongSyncState;

/** PamongSyncAwait: what the round waits for; only that event is taken. */
typedef enum { PAMONG_SYNC_AWAIT_NOTHING, PAMONG_SYNC_AWAIT_BATCH, PAMONG_SYNC_AWAIT_ANSWER, PAMONG_SYNC_AWAIT_STORED } PamongSyncAwait;

typedef enum {
  PAMONG_SYNC_ON_START,    /* program start, or enrolled just now */
  PAMONG_SYNC_ON_TIMER,    /* the timer asked for has come */
  PAMONG_SYNC_ON_NETWORK,  /* the network is back */
  PAMONG_SYNC_ON_SAVED,    /* an act was saved: something is pending */
  PAMONG_SYNC_ON_BUTTON,   /* a person wants it now: no jitter */
  PAMONG_SYNC_ON_BATCH,    /* answer to ASK_BATCH: @ok (could be read), @has_batch */
  PAMONG_SYNC_ON_ANSWER,   /* answer to SEND_*: @status, @retry_after, @gap, @more */
  PAMONG_SYNC_ON_STORED    /* answer to STORE: @ok, @recovers */
} PamongSyncEventType;

/**
 * PamongSyncEvent:
 * @status: HTTP status of an answer that is ours; 0 = no network, or not our server, or not to be understood
 * @retry_after: seconds the server asks to be left alone, or 0
 * @gap: with status 409: the server expects an earlier seq
 * @more: of a page: there is another
 * @recovers: of the last page: this copy was put back from a backup and has now fetched what it missed
 * @random: for jitter, all 32 bits even
 */
typedef struct {
  PamongSyncEventType type;
  gboolean ok;
  gboolean has_batch;
  int status;
  gint64 retry_after;
  gboolean gap;
  gboolean more;
  gboolean recovers;
  guint32 random;
} PamongSyncEvent;

typedef enum {
  PAMONG_ACTION_ASK_BATCH, /* @shrink: how often to halve the batch (after a 413) */
  PAMONG_ACTION_SEND_HELLO,
  PAMONG_ACTION_SEND_PUSH,
  PAMONG_ACTION_SEND_PULL,
  PAMONG_ACTION_STORE,      /* what the answer brought */
  PAMONG_ACTION_TIMER,      /* @at: the one timer, replaces the one before */
  PAMONG_ACTION_ROUND_DONE, /* @ok */
  PAMONG_ACTION_STOP        /* @status */
} PamongSyncActionType;

typedef struct {
  PamongSyncActionType type;
  gint64 at;
  int status;
  int shrink;
  gboolean ok;
} PamongSyncAction;

/**
 * PamongSync:
 * @failures: rounds that failed in a row; kept over restarts by the shell
 * @timer: when the next round is due; %PAMONG_SYNC_NEVER before the start, while stopped and during a round
 * @not_before: what the server asked for by Retry-After; nothing comes before it, the button neither
 * @calm: a save does not bring a failed round forward before this
 * @again: something was saved during the round
 */
typedef struct {
  PamongSyncState state;
  PamongSyncAwait await;
  int failures;
  gint64 timer;
  gint64 not_before;
  gint64 calm;
  int shrink;
  gboolean again;
  gboolean gap;    /* the server named a gap once in this round */
  gboolean more;   /* the page being stored is not the last */
  gboolean claimed; /* asked to go on, once in a round */
  gboolean pulled; /* nothing was pushed since the last page */
} PamongSync;

#define PAMONG_SYNC_NEVER G_MAXINT64
#define PAMONG_SYNC_MAX_ACTIONS 4
#define PAMONG_SYNC_FIRST_DELAY 5000    /* back-off: 5 s x 2^n … */
#define PAMONG_SYNC_MAX_DELAY 1800000   /* … up to 30 minutes, jitter over all of it */
#define PAMONG_SYNC_OUTAGE_SPREAD 120000 /* when the line is back, not all villages in one second */
#define PAMONG_SYNC_SAVE_DELAY 2000     /* several saves, one push */
#define PAMONG_SYNC_SAVE_CALM 15000     /* while it fails, a save tries no sooner than this after the last try */
#define PAMONG_SYNC_POLL 300000         /* healthy: every 5 minutes, a tenth more or less */
#define PAMONG_SYNC_MAX_SHRINK 9        /* 2^9 > PAMONG_ACT_MAX: by then a batch is one act */

/** pamong_sync_init: @failures: back-off count kept over restarts. */
void pamong_sync_init (PamongSync *sync, int failures);
/** pamong_sync_step: Returns: how many @actions were written. */
guint pamong_sync_step (PamongSync *sync, gint64 now, const PamongSyncEvent *event, PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS]);
/** pamong_sync_is_busy: Returns: TRUE during a round. */
gboolean pamong_sync_is_busy (const PamongSync *sync);
