/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"
#include "office/line.h"

/** PamongSyncResult: what a run did; the JSON of `pamongctl sync`. */
typedef struct { gint64 pushed, applied, merged, conflicts, rejected, pulled, bytes_out, bytes_in, rounds; } PamongSyncResult;

/** pamong_sync_run: rounds until nothing is left or the line fails; blocks (tools). OFFLINE when the server is not reached or is not ours; DENIED when revoked;
 * OUTDATED for 426. What was answered until then is stored. */
gboolean pamong_sync_run (PamongOffice *office, PamongSyncResult *result, GError **error);
/** pamong_sync_enrol: registers this computer; blocks. Makes the key pair first and keeps it, so that the same code can be tried again.
 * http:// for loopback only (INVALID). Code unknown, used, expired or for another place: DENIED with words. */
gboolean pamong_sync_enrol (PamongOffice *office, const char *url, const char *code, GError **error);

/* The shell in the desktop: timer, GNetworkMonitor, a worker thread for libcurl; SQLite only through the desk. */
#define PAMONG_TYPE_SYNC_RUNNER (pamong_sync_runner_get_type ())
G_DECLARE_FINAL_TYPE (PamongSyncRunner, pamong_sync_runner, PAMONG, SYNC_RUNNER, GObject)
/** PamongSyncRunner::state-changed: (). When a round starts, and after each round when it stands in the list of rounds. */
PamongSyncRunner *pamong_sync_runner_new (PamongDesk *desk);
/** pamong_sync_runner_start: before enrolment nothing happens; call it again, or _now, when the computer is enrolled. */
void pamong_sync_runner_start (PamongSyncRunner *runner);
void pamong_sync_runner_now (PamongSyncRunner *runner);  /* the button */
/** pamong_sync_runner_stop: breaks off what is under way and waits for its thread; final. Before pamong_desk_stop(). */
void pamong_sync_runner_stop (PamongSyncRunner *runner);
gboolean pamong_sync_runner_is_busy (PamongSyncRunner *runner);
const char *pamong_sync_runner_message (PamongSyncRunner *runner); /* (nullable): why it stopped, Indonesian */
