/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/names.h"

#include <stdlib.h>
#include <string.h>

#define CODE_MAX 255

/* A PamongCode with the folded words a person may type for it; @keys[0] is the label, then the display, the short label and old spellings. */
typedef struct {
  PamongCode code;
  GPtrArray *keys;
} Entry;

typedef struct {
  GPtrArray *entries; /* by code; a PamongCode is the head of its Entry */
  Entry *by_code[CODE_MAX + 1];
  GHashTable *by_key; /* folded word -> Entry, the first that has it */
} List;

/* How well a code answers what was typed; smaller is better. */
typedef enum { MATCH_EXACT, MATCH_NUMBER, MATCH_START, MATCH_WORD, MATCH_NONE } Match;

/* Folding drops punctuation, but A+ and A- are two blood types. */
static char *
fold_code (const char *text)
{
  gsize n = strlen (text);
  g_autofree char *spelled = NULL;

  if (n > 1 && text[n - 1] == '+')
    spelled = g_strdup_printf ("%.*s positif", (int) n - 1, text);
  else if (n > 1 && text[n - 1] == '-')
    spelled = g_strdup_printf ("%.*s negatif", (int) n - 1, text);
  return pamong_fold (spelled != NULL ? spelled : text);
}

static void
add_key (Entry *entry, const char *text)
{
  if (*text != '\0')
    g_ptr_array_add (entry->keys, fold_code (text));
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return (*(const PamongCode *const *) a)->code - (*(const PamongCode *const *) b)->code;
}

/* Columns: code,label,display,short,valid_from,valid_to,source */
static List *
read_list (const char *path)
{
  g_autofree char *text = pamong_data_text (path);
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  List *list = g_new0 (List, 1);

  list->entries = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      int code = g_strv_length (row) >= 6 ? atoi (row[0]) : 0;
      Entry *entry;

      if (code < 1 || code > CODE_MAX || list->by_code[code] != NULL)
        continue;
      entry = g_new0 (Entry, 1);
      entry->code = (PamongCode) { code, g_strdup (row[1]), g_strdup (row[2]),
                                   *row[3] != '\0' ? g_strdup (row[3]) : NULL, g_strdup (row[4]), g_strdup (row[5]) };
      entry->keys = g_ptr_array_new ();
      for (int column = 1; column <= 3; column++)
        add_key (entry, row[column]);
      list->by_code[code] = entry;
      g_ptr_array_add (list->entries, entry);
    }
  g_ptr_array_sort (list->entries, compare_codes);
  return list;
}

/* Columns: list,text,code */
static void
read_aliases (GHashTable *lists)
{
  g_autofree char *text = pamong_data_text ("codes/aliases.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      List *list = g_strv_length (row) >= 3 ? g_hash_table_lookup (lists, row[0]) : NULL;
      int code = list != NULL ? atoi (row[2]) : 0;

      if (code >= 1 && code <= CODE_MAX && list->by_code[code] != NULL)
        add_key (list->by_code[code], row[1]);
    }
}

static void
index_keys (gpointer name G_GNUC_UNUSED, gpointer data, gpointer user_data G_GNUC_UNUSED)
{
  List *list = data;

  list->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < list->entries->len; i++)
    {
      Entry *entry = list->entries->pdata[i];

      for (guint k = 0; k < entry->keys->len; k++)
        if (!g_hash_table_contains (list->by_key, entry->keys->pdata[k]))
          g_hash_table_insert (list->by_key, entry->keys->pdata[k], entry);
    }
}

static GHashTable *
read_lists (void)
{
  GHashTable *lists = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) files = pamong_data_list ("codes");

  for (gsize i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".csv") && !g_str_equal (files[i], "aliases.csv"))
      {
        g_autofree char *path = g_strconcat ("codes/", files[i], NULL);
        g_hash_table_insert (lists, g_strndup (files[i], strlen (files[i]) - strlen (".csv")), read_list (path));
      }
  read_aliases (lists);
  g_hash_table_foreach (lists, index_keys, NULL);
  return lists;
}

static List *
find_list (const char *name)
{
  static GHashTable *lists;

  if (g_once_init_enter (&lists))
    g_once_init_leave (&lists, read_lists ());
  return name != NULL ? g_hash_table_lookup (lists, name) : NULL;
}

/* @key starts with @text; @whole: and a word ends there. */
static gboolean
starts (const char *key, const char *text, gsize n, gboolean whole)
{
  return strncmp (key, text, n) == 0 && (!whole || key[n] == '\0' || key[n] == ' ');
}

static gboolean
has_word (const char *key, const char *text, gsize n)
{
  for (const char *word = strchr (key, ' '); word != NULL; word = strchr (word + 1, ' '))
    if (starts (word + 1, text, n, FALSE))
      return TRUE;
  return FALSE;
}

static Match
match_key (const char *key, const char *text, gsize n)
{
  if (strcmp (key, text) == 0)
    return MATCH_EXACT;
  if (starts (key, text, n, FALSE))
    return MATCH_START;
  return has_word (key, text, n) ? MATCH_WORD : MATCH_NONE;
}

static Match
match_entry (const Entry *entry, const char *text)
{
  gsize n = strlen (text);
  Match best = MATCH_NONE;
  char number[12];

  g_snprintf (number, sizeof number, "%d", entry->code.code);
  if (strcmp (number, text) == 0)
    return MATCH_EXACT;
  if (strncmp (number, text, n) == 0)
    best = MATCH_NUMBER;
  for (guint i = 0; i < entry->keys->len; i++)
    best = MIN (best, match_key (entry->keys->pdata[i], text, n));
  return best;
}

GPtrArray *
pamong_codes_list (const char *name)
{
  List *list = find_list (name);

  return list != NULL ? list->entries : NULL;
}

const PamongCode *
pamong_codes_find (const char *name, int code)
{
  List *list = find_list (name);

  return list != NULL && code >= 1 && code <= CODE_MAX && list->by_code[code] != NULL ? &list->by_code[code]->code : NULL;
}

const char *
pamong_codes_display (const char *name, int code)
{
  const PamongCode *found = pamong_codes_find (name, code);
  char number[12];

  if (found != NULL)
    return found->display;
  if (code == 0)
    return "";
  g_snprintf (number, sizeof number, "%d", code);
  return g_intern_string (number);
}

GPtrArray *
pamong_codes_match (const char *name, const char *text)
{
  List *list = find_list (name);
  g_autofree char *folded = fold_code (text != NULL ? text : "");
  GPtrArray *found = g_ptr_array_new ();

  for (int grade = MATCH_EXACT; list != NULL && grade < MATCH_NONE; grade++)
    for (guint i = 0; i < list->entries->len; i++)
      if ((*folded == '\0' ? MATCH_START : match_entry (list->entries->pdata[i], folded)) == (Match) grade)
        g_ptr_array_add (found, list->entries->pdata[i]);
  return found;
}

/* Digits and nothing else, without zeros in front. Returns: 0 when it is none. */
static int
read_number (const char *text)
{
  gsize n = strlen (text);

  return n > 0 && n <= 3 && *text != '0' && strspn (text, "0123456789") == n ? atoi (text) : 0;
}

int
pamong_codes_parse (const char *name, const char *text)
{
  List *list = find_list (name);
  int found = read_number (text != NULL ? text : "");
  g_autofree char *folded = NULL;
  const Entry *exact;
  guint n_found = 0;
  gsize n;

  if (list != NULL && found > 0 && found <= CODE_MAX && list->by_code[found] != NULL)
    return found;
  folded = fold_code (text != NULL ? text : "");
  n = strlen (folded);
  found = read_number (folded);
  if (list == NULL || n == 0)
    return 0;
  if (found > 0 && found <= CODE_MAX && list->by_code[found] != NULL)
    return found;
  exact = g_hash_table_lookup (list->by_key, folded);
  if (exact != NULL)
    return exact->code.code;
  /* Whole words at the start of one label only: PETANI means PETANI/PEKEBUN, BURUH means nothing. */
  for (guint i = 0; i < list->entries->len; i++)
    {
      const Entry *entry = list->entries->pdata[i];

      if (starts (entry->keys->pdata[0], folded, n, TRUE))
        {
          found = entry->code.code;
          n_found++;
        }
    }
  return n_found == 1 ? found : 0;
}
