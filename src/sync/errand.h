/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/line.h"
#include "sync/engine.h"
#include "sync/sync.h"
#include "sync/reply.h"

/**
 * PamongErrand:
 * @task: SEND_HELLO, SEND_PUSH or SEND_PULL
 * @device: who sends
 * @push, @pull: (nullable): what was asked, to hold the answer against it
 * @status, @code, @retry_after, @expected: how it was answered, 0 and NULL = not at all. An answer that does not fit the question is status 0.
 * @recovers: of a last page that was stored: this copy was put back and must now ask to go on (R18)
 * @hello_answer, @push_answer, @pull_answer: (nullable): the one that came with 200
 *
 * One request, from the rows it is made of to the rows its answer becomes. It is made and stored on the office's thread and carried on any other: the
 * network never touches SQLite, and SQLite never waits for the network.
 */
typedef struct {
  PamongSyncActionType task;
  PamongDevice *device;
  const char *path;
  GBytes *body;
  PamongPushRequest *push;
  PamongPullRequest *pull;
  int status;
  char *code;
  gint64 retry_after, expected;
  PamongHelloAnswer *hello_answer;
  PamongPushAnswer *push_answer;
  PamongPullAnswer *pull_answer;
  gint64 bytes_out, bytes_in;
  gboolean recovers;
} PamongErrand;

void pamong_errand_free (PamongErrand *errand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongErrand, pamong_errand_free)

/** pamong_errand_prepare: (office's thread) @shrink: how often to halve a push, at acts.
 * Returns: (transfer full) (nullable): NULL without error when there is nothing to push, or this computer is not registered. */
PamongErrand *pamong_errand_prepare (PamongOffice *office, PamongSyncActionType task, int shrink, GError **error);
/** pamong_errand_carry: (any thread) sends it by @post over @line and reads the answer. */
void pamong_errand_carry (PamongErrand *errand, PamongPostFunc post, gpointer line);
/** pamong_errand_store: (office's thread) what the answer brought, in one transaction; counted into @result. */
gboolean pamong_errand_store (PamongErrand *errand, PamongOffice *office, PamongSyncResult *result, GError **error);
/** pamong_errand_event: what the engine is told of the answer. */
PamongSyncEvent pamong_errand_event (const PamongErrand *errand);
/** pamong_errand_note: (office's thread) the round in the list of rounds, and how often it failed in a row. @outcome: "ok" or a word for the fault. */
gboolean pamong_errand_note (PamongOffice *office, const PamongSyncResult *result, const char *outcome, int failures, GError **error);
