/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "domain/names.h"
#include "domain/nik.h"
#include "domain/rules.h"

#include <string.h>

/* Anything may be pasted into a field or stand in a file. The seed is printed by g_test; --seed=… repeats a run. */

#define ROUNDS 4000
#define AREA "35.22.28.2001"

static const char *const pieces[] = {
  "a", "SITI", " ", "  ", "\t", "\n", "'", "\"", "’", ",", ".", "-", "/", "+", "<b>", "&", "0", "1", "12", "3522280403800001", "17-08-1985", "29-02", "2090", "H.", "S.Pd",
  "é", "e\xcc\x81", "😀", "\xe2\x80\x8b", "\xc2\xa0", "\xff", "\xe2\x80", "\x01", "\x7f", "ı", "ß", "ﬁ", "ا", "%s", "{name}", "[", "]", "K", "A+", "PETANI",
};

static char *
make_noise (void)
{
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_fold (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *noise = make_noise ();
      g_autofree char *fold = pamong_fold (noise), *twice = pamong_fold (fold);
      g_autofree char *key = pamong_name_key (noise);
      g_autofree char *name = pamong_name_tidy (noise), *again = pamong_name_tidy (name);

      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_cmpstr (fold, ==, twice);
      g_assert_cmpstr (name, ==, again);
      /* A key is empty only when nothing in the name can be searched. */
      g_assert_true ((*key == '\0') == (*fold == '\0'));
      g_assert_false (g_str_has_suffix (key, " ") || g_str_has_prefix (key, " "));
    }
}

/* Taken and shown reads back to the same value; refused changes nothing and says so in sound letters. */
static void
test_parse (void)
{
  guint n;

  pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *noise = make_noise ();
      g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
      g_autoptr (PamongRecord) before = pamong_record_copy (record);
      g_autoptr (GError) error = NULL;
      int field = g_test_rand_int_range (0, (int) n);
      g_autofree char *shown = NULL;

      if (!pamong_record_parse (record, field, noise, &error))
        {
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_assert_false (pamong_record_differs (record, before, field));
          continue;
        }
      shown = pamong_record_format (record, field);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_test_message ("%s: %s", pamong_field_get (PAMONG_KIND_RESIDENT, field)->key, shown);
      g_assert_true (pamong_record_parse (before, field, shown, &error));
      g_assert_false (pamong_record_differs (record, before, field));
    }
}

/* Rows that no parser has seen: the rules find words for them and do not fall over. */
static void
test_rules (void)
{
  PamongFacts facts = { .today = "2026-11-24" };

  for (int i = 0; i < ROUNDS / 4; i++)
    {
      g_autoptr (PamongFamilyCard) card = pamong_family_card_new (AREA);
      g_autoptr (GPtrArray) findings = pamong_findings_new ();

      for (int m = 0; m < 3; m++)
        {
          PamongRecord *person = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);

          for (guint f = 0; f < person->n_values; f++)
            {
              g_autofree char *noise = make_noise ();
              PamongType type = pamong_field_get (PAMONG_KIND_RESIDENT, (int) f)->type;

              if (type == PAMONG_TYPE_CODE)
                pamong_record_set_int (person, (int) f, g_test_rand_int_range (-3, 120));
              else if (type != PAMONG_TYPE_REAL)
                pamong_record_set_text (person, (int) f, noise);
            }
          g_ptr_array_add (card->members, person);
        }
      pamong_rules_check_family (card, i % 2 == 0, &facts, findings);
      for (guint f = 0; f < findings->len; f++)
        g_assert_true (g_utf8_validate (((PamongFinding *) findings->pdata[f])->message, -1, NULL));
    }
}

static void
test_csv (void)
{
  static const char *const csv_pieces[] = { "a", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\xef\xbb\xbf", "é" };

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) header = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      for (int p = g_test_rand_int_range (0, 30); p > 0; p--)
        g_string_append (text, csv_pieces[g_test_rand_int_range (0, G_N_ELEMENTS (csv_pieces))]);
      rows = pamong_csv_parse (text->str, &header);
      for (guint r = 0; r < rows->len; r++)
        g_assert_cmpuint (g_strv_length (rows->pdata[r]), ==, g_strv_length (header));
    }
}

static void
test_codes_and_numbers (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *noise = make_noise ();
      g_autoptr (GPtrArray) found = pamong_codes_match ("pekerjaan", noise);
      g_autofree char *nik = pamong_nik_normalize (noise), *mask = pamong_nik_mask (noise), *date = pamong_date_parse (noise), *birth = NULL;
      int sex, code = pamong_codes_parse ("pekerjaan", noise);

      pamong_nik_suggest (noise, "2026-11-24", &birth, &sex);
      g_assert_true (code == 0 || pamong_codes_find ("pekerjaan", code) != NULL);
      g_assert_true (date == NULL || pamong_date_is_valid (date));
      g_assert_nonnull (mask);
    }
}

static void
test_every_day (void)
{
  g_autofree char *date = g_strdup ("1800-01-01");

  while (date != NULL)
    {
      g_autofree char *shown = pamong_date_format (date);
      g_autofree char *back = pamong_date_parse (shown);
      char *next;

      g_assert_cmpstr (back, ==, date);
      next = pamong_date_add_days (date, 1);
      g_assert_true (next == NULL || pamong_date_days (date, next) == 1);
      g_free (date);
      date = next;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/noise/fold", test_fold);
  g_test_add_func ("/noise/parse", test_parse);
  g_test_add_func ("/noise/rules", test_rules);
  g_test_add_func ("/noise/csv", test_csv);
  g_test_add_func ("/noise/codes-and-numbers", test_codes_and_numbers);
  g_test_add_func ("/noise/every-day", test_every_day);
  return g_test_run ();
}
