/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/**
 * PamongReply:
 * @status: HTTP status of an answer that is ours; 0 = no network, or not ours
 * @retry_after: seconds, 0 = not said
 * @server_id: (nullable): who answered
 * @body: (nullable): unpacked
 * @bytes_out, @bytes_in: body bytes as they travelled
 */
typedef struct {
  int status;
  gint64 retry_after;
  char *server_id;
  GBytes *body;
  gint64 bytes_out, bytes_in;
} PamongReply;
void pamong_reply_clear (PamongReply *reply);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PamongReply, pamong_reply_clear)

/** PamongAnswer: what came over the line, before it is known whose it is. Nothing is owned. */
typedef struct {
  int status;
  gint64 retry_after;
  const char *type, *encoding, *server_id; /* headers (nullable) */
  GBytes *body;
} PamongAnswer;

/** pamong_reply_take: fills @reply if @answer bears our content type and the server id @pinned (NULL: any, at enrolment), and its body unpacks within the
 * cap; else @reply stays "no network": a captive portal's page is not an answer (R16). */
void pamong_reply_take (PamongReply *reply, const PamongAnswer *answer, const char *pinned);

/** PamongPostFunc: sends @body to @path and waits for the answer. */
typedef void (*PamongPostFunc) (gpointer line, const char *path, GBytes *body, PamongReply *reply);
