/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/variants.h"

#include <string.h>

#include "domain/data.h"
#include "domain/names.h"

/* Fewer letters begin too many words to mean one of them. */
#define BEGUN_LETTERS 4

typedef enum { ALWAYS, OLD, SIGN } When;

typedef struct {
  char *from, *to;
  gsize length; /* of from */
  When when;
} Letters;

typedef struct {
  GArray *letters;    /* Letters, the longest first */
  GHashTable *words;  /* spelling -> shared form */
  GPtrArray *written; /* the spellings, in the order of the file */
} Variants;

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const Letters *one = a, *other = b;

  return (one->length < other->length) - (one->length > other->length);
}

static GArray *
read_letters (void)
{
  g_autofree char *text = pamong_data_text ("search/letters.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letters));

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      Letters one = { g_strdup (row[0]), g_strdup (row[1]), strlen (row[0]), ALWAYS };

      if (one.length == 0)
        continue;
      if (strcmp (row[2], "old") == 0)
        one.when = OLD;
      else if (strcmp (row[2], "sign") == 0)
        one.when = SIGN;
      g_array_append_val (letters, one);
    }
  g_array_sort (letters, compare_letters);
  return letters;
}

static gboolean
is_old (const GArray *letters, const char *word)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const Letters *one = &g_array_index (letters, Letters, i);

      if (one->when == SIGN && strstr (word, one->from) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const Letters *
letters_at (const GArray *letters, const char *at, gboolean old)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const Letters *one = &g_array_index (letters, Letters, i);

      if ((one->when != OLD || old) && strncmp (at, one->from, one->length) == 0)
        return one;
    }
  return NULL;
}

static void
append_single (GString *form, char letter)
{
  if (form->len == 0 || form->str[form->len - 1] != letter || g_ascii_isdigit (letter) || (letter & 0x80) != 0)
    g_string_append_c (form, letter);
}

/* @word with its letters as they are written today and none of them twice. */
static char *
fold_letters (const GArray *letters, const char *word)
{
  gboolean old = is_old (letters, word);
  GString *form = g_string_sized_new (strlen (word));

  for (const char *at = word; *at != '\0';)
    {
      const Letters *one = letters_at (letters, at, old);
      const char *to = one != NULL ? one->to : NULL;

      if (to == NULL)
        append_single (form, *at);
      for (; to != NULL && *to != '\0'; to++)
        append_single (form, *to);
      at += one != NULL ? one->length : 1;
    }
  return g_string_free (form, FALSE);
}

static void
read_words (Variants *variants)
{
  g_autofree char *text = pamong_data_text ("search/words.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);

  variants->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  variants->written = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autofree char *all = g_strconcat (row[0], " ", row[1], NULL);
      g_auto (GStrv) spellings = g_strsplit (all, " ", -1);

      for (guint j = 0; spellings[j] != NULL; j++)
        {
          char *spelling = pamong_fold (spellings[j]);

          g_ptr_array_add (variants->written, spelling);
          g_hash_table_insert (variants->words, spelling, fold_letters (variants->letters, row[0]));
        }
    }
}

static const Variants *
known_variants (void)
{
  static Variants variants;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      variants.letters = read_letters ();
      read_words (&variants);
      g_once_init_leave (&done, 1);
    }
  return &variants;
}

char *
pamong_word_variant (const char *word)
{
  const Variants *variants = known_variants ();
  const char *form = g_hash_table_lookup (variants->words, word);

  return form != NULL ? g_strdup (form) : fold_letters (variants->letters, word);
}

const char *
pamong_word_variant_begun (const char *word)
{
  const Variants *variants = known_variants ();

  for (guint i = 0; strlen (word) >= BEGUN_LETTERS && i < variants->written->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (variants->written, i), word))
        return g_hash_table_lookup (variants->words, g_ptr_array_index (variants->written, i));
    }
  return NULL;
}

char *
pamong_name_variant_key (const char *name)
{
  g_autofree char *plain = pamong_name_key (name);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *form = pamong_word_variant (words[i]);

      g_free (words[i]);
      words[i] = form;
    }
  return g_strjoinv (" ", words);
}
