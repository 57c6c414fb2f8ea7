/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"

#include <glib/gstdio.h>

/* Rows as one line: fields between bars, rows between slashes. */
static void
assert_csv (const char *text, const char *expected_header, const char *expected)
{
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, &header);
  g_autofree char *head = g_strjoinv ("|", header);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", rows->pdata[i]);
      g_string_append_printf (body, "%s%s", i > 0 ? "/" : "", row);
    }
  g_assert_cmpstr (head, ==, expected_header);
  g_assert_cmpstr (body->str, ==, expected);
}

static void
test_csv (void)
{
  assert_csv ("a,b\n1,2\n", "a|b", "1|2");
  assert_csv ("a,b\r\n1,2\r\n3,4", "a|b", "1|2/3|4");
  assert_csv ("\xef\xbb\xbf" "a,b\n1,2", "a|b", "1|2");
  assert_csv ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "a|b", "x, y|say \"hi\"");
  assert_csv ("a,b\n\"two\nlines\",2\n", "a|b", "two\nlines|2");
  assert_csv ("a,b\n\n\n1,2\n\n", "a|b", "1|2");
  assert_csv ("a,b,c\n1\n1,2,3,4,5\n,,\n", "a|b|c", "1||/1|2|3/||");
  assert_csv ("a,b\n\"\",\"\"\n", "a|b", "|");
  assert_csv ("a,b\n\"x\"y,2\n", "a|b", "xy|2");
  assert_csv ("", "", "");
  assert_csv ("a,b", "a|b", "");
}

/* A file cut off inside a quote gives what stood before, never half a row. */
static void
test_csv_truncated (void)
{
  assert_csv ("a,b\n1,2\n3,\"four and", "a|b", "1|2");
  assert_csv ("a,\"b", "", "");
  assert_csv ("a,b\n1,2\n3", "a|b", "1|2/3|");
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pamong_data_load ("codes/agama.csv", &error);
  g_autoptr (GBytes) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  none = pamong_data_load ("codes/none.csv", &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

static void
test_list (void)
{
  g_auto (GStrv) files = pamong_data_list ("codes");
  g_auto (GStrv) none = pamong_data_list ("nowhere");

  g_assert_true (g_strv_contains ((const char *const *) files, "agama.csv"));
  for (gsize i = 1; files[i] != NULL; i++)
    g_assert_cmpstr (files[i - 1], <, files[i]);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_file_wins (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-data-XXXXXX", NULL);
  g_autofree char *codes = g_build_filename (dir, "codes", NULL);
  g_autofree char *file = g_build_filename (codes, "agama.csv", NULL);
  g_autofree char *text = NULL, *other = NULL;

  g_mkdir (codes, 0700);
  g_assert_true (g_file_set_contents (file, "code,label\n", -1, NULL));
  g_setenv ("PAMONG_DATA_DIR", dir, TRUE);
  text = pamong_data_text ("codes/agama.csv");
  other = pamong_data_text ("codes/shdk.csv");
  g_unsetenv ("PAMONG_DATA_DIR");
  g_assert_cmpstr (text, ==, "code,label\n");
  g_assert_true (g_str_has_prefix (other, "code,label,display"));
  g_unlink (file);
  g_rmdir (codes);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/csv", test_csv);
  g_test_add_func ("/data/csv-truncated", test_csv_truncated);
  g_test_add_func ("/data/load", test_load);
  g_test_add_func ("/data/list", test_list);
  g_test_add_func ("/data/file-wins", test_file_wins);
  return g_test_run ();
}
