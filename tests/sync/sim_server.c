/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim_server.h"

#include "domain/clock.h"
#include "domain/uid.h"
#include "server/server.h"
#include "wire/crypto.h"
#include "wire/gzip.h"

#include <string.h>

#define GZIP_FROM 200

struct _SimServer {
  PamongServer *server;
  char *dir;
};

typedef struct {
  const char *path;
  PamongHandler handler;
  gboolean is_signed;
} Route;

static const Route routes[] = {
  { "/v1/enrol", pamong_answer_enrol, FALSE },
  { "/v1/hello", pamong_answer_hello, TRUE },
  { "/v1/push", pamong_answer_push, TRUE },
  { "/v1/pull", pamong_answer_pull, TRUE },
};

static const Route *
find_route (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (strcmp (routes[i].path, path) == 0)
      return &routes[i];
  g_assert_not_reached ();
}

static void
write_answer (SimServer *sim, PamongReply *reply, SimAnswer *answer)
{
  gboolean pack = g_bytes_get_size (reply->body) > GZIP_FROM;

  answer->status = (int) reply->status;
  answer->type = g_strdup (PAMONG_CONTENT_TYPE);
  answer->server_id = g_strdup (sim->server->id);
  answer->encoding = pack ? g_strdup ("gzip") : NULL;
  answer->body = pack ? pamong_gzip (reply->body) : g_bytes_ref (reply->body);
  g_clear_pointer (&reply->body, g_bytes_unref);
}

/* As `admin init` does. */
static void
init (PamongLedger *ledger)
{
  g_autofree char *id = pamong_uid_new ();

  g_assert_true (ledger->begin (ledger, NULL));
  g_assert_true (ledger->set_meta (ledger, "server_id", id, NULL));
  g_assert_true (ledger->set_meta (ledger, "epoch", "1", NULL));
  g_assert_true (ledger->set_meta (ledger, "regency", "35.22", NULL));
  g_assert_true (ledger->commit (ledger, NULL));
}

static void
open_server (SimServer *sim, gboolean create)
{
  g_autoptr (GError) error = NULL;
  PamongLedger *ledger = pamong_ledger_open_sqlite (sim->dir, create, &error);

  g_assert_no_error (error);
  if (create)
    init (ledger);
  sim->server = pamong_server_new (ledger, &error);
  g_assert_no_error (error);
}

void
sim_answer_clear (SimAnswer *answer)
{
  g_free (answer->type);
  g_free (answer->encoding);
  g_free (answer->server_id);
  g_clear_pointer (&answer->body, g_bytes_unref);
  memset (answer, 0, sizeof *answer);
}

SimServer *
sim_server_new (const char *dir)
{
  SimServer *sim = g_new0 (SimServer, 1);

  sim->dir = g_strdup (dir);
  open_server (sim, TRUE);
  return sim;
}

void
sim_server_free (SimServer *sim)
{
  g_clear_pointer (&sim->server, pamong_server_free);
  g_free (sim->dir);
  g_free (sim);
}

void
sim_server_restart (SimServer *sim)
{
  g_clear_pointer (&sim->server, pamong_server_free);
  open_server (sim, FALSE);
}

char *
sim_server_code (SimServer *sim, PamongLevel level, const char *area)
{
  PamongLedger *ledger = sim->server->ledger;
  char *code = pamong_activation_code_new ();
  g_autofree char *tidy = pamong_code_tidy (code);
  g_autofree char *hash = pamong_sha256 (tidy, strlen (tidy));
  PamongActivation activation = { hash, (char *) area, NULL, level, pamong_clock_now () };

  g_assert_true (ledger->begin (ledger, NULL));
  g_assert_true (ledger->add_code (ledger, &activation, NULL));
  g_assert_true (ledger->commit (ledger, NULL));
  return code;
}

void
sim_server_handle (SimServer *sim, const SimRequest *request, SimAnswer *answer)
{
  const Route *route = find_route (request->path);
  g_autoptr (PamongDevice) device = NULL;
  g_autoptr (GBytes) body = request->packed ? pamong_gunzip (request->body, PAMONG_BODY_CAP, NULL) : g_bytes_ref (request->body);
  PamongReply reply = { 0 };

  if (route->is_signed)
    device = pamong_auth (sim->server, request->device, request->signature, "POST", request->path, request->body, &reply);
  if (reply.status == 0)
    route->handler (sim->server, &(PamongCall) { device, body }, &reply);
  write_answer (sim, &reply, answer);
}

void
sim_server_check (SimServer *sim)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  sim->server->ledger->check (sim->server->ledger, faults, &error);
  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("server: %s", (char *) g_ptr_array_index (faults, 0));
}
