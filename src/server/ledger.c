/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger.h"

void
pamong_ledger_device_free (PamongDevice *device)
{
  if (device == NULL)
    return;
  g_free (device->id);
  g_free (device->public_key);
  g_free (device->area);
  g_free (device->app_version);
  g_free (device->copy);
  g_free (device);
}

void
pamong_activation_free (PamongActivation *activation)
{
  if (activation == NULL)
    return;
  g_free (activation->hash);
  g_free (activation->area);
  g_free (activation->device);
  g_free (activation);
}

PamongEntry *
pamong_entry_new (PamongRecord *record)
{
  PamongEntry *entry = g_new0 (PamongEntry, 1);

  entry->record = record;
  entry->by = g_strdup ("");
  entry->act = g_strdup ("");
  entry->last_device = g_strdup ("");
  return entry;
}

void
pamong_entry_free (PamongEntry *entry)
{
  if (entry == NULL)
    return;
  pamong_record_free (entry->record);
  g_free (entry->by);
  g_free (entry->act);
  g_free (entry->last_device);
  g_free (entry->groups);
  g_free (entry);
}

void
pamong_stored_free (PamongStored *stored)
{
  if (stored == NULL)
    return;
  g_free (stored->hash);
  g_free (stored->result);
  g_free (stored);
}
