/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/letter_json.h"

#include <string.h>

#include "wire/change.h"
#include "wire/json.h"

static void
put_row (GString *out, PamongLetterFacts *facts, const char *list, guint row)
{
  g_autofree const char **columns = pamong_letter_facts_columns (facts, list, row);

  pamong_json_put_comma (out);
  g_string_append_c (out, '{');
  for (guint i = 0; columns[i] != NULL; i++)
    pamong_json_put_text (out, columns[i], pamong_letter_facts_cell (facts, list, row, columns[i]));
  g_string_append_c (out, '}');
}

char *
pamong_letter_facts_to_json (PamongLetterFacts *facts)
{
  g_autofree const char **keys = pamong_letter_facts_keys (facts);
  g_autofree const char **lists = pamong_letter_facts_lists (facts);
  GString *out = g_string_new ("{");

  for (guint i = 0; keys[i] != NULL; i++)
    pamong_json_put_text (out, keys[i], pamong_letter_facts_get (facts, keys[i]));
  for (guint i = 0; lists[i] != NULL; i++)
    {
      pamong_json_put_key (out, lists[i]);
      g_string_append_c (out, '[');
      for (guint row = 0; row < pamong_letter_facts_n_rows (facts, lists[i]); row++)
        put_row (out, facts, lists[i], row);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

static const char *
text_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
take_row (PamongLetterFacts *facts, const char *list, JsonNode *node)
{
  guint row = pamong_letter_facts_add_row (facts, list);
  JsonObjectIter iter;
  const char *column;
  JsonNode *cell;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &column, &cell))
    if (text_of (cell) != NULL)
      pamong_letter_facts_set_cell (facts, list, row, column, text_of (cell));
}

PamongLetterFacts *
pamong_letter_facts_from_json (const char *json, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  PamongLetterFacts *facts;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (object == NULL)
    return NULL;
  facts = pamong_letter_facts_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (text_of (node) != NULL)
      pamong_letter_facts_set (facts, key, text_of (node));
    else if (JSON_NODE_HOLDS_ARRAY (node))
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        take_row (facts, key, json_array_get_element (json_node_get_array (node), i));
  return facts;
}

/* The texts of a case by their keys. */
static char **
find_member (PamongLetterCase *letter, const char *key)
{
  const struct { const char *key; char **place; } members[] = {
    { "type", &letter->type }, { "name", &letter->name }, { "applicant", &letter->applicant }, { "phone", &letter->phone }, { "signer", &letter->signer },
    { "date", &letter->date }, { "classification", &letter->classification }, { "addressed", &letter->addressed }, { "event", &letter->event },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].key, key))
      return members[i].place;
  return NULL;
}

static void
put_texts (GString *out, const char *key, GHashTable *texts)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (texts), (GCompareFunc) strcmp);

  if (names == NULL)
    return;
  pamong_json_put_key (out, key);
  g_string_append_c (out, '{');
  for (GList *at = names; at != NULL; at = at->next)
    pamong_json_put_text (out, at->data, g_hash_table_lookup (texts, at->data));
  g_string_append_c (out, '}');
}

static void
put_person (GString *out, const PamongCasePerson *person)
{
  pamong_json_put_comma (out);
  g_string_append_c (out, '{');
  pamong_json_put_text (out, "role", person->role);
  pamong_json_put_text (out, "uid", person->uid);
  if (person->outsider != NULL)
    {
      g_autofree char *record = pamong_record_to_json (person->outsider);

      pamong_json_put_key (out, "outsider");
      g_string_append (out, record);
    }
  put_texts (out, "columns", person->columns);
  g_string_append_c (out, '}');
}

char *
pamong_letter_case_to_json (const PamongLetterCase *letter)
{
  static const char *const keys[] = { "type", "name", "applicant", "phone", "signer", "date", "classification", "addressed", "event" };
  GString *out = g_string_new ("{");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    pamong_json_put_text (out, keys[i], *find_member ((PamongLetterCase *) letter, keys[i]));
  pamong_json_put_key (out, "persons");
  g_string_append_c (out, '[');
  for (guint i = 0; i < letter->persons->len; i++)
    put_person (out, letter->persons->pdata[i]);
  g_string_append_c (out, ']');
  put_texts (out, "answers", letter->answers);
  pamong_json_put_key (out, "brought");
  g_string_append_c (out, '[');
  for (guint i = 0; i < letter->brought->len; i++)
    {
      pamong_json_put_comma (out);
      pamong_json_put_string (out, letter->brought->pdata[i]);
    }
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}

static void
take_texts (GHashTable *texts, JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonObjectIter iter;
  const char *name;
  JsonNode *text;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &text))
    if (text_of (text) != NULL && *text_of (text) != '\0')
      g_hash_table_insert (texts, g_strdup (name), g_strdup (text_of (text)));
}

static const char *
member_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL ? text_of (node) : NULL;
}

static gboolean
take_person (PamongLetterCase *letter, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *role = object != NULL ? member_text (object, "role") : NULL;
  JsonNode *outsider;
  PamongCasePerson *person;

  if (role == NULL)
    return TRUE;
  person = pamong_letter_case_add (letter, role, member_text (object, "uid"));
  take_texts (person->columns, object, "columns");
  outsider = json_object_get_member (object, "outsider");
  if (outsider != NULL)
    {
      g_autofree char *json = pamong_json_node_text (outsider);

      person->outsider = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);
      return pamong_record_from_json (person->outsider, json, error);
    }
  return TRUE;
}

PamongLetterCase *
pamong_letter_case_from_json (const char *json, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  g_autoptr (PamongLetterCase) letter = object != NULL ? pamong_letter_case_new (member_text (object, "type")) : NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (object == NULL)
    return NULL;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      char **place = find_member (letter, key);
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (place != NULL && *place == NULL)
        *place = g_strdup (text_of (node));
      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        if (g_str_equal (key, "persons") && !take_person (letter, json_array_get_element (array, i), error))
          return NULL;
        else if (g_str_equal (key, "brought") && text_of (json_array_get_element (array, i)) != NULL)
          g_ptr_array_add (letter->brought, g_strdup (text_of (json_array_get_element (array, i))));
    }
  take_texts (letter->answers, object, "answers");
  return g_steal_pointer (&letter);
}

static char *
first_key (const char *series, gint64 year, const char *mark)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s%s%s", year, series, mark != NULL && *mark != '\0' ? " " : "", mark != NULL ? mark : "");
}

gint64
pamong_letter_firsts_get (const char *firsts, const char *series, gint64 year, const char *mark)
{
  g_autoptr (JsonObject) object = firsts != NULL ? pamong_json_parse (firsts, -1, NULL) : NULL;
  g_autofree char *key = first_key (series, year, mark);
  PamongJsonReader reader = { object, NULL };

  return object != NULL ? pamong_json_int_or (&reader, key, 1, G_MAXINT32, 0) : 0;
}

char *
pamong_letter_firsts_set (const char *firsts, const char *series, gint64 year, const char *mark, gint64 number)
{
  g_autoptr (JsonObject) object = firsts != NULL ? pamong_json_parse (firsts, -1, NULL) : NULL;
  g_autofree char *key = first_key (series, year, mark);
  GString *out = g_string_new ("{");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object != NULL)
    {
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (!g_str_equal (name, key))
          {
            pamong_json_put_key (out, name);
            pamong_json_put_node (out, node);
          }
    }
  pamong_json_put_int (out, key, number);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
