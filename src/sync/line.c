/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/line.h"

#include "store/device.h"

#include <glib/gi18n-lib.h>

PamongTransport *
pamong_line_open (PamongStore *store, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (PamongDevice) device = pamong_device_get (store, &fault);
  PamongTransport *transport;

  if (device == NULL)
    {
      if (fault == NULL)
        fault = g_error_new_literal (PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND,
                                     _("This computer is not connected to the server yet. Connect it with the activation code from the regency."));
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  transport = pamong_transport_new (device->server_url, error);
  if (transport != NULL)
    pamong_transport_identify (transport, device->id, device->private_key, device->server_id);
  return transport;
}
