/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/events.h"
#include <gio/gio.h>

/* The product's server in this process, without HTTP: what a request says goes in, what the answer bears comes out. */
typedef struct _SimServer SimServer;

typedef struct {
  const char *path, *device, *signature;
  gboolean packed;
  GBytes *body;
} SimRequest;

typedef struct {
  int status;
  char *type, *encoding, *server_id;
  GBytes *body;
} SimAnswer;
void sim_answer_clear (SimAnswer *answer);

SimServer *sim_server_new (const char *dir);
void sim_server_free (SimServer *server);
/** sim_server_restart: the program ends and starts again on its data. */
void sim_server_restart (SimServer *server);
/** sim_server_code: Returns: (transfer full): an activation code for that office. */
char *sim_server_code (SimServer *server, PamongLevel level, const char *area);
void sim_server_handle (SimServer *server, const SimRequest *request, SimAnswer *answer);
/** sim_server_check: aborts if one of the ledger's own invariants does not hold. */
void sim_server_check (SimServer *server);
