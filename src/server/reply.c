/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "server/server.h"

#define RETRY_SECONDS 60

void
pamong_reply_ok (PamongReply *reply, GBytes *body)
{
  reply->status = 200;
  reply->body = body;
}

void
pamong_reply_error (PamongReply *reply, guint status, const char *code)
{
  PamongErrorAnswer answer = { (char *) code, 0, pamong_clock_now () };

  g_clear_pointer (&reply->body, g_bytes_unref);
  reply->status = status;
  reply->body = pamong_error_answer_format (&answer);
}

void
pamong_reply_gap (PamongReply *reply, gint64 expected)
{
  PamongErrorAnswer answer = { (char *) "gap", expected, pamong_clock_now () };

  reply->status = 409;
  reply->body = pamong_error_answer_format (&answer);
}

void
pamong_reply_failed (PamongReply *reply, GError *error)
{
  if (error != NULL && error->domain == PAMONG_ERROR && error->code == PAMONG_ERROR_INVALID)
    pamong_reply_error (reply, 400, "bad-request");
  else
    {
      g_printerr ("pamong-server: ledger: %s\n", error ? error->message : "unknown");
      pamong_reply_error (reply, 503, "busy");
      reply->retry_after = RETRY_SECONDS;
    }
  g_clear_error (&error);
}
