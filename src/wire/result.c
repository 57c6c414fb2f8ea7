/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/uid.h"
#include "wire/envelope_body.h"

#define CONFLICTS_MAX 100
#define RULES_MAX 200

static const char *const outcome_names[] = { "applied", "merged", "noop", "conflict", "rejected", "dependent" };

const char *
pamong_outcome_name (PamongOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (outcome_names), NULL);
  return outcome_names[outcome];
}

int
pamong_outcome_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcome_names); i++)
    if (g_strcmp0 (outcome_names[i], name) == 0)
      return (int) i;
  return -1;
}

PamongResult *
pamong_result_new (gint64 seq, PamongOutcome outcome)
{
  PamongResult *result = g_new0 (PamongResult, 1);

  result->from = result->to = seq;
  result->outcome = outcome;
  return result;
}

void
pamong_result_free (PamongResult *result)
{
  if (result == NULL)
    return;
  g_clear_pointer (&result->conflicts, g_ptr_array_unref);
  g_strfreev (result->warnings);
  g_free (result);
}

static void
put_conflicts (GString *out, GPtrArray *conflicts)
{
  pamong_json_put_key (out, "conflicts");
  g_string_append_c (out, '[');
  for (guint i = 0; i < conflicts->len; i++)
    {
      const PamongRecord *conflict = g_ptr_array_index (conflicts, i);

      pamong_json_put_comma (out);
      g_string_append_c (out, '{');
      pamong_json_put_text (out, "uid", conflict->uid);
      pamong_json_put_text (out, "area", conflict->area);
      pamong_json_put_int (out, "v", conflict->version);
      pamong_json_put_key (out, "data");
      pamong_record_put (out, conflict);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

void
pamong_result_put (GString *out, const PamongResult *result)
{
  g_string_append_c (out, '{');
  pamong_json_put_key (out, "seq");
  if (result->from == result->to)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, result->from);
  else
    g_string_append_printf (out, "[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", result->from, result->to);
  pamong_json_put_text (out, "o", pamong_outcome_name (result->outcome));
  if (result->version != 0)
    pamong_json_put_int (out, "v", result->version);
  if (result->reason != PAMONG_REASON_NONE)
    pamong_json_put_int (out, "reason", result->reason);
  if (result->on != 0)
    pamong_json_put_int (out, "on", result->on);
  if (result->conflicts != NULL && result->conflicts->len > 0)
    put_conflicts (out, result->conflicts);
  if (result->warnings != NULL && result->warnings[0] != NULL)
    pamong_json_put_texts (out, "w", result->warnings);
  g_string_append_c (out, '}');
}

static PamongRecord *
take_conflict (JsonNode *node)
{
  PamongJsonReader reader = { JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, NULL };
  g_autoptr (PamongRecord) conflict = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *area = NULL;
  JsonObject *data;

  if (reader.object == NULL)
    return NULL;
  uid = pamong_json_text (&reader, "uid", 64);
  area = pamong_json_text (&reader, "area", 20);
  data = pamong_json_object (&reader, "data");
  conflict = pamong_record_new (PAMONG_KIND_CONFLICT, area);
  g_free (conflict->uid);
  conflict->uid = g_steal_pointer (&uid);
  conflict->version = pamong_json_int (&reader, "v", 0, G_MAXINT64);
  if (reader.fault != NULL || !pamong_uid_is_valid (conflict->uid) || !pamong_record_take (conflict, data, &reader.fault))
    return NULL;
  return g_steal_pointer (&conflict);
}

static GPtrArray *
take_conflicts (PamongJsonReader *reader)
{
  JsonArray *array = pamong_json_array (reader, "conflicts", CONFLICTS_MAX);
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      PamongRecord *conflict = take_conflict (json_array_get_element (array, i));

      if (conflict == NULL)
        reader->fault = "conflicts";
      else
        g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}

/* seq is a number, or [from, to] of a run. */
static void
take_range (PamongJsonReader *reader, PamongResult *result)
{
  JsonNode *node = json_object_get_member (reader->object, "seq");
  JsonArray *pair = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (pair == NULL)
    result->from = result->to = pamong_json_int (reader, "seq", 1, G_MAXINT64);
  else if (json_array_get_length (pair) == 2)
    {
      result->from = json_array_get_int_element (pair, 0);
      result->to = json_array_get_int_element (pair, 1);
    }
  if (result->from < 1 || result->to < result->from)
    reader->fault = "seq";
}

PamongResult *
pamong_result_take (PamongJsonReader *reader)
{
  PamongResult *result = pamong_result_new (0, PAMONG_OUTCOME_APPLIED);
  g_autofree char *name = pamong_json_text (reader, "o", 20);
  int outcome = pamong_outcome_from_name (name);

  if (outcome < 0)
    reader->fault = "o";
  else
    result->outcome = (PamongOutcome) outcome;
  take_range (reader, result);
  result->version = pamong_json_int_or (reader, "v", 0, G_MAXINT64, 0);
  result->reason = (PamongReason) pamong_json_int_or (reader, "reason", 0, 9999, 0);
  result->on = pamong_json_int_or (reader, "on", 0, G_MAXINT64, 0);
  if (json_object_has_member (reader->object, "conflicts"))
    result->conflicts = take_conflicts (reader);
  if (json_object_has_member (reader->object, "w"))
    result->warnings = pamong_json_texts (reader, "w", RULES_MAX, 100);
  return result;
}

char *
pamong_result_to_json (const PamongResult *result)
{
  GString *out = g_string_new (NULL);

  pamong_result_put (out, result);
  return g_string_free (out, FALSE);
}

PamongResult *
pamong_result_from_json (const char *json, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongResult) result = NULL;

  if (object == NULL)
    return NULL;
  result = pamong_result_take (&reader);
  return pamong_json_done (&reader, error) ? g_steal_pointer (&result) : NULL;
}
