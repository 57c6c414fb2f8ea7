/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/conflict.h"
#include "domain/uid.h"
#include "wire/change_codec.h"
#include <string.h>

#define CHAIN_MAX 100 /* links */

void
pamong_conflict_side_free (PamongConflictSide *side)
{
  if (side == NULL)
    return;
  pamong_record_free (side->values);
  g_strfreev (side->keys);
  g_free (side->by);
  g_free (side->act);
  g_free (side);
}

char *
pamong_conflict_uid (const char *subject_uid, const char *key)
{
  return pamong_uid_derive ("conflict", (const char *const[]) { subject_uid, key, NULL });
}

/* Fills values and keys from `{"key":value,…}`; keys this program does not know go to the record's extra. */
static gboolean
take_values (PamongConflictSide *side, PamongJsonReader *reader, JsonObject *object)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    g_strv_builder_add (keys, key);
  side->keys = g_strv_builder_end (keys);
  return pamong_record_take (side->values, object, &reader->fault);
}

static PamongConflictSide *
new_side (const PamongRecord *conflict, PamongJsonReader *reader)
{
  PamongConflictSide *side = g_new0 (PamongConflictSide, 1);
  const char *name = pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND);
  int kind = pamong_kind_from_name (name ? name : "");

  if (kind < 0)
    reader->fault = "subject_kind";
  side->values = pamong_record_new (kind < 0 ? PAMONG_KIND_RESIDENT : (PamongKind) kind, conflict->area);
  g_free (side->values->uid);
  side->values->uid = g_strdup (pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_UID));
  return side;
}

PamongConflictSide *
pamong_conflict_current (const PamongRecord *conflict, GError **error)
{
  const char *json = pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT);
  g_autoptr (JsonObject) object = pamong_json_parse (json ? json : "{}", -1, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongConflictSide) side = NULL;

  if (object == NULL)
    return NULL;
  side = new_side (conflict, &reader);
  take_values (side, &reader, object);
  side->by = g_strdup (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT_BY));
  side->t = pamong_record_int (conflict, PAMONG_CONFLICT_CURRENT_T);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&side) : NULL;
}

static PamongConflictSide *
take_other (const PamongRecord *conflict, JsonNode *node, PamongJsonReader *outer)
{
  PamongJsonReader reader = { JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, NULL };
  PamongConflictSide *side = new_side (conflict, outer);
  JsonObject *values = reader.object ? pamong_json_object (&reader, "values") : NULL;

  if (values == NULL || !take_values (side, &reader, values))
    {
      outer->fault = "other";
      return side;
    }
  side->by = pamong_json_text_or (&reader, "by", PAMONG_JSON_TEXT, NULL);
  side->act = pamong_json_text_or (&reader, "act", PAMONG_JSON_TEXT, NULL);
  side->t = pamong_json_int_or (&reader, "t", G_MININT64, G_MAXINT64, 0);
  if (reader.fault != NULL)
    outer->fault = reader.fault;
  return side;
}

/* The chain is an array, which the strict reader takes inside an object only. */
static JsonObject *
open_chain (const PamongRecord *conflict, GError **error)
{
  const char *chain = pamong_record_text (conflict, PAMONG_CONFLICT_OTHER);
  g_autofree char *wrapped = g_strdup_printf ("{\"other\":%s}", chain ? chain : "[]");

  return pamong_json_parse (wrapped, -1, error);
}

GPtrArray *
pamong_conflict_others (const PamongRecord *conflict, GError **error)
{
  g_autoptr (JsonObject) object = open_chain (conflict, error);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_conflict_side_free);
  PamongJsonReader reader = { object, NULL };
  JsonArray *array;

  if (object == NULL)
    return NULL;
  array = pamong_json_array (&reader, "other", CHAIN_MAX);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (others, take_other (conflict, json_array_get_element (array, i), &reader));
  return pamong_json_done (&reader, error) ? g_steal_pointer (&others) : NULL;
}

static char *
link_text (const char *values, const char *by, const char *act, gint64 t)
{
  GString *out = g_string_new ("{\"values\":");

  g_string_append (out, values);
  pamong_json_put_text (out, "by", by && *by ? by : NULL);
  pamong_json_put_text (out, "act", act);
  pamong_json_put_int (out, "t", t);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

/* The chain so far, a JSON text per link. */
static GPtrArray *
read_links (const PamongRecord *conflict)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonObject) object = open_chain (conflict, NULL);
  PamongJsonReader reader = { object, NULL };
  JsonArray *array = object ? pamong_json_array (&reader, "other", CHAIN_MAX) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (links, pamong_json_node_text (json_array_get_element (array, i)));
  return links;
}

/* A chain that has grown to its cap, in links or in bytes, loses the middle: first and latest values tell a person most. */
static void
trim_links (GPtrArray *links)
{
  gsize size = 2;

  for (guint i = 0; i < links->len; i++)
    size += strlen (g_ptr_array_index (links, i)) + 1;
  while (links->len > 1 && (links->len > CHAIN_MAX || size > PAMONG_JSON_LONG_TEXT))
    {
      guint middle = links->len > 2 ? 1 : 0;

      size -= strlen (g_ptr_array_index (links, middle)) + 1;
      g_ptr_array_remove_index (links, middle);
    }
}

void
pamong_conflict_add_other (PamongRecord *conflict, const char *values, const char *by, const char *act, gint64 t)
{
  g_autoptr (GPtrArray) links = read_links (conflict);
  g_autofree char *added = link_text (values, by, act, t);
  g_autoptr (GString) out = g_string_new ("[");

  if (links->len > 0 && g_str_equal (g_ptr_array_index (links, links->len - 1), added))
    return;
  g_ptr_array_add (links, g_steal_pointer (&added));
  trim_links (links);
  for (guint i = 0; i < links->len; i++)
    {
      pamong_json_put_comma (out);
      g_string_append (out, g_ptr_array_index (links, i));
    }
  g_string_append_c (out, ']');
  pamong_record_set_text (conflict, PAMONG_CONFLICT_OTHER, out->str);
}
