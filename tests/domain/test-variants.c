/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"
#include "domain/names.h"
#include "domain/variants.h"

#include <string.h>

/* data/variants.csv: pairs of names that are, or are not, spellings of one. */
static void
test_pairs (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "domain", "data", "variants.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = pamong_csv_parse (text, NULL);
  g_assert_cmpuint (rows->len, >, 20);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autofree char *one = pamong_name_variant_key (row[0]), *other = pamong_name_variant_key (row[1]);

      g_test_message ("%s, %s: %s, %s", row[0], row[1], one, other);
      g_assert_cmpint (strcmp (one, other) == 0, ==, strcmp (row[2], "1") == 0);
    }
}

/* Every spelling of a row of words.csv has the form of its first, and stands in one row only. */
static void
test_words (void)
{
  g_autofree char *text = pamong_data_text ("search/words.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autofree char *all = g_strconcat (row[0], " ", row[1], NULL), *form = pamong_word_variant (row[0]);
      g_auto (GStrv) spellings = g_strsplit (all, " ", -1);

      for (guint j = 0; spellings[j] != NULL; j++)
        {
          g_autofree char *own = pamong_word_variant (spellings[j]), *folded = pamong_fold (spellings[j]);

          g_test_message ("%s", spellings[j]);
          g_assert_cmpstr (own, ==, form);
          g_assert_cmpstr (folded, ==, spellings[j]);
          g_assert_true (g_hash_table_add (seen, g_strdup (spellings[j])));
        }
    }
}

static void
test_edges (void)
{
  g_autofree char *empty = pamong_name_variant_key (""), *none = pamong_name_variant_key (NULL), *mark = pamong_name_variant_key ("-");
  g_autofree char *digits = pamong_word_variant ("1100"), *foreign = pamong_name_variant_key ("\xe6\x9d\x8e\xe6\x9d\x8e JOSÉ");
  g_autofree char *muhammad = pamong_word_variant ("muhammad");

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (mark, ==, "");
  g_assert_cmpstr (digits, ==, "1100");
  g_assert_cmpstr (foreign, ==, "\xe6\x9d\x8e\xe6\x9d\x8e jose");
  g_assert_cmpstr (pamong_word_variant_begun ("moham"), ==, muhammad);
  g_assert_null (pamong_word_variant_begun ("moh"));
  g_assert_null (pamong_word_variant_begun ("sutri"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variants/pairs", test_pairs);
  g_test_add_func ("/variants/words", test_words);
  g_test_add_func ("/variants/edges", test_edges);
  return g_test_run ();
}
