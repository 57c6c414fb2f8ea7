/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/nik.h"
#include "domain/dates.h"

#include <string.h>

#define LENGTH 16
#define FEMALE_OFFSET 40

static int
read_number (const char *digits, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

gboolean
pamong_nik_is_well_formed (const char *nik)
{
  gsize n = 0;

  if (nik == NULL)
    return FALSE;
  while (n <= LENGTH && g_ascii_isdigit (nik[n]))
    n++;
  return n == LENGTH && nik[n] == '\0';
}

gboolean
pamong_nik_parse (const char *nik, PamongNikInfo *info)
{
  if (!pamong_nik_is_well_formed (nik))
    return FALSE;
  g_strlcpy (info->province, nik, sizeof info->province);
  g_strlcpy (info->regency, nik, sizeof info->regency);
  g_strlcpy (info->district, nik, sizeof info->district);
  info->day = read_number (nik + 6, 2);
  info->female = info->day > FEMALE_OFFSET;
  if (info->female)
    info->day -= FEMALE_OFFSET;
  info->month = read_number (nik + 8, 2);
  info->year2 = read_number (nik + 10, 2);
  info->serial = read_number (nik + 12, 4);
  info->temporary = nik[0] == '0';
  return TRUE;
}

gboolean
pamong_nik_suggest (const char *nik, const char *today, char **birth_date, int *sex)
{
  PamongNikInfo info;
  int this_year;

  *birth_date = NULL;
  *sex = 0;
  /* A temporary number holds a village code where the date would stand. */
  if (!pamong_date_is_valid (today) || !pamong_nik_parse (nik, &info) || info.temporary)
    return FALSE;
  if (info.day < 1 || info.day > 31 || info.month < 1 || info.month > 12)
    return FALSE;

  this_year = read_number (today, 4);
  for (int year = this_year - this_year % 100 + info.year2; year > this_year - 101; year -= 100)
    {
      g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", year, info.month, info.day);
      int age = pamong_date_is_valid (date) ? pamong_date_age (date, today) : -1;

      if (age >= 0 && age <= 99)
        {
          *birth_date = g_steal_pointer (&date);
          break;
        }
    }
  *sex = info.female ? 2 : 1;
  return TRUE;
}

char *
pamong_nik_mask (const char *nik)
{
  if (!pamong_nik_is_well_formed (nik))
    return g_strdup (nik != NULL ? nik : "");
  return g_strdup_printf ("%.4s••••••••%s", nik, nik + 12);
}

char *
pamong_nik_mask_words (const char *words)
{
  g_autoptr (GString) masked = g_string_new (NULL);

  for (const char *p = words; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789"), n = digits > 0 ? digits : 1;
      g_autofree char *part = g_strndup (p, n), *number = pamong_nik_mask (part);

      g_string_append (masked, number);
      p += n;
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}

char *
pamong_nik_normalize (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = trimmed; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
    else if (strchr (" .-'", *c) == NULL)
      return g_steal_pointer (&trimmed);

  /* Registers write one or more zeros for "belum punya NIK". */
  if (strspn (digits->str, "0") == digits->len)
    return NULL;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}
