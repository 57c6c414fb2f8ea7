/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search_words.h"

#include <string.h>

#include "domain/names.h"

/* Digits of a NIK or No. KK are looked for from four on; fewer are an RT or a house number. */
#define NUMBER_DIGITS 4

static gboolean
is_digits (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* The bit of the first two letters of @word; none for a single letter. */
static guint64
beginning_bit (const char *word)
{
  if (word[0] == '\0' || word[0] == ' ' || word[1] == '\0' || word[1] == ' ')
    return 0;
  return G_GUINT64_CONSTANT (1) << (((guchar) word[0] * 29u + (guchar) word[1] * 7u) & 63u);
}

static guint64
beginnings_mask (const char *text)
{
  guint64 mask = 0;

  for (const char *word = text; word != NULL; word = strchr (word, ' '))
    {
      if (*word == ' ')
        word++;
      mask |= beginning_bit (word);
    }
  return mask;
}

static guint64
words_mask (char **words)
{
  guint64 mask = 0;

  for (guint i = 0; words[i] != NULL; i++)
    mask |= beginning_bit (words[i]);
  return mask;
}

/* Whether some word of @text begins with @word. */
static gboolean
begins_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  while (text != NULL)
    {
      if (text[0] == word[0] && strncmp (text, word, length) == 0)
        return TRUE;
      text = strchr (text, ' ');
      if (text != NULL)
        text++;
    }
  return FALSE;
}

static gboolean
begins_all (const char *text, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!begins_word (text, words[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
digits_match (const char *digits, const PamongSearchEntry *entry)
{
  if (strlen (digits) >= NUMBER_DIGITS && strstr (entry->text + entry->numbers, digits) != NULL)
    return TRUE;
  if (strlen (digits) < NUMBER_DIGITS && entry->rt >= 0 && entry->rt == (gint16) g_ascii_strtoll (digits, NULL, 10))
    return TRUE;
  return begins_word (entry->text + entry->address, digits);
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

void
pamong_search_entry_fill (PamongSearchEntry *entry, const char *name_key, const char *address_key, const char *rt, const char *nik, const char *kk_number)
{
  gsize name = MIN (strlen (name_key), 1000);
  gsize address = MIN (strlen (address_key != NULL ? address_key : ""), 1000);
  g_autofree char *numbers = g_strconcat (nik != NULL ? nik : "", " ", kk_number, NULL);

  entry->address = (guint16) (name + 1);
  entry->numbers = (guint16) (name + address + 2);
  entry->text = g_malloc0 (entry->numbers + strlen (numbers) + 1);
  memcpy (entry->text, name_key, name);
  if (address > 0)
    memcpy (entry->text + entry->address, address_key, address);
  memcpy (entry->text + entry->numbers, numbers, strlen (numbers));
  entry->rt = rt != NULL && is_digits (rt) && strlen (rt) < NUMBER_DIGITS ? (gint16) g_ascii_strtoll (rt, NULL, 10) : -1;
  entry->mask = beginnings_mask (entry->text) | beginnings_mask (entry->text + entry->address);
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
  words->name_mask = words_mask (words->name);
  words->address_mask = words_mask (words->address);
  return g_steal_pointer (&words);
}

void
pamong_search_words_free (PamongSearchWords *words)
{
  if (words == NULL)
    return;
  g_strfreev (words->name);
  g_strfreev (words->address);
  g_ptr_array_unref (words->digits);
  g_free (words);
}

gboolean
pamong_search_words_match (const PamongSearchWords *words, const PamongSearchEntry *entry)
{
  gboolean maybe_name = (entry->mask & words->name_mask) == words->name_mask;
  gboolean maybe_address = (entry->mask & words->address_mask) == words->address_mask;

  if (!maybe_name && !maybe_address)
    return FALSE;
  for (guint i = 0; i < words->digits->len; i++)
    {
      if (!digits_match (g_ptr_array_index (words->digits, i), entry))
        return FALSE;
    }
  return (maybe_name && begins_all (entry->text, words->name))
         || (maybe_address && begins_all (entry->text + entry->address, words->address));
}
