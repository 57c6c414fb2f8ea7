/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/uid.h"
#include "wire/change_codec.h"
#include "wire/envelope.h"
#include <string.h>

#define WORD_MAX 64
#define REASON_MAX 2000

static const char *const op_names[] = { "insert", "update", "delete", "restore", "resolve" };

const char *
pamong_op_name (PamongOp op)
{
  g_return_val_if_fail ((guint) op < G_N_ELEMENTS (op_names), NULL);
  return op_names[op];
}

int
pamong_op_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (op_names); i++)
    if (g_strcmp0 (op_names[i], name) == 0)
      return (int) i;
  return -1;
}

PamongChange *
pamong_change_new (void)
{
  return g_new0 (PamongChange, 1);
}

void
pamong_change_free (PamongChange *change)
{
  if (change == NULL)
    return;
  g_free (change->uid);
  g_free (change->area);
  g_clear_pointer (&change->set, g_ptr_array_unref);
  g_free (change->actor);
  g_free (change->act);
  g_free (change->reason);
  g_free (change->raw);
  g_free (change);
}

/* Who, which act, why, when: left out where they stand as in the change before. */
static void
put_context (GString *out, const PamongChange *change, const PamongChange *before)
{
  const char *reason = change->reason && *change->reason ? change->reason : NULL;
  const char *reason_before = before && before->reason && *before->reason ? before->reason : NULL;

  if (before == NULL || g_strcmp0 (change->actor, before->actor) != 0)
    pamong_json_put_text (out, "actor", change->actor);
  if (before == NULL || g_strcmp0 (change->act, before->act) != 0)
    pamong_json_put_text (out, "act", change->act);
  if (reason == NULL && reason_before != NULL)
    {
      pamong_json_put_key (out, "reason");
      g_string_append (out, "null");
    }
  else if (g_strcmp0 (reason, reason_before) != 0)
    pamong_json_put_text (out, "reason", reason);
  if (before == NULL || change->t != before->t)
    pamong_json_put_int (out, "t", change->t);
}

void
pamong_change_put (GString *out, const PamongChange *change, const PamongChange *before)
{
  gboolean opens_act = before == NULL || change->tx != before->tx || change->tx == 0;

  if (change->raw != NULL)
    {
      g_string_append (out, change->raw);
      return;
    }
  g_string_append_c (out, '{');
  if (opens_act && change->n > 1)
    pamong_json_put_int (out, "n", change->n);
  put_context (out, change, before);
  pamong_json_put_text (out, "kind", pamong_kind_name (change->kind));
  pamong_json_put_text (out, "uid", change->uid);
  pamong_json_put_text (out, "area", change->area);
  if (change->op != PAMONG_OP_INSERT)
    pamong_json_put_text (out, "op", pamong_op_name (change->op));
  if (change->base != 0)
    pamong_json_put_int (out, "base", change->base);
  pamong_json_put_key (out, "set");
  pamong_set_put (out, change->set, change->op == PAMONG_OP_INSERT);
  g_string_append_c (out, '}');
}

char *
pamong_change_text (const PamongChange *change)
{
  GString *out = g_string_new (NULL);

  pamong_change_put (out, change, NULL);
  return g_string_free (out, FALSE);
}

/* @key of the object, else what the change before had. */
static char *
take_context (PamongJsonReader *reader, const char *key, gsize max, const char *before)
{
  JsonNode *node = json_object_get_member (reader->object, key);

  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    return NULL;
  return pamong_json_text_or (reader, key, max, before);
}

static int
take_kind_and_op (PamongChange *change, PamongJsonReader *reader)
{
  g_autofree char *kind = pamong_json_text (reader, "kind", WORD_MAX);
  g_autofree char *op = pamong_json_text_or (reader, "op", WORD_MAX, "insert");
  int number = pamong_op_from_name (op);

  change->kind = (PamongKind) pamong_kind_from_name (kind ? kind : "");
  if ((int) change->kind < 0)
    return PAMONG_REASON_UNKNOWN_KIND;
  if (number < 0)
    return PAMONG_REASON_UNKNOWN_OP;
  change->op = (PamongOp) number;
  return 0;
}

static int
take_members (PamongChange *change, PamongJsonReader *reader, const PamongChange *before)
{
  JsonObject *set;
  int fault;

  change->n = (int) pamong_json_int_or (reader, "n", 1, G_MAXINT, 1);
  change->actor = take_context (reader, "actor", WORD_MAX, before ? before->actor : NULL);
  change->act = take_context (reader, "act", WORD_MAX, before ? before->act : NULL);
  change->reason = take_context (reader, "reason", REASON_MAX, before ? before->reason : NULL);
  change->t = pamong_json_int_or (reader, "t", G_MININT64, G_MAXINT64, before ? before->t : 0);
  change->uid = pamong_json_text (reader, "uid", WORD_MAX);
  change->area = pamong_json_text_or (reader, "area", WORD_MAX, NULL);
  change->base = pamong_json_int_or (reader, "base", 0, G_MAXINT64, 0);
  fault = take_kind_and_op (change, reader);
  if (fault != 0)
    return fault;
  set = pamong_json_object (reader, "set");
  if (set == NULL)
    return PAMONG_REASON_BAD_VALUE;
  change->set = pamong_set_take (change->kind, set, change->op == PAMONG_OP_INSERT, &fault);
  if (fault != 0)
    return fault;
  if (reader->fault != NULL || change->actor == NULL || change->act == NULL || !pamong_uid_is_valid (change->uid))
    return PAMONG_REASON_BAD_VALUE;
  return change->n > PAMONG_ACT_MAX ? PAMONG_REASON_TOO_BIG : 0;
}

/* The member as it came; else as the change before had it, where nothing is said as null. */
static void
put_carried (GString *out, JsonObject *object, const char *key, const char *before)
{
  pamong_json_put_key (out, key);
  if (json_object_has_member (object, key))
    pamong_json_put_node (out, json_object_get_member (object, key));
  else if (before != NULL)
    pamong_json_put_string (out, before);
  else
    g_string_append (out, "null");
}

/* The change as it came, with what it took over from the change before: its text must not hang on where the batch was cut. */
static char *
raw_text (JsonNode *node, const PamongChange *change)
{
  static const char *const carried[] = { "actor", "act", "reason", "t", NULL };
  JsonObject *object = json_node_get_object (node);
  GString *out = g_string_new ("{");
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  put_carried (out, object, "actor", change->actor);
  put_carried (out, object, "act", change->act);
  put_carried (out, object, "reason", change->reason);
  if (json_object_has_member (object, "t"))
    put_carried (out, object, "t", NULL);
  else
    pamong_json_put_int (out, "t", change->t);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!g_strv_contains (carried, key))
      {
        pamong_json_put_key (out, key);
        pamong_json_put_node (out, value);
      }
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

PamongChange *
pamong_change_take (JsonNode *node, const PamongChange *before)
{
  PamongChange *change = pamong_change_new ();
  PamongJsonReader reader = { NULL, NULL };

  change->kind = (PamongKind) -1;
  change->n = 1;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      change->fault = PAMONG_REASON_BAD_VALUE;
      change->raw = pamong_json_node_text (node);
      return change;
    }
  reader.object = json_node_get_object (node);
  change->fault = take_members (change, &reader, before);
  if (change->fault != 0)
    change->raw = raw_text (node, change);
  return change;
}
