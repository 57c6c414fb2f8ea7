/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search_words.h"

#include <string.h>

#include "domain/names.h"
#include "domain/variants.h"

/* Digits of a NIK or No. KK are looked for from four on; fewer are an RT or a house number. */
#define NUMBER_DIGITS 4
/* Fewer letters are only looked for as they are typed. */
#define VARIANT_LETTERS 3

static gboolean
is_digits (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* @folded cut into words: those of letters are returned, those of digits go to @digits (when given). */
static char **
cut_words (const char *folded, GPtrArray *digits)
{
  g_auto (GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) letters = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (*all[i] == '\0')
        continue;
      if (!is_digits (all[i]))
        g_strv_builder_add (letters, all[i]);
      else if (digits != NULL)
        g_ptr_array_add (digits, g_strdup (all[i]));
    }
  return g_strv_builder_end (letters);
}

/* "3522 2804 …" is one number typed in groups. */
static void
join_digits (GPtrArray *digits)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < digits->len; i++)
    g_string_append (joined, g_ptr_array_index (digits, i));
  if (digits->len < 2 || joined->len <= NUMBER_DIGITS)
    return;
  g_ptr_array_set_size (digits, 0);
  g_ptr_array_add (digits, g_strdup (joined->str));
}

static gsize
count_typed (char **letters, GPtrArray *digits)
{
  gsize typed = 0;

  for (guint i = 0; letters[i] != NULL; i++)
    typed += (gsize) g_utf8_strlen (letters[i], -1);
  for (guint i = 0; i < digits->len; i++)
    typed += strlen (g_ptr_array_index (digits, i));
  return typed;
}

/* The words of @words as their shared forms. */
static char **
variants_of (char **words, const char ***begun)
{
  guint n = g_strv_length (words);
  char **variants = g_new0 (char *, n + 1);

  *begun = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      variants[i] = pamong_word_variant (words[i]);
      (*begun)[i] = pamong_word_variant_begun (words[i]);
      if (strlen (words[i]) < VARIANT_LETTERS && strlen (variants[i]) > strlen (words[i]))
        (*begun)[i] = variants[i]; /* a short form of its own: "st" */
    }
  return variants;
}

PamongSearchWords *
pamong_search_words_parse (const char *text)
{
  g_autoptr (PamongSearchWords) words = g_new0 (PamongSearchWords, 1);
  g_autofree char *folded = pamong_fold (text);
  g_autofree char *name_key = pamong_name_key (text);

  words->digits = g_ptr_array_new_with_free_func (g_free);
  words->address = cut_words (folded, words->digits);
  words->name = cut_words (name_key, NULL);
  if (words->name[0] == NULL)
    {
      g_strfreev (words->name); /* only a title, or the beginning of a name that reads like one: "dr" of DRAJAT */
      words->name = g_strdupv (words->address);
    }
  if (words->address[0] == NULL)
    join_digits (words->digits);
  if (count_typed (words->address, words->digits) < 2)
    return NULL;
  words->variants = variants_of (words->name, &words->begun);
  return g_steal_pointer (&words);
}

void
pamong_search_words_free (PamongSearchWords *words)
{
  if (words == NULL)
    return;
  g_strfreev (words->name);
  g_strfreev (words->address);
  g_strfreev (words->variants);
  g_free (words->begun);
  g_ptr_array_unref (words->digits);
  g_free (words);
}

guint32
pamong_search_words_in_name (const PamongSearchWords *words, const char *word, const char *variant)
{
  guint32 bits = 0;

  for (guint i = 0; words->name[i] != NULL && i < PAMONG_SEARCH_WORDS_MAX; i++)
    {
      const char *typed = words->name[i];

      if (g_str_has_prefix (word, typed) || (strlen (typed) >= VARIANT_LETTERS && g_str_has_prefix (variant, words->variants[i]))
          || (words->begun[i] != NULL && strcmp (variant, words->begun[i]) == 0))
        bits |= 1u << i;
    }
  return bits;
}

guint32
pamong_search_words_in_address (const PamongSearchWords *words, const char *word, guint32 *digits)
{
  guint32 bits = 0;

  *digits = 0;
  for (guint i = 0; words->address[i] != NULL && i < PAMONG_SEARCH_WORDS_MAX; i++)
    bits |= g_str_has_prefix (word, words->address[i]) ? 1u << i : 0;
  for (guint i = 0; i < words->digits->len && i < PAMONG_SEARCH_WORDS_MAX; i++)
    *digits |= g_str_has_prefix (word, g_ptr_array_index (words->digits, i)) ? 1u << i : 0;
  return bits;
}

guint64
pamong_search_number (const char *text)
{
  guint64 number = ~G_GUINT64_CONSTANT (0);

  for (guint n = 0; text != NULL && *text != '\0' && n < 16; text++)
    if (g_ascii_isdigit (*text))
      {
        number = number << 4 | (guint64) (*text - '0');
        n++;
      }
  return number;
}

gboolean
pamong_search_number_has (guint64 number, guint64 digits, guint n_digits)
{
  guint64 mask = n_digits < 16 ? (G_GUINT64_CONSTANT (1) << 4 * n_digits) - 1 : ~G_GUINT64_CONSTANT (0);

  for (guint shift = 0; shift + n_digits <= 16; shift++)
    if (((number >> 4 * shift) & mask) == digits)
      return TRUE;
  return FALSE;
}

gboolean
pamong_search_digits_are_short (const char *digits)
{
  return strlen (digits) < NUMBER_DIGITS;
}
