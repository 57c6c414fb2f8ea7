/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words.h"
#include "office/office.h"
#include <glib/gi18n.h>
#include <string.h>

char *
pamong_words_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (number));
  GString *text = g_string_new (number < 0 ? "-" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
format (gint64 t, const char *pattern)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (t);

  return time != NULL ? g_date_time_format (time, pattern) : g_strdup ("");
}

/* Days between two moments as a calendar on the wall counts them. */
static int
days_between (gint64 from, gint64 to)
{
  g_autoptr (GDateTime) a = g_date_time_new_from_unix_local (from);
  g_autoptr (GDateTime) b = g_date_time_new_from_unix_local (to);
  GDate first, last;

  if (a == NULL || b == NULL)
    return 0;
  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, g_date_time_get_day_of_month (a), g_date_time_get_month (a), g_date_time_get_year (a));
  g_date_set_dmy (&last, g_date_time_get_day_of_month (b), g_date_time_get_month (b), g_date_time_get_year (b));
  return g_date_days_between (&first, &last);
}

char *
pamong_words_clock (gint64 t)
{
  return format (t, "%H.%M");
}

char *
pamong_words_time (gint64 t, gint64 now)
{
  int days = days_between (t, now);

  if (days == 0)
    return pamong_words_clock (t);
  return format (t, days < 300 && days > -300 ? "%d-%m %H.%M" : "%d-%m-%Y");
}

char *
pamong_words_day (gint64 t)
{
  return format (t, "%d-%m-%Y %H.%M");
}

char *
pamong_words_waiting (gint64 since, gint64 now)
{
  int days = days_between (since, now);

  if (days <= 0)
    return g_strdup (_ ("today"));
  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

char *
pamong_words_contact (gint64 t, gint64 now)
{
  int days = days_between (t, now);
  g_autofree char *clock = pamong_words_clock (t);

  if (days <= 0)
    return g_strdup_printf (_ ("today %s"), clock);
  if (days == 1)
    return g_strdup_printf (_ ("yesterday %s"), clock);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
}

char *
pamong_words_bytes (gint64 bytes)
{
  const char *unit = bytes < 1000000 ? "kB" : "MB";
  gint64 tenths = bytes < 1000000 ? (bytes + 50) / 100 : (bytes + 50000) / 100000;

  if (bytes < 1000)
    return g_strdup_printf ("%" G_GINT64_FORMAT " B", bytes);
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%d %s", tenths / 10, (int) (tenths % 10), unit);
}

static char *hamlet; /* (nullable): as in the translations */

void
pamong_words_set_hamlet (const char *word)
{
  g_free (hamlet);
  hamlet = word != NULL && *word != '\0' && g_ascii_strcasecmp (word, "dusun") != 0 ? g_strdup (word) : NULL;
}

/* The first letter as the word that stood there, the mnemonic in front of it. */
static gboolean
replace_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);
  gboolean capital = strchr (found, 'D') != NULL;
  g_autofree char *lower = g_utf8_strdown (hamlet, -1), *first = g_utf8_strup (lower, (gssize) (g_utf8_next_char (lower) - lower));

  if (strchr (found, '_') != NULL)
    g_string_append_c (result, '_');
  g_string_append (result, capital ? first : "");
  g_string_append (result, capital ? g_utf8_next_char (lower) : lower);
  return FALSE;
}

const char *
pamong_words_hamlet (const char *words)
{
  g_autoptr (GRegex) regex = hamlet != NULL ? g_regex_new ("_?[Dd]_?u_?s_?u_?n\\b", 0, 0, NULL) : NULL;
  g_autofree char *replaced = regex != NULL ? g_regex_replace_eval (regex, words, -1, 0, 0, replace_cb, NULL, NULL) : NULL;

  return replaced != NULL ? g_intern_string (replaced) : words;
}

const char *
pamong_words_act (const char *act)
{
  static const struct { const char *act, *words; } names[] = {
    { "family.register", N_ ("New family") },
    { "family.correct", N_ ("Change family card") },
    { "family.split", N_ ("Split family") },
    { "family.join", N_ ("Join family") },
    { "family.head", N_ ("New head of family") },
    { "family.move", N_ ("Move house") },
    { "family.marry", N_ ("Marriage") },
    { "family.divorce", N_ ("Divorce") },
    { "family.adopt", N_ ("Adoption of a child") },
    { "resident.nik", N_ ("NIK corrected") },
    { "resident.undo", N_ ("Act taken back") },
    { "family.issued", N_ ("KK issued") },
    { "resident.add", N_ ("New resident") },
    { "resident.correct", N_ ("Change resident") },
    { "resident.remove", N_ ("Taken off the list") },
    { "resident.merge", N_ ("Doubles merged") },
    { "resident.put-back", N_ ("Put back on the list") },
    { "account.add", N_ ("New account") },
    { "account.init", N_ ("First account") },
    { "account.correct", N_ ("Account changed") },
    { "account.close", N_ ("Account closed") },
    { "identity.save", N_ ("Identity of the office") },
    { "official.save", N_ ("Official noted") },
    { "official.replace", N_ ("Change of office holder") },
    { "conflict.resolve", N_ ("Differing entry settled") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (act, names[i].act) == 0)
      return _ (names[i].words);
  return pamong_office_act_words (act);
}
