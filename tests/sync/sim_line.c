/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim.h"

#include "store/device.h"
#include "wire/crypto.h"
#include "wire/envelope.h"
#include "wire/gzip.h"

#include <string.h>

static SimFault
choose_fault (Sim *sim, const char *path)
{
  if (sim->calm || g_rand_int_range (sim->rand, 0, 100) < 60)
    return SIM_FINE;
  if (strcmp (path, "/v1/pull") == 0 && g_rand_int_range (sim->rand, 0, 6) == 0)
    return SIM_FOREIGN_ROW;
  return (SimFault) g_rand_int_range (sim->rand, SIM_DROP_REQUEST, SIM_FOREIGN_ROW);
}

/* Signed and packed as transport.c does. */
static void
ask (SimClient *client, const char *path, GBytes *body, SimAnswer *answer)
{
  g_autoptr (PamongDevice) device = pamong_device_get (pamong_office_store (client->office), NULL);
  gboolean packed = g_bytes_get_size (body) > 200;
  g_autoptr (GBytes) sent = packed ? pamong_gzip (body) : g_bytes_ref (body);
  g_autofree char *signature = device != NULL ? pamong_sign_request (device->private_key, "POST", path, sent) : NULL;
  SimRequest request = { path, device != NULL ? device->id : NULL, signature, packed, sent };

  sim_answer_clear (answer);
  sim_server_handle (client->sim->server, &request, answer);
}

/* While a request is under way the world goes on: this office writes, another one has its round. */
static void
live_on (SimClient *client)
{
  Sim *sim = client->sim;

  if (sim->calm || sim->depth > 0 || g_rand_int_range (sim->rand, 0, 3) > 0)
    return;
  sim->depth++;
  if (g_rand_boolean (sim->rand))
    sim_client_act (client);
  else
    sim_client_sync (g_ptr_array_index (sim->clients, g_rand_int_range (sim->rand, 0, sim->clients->len)));
  sim->depth--;
}

/* Small pages, so that there are many: as far as the server lets a client choose. */
static GBytes *
shrink_page (Sim *sim, const char *path, GBytes *body)
{
  g_autoptr (PamongPullRequest) request = strcmp (path, "/v1/pull") == 0 ? pamong_pull_request_parse (body, NULL) : NULL;

  if (request == NULL)
    return g_bytes_ref (body);
  request->limit = g_rand_int_range (sim->rand, 3, 40);
  return pamong_pull_request_format (request);
}

static void
replace_text (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

static void
make_portal (SimAnswer *answer)
{
  sim_answer_clear (answer);
  answer->status = 200;
  answer->type = g_strdup ("text/html");
  answer->body = g_bytes_new_static ("<html>Masuk dulu</html>", 23);
}

static void
make_error (SimAnswer *answer, const char *server_id, int status)
{
  sim_answer_clear (answer);
  answer->status = status;
  answer->type = g_strdup (PAMONG_CONTENT_TYPE);
  answer->server_id = g_strdup (server_id);
  answer->body = g_bytes_new_static ("{\"error\":\"busy\"}", 16);
}

static void
cut_body (Sim *sim, SimAnswer *answer)
{
  gsize size = g_bytes_get_size (answer->body);
  GBytes *part = g_bytes_new_from_bytes (answer->body, 0, size > 0 ? (gsize) g_rand_int_range (sim->rand, 0, (gint32) size) : 0);

  g_bytes_unref (answer->body);
  answer->body = part;
}

static void
add_foreign_row (SimAnswer *answer)
{
  g_autoptr (GBytes) plain = answer->encoding != NULL ? pamong_gunzip (answer->body, PAMONG_BODY_CAP, NULL) : g_bytes_ref (answer->body);
  g_autoptr (PamongPullAnswer) page = answer->status == 200 ? pamong_pull_answer_parse (plain, NULL) : NULL;
  PamongFeedRow *row;

  if (page == NULL)
    return;
  row = g_new0 (PamongFeedRow, 1);
  row->record = pamong_record_new (PAMONG_KIND_RESIDENT, SIM_FOREIGN_AREA);
  row->record->version = 1;
  row->op = PAMONG_OP_INSERT;
  row->by = g_strdup ("");
  row->act = g_strdup ("resident.add");
  pamong_record_set_text (row->record, PAMONG_RESIDENT_NAME, "ORANG DESA LAIN");
  g_ptr_array_add (page->rows, row);
  g_bytes_unref (answer->body);
  answer->body = pamong_pull_answer_format (page);
  g_clear_pointer (&answer->encoding, g_free);
}

/* Returns: FALSE if nothing comes back. */
static gboolean
pass (SimClient *client, SimFault fault, const char *path, GBytes *body, SimAnswer *answer)
{
  if (fault == SIM_DROP_REQUEST)
    return FALSE;
  if (fault == SIM_PORTAL)
    {
      make_portal (answer);
      return TRUE;
    }
  if (fault == SIM_LATE_COPY && client->last_body != NULL)
    ask (client, client->last_path, client->last_body, answer);
  if (fault == SIM_TWICE)
    ask (client, path, body, answer);
  ask (client, path, body, answer);
  return TRUE;
}

static void
spoil (SimClient *client, SimFault fault, SimAnswer *answer)
{
  g_autofree char *server_id = g_strdup (answer->server_id);

  if (fault == SIM_SERVER_ERROR || fault == SIM_BUSY)
    make_error (answer, server_id, fault == SIM_BUSY ? 503 : 500);
  else if (fault == SIM_CUT_BODY)
    cut_body (client->sim, answer);
  else if (fault == SIM_OTHER_SERVER)
    replace_text (&answer->server_id, "another-server");
  else if (fault == SIM_FOREIGN_ROW)
    add_foreign_row (answer);
}

static void
remember (SimClient *client, const char *path, GBytes *body)
{
  replace_text (&client->last_path, path);
  g_clear_pointer (&client->last_body, g_bytes_unref);
  client->last_body = g_bytes_ref (body);
}

void
sim_post (gpointer line, const char *path, GBytes *plain, PamongReply *reply)
{
  SimClient *client = line;
  g_autoptr (GBytes) body = shrink_page (client->sim, path, plain);
  g_autoptr (PamongDevice) device = pamong_device_get (pamong_office_store (client->office), NULL);
  SimFault fault = choose_fault (client->sim, path);
  SimAnswer answer = { 0 };

  live_on (client);
  if (pass (client, fault, path, body, &answer) && fault != SIM_DROP_ANSWER)
    {
      spoil (client, fault, &answer);
      pamong_reply_take (reply, &(PamongAnswer) { answer.status, fault == SIM_BUSY ? 30 : 0, answer.type, answer.encoding, answer.server_id, answer.body },
                         device != NULL ? device->server_id : NULL);
    }
  sim_answer_clear (&answer);
  live_on (client);
  remember (client, path, body);
}
