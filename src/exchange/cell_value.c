/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/cell_value.h"

#include "domain/data.h"
#include "domain/dates.h"
#include "domain/nik.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_OF_EXCEL 15
#define MASK "\xe2\x80\xa2" /* stands in a number that Pamong wrote masked: it says nothing */
/* Day numbers of Excel between 1900 and 2099; outside, a bare number is no date. */
#define DAY_MIN 367
#define DAY_MAX 73050

/* With which bytes a word for nothing can begin: most cells need no look into the table. */
static gboolean begins_blank[256];

/* "month MARET" -> "3". */
static GHashTable *
words (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      g_autofree char *text = pamong_data_text ("sheets/words.csv");
      g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
      GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint i = 0; i < rows->len; i++)
        {
          char **row = rows->pdata[i];
          g_hash_table_insert (read, g_strdup_printf ("%s %s", row[0], row[1]), g_strdup (row[2]));
          if (strcmp (row[0], "blank") == 0)
            begins_blank[(guchar) *row[1]] = begins_blank[(guchar) g_ascii_tolower (*row[1])] = TRUE;
        }
      g_once_init_leave (&table, read);
    }
  return table;
}

static const char *
look_up (const char *what, const char *word)
{
  g_autofree char *upper = g_utf8_strup (word, -1);
  g_autofree char *key = g_strdup_printf ("%s %s", what, upper);

  return g_hash_table_lookup (words (), key);
}

/* Nothing to tidy: the common case. */
static gboolean
is_tidy (const char *text)
{
  if (*text == ' ' || *text == '\'')
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (*c < ' ' || *c > '~' || (*c == ' ' && (c[1] == ' ' || c[1] == '\0')))
      return FALSE;
  return TRUE;
}

gboolean
pamong_sheet_text_is_guarded (const char *text)
{
  return *text == '\'' && !g_unichar_isalpha (g_utf8_get_char (text + 1));
}

char *
pamong_sheet_cell_text (const PamongSheetCell *cell)
{
  const char *begin = cell->text + strspn (cell->text, " ");
  GString *text;
  gboolean space = FALSE;

  if (is_tidy (cell->text))
    return g_strdup (cell->text);
  text = g_string_new (NULL);
  for (const char *c = begin + (pamong_sheet_text_is_guarded (begin) ? 1 : 0); *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        space = text->len > 0;
      else if (!g_unichar_iszerowidth (letter))
        {
          if (space)
            g_string_append_c (text, ' ');
          space = FALSE;
          g_string_append_unichar (text, letter);
        }
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_blank (const char *text)
{
  words ();
  return *text == '\0' || (begins_blank[(guchar) *text] && look_up ("blank", text) != NULL);
}

gboolean
pamong_sheet_cell_is_blank (const PamongSheetCell *cell)
{
  g_autofree char *text = NULL;

  if (*cell->text == '\0' || is_tidy (cell->text))
    return is_blank (cell->text);
  text = pamong_sheet_cell_text (cell);
  return is_blank (text);
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, const PamongField *field, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, "%s: %s", _(field->label), why);
  return FALSE;
}

/* A number as Excel keeps it: 3.52205E+15, 3,52205E+15, or sixteen digits of which the last became zero. */
static gboolean
has_lost_digits (const PamongSheetCell *cell, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (strchr (text, 'E') != NULL || strchr (text, 'e') != NULL)
    return strspn (text, "0123456789.,eE+") == strlen (text);
  return cell->kind == PAMONG_SHEET_CELL_NUMBER && digits == strlen (text) && digits > DIGITS_OF_EXCEL && text[digits - 1] == '0';
}

static char *
read_nik (const PamongSheetCell *cell, const char *text, const PamongField *field, GError **error)
{
  GString *digits = g_string_new (NULL);

  if (has_lost_digits (cell, text))
    {
      g_string_free (digits, TRUE);
      refuse (error, field, _("Excel kept the number as %s and lost its last digits. Make the column Text, type the number again from the card."), text);
      return NULL;
    }
  for (const char *c = text; *c != '\0'; c++)
    if (strchr (" .-", *c) == NULL)
      g_string_append_c (digits, *c);
  return g_string_free (digits, FALSE);
}

/* "19900312" or "12031990", of which Excel drops a zero in front. */
static char *
read_run (const char *text)
{
  g_autofree char *padded = g_strdup_printf ("%s%s", strlen (text) == 7 ? "0" : "", text);
  g_autofree char *turned = NULL;

  if (strlen (padded) != 8)
    return NULL;
  turned = g_strdup_printf ("%.4s-%.2s-%.2s", padded, padded + 4, padded + 6);
  return strcmp (turned, "1850") > 0 && strcmp (turned, "2100") < 0 && pamong_date_is_valid (turned) ? g_steal_pointer (&turned) : pamong_date_parse (padded);
}

/* "12 MARET 1990", "12-Mar-1990". */
static char *
read_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " -/.,", -1);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  const char *month;
  g_autofree char *plain = NULL;

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_ptr_array_add (said, *part);
  month = said->len == 3 ? look_up ("month", said->pdata[1]) : NULL;
  if (month == NULL)
    return NULL;
  plain = g_strdup_printf ("%s-%s-%s", (char *) said->pdata[0], month, (char *) said->pdata[2]);
  return pamong_date_parse (plain);
}

static char *
read_day_number (const PamongSheetCell *cell)
{
  if (!(cell->number >= DAY_MIN && cell->number <= DAY_MAX))
    return NULL;
  return pamong_date_add_days ("1899-12-30", (int) floor (cell->number));
}

/* Returns: (transfer full) (nullable): YYYY-MM-DD. */
static char *
find_date (const PamongSheetCell *cell, const char *text)
{
  g_autofree char *day = NULL;
  gsize digits = strspn (text, "0123456789");

  if (cell->kind == PAMONG_SHEET_CELL_DATE)
    return pamong_date_is_valid (text) ? g_strdup (text) : NULL;
  if (cell->kind == PAMONG_SHEET_CELL_NUMBER && digits < 7)
    return read_day_number (cell);
  if (digits == strlen (text))
    return digits >= 7 ? read_run (text) : NULL;
  if (!g_ascii_isdigit (*text))
    return NULL;
  /* "1990-03-12 00:00:00", "1990-03-12T00:00": databases write the hour too. */
  day = g_strndup (text, strchr (text, ':') != NULL ? MIN (strcspn (text, "T"), 10) : strcspn (text, "T"));
  return strpbrk (day, "-/. ") != NULL && strpbrk (day, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == NULL ? pamong_date_parse (day) : read_words (text);
}

static char *
read_date (const PamongSheetCell *cell, const char *text, const PamongField *field, GError **error)
{
  char *date = find_date (cell, text);

  if (date == NULL)
    refuse (error, field, _("there is no date “%s”. Write day, month and a year of four digits, like 17-08-1985."), text);
  return date;
}

/* "1", "01", "1.0", "1. ISLAM": a number, by itself or before its word. */
static char *
read_code (const char *text, GHashTable *codes)
{
  char *end;
  guint64 theirs = g_ascii_strtoull (text, &end, 10);
  gpointer ours;

  if (end == text || theirs > G_MAXINT || (*end != '\0' && strcmp (end, ".0") != 0))
    return g_strdup (text);
  if (codes != NULL && g_hash_table_lookup_extended (codes, GINT_TO_POINTER ((int) theirs), NULL, &ours))
    return g_strdup_printf ("%d", GPOINTER_TO_INT (ours));
  return g_strdup_printf ("%" G_GUINT64_FORMAT, theirs);
}

/* "DUSUN KRAJAN", "DSN. KRAJAN" -> "KRAJAN". */
static char *
read_dusun (const char *text)
{
  gsize first = strcspn (text, " .");
  g_autofree char *word = g_strndup (text, first);
  const char *rest = text + first + strspn (text + first, " .");

  return g_strdup (*rest != '\0' && look_up ("dusun", word) != NULL ? rest : text);
}

/* "RT 001", "RT.1", "1.0" -> "1". */
static char *
read_rtrw (const char *text)
{
  const char *digits = strpbrk (text, "0123456789");
  gsize before = digits != NULL ? (gsize) (digits - text) : 0;

  if (digits == NULL || before > 4)
    return g_strdup (text);
  return g_strndup (digits, g_str_has_suffix (digits, ".0") ? strlen (digits) - 2 : strlen (digits));
}

static char *
translate (const PamongSheetCell *cell, const PamongField *field, const char *text, GHashTable *codes, GError **error)
{
  switch (field->type)
    {
    case PAMONG_TYPE_NIK:
      return read_nik (cell, text, field, error);
    case PAMONG_TYPE_DATE:
      return read_date (cell, text, field, error);
    case PAMONG_TYPE_CODE:
      return read_code (text, codes);
    case PAMONG_TYPE_RTRW:
      return read_rtrw (text);
    default:
      return strcmp (field->key, "dusun") == 0 ? read_dusun (text) : g_strdup (text);
    }
}

gboolean
pamong_sheet_cell_take (const PamongSheetCell *cell, PamongRecord *record, int index, GHashTable *codes, GError **error)
{
  const PamongField *field = pamong_field_get (record->kind, index);
  g_autofree char *text = *cell->text != '\0' ? pamong_sheet_cell_text (cell) : NULL, *meant = NULL;

  if (text == NULL || is_blank (text) || (field->type == PAMONG_TYPE_NIK && strstr (text, MASK) != NULL))
    return TRUE;
  if (cell->kind == PAMONG_SHEET_CELL_ERROR)
    return refuse (error, field, _("the sheet itself shows the error %s. Mend the formula or type the value."), text);
  meant = translate (cell, field, text, codes, error);
  return meant != NULL && pamong_record_parse (record, index, meant, error);
}

gboolean
pamong_sheet_cell_date (const PamongSheetCell *cell, char **date, GError **error)
{
  g_autofree char *text = pamong_sheet_cell_text (cell);

  *date = is_blank (text) ? NULL : find_date (cell, text);
  if (*date != NULL || is_blank (text))
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("There is no date “%s”. Write day, month and a year of four digits, like 17-08-1985."), text);
  return FALSE;
}

gboolean
pamong_sheet_is_foot (const char *text)
{
  g_autofree char *first = g_strndup (text, strcspn (text, " :,.(;"));

  return *first != '\0' && look_up ("foot", first) != NULL;
}
