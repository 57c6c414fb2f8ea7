/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search_index.h"

#include <string.h>

#include "domain/variants.h"

#define WORDS_MAX 255 /* of one name or address */

/* words: where the words of the name begin in `pool`. */
typedef struct {
  gint32 rid;
  guint32 words, address;
  guint16 area;
  guint8 status, n_words;
} Person;

typedef struct {
  guint64 nik, kk;
  gint16 rt;
} Numbers;

typedef struct {
  guint32 words; /* in address_pool */
  guint32 n_words;
} Address;

/* people and numbers go side by side. known: word -> number + 1; addresses: address key -> number + 1, only until all are in. */
struct _PamongSearchIndex {
  GStringChunk *letters;
  GHashTable *known, *addresses_known, *areas;
  GPtrArray *words, *variants;
  GArray *people, *numbers, *pool;
  GArray *addresses, *address_pool;
};

/* What a query means for each word, each address. */
typedef struct {
  const PamongSearchWords *words;
  guint32 *in_name, *in_address, *digits_in_address; /* by word; by address */
  gboolean *address_fits;                            /* by address */
  guint32 all_names, all_digits;
} Asked;

typedef struct {
  guint64 first; /* ranks of the first two words */
  guint32 place;
} SortKey;

typedef struct {
  PamongSearchIndex *index;
  const guint32 *ranks;
} SortData;

static guint32
word_number (PamongSearchIndex *self, const char *word, gsize length)
{
  g_autofree char *whole = g_strndup (word, length);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, whole));
  char *kept;
  g_autofree char *variant = NULL;

  if (number > 0)
    return number - 1;
  kept = g_string_chunk_insert (self->letters, whole);
  variant = pamong_word_variant (whole);
  g_ptr_array_add (self->words, kept);
  g_ptr_array_add (self->variants, strcmp (variant, kept) == 0 ? kept : g_string_chunk_insert_const (self->letters, variant));
  g_hash_table_insert (self->known, kept, GUINT_TO_POINTER (self->words->len));
  return self->words->len - 1;
}

/* Appends the words of @key to @pool. Returns: how many. */
static guint
add_words (PamongSearchIndex *self, GArray *pool, const char *key)
{
  guint n = 0;

  for (const char *word = key; word != NULL && *word != '\0' && n < WORDS_MAX;)
    {
      gsize length = strcspn (word, " ");

      if (length > 0)
        {
          guint32 number = word_number (self, word, length);

          g_array_append_val (pool, number);
          n++;
        }
      word += length + (word[length] == ' ');
    }
  return n;
}

static guint32
address_number (PamongSearchIndex *self, const char *key)
{
  Address address = { self->address_pool->len, 0 };
  guint32 number = 0;

  if (key == NULL || *key == '\0')
    return 0; /* the empty one */
  if (self->addresses_known != NULL)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (self->addresses_known, key));
  if (number > 0)
    return number;
  address.n_words = add_words (self, self->address_pool, key);
  g_array_append_val (self->addresses, address);
  if (self->addresses_known != NULL)
    g_hash_table_insert (self->addresses_known, g_strdup (key), GUINT_TO_POINTER (self->addresses->len - 1));
  return self->addresses->len - 1;
}

static guint16
area_number (PamongSearchIndex *self, const char *area)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->areas, area));

  if (number == 0)
    {
      number = g_hash_table_size (self->areas) + 1;
      g_hash_table_insert (self->areas, g_strdup (area), GUINT_TO_POINTER (number));
    }
  return (guint16) number;
}

static void
make_person (PamongSearchIndex *self, const PamongSearchRow *row, Person *person, Numbers *numbers)
{
  gboolean short_rt = row->rt != NULL && *row->rt != '\0' && strspn (row->rt, "0123456789") == strlen (row->rt) && pamong_search_digits_are_short (row->rt);

  *person = (Person) { .rid = row->rid, .words = self->pool->len, .address = address_number (self, row->address_key),
                       .area = area_number (self, row->area != NULL ? row->area : ""), .status = (guint8) row->status };
  person->n_words = (guint8) add_words (self, self->pool, row->name_key);
  *numbers = (Numbers) { pamong_search_number (row->nik), pamong_search_number (row->kk_number),
                         short_rt ? (gint16) g_ascii_strtoll (row->rt, NULL, 10) : -1 };
}

/* As strcmp of the whole names would: a space comes before every letter and digit. */
static int
compare_people (PamongSearchIndex *self, const Person *one, const Person *other)
{
  const guint32 *a = &g_array_index (self->pool, guint32, one->words), *b = &g_array_index (self->pool, guint32, other->words);

  for (guint i = 0; i < one->n_words && i < other->n_words; i++)
    if (a[i] != b[i])
      return strcmp (g_ptr_array_index (self->words, a[i]), g_ptr_array_index (self->words, b[i]));
  if (one->n_words != other->n_words)
    return one->n_words < other->n_words ? -1 : 1;
  return (one->rid > other->rid) - (one->rid < other->rid);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const SortKey *one = a, *other = b;
  const SortData *sort = data;
  const Person *people, *first, *second;
  const guint32 *pool = (const guint32 *) (gpointer) sort->index->pool->data;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  people = (const Person *) (gpointer) sort->index->people->data;
  first = &people[one->place];
  second = &people[other->place];
  for (guint i = 2; i < first->n_words && i < second->n_words; i++)
    {
      guint32 left = sort->ranks[pool[first->words + i]], right = sort->ranks[pool[second->words + i]];

      if (left != right)
        return left < right ? -1 : 1;
    }
  if (first->n_words != second->n_words)
    return first->n_words < second->n_words ? -1 : 1;
  return (first->rid > second->rid) - (first->rid < second->rid);
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer words)
{
  return strcmp (g_ptr_array_index ((GPtrArray *) words, *(const guint32 *) a), g_ptr_array_index ((GPtrArray *) words, *(const guint32 *) b));
}

/* By word: its place among all words in order, from 1 on. */
static guint32 *
rank_words (PamongSearchIndex *self)
{
  guint n = self->words->len;
  g_autofree guint32 *order = g_new (guint32, n + 1);
  guint32 *ranks = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_words, self->words);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i + 1;
  return ranks;
}

/* Puts people, their numbers and their words into the order of @keys, so that a query reads memory from front to back. */
static void
reorder (PamongSearchIndex *self, const SortKey *keys)
{
  guint n = self->people->len;
  GArray *people = g_array_sized_new (FALSE, FALSE, sizeof (Person), n);
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (Numbers), n);
  GArray *pool = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->pool->len);

  for (guint i = 0; i < n; i++)
    {
      Person person = g_array_index (self->people, Person, keys[i].place);
      guint32 from = person.words;

      person.words = pool->len;
      if (person.n_words > 0)
        g_array_append_vals (pool, &g_array_index (self->pool, guint32, from), person.n_words);
      g_array_append_val (people, person);
      g_array_append_val (numbers, g_array_index (self->numbers, Numbers, keys[i].place));
    }
  g_array_unref (self->people);
  g_array_unref (self->numbers);
  g_array_unref (self->pool);
  self->people = people;
  self->numbers = numbers;
  self->pool = pool;
}

static void
ask_words (PamongSearchIndex *self, Asked *asked, guint32 *digits)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);

      asked->in_name[i] = pamong_search_words_in_name (asked->words, word, g_ptr_array_index (self->variants, i));
      asked->in_address[i] = pamong_search_words_in_address (asked->words, word, &digits[i]);
    }
}

static void
ask_addresses (PamongSearchIndex *self, Asked *asked, const guint32 *digits)
{
  guint n_typed = MIN (g_strv_length (asked->words->address), PAMONG_SEARCH_WORDS_MAX);
  guint32 all = (1u << n_typed) - 1;
  const guint32 *pool = (const guint32 *) (gpointer) self->address_pool->data;

  for (guint i = 0; i < self->addresses->len; i++)
    {
      const Address *address = &g_array_index (self->addresses, Address, i);
      guint32 bits = 0;

      for (guint j = 0; j < address->n_words; j++)
        {
          bits |= asked->in_address[pool[address->words + j]];
          asked->digits_in_address[i] |= digits[pool[address->words + j]];
        }
      asked->address_fits[i] = (bits & all) == all;
    }
}

static void
ask (PamongSearchIndex *self, Asked *asked, const PamongSearchWords *words)
{
  g_autofree guint32 *digits = g_new0 (guint32, self->words->len + 1);

  *asked = (Asked) { .words = words, .in_name = g_new0 (guint32, self->words->len + 1), .in_address = g_new0 (guint32, self->words->len + 1),
                     .digits_in_address = g_new0 (guint32, self->addresses->len), .address_fits = g_new0 (gboolean, self->addresses->len) };
  asked->all_names = (1u << MIN (g_strv_length (words->name), PAMONG_SEARCH_WORDS_MAX)) - 1;
  asked->all_digits = (1u << MIN (words->digits->len, PAMONG_SEARCH_WORDS_MAX)) - 1;
  ask_words (self, asked, digits);
  ask_addresses (self, asked, digits);
}

static void
clear_asked (Asked *asked)
{
  g_free (asked->in_name);
  g_free (asked->in_address);
  g_free (asked->digits_in_address);
  g_free (asked->address_fits);
}

/* A bit for each typed number that is the RT or stands in a NIK or No. KK. */
static guint32
digits_in_numbers (const PamongSearchWords *words, const Numbers *numbers)
{
  guint32 bits = 0;

  for (guint i = 0; i < words->digits->len && i < PAMONG_SEARCH_WORDS_MAX; i++)
    {
      const char *typed = g_ptr_array_index (words->digits, i);
      guint n = (guint) strlen (typed);

      if (pamong_search_digits_are_short (typed))
        bits |= numbers->rt >= 0 && numbers->rt == (gint16) g_ascii_strtoll (typed, NULL, 10) ? 1u << i : 0;
      else if (n <= 16)
        {
          guint64 mask = n < 16 ? (G_GUINT64_CONSTANT (1) << 4 * n) - 1 : ~G_GUINT64_CONSTANT (0), wanted = pamong_search_number (typed) & mask;

          if (pamong_search_number_has (numbers->nik, wanted, n) || pamong_search_number_has (numbers->kk, wanted, n))
            bits |= 1u << i;
        }
    }
  return bits;
}

static gboolean
fits (const Asked *asked, const Person *person, const guint32 *pool, const Numbers *numbers)
{
  guint32 bits = 0;

  for (guint i = 0; i < person->n_words; i++)
    bits |= asked->in_name[pool[person->words + i]];
  if ((bits & asked->all_names) != asked->all_names && !asked->address_fits[person->address])
    return FALSE;
  return asked->all_digits == 0
         || ((digits_in_numbers (asked->words, numbers) | asked->digits_in_address[person->address]) & asked->all_digits) == asked->all_digits;
}

PamongSearchIndex *
pamong_search_index_new (void)
{
  PamongSearchIndex *self = g_new0 (PamongSearchIndex, 1);
  Address none = { 0, 0 };

  self->letters = g_string_chunk_new (65536);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->addresses_known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_ptr_array_new ();
  self->variants = g_ptr_array_new ();
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (Numbers));
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->addresses = g_array_new (FALSE, FALSE, sizeof (Address));
  self->address_pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->addresses, none);
  return self;
}

void
pamong_search_index_free (PamongSearchIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_clear_pointer (&self->addresses_known, g_hash_table_unref);
  g_hash_table_unref (self->areas);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->variants);
  g_array_unref (self->people);
  g_array_unref (self->numbers);
  g_array_unref (self->pool);
  g_array_unref (self->addresses);
  g_array_unref (self->address_pool);
  g_string_chunk_free (self->letters);
  g_free (self);
}

void
pamong_search_index_add (PamongSearchIndex *self, const PamongSearchRow *row)
{
  Person person;
  Numbers numbers;

  make_person (self, row, &person, &numbers);
  g_array_append_val (self->people, person);
  g_array_append_val (self->numbers, numbers);
}

void
pamong_search_index_sort (PamongSearchIndex *self)
{
  guint n = self->people->len;
  g_autofree guint32 *ranks = rank_words (self);
  g_autofree SortKey *keys = g_new0 (SortKey, n + 1);
  SortData data = { self, ranks };

  g_clear_pointer (&self->addresses_known, g_hash_table_unref);
  for (guint i = 0; i < n; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);
      const guint32 *pool = (const guint32 *) (gpointer) self->pool->data + person->words;
      guint64 first = person->n_words > 0 ? ranks[pool[0]] : 0, second = person->n_words > 1 ? ranks[pool[1]] : 0;

      keys[i] = (SortKey) { first << 32 | second, i };
    }
  g_qsort_with_data (keys, (int) n, sizeof *keys, compare_keys, &data);
  reorder (self, keys);
}

void
pamong_search_index_insert (PamongSearchIndex *self, const PamongSearchRow *row)
{
  guint low = 0, high = self->people->len;
  Person person;
  Numbers numbers;

  make_person (self, row, &person, &numbers);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_people (self, &g_array_index (self->people, Person, middle), &person) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (self->people, low, person);
  g_array_insert_val (self->numbers, low, numbers);
}

void
pamong_search_index_remove (PamongSearchIndex *self, gint32 rid)
{
  const Person *people = (const Person *) (gpointer) self->people->data;

  for (guint i = 0; i < self->people->len; i++)
    if (people[i].rid == rid)
      {
        g_array_remove_index (self->people, i);
        g_array_remove_index (self->numbers, i);
        return;
      }
}

GArray *
pamong_search_index_find (PamongSearchIndex *self, const PamongSearchWords *words, const char *area, int status, guint limit, guint *total)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  const Person *people = (const Person *) (gpointer) self->people->data;
  const Numbers *numbers = (const Numbers *) (gpointer) self->numbers->data;
  const guint32 *pool = (const guint32 *) (gpointer) self->pool->data;
  guint wanted = area != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->areas, area)) : 0;
  Asked asked;

  *total = 0;
  if (area != NULL && wanted == 0)
    return ids;
  ask (self, &asked, words);
  for (guint i = 0; i < self->people->len; i++)
    {
      if ((status != -1 && people[i].status != status) || (area != NULL && people[i].area != wanted) || !fits (&asked, &people[i], pool, &numbers[i]))
        continue;
      if (limit == 0 || *total < limit)
        g_array_append_val (ids, people[i].rid);
      (*total)++;
    }
  clear_asked (&asked);
  return ids;
}
