/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/change_codec.h"
#include "wire/envelope.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define SET_MAX 200
#define KEY_MAX 40

PamongDelta *
pamong_delta_new (PamongKind kind, const char *key)
{
  PamongDelta *delta = g_new0 (PamongDelta, 1);
  const PamongField *field = pamong_field_find (kind, key);

  delta->key = g_strdup (key);
  delta->field = field ? field->index : -1;
  return delta;
}

void
pamong_delta_free (PamongDelta *delta)
{
  if (delta == NULL)
    return;
  g_free (delta->key);
  pamong_value_clear (&delta->old_value);
  pamong_value_clear (&delta->new_value);
  g_free (delta);
}

static gboolean
is_key (const char *key)
{
  gsize length = strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789_");

  return length > 0 && length <= KEY_MAX && key[length] == '\0';
}

/* A value of a known field, or the JSON text of an unknown one. */
static gboolean
take_value (PamongKind kind, const PamongDelta *delta, JsonNode *node, PamongValue *value)
{
  if (delta->field >= 0)
    return pamong_json_value (node, pamong_field_get (kind, delta->field), value);
  *value = (PamongValue) { PAMONG_VALUE_NULL };
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  value->type = PAMONG_VALUE_TEXT;
  value->s = pamong_json_node_text (node);
  return strlen (value->s) <= PAMONG_JSON_TEXT;
}

static int
take_delta (PamongKind kind, PamongDelta *delta, JsonNode *node, gboolean brief)
{
  JsonArray *pair;

  if (!is_key (delta->key))
    return PAMONG_REASON_UNKNOWN_FIELD;
  if (brief)
    return take_value (kind, delta, node, &delta->new_value) ? 0 : PAMONG_REASON_BAD_VALUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
    return PAMONG_REASON_BAD_VALUE;
  pair = json_node_get_array (node);
  if (take_value (kind, delta, json_array_get_element (pair, 0), &delta->old_value)
      && take_value (kind, delta, json_array_get_element (pair, 1), &delta->new_value))
    return 0;
  return PAMONG_REASON_BAD_VALUE;
}

GPtrArray *
pamong_set_take (PamongKind kind, JsonObject *object, gboolean brief, int *fault)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_delta_free);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  *fault = json_object_get_size (object) > SET_MAX ? PAMONG_REASON_TOO_BIG : 0;
  json_object_iter_init_ordered (&iter, object);
  while (*fault == 0 && json_object_iter_next_ordered (&iter, &key, &node))
    {
      PamongDelta *delta = pamong_delta_new (kind, key);

      g_ptr_array_add (set, delta);
      *fault = take_delta (kind, delta, node, brief);
    }
  return *fault ? NULL : g_steal_pointer (&set);
}

static void
put_value (GString *out, const PamongDelta *delta, const PamongValue *value)
{
  if (delta->field < 0 && value->type == PAMONG_VALUE_TEXT)
    g_string_append (out, value->s);
  else
    pamong_json_put_value (out, value);
}

void
pamong_set_put (GString *out, GPtrArray *set, gboolean brief)
{
  g_string_append_c (out, '{');
  for (guint i = 0; set != NULL && i < set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (set, i);

      if (brief && delta->new_value.type == PAMONG_VALUE_NULL)
        continue;
      pamong_json_put_key (out, delta->key);
      if (!brief)
        {
          g_string_append_c (out, '[');
          put_value (out, delta, &delta->old_value);
          g_string_append_c (out, ',');
        }
      put_value (out, delta, &delta->new_value);
      if (!brief)
        g_string_append_c (out, ']');
    }
  g_string_append_c (out, '}');
}

GPtrArray *
pamong_set_parse (PamongKind kind, const char *json, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  GPtrArray *set;
  int fault = 0;

  if (object == NULL)
    return NULL;
  set = pamong_set_take (kind, object, FALSE, &fault);
  if (set == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, pamong_reason_words ((PamongReason) fault));
  return set;
}

char *
pamong_set_format (GPtrArray *set)
{
  GString *out = g_string_new (NULL);

  pamong_set_put (out, set, FALSE);
  return g_string_free (out, FALSE);
}
