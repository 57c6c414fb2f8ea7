/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/names.h"
#include "domain/data.h"

#include <string.h>

/* Longer words are not looked up as titles. */
#define TITLE_BYTES_MAX 12

typedef struct {
  GHashTable *before; /* "h", "hj", "drs": folded without dots */
  GHashTable *after;  /* "spd", "mpd" */
} Titles;

/* Copies that people paste: typographic apostrophes mean the plain one. */
static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc || c == '`';
}

/* Appends @c to a folded key; @gap is kept between calls: a space is written only before the next letter. */
static void
append_folded (GString *key, gunichar c, gboolean *gap, gboolean join_dots)
{
  if (g_unichar_ismark (c) || is_apostrophe (c) || (join_dots && c == '.'))
    return;
  if (!g_unichar_isalnum (c))
    {
      *gap = key->len > 0;
      return;
    }
  if (*gap)
    g_string_append_c (key, ' ');
  *gap = FALSE;
  g_string_append_unichar (key, g_unichar_tolower (c));
}

/* The same of plain letters, as nearly all are: an import folds and tidies hundreds of thousands. */
static char *
fold_ascii (const char *text, gboolean join_dots)
{
  char *key = g_malloc (strlen (text) + 1), *end = key;
  gboolean gap = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      {
        if (gap)
          *end++ = ' ';
        gap = FALSE;
        *end++ = g_ascii_tolower (*c);
      }
    else if (*c != '\'' && *c != '`' && !(join_dots && *c == '.'))
      gap = end > key;
  *end = '\0';
  return key;
}

static char *
fold (const char *text, gboolean join_dots)
{
  g_autofree char *valid = NULL, *apart = NULL;
  GString *key;
  gboolean gap = FALSE;

  if (text == NULL)
    return g_strdup ("");
  if (g_str_is_ascii (text))
    return fold_ascii (text, join_dots);
  key = g_string_sized_new (strlen (text));
  valid = g_utf8_make_valid (text, -1);
  apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    append_folded (key, g_utf8_get_char (c), &gap, join_dots);
  return g_string_free (key, FALSE);
}

static const Titles *
titles (void)
{
  static Titles table;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      g_autofree char *text = pamong_data_text ("rules/titles.txt");
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      table.before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      table.after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (gsize i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '\0' && lines[i][0] != '#')
          g_hash_table_add (lines[i][0] == ',' ? table.after : table.before, fold (lines[i], TRUE));
      g_once_init_leave (&done, 1);
    }
  return &table;
}

/* A word behind a name is a title when it is written like one: after a comma, with dots, or too long to be a short name (MA, SE). */
static gboolean
is_title_after (const char *word, gboolean after_comma)
{
  g_autofree char *key = fold (word, TRUE);

  return g_hash_table_contains (titles ()->after, key) && (after_comma || strchr (word, '.') != NULL || strlen (key) >= 3);
}

static gboolean
is_title_before (const char *word)
{
  g_autofree char *key = fold (word, TRUE);

  return g_hash_table_contains (titles ()->before, key);
}

/* The words of @name between its titles, [*first, *last); at least one word stays. */
static void
trim_titles (char **words, guint *first, guint *last)
{
  g_autofree gboolean *after_comma = g_new0 (gboolean, *last + 1);

  for (guint i = 0; i < *last; i++)
    after_comma[i + 1] = after_comma[i] || g_str_has_suffix (words[i], ",");
  while (*first + 1 < *last && is_title_before (words[*first]))
    (*first)++;
  while (*first + 1 < *last && is_title_after (words[*last - 1], after_comma[*last - 1]))
    (*last)--;
}

/* "H.ABDUL, S.Pd,M.Si" -> words at spaces, a comma stays at the end of its word, a leading "H." is cut off its name. */
static char **
split_words (const char *name)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *c = name; ; c++)
    {
      gboolean space = *c == '\0' || g_ascii_isspace (*c);

      if (!space)
        g_string_append_c (word, *c);
      if (word->len > 0 && (space || *c == ',' || (*c == '.' && word->len <= TITLE_BYTES_MAX && is_title_before (word->str))))
        {
          g_strv_builder_add (words, word->str);
          g_string_truncate (word, 0);
        }
      if (*c == '\0')
        return g_strv_builder_end (words);
    }
}

static char *
tidy_ascii (const char *text)
{
  char *tidy = g_malloc (strlen (text) + 1), *end = tidy;
  gboolean gap = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isspace (*c))
        {
          gap = end > tidy;
          continue;
        }
      if (gap)
        *end++ = ' ';
      gap = FALSE;
      *end++ = *c == '`' ? '\'' : g_ascii_toupper (*c);
    }
  *end = '\0';
  return tidy;
}

char *
pamong_name_tidy (const char *text)
{
  g_autofree char *valid = NULL, *whole = NULL, *upper = NULL;
  GString *tidy;
  gboolean gap = FALSE;

  if (text == NULL || g_str_is_ascii (text))
    return tidy_ascii (text != NULL ? text : "");
  valid = g_utf8_make_valid (text, -1);
  whole = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  upper = g_utf8_strup (whole, -1);
  tidy = g_string_sized_new (strlen (upper));
  for (const char *c = upper; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter))
        {
          gap = tidy->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (tidy, ' ');
      gap = FALSE;
      g_string_append_unichar (tidy, is_apostrophe (letter) ? '\'' : letter);
    }
  return g_string_free (tidy, FALSE);
}

char *
pamong_name_key (const char *name)
{
  g_auto (GStrv) words = split_words (name != NULL ? name : "");
  guint first = 0, last = g_strv_length (words);
  g_autoptr (GString) key = g_string_new (NULL);

  trim_titles (words, &first, &last);
  for (guint i = first; i < last; i++)
    {
      g_autofree char *word = fold (words[i], FALSE);

      if (key->len > 0 && *word != '\0')
        g_string_append_c (key, ' ');
      g_string_append (key, word);
    }
  /* "H. -": nothing but a title can be found. */
  return key->len > 0 ? g_string_free (g_steal_pointer (&key), FALSE) : fold (name, FALSE);
}

char *
pamong_fold (const char *text)
{
  return fold (text, FALSE);
}
