/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/places.h"
#include "domain/uid.h"

/* How old the last contact in the feed may get while nothing else changes: a village that only says hello writes a row a minute at most. */
#define CONTACT_SECONDS 60

PamongEntry *
pamong_place_find (PamongLedger *ledger, const char *area, GError **error)
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

/* Nothing is written while nothing but the time changed within a minute. What is told of a village is the village's own work, whichever computer spoke: so its
 * feed leaves these rows out and still brings what the centre wrote on them. */
gboolean
pamong_place_note (PamongLedger *ledger, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongEntry) entry = pamong_place_find (ledger, device->area, error);
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
  return ledger->put_record (ledger, entry, device->area, error);
}
