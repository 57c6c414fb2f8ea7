/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"
#include "exchange/village.h"

/* Villages as people name them, from data/villages.csv: home, district, village, code ("" = not known, or not the only one). */
static void
test_names (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "villages.csv", NULL), *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  rows = pamong_csv_parse (text, NULL);
  g_assert_cmpuint (rows->len, >, 10);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      const char *found = pamong_village_find (row[0], *row[1] != '\0' ? row[1] : NULL, *row[2] != '\0' ? row[2] : NULL);

      g_test_message ("%s, %s in %s", row[2], row[1], row[0]);
      g_assert_cmpstr (found != NULL ? found : "", ==, row[3]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/village/names", test_names);
  return g_test_run ();
}
