/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "domain/dates.h"
#include "domain/letter_type.h"

/* What the keys and conditions of letters mean. */

static const char *
plain (const char *key, PamongLetterFacts *facts, const char *list, guint row)
{
  const char *text = list != NULL ? pamong_letter_facts_cell (facts, list, row, key) : "";

  return *text != '\0' ? text : pamong_letter_facts_get (facts, key);
}

/* Mondays to Fridays after @from up to @to; holidays are not known here. */
static int
working_days (const char *from, const char *to)
{
  int days = pamong_date_days (from, to), n = 0;
  GDate date;

  if (days <= 0)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) atoi (from + 8), (GDateMonth) atoi (from + 5), (GDateYear) atoi (from));
  for (int i = 0; i < MIN (days, 3660); i++)
    {
      g_date_add_days (&date, 1);
      n += g_date_get_weekday (&date) <= G_DATE_FRIDAY;
    }
  return n;
}

static char *
worked_out (const char *name, const char *from, const char *to)
{
  if (!pamong_date_is_valid (from) || !pamong_date_is_valid (to))
    return g_strdup ("");
  if (g_str_equal (name, "umur"))
    return pamong_date_age (from, to) >= 0 ? g_strdup_printf ("%d", pamong_date_age (from, to)) : g_strdup ("");
  return g_strdup_printf ("%d", g_str_equal (name, "hari_kerja") ? working_days (from, to) : pamong_date_days (from, to));
}

/* "umur(subject.birth_date,letter.date)". Returns: (nullable) when it is none. */
static char *
call (const char *key, PamongLetterFacts *facts, const char *list, guint row)
{
  const char *open = strchr (key, '('), *comma = open != NULL ? strchr (open, ',') : NULL;
  g_autofree char *name = NULL, *from = NULL, *to = NULL;

  if (comma == NULL || !g_str_has_suffix (key, ")"))
    return NULL;
  name = g_strndup (key, (gsize) (open - key));
  from = g_strndup (open + 1, (gsize) (comma - open - 1));
  to = g_strndup (comma + 1, strlen (comma + 1) - 1);
  return worked_out (name, plain (g_strstrip (from), facts, list, row), plain (g_strstrip (to), facts, list, row));
}

char *
pamong_letter_value (const char *key, PamongLetterFacts *facts, const char *list, guint row)
{
  char *value = call (key, facts, list, row);
  const char *text;

  if (value != NULL)
    return value;
  if (list != NULL && g_str_equal (key, "no"))
    return g_strdup_printf ("%u", row + 1);
  text = plain (key, facts, list, row);
  if (*text == '\0' && g_str_has_suffix (key, ".n"))
    {
      g_autofree char *name = g_strndup (key, strlen (key) - 2);

      return g_strdup_printf ("%u", pamong_letter_facts_n_rows (facts, name));
    }
  return g_strdup (text);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* Numbers as numbers, days as days; what is not known is neither less nor more. */
static gboolean
compares (const char *value, const char *op, const char *with)
{
  int order;

  if (*value == '\0' || *with == '\0')
    return FALSE;
  if (is_number (value) && is_number (with))
    {
      gint64 a = g_ascii_strtoll (value, NULL, 10), b = g_ascii_strtoll (with, NULL, 10);

      order = (a > b) - (a < b);
    }
  else
    order = strcmp (value, with);
  return op[1] == '=' ? (*op == '<' ? order <= 0 : order >= 0) : (*op == '<' ? order < 0 : order > 0);
}

static gboolean
is_one_of (const char *value, const char *choices)
{
  g_auto (GStrv) each = g_strsplit (choices, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (g_ascii_strcasecmp (value, g_strstrip (each[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
known (const char *key, PamongLetterFacts *facts, const char *list, guint row)
{
  g_autofree char *value = pamong_letter_value (key, facts, list, row);

  return (*value != '\0' && !g_str_equal (value, "0")) || pamong_letter_facts_n_rows (facts, key) > 0;
}

static gboolean
term_holds (char *term, PamongLetterFacts *facts, const char *list, guint row)
{
  char *op = strpbrk (g_strstrip (term), "=<>");
  gboolean unequal = op != NULL && op > term && op[-1] == '!';
  gboolean inclusive = op != NULL && *op != '=' && op[1] == '=';
  g_autofree char *key = NULL, *value = NULL, *with = NULL;

  if (op == NULL)
    return *term == '!' ? !known (term + 1, facts, list, row) : known (term, facts, list, row);
  key = g_strndup (term, (gsize) (op - term - (unequal ? 1 : 0)));
  value = pamong_letter_value (g_strstrip (key), facts, list, row);
  with = g_strdup (op + (inclusive ? 2 : 1));
  g_strstrip (with);
  if (*op == '=')
    return is_one_of (value, with) != unequal;
  if (strchr (with, '.') != NULL)
    {
      char *fact = pamong_letter_value (with, facts, list, row);

      g_free (with);
      with = fact;
    }
  return compares (value, op, with);
}

gboolean
pamong_condition_holds (const char *condition, PamongLetterFacts *facts, const char *list, guint row)
{
  g_auto (GStrv) terms = g_strsplit (condition, "&", -1);

  for (guint i = 0; terms[i] != NULL; i++)
    if (!term_holds (terms[i], facts, list, row))
      return FALSE;
  return TRUE;
}
