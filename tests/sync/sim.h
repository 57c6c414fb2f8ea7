/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "sim_server.h"

#include "office/office.h"
#include "sync/reply.h"

/* The simulator: the real server, several real offices with real stores, and a line between them that fails. All chance comes from one seed; nothing
 * sleeps. Chaos first; then the line heals and everything must agree. */
typedef struct _Sim Sim;

/* Nobody here has anything to do with this village. */
#define SIM_FOREIGN_AREA "35.22.01.2001"

/** SimFault: what a request may meet. */
typedef enum {
  SIM_FINE,
  SIM_DROP_REQUEST,
  SIM_DROP_ANSWER,  /* the server committed, and nobody heard */
  SIM_TWICE,        /* the request arrives twice, the second answer comes back */
  SIM_LATE_COPY,    /* an earlier request of this computer arrives once more, first */
  SIM_PORTAL,       /* HTML with 200 */
  SIM_SERVER_ERROR, /* 500 of our server, not done */
  SIM_BUSY,         /* 503 with Retry-After */
  SIM_CUT_BODY,     /* done, but the answer is half */
  SIM_OTHER_SERVER, /* done, but the answer bears another id */
  SIM_FOREIGN_ROW,  /* a page with a row of another village */
  SIM_N_FAULTS
} SimFault;

/** SimClient: one computer. */
typedef struct {
  Sim *sim;
  const char *name, *area;
  PamongLevel level;
  char *dir, *account, *code;
  PamongOffice *office;
  gboolean enrolled;
  gboolean busy; /* in a round: its acts may run, a second round may not */
  GBytes *last_body;
  char *last_path;
} SimClient;

struct _Sim {
  GRand *rand;
  char *dir;
  SimServer *server;
  GPtrArray *clients; /* SimClient */
  gboolean calm;      /* healing: no faults, nothing in between */
  int depth;          /* of things happening while a request is under way */
  GHashTable *settled; /* values that stood before a person who settled a clash */
  guint values;       /* each value written is its own: "V 17 Z"; no uid looks like that */
  guint acts, rounds;
};

/* sim_line.c */
/** sim_post: (type PamongPostFunc) @client: a SimClient. */
void sim_post (gpointer client, const char *path, GBytes *body, PamongReply *reply);

/* sim_office.c */
/** sim_client_new: an office just made, not enrolled. It is a copy of the template of this name: a password costs a tenth of a second. */
SimClient *sim_client_new (Sim *sim, const char *name);
void sim_client_free (SimClient *client);
/** sim_make_template: once per program, before the first seed. */
void sim_make_template (const char *name, PamongLevel level, const char *area);
void sim_forget_templates (void);
/** sim_client_reopen: the program was killed and starts again. */
void sim_client_reopen (SimClient *client);
/** sim_client_act: something an operator does. */
void sim_client_act (SimClient *client);
/** sim_client_sync: a round, over the line as it is. Returns: TRUE if it ended well. */
gboolean sim_client_sync (SimClient *client);

/* sim_check.c */
/** sim_check: after healing: outboxes empty, all agree field by field, nothing lost, nothing twice. @observer: pulled from nothing after all else. */
void sim_check (Sim *sim, SimClient *observer);
