/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/desks.h"
#include "domain/clock.h"
#include "domain/uid.h"

static PamongEntry *
find_desk (PamongLedger *ledger, const PamongDevice *device, const char *regency, GError **error)
{
  g_autofree char *uid = pamong_uid_derive ("desk", (const char *const[]) { device->id, NULL });
  g_autoptr (GError) local = NULL;
  PamongEntry *entry = ledger->find_record (ledger, uid, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return entry != NULL ? entry : pamong_entry_new (pamong_record_new_known (PAMONG_KIND_DESK, uid, regency));
}

/* The day stays that of the first time it was heard of. */
static void
fill (PamongRecord *desk, const PamongDevice *device)
{
  g_autofree char *today = pamong_clock_today ();

  pamong_record_set_text (desk, PAMONG_DESK_VILLAGE, device->area);
  pamong_record_set_int (desk, PAMONG_DESK_ORDINAL, device->ordinal);
  pamong_record_set_text (desk, PAMONG_DESK_PUBLIC_KEY, device->public_key);
  if (!device->revoked)
    pamong_record_clear (desk, PAMONG_DESK_REVOKED);
  else if (!pamong_record_is_set (desk, PAMONG_DESK_REVOKED))
    pamong_record_set_text (desk, PAMONG_DESK_REVOKED, today);
}

static gboolean
differs (const PamongRecord *before, const PamongRecord *after)
{
  for (guint i = 0; i < after->n_values; i++)
    if (pamong_record_differs (before, after, (int) i))
      return TRUE;
  return after->version == 0;
}

gboolean
pamong_desk_note (PamongLedger *ledger, const PamongDevice *device, GError **error)
{
  g_autofree char *regency = ledger->get_meta (ledger, "regency", error);
  g_autoptr (PamongEntry) entry = NULL;
  g_autoptr (PamongRecord) before = NULL;

  if (device->level != PAMONG_LEVEL_VILLAGE)
    return TRUE;
  if (regency == NULL || (entry = find_desk (ledger, device, regency, error)) == NULL)
    return FALSE;
  before = pamong_record_copy (entry->record);
  fill (entry->record, device);
  if (!differs (before, entry->record))
    return TRUE;
  entry->record->version++;
  entry->t = pamong_clock_now ();
  return ledger->put_record (ledger, entry, "", error);
}

gboolean
pamong_desk_note_id (PamongLedger *ledger, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongDevice) device = ledger->find_device (ledger, id, &local);

  if (local == NULL)
    return device == NULL || pamong_desk_note (ledger, device, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
note_all (PamongLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) devices = ledger->list_devices (ledger, NULL, error);

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    if (!pamong_desk_note (ledger, devices->pdata[i], error))
      return FALSE;
  return devices != NULL;
}

gboolean
pamong_desks_renew (PamongLedger *ledger, GError **error)
{
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (note_all (ledger, error))
    return ledger->commit (ledger, error);
  ledger->rollback (ledger);
  return FALSE;
}
