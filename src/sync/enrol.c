/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/address.h"
#include "sync/run.h"
#include "sync/transport.h"
#include "sync/words.h"
#include "wire/crypto.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_free (PamongOffice *office, GError **error)
{
  PamongStore *store = pamong_office_store (office);
  g_autoptr (GError) fault = NULL;
  g_autoptr (PamongDevice) device = pamong_device_get (store, &fault);

  /* One that was put back from a backup, whose registration was closed, may become a computer of its own. */
  if (fault == NULL && (device == NULL || device->recovers))
    return device == NULL || pamong_office_forget_key (office, error);
  if (device != NULL)
    fault = g_error_new_literal (PAMONG_ERROR, PAMONG_ERROR_CONFLICT, _("This computer is already connected to a server."));
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static GBytes *
make_request (PamongStore *store, const char *public_key, const char *code)
{
  g_autofree char *tidy = pamong_code_tidy (code);
  PamongEnrolRequest request = { tidy, (char *) public_key, (char *) pamong_level_name (pamong_store_level (store)), (char *) pamong_store_area (store) };

  return pamong_enrol_request_format (&request);
}

/* Returns: (transfer full) (nullable): the answer, whose server id is the one that stood over it. */
static PamongEnrolAnswer *
read_answer (const PamongReply *reply, GError **error)
{
  g_autoptr (PamongEnrolAnswer) answer = NULL;
  g_autoptr (PamongErrorAnswer) refusal = NULL;

  if (reply->status == 200)
    answer = pamong_enrol_answer_parse (reply->body, NULL);
  else if (reply->status != 0)
    refusal = pamong_error_answer_parse (reply->body, NULL);
  if (answer != NULL && g_strcmp0 (answer->server_id, reply->server_id) == 0)
    return g_steal_pointer (&answer);
  g_propagate_error (error, pamong_sync_error (reply->status, refusal != NULL ? refusal->code : NULL));
  return NULL;
}

gboolean
pamong_sync_enrol_over (PamongOffice *office, const char *url, const char *code, PamongPostFunc post, gpointer line, GError **error)
{
  PamongStore *store = pamong_office_store (office);
  g_autofree char *public_key = NULL, *private_key = NULL;
  g_autoptr (GBytes) body = NULL;
  g_auto (PamongReply) reply = { 0 };
  g_autoptr (PamongEnrolAnswer) answer = NULL;
  PamongDevice device = { .recovers = pamong_device_recovers (store) };

  /* The key is kept before it is sent: when the answer is lost, the same code with the same key gets it again (R16). */
  if (!check_free (office, error) || !pamong_office_device_key (office, &public_key, &private_key, error))
    return FALSE;
  body = make_request (store, public_key, code);
  post (line, "/v1/enrol", body, &reply);
  answer = read_answer (&reply, error);
  if (answer == NULL)
    return FALSE;
  device.id = answer->device;
  device.epoch = answer->epoch;
  device.public_key = public_key;
  device.private_key = private_key;
  device.server_url = (char *) url;
  device.server_id = answer->server_id;
  device.areas = answer->areas;
  device.desk = answer->desk;
  return pamong_office_store_device (office, &device, error);
}

gboolean
pamong_sync_enrol (PamongOffice *office, const char *url, const char *code, GError **error)
{
  g_autofree char *tidy = pamong_address_tidy (url, NULL, error);
  g_autoptr (PamongTransport) transport = tidy != NULL ? pamong_transport_new (tidy, error) : NULL;

  return transport != NULL && pamong_sync_enrol_over (office, tidy, code, pamong_transport_post, transport, error);
}
