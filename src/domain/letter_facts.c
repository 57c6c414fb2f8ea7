/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/letter_facts.h"

#include <stdlib.h>
#include <string.h>

struct _PamongLetterFacts {
  gatomicrefcount refs;
  GHashTable *values; /* key -> text */
  GHashTable *lists;  /* name -> GPtrArray of GHashTable (column -> text) */
};

static GHashTable *
new_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
}

PamongLetterFacts *
pamong_letter_facts_new (void)
{
  PamongLetterFacts *facts = g_new0 (PamongLetterFacts, 1);

  g_atomic_ref_count_init (&facts->refs);
  facts->values = new_values ();
  facts->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return facts;
}

PamongLetterFacts *
pamong_letter_facts_ref (PamongLetterFacts *facts)
{
  g_atomic_ref_count_inc (&facts->refs);
  return facts;
}

void
pamong_letter_facts_unref (PamongLetterFacts *facts)
{
  if (facts == NULL || !g_atomic_ref_count_dec (&facts->refs))
    return;
  g_hash_table_unref (facts->values);
  g_hash_table_unref (facts->lists);
  g_free (facts);
}

static void
copy_values (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &text))
    g_hash_table_insert (to, g_strdup (key), g_strdup (text));
}

PamongLetterFacts *
pamong_letter_facts_copy (PamongLetterFacts *facts)
{
  PamongLetterFacts *copy = pamong_letter_facts_new ();
  GHashTableIter iter;
  gpointer name, rows;

  copy_values (copy->values, facts->values);
  g_hash_table_iter_init (&iter, facts->lists);
  while (g_hash_table_iter_next (&iter, &name, &rows))
    {
      GPtrArray *to = new_rows ();

      for (guint i = 0; i < ((GPtrArray *) rows)->len; i++)
        {
          g_ptr_array_add (to, new_values ());
          copy_values (to->pdata[i], ((GPtrArray *) rows)->pdata[i]);
        }
      g_hash_table_insert (copy->lists, g_strdup (name), to);
    }
  return copy;
}

/* Letters of a page stand in lines the page makes: what would end one, or is no letter, is a space. */
static char *
clean (const char *text)
{
  char *copy = g_utf8_make_valid (text, -1);

  for (char *c = copy; *c != '\0'; c++)
    if ((guchar) *c < ' ' && *c != '\n')
      *c = ' ';
  return g_strstrip (copy);
}

static void
put (GHashTable *values, const char *key, const char *text)
{
  g_autofree char *cleaned = text != NULL ? clean (text) : NULL;

  if (cleaned != NULL && *cleaned != '\0')
    g_hash_table_insert (values, g_strdup (key), g_steal_pointer (&cleaned));
  else
    g_hash_table_remove (values, key);
}

static const char *
look_up (GHashTable *values, const char *key)
{
  const char *text = g_hash_table_lookup (values, key);

  return text != NULL ? text : "";
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static const char **
sorted (GHashTable *table)
{
  guint n = 0;
  const char **keys = (const char **) g_hash_table_get_keys_as_array (table, &n);

  qsort (keys, n, sizeof *keys, compare_names);
  return keys;
}

void
pamong_letter_facts_set (PamongLetterFacts *facts, const char *key, const char *text)
{
  put (facts->values, key, text);
}

const char *
pamong_letter_facts_get (PamongLetterFacts *facts, const char *key)
{
  return look_up (facts->values, key);
}

const char **
pamong_letter_facts_keys (PamongLetterFacts *facts)
{
  return sorted (facts->values);
}

guint
pamong_letter_facts_add_row (PamongLetterFacts *facts, const char *list)
{
  GPtrArray *rows = g_hash_table_lookup (facts->lists, list);

  if (rows == NULL)
    g_hash_table_insert (facts->lists, g_strdup (list), rows = new_rows ());
  g_ptr_array_add (rows, new_values ());
  return rows->len - 1;
}

static GHashTable *
find_row (PamongLetterFacts *facts, const char *list, guint row)
{
  GPtrArray *rows = g_hash_table_lookup (facts->lists, list);

  return rows != NULL && row < rows->len ? rows->pdata[row] : NULL;
}

void
pamong_letter_facts_set_cell (PamongLetterFacts *facts, const char *list, guint row, const char *column, const char *text)
{
  GHashTable *values = find_row (facts, list, row);

  g_return_if_fail (values != NULL);
  put (values, column, text);
}

const char *
pamong_letter_facts_cell (PamongLetterFacts *facts, const char *list, guint row, const char *column)
{
  GHashTable *values = find_row (facts, list, row);

  return values != NULL ? look_up (values, column) : "";
}

guint
pamong_letter_facts_n_rows (PamongLetterFacts *facts, const char *list)
{
  GPtrArray *rows = g_hash_table_lookup (facts->lists, list);

  return rows != NULL ? rows->len : 0;
}

const char **
pamong_letter_facts_columns (PamongLetterFacts *facts, const char *list, guint row)
{
  GHashTable *values = find_row (facts, list, row);

  return values != NULL ? sorted (values) : g_new0 (const char *, 1);
}

const char **
pamong_letter_facts_lists (PamongLetterFacts *facts)
{
  return sorted (facts->lists);
}

void
pamong_letter_facts_clear_list (PamongLetterFacts *facts, const char *list)
{
  g_hash_table_remove (facts->lists, list);
}
