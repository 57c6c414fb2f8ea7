/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people.h"
#include "workbook.h"

#include <string.h>

/* Damaged workbooks: whatever the bytes say, the reader tells rows or refuses with words, and never falls over. The packed file is damaged as a disk would,
 * and the XML inside it as a hostile hand would. */

#define ROUNDS 300

static const char rows[] = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>32944</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>AB</t></is></c></row>"
                           "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\"><f>A1</f><v>3.52205E+15</v></c></row>";
static const char strings[] = "<si><t>SITI</t></si><si><r><t>NUR</t></r></si>";
static const char text[] = "nama;alamat;tgl lahir;nik;agama\nSITI;\"JL. \"\"A\"\"\";12-03-1990;3522286507990002;ISLAM\nJOS\xc3\x89;;12 MARET 1990;3,5E+15;1\n";

static void
damage (char *bytes, gsize *size)
{
  static const char *const pieces[] = { "<", ">", "\"", "&", "&#0;", "</row>", "<row r=\"9\">", "<c t=\"s\">", "99999999999999999999", "-1", "]]>", "<!--", "<!DOCTYPE a>", "\xff\xfe" };
  int n = g_test_rand_int_range (1, 6);

  for (int i = 0; i < n && *size > 16; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (int) *size);
      const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          bytes[at] = (char) g_test_rand_int_range (0, 256);
          break;
        case 1:
          bytes[at] = (char) (bytes[at] ^ (1 << g_test_rand_int_range (0, 8)));
          break;
        case 2:
          memcpy (bytes + at, piece, MIN (strlen (piece), *size - at));
          break;
        default:
          *size = MAX (at, 16);
        }
    }
}

static gboolean
met_cb (PamongSheetPerson *person, gpointer data)
{
  guint *met = data;

  for (guint i = 0; i < person->problems->len; i++)
    g_assert_true (g_utf8_validate (((PamongSheetProblem *) person->problems->pdata[i])->message, -1, NULL));
  (*met)++;
  return TRUE;
}

/* What can be read may hold headings, and people below them. */
static void
feed_people (const char *path)
{
  g_autoptr (PamongBook) book = pamong_book_open (path, NULL);
  g_autoptr (PamongColumns) columns = book != NULL ? pamong_columns_find (book, NULL) : NULL;
  guint n, met = 0;

  if (columns != NULL && pamong_sheet_people_read (book, columns, "35.22.28.2004", met_cb, &met, &n, NULL))
    g_assert_cmpuint (met, ==, n);
}

/* Returns: whether it was taken. */
static gboolean
feed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = workbook_rows (path, 0, &error);

  if (error != NULL)
    {
      g_assert_true (error->domain == PAMONG_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  if (told != NULL)
    feed_people (path);
  return told != NULL;
}

static void
feed_damaged (const char *dir, const char *name, const char *whole, gsize size)
{
  g_autofree char *bytes = g_memdup2 (whole, size), *path = NULL;

  damage (bytes, &size);
  path = workbook_file (dir, name, bytes, (gssize) size);
  feed (path);
}

static void
test_file (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = workbook_sheet (dir, rows, strings), *whole = NULL;
  gsize size;

  g_assert_true (feed (path));
  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (int i = 0; i < ROUNDS; i++)
    feed_damaged (dir, "rusak.xlsx", whole, size);
  workbook_clean (dir);
}

static void
test_xml (void)
{
  char *dir = workbook_dir ();

  for (int i = 0; i < ROUNDS; i++)
    {
      gsize n_rows = strlen (rows), n_strings = strlen (strings);
      g_autofree char *bad_rows = g_strdup (rows), *bad_strings = g_strdup (strings), *path = NULL;

      damage (bad_rows, &n_rows);
      damage (bad_strings, &n_strings);
      bad_rows[n_rows] = bad_strings[n_strings] = '\0';
      path = workbook_sheet (dir, bad_rows, bad_strings);
      feed (path);
    }
  workbook_clean (dir);
}

static void
test_old (void)
{
  char *dir = workbook_dir ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "siak.xls", NULL), *whole = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (int i = 0; i < ROUNDS / 3; i++)
    feed_damaged (dir, "rusak.xls", whole, size);
  workbook_clean (dir);
}

static void
test_text (void)
{
  char *dir = workbook_dir ();

  for (int i = 0; i < ROUNDS; i++)
    feed_damaged (dir, "rusak.csv", text, strlen (text));
  workbook_clean (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-fuzz/file", test_file);
  g_test_add_func ("/sheet-fuzz/xml", test_xml);
  g_test_add_func ("/sheet-fuzz/old", test_old);
  g_test_add_func ("/sheet-fuzz/text", test_text);
  return g_test_run ();
}
