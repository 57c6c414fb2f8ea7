/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_writer.h"
#include "domain/error.h"
#include <glib/gstdio.h>
#include <string.h>

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static PamongSheetWriter *
start (const char *path)
{
  g_autoptr (GError) error = NULL;
  PamongSheetWriter *writer = pamong_sheet_writer_new (path, "Data", &error);

  g_assert_no_error (error);
  return writer;
}

static void
put_rows (PamongSheetWriter *writer, guint n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      pamong_sheet_writer_text (writer, 0, "3522280101900001");
      pamong_sheet_writer_text (writer, 1, NULL);
      pamong_sheet_writer_number (writer, 2, i);
      pamong_sheet_writer_next (writer, &error);
      g_assert_no_error (error);
    }
}

/* The name belongs to a whole workbook: until the end to the old one, afterwards to the new one. */
static void
test_whole_or_not (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = g_build_filename (dir, "buku kerja.xlsx", NULL), *text = NULL;
  g_autoptr (GError) error = NULL;
  PamongSheetWriter *writer;
  gsize length = 0;

  g_assert_true (g_file_set_contents (path, "lama", -1, NULL));
  writer = start (path);
  put_rows (writer, 1200);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "lama");
  pamong_sheet_writer_free (writer);
  g_assert_cmpuint (count_files (dir), ==, 1); /* given up: nothing of it is left */
  g_clear_pointer (&text, g_free);
  writer = start (path);
  put_rows (writer, 1200);
  pamong_sheet_writer_finish (writer, &error);
  g_assert_no_error (error);
  pamong_sheet_writer_free (writer);
  g_assert_cmpuint (count_files (dir), ==, 1);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, 1200);
  g_assert_true (memcmp (text, "PK\3\4", 4) == 0);
  g_unlink (path);
  g_rmdir (dir);
}

static void
refuse (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  PamongSheetWriter *writer = pamong_sheet_writer_new (path, "Data", &error);

  g_assert_null (writer);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_bad_place (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-XXXXXX", NULL), *none = g_build_filename (dir, "tidak", "ada.xlsx", NULL), *file = g_build_filename (dir, "berkas", NULL);
  g_autofree char *below = g_build_filename (file, "ada.xlsx", NULL);

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  refuse (none, none);
  refuse (dir, dir);
  refuse (below, below);
  g_assert_cmpuint (count_files (dir), ==, 1);
  g_unlink (file);
  g_rmdir (dir);
}

static void
test_too_long (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = g_build_filename (dir, "panjang.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSheetWriter) writer = start (path);
  guint rows = 1;

  while (pamong_sheet_writer_next (writer, &error))
    rows++;
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpuint (rows, ==, 1048576);
  g_clear_pointer (&writer, pamong_sheet_writer_free);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-writer/whole-or-not", test_whole_or_not);
  g_test_add_func ("/sheet-writer/bad-place", test_bad_place);
  g_test_add_func ("/sheet-writer/too-long", test_too_long);
  return g_test_run ();
}
