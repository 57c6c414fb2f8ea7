/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

static void
assert_rows (const char *path, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = workbook_rows (path, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, wanted);
}

/* Refused with INVALID, the file's name and these words. */
static void
assert_refused (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = workbook_rows (path, 0, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (rows);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_written (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_build_filename (dir, "asli.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Data Penduduk");
  lxw_format *date = workbook_add_format (book);
  lxw_datetime day = { 1990, 3, 12, 0, 0, 0 };

  format_set_num_format (date, "dd/mm/yyyy");
  worksheet_write_string (sheet, 0, 0, "nama", NULL);
  worksheet_write_string (sheet, 1, 0, "JOSÉ & <ANI>", NULL);
  worksheet_write_number (sheet, 1, 2, 3522280001, NULL);
  worksheet_write_datetime (sheet, 1, 3, &day, date);
  worksheet_write_formula_num (sheet, 4, 1, "=1+1", NULL, 2);
  workbook_add_worksheet (book, "Kode Data");
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  assert_rows (path, "1: nama\n2: JOSÉ & <ANI> |  | number 3522280001 | date 1990-03-12\n5:  | =number 2\n");
  workbook_clean (dir);
}

static void
test_forms (void)
{
  static const struct {
    const char *rows, *strings, *wanted;
  } cases[] = {
    { "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>0</v></c></row>", "<si><t>SITI</t></si><si><r><t>NUR</t></r><r><t xml:space=\"preserve\"> AINI</t></r><rPh><t>x</t></rPh></si>", "2:  | NUR AINI | SITI\n" },
    { "<row><c t=\"inlineStr\"><is><t>satu</t></is></c><c><v>2</v></c></row><row><c/><c t=\"b\"><v>1</v></c></row>", NULL, "1: satu | number 2\n2:  | 1\n" },
    { "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>32944</v></c><c r=\"B3\" s=\"2\"><v>59</v></c><c r=\"C3\" s=\"2\"><v>61</v></c><c r=\"D3\" s=\"3\"><v>1.5</v></c><c r=\"E3\" s=\"4\"><v>0.5</v></c></row>", NULL,
      "3: date 1990-03-12 | date 1900-02-28 | date 1900-03-01 | number 1.5 | number 0.5\n" },
    { "<row><c><v>3.52205E+15</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c><c><f>A1</f></c></row>", NULL, "1: number 3.52205E+15 | error #REF! | =ax | =\n" },
    { "<row><c t=\"d\"><v>2026-11-24T00:00:00</v></c><c t=\"s\"><v>99</v></c><c t=\"s\"><v>x</v></c></row><row r=\"9\"/>", "<si><t>ada</t></si>", "1: date 2026-11-24 |  | ada\n" },
    { "<row><c s=\"1\"><v>-5</v></c><c s=\"1\"><v>1e300</v></c><c><v>1-2</v></c><c s=\"77\"><v>5</v></c></row>", NULL, "1: number -5 | number 1e300 | 1-2 | number 5\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *dir = workbook_dir ();
      g_autofree char *path = workbook_sheet (dir, cases[i].rows, cases[i].strings);

      assert_rows (path, cases[i].wanted);
      workbook_clean (dir);
    }
}

static void
test_sheets (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = workbook_sheet (dir, "", NULL);
  g_autoptr (PamongBook) book = pamong_book_open (path, NULL);
  gboolean hidden;

  g_assert_cmpuint (pamong_book_n_sheets (book), ==, 2);
  g_assert_cmpstr (pamong_book_sheet (book, 0, &hidden), ==, "Data");
  g_assert_false (hidden);
  g_assert_cmpstr (pamong_book_sheet (book, 1, &hidden), ==, "Kode");
  g_assert_true (hidden);
  workbook_clean (dir);
}

static void
test_hostile (void)
{
  static const struct {
    const char *rows, *words;
  } cases[] = {
    { "<row r=\"1048577\"><c><v>1</v></c></row>", "terurai" },
    { "<row r=\"99999999999999999999\"><c><v>1</v></c></row>", "terurai" },
    { "<row r=\"0\"><c><v>1</v></c></row>", "terurai" },
    { "<row><c><v>1</c></row>", "rusak" },
    { "</sheetData><row>", "rusak" },
  };
  char *dir = workbook_dir ();
  g_autofree char *wide = NULL, *outside = NULL;
  Part parts[] = { { "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><workbook><sheets><sheet name=\"&b;\" id=\"r\"/></sheets></workbook>" },
                   { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r\" Target=\"worksheets/sheet1.xml\"/></Relationships>" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = workbook_sheet (dir, cases[i].rows, NULL);

      assert_refused (path, cases[i].words);
    }
  outside = workbook_zip (dir, "luar.xlsx", parts, 2);
  assert_refused (outside, "rusak");
  /* Columns to the right of what is read are let go, the row stays. */
  wide = workbook_sheet (dir, "<row><c><v>1</v></c><c r=\"XFD1\"><v>2</v></c><c r=\"ZZZZZZZZZ1\"><v>3</v></c></row>", NULL);
  assert_rows (wide, "1: number 1\n");
  workbook_clean (dir);
}

static void
test_bomb (void)
{
  char *dir = workbook_dir ();
  GString *rows = g_string_new (NULL);
  g_autofree char *path = NULL;

  while (rows->len < 40 * 1024 * 1024)
    g_string_append (rows, "<row/>");
  path = workbook_sheet (dir, rows->str, NULL);
  g_string_free (rows, TRUE);
  assert_refused (path, "terurai");
  workbook_clean (dir);
}

static void
test_other_files (void)
{
  static const Part ods[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", "<x/>" } };
  static const struct {
    const char *name, *bytes;
    gssize size;
    const char *words;
  } cases[] = {
    { "laporan.xls", "<html><body><table><tr><td>nama</td></tr></table>", -1, "halaman web" },
    { "laporan.pdf", "%PDF-1.7 x", -1, "bukan tabel" },
    { "foto.csv", "\x89PNG\r\n\x1a\n\0\0\0\0", 12, "bukan tabel" },
    { "kosong.csv", "", 0, "kosong" },
    { "putus.xlsx", "PK\x03\x04 and no more", -1, "rusak" },
    { "putus.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "rusak" },
    { "kutip.csv", "nama;alamat\nSITI;\"JL. PEMUDA\nBUDI;JL. B\n", -1, "kutip" },
  };
  char *dir = workbook_dir ();
  g_autofree char *zip = workbook_zip (dir, "tabel.xlsx", ods, 2), *gone = g_build_filename (dir, "tidak-ada.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = workbook_file (dir, cases[i].name, cases[i].bytes, cases[i].size);

      assert_refused (path, cases[i].words);
    }
  assert_refused (zip, "LibreOffice");
  g_assert_null (pamong_book_open (gone, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  workbook_clean (dir);
}

static void
test_text (void)
{
  static const struct {
    const char *bytes;
    gssize size;
    const char *wanted;
  } cases[] = {
    { "nama;alamat\r\nSITI;\"JL. A; \"\"B\"\"\"\r\n", -1, "1: nama | alamat\n2: SITI | JL. A; \"B\"\n" },
    { "\xef\xbb\xbfnama,alamat\nJOS\xc3\x89,\"satu\ndua\"\n", -1, "1: nama | alamat\n2: JOSÉ | satu\ndua\n" },
    { "nama\talamat\rJOS\xc9\tx", -1, "1: nama | alamat\n2: JOSÉ | x\n" },
    { "\xff\xfen\0;\0x\0\n\0\xc9\0;\0y\0", 16, "1: n | x\n2: É | y\n" },
    { "\xfe\xff\0n\0;\0x\0\n\0\xc9\0;\0y", 16, "1: n | x\n2: É | y\n" },
    { "nama\nSITI\n\n\nBUDI", -1, "1: nama\n2: SITI\n5: BUDI\n" },
    { "a|b|c\n1|2,3|4\n", -1, "1: a | b | c\n2: 1 | 2,3 | 4\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *dir = workbook_dir ();
      g_autofree char *path = workbook_file (dir, "data.csv", cases[i].bytes, cases[i].size);

      assert_rows (path, cases[i].wanted);
      workbook_clean (dir);
    }
}

/* Made by another program from people who do not exist: see data/README. */
static void
test_old_excel (void)
{
  g_autofree char *plain = g_test_build_filename (G_TEST_DIST, "exchange", "data", "siak.xls", NULL);

  assert_rows (plain, "1: Nomor KK | NIK | Nama Penduduk | Tanggal Lahir | RT\n"
                      "2: 3522286507990002 | number 3.52228652899902e+15 | SUTRISNO | date 1990-03-12 | number 1\n"
                      "4: 3522286507990002 |  | MUNIAH (ALM\n");
}

static void
test_locked (void)
{
  g_autofree char *new = g_test_build_filename (G_TEST_DIST, "exchange", "data", "terkunci.xlsx", NULL);

  assert_refused (new, "kata sandi");
}

static void
test_column (void)
{
  static const struct {
    guint index;
    const char *letters;
  } cases[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 52, "BA" }, { 701, "ZZ" }, { 702, "AAA" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letters = pamong_sheet_column (cases[i].index);
      g_assert_cmpstr (letters, ==, cases[i].letters);
    }
}

typedef struct {
  GString *rows;
  GThread *thread;
  guint n, enough;
} Told;

static gboolean
told_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Told *told = data;

  g_assert_true (g_thread_self () == told->thread);
  g_string_append_printf (told->rows, "%u:", row);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (told->rows, " %u %s", cells[i].kind, cells[i].text);
  return ++told->n != told->enough;
}

typedef gboolean (*ReadFunc) (PamongBook *book, guint index, PamongSheetRowFunc func, gpointer data, GError **error);

/* Returns: what was told of the first @enough rows (0 = all), and the words of what stopped it. */
static char *
tell_rows (const char *path, ReadFunc read, guint enough)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBook) book = pamong_book_open (path, &error);
  Told told = { g_string_new (NULL), g_thread_self (), 0, enough };

  g_assert_no_error (error);
  if (!read (book, 0, told_cb, &told, &error))
    g_string_append (told.rows, error->message);
  g_assert_true (enough == 0 || told.n == enough);
  return g_string_free (told.rows, FALSE);
}

/* A thread ahead tells the same, stops as soon, and finds the same damage. */
static void
test_ahead (void)
{
  static const guint enough[] = { 0, 1, 300, 2999 };
  char *dir = workbook_dir ();
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *path = NULL, *damaged = NULL, *one = NULL, *other = NULL;

  for (guint i = 1; i <= 3000; i++)
    g_string_append_printf (rows, "<row r=\"%u\"><c><v>%u</v></c><c/><c t=\"str\"><v>SITI %u</v></c></row>", i + i / 7, i, i);
  path = workbook_sheet (dir, rows->str, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (enough); i++)
    {
      g_autofree char *read = tell_rows (path, pamong_book_read, enough[i]), *ahead = tell_rows (path, pamong_book_read_ahead, enough[i]);

      g_assert_cmpstr (read, ==, ahead);
      g_assert_nonnull (strstr (read, "SITI 1"));
    }
  g_string_append (rows, "<row><c></row>");
  damaged = workbook_sheet (dir, rows->str, NULL);
  one = tell_rows (damaged, pamong_book_read, 0);
  other = tell_rows (damaged, pamong_book_read_ahead, 0);
  g_assert_nonnull (strstr (one, "rusak"));
  g_assert_cmpstr (one, ==, other);
  workbook_clean (dir);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/written", test_written);
  g_test_add_func ("/sheet/forms", test_forms);
  g_test_add_func ("/sheet/sheets", test_sheets);
  g_test_add_func ("/sheet/hostile", test_hostile);
  g_test_add_func ("/sheet/bomb", test_bomb);
  g_test_add_func ("/sheet/other-files", test_other_files);
  g_test_add_func ("/sheet/text", test_text);
  g_test_add_func ("/sheet/old-excel", test_old_excel);
  g_test_add_func ("/sheet/locked", test_locked);
  g_test_add_func ("/sheet/column", test_column);
  g_test_add_func ("/sheet/ahead", test_ahead);
  return g_test_run ();
}
