/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of each program in data/layouts, made from the tables of tests/exchange/data/layouts; NAME.told holds what is to be understood. An .xls of that name
 * tells the same. */
#include "exchange/sheet_private.h"
#include "exchange/source.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define AREA "35.22.28.2004"

static char *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "layouts", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
tell_field (GString *out, const PamongRecord *record, const char *key)
{
  const PamongField *field = pamong_field_find (record->kind, key);
  const char *name = strcmp (key, "kk_number") == 0 ? "kk" : key;

  if (!pamong_record_is_set (record, field->index))
    return;
  if (field->type == PAMONG_TYPE_CODE)
    g_string_append_printf (out, " %s=%d", name, (int) pamong_record_int (record, field->index));
  else
    g_string_append_printf (out, " %s=%s", name, pamong_record_text (record, field->index));
}

static gboolean
told_cb (PamongSheetPerson *person, gpointer data)
{
  static const char *const of_family[] = { "kk_number", "address", "dusun", "rt", "rw", "postcode" };
  static const char *const of_resident[] = { "sex",        "birth_date", "religion",    "marital_status", "blood_type", "shdk",       "education",
                                             "occupation", "mother_name", "birth_cert", "ektp",           "ektp_status", "pregnant", "insurance" };
  const char *name = pamong_record_text (person->resident, PAMONG_RESIDENT_NAME), *nik = pamong_record_text (person->resident, PAMONG_RESIDENT_NIK);
  GString *out = data;

  g_string_append_printf (out, "%s %u %s %s", person->sheet, person->row, name != NULL ? name : "-", nik != NULL ? nik : "-");
  for (guint i = 0; i < G_N_ELEMENTS (of_family); i++)
    tell_field (out, person->family, of_family[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of_resident); i++)
    tell_field (out, person->resident, of_resident[i]);
  if (person->status != 0)
    g_string_append_printf (out, " status=%d", (int) person->status);
  if (person->status_date != NULL)
    g_string_append_printf (out, " since %s", person->status_date);
  if (person->area != NULL)
    g_string_append_printf (out, " area=%s", person->area);
  for (guint i = 0; i < person->problems->len; i++)
    {
      const PamongSheetProblem *problem = person->problems->pdata[i];
      g_autofree char *letters = pamong_sheet_column (problem->column - 1);

      g_string_append_printf (out, " [%s%u %s]", letters, problem->row, problem->text);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

static char *
tell (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSource) source = pamong_source_open (path, NULL, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n;

  g_assert_no_error (error);
  g_string_append_printf (out, "%s | %s\n", pamong_source_layout (source), pamong_source_title (source));
  g_assert_true (pamong_source_people (source, AREA, told_cb, out, &n, &error));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check (const char *name)
{
  char *dir = workbook_dir ();
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL), *told_name = g_strconcat (name, ".told", NULL);
  g_autofree char *text = read_data (text_name), *wanted = read_data (told_name), *path = NULL, *told = NULL;
  Table table = { "Data", text, FALSE };

  path = workbook_tables (dir, "data.xlsx", &table, 1);
  told = tell (path);
  g_assert_cmpstr (told, ==, wanted);
  workbook_clean (dir);
}

/* Dukcapil writes them as Excel 97 did. */
static gboolean
check_old (const char *name)
{
  g_autofree char *told_name = g_strconcat (name, ".told", NULL), *old_name = g_strconcat (name, ".xls", NULL), *wanted = read_data (told_name), *told = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "layouts", old_name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  told = tell (path);
  g_assert_cmpstr (told, ==, wanted);
  return TRUE;
}

static void
test_layouts (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "exchange", "data", "layouts", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0, n_old = 0;

  for (const char *file; (file = g_dir_read_name (files)) != NULL;)
    if (g_str_has_suffix (file, ".txt"))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".txt"));

        g_test_message ("%s", name);
        check (name);
        n_old += check_old (name);
        n++;
      }
  g_assert_cmpuint (n, >=, 8);
  g_assert_cmpuint (n_old, >=, 3);
}

/* The workbook of OpenDK comes in a zip, photos beside it. */
static void
test_zip (void)
{
  char *dir = workbook_dir ();
  g_autofree char *text = read_data ("opendk.txt"), *wanted = read_data ("opendk.told"), *inner = NULL, *path = NULL, *told = NULL, *bytes = NULL, *copy = NULL;
  Table table = { "Data", text, FALSE };
  Blob blobs[] = { { "foto/kk.jpg", "x", 1 }, { "__MACOSX/._penduduk.xlsx", "x", 1 }, { "penduduk_24_11_2026_opendk.xlsx", NULL, 0 } };
  g_autoptr (PamongBook) book = NULL;

  inner = workbook_tables (dir, "data.xlsx", &table, 1);
  g_assert_true (g_file_get_contents (inner, &bytes, &blobs[2].size, NULL));
  blobs[2].bytes = bytes;
  path = workbook_pack (dir, "penduduk_24_11_2026_opendk.zip", blobs, G_N_ELEMENTS (blobs), NULL);
  told = tell (path);
  g_assert_cmpstr (told, ==, wanted);
  /* The copy with everybody in it goes with the book. */
  book = pamong_book_open (path, NULL);
  copy = g_strdup (book->path);
  g_assert_cmpstr (copy, !=, path);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_clear_pointer (&book, pamong_book_free);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  workbook_clean (dir);
}

static void
assert_refused (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_source_open (path, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "penduduk.zip"));
  g_assert_nonnull (strstr (error->message, words));
}

static void
check_zip (const Blob *blobs, guint n, const char *password, const char *words)
{
  char *dir = workbook_dir ();
  g_autofree char *path = workbook_pack (dir, "penduduk.zip", blobs, n, password);

  assert_refused (path, words);
  workbook_clean (dir);
}

static void
test_bad_zip (void)
{
  const gsize huge = 32 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (huge), *cut = NULL, *bytes = NULL;
  Blob none[] = { { "foto/kk.jpg", "x", 1 } }, two[] = { { "a.xlsx", "x", 1 }, { "b/c.XLSX", "x", 1 } }, broken[] = { { "a.xlsx", "bukan buku kerja", 16 } }, bomb[] = { { "a.xlsx", zeros, huge } };
  char *dir = workbook_dir ();
  g_autofree char *whole = workbook_pack (dir, "utuh.zip", two, 1, NULL);
  gsize size;

  check_zip (none, 1, NULL, "tanpa buku kerja");
  check_zip (two, 2, NULL, "lebih dari satu");
  check_zip (broken, 1, NULL, "rusak");
  check_zip (bomb, 1, NULL, "terurai");
  check_zip (two, 1, "rahasia", "kata sandi");
  g_assert_true (g_file_get_contents (whole, &bytes, &size, NULL));
  cut = workbook_file (dir, "penduduk.zip", bytes, (gssize) size / 2);
  assert_refused (cut, "rusak");
  workbook_clean (dir);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layouts/files", test_layouts);
  g_test_add_func ("/layouts/zip", test_zip);
  g_test_add_func ("/layouts/bad-zip", test_bad_zip);
  return g_test_run ();
}
