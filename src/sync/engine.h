/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* The core of sync: step (now, event) -> actions. No socket, no clock, no chance, no thread: the shell around it has those, and so has the simulator.
 * A round: hello, push until nothing is pending, pull until nothing is left. */
typedef enum {
  PAMONG_SYNC_IDLE, PAMONG_SYNC_HELLO, PAMONG_SYNC_PUSH, PAMONG_SYNC_PULL, PAMONG_SYNC_WAIT /* back-off; a timer exists */, PAMONG_SYNC_STOPPED /* 401, 403, 426: one message */
} PamongSyncState;
typedef enum {
  PAMONG_SYNC_ON_START,    /* program start; enrolled */
  PAMONG_SYNC_ON_TIMER,    /* the timer asked for has come */
  PAMONG_SYNC_ON_NETWORK,  /* the network is back */
  PAMONG_SYNC_ON_SAVED,    /* an act was saved */
  PAMONG_SYNC_ON_BUTTON,   /* a person wants it now: no jitter */
  PAMONG_SYNC_ON_BATCH,    /* answer to ASK_BATCH: @has_batch */
  PAMONG_SYNC_ON_ANSWER,   /* answer to SEND_*: @status HTTP status, 0 = no network or not our server; @retry_after seconds or 0; @more for pull */
  PAMONG_SYNC_ON_STORED    /* answer to STORE: @ok */
} PamongSyncEventType;
typedef struct { PamongSyncEventType type; gboolean has_batch; int status; gint64 retry_after; gboolean more; gboolean ok; guint32 random; /* for jitter */ } PamongSyncEvent;
typedef enum {
  PAMONG_ACTION_ASK_BATCH, PAMONG_ACTION_SEND_HELLO, PAMONG_ACTION_SEND_PUSH, PAMONG_ACTION_SEND_PULL, PAMONG_ACTION_STORE /* what the answer brought */,
  PAMONG_ACTION_TIMER /* @at */, PAMONG_ACTION_ROUND_DONE /* @ok */, PAMONG_ACTION_STOP /* @status */
} PamongSyncActionType;
typedef struct { PamongSyncActionType type; gint64 at; int status; gboolean ok; } PamongSyncAction;
typedef struct { PamongSyncState state; int failures; gint64 timer; gboolean again; /* something was saved during the round */ gboolean first; } PamongSync;
#define PAMONG_SYNC_MAX_ACTIONS 4
/** pamong_sync_init: @failures: back-off count kept over restarts. */
void pamong_sync_init (PamongSync *sync, int failures);
/** pamong_sync_step: Returns: how many @actions were written. */
guint pamong_sync_step (PamongSync *sync, gint64 now, const PamongSyncEvent *event, PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS]);
