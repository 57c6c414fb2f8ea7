/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import_report.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static const PamongImportRemark remarks[] = {
  { "Data", 12, "C", "Tanggal lahir", "31/02/1990", "import-cell", "tanggal “31/02/1990” tidak ada.", "Tulis seperti 17-08-1985." },
  { "Data", 13, NULL, NULL, NULL, "R4", "Dua kepala keluarga; satu KK.", NULL },
  { NULL, 0, NULL, NULL, "=1+1", NULL, "Kolom “SEBUTAN” tidak dibaca.", "Pilih kolomnya." },
};

static void
write_report (const char *path, guint n_remarks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongImportReport) report = pamong_import_report_new (path, "data warga.xlsx", &error);
  guint n = 99;

  g_assert_no_error (error);
  for (guint i = 0; i < n_remarks; i++)
    g_assert_true (pamong_import_report_add (report, &remarks[i], &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (pamong_import_report_finish (report, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_remarks);
}

static void
assert_report (const char *name, guint n, const char *wanted)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, name, NULL), *rows = NULL;

  write_report (path, n);
  rows = workbook_rows (path, 0, NULL);
  g_assert_cmpstr (rows, ==, wanted);
  workbook_clean (dir);
}

#define HEAD "1: Lembar | Baris | Kolom | Isian | Yang tertulis | Yang salah | Yang perlu dilakukan | Aturan\n"

static void
test_forms (void)
{
  assert_report ("perlu diperbaiki.xlsx", 3,
                 HEAD "2: Data | number 12 | C | Tanggal lahir | 31/02/1990 | tanggal “31/02/1990” tidak ada. | Tulis seperti 17-08-1985. | import-cell\n"
                      "3: Data | number 13 |  |  |  | Dua kepala keluarga; satu KK. |  | R4\n"
                      "4:  |  |  |  | =1+1 | Kolom “SEBUTAN” tidak dibaca. | Pilih kolomnya.\n");
  assert_report ("kosong.xlsx", 0, HEAD "2:  |  |  |  |  | Tidak ada yang perlu diperbaiki.\n");
}

/* Excel would count what begins with a sign. */
static void
test_text (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, "perlu.CSV", NULL), *text = NULL;

  write_report (path, 3);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf" "Lembar;Baris;Kolom;"));
  g_assert_nonnull (strstr (text, "\"Dua kepala keluarga; satu KK.\""));
  g_assert_null (strstr (text, ";=1+1"));
  workbook_clean (dir);
}

static void
test_refused (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, "perlu.pdf", NULL), *nowhere = g_build_filename (dir, "tidak", "ada.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_import_report_new (path, "a", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (pamong_import_report_new (nowhere, "a", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  workbook_clean (dir);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-report/forms", test_forms);
  g_test_add_func ("/import-report/text", test_text);
  g_test_add_func ("/import-report/refused", test_refused);
  return g_test_run ();
}
