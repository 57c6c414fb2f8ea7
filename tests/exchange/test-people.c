/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people.h"
#include "exchange/place.h"
#include "workbook.h"

#include "domain/data.h"
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define AREA "35.22.28.2004"

static char *
column_names (PamongColumns *columns)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < columns->columns->len; i++)
    g_ptr_array_add (names, pamong_column_name (&g_array_index (columns->columns, PamongColumn, i)));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (";", (char **) names->pdata);
}

/* The headings below so many rows of titles, people below them. */
static void
check_headings (char **row)
{
  char *dir = workbook_dir ();
  int at = (int) g_ascii_strtoll (row[1], NULL, 10);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL, *found = NULL;
  g_autoptr (PamongBook) book = NULL;
  g_autoptr (PamongColumns) columns = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i < at; i++)
    g_string_append (text, "DATA PENDUDUK DESA\n");
  g_string_append_printf (text, "%s\n1;2;3;4;5;6\n", row[2]);
  path = workbook_file (dir, "data.csv", text->str, -1);
  book = pamong_book_open (path, &error);
  g_assert_no_error (error);
  columns = pamong_columns_find (book, &error);
  g_assert_no_error (error);
  found = column_names (columns);
  g_assert_cmpstr (found, ==, row[3]);
  g_assert_cmpuint (columns->heading_row, ==, at);
  workbook_clean (dir);
}

static void
test_headings (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "headings.csv", NULL), *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = pamong_csv_parse (text, NULL);
  g_assert_cmpuint (rows->len, >=, 5);
  for (guint i = 0; i < rows->len; i++)
    check_headings (rows->pdata[i]);
}

/* Every field of a heading exists. */
static void
test_data (void)
{
  g_autofree char *text = pamong_data_text ("sheets/headings.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      PamongColumn column;
      g_autofree char *name = NULL;

      g_assert_true (pamong_columns_match (row[1], &column));
      name = pamong_column_name (&column);
      g_assert_cmpstr (name, ==, row[0]);
    }
}

static gboolean
told_cb (PamongSheetPerson *person, gpointer data)
{
  GString *out = data;

  g_string_append_printf (out, "%u %s %s %s %d", person->row, pamong_record_text (person->resident, PAMONG_RESIDENT_NAME), pamong_record_text (person->resident, PAMONG_RESIDENT_BIRTH_DATE),
                          pamong_record_text (person->family, PAMONG_FAMILY_RT), (int) person->status);
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
read_people (const char *text, guint *n)
{
  char *dir = workbook_dir ();
  g_autofree char *path = workbook_file (dir, "data.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBook) book = pamong_book_open (path, &error);
  g_autoptr (PamongColumns) columns = pamong_columns_find (book, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (pamong_sheet_people_read (book, columns, AREA, told_cb, out, n, &error));
  g_assert_no_error (error);
  workbook_clean (dir);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_rows (void)
{
  guint n;
  g_autofree char *told = read_people ("NO;NAMA;TGL LAHIR;RT;STATUS DASAR;NIK\n"
                                       "1;SUTRISNO;12 MARET 1990;01;HIDUP;3522286507990002\n"
                                       "2;SITI;31/02/1990;RT 2;MATI;3,52205E+15\n"
                                       ";;;;;\n"
                                       "NO;NAMA;TGL LAHIR;RT;STATUS DASAR;NIK\n"
                                       "3;BUDI;-;x;ENTAH;0\n"
                                       ";;JUMLAH;3;;\n",
                                       &n);

  g_assert_cmpstr (told, ==, "2 SUTRISNO 1990-03-12 001 1\n3 SITI (null) 002 2 [C3 31/02/1990] [F3 3,52205E+15]\n6 BUDI (null) (null) 0 [D6 x] [E6 ENTAH]\n");
  g_assert_cmpuint (n, ==, 3);
}

static void
test_end_mark (void)
{
  guint n;
  g_autofree char *told = read_people ("nama,nik,rt,sex\nSUTRISNO,,1,1\n,###,,\nSITI,,1,2\n", &n);

  g_assert_cmpstr (told, ==, "2 SUTRISNO (null) 001 0\n");
  g_assert_cmpuint (n, ==, 1);
}

static void
test_no_headings (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = workbook_file (dir, "data.csv", "barang;harga;toko\nbesi;10;A\n", -1);
  g_autoptr (PamongBook) book = pamong_book_open (path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_columns_find (book, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  workbook_clean (dir);
}

/* A title over two columns, its parts below. */
static void
test_two_rows (void)
{
  guint n;
  g_autofree char *told = read_people ("NO;NAMA;LAHIR;;NO KK;ALAMAT;\n;;TEMPAT;TGL LAHIR;;RT;RW\n1;SITI;BOJONEGORO;12-03-1990;;3;1\n", &n);

  g_assert_cmpstr (told, ==, "3 SITI 1990-03-12 003 0\n");
}

static char *
place_of (char **row)
{
  static const int fields[] = { PAMONG_FAMILY_ADDRESS, PAMONG_FAMILY_DUSUN, PAMONG_FAMILY_RT, PAMONG_FAMILY_RW, PAMONG_FAMILY_POSTCODE };
  g_autoptr (PamongRecord) family = pamong_record_new (PAMONG_KIND_FAMILY, AREA);
  PamongSheetCell cell = { PAMONG_SHEET_CELL_TEXT, FALSE, row[1], 0 };
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean fine = strcmp (row[0], "place") == 0 ? pamong_sheet_place_take (&cell, family, NULL) : pamong_sheet_rt_rw_take (&cell, family, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = pamong_record_text (family, fields[i]);
      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "");
    }
  g_string_append (out, fine ? "" : " !");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Addresses as SIAK, the BIP and villages write them. */
static void
test_places (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "places.csv", NULL), *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = pamong_csv_parse (text, NULL);
  g_assert_cmpuint (rows->len, >=, 20);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *got = place_of (row);

      g_test_message ("%s", row[1]);
      g_assert_cmpstr (got, ==, row[2]);
    }
}

/* Two things in one cell. */
static void
test_joined (void)
{
  guint n;
  g_autofree char *told = read_people ("NAMA;TEMPAT/TGL LAHIR;RT/RW;NIK\nSITI;BOJONEGORO, 12-03-1990;003/001;\nBUDI;TUBAN / 12 MARET 1990;RT 2 RW 4;\nANA;TUBAN;1;\nINA;TUBAN, 31-02-1990;RT X;\n", &n);

  g_assert_cmpstr (told, ==, "2 SITI 1990-03-12 003 0\n3 BUDI 1990-03-12 002 0\n4 ANA (null) 001 0\n5 INA (null) (null) 0 [B5 TUBAN, 31-02-1990] [C5 RT X]\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/headings", test_headings);
  g_test_add_func ("/people/data", test_data);
  g_test_add_func ("/people/rows", test_rows);
  g_test_add_func ("/people/end-mark", test_end_mark);
  g_test_add_func ("/people/no-headings", test_no_headings);
  g_test_add_func ("/people/two-rows", test_two_rows);
  g_test_add_func ("/people/places", test_places);
  g_test_add_func ("/people/joined", test_joined);
  return g_test_run ();
}
