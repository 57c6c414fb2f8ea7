/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/merge.h"
#include "wire/json.h"

typedef enum { VERDICT_SAME, VERDICT_TAKE, VERDICT_CLASH } Verdict;

static void
free_clash (PamongClash *clash)
{
  g_free (clash->key);
  g_free (clash->base);
  g_free (clash->current);
  g_free (clash->other);
  g_free (clash);
}

void
pamong_merge_free (PamongMerge *merge)
{
  if (merge == NULL)
    return;
  pamong_record_free (merge->record);
  g_ptr_array_unref (merge->clashes);
  g_ptr_array_unref (merge->settled);
  g_ptr_array_unref (merge->taken);
  g_free (merge);
}

/* A key this program does not know is a group of its own. */
static const char *
group_key (PamongKind kind, const PamongDelta *delta)
{
  if (delta->field < 0)
    return delta->key;
  return pamong_field_get (kind, pamong_field_get (kind, delta->field)->group)->key;
}

static void
get_current (const PamongRecord *record, const PamongDelta *delta, PamongValue *value)
{
  *value = (PamongValue) { PAMONG_VALUE_NULL };
  if (delta->field >= 0)
    pamong_value_copy (value, &record->values[delta->field]);
  else if ((value->s = pamong_record_dup_extra (record, delta->key)) != NULL)
    value->type = PAMONG_VALUE_TEXT;
}

static Verdict
judge_delta (const PamongRecord *current, const PamongDelta *delta, PamongMergeBound bound)
{
  PamongValue value;
  Verdict verdict = VERDICT_CLASH;

  get_current (current, delta, &value);
  if (pamong_value_equal (&value, &delta->new_value))
    verdict = VERDICT_SAME;
  else if (pamong_value_equal (&value, &delta->old_value) && (bound != PAMONG_MERGE_FILL || value.type == PAMONG_VALUE_NULL))
    verdict = VERDICT_TAKE;
  pamong_value_clear (&value);
  return verdict;
}

static void
put_member (GString *out, const PamongDelta *delta, const PamongValue *value)
{
  pamong_json_put_key (out, delta->key);
  if (delta->field < 0 && value->type == PAMONG_VALUE_TEXT)
    g_string_append (out, value->s);
  else
    pamong_json_put_value (out, value);
}

static PamongClash *
new_clash (const PamongRecord *current, const char *key, GPtrArray *deltas)
{
  PamongClash *clash = g_new0 (PamongClash, 1);
  GString *sides[3] = { g_string_new ("{"), g_string_new ("{"), g_string_new ("{") };

  for (guint i = 0; i < deltas->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (deltas, i);
      PamongValue value;

      get_current (current, delta, &value);
      put_member (sides[0], delta, &delta->old_value);
      put_member (sides[1], delta, &value);
      put_member (sides[2], delta, &delta->new_value);
      pamong_value_clear (&value);
    }
  for (guint i = 0; i < 3; i++)
    g_string_append_c (sides[i], '}');
  clash->key = g_strdup (key);
  clash->base = g_string_free (sides[0], FALSE);
  clash->current = g_string_free (sides[1], FALSE);
  clash->other = g_string_free (sides[2], FALSE);
  return clash;
}

static void
take_group (PamongRecord *record, GPtrArray *deltas)
{
  for (guint i = 0; i < deltas->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (deltas, i);

      if (delta->field >= 0)
        pamong_record_set_value (record, delta->field, &delta->new_value);
      else
        pamong_record_put_extra (record, delta->key, delta->new_value.type == PAMONG_VALUE_TEXT ? delta->new_value.s : NULL);
    }
}

/* Does the change speak of only some of the group's fields? */
static gboolean
is_part (PamongKind kind, GPtrArray *deltas)
{
  const PamongDelta *first = g_ptr_array_index (deltas, 0);
  int group = first->field < 0 ? -1 : pamong_field_get (kind, first->field)->group;
  guint n, members = 0;
  const PamongField *fields = pamong_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    members += fields[i].group == group;
  return deltas->len < members;
}

static void
merge_group (PamongMerge *merge, const PamongRecord *current, const char *key, GPtrArray *deltas, gboolean foreign, PamongMergeBound bound)
{
  Verdict worst = VERDICT_SAME;

  for (guint i = 0; i < deltas->len; i++)
    worst = MAX (worst, judge_delta (current, g_ptr_array_index (deltas, i), bound));
  if ((bound == PAMONG_MERGE_LEAVE && worst != VERDICT_SAME) || (bound == PAMONG_MERGE_BACK && worst == VERDICT_CLASH))
    {
      merge->left = TRUE;
      return;
    }
  if (worst == VERDICT_CLASH || (worst == VERDICT_TAKE && foreign && is_part (current->kind, deltas)))
    {
      g_ptr_array_add (merge->clashes, new_clash (current, key, deltas));
      return;
    }
  g_ptr_array_add (merge->settled, g_strdup (key));
  if (worst == VERDICT_SAME)
    return;
  take_group (merge->record, deltas);
  g_ptr_array_add (merge->taken, g_strdup (key));
}

char **
pamong_merge_keys (const PamongChange *change)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < change->set->len; i++)
    {
      const char *key = group_key (change->kind, g_ptr_array_index (change->set, i));

      if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_strdup (key));
    }
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

PamongMerge *
pamong_merge_bound (const PamongRecord *current, const PamongChange *change, const char *const *foreign, PamongMergeBoundFunc bound, gpointer data)
{
  PamongMerge *merge = g_new0 (PamongMerge, 1);
  g_auto (GStrv) keys = pamong_merge_keys (change);

  merge->record = pamong_record_copy (current);
  merge->clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_clash);
  merge->settled = g_ptr_array_new_with_free_func (g_free);
  merge->taken = g_ptr_array_new_with_free_func (g_free);
  for (char **key = keys; *key != NULL; key++)
    {
      g_autoptr (GPtrArray) deltas = g_ptr_array_new ();

      for (guint i = 0; i < change->set->len; i++)
        if (g_str_equal (group_key (change->kind, g_ptr_array_index (change->set, i)), *key))
          g_ptr_array_add (deltas, g_ptr_array_index (change->set, i));
      merge_group (merge, current, *key, deltas, foreign != NULL && g_strv_contains (foreign, *key), bound != NULL ? bound (*key, data) : PAMONG_MERGE_FREE);
    }
  return merge;
}

PamongMerge *
pamong_merge (const PamongRecord *current, const PamongChange *change, const char *const *foreign)
{
  return pamong_merge_bound (current, change, foreign, NULL, NULL);
}
