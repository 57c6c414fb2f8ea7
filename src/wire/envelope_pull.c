/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/uid.h"
#include "wire/envelope_body.h"
#include <string.h>

void
pamong_pull_request_free (PamongPullRequest *message)
{
  if (message == NULL)
    return;
  g_clear_pointer (&message->areas, g_ptr_array_unref);
  g_clear_pointer (&message->cursors, g_ptr_array_unref);
  g_free (message);
}

static void
put_cursors (GString *out, GPtrArray *areas, GPtrArray *cursors)
{
  pamong_json_put_key (out, "cursors");
  g_string_append_c (out, '{');
  for (guint i = 0; i < areas->len; i++)
    pamong_json_put_text (out, g_ptr_array_index (areas, i), g_ptr_array_index (cursors, i));
  g_string_append_c (out, '}');
}

static void
take_cursors (PamongJsonReader *reader, GPtrArray **areas, GPtrArray **cursors)
{
  JsonObject *object = pamong_json_object (reader, "cursors");
  JsonObjectIter iter;
  const char *area;
  JsonNode *node;

  *areas = g_ptr_array_new_with_free_func (g_free);
  *cursors = g_ptr_array_new_with_free_func (g_free);
  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &area, &node))
    {
      const char *cursor = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (cursor == NULL || strlen (cursor) > 100 || strlen (area) > 20 || (*areas)->len >= PAMONG_PULL_AREAS)
        {
          reader->fault = "cursors";
          return;
        }
      g_ptr_array_add (*areas, g_strdup (area));
      g_ptr_array_add (*cursors, g_strdup (cursor));
    }
}

GBytes *
pamong_pull_request_format (const PamongPullRequest *message)
{
  GString *out = g_string_new ("{");

  put_cursors (out, message->areas, message->cursors);
  if (message->limit > 0)
    pamong_json_put_int (out, "limit", message->limit);
  if (message->whole)
    {
      pamong_json_put_key (out, "whole");
      g_string_append (out, "true");
    }
  return pamong_body_close (out);
}

PamongPullRequest *
pamong_pull_request_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongPullRequest) message = g_new0 (PamongPullRequest, 1);

  if (object == NULL)
    return NULL;
  take_cursors (&reader, &message->areas, &message->cursors);
  message->limit = (int) pamong_json_int_or (&reader, "limit", 1, G_MAXINT, 0);
  message->whole = pamong_json_bool (&reader, "whole");
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}

void
pamong_feed_row_free (PamongFeedRow *row)
{
  if (row == NULL)
    return;
  pamong_record_free (row->record);
  g_free (row->by);
  g_free (row->act);
  g_free (row);
}

void
pamong_pull_answer_free (PamongPullAnswer *message)
{
  if (message == NULL)
    return;
  g_clear_pointer (&message->rows, g_ptr_array_unref);
  g_clear_pointer (&message->areas, g_ptr_array_unref);
  g_clear_pointer (&message->cursors, g_ptr_array_unref);
  g_free (message);
}

/* What equals the row before is left out. */
static void
put_row (GString *out, const PamongFeedRow *row, const PamongFeedRow *before)
{
  const PamongRecord *record = row->record;

  pamong_json_put_comma (out);
  g_string_append_c (out, '{');
  if (before == NULL || before->record->kind != record->kind)
    pamong_json_put_text (out, "kind", pamong_kind_name (record->kind));
  pamong_json_put_text (out, "uid", record->uid);
  if (before == NULL || strcmp (before->record->area, record->area) != 0)
    pamong_json_put_text (out, "area", record->area);
  pamong_json_put_int (out, "v", record->version);
  if (row->op == PAMONG_OP_DELETE)
    pamong_json_put_text (out, "op", "delete");
  if (before == NULL || g_strcmp0 (before->by, row->by) != 0)
    pamong_json_put_text (out, "by", row->by ? row->by : "");
  if (before == NULL || g_strcmp0 (before->act, row->act) != 0)
    pamong_json_put_text (out, "act", row->act ? row->act : "");
  if (before == NULL || before->t != row->t)
    pamong_json_put_int (out, "t", row->t);
  pamong_json_put_key (out, "data");
  pamong_record_put (out, record);
  g_string_append_c (out, '}');
}

GBytes *
pamong_pull_answer_format (const PamongPullAnswer *message)
{
  GString *out = g_string_new ("{");

  pamong_json_put_key (out, "rows");
  g_string_append_c (out, '[');
  for (guint i = 0; i < message->rows->len; i++)
    put_row (out, g_ptr_array_index (message->rows, i), i ? g_ptr_array_index (message->rows, i - 1) : NULL);
  g_string_append_c (out, ']');
  put_cursors (out, message->areas, message->cursors);
  pamong_json_put_key (out, "more");
  g_string_append (out, message->more ? "true" : "false");
  pamong_json_put_int (out, "server_epoch", message->server_epoch);
  pamong_json_put_int (out, "time", message->time);
  return pamong_body_close (out);
}

/* What the next row takes over from the rows before it; also from those of a kind this program does not know. */
typedef struct {
  const char *kind, *area, *by, *act;
  gint64 t;
} Before;

static const char *
carried (PamongJsonReader *reader, const char *key, const char **before)
{
  JsonNode *node = json_object_get_member (reader->object, key);

  if (node == NULL)
    return *before;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_string (node) == NULL || strlen (json_node_get_string (node)) > PAMONG_JSON_TEXT)
    reader->fault = key;
  else
    *before = json_node_get_string (node);
  return *before;
}

/* Returns: (nullable): NULL with no fault for a kind this program does not know: the row is skipped, it comes again with a newer program. */
static PamongFeedRow *
take_row (PamongJsonReader *reader, Before *before)
{
  g_autoptr (PamongFeedRow) row = g_new0 (PamongFeedRow, 1);
  const char *kind = carried (reader, "kind", &before->kind);
  const char *area = carried (reader, "area", &before->area);
  g_autofree char *op = pamong_json_text_or (reader, "op", 20, "update");
  g_autofree char *uid = pamong_json_text (reader, "uid", 64);
  JsonObject *data = pamong_json_object (reader, "data");
  int number = pamong_kind_from_name (kind ? kind : "");

  row->by = g_strdup (carried (reader, "by", &before->by));
  row->act = g_strdup (carried (reader, "act", &before->act));
  before->t = pamong_json_int_or (reader, "t", G_MININT64, G_MAXINT64, before->t);
  row->t = before->t;
  if (area == NULL || kind == NULL || reader->fault != NULL || number < 0)
    {
      if ((area == NULL || kind == NULL) && reader->fault == NULL)
        reader->fault = "rows";
      return NULL;
    }
  row->op = g_str_equal (op, "delete") ? PAMONG_OP_DELETE : PAMONG_OP_UPDATE;
  row->record = pamong_record_new ((PamongKind) number, area);
  g_free (row->record->uid);
  row->record->uid = g_steal_pointer (&uid);
  row->record->version = pamong_json_int (reader, "v", 1, G_MAXINT64);
  if (!pamong_uid_is_valid (row->record->uid))
    reader->fault = "uid";
  if (reader->fault != NULL || !pamong_record_take (row->record, data, &reader->fault))
    return NULL;
  return g_steal_pointer (&row);
}

static void
take_rows (PamongPullAnswer *message, PamongJsonReader *reader)
{
  JsonArray *array = pamong_json_array (reader, "rows", PAMONG_PULL_ROWS);
  Before before = { NULL };

  message->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_feed_row_free);
  for (guint i = 0; array != NULL && reader->fault == NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      PamongJsonReader inner = { JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, NULL };
      PamongFeedRow *row = inner.object ? take_row (&inner, &before) : NULL;

      if (row != NULL)
        g_ptr_array_add (message->rows, row);
      reader->fault = inner.object == NULL ? "rows" : inner.fault;
    }
}

PamongPullAnswer *
pamong_pull_answer_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) object = pamong_body_open (body, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongPullAnswer) message = g_new0 (PamongPullAnswer, 1);

  if (object == NULL)
    return NULL;
  take_rows (message, &reader);
  take_cursors (&reader, &message->areas, &message->cursors);
  message->more = pamong_json_bool (&reader, "more");
  message->server_epoch = pamong_json_int (&reader, "server_epoch", 0, G_MAXINT64);
  message->time = pamong_json_int (&reader, "time", 0, G_MAXINT64);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&message) : NULL;
}
