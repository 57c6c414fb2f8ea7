/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise.h"

#include "domain/data.h"
#include "exchange/cell_value.h"
#include "exchange/guess.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 30
/* A name and two more by which he is known: less is a table of something else. */
#define LEAST 3
#define OWN "own"
#define GROUP "recognise"

/* One layout, as its file tells it. */
typedef struct {
  char *name, *title;
  GStrv all, some; /* headings, as keys */
  guint least;     /* of @some */
  gboolean exact;
  GHashTable *names; /* key of a heading -> name of what it is read as */
  GArray *cells, *then; /* PamongSpot: of one row, of one below it */
  PamongBlocks *blocks; /* (nullable) */
  GHashTable *codes;   /* the same -> (element-type int int) our code by theirs */
  GHashTable *nothing; /* the same -> (element-type utf8) words that mean nothing */
} Pattern;

typedef struct {
  const char *only;
  guint sheet;
  PamongRecognised *found;
  GHashTable *begun; /* Pattern of which the first of two rows was met */
  gboolean done;
} Search;

/* Machine names are compared as they are written, headings for people by what their spellings have in common. */
static char *
key_of (const Pattern *pattern, const char *heading)
{
  return pattern->exact ? g_strdup (heading) : pamong_heading_key (heading);
}

static GStrv
read_keys (Pattern *pattern, GKeyFile *file, const char *key)
{
  GStrv headings = g_key_file_get_string_list (file, GROUP, key, NULL, NULL);

  for (gsize i = 0; headings != NULL && headings[i] != NULL; i++)
    {
      g_autofree char *heading = headings[i];
      headings[i] = key_of (pattern, heading);
    }
  return headings != NULL ? headings : g_new0 (char *, 1);
}

/* "99=89" -> 89 is our 99. What the other program has no word for ("~", nothing) does not come back. */
static GHashTable *
read_codes (GKeyFile *file, const char *heading)
{
  g_autofree char *group = g_strconcat ("codes ", heading, NULL);
  g_auto (GStrv) ours = g_key_file_get_keys (file, group, NULL, NULL);
  GHashTable *codes = ours != NULL ? g_hash_table_new (NULL, NULL) : NULL;

  for (gsize i = 0; ours != NULL && ours[i] != NULL; i++)
    {
      g_autofree char *theirs = g_key_file_get_string (file, group, ours[i], NULL);

      if (g_ascii_isdigit (*theirs))
        g_hash_table_insert (codes, GINT_TO_POINTER (atoi (theirs)), GINT_TO_POINTER (atoi (ours[i])));
    }
  return codes;
}

/* Returns: (nullable). */
static GHashTable *
read_nothing (GKeyFile *file, const char *heading)
{
  g_autofree char *group = g_strconcat ("nothing ", heading, NULL);
  g_auto (GStrv) words = g_key_file_get_keys (file, group, NULL, NULL);
  GHashTable *nothing = words != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    g_hash_table_add (nothing, g_strdup (words[i]));
  return nothing;
}

static void
read_columns (Pattern *pattern, GKeyFile *file)
{
  g_auto (GStrv) headings = g_key_file_get_keys (file, "columns", NULL, NULL);

  pattern->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  pattern->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  pattern->nothing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  for (gsize i = 0; headings != NULL && headings[i] != NULL; i++)
    {
      GHashTable *codes = read_codes (file, headings[i]), *nothing = read_nothing (file, headings[i]);

      g_hash_table_insert (pattern->names, key_of (pattern, headings[i]), g_key_file_get_string (file, "columns", headings[i], NULL));
      if (codes != NULL)
        g_hash_table_insert (pattern->codes, key_of (pattern, headings[i]), codes);
      if (nothing != NULL)
        g_hash_table_insert (pattern->nothing, key_of (pattern, headings[i]), nothing);
    }
}

static Pattern *
read_pattern (const char *name, GKeyFile *file)
{
  Pattern *pattern = g_new0 (Pattern, 1);

  pattern->name = g_strdup (name);
  pattern->title = g_key_file_get_string (file, "layout", "title", NULL);
  pattern->exact = g_key_file_get_boolean (file, GROUP, "exact", NULL);
  pattern->least = (guint) MAX (g_key_file_get_integer (file, GROUP, "least", NULL), 0);
  pattern->all = read_keys (pattern, file, "headings");
  pattern->some = read_keys (pattern, file, "some");
  pattern->cells = pamong_spots_read (file, GROUP, "cells");
  pattern->then = pamong_spots_read (file, GROUP, "then");
  pattern->blocks = pamong_blocks_read (file);
  if (pattern->blocks == NULL)
    read_columns (pattern, file);
  return pattern;
}

/* Returns: (element-type Pattern). */
static GPtrArray *
patterns (void)
{
  static GPtrArray *list;

  if (g_once_init_enter (&list))
    {
      GPtrArray *read = g_ptr_array_new ();
      g_auto (GStrv) files = pamong_data_list ("layouts");

      for (gsize i = 0; files[i] != NULL; i++)
        {
          g_autoptr (GKeyFile) file = g_key_file_new ();
          g_autofree char *path = g_strconcat ("layouts/", files[i], NULL), *text = pamong_data_text (path), *name = g_strndup (files[i], strcspn (files[i], "."));

          if (g_str_has_suffix (files[i], ".ini") && g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL) && g_key_file_has_group (file, GROUP))
            g_ptr_array_add (read, read_pattern (name, file));
        }
      g_once_init_leave (&list, read);
    }
  return list;
}

void
pamong_recognised_clear (PamongRecognised *found)
{
  g_clear_pointer (&found->layout, g_free);
  g_clear_pointer (&found->title, g_free);
  g_clear_pointer (&found->columns, pamong_columns_free);
}

static guint
count_present (GStrv wanted, GStrv keys)
{
  guint n = 0;

  for (gsize i = 0; wanted[i] != NULL; i++)
    n += g_strv_contains ((const char *const *) keys, wanted[i]);
  return n;
}

static gboolean
matches (const Pattern *pattern, GStrv keys)
{
  return *pattern->all != NULL && count_present (pattern->all, keys) == g_strv_length (pattern->all) && count_present (pattern->some, keys) >= pattern->least;
}

/* What the layout does not name is read as in any other sheet. */
static PamongColumns *
read_as (const Pattern *pattern, guint sheet, guint row, GStrv texts, GStrv keys)
{
  PamongColumns *columns = pamong_columns_new (sheet, row);

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      const char *name = g_hash_table_lookup (pattern->names, keys[i]);
      PamongColumn column = { .heading = texts[i] };

      if (name != NULL)
        pamong_column_resolve (name, &column);
      else
        pamong_columns_match (texts[i], &column);
      column.codes = g_hash_table_lookup (pattern->codes, keys[i]);
      column.nothing = g_hash_table_lookup (pattern->nothing, keys[i]);
      pamong_columns_add (columns, &column);
    }
  return columns;
}

static void
end_search (Search *search, const Pattern *pattern)
{
  search->done = TRUE;
  search->found->layout = g_strdup (pattern->name);
  search->found->title = g_strdup (pattern->title);
  search->found->blocks = pattern->blocks;
}

static void
try_blocks (Search *search, Pattern *pattern, const PamongSheetCell *cells, guint n)
{
  if (g_hash_table_contains (search->begun, pattern) && pamong_spots_match (pattern->then, cells, n))
    end_search (search, pattern);
  else if (pamong_spots_match (pattern->cells, cells, n))
    {
      g_hash_table_add (search->begun, pattern);
      if (pattern->then->len == 0)
        end_search (search, pattern);
    }
}

static void
try_headings (Search *search, const Pattern *pattern, guint row, GStrv texts)
{
  guint n = g_strv_length (texts);
  g_auto (GStrv) keys = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    keys[i] = key_of (pattern, texts[i]);
  if (!matches (pattern, keys))
    return;
  end_search (search, pattern);
  search->found->columns = read_as (pattern, search->sheet, row, texts, keys);
  search->found->knows_occupations = g_hash_table_size (pattern->codes) > 0;
}

static gboolean
looked_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Search *search = data;
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = pamong_sheet_cell_text (&cells[i]);
  for (guint i = 0; i < patterns ()->len && !search->done; i++)
    {
      Pattern *pattern = patterns ()->pdata[i];

      if (search->only != NULL && strcmp (search->only, pattern->name) != 0)
        continue;
      if (pattern->blocks != NULL)
        try_blocks (search, pattern, cells, n);
      else
        try_headings (search, pattern, row, texts);
    }
  return row < ROWS && !search->done;
}

/* Hidden sheets hold lists of codes, and people only when nothing else does. */
static gboolean
search_sheets (PamongBook *book, Search *search, gboolean hidden, GError **error)
{
  gboolean fine = TRUE, is_hidden;

  for (search->sheet = 0; fine && !search->done && search->sheet < pamong_book_n_sheets (book); search->sheet++)
    {
      g_hash_table_remove_all (search->begun);
      pamong_book_sheet (book, search->sheet, &is_hidden);
      search->found->hidden = hidden;
      if (is_hidden == hidden)
        fine = pamong_book_read (book, search->sheet, looked_cb, search, error);
    }
  return fine;
}

static gboolean
search_book (PamongBook *book, Search *search, GError **error)
{
  g_autoptr (GHashTable) begun = g_hash_table_new (NULL, NULL);

  search->begun = begun;
  return search_sheets (book, search, FALSE, error) && (search->done || search_sheets (book, search, TRUE, error));
}

static gboolean
has_name (PamongColumns *columns)
{
  for (guint i = 0; i < columns->columns->len; i++)
    if (pamong_columns_get (columns, i)->field == pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME))
      return TRUE;
  return FALSE;
}

/* By headings, and by values where those tell nothing. @named: the user says that it is a sheet of people, and shall name the columns himself. */
static gboolean
find_own (PamongBook *book, gboolean named, PamongRecognised *found, GError **error)
{
  g_autoptr (GError) why = NULL;

  found->columns = pamong_columns_find (book, &why);
  if (found->columns == NULL && !g_error_matches (why, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if ((found->columns == NULL && (found->columns = pamong_columns_blank (book, error)) == NULL) || !pamong_columns_guess (book, found->columns, error))
    return FALSE;
  if (!named && (!has_name (found->columns) || found->columns->n_known < LEAST))
    {
      g_propagate_error (error, why != NULL ? g_steal_pointer (&why) : NULL);
      return FALSE;
    }
  found->layout = g_strdup (OWN);
  found->title = g_strdup (_("Home-made sheet"));
  return TRUE;
}

static const Pattern *
find_pattern (const char *layout, GError **error)
{
  g_autoptr (GString) names = g_string_new (OWN);

  for (guint i = 0; i < patterns ()->len; i++)
    {
      const Pattern *pattern = patterns ()->pdata[i];

      if (strcmp (pattern->name, layout) == 0)
        return pattern;
      g_string_append_printf (names, ", %s", pattern->name);
    }
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no layout \"%s\". Known are: %s"), layout, names->str);
  return NULL;
}

gboolean
pamong_recognise (PamongBook *book, const char *layout, PamongRecognised *found, GError **error)
{
  Search search = { .only = layout, .found = found };
  gboolean own = layout != NULL && strcmp (layout, OWN) == 0;
  const Pattern *only = NULL;

  memset (found, 0, sizeof *found);
  if (layout != NULL && !own && (only = find_pattern (layout, error)) == NULL)
    return FALSE;
  if (!own && !search_book (book, &search, error))
    return FALSE;
  if (search.done)
    return TRUE;
  if (only == NULL)
    return find_own (book, own, found, error);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The file is not laid out like %s. Leave the layout out, so that it is looked for."), only->title);
  return FALSE;
}
