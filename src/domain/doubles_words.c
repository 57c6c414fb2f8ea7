/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "domain/doubles.h"

static const struct { const char *name, *words; } ranks[] = {
  [PAMONG_DOUBLE_NONE] = { "none", N_("Two people") },
  [PAMONG_DOUBLE_POSSIBLE] = { "possible", N_("Possibly one person") },
  [PAMONG_DOUBLE_LIKELY] = { "likely", N_("Most likely one person") },
  [PAMONG_DOUBLE_CERTAIN] = { "certain", N_("Looks certain to be one person") },
};

/* Facts that are told together: "the same name and date of birth", "but not the same NIK". */
typedef struct {
  guint bits;
  const char *words;
} Fact;

static const Fact equals[] = {
  { PAMONG_DOUBLE_NIK_SAME, N_("NIK") },
  { PAMONG_DOUBLE_NAME_SAME, N_("name") },
  { PAMONG_DOUBLE_BIRTH_SAME, N_("date of birth") },
  { PAMONG_DOUBLE_MOTHER_SAME, N_("mother's name") },
  { PAMONG_DOUBLE_FATHER_SAME, N_("father's name") },
  { PAMONG_DOUBLE_HOUSE_SAME, N_("address") },
};

static const Fact differs[] = {
  { PAMONG_DOUBLE_NIK_DIFFERS, N_("NIK") },
  { PAMONG_DOUBLE_NIK_SERIAL, N_("serial number of the NIK") },
  { PAMONG_DOUBLE_NAME_DIFFERS, N_("name") },
  { PAMONG_DOUBLE_BIRTH_DIFFERS, N_("date of birth") },
  { PAMONG_DOUBLE_MOTHER_DIFFERS, N_("mother's name") },
  { PAMONG_DOUBLE_FATHER_DIFFERS, N_("father's name") },
  { PAMONG_DOUBLE_SEX_DIFFERS, N_("sex") },
};

/* A place of birth and one word tell little: they count, but are not told. */
static const struct { guint bit; const char *words; } others[] = {
  { PAMONG_DOUBLE_NAME_SPELLED, N_("one name in two spellings") },
  { PAMONG_DOUBLE_NAME_NEAR, N_("names differ in one letter") },
  { PAMONG_DOUBLE_NAME_SHORTER, N_("one name is longer") },
  { PAMONG_DOUBLE_BIRTH_COMMON, N_("the same estimated date of birth") },
  { PAMONG_DOUBLE_BIRTH_SWAPPED, N_("day and month of birth exchanged") },
  { PAMONG_DOUBLE_BIRTH_NEAR, N_("dates of birth differ in one digit") },
  { PAMONG_DOUBLE_BIRTH_YEAR, N_("the same year of birth, one date estimated") },
  { PAMONG_DOUBLE_BIRTH_MISSING, N_("date of birth not known of both") },
  { PAMONG_DOUBLE_MOTHER_NEAR, N_("mother's name nearly the same") },
  { PAMONG_DOUBLE_FATHER_NEAR, N_("father's name nearly the same") },
  { PAMONG_DOUBLE_FAMILY_SAME, N_("both on one family card") },
  { PAMONG_DOUBLE_NIK_NEAR, N_("NIK differ in one or two digits") },
  { PAMONG_DOUBLE_NIK_ONE, N_("one of them without NIK") },
  { PAMONG_DOUBLE_NIK_NONE, N_("both without NIK") },
};

const char *
pamong_double_rank_name (PamongDoubleRank rank)
{
  return ranks[rank].name;
}

const char *
pamong_double_rank_words (PamongDoubleRank rank)
{
  return _(ranks[rank].words);
}

/* All but the last of those that hold, with commas between. @last: (out): NULL when none holds. Returns: (transfer full). */
static char *
list_facts (guint reasons, const Fact *facts, guint n, const char **last)
{
  GString *list = g_string_new (NULL);

  *last = NULL;
  for (guint i = 0; i < n; i++)
    {
      if ((reasons & facts[i].bits) == 0)
        continue;
      if (*last != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", *last);
      *last = _(facts[i].words);
    }
  return g_string_free (list, FALSE);
}

static void
tell_equals (guint reasons, GStrvBuilder *phrases)
{
  const char *last;
  g_autofree char *list = list_facts (reasons, equals, G_N_ELEMENTS (equals), &last), *words = NULL;

  if (last == NULL)
    return;
  words = *list != '\0' ? g_strdup_printf (_("the same %s and %s"), list, last) : g_strdup_printf (_("the same %s"), last);
  g_strv_builder_add (phrases, words);
}

static void
tell_differs (guint reasons, GStrvBuilder *phrases)
{
  const char *last;
  g_autofree char *list = list_facts (reasons, differs, G_N_ELEMENTS (differs), &last), *words = NULL;

  if (last == NULL)
    return;
  words = *list != '\0' ? g_strdup_printf (_("but not the same %s and %s"), list, last) : g_strdup_printf (_("but not the same %s"), last);
  g_strv_builder_add (phrases, words);
}

char **
pamong_double_reason_words (guint reasons)
{
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();

  tell_equals (reasons, phrases);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if ((reasons & others[i].bit) != 0)
      g_strv_builder_add (phrases, _(others[i].words));
  tell_differs (reasons, phrases);
  return g_strv_builder_end (phrases);
}

char *
pamong_double_words (guint reasons)
{
  g_auto (GStrv) phrases = pamong_double_reason_words (reasons);
  g_autofree char *all = g_strjoinv (", ", phrases);
  gunichar letter = g_utf8_get_char (all);
  char letters[7] = { 0 };

  if (*all == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (letter), letters);
  return g_strconcat (letters, g_utf8_next_char (all), ".", NULL);
}
