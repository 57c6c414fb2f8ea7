/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/dates.h"
#include "domain/names.h"
#include "domain/rules_check.h"

#include <string.h>

/* Permendagri 73/2022: two words, 60 characters, letters only. Names recorded before stay valid, and the rule was called advisory, so these warn. */

static const int name_fields[] = { PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_FATHER_NAME, PAMONG_RESIDENT_MOTHER_NAME };

typedef void (*FieldRule) (PamongCheck *check, int field, const char *name);

static void
each_name (PamongCheck *check, FieldRule rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_fields); i++)
    {
      const char *name = pamong_record_text (check->record, name_fields[i]);
      if (name != NULL)
        rule (check, name_fields[i], name);
    }
}

/* What no name can hold: control characters, emoji and other pictures, invisible joiners, private letters. */
static gboolean
is_no_letter (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_ENCLOSING_MARK:
      return TRUE;
    case G_UNICODE_MODIFIER_SYMBOL:
      return c > 0x7f; /* skin tones */
    default:
      return c >= 0xfe00 && c <= 0xfe0f; /* "as a picture" */
    }
}

static gboolean
is_plain (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c) || strchr (" '.,-", (int) c) != NULL;
  return g_unichar_ismark (c) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

static gboolean
all_plain (const char *name)
{
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (!is_plain (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
has_no_letter (const char *name)
{
  if (!g_utf8_validate (name, -1, NULL))
    return TRUE;
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (is_no_letter (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static glong
count_letters (const char *name)
{
  return g_utf8_validate (name, -1, NULL) ? g_utf8_strlen (name, -1) : 0;
}

/* Whether a date lies on the day @from (YYYYMMDD, as the params column has it) or after it; noise in place of a date never does. */
static gboolean
is_from (const char *date, int from)
{
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", from / 10000, from / 100 % 100, from % 100);

  return pamong_date_is_valid (date) && strcmp (date, day) >= 0;
}

static void
check_long (PamongCheck *check, int field, const char *name)
{
  int max = pamong_check_param (check, "max");
  glong n = count_letters (name);
  char value[16], limit[16];

  if (n <= max)
    return;
  g_snprintf (value, sizeof value, "%ld", n);
  g_snprintf (limit, sizeof limit, "%d", max);
  pamong_check_fire (check, field, "value", value, "max", limit, NULL);
}

/* From 101 on the rule that refuses speaks alone. */
static void
check_over_60 (PamongCheck *check, int field, const char *name)
{
  if (field == PAMONG_RESIDENT_NAME && count_letters (name) <= PAMONG_NAME_MAX)
    check_long (check, field, name);
}

static void
check_characters (PamongCheck *check, int field, const char *name)
{
  if (has_no_letter (name))
    pamong_check_fire (check, field, NULL);
}

static void
check_punctuation (PamongCheck *check, int field, const char *name)
{
  if (!has_no_letter (name) && !all_plain (name))
    pamong_check_fire (check, field, "value", name, NULL);
}

static void
name_missing (PamongCheck *check)
{
  if (!pamong_record_is_set (check->record, PAMONG_RESIDENT_NAME))
    pamong_check_fire (check, PAMONG_RESIDENT_NAME, NULL);
}

static void
name_long (PamongCheck *check)
{
  each_name (check, check_long);
}

static void
name_characters (PamongCheck *check)
{
  each_name (check, check_characters);
}

static void
name_over_60 (PamongCheck *check)
{
  each_name (check, check_over_60);
}

static void
name_one_word (PamongCheck *check)
{
  const char *name = pamong_record_text (check->record, PAMONG_RESIDENT_NAME);
  const char *born = pamong_record_text (check->record, PAMONG_RESIDENT_BIRTH_DATE);

  if (name != NULL && strchr (name, ' ') == NULL && born != NULL && is_from (born, pamong_check_param (check, "from")))
    pamong_check_fire (check, PAMONG_RESIDENT_NAME, NULL);
}

static void
name_punctuation (PamongCheck *check)
{
  each_name (check, check_punctuation);
}

const PamongPredicate pamong_predicates_name[] = {
  { "name-missing", name_missing },
  { "name-long", name_long },
  { "name-characters", name_characters },
  { "name-over-60", name_over_60 },
  { "name-one-word", name_one_word },
  { "name-punctuation", name_punctuation },
  { NULL, NULL },
};
