/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/place.h"

#include "domain/codes.h"
#include "domain/data.h"
#include "domain/names.h"
#include "exchange/cell_value.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum { OF_ADDRESS, OF_DUSUN, OF_RT, OF_RW, OF_RT_RW, OF_POSTCODE, OF_VILLAGE, OF_STREET, OF_NOTHING, N_PARTS } Part;

static const char *const part_names[N_PARTS] = { "address", "dusun", "rt", "rw", "rt_rw", "postcode", "village", "street", "nothing" };

/* Labels, found by one expression; longest first, so that NAMA DUSUN is not DUSUN. */
typedef struct {
  GRegex *labels;
  GHashTable *parts; /* label without spaces -> Part */
} Labels;

typedef struct {
  PamongRecord *family;
  GString *address;
  GError **error;
  gboolean fine;
} Place;

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return (int) strlen (*(const char *const *) b) - (int) strlen (*(const char *const *) a);
}

static char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ' ')
      g_string_append_c (out, g_ascii_toupper (*c));
  return g_string_free (out, FALSE);
}

static Part
part_of (const char *name)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (strcmp (part_names[i], name) == 0)
      return (Part) i;
  return OF_NOTHING;
}

/* "RT/RW" -> "RT ?/ ?RW". */
static char *
expression_of (const char *word)
{
  g_autofree char *escaped = g_regex_escape_string (word, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "/", -1);

  return g_strjoinv (" ?/ ?", parts);
}

static Labels *
read_labels (void)
{
  g_autofree char *text = pamong_data_text ("sheets/words.csv"), *all = NULL, *expression = NULL;
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL), words = g_ptr_array_new_with_free_func (g_free);
  Labels *labels = g_new0 (Labels, 1);

  labels->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      gboolean is_dusun = strcmp (row[0], "dusun") == 0;

      if (!is_dusun && strcmp (row[0], "label") != 0)
        continue;
      g_ptr_array_add (words, expression_of (row[1]));
      g_hash_table_replace (labels->parts, without_spaces (row[1]), GINT_TO_POINTER (is_dusun ? OF_DUSUN : part_of (row[2])));
    }
  g_ptr_array_sort (words, compare_lengths);
  g_ptr_array_add (words, NULL);
  all = g_strjoinv ("|", (char **) words->pdata);
  expression = g_strdup_printf ("(?<![[:alpha:]])(%s)(?![[:alpha:]])[ .:]*", all);
  labels->labels = g_regex_new (expression, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  return labels;
}

static Labels *
find_labels (void)
{
  static Labels *labels;

  if (g_once_init_enter (&labels))
    g_once_init_leave (&labels, read_labels ());
  return labels;
}

static void
trim (char *text, const char *signs)
{
  gsize before = strspn (text, signs), length = strlen (text);

  memmove (text, text + before, length - before + 1);
  for (char *end = text + length - before; end > text && strchr (signs, end[-1]) != NULL;)
    *--end = '\0';
}

static void
set_part (Place *place, int field, const char *value)
{
  g_autofree char *text = g_strdup (value);

  trim (text, " .,:/-");
  if (*text != '\0' && strspn (text, "0") != strlen (text) && !pamong_record_is_set (place->family, field))
    place->fine &= pamong_record_parse (place->family, field, text, place->fine ? place->error : NULL);
}

static void
add_address (Place *place, const char *text)
{
  g_autofree char *rest = g_strdup (text);

  trim (rest, " ,:/-");
  if (*rest != '\0')
    g_string_append_printf (place->address, "%s%s", place->address->len > 0 ? " " : "", rest);
}

static void
set_rt_rw (Place *place, const char *value)
{
  g_autofree char *rt = g_strndup (value, strcspn (value, "/"));
  const char *rw = strchr (value, '/');

  set_part (place, PAMONG_FAMILY_RT, rt);
  if (rw != NULL)
    set_part (place, PAMONG_FAMILY_RW, rw + 1);
}

/* "DS. MOJODELIK" in the register of Mojodelik tells nothing; of another name it is a dusun. */
static gboolean
is_own_village (Place *place, const char *name)
{
  const PamongRegion *region = place->family->area != NULL ? pamong_regions_find (place->family->area) : NULL;
  g_autofree char *theirs = pamong_fold (name), *ours = pamong_fold (region != NULL ? region->name : "");

  return region != NULL && strcmp (theirs, ours) == 0;
}

/* Where the value ends: numbers at the first word, names at the comma, streets not at all. */
static gsize
length_of (Part part, const char *value)
{
  gsize until = strcspn (value, ","), number = strspn (value, "0123456789/ -.");

  if (part == OF_STREET)
    return strlen (value);
  return (part == OF_RT || part == OF_RW || part == OF_RT_RW || part == OF_POSTCODE) && number > 0 ? MIN (until, number) : until;
}

static void
take_part (Place *place, Part part, const char *label, const char *value)
{
  gsize until = length_of (part, value);
  g_autofree char *said = g_strndup (value, until), *whole = g_strconcat (label, said, NULL);

  if ((part == OF_DUSUN || part == OF_VILLAGE) && is_own_village (place, said))
    part = OF_NOTHING;
  if (part == OF_DUSUN)
    set_part (place, PAMONG_FAMILY_DUSUN, said);
  else if (part == OF_RT || part == OF_RT_RW)
    set_rt_rw (place, said);
  else if (part == OF_RW)
    set_part (place, PAMONG_FAMILY_RW, said);
  else if (part == OF_POSTCODE)
    set_part (place, PAMONG_FAMILY_POSTCODE, said);
  else if (part == OF_ADDRESS)
    add_address (place, said);
  else if (part == OF_STREET || part == OF_VILLAGE)
    add_address (place, whole);
  add_address (place, value + until);
}

/* Each label owns what stands between it and the next. Returns: whether there was any. */
static gboolean
cut (Place *place, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int begin, end, said_until = 0;
  g_autofree char *before = NULL;

  g_regex_match (find_labels ()->labels, text, 0, &match);
  if (!g_match_info_matches (match) || !g_match_info_fetch_pos (match, 0, &begin, &end))
    return FALSE;
  before = g_strndup (text, (gsize) begin);
  add_address (place, before);
  while (g_match_info_matches (match))
    {
      g_autofree char *word = g_match_info_fetch (match, 1), *key = without_spaces (word), *value = NULL;
      g_autofree char *label = g_strndup (text + begin, (gsize) (end - begin));
      Part part = (Part) GPOINTER_TO_INT (g_hash_table_lookup (find_labels ()->parts, key));

      said_until = (int) strlen (text);
      if (g_match_info_next (match, NULL))
        {
          int from = end;

          g_match_info_fetch_pos (match, 0, &begin, &end);
          said_until = begin;
          value = g_strndup (text + from, (gsize) (said_until - from));
        }
      else
        value = g_strdup (text + end);
      take_part (place, part, label, value);
    }
  return TRUE;
}

static void
take_bare (Place *place, const char *text)
{
  if (strpbrk (text, "0123456789") == NULL && !is_own_village (place, text))
    set_part (place, PAMONG_FAMILY_DUSUN, text);
  add_address (place, text);
}

static gboolean
take (const PamongSheetCell *cell, PamongRecord *family, gboolean whole, GError **error)
{
  g_autofree char *text = pamong_sheet_cell_text (cell);
  g_autoptr (GString) address = g_string_new (NULL);
  Place place = { family, address, error, TRUE };
  gboolean labelled;

  if (pamong_sheet_cell_is_blank (cell))
    return TRUE;
  if (cell->kind == PAMONG_SHEET_CELL_ERROR)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The sheet itself shows the error %s. Mend the formula or type the value."), text);
      return FALSE;
    }
  labelled = cut (&place, text);
  if (!labelled && whole)
    take_bare (&place, text);
  else if (!labelled)
    set_rt_rw (&place, g_strdelimit (text, " -", '/'));
  if (whole)
    set_part (&place, PAMONG_FAMILY_ADDRESS, address->str);
  return place.fine;
}

gboolean
pamong_sheet_place_take (const PamongSheetCell *cell, PamongRecord *family, GError **error)
{
  return take (cell, family, TRUE, error);
}

gboolean
pamong_sheet_rt_rw_take (const PamongSheetCell *cell, PamongRecord *family, GError **error)
{
  return take (cell, family, FALSE, error);
}
