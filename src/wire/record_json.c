/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/change_codec.h"
#include "wire/envelope.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static JsonObject *
read_extra (const PamongRecord *record)
{
  JsonObject *object = record->extra ? pamong_json_parse (record->extra, -1, NULL) : NULL;

  return object ? object : json_object_new ();
}

static void
put_members (GString *out, JsonObject *object, const char *except)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (g_strcmp0 (key, except) != 0)
      {
        pamong_json_put_key (out, key);
        pamong_json_put_node (out, node);
      }
}

void
pamong_record_put (GString *out, const PamongRecord *record)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < record->n_values; i++)
    if (record->values[i].type != PAMONG_VALUE_NULL)
      {
        pamong_json_put_key (out, pamong_field_get (record->kind, (int) i)->key);
        pamong_json_put_value (out, &record->values[i]);
      }
  if (record->extra != NULL)
    {
      g_autoptr (JsonObject) extra = read_extra (record);

      put_members (out, extra, NULL);
    }
  g_string_append_c (out, '}');
}

void
pamong_record_put_extra (PamongRecord *record, const char *key, const char *json)
{
  g_autoptr (JsonObject) object = read_extra (record);
  g_autoptr (GString) out = g_string_new ("{");

  put_members (out, object, key);
  if (json != NULL)
    {
      pamong_json_put_key (out, key);
      g_string_append (out, json);
    }
  g_string_append_c (out, '}');
  g_free (record->extra);
  record->extra = out->len > 2 ? g_strdup (out->str) : NULL;
}

char *
pamong_record_dup_extra (const PamongRecord *record, const char *key)
{
  g_autoptr (JsonObject) object = read_extra (record);
  JsonNode *node = json_object_get_member (object, key);

  return node ? pamong_json_node_text (node) : NULL;
}

gboolean
pamong_record_take (PamongRecord *record, JsonObject *object, const char **fault)
{
  g_autoptr (GString) extra = g_string_new ("{");
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      const PamongField *field = pamong_field_find (record->kind, key);
      PamongValue value = { PAMONG_VALUE_NULL };

      if (field == NULL)
        {
          pamong_json_put_key (extra, key);
          pamong_json_put_node (extra, node);
          continue;
        }
      if (!pamong_json_value (node, field, &value))
        {
          *fault = field->key;
          return FALSE;
        }
      pamong_record_set_value (record, field->index, &value);
      pamong_value_clear (&value);
    }
  g_string_append_c (extra, '}');
  g_free (record->extra);
  record->extra = extra->len > 2 ? g_strdup (extra->str) : NULL;
  return TRUE;
}

char *
pamong_record_to_json (const PamongRecord *record)
{
  GString *out = g_string_new (NULL);

  pamong_record_put (out, record);
  return g_string_free (out, FALSE);
}

gboolean
pamong_record_from_json (PamongRecord *record, const char *json, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  PamongJsonReader reader = { object, NULL };

  if (object == NULL)
    return FALSE;
  return pamong_record_take (record, object, &reader.fault) || pamong_json_done (&reader, error);
}
