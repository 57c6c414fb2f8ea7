/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/envelope_body.h"

void
pamong_enrol_request_free (PamongEnrolRequest *message)
{
  if (message == NULL)
    return;
  g_free (message->code);
  g_free (message->public_key);
  g_free (message->level);
  g_free (message->area);
  g_free (message);
}

GBytes *
pamong_enrol_request_format (const PamongEnrolRequest *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_text (out, "code", message->code);
  pamong_json_put_text (out, "public_key", message->public_key);
  pamong_json_put_text (out, "level", message->level);
  pamong_json_put_text (out, "area", message->area);
  return pamong_body_close (out);
}

PamongEnrolRequest *
pamong_enrol_request_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongEnrolRequest) message = g_new0 (PamongEnrolRequest, 1);

  if (object == NULL)
    return NULL;
  message->code = pamong_json_text (&reader, "code", 100);
  message->public_key = pamong_json_text (&reader, "public_key", 100);
  message->level = pamong_json_text (&reader, "level", 20);
  message->area = pamong_json_text (&reader, "area", 20);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}

void
pamong_enrol_answer_free (PamongEnrolAnswer *message)
{
  if (message == NULL)
    return;
  g_free (message->device);
  g_free (message->server_id);
  g_strfreev (message->areas);
  g_free (message);
}

GBytes *
pamong_enrol_answer_format (const PamongEnrolAnswer *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_text (out, "device", message->device);
  pamong_json_put_int (out, "epoch", message->epoch);
  pamong_json_put_text (out, "server_id", message->server_id);
  pamong_json_put_texts (out, "areas", message->areas);
  pamong_json_put_int (out, "time", message->time);
  if (message->desk > 0)
    pamong_json_put_int (out, "desk", message->desk);
  return pamong_body_close (out);
}

PamongEnrolAnswer *
pamong_enrol_answer_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongEnrolAnswer) message = g_new0 (PamongEnrolAnswer, 1);

  if (object == NULL)
    return NULL;
  message->device = pamong_json_text (&reader, "device", 64);
  message->epoch = pamong_json_int (&reader, "epoch", 0, G_MAXINT64);
  message->server_id = pamong_json_text (&reader, "server_id", 64);
  message->areas = pamong_json_texts (&reader, "areas", PAMONG_PULL_AREAS, 20);
  message->time = pamong_json_int (&reader, "time", 0, G_MAXINT64);
  message->desk = pamong_json_int_or (&reader, "desk", 1, G_MAXINT32, 0);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}

void
pamong_error_answer_free (PamongErrorAnswer *message)
{
  if (message == NULL)
    return;
  g_free (message->code);
  g_free (message);
}

GBytes *
pamong_error_answer_format (const PamongErrorAnswer *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_text (out, "error", message->code);
  if (message->expected != 0)
    pamong_json_put_int (out, "expected", message->expected);
  if (message->time != 0)
    pamong_json_put_int (out, "time", message->time);
  return pamong_body_close (out);
}

PamongErrorAnswer *
pamong_error_answer_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongErrorAnswer) message = g_new0 (PamongErrorAnswer, 1);

  if (object == NULL)
    return NULL;
  message->code = pamong_json_text (&reader, "error", 64);
  message->expected = pamong_json_int_or (&reader, "expected", 0, G_MAXINT64, 0);
  message->time = pamong_json_int_or (&reader, "time", 0, G_MAXINT64, 0);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}
