/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/uid.h"
#include "wire/change_codec.h"
#include <glib/gi18n-lib.h>

#define MEMBERS_MAX 100

/* A card's JSON may also bear what the family owns or what is derived; those are read over on a member. */
static gboolean
is_derived (const char *key)
{
  static const char *const derived[] = { "uid", "area", "version", "status", "findings", "kk_number", "address", "dusun", "rw", "rt", "postcode", "members", NULL };

  return g_strv_contains (derived, key);
}

static gboolean
refuse (GError **error, int member, const char *key, const char *why)
{
  if (member < 0)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Family card, “%s”: %s"), key, why);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Member %d, “%s”: %s"), member + 1, key, why);
  return FALSE;
}

/* The value as a person would have written it. Returns: (nullable): NULL for what is no single value. */
static char *
words (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return pamong_json_node_text (node);
}

static void
take_uid (PamongRecord *record, JsonNode *node)
{
  const char *uid = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (uid == NULL || !pamong_uid_is_valid (uid))
    return;
  g_free (record->uid);
  record->uid = g_strdup (uid);
}

static gboolean
take_member (PamongRecord *record, int member, const char *key, JsonNode *node, GError **error)
{
  const PamongField *field = pamong_field_find (record->kind, key);
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  if (g_str_equal (key, "uid"))
    take_uid (record, node);
  if (field == NULL)
    return is_derived (key) || refuse (error, member, key, _("no such field"));
  text = words (node);
  if (text == NULL)
    return refuse (error, member, key, _("write one value"));
  return pamong_record_parse (record, field->index, text, &local) || refuse (error, member, key, local->message);
}

static gboolean
take_object (PamongRecord *record, int member, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (!take_member (record, member, key, node, error))
      return FALSE;
  return TRUE;
}

char *
pamong_card_to_json (const PamongFamilyCard *card)
{
  GString *out = g_string_new (NULL);

  pamong_record_put (out, card->family);
  g_string_truncate (out, out->len - 1);
  pamong_json_put_text (out, "uid", card->family->uid);
  pamong_json_put_key (out, "members");
  g_string_append_c (out, '[');
  for (guint i = 0; i < card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (card->members, i);

      pamong_json_put_comma (out);
      pamong_record_put (out, member);
      g_string_truncate (out, out->len - 1);
      pamong_json_put_text (out, "uid", member->uid);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}

PamongFamilyCard *
pamong_card_from_json (const char *json, const char *area, GError **error)
{
  g_autoptr (JsonObject) object = pamong_json_parse (json, -1, error);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (PamongFamilyCard) card = NULL;
  JsonArray *members;

  if (object == NULL)
    return NULL;
  card = pamong_family_card_new (area);
  members = pamong_json_array (&reader, "members", MEMBERS_MAX);
  if (!take_object (card->family, -1, object, error) || !pamong_json_done (&reader, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      JsonNode *node = json_array_get_element (members, i);
      PamongRecord *member = pamong_record_new (PAMONG_KIND_RESIDENT, area);

      g_ptr_array_add (card->members, member);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        refuse (error, (int) i, "members", _("write one value"));
      if (!JSON_NODE_HOLDS_OBJECT (node) || !take_object (member, (int) i, json_node_get_object (node), error))
        return NULL;
    }
  return g_steal_pointer (&card);
}
