/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list_groups.h"

#include <string.h>

void
pamong_list_turn_round (GArray *rids, guint from)
{
  gint32 *at = (gint32 *) (gpointer) rids->data;

  for (guint i = from, j = rids->len; i + 1 < j; i++)
    {
      gint32 rid = at[i];

      at[i] = at[--j];
      at[j] = rid;
    }
}

/* People of like values. @texts are borrowed from the statement while it is only looked for. */
typedef struct {
  gboolean has_number;
  gint64 number;
  char *texts[PAMONG_GROUP_KEYS]; /* (nullable) */
  guint id, n, start;
} Group;

typedef struct {
  PamongStmt *stmt;
  int n_keys;
  gboolean numbers;
  GHashTable *by_value; /* set of Group */
  GPtrArray *groups;    /* by id, owned */
  Group *last;          /* neighbours are often alike */
  GArray *rids, *ids;   /* of each row: who, and the id of the group */
} Groups;

static guint
hash_group (gconstpointer data)
{
  const Group *group = data;
  guint hash = (guint) group->number + (group->has_number ? 1 : 0);

  for (int i = 0; i < PAMONG_GROUP_KEYS; i++)
    hash = hash * 33 + (group->texts[i] != NULL ? g_str_hash (group->texts[i]) : 0);
  return hash;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const Group *one = a, *other = b;

  if (one->has_number != other->has_number || one->number != other->number)
    return FALSE;
  for (int i = 0; i < PAMONG_GROUP_KEYS; i++)
    if (g_strcmp0 (one->texts[i], other->texts[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  for (int i = 0; i < PAMONG_GROUP_KEYS; i++)
    g_free (group->texts[i]);
  g_free (group);
}

/* As SQL orders with NULLS LAST: bytes for texts. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer descending)
{
  const Group *one = *(const Group *const *) a, *other = *(const Group *const *) b;
  int way = GPOINTER_TO_INT (descending) ? -1 : 1;

  if (one->has_number != other->has_number)
    return one->has_number ? -1 : 1;
  if (one->number != other->number)
    return one->number < other->number ? -way : way;
  for (int i = 0; i < PAMONG_GROUP_KEYS; i++)
    {
      int order = g_strcmp0 (one->texts[i], other->texts[i]);

      if ((one->texts[i] == NULL) != (other->texts[i] == NULL))
        return one->texts[i] != NULL ? -1 : 1;
      if (order != 0)
        return order < 0 ? -way : way;
    }
  return 0;
}

static void
read_values (Groups *self, Group *values)
{
  memset (values, 0, sizeof *values);
  if (!self->numbers)
    for (int i = 0; i < self->n_keys; i++)
      values->texts[i] = (char *) pamong_stmt_text (self->stmt, i + 1);
  else if ((values->has_number = !pamong_stmt_is_null (self->stmt, 1)))
    values->number = pamong_stmt_int (self->stmt, 1);
}

static Group *
find_group (Groups *self, const Group *values)
{
  Group *group = self->last != NULL && is_same (self->last, values) ? self->last : g_hash_table_lookup (self->by_value, values);

  if (group != NULL)
    return group;
  group = g_memdup2 (values, sizeof *values);
  for (int i = 0; i < PAMONG_GROUP_KEYS; i++)
    group->texts[i] = g_strdup (values->texts[i]);
  group->id = self->groups->len;
  g_ptr_array_add (self->groups, group);
  g_hash_table_add (self->by_value, group);
  return group;
}

static void
take_row (Groups *self)
{
  gint32 rid = (gint32) pamong_stmt_int (self->stmt, 0);
  Group values;

  read_values (self, &values);
  self->last = find_group (self, &values);
  self->last->n++;
  g_array_append_val (self->rids, rid);
  g_array_append_val (self->ids, self->last->id);
}

/* Everybody to the next place of his group. */
static GArray *
put_together (Groups *self, gboolean descending)
{
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (self->groups->len);
  GArray *together = g_array_sized_new (FALSE, FALSE, sizeof (gint32), self->rids->len);
  guint start = 0;

  g_ptr_array_extend (order, self->groups, NULL, NULL);
  g_ptr_array_sort_with_data (order, compare_groups, GINT_TO_POINTER (descending));
  for (guint i = 0; i < order->len; i++)
    {
      Group *group = order->pdata[i];

      group->start = start;
      start += group->n;
    }
  g_array_set_size (together, self->rids->len);
  for (guint i = 0; i < self->rids->len; i++)
    {
      Group *group = self->groups->pdata[g_array_index (self->ids, guint, i)];

      g_array_index (together, gint32, group->start++) = g_array_index (self->rids, gint32, i);
    }
  return together;
}

GArray *
pamong_list_groups_read (PamongStmt *stmt, int n_keys, gboolean numbers, gboolean descending, GError **error)
{
  g_autoptr (GHashTable) by_value = g_hash_table_new (hash_group, is_same);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GArray) rids = g_array_new (FALSE, FALSE, sizeof (gint32)), ids = g_array_new (FALSE, FALSE, sizeof (guint));
  Groups self = { stmt, n_keys, numbers, by_value, groups, NULL, rids, ids };
  PamongStep step;

  g_return_val_if_fail (n_keys <= PAMONG_GROUP_KEYS && (!numbers || n_keys == 1), NULL);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    take_row (&self);
  return step == PAMONG_STEP_DONE ? put_together (&self, descending) : NULL;
}

GArray *
pamong_list_runs_read (PamongStmt *stmt, GError **error)
{
  GArray *rids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean has_value = FALSE;
  guint start = 0;
  PamongStep step;

  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gint32 rid = (gint32) pamong_stmt_int (stmt, 0);
      const char *text = pamong_stmt_text (stmt, 1);

      if (has_value != (text != NULL) || (text != NULL && !g_str_equal (text, value->str)))
        {
          pamong_list_turn_round (rids, start);
          start = rids->len;
          has_value = text != NULL;
          g_string_assign (value, text != NULL ? text : "");
        }
      g_array_append_val (rids, rid);
    }
  pamong_list_turn_round (rids, start);
  if (step != PAMONG_STEP_DONE)
    g_clear_pointer (&rids, g_array_unref);
  return rids;
}
