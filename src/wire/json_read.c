/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/dates.h"
#include "wire/json.h"
#include <glib/gi18n-lib.h>
#include <string.h>

JsonObject *
pamong_json_parse (const char *text, gssize size, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  gsize length = size < 0 ? strlen (text) : (gsize) size;
  const char *fault = pamong_json_check (text, length);
  JsonNode *root;

  if (fault != NULL)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The data cannot be read (%s). Try again; if it stays so, ask the regency."), fault);
      return NULL;
    }
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL) || (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The data cannot be read (%s). Try again; if it stays so, ask the regency."), "no object");
      return NULL;
    }
  return json_object_ref (json_node_get_object (root));
}

/* Member @key of the wanted type; a missing one is a fault only where it is required. */
static JsonNode *
member (PamongJsonReader *reader, const char *key, GType type, gboolean required)
{
  JsonNode *node = json_object_get_member (reader->object, key);

  if (node == NULL)
    {
      if (required && reader->fault == NULL)
        reader->fault = key;
      return NULL;
    }
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
    return node;
  if (reader->fault == NULL)
    reader->fault = key;
  return NULL;
}

static gint64
read_int (PamongJsonReader *reader, const char *key, gint64 min, gint64 max, gint64 fallback, gboolean required)
{
  JsonNode *node = member (reader, key, G_TYPE_INT64, required);
  gint64 number;

  if (node == NULL)
    return fallback;
  number = json_node_get_int (node);
  if (number >= min && number <= max)
    return number;
  if (reader->fault == NULL)
    reader->fault = key;
  return fallback;
}

gint64
pamong_json_int (PamongJsonReader *reader, const char *key, gint64 min, gint64 max)
{
  return read_int (reader, key, min, max, min, TRUE);
}

gint64
pamong_json_int_or (PamongJsonReader *reader, const char *key, gint64 min, gint64 max, gint64 fallback)
{
  return read_int (reader, key, min, max, fallback, FALSE);
}

gboolean
pamong_json_bool (PamongJsonReader *reader, const char *key)
{
  JsonNode *node = member (reader, key, G_TYPE_BOOLEAN, FALSE);

  return node != NULL && json_node_get_boolean (node);
}

char *
pamong_json_text (PamongJsonReader *reader, const char *key, gsize max)
{
  JsonNode *node = member (reader, key, G_TYPE_STRING, TRUE);
  const char *text = node ? json_node_get_string (node) : NULL;

  if (text == NULL)
    return NULL;
  if (*text && strlen (text) <= max)
    return g_strdup (text);
  if (reader->fault == NULL)
    reader->fault = key;
  return NULL;
}

char *
pamong_json_text_or (PamongJsonReader *reader, const char *key, gsize max, const char *fallback)
{
  if (!json_object_has_member (reader->object, key))
    return g_strdup (fallback);
  return pamong_json_text (reader, key, max);
}

JsonArray *
pamong_json_array (PamongJsonReader *reader, const char *key, guint max_n)
{
  JsonNode *node = json_object_get_member (reader->object, key);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) <= max_n)
    return json_node_get_array (node);
  if (reader->fault == NULL)
    reader->fault = key;
  return NULL;
}

JsonObject *
pamong_json_object (PamongJsonReader *reader, const char *key)
{
  JsonNode *node = json_object_get_member (reader->object, key);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  if (reader->fault == NULL)
    reader->fault = key;
  return NULL;
}

char **
pamong_json_texts (PamongJsonReader *reader, const char *key, guint max_n, gsize max)
{
  JsonArray *array = pamong_json_array (reader, key, max_n);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (text == NULL || strlen (text) > max)
        {
          if (reader->fault == NULL)
            reader->fault = key;
          break;
        }
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

gboolean
pamong_json_done (const PamongJsonReader *reader, GError **error)
{
  if (reader->fault == NULL)
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The data cannot be read (%s). Try again; if it stays so, ask the regency."), reader->fault);
  return FALSE;
}

static gboolean
fits (const PamongField *field, const char *text)
{
  gsize max = field->kind == PAMONG_KIND_CONFLICT || field->type == PAMONG_TYPE_LONG ? PAMONG_JSON_LONG_TEXT : PAMONG_JSON_TEXT;

  switch (field->type)
    {
    case PAMONG_TYPE_DATE:
      return pamong_date_is_valid (text);
    case PAMONG_TYPE_UID:
    case PAMONG_TYPE_NIK:
      return strlen (text) <= 64;
    default:
      return strlen (text) <= max;
    }
}

gboolean
pamong_json_value (JsonNode *node, const PamongField *field, PamongValue *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  *value = (PamongValue) { PAMONG_VALUE_NULL };
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  switch (field->type)
    {
    case PAMONG_TYPE_CODE:
    case PAMONG_TYPE_INT:
    case PAMONG_TYPE_BOOL:
      if (type != G_TYPE_INT64)
        return FALSE;
      value->type = PAMONG_VALUE_INT;
      value->i = json_node_get_int (node);
      return TRUE;
    case PAMONG_TYPE_REAL:
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return FALSE;
      value->type = PAMONG_VALUE_REAL;
      value->d = json_node_get_double (node);
      return TRUE;
    default:
      if (type != G_TYPE_STRING || !fits (field, json_node_get_string (node)))
        return FALSE;
      value->type = PAMONG_VALUE_TEXT;
      value->s = g_strdup (json_node_get_string (node));
      return TRUE;
    }
}
