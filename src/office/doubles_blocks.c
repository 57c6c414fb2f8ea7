/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/doubles_blocks.h"

#include <string.h>

/* More people of one key than this are not compared each with each, but with so many neighbours. */
#define BLOCK_MAX 150
#define NEIGHBOURS 100
/* Of twenty records of one person each is told beside this many of the others. */
#define HITS_MAX 8
#define WORDS_MAX 3
#define WORD_LETTERS 3
#define LOOK_EVERY 512

/* What two people must agree in to be compared. */
typedef enum { BY_NIK, BY_NAME_YEAR, BY_NAME_DAY, BY_NAME_MOTHER, BY_NAME_FATHER, BY_BIRTH_MOTHER, BY_PARENTS_YEAR, BY_BIRTH_WORD, N_BLOCKS } Block;

typedef struct {
  guint64 key;
  guint32 person;
} Entry;

typedef struct {
  const GArray *people;
  gint *broken;
  PamongDoublesHitFunc hit;
  gpointer data;
} Blocks;

/* Texts are kept once, so that a pointer stands for its text. */
static guint64
mix (gconstpointer one, gconstpointer other, gint64 number)
{
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);
  const guint64 parts[] = { (guint64) (gsize) one, (guint64) (gsize) other, (guint64) number };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      key = (key ^ parts[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      key ^= key >> 29;
    }
  return key;
}

/* Returns: FALSE when @facts do not say enough for this block. */
static gboolean
make_key (Block block, const PamongDoubleFacts *facts, guint64 *key)
{
  const char *one = facts->name, *other = block == BY_NAME_FATHER ? facts->father : facts->mother;
  gint64 number = 0;

  switch (block)
    {
    case BY_NIK:
      *key = mix (NULL, NULL, (gint64) facts->nik);
      return facts->nik != 0;
    case BY_NAME_YEAR:
      *key = mix (one, NULL, facts->birth / 10000);
      return one != NULL && facts->birth != 0;
    case BY_NAME_DAY:
      *key = mix (one, NULL, facts->birth % 10000);
      return one != NULL && facts->birth != 0 && !pamong_double_is_common_day (facts->birth);
    case BY_BIRTH_MOTHER:
      one = facts->mother;
      number = facts->birth;
      break;
    case BY_PARENTS_YEAR:
      one = facts->father;
      number = facts->birth / 10000;
      break;
    default:
      number = 1;
    }
  *key = mix (one, other, number);
  return one != NULL && other != NULL && number != 0;
}

static void
add_words (GArray *entries, const PamongDoubleFacts *facts, guint32 person)
{
  const char *word = facts->name;

  for (guint n = 0; word != NULL && facts->birth != 0 && n < WORDS_MAX; n++)
    {
      gint64 letters = 0;
      Entry entry = { 0, person };

      for (guint i = 0; i < WORD_LETTERS && word[i] != '\0' && word[i] != ' '; i++)
        letters = letters * 256 + (guint8) word[i];
      entry.key = mix (NULL, NULL, letters << 32 | facts->birth);
      g_array_append_val (entries, entry);
      word = strchr (word, ' ');
      word = word != NULL ? word + 1 : NULL;
    }
}

static int
by_key (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return (one->person > other->person) - (one->person < other->person);
}

static const PamongDoubleFacts *
person_of (const Blocks *self, const Entry *entry)
{
  return &g_array_index (self->people, PamongDoubleFacts, entry->person);
}

static gboolean
is_hit (const Blocks *self, const PamongDoubleFacts *one, const PamongDoubleFacts *other)
{
  if (one == other || pamong_double_judge (one, other, NULL, NULL) == PAMONG_DOUBLE_NONE)
    return FALSE;
  self->hit (one, other, self->data);
  return TRUE;
}

static int
compare_texts (const char *one, const char *other)
{
  return one == other ? 0 : g_strcmp0 (one, other);
}

typedef enum { MOTHER_FIRST, FATHER_FIRST, BIRTH_FIRST, HOUSE_FIRST, N_ORDERS } Order;

static int
by_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const PamongDoubleFacts *one = *(const PamongDoubleFacts *const *) a, *other = *(const PamongDoubleFacts *const *) b;
  Order order = GPOINTER_TO_UINT (data);
  int found = compare_texts (one->name, other->name);

  if (found == 0 && order == HOUSE_FIRST)
    found = compare_texts (one->house, other->house);
  if (found == 0 && order == BIRTH_FIRST)
    found = (one->birth > other->birth) - (one->birth < other->birth);
  if (found == 0 && order != FATHER_FIRST)
    found = compare_texts (one->mother, other->mother);
  if (found == 0)
    found = compare_texts (one->father, other->father);
  if (found == 0)
    found = compare_texts (one->mother, other->mother);
  if (found == 0)
    found = (one->birth > other->birth) - (one->birth < other->birth);
  return found != 0 ? found : strcmp (one->uid, other->uid);
}

static gboolean
is_broken (const Blocks *self)
{
  return self->broken != NULL && g_atomic_int_get (self->broken) != 0;
}

/* Too many to compare each with each: each with its neighbours, in several orders. */
static gboolean
compare_neighbours (const Blocks *self, const Entry *entries, guint n)
{
  g_autofree const PamongDoubleFacts **people = g_new (const PamongDoubleFacts *, n);

  for (guint i = 0; i < n; i++)
    people[i] = person_of (self, &entries[i]);
  for (Order order = 0; order < N_ORDERS; order++)
    {
      g_qsort_with_data (people, (gint) n, sizeof *people, by_order, GUINT_TO_POINTER (order));
      for (guint i = 0; i < n; i++)
        {
          guint hits = 0;

          if (i % LOOK_EVERY == 0 && is_broken (self))
            return FALSE;
          for (guint j = i + 1; j < n && j <= i + NEIGHBOURS && hits < HITS_MAX; j++)
            hits += is_hit (self, people[i], people[j]);
        }
    }
  return TRUE;
}

static gboolean
compare_block (const Blocks *self, const Entry *entries, guint n)
{
  if (n > BLOCK_MAX)
    return compare_neighbours (self, entries, n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      is_hit (self, person_of (self, &entries[i]), person_of (self, &entries[j]));
  return TRUE;
}

static void
collect (const Blocks *self, Block block, GArray *entries)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const PamongDoubleFacts *facts = &g_array_index (self->people, PamongDoubleFacts, i);
      Entry entry = { 0, i };

      if (block == BY_BIRTH_WORD)
        add_words (entries, facts, i);
      else if (make_key (block, facts, &entry.key))
        g_array_append_val (entries, entry);
    }
}

gboolean
pamong_doubles_compare_all (const GArray *people, gint *broken, PamongDoublesHitFunc hit, gpointer data)
{
  const Blocks self = { people, broken, hit, data };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (Block block = 0; block < N_BLOCKS; block++)
    {
      const Entry *all;

      g_array_set_size (entries, 0);
      collect (&self, block, entries);
      g_array_sort (entries, by_key);
      all = (const Entry *) (gpointer) entries->data;
      for (guint first = 0, next; first < entries->len; first = next)
        {
          for (next = first + 1; next < entries->len && all[next].key == all[first].key;)
            next++;
          if (first / LOOK_EVERY != next / LOOK_EVERY && is_broken (&self))
            return FALSE;
          if (!compare_block (&self, &all[first], next - first))
            return FALSE;
        }
    }
  return TRUE;
}
