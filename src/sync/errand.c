/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/errand.h"

#include "domain/clock.h"
#include "sync/judge.h"

#include <string.h>

static gboolean
prepare_hello (PamongErrand *errand, PamongStore *store, GError **error)
{
  PamongOutboxCounts counts;
  PamongHelloRequest hello = { .epoch = errand->device->epoch, .proto = PAMONG_PROTO, .schema = PAMONG_SCHEMA, .app_version = (char *) PAMONG_VERSION };

  if (!pamong_outbox_counts (store, &counts, error))
    return FALSE;
  hello.copy = errand->device->copy;
  hello.claims = errand->device->recovers && errand->device->fetched;
  hello.seen = MAX (errand->device->high, 0);
  hello.last_acked = counts.last_seq - counts.pending; /* answers come in order, so what is pending is the tail */
  hello.waiting = counts.pending;
  hello.held = counts.held;
  errand->path = "/v1/hello";
  errand->body = pamong_hello_request_format (&hello);
  return TRUE;
}

/* Halved at acts, and never below one: an act is all or nothing. */
static void
cut_batch (PamongPushRequest *push, int shrink)
{
  guint wanted = MAX (1, push->changes->len >> shrink);
  guint end = 0;

  while (end < wanted)
    {
      const PamongChange *first = g_ptr_array_index (push->changes, end);
      guint next = end + MAX (1, first->n);

      if (end > 0 && next > wanted)
        break;
      end = next;
    }
  if (end < push->changes->len)
    g_ptr_array_set_size (push->changes, end);
}

static gboolean
prepare_push (PamongErrand *errand, PamongOffice *office, int shrink, GError **error)
{
  errand->push = pamong_office_batch (office, error);
  if (errand->push == NULL)
    return FALSE;
  if (shrink > 0)
    cut_batch (errand->push, shrink);
  errand->path = "/v1/push";
  errand->body = pamong_push_request_format (errand->push);
  return TRUE;
}

static gboolean
prepare_pull (PamongErrand *errand, PamongStore *store, GError **error)
{
  errand->pull = pamong_inbox_request (store, error);
  if (errand->pull == NULL)
    return FALSE;
  errand->path = "/v1/pull";
  errand->body = pamong_pull_request_format (errand->pull);
  return TRUE;
}

/* The answer is ours in form, but not to this question. */
static void
refuse (PamongErrand *errand, const char *code)
{
  g_clear_pointer (&errand->hello_answer, pamong_hello_answer_free);
  g_clear_pointer (&errand->push_answer, pamong_push_answer_free);
  g_clear_pointer (&errand->pull_answer, pamong_pull_answer_free);
  g_free (errand->code);
  errand->code = g_strdup (code);
  errand->status = 0;
}

static void
read_answer (PamongErrand *errand, GBytes *body)
{
  const char *fault = NULL;

  if (errand->task == PAMONG_ACTION_SEND_HELLO)
    {
      errand->hello_answer = pamong_hello_answer_parse (body, NULL);
      if (errand->hello_answer == NULL || g_strcmp0 (errand->hello_answer->server_id, errand->device->server_id) != 0)
        fault = "bad-answer";
    }
  else if (errand->task == PAMONG_ACTION_SEND_PUSH)
    {
      errand->push_answer = pamong_push_answer_parse (body, NULL);
      if (errand->push_answer == NULL || !pamong_judge_push (errand->push, errand->push_answer))
        fault = "bad-answer";
    }
  else
    {
      errand->pull_answer = pamong_pull_answer_parse (body, NULL);
      if (errand->pull_answer == NULL || !pamong_judge_page (errand->pull, errand->pull_answer))
        fault = "bad-answer";
      else if (!pamong_judge_scope (errand->pull, errand->pull_answer))
        fault = "foreign-rows";
    }
  if (fault != NULL)
    refuse (errand, fault);
}

static void
read_refusal (PamongErrand *errand, GBytes *body)
{
  g_autoptr (PamongErrorAnswer) answer = pamong_error_answer_parse (body, NULL);

  if (answer == NULL)
    return;
  errand->code = g_strdup (answer->code);
  errand->expected = answer->expected;
}

static void
count_push (const PamongPushAnswer *answer, PamongSyncResult *result)
{
  for (guint i = 0; i < answer->results->len; i++)
    {
      const PamongResult *one = g_ptr_array_index (answer->results, i);
      gint64 n = one->to - one->from + 1;

      result->pushed += n;
      switch (one->outcome)
        {
        case PAMONG_OUTCOME_APPLIED:
        case PAMONG_OUTCOME_NOOP:
          result->applied += n;
          break;
        case PAMONG_OUTCOME_MERGED:
          result->merged += n;
          break;
        case PAMONG_OUTCOME_CONFLICT:
          result->conflicts += n;
          break;
        case PAMONG_OUTCOME_REJECTED:
        case PAMONG_OUTCOME_DEPENDENT:
          result->rejected += n;
          break;
        }
    }
}

void
pamong_errand_free (PamongErrand *errand)
{
  g_clear_pointer (&errand->device, pamong_device_free);
  g_clear_pointer (&errand->body, g_bytes_unref);
  g_clear_pointer (&errand->push, pamong_push_request_free);
  g_clear_pointer (&errand->pull, pamong_pull_request_free);
  refuse (errand, NULL);
  g_free (errand);
}

PamongErrand *
pamong_errand_prepare (PamongOffice *office, PamongSyncActionType task, int shrink, GError **error)
{
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongErrand) errand = g_new0 (PamongErrand, 1);
  gboolean ready;

  errand->task = task;
  errand->device = pamong_device_get (store, error);
  if (errand->device == NULL)
    return NULL;
  if (task == PAMONG_ACTION_SEND_HELLO)
    ready = prepare_hello (errand, store, error);
  else if (task == PAMONG_ACTION_SEND_PUSH)
    ready = prepare_push (errand, office, shrink, error);
  else
    ready = prepare_pull (errand, store, error);
  return ready ? g_steal_pointer (&errand) : NULL;
}

void
pamong_errand_carry (PamongErrand *errand, PamongPostFunc post, gpointer line)
{
  g_auto (PamongReply) reply = { 0 };

  post (line, errand->path, errand->body, &reply);
  errand->status = reply.status;
  errand->retry_after = reply.retry_after;
  errand->bytes_out += reply.bytes_out;
  errand->bytes_in += reply.bytes_in;
  if (reply.status == 200)
    read_answer (errand, reply.body);
  else if (reply.status != 0)
    read_refusal (errand, reply.body);
}

gboolean
pamong_errand_store (PamongErrand *errand, PamongOffice *office, PamongSyncResult *result, GError **error)
{
  if (errand->hello_answer != NULL)
    return pamong_office_store_hello (office, errand->hello_answer, error);
  if (errand->push_answer != NULL)
    {
      if (!pamong_office_store_answer (office, errand->push_answer, error))
        return FALSE;
      count_push (errand->push_answer, result);
      return TRUE;
    }
  g_return_val_if_fail (errand->pull_answer != NULL, FALSE);
  if (!pamong_office_store_page (office, errand->pull_answer, error))
    return FALSE;
  result->pulled += errand->pull_answer->rows->len;
  errand->recovers = !errand->pull_answer->more && pamong_device_recovers (pamong_office_store (office));
  return TRUE;
}

PamongSyncEvent
pamong_errand_event (const PamongErrand *errand)
{
  PamongSyncEvent event = { .type = PAMONG_SYNC_ON_ANSWER, .ok = TRUE, .status = errand->status, .retry_after = errand->retry_after };

  event.gap = g_strcmp0 (errand->code, "gap") == 0;
  event.more = errand->pull_answer != NULL && errand->pull_answer->more;
  return event;
}

gboolean
pamong_errand_note (PamongOffice *office, const PamongSyncResult *result, const char *outcome, int failures, GError **error)
{
  PamongRound round = {
    .t = pamong_clock_now (), .pushed = result->pushed, .applied = result->applied, .merged = result->merged, .conflicts = result->conflicts,
    .rejected = result->rejected, .pulled = result->pulled, .bytes_out = result->bytes_out, .bytes_in = result->bytes_in, .outcome = (char *) outcome
  };

  if (failures != pamong_office_backoff (office) && !pamong_office_set_backoff (office, failures, error))
    return FALSE;
  return pamong_office_store_round (office, &round, error);
}
