/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "domain/dates.h"

#define NOON_24_NOV_2026 1795496400 /* 12:00 WIB */

static void
test_parse (void)
{
  static const struct { const char *text, *date; } rows[] = {
    { "17-08-1985", "1985-08-17" }, { "17/08/1985", "1985-08-17" }, { "17.08.1985", "1985-08-17" }, { "17081985", "1985-08-17" }, { "1985-08-17", "1985-08-17" },
    { " 7-8-1985 ", "1985-08-07" }, { "7 8 1985", "1985-08-07" }, { "29-02-2000", "2000-02-29" }, { "01-01-2090", "2090-01-01" }, { "31-12-1900", "1900-12-31" },
    { "08-17-1985", NULL }, { "31-02-1990", NULL }, { "29-02-1900", NULL }, { "29-02-2025", NULL }, { "31-04-2020", NULL }, { "00-01-2020", NULL }, { "01-00-2020", NULL },
    { "01-01-0000", NULL }, { "01-01-1799", NULL }, { "01-01-9999", NULL }, { "17-08-85", NULL }, { "170885", NULL }, { "1985-8-171", NULL }, { "17-08", NULL },
    { "17-08-1985-1", NULL }, { "17-08-19x5", NULL }, { "", NULL }, { "   ", NULL }, { "kemarin", NULL }, { "31021990", NULL }, { "--", NULL }, { "١٧-٠٨-١٩٨٥", NULL },
    { "+0", "2026-11-24" }, { "-1", "2026-11-23" }, { "+7", "2026-12-01" }, { "-365", "2025-11-24" }, { "+", NULL }, { "-x", NULL }, { "+99999999", NULL },
    { "-999999999999999999999", NULL },
  };

  pamong_clock_set (NOON_24_NOV_2026);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = pamong_date_parse (rows[i].text);
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (date, ==, rows[i].date);
    }
  g_assert_null (pamong_date_parse (NULL));
  pamong_clock_set (-1);
}

static void
assert_format (const char *date, const char *expected)
{
  g_autofree char *text = pamong_date_format (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_format ("1985-08-17", "17-08-1985");
  assert_format ("1990-02-31", "1990-02-31");
  assert_format ("soon", "soon");
  assert_format (NULL, "");
}

static void
test_valid (void)
{
  g_assert_true (pamong_date_is_valid ("2024-02-29"));
  g_assert_false (pamong_date_is_valid ("2023-02-29"));
  g_assert_false (pamong_date_is_valid ("1985-8-17"));
  g_assert_false (pamong_date_is_valid ("17-08-1985"));
  g_assert_false (pamong_date_is_valid ("1985-08-17T"));
  g_assert_false (pamong_date_is_valid (""));
  g_assert_false (pamong_date_is_valid (NULL));
}

static void
test_age (void)
{
  g_assert_cmpint (pamong_date_age ("1980-11-24", "2026-11-24"), ==, 46);
  g_assert_cmpint (pamong_date_age ("1980-11-25", "2026-11-24"), ==, 45);
  g_assert_cmpint (pamong_date_age ("2026-11-24", "2026-11-24"), ==, 0);
  g_assert_cmpint (pamong_date_age ("2026-11-25", "2026-11-24"), ==, -1);
  g_assert_cmpint (pamong_date_age ("2090-01-01", "2026-11-24"), ==, -1);
  g_assert_cmpint (pamong_date_age ("2000-02-29", "2026-02-28"), ==, 25);
  g_assert_cmpint (pamong_date_age ("2000-02-29", "2026-03-01"), ==, 26);
  g_assert_cmpint (pamong_date_age (NULL, "2026-11-24"), ==, -1);
  g_assert_cmpint (pamong_date_age ("1980-11-24", NULL), ==, -1);
}

static void
test_days (void)
{
  g_autofree char *later = pamong_date_add_days ("2024-02-28", 2);
  g_autofree char *before = pamong_date_add_days ("2026-01-01", -1);

  g_assert_cmpint (pamong_date_days ("2024-02-28", "2024-03-01"), ==, 2);
  g_assert_cmpint (pamong_date_days ("2024-03-01", "2024-02-28"), ==, -2);
  g_assert_cmpint (pamong_date_days ("x", "2024-02-28"), ==, 0);
  g_assert_cmpstr (later, ==, "2024-03-01");
  g_assert_cmpstr (before, ==, "2025-12-31");
  g_assert_null (pamong_date_add_days ("x", 1));
}

static void
test_clock (void)
{
  g_autofree char *today = NULL, *epoch = NULL, *late = NULL;

  pamong_clock_set (NOON_24_NOV_2026);
  g_assert_cmpint (pamong_clock_now (), ==, NOON_24_NOV_2026);
  today = pamong_clock_today ();
  g_assert_cmpstr (today, ==, "2026-11-24");
  /* The day of the desk, not of Greenwich: 18.00 UTC is past midnight in Bojonegoro. */
  pamong_clock_set (NOON_24_NOV_2026 + 13 * 3600);
  late = pamong_clock_today ();
  g_assert_cmpstr (late, ==, "2026-11-25");
  pamong_clock_set (0);
  epoch = pamong_clock_today ();
  g_assert_cmpstr (epoch, ==, "2026-01-01"); /* no act is older than the program */
  pamong_clock_set (-1);
  g_assert_cmpint (pamong_clock_now (), >, 1700000000);
}

static void
test_clock_environment_run (void)
{
  g_assert_cmpint (pamong_clock_now (), ==, NOON_24_NOV_2026);
}

static void
test_clock_environment (void)
{
  g_setenv ("PAMONG_NOW", G_STRINGIFY (NOON_24_NOV_2026), TRUE);
  g_test_trap_subprocess ("/dates/clock-environment/subprocess", 0, 0);
  g_unsetenv ("PAMONG_NOW");
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/parse", test_parse);
  g_test_add_func ("/dates/format", test_format);
  g_test_add_func ("/dates/valid", test_valid);
  g_test_add_func ("/dates/age", test_age);
  g_test_add_func ("/dates/days", test_days);
  g_test_add_func ("/dates/clock", test_clock);
  g_test_add_func ("/dates/clock-environment", test_clock_environment);
  g_test_add_func ("/dates/clock-environment/subprocess", test_clock_environment_run);
  return g_test_run ();
}
