/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/server.h"
#include "wire/crypto.h"

PamongDevice *
pamong_auth (PamongServer *server, const char *id, const char *signature, const char *method, const char *path, GBytes *body, PamongReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongDevice) device = NULL;

  device = server->ledger->find_device (server->ledger, id ? id : "", &error);
  if (error != NULL)
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else if (device == NULL)
    pamong_reply_error (reply, 401, "unknown-device");
  else if (signature == NULL || !pamong_verify_request (device->public_key, signature, method, path, body))
    pamong_reply_error (reply, 401, "bad-signature");
  else if (device->revoked)
    pamong_reply_error (reply, 403, "revoked");
  else
    return g_steal_pointer (&device);
  return NULL;
}
