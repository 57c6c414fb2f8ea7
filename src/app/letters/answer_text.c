/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/answer_text.h"
#include "app/words.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/error.h"
#include <glib/gi18n.h>
#include <string.h>

#define MONEY_DIGITS 15

static char *
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, words);
  return NULL;
}

/* "Rp1.250.000,00", "1250000" and "1.250.000,-" are the same; "setengah" is none. */
static char *
read_money (const char *text, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *from = g_ascii_strncasecmp (text, "Rp", 2) == 0 ? text + 2 : text;
  gsize whole = strcspn (from, ",");

  for (gsize i = 0; i < whole; i++)
    if (g_ascii_isdigit (from[i]))
      g_string_append_c (digits, from[i]);
    else if (from[i] != '.' && from[i] != ' ')
      return refuse (error, _ ("Write it in figures, like 1.250.000."));
  if (strspn (from + whole, ",-0 ") != strlen (from + whole) || digits->len == 0 || digits->len > MONEY_DIGITS)
    return refuse (error, _ ("Write it in figures, like 1.250.000."));
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static char *
read_number (const char *text, GError **error)
{
  gsize whole = strspn (text, "0123456789."), rest = text[whole] == ',' ? 1 + strspn (text + whole + 1, "0123456789") : 0;

  if (whole == 0 || text[whole + rest] != '\0' || strlen (text) > MONEY_DIGITS)
    return refuse (error, _ ("Write it in figures."));
  return g_strdup (text);
}

/* "8", "08.30", "0830" and "8:30". */
static char *
read_time (const char *text, GError **error)
{
  guint hour = 0, minute = 0;
  gsize digits = strspn (text, "0123456789");
  gboolean read;

  if (digits == 4 && text[4] == '\0')
    {
      hour = (guint) g_ascii_strtoull (text, NULL, 10) / 100;
      minute = (guint) g_ascii_strtoull (text, NULL, 10) % 100;
      read = TRUE;
    }
  else
    {
      char *end = NULL;

      hour = (guint) g_ascii_strtoull (text, &end, 10);
      minute = *end == '.' || *end == ':' ? (guint) g_ascii_strtoull (end + 1, &end, 10) : 0;
      read = digits > 0 && digits <= 2 && *end == '\0';
    }
  if (!read || hour > 23 || minute > 59)
    return refuse (error, _ ("Write the hour like 08.30."));
  return g_strdup_printf ("%02u:%02u", hour, minute);
}

static char *
read_code (const PamongLetterField *field, const char *text, GError **error)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (text, &end, 10);
  int code = end != text && (*end == '\0' || *end == ' ') && pamong_codes_find (field->list, (int) number) != NULL ? (int) number : pamong_codes_parse (field->list, text);

  return code != 0 ? g_strdup_printf ("%d", code) : refuse (error, _ ("Choose one from the list (Alt+↓)."));
}

static char *
read_choice (const PamongLetterField *field, const char *text, GError **error)
{
  for (char **choice = field->choices; choice != NULL && *choice != NULL; choice++)
    if (g_utf8_collate (*choice, text) == 0 || g_ascii_strcasecmp (*choice, text) == 0)
      return g_strdup (*choice);
  return refuse (error, _ ("Choose one from the list (Alt+↓)."));
}

static char *
read_date (const char *text, GError **error)
{
  char *date = pamong_date_parse (text);

  return date != NULL ? date : refuse (error, _ ("There is no such day. Write it like 12-04-2026."));
}

char *
pamong_answer_read (const PamongLetterField *field, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return g_steal_pointer (&stripped);
  switch (field->type)
    {
    case PAMONG_ANSWER_MONEY: return read_money (stripped, error);
    case PAMONG_ANSWER_NUMBER: return read_number (stripped, error);
    case PAMONG_ANSWER_DATE: return read_date (stripped, error);
    case PAMONG_ANSWER_TIME: return read_time (stripped, error);
    case PAMONG_ANSWER_CODE: return read_code (field, stripped, error);
    case PAMONG_ANSWER_CHOICE: return read_choice (field, stripped, error);
    case PAMONG_ANSWER_TEXT:
    case PAMONG_ANSWER_AREA:
    case PAMONG_ANSWER_BOOL:
    default: return g_steal_pointer (&stripped);
    }
}

char *
pamong_answer_show (const PamongLetterField *field, const char *kept)
{
  g_autofree char *number = NULL;

  if (kept == NULL || *kept == '\0')
    return g_strdup ("");
  switch (field->type)
    {
    case PAMONG_ANSWER_DATE: return pamong_date_format (kept);
    case PAMONG_ANSWER_MONEY: number = pamong_words_number (g_ascii_strtoll (kept, NULL, 10)); return g_strconcat ("Rp", number, NULL);
    case PAMONG_ANSWER_CODE: return g_strdup_printf ("%s %s", kept, pamong_codes_display (field->list, (int) g_ascii_strtoll (kept, NULL, 10)));
    case PAMONG_ANSWER_TIME: return g_strdelimit (g_strdup (kept), ":", '.');
    case PAMONG_ANSWER_NUMBER:
    case PAMONG_ANSWER_CHOICE:
    case PAMONG_ANSWER_TEXT:
    case PAMONG_ANSWER_AREA:
    case PAMONG_ANSWER_BOOL:
    default: return g_strdup (kept);
    }
}
