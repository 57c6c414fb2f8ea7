/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/nik.h"

static void
test_parse (void)
{
  PamongNikInfo info;

  /* The example of the decree's explainers: a woman born on 5 August 1968. */
  g_assert_true (pamong_nik_parse ("3515144508680002", &info));
  g_assert_cmpint (info.day, ==, 5);
  g_assert_cmpint (info.month, ==, 8);
  g_assert_cmpint (info.year2, ==, 68);
  g_assert_cmpint (info.serial, ==, 2);
  g_assert_true (info.female);
  g_assert_false (info.temporary);
  g_assert_cmpstr (info.province, ==, "35");
  g_assert_cmpstr (info.regency, ==, "3515");
  g_assert_cmpstr (info.district, ==, "351514");
  g_assert_true (pamong_nik_parse ("0352228200100001", &info));
  g_assert_true (info.temporary);
  g_assert_false (pamong_nik_parse (NULL, &info));
}

static void
test_well_formed (void)
{
  g_assert_true (pamong_nik_is_well_formed ("3515144508680002"));
  g_assert_false (pamong_nik_is_well_formed ("351514450868000"));
  g_assert_false (pamong_nik_is_well_formed ("35151445086800021"));
  g_assert_false (pamong_nik_is_well_formed ("351514450868000A"));
  g_assert_false (pamong_nik_is_well_formed ("٣٥١٥١٤٤٥٠٨٦٨٠٠٠٢"));
  g_assert_false (pamong_nik_is_well_formed (""));
  g_assert_false (pamong_nik_is_well_formed (NULL));
}

static void
test_suggest (void)
{
  static const struct { const char *nik, *date; int sex; } rows[] = {
    { "3515144508680002", "1968-08-05", 2 },
    { "3522280101250001", "2025-01-01", 1 }, /* 1925 or 2025: the one under 100 */
    { "3522282411260001", "2026-11-24", 1 }, /* born today */
    { "3522282511260001", "1926-11-25", 1 }, /* tomorrow is 99 years ago */
    { "3522280101270001", "1927-01-01", 1 },
    { "3522282902000001", "2000-02-29", 1 },
    { "3522286902010001", NULL, 2 },         /* 29 February 01 never was; the sex still stands */
    { "3522280000000001", NULL, 0 },
    { "3522280113800001", NULL, 0 },
    { "3522283201800001", NULL, 0 },
    { "0352228200100001", NULL, 0 },
    { "12", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = NULL;
      int sex;
      gboolean found = pamong_nik_suggest (rows[i].nik, "2026-11-24", &date, &sex);

      g_test_message ("%s", rows[i].nik);
      g_assert_cmpint (found, ==, rows[i].sex != 0);
      g_assert_cmpstr (date, ==, rows[i].date);
      g_assert_cmpint (sex, ==, rows[i].sex);
    }
}

/* A PC whose clock has gone back to 1970 must not invent a century. */
static void
test_suggest_with_wrong_clock (void)
{
  g_autofree char *date = NULL;
  int sex;

  g_assert_true (pamong_nik_suggest ("3515144508680002", "1970-01-01", &date, &sex));
  g_assert_cmpstr (date, ==, "1968-08-05");
  g_clear_pointer (&date, g_free);
  g_assert_false (pamong_nik_suggest ("3515144508680002", "nonsense", &date, &sex));
}

static void
assert_normal (const char *text, const char *expected)
{
  g_autofree char *nik = pamong_nik_normalize (text);

  g_test_message ("%s", text);
  g_assert_cmpstr (nik, ==, expected);
}

static void
test_normalize (void)
{
  assert_normal ("3515144508680002", "3515144508680002");
  assert_normal (" 3515 1445 0868 0002 ", "3515144508680002");
  assert_normal ("35.15.14-450868-0002", "3515144508680002");
  assert_normal ("'3515144508680002", "3515144508680002");
  assert_normal ("0", NULL);
  assert_normal ("0000000000000000", NULL);
  assert_normal ("", NULL);
  assert_normal ("-", NULL);
  assert_normal (NULL, NULL);
  assert_normal (" 3,51514E+15 ", "3,51514E+15");
  assert_normal ("belum ada", "belum ada");
}

static void
test_mask (void)
{
  g_autofree char *masked = pamong_nik_mask ("3515144508680002");
  g_autofree char *odd = pamong_nik_mask ("12");
  g_autofree char *none = pamong_nik_mask (NULL);

  g_assert_cmpstr (masked, ==, "3515••••••••0002");
  g_assert_cmpstr (odd, ==, "12");
  g_assert_cmpstr (none, ==, "");
}

static void
test_mask_words (void)
{
  g_autofree char *masked = pamong_nik_mask_words ("NIK 3515144508680002 sudah dipakai SITI (RT 003), 17-08-1985.");
  g_autofree char *longer = pamong_nik_mask_words ("35151445086800021");

  g_assert_cmpstr (masked, ==, "NIK 3515••••••••0002 sudah dipakai SITI (RT 003), 17-08-1985.");
  g_assert_cmpstr (longer, ==, "35151445086800021"); /* no NIK */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nik/parse", test_parse);
  g_test_add_func ("/nik/well-formed", test_well_formed);
  g_test_add_func ("/nik/suggest", test_suggest);
  g_test_add_func ("/nik/suggest-with-wrong-clock", test_suggest_with_wrong_clock);
  g_test_add_func ("/nik/normalize", test_normalize);
  g_test_add_func ("/nik/mask", test_mask);
  g_test_add_func ("/nik/mask-words", test_mask_words);
  return g_test_run ();
}
