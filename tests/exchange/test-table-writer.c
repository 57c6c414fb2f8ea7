/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table_writer.h"
#include "exchange/cell_value.h"
#include "workbook.h"
#include <glib/gstdio.h>
#include <string.h>
#ifdef G_OS_UNIX
#include <signal.h>
#include <sys/resource.h>
#endif

/* Tables as files: what was written is read again; what stops the writing leaves nothing behind. */

static const PamongTableForm form = { .sheet = "Penduduk", .separator = ';', .note = "LATIHAN – data tiruan" };

static PamongTableWriter *
start (const char *path)
{
  g_autoptr (GError) error = NULL;
  PamongTableWriter *writer = pamong_table_writer_new (path, &form, &error);

  g_assert_no_error (error);
  return writer;
}

static void
next (PamongTableWriter *writer)
{
  g_autoptr (GError) error = NULL;

  pamong_table_writer_next (writer, &error);
  g_assert_no_error (error);
}

static void
finish (PamongTableWriter *writer)
{
  g_autoptr (GError) error = NULL;

  pamong_table_writer_finish (writer, &error);
  g_assert_no_error (error);
  pamong_table_writer_free (writer);
}

/* Texts that a sheet would count with, or that quotes and separators could tear. */
static const char *const hostile[] = { "=1+1", "+62811", "-SATU", "@SUM(A1)", "'=1+1", "''", "'AISYAH", "A;B", "A\"B", "A,B", "-7.15", "3522280101900001", "SITI Ñ ☂", "a\nb" };

static gboolean
compare_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  guint *rows = data;
  g_autofree char *text = NULL;

  g_assert_cmpuint (n, ==, 3);
  text = pamong_sheet_cell_text (&cells[2]);
  g_assert_cmpint (cells[2].kind, ==, PAMONG_SHEET_CELL_TEXT);
  g_assert_false (cells[2].formula);
  g_assert_cmpstr (text, ==, g_str_equal (hostile[row - 1], "a\nb") ? "a b" : hostile[row - 1]);
  g_assert_cmpstr (cells[0].text, ==, "12.5");
  g_assert_cmpstr (cells[1].text, ==, "");
  (*rows)++;
  return TRUE;
}

static void
test_comes_back (gconstpointer data)
{
  const char *name = data;
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, name, NULL);
  PamongTableWriter *writer = start (path);
  g_autoptr (GError) error = NULL;
  PamongBook *book;
  guint rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      pamong_table_writer_number (writer, 0, 12.5);
      pamong_table_writer_text (writer, 2, hostile[i]);
      next (writer);
    }
  finish (writer);
  book = pamong_book_open (path, &error);
  g_assert_no_error (error);
  pamong_book_read (book, 0, compare_cb, &rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows, ==, G_N_ELEMENTS (hostile));
  pamong_book_free (book);
  workbook_clean (dir);
}

/* No cell of a .csv begins with a sign that makes a formula of it, quoted or not. */
static void
test_text (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, "a.csv", NULL), *text = NULL;
  PamongTableWriter *writer = start (path);

  pamong_table_writer_text (writer, 0, "=1;1");
  pamong_table_writer_text (writer, 1, "@A");
  pamong_table_writer_text (writer, 3, "A \"B\"");
  next (writer);
  pamong_table_writer_number (writer, 0, 3);
  next (writer);
  finish (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\xef\xbb\xbf\"'=1;1\";'@A;;\"A \"\"B\"\"\"\r\n3\r\n");
  workbook_clean (dir);
}

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

/* What had the name stays until the new file is whole, and when it never is. */
static void
test_name_taken (gconstpointer data)
{
  const char *name = data;
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, name, NULL), *before = NULL, *after = NULL;
  PamongTableWriter *writer;

  g_assert_true (g_file_set_contents (path, "lama", -1, NULL));
  writer = start (path);
  pamong_table_writer_text (writer, 0, "baru");
  next (writer);
  pamong_table_writer_free (writer);
  g_assert_cmpuint (count_files (dir), ==, 1);
  writer = start (path);
  pamong_table_writer_text (writer, 0, "baru");
  next (writer);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "lama");
  finish (writer);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, !=, "lama");
  g_assert_cmpuint (count_files (dir), ==, 1);
  workbook_clean (dir);
}

static void
put_many (PamongTableWriter *writer, GError **error)
{
  for (guint i = 0; i < 20000; i++)
    {
      pamong_table_writer_text (writer, 0, "SUTRISNO BIN KARTOREJO");
      if (!pamong_table_writer_next (writer, error))
        return;
    }
  pamong_table_writer_finish (writer, error);
}

/* The flash disk goes while it is written to. */
static void
test_unplugged (gconstpointer data)
{
  const char *name = data;
  char *dir = workbook_dir ();
  g_autofree char *disk = g_build_filename (dir, "disk", NULL), *gone = g_build_filename (dir, "gone", NULL), *path = g_build_filename (disk, name, NULL);
  g_autoptr (GError) error = NULL;
  PamongTableWriter *writer;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  writer = start (path);
  pamong_table_writer_text (writer, 0, "SUTRISNO");
  next (writer);
  g_assert_cmpint (g_rename (disk, gone), ==, 0);
  put_many (writer, &error);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, path));
  pamong_table_writer_free (writer);
  workbook_clean (g_steal_pointer (&gone));
  workbook_clean (dir);
}

#ifdef G_OS_UNIX
static void
test_full (gconstpointer data)
{
  const char *name = data;
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, name, NULL);
  struct rlimit before, bound;
  g_autoptr (GError) error = NULL;
  PamongTableWriter *writer;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  bound = (struct rlimit) { 16384, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &bound), ==, 0);
  writer = start (path);
  put_many (writer, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  pamong_table_writer_free (writer);
  g_assert_cmpuint (count_files (dir), ==, 0);
  workbook_clean (dir);
}
#endif

static void
test_bad_name (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, "penduduk.docx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_table_writer_new (path, &form, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpuint (count_files (dir), ==, 0);
  workbook_clean (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/table-writer/comes-back/xlsx", "a.xlsx", test_comes_back);
  g_test_add_data_func ("/table-writer/comes-back/csv", "a.csv", test_comes_back);
  g_test_add_func ("/table-writer/text", test_text);
  g_test_add_data_func ("/table-writer/name-taken/xlsx", "a.XLSX", test_name_taken);
  g_test_add_data_func ("/table-writer/name-taken/csv", "a.csv", test_name_taken);
  g_test_add_data_func ("/table-writer/name-taken/zip", "a.zip", test_name_taken);
  g_test_add_data_func ("/table-writer/unplugged/xlsx", "a.xlsx", test_unplugged);
  g_test_add_data_func ("/table-writer/unplugged/csv", "a.csv", test_unplugged);
  g_test_add_data_func ("/table-writer/unplugged/zip", "a.zip", test_unplugged);
#ifdef G_OS_UNIX
  g_test_add_data_func ("/table-writer/full/xlsx", "a.xlsx", test_full);
  g_test_add_data_func ("/table-writer/full/csv", "a.csv", test_full);
  g_test_add_data_func ("/table-writer/full/zip", "a.zip", test_full);
#endif
  g_test_add_func ("/table-writer/bad-name", test_bad_name);
  return g_test_run ();
}
