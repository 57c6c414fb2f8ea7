/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define AREA "35.22.28.2004"

static PamongSource *
open_tables (char *dir, const Table *tables, guint n, const char *layout)
{
  g_autofree char *path = workbook_tables (dir, "data.xlsx", tables, n);
  g_autoptr (GError) error = NULL;
  PamongSource *source = pamong_source_open (path, layout, &error);

  g_assert_no_error (error);
  return source;
}

static gboolean
told_cb (PamongSheetPerson *person, gpointer data)
{
  GString *out = data;

  g_string_append_printf (out, "%s %u %s %s", person->sheet, person->row, pamong_record_text (person->resident, PAMONG_RESIDENT_NAME), pamong_record_text (person->resident, PAMONG_RESIDENT_NIK));
  g_string_append_printf (out, " %d", (int) pamong_record_int (person->resident, PAMONG_RESIDENT_OCCUPATION));
  if (person->area != NULL)
    g_string_append_printf (out, " %s", person->area);
  if (person->status != 0)
    g_string_append_printf (out, " %d since %s", (int) person->status, person->status_date);
  for (guint i = 0; i < person->problems->len; i++)
    g_string_append_printf (out, " [%s]", ((PamongSheetProblem *) person->problems->pdata[i])->message);
  g_string_append_c (out, '\n');
  return TRUE;
}

static char *
tell (PamongSource *source)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (pamong_source_people (source, AREA, told_cb, out, &n, &error));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define SIAK "Nomor KK|NIK|Nama Penduduk|Status|Tempat Lahir|Tanggal Lahir|Kelamin|SHDK|Alamat|RW|RT|Pekerjaan|Petugas Registrasi|Tgl Entri"
#define OPENSID "nama|no_kk|nik|kk_level|tempatlahir|tanggallahir|agama_id|pekerjaan_id|status_kawin|warna"
#define OPENDK "nama|nomor_kk|nomor_nik|hubungan_keluarga|pekerjaan|desa_id"
#define OWN "NO|NAMA|NIK|NO KK|PEKERJAAN"

static void
test_recognised (void)
{
  static const struct {
    const char *headings, *row, *layout, *told;
  } rows[] = {
    { SIAK, "3522280101080001|3522286507990002|SITI|Mati|BOJONEGORO|@32944|P|ISTRI|JL. MAWAR|1|2|PETANI/PEKEBUN|BUDI|12-03-2020", "siak", "Data 2 SITI 3522286507990002 9 2 since 2020-03-12\n" },
    { OPENSID, "SITI|3522280101080001|3522286507990002|3|BOJONEGORO|1999-07-25|1|#89|2|biru", "opensid", "Data 2 SITI 3522286507990002 99\n" },
    { OPENDK, "SITI|3522280101080001|3522286507990002|3|#89|35.22.28.2004", "opendk", "Data 2 SITI 3522286507990002 99 35.22.28.2004\n" },
    { OWN, "1|SITI|3522286507990002|3522280101080001|89", "own", "Data 2 SITI 3522286507990002 89\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *dir = workbook_dir ();
      g_autofree char *text = g_strdup_printf ("%s\n%s", rows[i].headings, rows[i].row), *told = NULL;
      Table table = { "Data", text, FALSE };
      g_autoptr (PamongSource) source = open_tables (dir, &table, 1, NULL);

      g_assert_cmpstr (pamong_source_layout (source), ==, rows[i].layout);
      g_assert_nonnull (pamong_source_columns (source));
      told = tell (source);
      g_assert_cmpstr (told, ==, rows[i].told);
      workbook_clean (dir);
    }
}

/* Asked where 89 stands and nothing tells its list. */
static void
test_occupation (void)
{
  static const struct {
    const char *headings, *row;
    gboolean asks;
  } rows[] = {
    { OWN, "1|SITI|||#89", TRUE }, { OWN, "1|SITI|||89", TRUE }, { OWN, "1|SITI|||#88", FALSE }, { OWN, "1|SITI|||#89\n2|BUDI|||#97", FALSE }, { OWN, "1|SITI|||PETANI", FALSE },
    { OPENSID, "SITI||||||1|#89|2|", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *dir = workbook_dir ();
      g_autofree char *text = g_strdup_printf ("%s\n%s", rows[i].headings, rows[i].row), *told = NULL;
      Table table = { "Data", text, FALSE };
      g_autoptr (PamongSource) source = open_tables (dir, &table, 1, NULL);

      g_assert_cmpint (pamong_source_asks_occupation (source), ==, rows[i].asks);
      if (rows[i].asks)
        {
          pamong_source_set_occupation (source, TRUE);
          told = tell (source);
          g_assert_cmpstr (told, ==, "Data 2 SITI (null) 99\n");
          pamong_source_set_occupation (source, FALSE);
          g_clear_pointer (&told, g_free);
          told = tell (source);
          g_assert_cmpstr (told, ==, "Data 2 SITI (null) 89\n");
        }
      workbook_clean (dir);
    }
}

/* What the mapping screen does. */
static void
test_columns (void)
{
  char *dir = workbook_dir ();
  Table table = { "Data", "NAMA|NIK|NO KK|ALAMAT|SEBUTAN\nSITI|||JL. A|PETANI", FALSE };
  g_autoptr (PamongSource) source = open_tables (dir, &table, 1, NULL);
  PamongColumns *columns = pamong_columns_copy (pamong_source_columns (source));
  g_autofree char *name = NULL, *told = NULL;

  g_assert_cmpuint (columns->n_known, ==, 4);
  g_assert_false (pamong_columns_set (columns, 4, "resident.nothing"));
  g_assert_false (pamong_columns_set (columns, 5, "resident.occupation"));
  g_assert_true (pamong_columns_set (columns, 4, "resident.occupation"));
  g_assert_cmpuint (columns->n_known, ==, 5);
  name = pamong_column_name (pamong_columns_get (columns, 4));
  g_assert_cmpstr (name, ==, "resident.occupation");
  /* One column per field: the other is read no more. */
  g_assert_true (pamong_columns_set (columns, 3, "resident.occupation"));
  g_assert_cmpint (pamong_columns_get (columns, 4)->role, ==, PAMONG_COLUMN_UNREAD);
  g_assert_cmpuint (columns->n_known, ==, 4);
  g_assert_true (pamong_columns_set (columns, 3, ""));
  g_assert_true (pamong_columns_set (columns, 4, "resident.occupation"));
  pamong_source_set_columns (source, columns);
  told = tell (source);
  g_assert_cmpstr (told, ==, "Data 2 SITI (null) 9\n");
  workbook_clean (dir);
}

static char *
column_names (PamongColumns *columns)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < columns->columns->len; i++)
    {
      g_autofree char *name = pamong_column_name (pamong_columns_get (columns, i));
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Columns whose headings tell nothing are known by what stands in them. */
static void
test_guess (void)
{
  static const struct {
    const char *text, *names;
    guint heading_row;
  } sheets[] = {
    { "NAMA|NIK|KELUARGA|A|B|C|D|E|F|G\nSITI|3522286507990002|3522280101080001|L|12-03-1990|ISLAM|ISTRI|PETANI|003/001|-\n"
      "BUDI|3522281203820003|3522280101080001|P|@32944|KATHOLIK|KEPALA KELUARGA|GURU|002/001|baru\nANI|3522281203820004|3522280101080002|P|12 MARET 1990|BUDHA|ANAK|PNS|1/2|",
      "resident.name|resident.nik|family.kk_number|resident.sex|resident.birth_date|resident.religion|resident.shdk|resident.occupation|rt_rw|", 1 },
    /* No headings at all. */
    { "1|SITI AMINAH|3522286507990002|BOJONEGORO, 12-03-1990|JL. MAWAR RT 3 RW 1\n2|BUDI SANTOSO|3522281203820003|TUBAN, 01/02/1982|DSN KRAJAN RT 3 RW 2\n3|ANI|3522281203820004|TUBAN, 01/02/1983|DSN KRAJAN RT 3 RW 2",
      "|resident.name|resident.nik|birth|place", 0 },
    { "DATA WARGA\nX|Y|Z\nSITI AMINAH|3522286507990002|K\nBUDI SANTOSO|3522281203820003|BK", "resident.name|resident.nik|resident.marital_status", 2 },
    { "NAMA|NIK|NO KK|STATUS|STATUS\nSITI|3522286507990002||HIDUP|KAWIN\nBUDI|3522281203820003||PINDAH|CERAI MATI", "resident.name|resident.nik|family.kk_number|status|resident.marital_status", 1 },
    /* What a heading says stands, whatever the values. */
    { "NAMA|NIK|NO KK|SUKU\nSITI|3522286507990002|3522280101080001|ISLAM\nBUDI|3522281203820003|3522280101080001|ISLAM", "resident.name|resident.nik|family.kk_number|resident.ethnicity", 1 },
    /* A note in two cells of ten is no column of religions. */
    { "NAMA|NIK|NO KK|KET\nSITI|3522286507990002||ISLAM\nBUDI|3522281203820003||pindah kemarin\nANI|||sakit", "resident.name|resident.nik|family.kk_number|", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      char *dir = workbook_dir ();
      Table table = { "Data", sheets[i].text, FALSE };
      g_autoptr (PamongSource) source = open_tables (dir, &table, 1, "own");
      g_autofree char *names = column_names (pamong_source_columns (source));

      g_assert_cmpstr (names, ==, sheets[i].names);
      g_assert_cmpuint (pamong_source_columns (source)->heading_row, ==, sheets[i].heading_row);
      workbook_clean (dir);
    }
}

/* A person points at the sheet and at the row of the headings: hidden sheets, headings in two rows, totals below, none at all. */
static void
test_point (void)
{
  static const struct {
    int sheet, row;
    const char *names, *told;
    guint heading_row;
  } pointed[] = {
    { 1, -1, "|resident.name|resident.nik||family.kk_number", "Warga 5 BUDI 3522281203820003 0\n", 3 },
    { 1, 3, "|resident.name|resident.nik||family.kk_number", "Warga 5 BUDI 3522281203820003 0\n", 3 },
    { 1, 2, "|resident.name|resident.nik||", "Warga 5 BUDI 3522281203820003 0\n", 2 },
    { 2, -1, "resident.name|resident.nik|family.kk_number", "Lama 2 KASMURI 3522281203400004 0\n", 1 },
    { -1, -1, "resident.name|resident.nik|family.kk_number", "Depan 2 SITI 3522286507990002 0\nWarga 5 BUDI 3522281203820003 0\n", 1 },
    { 3, 0, "resident.name|resident.nik", "Tanpa judul 1 SITI AMINAH 3522286507990002 0\nTanpa judul 2 ANI LESTARI 3522286507990003 0\n", 0 },
  };
  char *dir = workbook_dir ();
  Table tables[] = { { "Depan", "NAMA|NIK|NO KK\nSITI|3522286507990002|3522280101080001", FALSE },
                     { "Warga", "DATA WARGA\nNO|NAMA|NIK|LAHIR|KARTU\n||||NO KK\n(1)|(2)|(3)|(4)|(5)\n1|BUDI|3522281203820003|TUBAN, 12-03-1982|3522280101080002\nJUMLAH|#1", FALSE },
                     { "Lama", "NAMA|NIK|NO KK\nKASMURI|3522281203400004|3522280101080003", TRUE },
                     { "Tanpa judul", "SITI AMINAH|3522286507990002\nANI LESTARI|3522286507990003", FALSE } };
  g_autoptr (PamongSource) source = open_tables (dir, tables, G_N_ELEMENTS (tables), "own");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pointed); i++)
    {
      g_autofree char *names = NULL, *told = NULL;

      g_assert_true (pamong_source_point (source, pointed[i].sheet, pointed[i].row, &error));
      names = column_names (pamong_source_columns (source));
      g_assert_cmpstr (names, ==, pointed[i].names);
      g_assert_cmpuint (pamong_source_columns (source)->heading_row, ==, pointed[i].heading_row);
      told = tell (source);
      g_assert_cmpstr (told, ==, pointed[i].told);
      g_assert_cmpint (pamong_source_pointed (source), ==, pointed[i].sheet);
    }
  workbook_clean (dir);
}

static gboolean
cards_cb (PamongSheetPerson *person, gpointer data)
{
  const char *number = pamong_record_text (person->family, PAMONG_FAMILY_KK_NUMBER), *rt = pamong_record_text (person->family, PAMONG_FAMILY_RT);

  g_string_append_printf (data, "%s %s %s\n", pamong_record_text (person->resident, PAMONG_RESIDENT_NAME), number != NULL ? number : "-", rt != NULL ? rt : "-");
  return TRUE;
}

/* The number once per family, as in merged cells; somebody whose place is not told, or below a head without a number, gets none. */
static void
test_fills_down (void)
{
  static const struct {
    const char *rows, *told;
  } sheets[] = {
    { "SUTRISNO|3522280101080001|KEPALA KELUARGA|3\nSITI||ISTRI|\nDEWI||ANAK|4\nBUDI|3522280101080002|KEPALA KELUARGA|1\nINA||ISTRI|\nLEPAS|||\nANI||ANAK|",
      "SUTRISNO 3522280101080001 003\nSITI 3522280101080001 003\nDEWI 3522280101080001 004\nBUDI 3522280101080002 001\nINA 3522280101080002 001\nLEPAS - -\nANI - -\n" },
    { "SUTRISNO||KEPALA KELUARGA|3\nSITI|3522280101080001|ISTRI|\nDEWI||ANAK|4", "SUTRISNO - 003\nSITI 3522280101080001 -\nDEWI - 004\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      char *dir = workbook_dir ();
      g_autofree char *text = g_strconcat ("NAMA|NO KK|HUB KELUARGA|RT\n", sheets[i].rows, NULL);
      Table table = { "Data", text, FALSE };
      g_autoptr (PamongSource) source = open_tables (dir, &table, 1, NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      guint n;

      g_assert_true (pamong_source_people (source, AREA, cards_cb, out, &n, NULL));
      g_assert_cmpstr (out->str, ==, sheets[i].told);
      workbook_clean (dir);
    }
}

static gboolean
first_cb (PamongSheetPerson *person G_GNUC_UNUSED, gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

/* A sheet per dusun, with the columns in another order; beside them a summary and a hidden list. */
static void
test_sheets (void)
{
  static const Table tables[] = {
    { "Rekap", "DUSUN|JUMLAH\nKRAJAN|#2", FALSE },
    { "Krajan", "DATA PENDUDUK\nNO|NAMA|NIK|NO KK|PEKERJAAN\n1|SITI|3522286507990002||9\n|JUMLAH|1", FALSE },
    { "Lama", "NO|NAMA|NIK|NO KK|PEKERJAAN\n1|TERSEMBUNYI|3522286507990009||9", TRUE },
    { "Templek", "NO|NIK|NO. KK|NAMA|CATATAN|PEKERJAAN\n1|3522281203820003|3522280101080001|BUDI|rumah baru|#89", FALSE },
  };
  char *dir = workbook_dir ();
  g_autoptr (PamongSource) source = open_tables (dir, tables, G_N_ELEMENTS (tables), NULL);
  g_autofree char *told = tell (source);
  guint met = 0, n = 0;

  g_assert_cmpstr (told, ==, "Krajan 3 SITI 3522286507990002 9\nTemplek 2 BUDI 3522281203820003 89\n");
  g_assert_true (pamong_source_asks_occupation (source));
  g_assert_true (pamong_source_people (source, AREA, first_cb, &met, &n, NULL));
  g_assert_cmpuint (met, ==, 1);
  g_assert_cmpuint (n, ==, 1);
  workbook_clean (dir);
}

static void
test_refused (void)
{
  static const struct {
    const char *text, *layout, *words;
    PamongError code;
  } files[] = {
    { OWN, NULL, "baris 1 lembar “Data”", PAMONG_ERROR_INVALID },
    { "barang|harga\nbesi|10", NULL, "NAMA", PAMONG_ERROR_NOT_FOUND },
    { "", NULL, "Tidak ada isi", PAMONG_ERROR_INVALID },
    { "barang|harga\nbesi|10", "own", "nama lengkap", PAMONG_ERROR_INVALID },
    { "", "own", "Tidak ada isi", PAMONG_ERROR_INVALID },
    { OWN "\n1|SITI", "siak", "SIAK", PAMONG_ERROR_INVALID },
    { OWN "\n1|SITI", "kertas", "opensid", PAMONG_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      char *dir = workbook_dir ();
      Table table = { "Data", files[i].text, FALSE };
      g_autofree char *path = workbook_tables (dir, "data.xlsx", &table, 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (PamongSource) source = pamong_source_open (path, files[i].layout, &error);
      g_autoptr (GString) out = g_string_new (NULL);
      guint n;

      if (source != NULL)
        g_assert_false (pamong_source_people (source, AREA, told_cb, out, &n, &error));
      g_assert_error (error, PAMONG_ERROR, (int) files[i].code);
      g_assert_nonnull (strstr (error->message, files[i].words));
      workbook_clean (dir);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/recognised", test_recognised);
  g_test_add_func ("/source/occupation", test_occupation);
  g_test_add_func ("/source/columns", test_columns);
  g_test_add_func ("/source/guess", test_guess);
  g_test_add_func ("/source/point", test_point);
  g_test_add_func ("/source/fills-down", test_fills_down);
  g_test_add_func ("/source/sheets", test_sheets);
  g_test_add_func ("/source/refused", test_refused);
  return g_test_run ();
}
