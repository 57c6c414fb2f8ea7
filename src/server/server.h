/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* What an endpoint sees: who calls, with what body; and where it puts its answer. It knows nothing of HTTP but the status. */

/** PamongServer: @id, @epoch, @regency: from the ledger's meta, read at start. */
typedef struct {
  PamongLedger *ledger;
  char *id, *regency;
  gint64 epoch;
} PamongServer;

/** PamongCall: @device: who signed, NULL where the route asks for no signature. @body: unpacked. */
typedef struct {
  PamongDevice *device;
  GBytes *body;
} PamongCall;

/** PamongReply: @retry_after: seconds, 0 = none. */
typedef struct {
  guint status;
  GBytes *body;
  int retry_after;
} PamongReply;

/** pamong_server_new: takes @ledger. NOT_FOUND when `admin init` has not been run on it. */
PamongServer *pamong_server_new (PamongLedger *ledger, GError **error);
void pamong_server_free (PamongServer *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongServer, pamong_server_free)

/** pamong_reply_ok: 200 with @body (transfer full). */
void pamong_reply_ok (PamongReply *reply, GBytes *body);
/** pamong_reply_error: @code: machine word of PamongErrorAnswer. */
void pamong_reply_error (PamongReply *reply, guint status, const char *code);
void pamong_reply_gap (PamongReply *reply, gint64 expected);
/** pamong_reply_failed: what a failed call of the ledger or a parser means to the sender; takes and frees @error. INVALID: 400; the disk or the lock: 503 with
 * Retry-After, nothing was taken. */
void pamong_reply_failed (PamongReply *reply, GError *error);

/* The endpoints; each has a file. */
typedef void (*PamongHandler) (PamongServer *server, const PamongCall *call, PamongReply *reply);
void pamong_answer_health (PamongServer *server, const PamongCall *call, PamongReply *reply);
void pamong_answer_enrol (PamongServer *server, const PamongCall *call, PamongReply *reply);
void pamong_answer_hello (PamongServer *server, const PamongCall *call, PamongReply *reply);
void pamong_answer_push (PamongServer *server, const PamongCall *call, PamongReply *reply);
void pamong_answer_pull (PamongServer *server, const PamongCall *call, PamongReply *reply);

/** pamong_auth: the device that signed this request. @path: with query, as sent. @body: as sent. Returns: (transfer full) (nullable): NULL with @reply filled. */
PamongDevice *pamong_auth (PamongServer *server, const char *id, const char *signature, const char *method, const char *path, GBytes *body, PamongReply *reply);

/** pamong_http_run: serves at @listen ("127.0.0.1:8443", port 0 = any) until SIGTERM or SIGINT, on the calling thread; prints `listening on URL`.
 * @cert, @key: (nullable): PEM texts. */
gboolean pamong_http_run (PamongServer *server, const char *listen, const char *cert, const char *key, GError **error);
/** pamong_admin: the `admin` commands. Returns: the exit code. */
int pamong_admin (int argc, char **argv);
