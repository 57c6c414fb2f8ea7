/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/json.h"
#include <string.h>

void
pamong_json_put_comma (GString *out)
{
  char last = out->len ? out->str[out->len - 1] : '{';

  if (last != '{' && last != '[' && last != ':')
    g_string_append_c (out, ',');
}

void
pamong_json_put_key (GString *out, const char *key)
{
  pamong_json_put_comma (out);
  pamong_json_put_string (out, key);
  g_string_append_c (out, ':');
}

void
pamong_json_put_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++)
    {
      guchar c = (guchar) *at;

      if (c == '"' || c == '\\')
        g_string_append_c (out, '\\');
      if (c >= 0x20)
        g_string_append_c (out, *at);
      else
        g_string_append_printf (out, "\\u%04x", (guint) c);
    }
  g_string_append_c (out, '"');
}

/* The shortest of 15 or 17 digits that reads back as the same number; always a point or an exponent, so that it stays a real. */
static void
put_real (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(number > -1e90 && number < 1e90))
    {
      g_string_append (out, "null");
      return;
    }
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_dtostr (text, sizeof text, number);
  g_string_append (out, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (out, ".0");
}

void
pamong_json_put_value (GString *out, const PamongValue *value)
{
  switch (value->type)
    {
    case PAMONG_VALUE_INT:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value->i);
      break;
    case PAMONG_VALUE_REAL:
      put_real (out, value->d);
      break;
    case PAMONG_VALUE_TEXT:
      pamong_json_put_string (out, value->s);
      break;
    default:
      g_string_append (out, "null");
    }
}

static void
put_object (GString *out, JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      pamong_json_put_key (out, key);
      pamong_json_put_node (out, node);
    }
  g_string_append_c (out, '}');
}

static void
put_array (GString *out, JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      pamong_json_put_comma (out);
      pamong_json_put_node (out, json_array_get_element (array, i));
    }
  g_string_append_c (out, ']');
}

static void
put_scalar (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    pamong_json_put_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    put_real (out, json_node_get_double (node));
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

void
pamong_json_put_node (GString *out, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      put_object (out, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      put_array (out, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      put_scalar (out, node);
      break;
    default:
      g_string_append (out, "null");
    }
}

void
pamong_json_put_int (GString *out, const char *key, gint64 value)
{
  pamong_json_put_key (out, key);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

void
pamong_json_put_text (GString *out, const char *key, const char *text)
{
  if (text == NULL)
    return;
  pamong_json_put_key (out, key);
  pamong_json_put_string (out, text);
}

void
pamong_json_put_texts (GString *out, const char *key, char **texts)
{
  pamong_json_put_key (out, key);
  g_string_append_c (out, '[');
  for (char **text = texts; text != NULL && *text != NULL; text++)
    {
      pamong_json_put_comma (out);
      pamong_json_put_string (out, *text);
    }
  g_string_append_c (out, ']');
}

char *
pamong_json_node_text (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  pamong_json_put_node (out, node);
  return g_string_free (out, FALSE);
}
