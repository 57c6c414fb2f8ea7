/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "server/places.h"
#include "server/scope.h"
#include "server/server.h"

/* Which copy of a computer's data may go on (R18). Returns: (nullable): the word with which it is refused. @stale: (out): it must fetch back what it misses and
 * claim first. */
static const char *
judge_copy (const PamongDevice *device, const PamongHelloRequest *request, gboolean *stale)
{
  gboolean other = request->copy != NULL && device->copy != NULL && g_strcmp0 (request->copy, device->copy) != 0;

  *stale = FALSE;
  if (device->forked)
    return "fork";
  if (device->released)
    {
      *stale = TRUE; /* a person has chosen: whoever asks first */
      return NULL;
    }
  if (request->claims && request->epoch + 1 == device->epoch && request->copy != NULL && !other)
    return NULL; /* it has claimed before, and the answer was lost */
  if (request->epoch != device->epoch)
    return request->epoch < device->epoch ? "replaced" : "epoch";
  *stale = other || device->high > request->last_acked + request->waiting;
  return NULL;
}

/* Only the copy that knows everything may go on; from then on the numbers of the epoch before are nobody's. Returns: TRUE if the device changed. */
static gboolean
settle_copy (PamongDevice *device, const PamongHelloRequest *request, gboolean *stale)
{
  gboolean repeated = request->epoch + 1 == device->epoch && !device->released;

  if (request->copy == NULL || repeated)
    return FALSE;
  if (request->claims && request->seen == device->high)
    {
      device->epoch = MAX (device->epoch, request->epoch) + 1;
      device->high = device->base = request->last_acked;
      device->released = *stale = FALSE;
    }
  else if (request->claims || *stale || device->copy != NULL)
    return FALSE;
  g_free (device->copy);
  device->copy = g_strdup (request->copy);
  return TRUE;
}

static gboolean
note_contact (PamongLedger *ledger, PamongDevice *device, const PamongHelloRequest *request, gboolean *stale, GError **error)
{
  gboolean held = settle_copy (device, request, stale);

  device->last_contact = pamong_clock_now ();
  device->waiting = request->waiting;
  device->held = request->held;
  g_free (device->app_version);
  device->app_version = g_strdup (request->app_version);
  if (!ledger->begin (ledger, error))
    return FALSE;
  if ((!held || ledger->hold_device (ledger, device, error)) && ledger->touch_device (ledger, device, error) && (device->level != PAMONG_LEVEL_VILLAGE || pamong_place_note (ledger, device, error)))
    return ledger->commit (ledger, error);
  ledger->rollback (ledger);
  return FALSE;
}

void
pamong_answer_hello (PamongServer *server, const PamongCall *call, PamongReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongHelloRequest) request = pamong_hello_request_parse (call->body, &error);
  g_auto (GStrv) areas = pamong_scope_areas (call->device->level, call->device->area);
  PamongDevice *device = call->device;
  gboolean stale = FALSE;
  const char *word = request != NULL ? judge_copy (device, request, &stale) : NULL;

  if (request != NULL && request->proto != PAMONG_PROTO)
    pamong_reply_error (reply, 426, "upgrade");
  else if (word != NULL)
    pamong_reply_error (reply, 409, word);
  else if (request == NULL || !note_contact (server->ledger, device, request, &stale, &error))
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else
    {
      PamongHelloAnswer answer = { server->id, server->epoch, device->epoch, device->high, pamong_clock_now (), areas, stale, device->ordinal };

      pamong_reply_ok (reply, pamong_hello_answer_format (&answer));
    }
}
