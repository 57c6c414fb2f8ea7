/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/envelope_body.h"

#define CHANGES_MAX 10000

void
pamong_push_request_free (PamongPushRequest *message)
{
  if (message == NULL)
    return;
  g_free (message->device);
  g_clear_pointer (&message->changes, g_ptr_array_unref);
  g_free (message);
}

GBytes *
pamong_push_request_format (const PamongPushRequest *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_text (out, "device", message->device);
  pamong_json_put_int (out, "epoch", message->epoch);
  pamong_json_put_int (out, "schema", message->schema);
  pamong_json_put_int (out, "proto", message->proto);
  pamong_json_put_int (out, "from_seq", message->from_seq);
  pamong_json_put_key (out, "changes");
  g_string_append_c (out, '[');
  for (guint i = 0; i < message->changes->len; i++)
    {
      pamong_json_put_comma (out);
      pamong_change_put (out, g_ptr_array_index (message->changes, i), i ? g_ptr_array_index (message->changes, i - 1) : NULL);
    }
  g_string_append_c (out, ']');
  return pamong_body_close (out);
}

/* Numbers the changes and says which act each belongs to. Returns: FALSE if an act is not all there. */
static gboolean
take_changes (PamongPushRequest *message, JsonArray *array)
{
  const PamongChange *before = NULL;
  gint64 act_from = 0, act_end = message->from_seq;
  int n = 1;

  message->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      PamongChange *change = pamong_change_take (json_array_get_element (array, i), before);

      g_ptr_array_add (message->changes, change);
      change->seq = message->from_seq + (gint64) i;
      if (change->seq == act_end)
        {
          act_from = change->seq;
          n = change->n;
          act_end = act_from + n;
        }
      change->tx = act_from;
      change->n = n;
      before = change;
    }
  return act_end == message->from_seq + (gint64) message->changes->len;
}

PamongPushRequest *
pamong_push_request_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongPushRequest) message = g_new0 (PamongPushRequest, 1);

  if (object == NULL)
    return NULL;
  message->device = pamong_json_text (&reader, "device", 64);
  message->epoch = pamong_json_int (&reader, "epoch", 0, G_MAXINT64);
  message->schema = (int) pamong_json_int (&reader, "schema", 1, G_MAXINT);
  message->proto = (int) pamong_json_int (&reader, "proto", 1, G_MAXINT);
  message->from_seq = pamong_json_int (&reader, "from_seq", 1, G_MAXINT64 / 2);
  if (!take_changes (message, pamong_json_array (&reader, "changes", CHANGES_MAX)))
    reader.fault = "n";
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}

void
pamong_push_answer_free (PamongPushAnswer *message)
{
  if (message == NULL)
    return;
  g_clear_pointer (&message->results, g_ptr_array_unref);
  g_free (message);
}

GBytes *
pamong_push_answer_format (const PamongPushAnswer *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_int (out, "high", message->high);
  pamong_json_put_int (out, "time", message->time);
  pamong_json_put_key (out, "results");
  g_string_append_c (out, '[');
  for (guint i = 0; i < message->results->len; i++)
    {
      pamong_json_put_comma (out);
      pamong_result_put (out, g_ptr_array_index (message->results, i));
    }
  g_string_append_c (out, ']');
  return pamong_body_close (out);
}

static void
take_results (PamongPushAnswer *message, PamongJsonReader *reader)
{
  JsonArray *array = pamong_json_array (reader, "results", CHANGES_MAX);

  message->results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      PamongJsonReader inner = { JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, NULL };

      if (inner.object != NULL)
        g_ptr_array_add (message->results, pamong_result_take (&inner));
      if (inner.object == NULL || inner.fault != NULL)
        reader->fault = inner.fault ? inner.fault : "results";
    }
}

PamongPushAnswer *
pamong_push_answer_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongPushAnswer) message = g_new0 (PamongPushAnswer, 1);

  if (object == NULL)
    return NULL;
  message->high = pamong_json_int (&reader, "high", 0, G_MAXINT64);
  message->time = pamong_json_int (&reader, "time", 0, G_MAXINT64);
  take_results (message, &reader);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}
