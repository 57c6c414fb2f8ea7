/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"
#include "domain/doubles.h"

#include <string.h>

#define AREA "35.22.28.2001"
#define ROUNDS 4000

/* "name=SITI;birth_date=1985-05-17;family=a;rt=003" */
typedef struct {
  PamongRecord *resident, *family;
} Person;

static void
clear_person (Person *person)
{
  g_clear_pointer (&person->resident, pamong_record_free);
  g_clear_pointer (&person->family, pamong_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, clear_person)

static Person
read_person (const char *text)
{
  Person person = { pamong_record_new (PAMONG_KIND_RESIDENT, AREA), pamong_record_new (PAMONG_KIND_FAMILY, AREA) };
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      const PamongField *field = pamong_field_find (PAMONG_KIND_RESIDENT, pair[0]), *of_family = pamong_field_find (PAMONG_KIND_FAMILY, pair[0]);

      if (g_str_equal (pair[0], "family"))
        pamong_record_set_text (person.resident, PAMONG_RESIDENT_FAMILY_UID, pair[1]);
      else if (field != NULL && field->type == PAMONG_TYPE_CODE)
        pamong_record_set_int (person.resident, field->index, g_ascii_strtoll (pair[1], NULL, 10));
      else if (field != NULL)
        pamong_record_set_text (person.resident, field->index, pair[1]);
      else
        {
          g_assert_nonnull (of_family);
          pamong_record_set_text (person.family, of_family->index, pair[1]);
        }
    }
  return person;
}

static gboolean
has_reason (guint reasons, const char *id)
{
  for (guint bit = 0; pamong_double_reason_id (bit) != NULL; bit++)
    if (g_str_equal (pamong_double_reason_id (bit), id))
      return (reasons & (1u << bit)) != 0;
  g_error ("no reason %s", id);
}

static PamongDoubleRank
judge (const Person *one, const Person *other, guint *reasons)
{
  g_autoptr (PamongDoubleTexts) texts = pamong_double_texts_new (), apart = pamong_double_texts_new ();
  PamongDoubleFacts left, right, far;
  guint back, away;
  int points, points_back;
  PamongDoubleRank rank;

  pamong_double_facts_read (&left, texts, one->resident, one->family);
  pamong_double_facts_read (&right, texts, other->resident, other->family);
  pamong_double_facts_read (&far, apart, other->resident, other->family);
  rank = pamong_double_judge (&left, &right, reasons, &points);
  /* The same both ways round, and of texts kept elsewhere. */
  g_assert_cmpint (pamong_double_judge (&right, &left, &back, &points_back), ==, rank);
  g_assert_cmpuint (back, ==, *reasons);
  g_assert_cmpint (points_back, ==, points);
  g_assert_cmpint (pamong_double_judge (&left, &far, &away, NULL), ==, rank);
  g_assert_cmpuint (away, ==, *reasons);
  return rank;
}

static void
test_pairs (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "domain", "data", "doubles.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = pamong_csv_parse (text, NULL);
  g_assert_cmpuint (rows->len, >, 60);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_auto (Person) one = read_person (row[2]), other = read_person (row[3]);
      g_auto (GStrv) has = g_strsplit (row[4], " ", -1), lacks = g_strsplit (row[5], " ", -1);
      guint reasons;
      PamongDoubleRank rank = judge (&one, &other, &reasons);
      g_autofree char *words = pamong_double_words (reasons);

      g_test_message ("%s: %s", row[0], words);
      g_assert_cmpstr (pamong_double_rank_name (rank), ==, row[1]);
      for (guint w = 0; has[w] != NULL; w++)
        g_assert_true (*has[w] == '\0' || has_reason (reasons, has[w]));
      for (guint w = 0; lacks[w] != NULL; w++)
        g_assert_true (*lacks[w] == '\0' || !has_reason (reasons, lacks[w]));
    }
}

/* Every reason has its points in the data, and no row there is without meaning. */
static void
test_points (void)
{
  g_autofree char *text = pamong_data_text ("rules/doubles.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  g_autoptr (GHashTable) facts = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const thresholds[] = { "possible", "likely", "certain" };

  for (guint i = 0; i < rows->len; i++)
    g_assert_true (g_hash_table_add (facts, ((char **) rows->pdata[i])[0]));
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    g_assert_true (g_hash_table_remove (facts, thresholds[i]));
  for (guint bit = 0; bit < PAMONG_N_DOUBLE_REASONS; bit++)
    g_assert_true (g_hash_table_remove (facts, pamong_double_reason_id (bit)));
  g_assert_cmpuint (g_hash_table_size (facts), ==, 0);
  g_assert_true (pamong_double_is_common_day (19600101));
  g_assert_false (pamong_double_is_common_day (19600102));
}

static void
test_words (void)
{
  g_autofree char *none = pamong_double_words (0), *one = pamong_double_words (PAMONG_DOUBLE_NIK_SAME);
  g_autofree char *several = pamong_double_words (PAMONG_DOUBLE_NAME_SAME | PAMONG_DOUBLE_BIRTH_SAME | PAMONG_DOUBLE_MOTHER_SAME | PAMONG_DOUBLE_NIK_ONE);

  g_autofree char *against = pamong_double_words (PAMONG_DOUBLE_NAME_SPELLED | PAMONG_DOUBLE_NIK_DIFFERS | PAMONG_DOUBLE_MOTHER_DIFFERS);

  g_assert_cmpstr (against, ==, "One name in two spellings, but not the same NIK and mother's name.");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "The same NIK.");
  g_assert_cmpstr (several, ==, "The same name, date of birth and mother's name, one of them without NIK.");
  for (PamongDoubleRank rank = PAMONG_DOUBLE_NONE; rank <= PAMONG_DOUBLE_CERTAIN; rank++)
    g_assert_cmpstr (pamong_double_rank_words (rank), !=, "");
}

static char *
make_noise (void)
{
  static const char *const pieces[] = { "SITI", "AMINAH", "A", " ", "  ", "'", "-", "MOCH.", "S.Pd", "1", "é", "😀", "\xe2\x80\x8b", "\xff", "\x01", "ا", "%s", "1985-05-17", "3522285705850001" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 24); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Rows that no parser has seen: judged the same both ways, told in sound letters, and a sound record is its own double. */
static void
test_noise (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      Person people[2];
      guint reasons;

      for (guint p = 0; p < G_N_ELEMENTS (people); p++)
        {
          people[p] = read_person ("name=SITI AMINAH;birth_date=1985-05-17;mother_name=SUPINAH;nik=3522285705850001");
          for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
            {
              g_autofree char *noise = make_noise ();
              int field = g_test_rand_int_range (0, (int) people[p].resident->n_values);
              PamongType type = pamong_field_get (PAMONG_KIND_RESIDENT, field)->type;

              if (type == PAMONG_TYPE_CODE)
                pamong_record_set_int (people[p].resident, field, g_test_rand_int_range (-300, 300));
              else if (type != PAMONG_TYPE_REAL)
                pamong_record_set_text (people[p].resident, field, noise);
            }
        }
      judge (&people[0], &people[1], &reasons);
      {
        g_autofree char *words = pamong_double_words (reasons);

        g_assert_true (g_utf8_validate (words, -1, NULL));
      }
      for (guint p = 0; p < G_N_ELEMENTS (people); p++)
        clear_person (&people[p]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doubles/pairs", test_pairs);
  g_test_add_func ("/doubles/points", test_points);
  g_test_add_func ("/doubles/words", test_words);
  g_test_add_func ("/doubles/noise", test_noise);
  return g_test_run ();
}
