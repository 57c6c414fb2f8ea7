/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/line.h"
#include "wire/crypto.h"

#define PUBLIC_KEY "device.public_key"
#define PRIVATE_KEY "device.private_key"

static gboolean
keep (PamongStore *store, const char *public_key, const char *private_key, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (store, error);

  return write != NULL && pamong_write_meta (write, PUBLIC_KEY, public_key, error) && pamong_write_meta (write, PRIVATE_KEY, private_key, error)
         && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_office_device_key (PamongOffice *office, char **public_key, char **private_key, GError **error)
{
  PamongStore *store = pamong_office_store (office);
  g_autofree char *public_half = pamong_store_meta (store, PUBLIC_KEY);
  g_autofree char *private_half = pamong_store_meta (store, PRIVATE_KEY);

  if (public_half == NULL || private_half == NULL)
    {
      g_clear_pointer (&public_half, g_free);
      g_clear_pointer (&private_half, g_free);
      pamong_key_new (&public_half, &private_half);
      if (!keep (store, public_half, private_half, error))
        return FALSE;
    }
  *public_key = g_steal_pointer (&public_half);
  *private_key = g_steal_pointer (&private_half);
  return TRUE;
}

gboolean
pamong_office_forget_key (PamongOffice *office, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (pamong_office_store (office), error);

  return write != NULL && pamong_write_meta (write, PUBLIC_KEY, NULL, error) && pamong_write_meta (write, PRIVATE_KEY, NULL, error)
         && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}
