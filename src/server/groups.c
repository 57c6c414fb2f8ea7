/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/groups.h"
#include "wire/json.h"
#include <string.h>

static JsonObject *
open_groups (const PamongEntry *entry)
{
  JsonObject *groups = entry->groups ? pamong_json_parse (entry->groups, -1, NULL) : NULL;

  return groups ? groups : json_object_new ();
}

void
pamong_groups_note (PamongEntry *entry, const char *key, const char *device, const char *by, gint64 t)
{
  g_autoptr (JsonObject) groups = open_groups (entry);
  g_autoptr (GString) out = g_string_new ("{");
  JsonObjectIter iter;
  const char *other;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, groups);
  while (json_object_iter_next_ordered (&iter, &other, &node))
    if (!g_str_equal (other, key))
      {
        pamong_json_put_key (out, other);
        pamong_json_put_node (out, node);
      }
  pamong_json_put_key (out, key);
  g_string_append_c (out, '{');
  pamong_json_put_int (out, "v", entry->record->version);
  pamong_json_put_text (out, "d", device);
  pamong_json_put_text (out, "by", *by ? by : NULL);
  pamong_json_put_int (out, "t", t);
  g_string_append (out, "}}");
  g_free (entry->groups);
  entry->groups = g_strdup (out->str);
}

void
pamong_groups_author (const PamongEntry *entry, const char *key, char **by, gint64 *t)
{
  g_autoptr (JsonObject) groups = open_groups (entry);
  const char *name = json_object_has_member (groups, key) ? key : PAMONG_GROUPS_ENTERED;
  PamongJsonReader reader = { json_object_has_member (groups, name) ? json_object_get_object_member (groups, name) : groups, NULL };

  *by = pamong_json_text_or (&reader, "by", PAMONG_JSON_TEXT, entry->by);
  *t = pamong_json_int_or (&reader, "t", G_MININT64, G_MAXINT64, entry->t);
}

char *
pamong_groups_device (const PamongEntry *entry, const char *key)
{
  g_autoptr (JsonObject) groups = open_groups (entry);
  const char *name = json_object_has_member (groups, key) ? key : PAMONG_GROUPS_ENTERED;
  PamongJsonReader reader = { json_object_has_member (groups, name) ? json_object_get_object_member (groups, name) : groups, NULL };

  return pamong_json_text_or (&reader, "d", 64, entry->last_device != NULL ? entry->last_device : "");
}

void
pamong_groups_note_clash (PamongEntry *entry, const char *key, const char *device)
{
  g_autofree char *name = g_strdup_printf ("?%s/%s", key, device);

  pamong_groups_note (entry, name, device, "", 0);
}

gboolean
pamong_groups_unseen (const PamongEntry *entry, const char *key, const char *device, gint64 base)
{
  g_autoptr (JsonObject) groups = open_groups (entry);
  g_autofree char *prefix = g_strdup_printf ("?%s/", key);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, groups);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (g_str_has_prefix (name, prefix) && !g_str_equal (name + strlen (prefix), device))
      {
        PamongJsonReader reader = { json_node_get_object (node), NULL };

        if (pamong_json_int_or (&reader, "v", 0, G_MAXINT64, 0) > base)
          return TRUE;
      }
  return FALSE;
}

char **
pamong_groups_foreign (const PamongEntry *entry, char **keys, const char *device, gint64 base)
{
  g_autoptr (JsonObject) groups = open_groups (entry);
  g_autoptr (GStrvBuilder) foreign = g_strv_builder_new ();

  for (char **key = keys; *key != NULL; key++)
    {
      PamongJsonReader reader = { json_object_has_member (groups, *key) ? json_object_get_object_member (groups, *key) : NULL, NULL };
      g_autofree char *author = reader.object ? pamong_json_text_or (&reader, "d", 64, "") : NULL;

      if (author != NULL && !g_str_equal (author, device) && pamong_json_int_or (&reader, "v", 0, G_MAXINT64, 0) > base)
        g_strv_builder_add (foreign, *key);
    }
  return g_strv_builder_end (foreign);
}
