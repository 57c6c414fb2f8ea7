/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "domain/uid.h"
#include "server/desks.h"
#include "server/scope.h"
#include "server/server.h"
#include "wire/crypto.h"
#include <string.h>

#define CODE_SECONDS (14 * 24 * 3600)

/* Returns: (nullable): the word that refuses, where the code does not open this door. */
static const char *
refuse (const PamongActivation *code, const PamongDevice *device, const PamongEnrolRequest *request)
{
  if (code == NULL)
    return "code-unknown";
  if (code->level != pamong_level_from_name (request->level) || g_strcmp0 (code->area, request->area) != 0)
    return "wrong-place";
  if (code->device != NULL)
    return device != NULL && g_str_equal (code->device, device->id) ? (device->revoked ? "revoked" : NULL) : "code-used";
  if (pamong_clock_now () > code->made + CODE_SECONDS)
    return "code-expired";
  if (device == NULL)
    return NULL;
  if (device->revoked)
    return "revoked";
  return device->level == code->level && g_str_equal (device->area, code->area) ? NULL : "wrong-place";
}

static gboolean
is_public_key (const char *text)
{
  gsize size = 0;
  g_autofree guint8 *bytes = pamong_base64url_decode (text, &size);

  return bytes != NULL && size == 32;
}

/* The keeper types it after `admin revoke`: one that begins like an option would not be taken as a name. */
static char *
new_device_id (void)
{
  char *id = pamong_uid_new ();

  while (*id == '-')
    {
      g_free (id);
      id = pamong_uid_new ();
    }
  return id;
}

/* Same code and key: the device made the first time. A known key with a fresh code of its place: the same device again. */
static PamongDevice *
register_device (PamongLedger *ledger, const PamongActivation *code, PamongDevice *known, const char *public_key, GError **error)
{
  g_autoptr (PamongDevice) device = known;

  if (device == NULL)
    {
      device = g_new0 (PamongDevice, 1);
      *device = (PamongDevice) { .id = new_device_id (), .public_key = g_strdup (public_key), .area = g_strdup (code->area), .level = code->level, .epoch = 1, .last_contact = pamong_clock_now () };
      if (!ledger->add_device (ledger, device, error))
        return NULL;
    }
  if (code->device == NULL && !ledger->use_code (ledger, code->hash, device->id, error))
    return NULL;
  return pamong_desk_note_id (ledger, device->id, error) ? ledger->find_device (ledger, device->id, error) : NULL;
}

static PamongDevice *
enrol (PamongServer *server, const PamongEnrolRequest *request, PamongReply *reply, GError **error)
{
  PamongLedger *ledger = server->ledger;
  g_autofree char *tidy = pamong_code_tidy (request->code);
  g_autofree char *hash = pamong_sha256 (tidy, strlen (tidy));
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongActivation) code = ledger->find_code (ledger, hash, &local);
  g_autoptr (PamongDevice) device = local ? NULL : ledger->find_device_by_key (ledger, request->public_key, &local);
  const char *word = local ? NULL : refuse (code, device, request);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (word != NULL)
    pamong_reply_error (reply, 403, word);
  else
    return register_device (ledger, code, g_steal_pointer (&device), request->public_key, error);
  return NULL;
}

static void
answer (PamongServer *server, const PamongDevice *device, PamongReply *reply)
{
  g_auto (GStrv) areas = pamong_scope_areas (device->level, device->area);
  PamongEnrolAnswer message = { device->id, device->epoch, server->id, areas, pamong_clock_now (), device->ordinal };

  pamong_reply_ok (reply, pamong_enrol_answer_format (&message));
}

void
pamong_answer_enrol (PamongServer *server, const PamongCall *call, PamongReply *reply)
{
  PamongLedger *ledger = server->ledger;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongEnrolRequest) request = pamong_enrol_request_parse (call->body, &error);
  g_autoptr (PamongDevice) device = NULL;

  if (request == NULL)
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else if (!is_public_key (request->public_key))
    pamong_reply_error (reply, 400, "bad-request");
  else if (!ledger->begin (ledger, &error))
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else if ((device = enrol (server, request, reply, &error)) == NULL)
    {
      ledger->rollback (ledger);
      if (error != NULL)
        pamong_reply_failed (reply, g_steal_pointer (&error));
    }
  else if (!ledger->commit (ledger, &error))
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else
    answer (server, device, reply);
}
