/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/before.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wire/change_codec.h"
#include "wire/json.h"

PamongBefore *
pamong_before_new (PamongKind kind, const char *uid)
{
  PamongBefore *before = g_new0 (PamongBefore, 1);

  before->kind = kind;
  before->uid = g_strdup (uid);
  before->set = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_delta_free);
  return before;
}

void
pamong_before_free (PamongBefore *before)
{
  if (before == NULL)
    return;
  g_free (before->uid);
  g_ptr_array_unref (before->set);
  g_free (before);
}

static void
note_field (PamongBefore *before, const PamongRecord *stored, const PamongRecord *now, guint i)
{
  PamongDelta *delta = pamong_delta_new (before->kind, pamong_field_get (before->kind, (int) i)->key);

  pamong_value_copy (&delta->old_value, &stored->values[i]);
  pamong_value_copy (&delta->new_value, &now->values[i]);
  g_ptr_array_add (before->set, delta);
}

void
pamong_before_note (PamongBefore *before, const PamongRecord *stored, const PamongRecord *now)
{
  for (guint i = 0; i < now->n_values; i++)
    if (pamong_record_differs (stored, now, (int) i))
      note_field (before, stored, now, i);
}

void
pamong_before_note_all (PamongBefore *before, const PamongRecord *stored, const PamongRecord *now)
{
  for (guint i = 0; i < now->n_values; i++)
    note_field (before, stored, now, i);
}

char *
pamong_befores_format (GPtrArray *befores)
{
  g_autoptr (GString) out = g_string_new ("{");

  for (guint i = 0; i < befores->len; i++)
    {
      const PamongBefore *before = g_ptr_array_index (befores, i);
      g_autofree char *key = g_strdup_printf ("%s %s", pamong_kind_name (before->kind), before->uid);

      pamong_json_put_key (out, key);
      if (before->made)
        g_string_append (out, "null");
      else
        pamong_set_put (out, before->set, FALSE);
    }
  g_string_append_c (out, '}');
  return befores->len > 0 && out->len <= PAMONG_LONG_BYTES ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static PamongBefore *
take (const char *key, JsonNode *node)
{
  g_auto (GStrv) words = g_strsplit (key, " ", 2);
  int kind = pamong_kind_from_name (words[0]), fault = 0;
  PamongBefore *before;
  GPtrArray *set = NULL;

  if (kind < 0 || words[1] == NULL || (!JSON_NODE_HOLDS_NULL (node) && !JSON_NODE_HOLDS_OBJECT (node)))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node) && (set = pamong_set_take ((PamongKind) kind, json_node_get_object (node), FALSE, &fault)) == NULL)
    return NULL;
  before = pamong_before_new ((PamongKind) kind, words[1]);
  before->made = set == NULL;
  if (set != NULL)
    {
      g_ptr_array_unref (before->set);
      before->set = set;
    }
  return before;
}

GPtrArray *
pamong_befores_parse (const char *json, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  g_autoptr (GPtrArray) befores = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_before_free);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (object == NULL)
    return NULL;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      PamongBefore *before = take (key, node);

      if (before == NULL)
        {
          g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This was noted by a later version. Update Pamong on this computer, then try again."));
          return NULL;
        }
      g_ptr_array_add (befores, before);
    }
  return g_steal_pointer (&befores);
}
