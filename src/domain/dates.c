/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/dates.h"
#include "domain/clock.h"

#include <string.h>

#define YEAR_MIN 1800
#define YEAR_MAX 2199

/* @n digits at @text as a number, or -1. */
static int
read_digits (const char *text, gsize n)
{
  int value = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

static gboolean
read_date (const char *date, int *year, int *month, int *day)
{
  if (date == NULL || strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  *year = read_digits (date, 4);
  *month = read_digits (date + 5, 2);
  *day = read_digits (date + 8, 2);
  return *year > 0 && *month > 0 && *day > 0 && g_date_valid_dmy (*day, *month, *year);
}

static gboolean
read_julian (const char *date, GDate *out)
{
  int year, month, day;

  if (!read_date (date, &year, &month, &day))
    return FALSE;
  g_date_clear (out, 1);
  g_date_set_dmy (out, day, month, year);
  return TRUE;
}

static char *
compose (int year, int month, int day)
{
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || day < 1 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
parse_offset (const char *text)
{
  g_autofree char *today = NULL;
  gint64 days;

  if (!g_ascii_string_to_signed (text[0] == '+' ? text + 1 : text, 10, -36500, 36500, &days, NULL))
    return NULL;
  today = pamong_clock_today ();
  return pamong_date_add_days (today, (int) days);
}

/* Three numbers with one of - / . or a space between; the year is the one with four digits. */
static char *
parse_parts (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "-/. ", 4);
  int numbers[3];

  if (g_strv_length (parts) != 3)
    return NULL;
  for (int i = 0; i < 3; i++)
    {
      gsize n = strlen (parts[i]);
      numbers[i] = n >= 1 && n <= 4 ? read_digits (parts[i], n) : -1;
    }
  if (strlen (parts[0]) == 4 && strlen (parts[2]) <= 2)
    return compose (numbers[0], numbers[1], numbers[2]);
  if (strlen (parts[2]) == 4 && strlen (parts[0]) <= 2 && strlen (parts[1]) <= 2)
    return compose (numbers[2], numbers[1], numbers[0]);
  return NULL;
}

char *
pamong_date_parse (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (trimmed[0] == '+' || trimmed[0] == '-')
    return parse_offset (trimmed);
  if (strlen (trimmed) == 8 && read_digits (trimmed, 8) >= 0)
    return compose (read_digits (trimmed + 4, 4), read_digits (trimmed + 2, 2), read_digits (trimmed, 2));
  return parse_parts (trimmed);
}

char *
pamong_date_format (const char *date)
{
  int year, month, day;

  if (!read_date (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  return g_strdup_printf ("%02d-%02d-%04d", day, month, year);
}

gboolean
pamong_date_is_valid (const char *date)
{
  int year, month, day;

  return read_date (date, &year, &month, &day);
}

int
pamong_date_age (const char *birth_date, const char *on)
{
  int year, month, day, on_year, on_month, on_day, age;

  if (!read_date (birth_date, &year, &month, &day) || !read_date (on, &on_year, &on_month, &on_day))
    return -1;
  age = on_year - year - (on_month < month || (on_month == month && on_day < day));
  return MAX (age, -1);
}

int
pamong_date_days (const char *from, const char *to)
{
  GDate a, b;

  return read_julian (from, &a) && read_julian (to, &b) ? g_date_days_between (&a, &b) : 0;
}

char *
pamong_date_add_days (const char *date, int days)
{
  GDate julian;

  if (!read_julian (date, &julian))
    return NULL;
  if (days >= 0)
    g_date_add_days (&julian, (guint) days);
  else
    g_date_subtract_days (&julian, (guint) -days);
  return compose (g_date_get_year (&julian), (int) g_date_get_month (&julian), g_date_get_day (&julian));
}
