/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files as villages make them, by what is odd about each: read right, or refused with words that name the place and the remedy. */
#include "exchange/source.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define AREA "35.22.28.2004"

static gboolean
told_cb (PamongSheetPerson *person, gpointer data)
{
  static const int fields[] = { PAMONG_RESIDENT_NIK, PAMONG_RESIDENT_BIRTH_PLACE, PAMONG_RESIDENT_BIRTH_DATE };
  const char *name = pamong_record_text (person->resident, PAMONG_RESIDENT_NAME);
  GString *out = data;

  g_string_append_printf (out, "%s %u %s", person->sheet, person->row, name != NULL ? name : "-");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (pamong_record_is_set (person->resident, fields[i]))
      g_string_append_printf (out, " %s", pamong_record_text (person->resident, fields[i]));
  for (guint i = 0; i < person->problems->len; i++)
    {
      const PamongSheetProblem *problem = person->problems->pdata[i];
      g_autofree char *letters = pamong_sheet_column (problem->column - 1), *first = g_strndup (problem->message, 24);

      g_string_append_printf (out, " [%s%u %s…]", letters, problem->row, first);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

/* Returns: (transfer full): what is told, or the words of the refusal behind a "!". */
static char *
tell (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSource) source = pamong_source_open (path, NULL, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n;

  if (source == NULL || !pamong_source_people (source, AREA, told_cb, out, &n, &error))
    return g_strconcat ("!", error->message, NULL);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define HEAD "NAMA|NIK|NO KK|TEMPAT LAHIR|TGL LAHIR"
#define SITI "SITI|3522286507990002||TUBAN|12-03-1990"
#define TOLD "SITI 3522286507990002 TUBAN 1990-03-12\n"

#define BIP "BUKU INDUK PENDUDUK WNI\nNo. KK : 3522280101080001||Alamat : A, Nama Dusun : B, RT/RW : 1/1\n"
#define LUWU "|BUKU INDUK KEPENDUDUKAN KABUPATEN LUWU TIMUR (DAFTAR  KELUARGA)\n|PROVINSI :|JAWA TIMUR|||||||| NO. KK :|3522280101080001\n|KABUPATEN :\n|NO|NIK|NAMA|JK|TMPT LHR|TGL LHR\n" \
  "|1|3522286507990002|SITI|P|TUBAN|12-03-1990"

/* A workbook of these sheets; @told begins with "!" for a refusal that holds the rest of it. */
typedef struct {
  const char *what;
  Table tables[3];
  const char *told;
} Odd;

static const Odd odd[] = {
  { "titles above", { { "Data", "DATA PENDUDUK\nDESA MOJODELIK\n\n" HEAD "\n" SITI, FALSE } }, "Data 5 " TOLD },
  { "merged heads", { { "Data", "NAMA|NIK|NO KK|KELAHIRAN|\n|||TEMPAT LAHIR|TGL LAHIR\n" SITI, FALSE } }, "Data 3 " TOLD },
  { "two rows of heads", { { "Data", "NO|NAMA|NIK|LAHIR||KARTU\n|||TEMPAT|TANGGAL|NO KK\n(1)|(2)|(3)|(4)|(5)|(6)\n1|" "SITI|3522286507990002|TUBAN|12-03-1990|", FALSE } }, "Data 4 " TOLD },
  { "numbers of columns below the heads", { { "Data", HEAD "\n1|2|3|4|5\n" SITI, FALSE } }, "Data 3 " TOLD },
  { "totals and signatures at the end",
    { { "Data", HEAD "\n" SITI "\nJUMLAH|#1|||\nTOTAL LAKI-LAKI||#0||\n\n|||Mojodelik, 24 November 2026|\n|||Mengetahui|\n|||KEPALA DESA|\n", FALSE } },
    "Data 2 " TOLD },
  { "heads again on each page", { { "Data", HEAD "\n" SITI "\n" HEAD "\nBUDI||||\n", FALSE } }, "Data 2 " TOLD "Data 4 BUDI\n" },
  { "an empty sheet before it", { { "Sheet1", "", FALSE }, { "Data", HEAD "\n" SITI, FALSE } }, "Data 2 " TOLD },
  { "a hidden sheet with old people", { { "Lama", HEAD "\nTERSEMBUNYI||||", TRUE }, { "Data", HEAD "\n" SITI, FALSE } }, "Data 2 " TOLD },
  { "only a hidden sheet has people", { { "Depan", "SELAMAT DATANG", FALSE }, { "Data", HEAD "\n" SITI, TRUE } }, "Data 2 " TOLD },
  { "formulas", { { "Data", HEAD "\nSITI|3522286507990002||=TUBAN|@32944\nBUDI|=|||=", FALSE } },
    "Data 2 " TOLD "Data 3 BUDI [B3 Di sini ada rumus yang b…] [E3 Di sini ada rumus yang b…]\n" },
  { "errors of the sheet", { { "Data", HEAD "\nSITI|!#REF!||!#N/A|12-03-1990", FALSE } }, "Data 2 SITI 1990-03-12 [B2 NIK: lembarnya sendiri m…]\n" },
  { "numbers that lost their digits", { { "Data", HEAD "\nSITI|#3.52228650799E+15|#3522280101080000|TUBAN|12-03-1990", FALSE } },
    "Data 2 SITI TUBAN 1990-03-12 [B2 NIK: Excel menyimpan nom…] [C2 No. KK: Excel menyimpan …]\n" },
  { "line ends and NBSP in cells", { { "Data", "NAMA^LENGKAP|N I K|NO KK|TEMPAT^LAHIR|TGL\u00a0LAHIR\n SITI^|3522286507990002\u00a0||TUBAN|12-03-1990", FALSE } }, "Data 2 " TOLD },
  { "unknown columns", { { "Data", "CATATAN RT|" HEAD "|UKURAN BAJU\nrajin|" SITI "|XL", FALSE } }, "Data 2 " TOLD },
  { "repeats within the file", { { "Data", HEAD "\n" SITI "\n" SITI, FALSE } }, "Data 2 " TOLD "Data 3 " TOLD },
  { "nobody below the heads", { { "Data", HEAD, FALSE } }, "!baris 1 lembar “Data”" },
  { "no sheet holds anything", { { "Sheet1", "", FALSE }, { "Sheet2", "", FALSE } }, "!Tidak ada isi" },
  { "no people", { { "Barang", "KODE|BARANG|HARGA\n1|MEJA|#1000", FALSE } }, "!NAMA, NIK, NO KK" },
  { "only the codes of OpenSID", { { "Kode Data", "KODE|AGAMA|KODE|PEKERJAAN\n1|ISLAM|1|BELUM/TIDAK BEKERJA", FALSE } }, "!NAMA, NIK, NO KK" },
  { "a BIP in a hidden sheet", { { "Depan", "SELAMAT DATANG", FALSE }, { "BIP", BIP "1|SITI|3522286507990002|TUBAN|12-03-1990", TRUE } }, "BIP 3 " TOLD },
  { "a BIP on two sheets, one of them hidden",
    { { "A", BIP "1|SITI|3522286507990002|TUBAN|12-03-1990", FALSE }, { "B", BIP "1|TERSEMBUNYI", TRUE }, { "C", "No. KK : 3522280101080002\n#1|BUDI", FALSE } }, "A 3 " TOLD "C 2 BUDI\n" },
  { "a member without number among the others", { { "A", BIP "1|SITI|3522286507990002|TUBAN|12-03-1990\n|BUDI|3522281203820003\n||Dicetak 24-11-2026", FALSE } }, "A 3 " TOLD "A 4 BUDI 3522281203820003\n" },
  { "a BIP whose empty rows were taken out", { { "A", LUWU, FALSE } }, "A 5 " TOLD },
  { "a BIP cut off behind its title", { { "Data", "BUKU INDUK PENDUDUK WNI\n\nNo|Nama|NIK", FALSE } }, "!BIP 2016" },
};

static void
check_odd (const Odd *one)
{
  char *dir = workbook_dir ();
  guint n = 1;
  g_autofree char *path = NULL, *told = NULL;

  while (n < G_N_ELEMENTS (one->tables) && one->tables[n].name != NULL)
    n++;
  path = workbook_tables (dir, "data.xlsx", one->tables, n);
  told = tell (path);
  g_test_message ("%s", one->what);
  if (*one->told == '!')
    {
      g_assert_cmpint (*told, ==, '!');
      g_assert_nonnull (strstr (told, one->told + 1));
    }
  else
    g_assert_cmpstr (told, ==, one->told);
  workbook_clean (dir);
}

static void
test_odd (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    check_odd (&odd[i]);
}

static char *
read_bytes (const char *path, gsize *size)
{
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, size, NULL));
  return bytes;
}

/* What a file is, is told by what is in it. */
static void
test_wrong_ending (void)
{
  static const char *const endings[] = { "data.xls", "data.csv", "data.txt", "data", "data.xlsx.bak" };
  char *dir = workbook_dir ();
  Table table = { "Data", HEAD "\n" SITI, FALSE };
  g_autofree char *path = workbook_tables (dir, "asli.xlsx", &table, 1), *csv = NULL, *from_csv = NULL;
  gsize size;
  g_autofree char *bytes = read_bytes (path, &size);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *other = workbook_file (dir, endings[i], bytes, (gssize) size), *told = tell (other);

      g_assert_cmpstr (told, ==, "Data 2 " TOLD);
    }
  csv = workbook_file (dir, "warga.xlsx", "NAMA;NIK;NO KK;TEMPAT LAHIR;TGL LAHIR\nSITI;3522286507990002;;TUBAN;12-03-1990\n", -1);
  from_csv = tell (csv);
  g_assert_cmpstr (from_csv, ==, "warga.xlsx 2 " TOLD);
  workbook_clean (dir);
}

static void
test_locked (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "terkunci.xlsx", NULL), *told = tell (path);

  g_assert_cmpint (*told, ==, '!');
  g_assert_nonnull (strstr (told, "terkunci.xlsx"));
  g_assert_nonnull (strstr (told, "kata sandi"));
}

/* Cut at any place: refused, or everybody up to there, never somebody else. */
static void
test_cut (void)
{
  char *dir = workbook_dir ();
  Table table = { "Data", HEAD "\n" SITI "\n" SITI, FALSE };
  g_autofree char *path = workbook_tables (dir, "asli.xlsx", &table, 1);
  gsize size;
  g_autofree char *bytes = read_bytes (path, &size);

  for (gsize n = 4; n < size; n += 37)
    {
      g_autofree char *cut = workbook_file (dir, "putus.xlsx", bytes, (gssize) n), *told = tell (cut);

      g_assert_cmpint (*told, ==, '!');
      g_assert_nonnull (strstr (told, "putus.xlsx"));
    }
  workbook_clean (dir);
}

/* Told, so that a person may map them; not fatal. */
static void
test_unread (void)
{
  char *dir = workbook_dir ();
  Table table = { "Data", "CATATAN RT|" HEAD "||UKURAN BAJU\nrajin|" SITI "||XL", FALSE };
  g_autofree char *path = workbook_tables (dir, "data.xlsx", &table, 1), *joined = NULL;
  g_autoptr (PamongSource) source = pamong_source_open (path, NULL, NULL);
  g_auto (GStrv) unread = pamong_columns_unread (pamong_source_columns (source));

  joined = g_strjoinv ("|", unread);
  g_assert_cmpstr (joined, ==, "CATATAN RT|UKURAN BAJU");
  workbook_clean (dir);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-input/odd", test_odd);
  g_test_add_func ("/bad-input/wrong-ending", test_wrong_ending);
  g_test_add_func ("/bad-input/locked", test_locked);
  g_test_add_func ("/bad-input/cut", test_cut);
  g_test_add_func ("/bad-input/unread", test_unread);
  return g_test_run ();
}
