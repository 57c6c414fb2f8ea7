/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/envelope_body.h"

void
pamong_hello_request_free (PamongHelloRequest *message)
{
  if (message == NULL)
    return;
  g_free (message->app_version);
  g_free (message->copy);
  g_free (message);
}

GBytes *
pamong_hello_request_format (const PamongHelloRequest *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_int (out, "epoch", message->epoch);
  pamong_json_put_int (out, "last_acked", message->last_acked);
  pamong_json_put_int (out, "waiting", message->waiting);
  pamong_json_put_int (out, "held", message->held);
  pamong_json_put_int (out, "proto", message->proto);
  pamong_json_put_int (out, "schema", message->schema);
  pamong_json_put_text (out, "app", message->app_version);
  pamong_json_put_text (out, "copy", message->copy);
  if (message->claims)
    pamong_json_put_int (out, "claim", message->seen);
  return pamong_body_close (out);
}

PamongHelloRequest *
pamong_hello_request_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongHelloRequest) message = g_new0 (PamongHelloRequest, 1);

  if (object == NULL)
    return NULL;
  message->epoch = pamong_json_int (&reader, "epoch", 0, G_MAXINT64);
  message->last_acked = pamong_json_int (&reader, "last_acked", 0, G_MAXINT64);
  message->waiting = pamong_json_int (&reader, "waiting", 0, G_MAXINT64);
  message->held = pamong_json_int (&reader, "held", 0, G_MAXINT64);
  message->proto = (int) pamong_json_int (&reader, "proto", 1, G_MAXINT);
  message->schema = (int) pamong_json_int (&reader, "schema", 1, G_MAXINT);
  message->app_version = pamong_json_text_or (&reader, "app", 64, NULL);
  message->copy = pamong_json_text_or (&reader, "copy", 64, NULL);
  message->seen = pamong_json_int_or (&reader, "claim", 0, G_MAXINT64, -1);
  message->claims = message->seen >= 0;
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}

void
pamong_hello_answer_free (PamongHelloAnswer *message)
{
  if (message == NULL)
    return;
  g_free (message->server_id);
  g_strfreev (message->areas);
  g_free (message);
}

GBytes *
pamong_hello_answer_format (const PamongHelloAnswer *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_text (out, "server_id", message->server_id);
  pamong_json_put_int (out, "server_epoch", message->server_epoch);
  pamong_json_put_int (out, "epoch", message->epoch);
  pamong_json_put_int (out, "high", message->high);
  pamong_json_put_texts (out, "areas", message->areas);
  pamong_json_put_int (out, "time", message->time);
  if (message->desk > 0)
    pamong_json_put_int (out, "desk", message->desk);
  if (message->stale)
    {
      pamong_json_put_key (out, "stale");
      g_string_append (out, "true");
    }
  return pamong_body_close (out);
}

PamongHelloAnswer *
pamong_hello_answer_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongHelloAnswer) message = g_new0 (PamongHelloAnswer, 1);

  if (object == NULL)
    return NULL;
  message->server_id = pamong_json_text (&reader, "server_id", 64);
  message->server_epoch = pamong_json_int (&reader, "server_epoch", 0, G_MAXINT64);
  message->epoch = pamong_json_int (&reader, "epoch", 0, G_MAXINT64);
  message->high = pamong_json_int (&reader, "high", 0, G_MAXINT64);
  message->areas = pamong_json_texts (&reader, "areas", PAMONG_PULL_AREAS, 20);
  message->time = pamong_json_int (&reader, "time", 0, G_MAXINT64);
  message->desk = pamong_json_int_or (&reader, "desk", 1, G_MAXINT32, 0);
  message->stale = pamong_json_bool (&reader, "stale");
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}
