/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people_private.h"
#include "exchange/source.h"
#include "workbook.h"

#include <string.h>

/* Damaged workbooks: whatever the bytes say, the reader tells rows or refuses with words, and never falls over. The packed file is damaged as a disk would,
 * and the XML inside it as a hostile hand would. */

#define ROUNDS 150

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

/* What can be read may hold people, however it is laid out; @layout: (nullable). */
static void
feed_people (const char *path, const char *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSource) source = pamong_source_open (path, layout, &error);
  guint n, met = 0;

  if (source != NULL)
    {
      pamong_source_set_occupation (source, pamong_source_asks_occupation (source));
      if (pamong_source_people (source, "35.22.28.2004", met_cb, &met, &n, &error))
        g_assert_cmpuint (met, ==, n);
    }
  if (error != NULL)
    {
      g_assert_true (error->domain == PAMONG_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
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
    {
      feed_people (path, NULL);
      feed_people (path, "own");
    }
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

static char *
read_table (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "layouts", name, NULL);
  char *table = NULL;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  return table;
}

/* Rows out of order, cells out of place: what a person does to a sheet. */
static char *
shuffle (const char *table)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n = g_strv_length (lines);

  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      guint a = (guint) g_test_rand_int_range (0, (int) n), b = (guint) g_test_rand_int_range (0, (int) n);
      char *line = lines[a];

      lines[a] = lines[b];
      lines[b] = line;
    }
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    {
      char *line = lines[g_test_rand_int_range (0, (int) n)], *sign = strchr (line, '|');

      if (sign != NULL)
        memmove (sign, sign + 1, strlen (sign));
    }
  return g_strjoinv ("\n", lines);
}

/* One sheet of each layout, its cells damaged but the workbook whole. */
static void
test_layouts (void)
{
  static const char *const names[] = { "siak.txt", "opensid.txt", "opendk.txt", "bip-2012.txt", "bip-2016.txt", "bip-luwu-timur.txt", "bip-ektp.txt" };
  char *dir = workbook_dir ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *whole = read_table (names[i % G_N_ELEMENTS (names)]), *bad = shuffle (whole), *valid = NULL, *path = NULL;
      gsize size = strlen (bad);
      Table table = { "Data", NULL, FALSE };

      damage (bad, &size);
      valid = g_utf8_make_valid (bad, (gssize) size);
      table.text = valid;
      path = workbook_tables (dir, "rusak.xlsx", &table, 1);
      feed (path);
    }
  workbook_clean (dir);
}

/* The zip of OpenDK, and the workbook in it. */
static void
test_zip (void)
{
  char *dir = workbook_dir ();
  g_autofree char *text_of = read_table ("opendk.txt"), *inner = NULL, *bytes = NULL, *path = NULL, *whole = NULL;
  Table table = { "Sheet1", text_of, FALSE };
  Blob blob = { "penduduk.xlsx", NULL, 0 };
  gsize size;

  inner = workbook_tables (dir, "data.xlsx", &table, 1);
  g_assert_true (g_file_get_contents (inner, &bytes, &blob.size, NULL));
  blob.bytes = bytes;
  path = workbook_pack (dir, "utuh.zip", &blob, 1, NULL);
  g_assert_true (feed (path));
  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (int i = 0; i < ROUNDS; i++)
    feed_damaged (dir, "rusak.zip", whole, size);
  for (int i = 0; i < ROUNDS / 3; i++)
    {
      g_autofree char *bad = g_memdup2 (bytes, blob.size), *outer = NULL;
      Blob broken = { "penduduk.xlsx", bad, blob.size };

      damage (bad, &broken.size);
      outer = workbook_pack (dir, "rusak.zip", &broken, 1, NULL);
      feed (outer);
    }
  workbook_clean (dir);
}

static void
feed_cell (const char *words)
{
  static const char *const names[] = { "place", "rt_rw", "birth", "status_date", "area", "resident.nik", "resident.birth_date", "family.dusun", "family.rt", "resident.religion" };
  PamongSheetCell cell = { PAMONG_SHEET_CELL_TEXT, FALSE, words, 0 };
  PamongPersonReading reading;

  pamong_person_init (&reading, "35.22.28.2004");
  pamong_person_begin (&reading, "Data", 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PamongColumn column = { .heading = (char *) "" };

      g_assert_true (pamong_column_resolve (names[i], &column));
      pamong_person_take (&reading, &column, 1, i, &cell);
    }
  pamong_person_end (&reading);
  pamong_person_clear (&reading);
}

/* Whatever somebody types as an address or a date. */
static void
test_cells (void)
{
  static const char *const pieces[] = { "DUSUN", "RT", "RW", "RT/RW", " ", ":", "/", "-", ",", ".", "003", "12-03-1990", "12 MARET", "KODEPOS", "JL", "DS", "\xc3\x89", "'", "(", "E+15", "99999999999999999999", "T", "Alamat" };

  for (int i = 0; i < ROUNDS * 10; i++)
    {
      g_autoptr (GString) text_of = g_string_new (NULL);

      for (int k = g_test_rand_int_range (0, 9); k > 0; k--)
        g_string_append (text_of, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      feed_cell (text_of->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-fuzz/file", test_file);
  g_test_add_func ("/sheet-fuzz/xml", test_xml);
  g_test_add_func ("/sheet-fuzz/old", test_old);
  g_test_add_func ("/sheet-fuzz/text", test_text);
  g_test_add_func ("/sheet-fuzz/layouts", test_layouts);
  g_test_add_func ("/sheet-fuzz/zip", test_zip);
  g_test_add_func ("/sheet-fuzz/cells", test_cells);
  return g_test_run ();
}
