/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "domain/uid.h"
#include "server/scope.h"
#include "server/server.h"

/* How old the last contact in the feed may get while nothing else changes: a village that only says hello writes a row a minute at most. */
#define CONTACT_SECONDS 60

static PamongEntry *
find_place (PamongLedger *ledger, const char *area, GError **error)
{
  g_autofree char *uid = pamong_uid_derive ("place", (const char *const[]) { area, NULL });
  g_autoptr (GError) local = NULL;
  PamongEntry *entry = ledger->find_record (ledger, uid, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (entry == NULL)
    {
      entry = pamong_entry_new (pamong_record_new (PAMONG_KIND_PLACE, area));
      g_free (entry->record->uid);
      entry->record->uid = g_steal_pointer (&uid);
    }
  return entry;
}

/* A village may have two computers: what waits is the sum of both. */
static gboolean
add_up (PamongLedger *ledger, const char *area, gint64 *waiting, gint64 *held, GError **error)
{
  g_autoptr (GPtrArray) devices = ledger->list_devices (ledger, area, error);

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    {
      const PamongDevice *device = g_ptr_array_index (devices, i);

      *waiting += device->revoked ? 0 : device->waiting;
      *held += device->revoked ? 0 : device->held;
    }
  return devices != NULL;
}

/* Nothing is written while nothing but the time changed within a minute. */
gboolean
pamong_note_place (PamongLedger *ledger, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongEntry) entry = find_place (ledger, device->area, error);
  g_autoptr (PamongRecord) before = NULL;
  gint64 waiting = 0, held = 0;
  PamongRecord *place;

  if (entry == NULL || !add_up (ledger, device->area, &waiting, &held, error))
    return FALSE;
  place = entry->record;
  before = pamong_record_copy (place);
  pamong_record_set_int (place, PAMONG_PLACE_WAITING, waiting);
  pamong_record_set_int (place, PAMONG_PLACE_HELD, held);
  pamong_record_set_text (place, PAMONG_PLACE_APP_VERSION, device->app_version);
  if (!pamong_record_differs (before, place, PAMONG_PLACE_WAITING) && !pamong_record_differs (before, place, PAMONG_PLACE_HELD)
      && !pamong_record_differs (before, place, PAMONG_PLACE_APP_VERSION)
      && ABS (device->last_contact - pamong_record_int (place, PAMONG_PLACE_LAST_CONTACT)) < CONTACT_SECONDS) /* far ahead: the clock here was wrong once */
    return TRUE;
  pamong_record_set_int (place, PAMONG_PLACE_LAST_CONTACT, device->last_contact);
  place->version++;
  entry->t = device->last_contact;
  return ledger->put_record (ledger, entry, "", error);
}

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
  if (ledger->touch_device (ledger, device, error) && (device->level != PAMONG_LEVEL_VILLAGE || pamong_note_place (ledger, device, error)))
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
