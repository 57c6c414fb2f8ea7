/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "server/places.h"
#include "server/scope.h"
#include "server/server.h"

static gboolean
note_contact (PamongLedger *ledger, PamongDevice *device, const PamongHelloRequest *request, GError **error)
{
  device->last_contact = pamong_clock_now ();
  device->waiting = request->waiting;
  device->held = request->held;
  g_free (device->app_version);
  device->app_version = g_strdup (request->app_version);
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (ledger->touch_device (ledger, device, error) && (device->level != PAMONG_LEVEL_VILLAGE || pamong_place_note (ledger, device, error)))
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
  PamongHelloAnswer answer = { server->id, server->epoch, call->device->epoch, call->device->high, pamong_clock_now (), areas };

  if (request != NULL && request->proto != PAMONG_PROTO)
    pamong_reply_error (reply, 426, "upgrade");
  else if (request == NULL || !note_contact (server->ledger, call->device, request, &error))
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else
    pamong_reply_ok (reply, pamong_hello_answer_format (&answer));
}
