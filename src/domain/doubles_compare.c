/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/doubles_compare.h"

#include <string.h>

#include "domain/data.h"

#define MAX_WORDS 16
/* A letter more or less makes another name of a shorter word: ANI, ADI, IDA. */
#define NEAR_LETTERS 4
#define NIK_DIGITS 16
#define SERIAL_DIGITS 4
/* More digits than one slip of the hand makes. */
#define SLIP_DIGITS 2

typedef struct {
  const char *text;
  gsize length;
} Word;

typedef struct {
  Word words[MAX_WORDS];
  gboolean taken[MAX_WORDS];
  guint n;
} Words;

static void
split (const char *key, Words *words)
{
  while (*key != '\0' && words->n < MAX_WORDS)
    {
      gsize length = strcspn (key, " ");

      words->words[words->n++] = (Word) { key, length };
      key += length + (key[length] == ' ' ? 1 : 0);
    }
}

static gboolean
is_equal (const Word *one, const Word *other)
{
  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

/* One letter changed, added, left out, or two that stand beside each other exchanged. */
static gboolean
is_one_off (const Word *one, const Word *other)
{
  const Word *shorter = one->length <= other->length ? one : other, *longer = shorter == one ? other : one;
  gsize head = 0, tail = 0, left;

  if (shorter->length < NEAR_LETTERS || longer->length > shorter->length + 1)
    return FALSE;
  while (head < shorter->length && shorter->text[head] == longer->text[head])
    head++;
  while (tail < shorter->length - head && shorter->text[shorter->length - 1 - tail] == longer->text[longer->length - 1 - tail])
    tail++;
  left = shorter->length - head - tail;
  if (left <= (longer->length == shorter->length ? 1u : 0u))
    return TRUE;
  return left == 2 && longer->length == shorter->length && shorter->text[head] == longer->text[head + 1] && shorter->text[head + 1] == longer->text[head];
}

static gboolean
is_initial_of (const Word *one, const Word *other)
{
  return one->length == 1 && other->length > 1 && *one->text == *other->text;
}

/* The same letters, spaces apart: NURAINI, NUR AINI. */
static gboolean
is_joined (const char *one, const char *other)
{
  while (*one != '\0' || *other != '\0')
    {
      one += *one == ' ';
      other += *other == ' ';
      if (*one != *other)
        return FALSE;
      one += *one != '\0';
      other += *other != '\0';
    }
  return TRUE;
}

static gboolean
is_close (const Word *one, const Word *other)
{
  return is_one_off (one, other) || is_initial_of (one, other) || is_initial_of (other, one);
}

/* Gives words of @few their own in @many. Returns: how many it could. @longest: letters of the longest it gave. */
static guint
match_words (Words *few, Words *many, gboolean (*match) (const Word *, const Word *), gsize *longest)
{
  guint n = 0;

  for (guint i = 0; i < few->n; i++)
    for (guint j = 0; j < many->n && !few->taken[i]; j++)
      if (!many->taken[j] && match (&few->words[i], &many->words[j]))
        {
          few->taken[i] = many->taken[j] = TRUE;
          *longest = MAX (*longest, few->words[i].length);
          n++;
        }
  return n;
}

guint
pamong_double_compare_names (const char *one, const char *other)
{
  Words left = { .n = 0 }, right = { .n = 0 }, *few, *many;
  gsize longest = 0, ignored = 0;
  guint equal, close;

  if (one == other || strcmp (one, other) == 0 || is_joined (one, other))
    return PAMONG_DOUBLE_NAME_SAME;
  split (one, &left);
  split (other, &right);
  few = left.n <= right.n ? &left : &right;
  many = few == &left ? &right : &left;
  equal = match_words (few, many, is_equal, &longest);
  if (few->n < many->n)
    return equal == few->n && longest >= NEAR_LETTERS ? PAMONG_DOUBLE_NAME_SHORTER : PAMONG_DOUBLE_NAME_DIFFERS;
  if (equal == few->n)
    return few->n > 0 ? PAMONG_DOUBLE_NAME_SAME : PAMONG_DOUBLE_NAME_DIFFERS;
  close = equal + 1 == few->n ? match_words (few, many, is_close, &ignored) : 0;
  return equal + close == few->n ? PAMONG_DOUBLE_NAME_NEAR : PAMONG_DOUBLE_NAME_DIFFERS;
}

static GHashTable *
read_days (void)
{
  g_autofree char *text = pamong_data_text ("rules/double-days.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      if (strlen (row[0]) == 5)
        g_hash_table_add (days, GINT_TO_POINTER (g_ascii_strtoll (row[0], NULL, 10) * 100 + g_ascii_strtoll (row[0] + 3, NULL, 10)));
    }
  return days;
}

gboolean
pamong_double_is_common_day (gint birth)
{
  static GHashTable *days;

  if (g_once_init_enter (&days))
    g_once_init_leave (&days, read_days ());
  return g_hash_table_contains (days, GINT_TO_POINTER (birth % 10000));
}

/* @digits: of both as decimal numbers. @last: which is the highest place that differs, counted from the right. */
static guint
count_differing (guint64 one, guint64 other, guint digits, guint *last)
{
  guint n = 0;

  *last = 0;
  for (guint place = 0; place < digits; place++, one /= 10, other /= 10)
    if (one % 10 != other % 10)
      {
        n++;
        *last = place;
      }
  return n;
}

guint
pamong_double_compare_births (gint one, gint other)
{
  guint last;

  if (one == 0 || other == 0)
    return PAMONG_DOUBLE_BIRTH_MISSING;
  if (one == other)
    return pamong_double_is_common_day (one) ? PAMONG_DOUBLE_BIRTH_COMMON : PAMONG_DOUBLE_BIRTH_SAME;
  if (one / 10000 == other / 10000)
    {
      if (one / 100 % 100 == other % 100 && one % 100 == other / 100 % 100)
        return PAMONG_DOUBLE_BIRTH_SWAPPED;
      if (pamong_double_is_common_day (one) || pamong_double_is_common_day (other))
        return PAMONG_DOUBLE_BIRTH_YEAR;
    }
  return count_differing ((guint64) one, (guint64) other, 8, &last) == 1 && !pamong_double_is_common_day (one) ? PAMONG_DOUBLE_BIRTH_NEAR : PAMONG_DOUBLE_BIRTH_DIFFERS;
}

/* The date within the NIK is the birth date, women's days counted from 41. */
static gboolean
tells_birth (const PamongDoubleFacts *facts)
{
  int day = (int) (facts->nik / G_GUINT64_CONSTANT (100000000) % 100), month = (int) (facts->nik / 1000000 % 100), year = (int) (facts->nik / 10000 % 100);

  return facts->birth != 0 && day % 40 == facts->birth % 100 && month == facts->birth / 100 % 100 && year == facts->birth / 10000 % 100;
}

guint
pamong_double_compare_niks (const PamongDoubleFacts *one, const PamongDoubleFacts *other)
{
  guint n, last;

  if (one->nik != 0 && one->nik == other->nik)
    return PAMONG_DOUBLE_NIK_SAME;
  if (one->nik == 0 && other->nik == 0)
    return PAMONG_DOUBLE_NIK_NONE;
  if (one->nik == 0 || other->nik == 0 || one->temporary || other->temporary)
    return PAMONG_DOUBLE_NIK_ONE;
  n = count_differing (one->nik, other->nik, NIK_DIGITS, &last);
  if (last < SERIAL_DIGITS)
    return PAMONG_DOUBLE_NIK_SERIAL;
  if (n > SLIP_DIGITS || (one->birth != other->birth && tells_birth (one) && tells_birth (other)))
    return PAMONG_DOUBLE_NIK_DIFFERS;
  return PAMONG_DOUBLE_NIK_NEAR;
}
