/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files on their way into the register: what is wrong is told by sheet, row, column and what stands there. */
#include "exchange/import.h"
#include "workbook.h"

#include "domain/clock.h"
#include "wire/crypto.h"
#include <gio/gio.h>
#include <string.h>

#define AREA "35.22.28.2004"
#define HEAD "nama|no_kk|nik|sex|tempatlahir|tanggallahir|agama_id|pendidikan_kk_id|pekerjaan_id|status_kawin|kk_level|warganegara_id|nama_ayah|nama_ibu|alamat|dusun|rw|rt|status_dasar\n"
#define REST "|WNI|SUKARNO|SUMIATI|JL. MAWAR|KRAJAN|1|3|"

typedef struct {
  char *dir;
  PamongOffice *office;
} Desk;

static Desk
begin (void)
{
  Desk desk = { workbook_dir (), NULL };
  g_autofree char *store = g_build_filename (desk.dir, "store", NULL);
  g_autoptr (GError) error = NULL;

  pamong_crypto_init ();
  desk.office = pamong_office_init (store, PAMONG_LEVEL_VILLAGE, AREA, "Uji", PAMONG_DUTY_OPERATOR, "rahasia-panjang", NULL, &error);
  g_assert_no_error (error);
  return desk;
}

static void
end (Desk *desk)
{
  g_autoptr (GPtrArray) problems = NULL;
  char *store = g_strdup (pamong_store_dir (pamong_office_store (desk->office)));

  g_assert_true (pamong_store_check (pamong_office_store (desk->office), &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  pamong_office_close (desk->office);
  workbook_clean (store); /* a folder of files */
  workbook_clean (desk->dir);
}

static char *
read_file (Desk *desk, const char *path, GError **error)
{
  g_autoptr (PamongSource) source = pamong_source_open (path, NULL, error);

  return source != NULL ? pamong_import_read (desk->office, source, path, NULL, NULL, NULL, error) : NULL;
}

static char *
read_table (Desk *desk, const char *text)
{
  g_autofree char *whole = g_strconcat (HEAD, text, NULL);
  Table table = { "Data Penduduk", whole, FALSE };
  g_autofree char *path = workbook_tables (desk->dir, "data.xlsx", &table, 1);
  g_autoptr (GError) error = NULL;
  char *uid = read_file (desk, path, &error);

  g_assert_no_error (error);
  return uid;
}

/* "6 F 31/02/1990 date-invalid", as the report names it. */
static gboolean
tells (Desk *desk, const char *uid, const char *words)
{
  g_autoptr (GPtrArray) findings = pamong_import_findings (pamong_office_store (desk->office), uid, 0, 0, 1000, NULL);
  gboolean told = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const PamongImportFinding *finding = findings->pdata[i];
      g_autofree char *line = g_strdup_printf ("%u %s %s %s", finding->row, finding->column, finding->value, finding->rule);

      g_test_message ("%s: %s %s", line, finding->message, finding->remedy);
      g_assert_cmpstr (finding->sheet, ==, finding->row > 0 ? "Data Penduduk" : NULL);
      told |= g_str_equal (line, words);
    }
  return told;
}

static void
test_cells (void)
{
  Desk desk = begin ();
  g_autofree char *uid = read_table (&desk,
                                     "SUTRISNO HADI|3522280101200001|3522281208800001|L|BOJONEGORO|12 AGUSTUS 1980|ISLAM|5|9|KAWIN|1" REST "HIDUP\n"
                                     "SITI AMINAH|3522280101200001|3522285503830002|P|BOJONEGORO|15/03/1983|ISLAM|5|2|KAWIN|3" REST "\n"
                                     "BUDI SANTOSO|3522280101200001|3522280707100003|L|BOJONEGORO|31/02/2010|ISLAM|3|3|1|4" REST "HIDUP\n"
                                     "ANI SANTOSO|3522280101200001|#3522280707120000|P|BOJONEGORO|07-07-2012|ISLAM|3|3|1|4" REST "HIDUP\n"
                                     "DEWI SANTOSO|3522280101200001|3522284707140005|P|BOJONEGORO|07-07-2014|ZOROASTER|3|3|1|4" REST "HIDUP\n"
                                     "MBAH KASMURI|3522280101200001|3522280101400006|L|BOJONEGORO|01-01-1940|ISLAM|3|9|4|7" REST "MATI\n");
  g_autoptr (PamongImport) import = pamong_import_get (pamong_office_store (desk.office), uid, NULL);
  g_autofree char *report = g_build_filename (desk.dir, "dicek.csv", NULL), *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dead = NULL;
  guint n = 0;

  g_assert_cmpstr (import->layout, ==, "opensid");
  g_assert_cmpuint (import->figures.rows, ==, 6);
  g_assert_true (tells (&desk, uid, "4 F 31/02/2010 date-invalid"));
  g_assert_true (tells (&desk, uid, "5 C 3522280707120000 nik-length"));
  g_assert_true (tells (&desk, uid, "6 G ZOROASTER import-cell"));
  g_assert_cmpuint (import->figures.refused, ==, 2);
  g_assert_cmpuint (import->figures.added, ==, 4);
  g_assert_true (pamong_import_write_report (pamong_office_store (desk.office), uid, report, &n, &error));
  g_assert_cmpuint (n, ==, import->figures.findings);
  g_assert_true (g_file_get_contents (report, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "31/02/2010"));
  g_assert_true (pamong_import_commit (desk.office, uid, NULL, NULL, &error));
  dead = pamong_store_find (pamong_office_store (desk.office), PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, "3522280101400006", NULL);
  g_assert_cmpint (pamong_store_status (pamong_office_store (desk.office), ((PamongRecord *) dead->pdata[0])->uid), ==, PAMONG_STATUS_DEAD);
  end (&desk);
}

/* What the rules find in a file with a block per family stands in a column too; columns nobody reads are told once, for the whole file. */
static void
test_columns (void)
{
  Desk desk = begin ();
  Table bip = { "BIP", "|NO.KK|||||ALAMAT\n|3522280101080001|||||DUSUN KRAJAN, RT:001, RW:002, Kodepos:62181,-\n"
                       "|NO|NIK|NAMA|JK|TMPT LHR|TGL LHR|KTPEL|AGAMA|STATUS|HUB. KEL|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA AYAH|NO.AKTE LAHIR\n"
                       "|1|3522286507990002|SITI|P|TUBAN|12-03-1990|V|ISLAM|KAWIN|ISTRI|TAMAT SD / SEDERAJAT|PETANI/PEKEBUN|ANI|BUDI|-\n", FALSE };
  Table own = { "Data", "CATATAN RT|NAMA|NIK|NO KK|TGL LAHIR|JENIS KELAMIN||UKURAN BAJU|No. Urut\nrajin|SITI|3522286507990002||12-03-1990|P||XL|1", FALSE };
  g_autofree char *blocks = workbook_tables (desk.dir, "bip.xlsx", &bip, 1), *sheet = workbook_tables (desk.dir, "data.xlsx", &own, 1), *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) of_blocks = NULL, of_sheet = NULL;
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  first = read_file (&desk, blocks, &error);
  g_assert_no_error (error);
  of_blocks = pamong_import_findings (pamong_office_store (desk.office), first, 1, 0, 100, NULL);
  for (guint i = 0; i < of_blocks->len; i++)
    {
      const PamongImportFinding *finding = of_blocks->pdata[i];

      if (g_str_equal (finding->rule, "head-count"))
        told = TRUE;
      if (g_str_equal (finding->rule, "head-count"))
        g_assert_cmpstr (finding->column, ==, "K");
    }
  g_assert_true (told);
  second = read_file (&desk, sheet, &error);
  g_assert_no_error (error);
  of_sheet = pamong_import_findings (pamong_office_store (desk.office), second, 0, 0, 100, NULL);
  g_assert_cmpuint (((PamongImportFinding *) of_sheet->pdata[0])->n, ==, 0);
  g_assert_cmpstr (((PamongImportFinding *) of_sheet->pdata[0])->rule, ==, "import-unread");
  g_assert_cmpstr (((PamongImportFinding *) of_sheet->pdata[0])->value, ==, "CATATAN RT (A), UKURAN BAJU (H)");
  g_assert_true (pamong_import_compare (desk.office, second, NULL, NULL, &error)); /* it stays when the register is looked at again */
  g_ptr_array_unref (of_sheet);
  of_sheet = pamong_import_findings (pamong_office_store (desk.office), second, 0, 0, 1, NULL);
  g_assert_cmpstr (((PamongImportFinding *) of_sheet->pdata[0])->rule, ==, "import-unread");
  end (&desk);
}

/* The file of another village is refused as a whole and leaves nothing behind; one of several villages gives what is of this one, and says how many are not. */
static void
test_village (void)
{
  Desk desk = begin ();
  Table all = { "Data", "NAMA|NIK|NO KK|TGL LAHIR|DESA|KECAMATAN\nSITI|3522286507990002||12-03-1990|BRENGGOLO|KALITIDU\nBUDI|3522281203820003||12-03-1982|BRENGGOLO|KALITIDU", FALSE };
  Table some = { "Data", "NAMA|NIK|NO KK|TGL LAHIR|DESA|KECAMATAN\nSITI|3522286507990002||12-03-1990|BRENGGOLO|KALITIDU\nBUDI|3522281203820003||12-03-1982|MOJODELIK|GAYAM", FALSE };
  g_autofree char *theirs = workbook_tables (desk.dir, "lain.xlsx", &all, 1), *mixed = workbook_tables (desk.dir, "campur.xlsx", &some, 1), *uid = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL, findings = NULL;
  g_autoptr (PamongImport) import = NULL;

  g_assert_null (read_file (&desk, theirs, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Brenggolo"));
  g_assert_nonnull (strstr (error->message, "Mojodelik"));
  imports = pamong_imports_list (pamong_office_store (desk.office), NULL);
  g_assert_cmpuint (imports->len, ==, 0);
  g_clear_error (&error);
  uid = read_file (&desk, mixed, &error);
  g_assert_no_error (error);
  import = pamong_import_get (pamong_office_store (desk.office), uid, NULL);
  g_assert_cmpuint (import->figures.refused, ==, 1);
  g_assert_cmpuint (import->figures.added, ==, 1);
  findings = pamong_import_findings (pamong_office_store (desk.office), uid, 0, 0, 10, NULL);
  g_assert_cmpuint (((PamongImportFinding *) findings->pdata[0])->n, ==, 0);
  g_assert_cmpstr (((PamongImportFinding *) findings->pdata[0])->rule, ==, "import-village");
  end (&desk);
}

/* Nothing is green over nothing. */
static void
test_nobody (void)
{
  Desk desk = begin ();
  Table table = { "Kode Data", "kode|arti\n1|ISLAM\n", FALSE };
  g_autofree char *path = workbook_tables (desk.dir, "kosong.xlsx", &table, 1), *heads = workbook_file (desk.dir, "kepala.csv", "nama;nik;no_kk;tanggallahir\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;

  g_assert_null (read_file (&desk, path, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (read_file (&desk, heads, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  imports = pamong_imports_list (pamong_office_store (desk.office), NULL);
  g_assert_cmpuint (imports->len, ==, 0);
  end (&desk);
}

static gboolean
stop_cb (guint done, guint total, gpointer data)
{
  return --*(int *) data > 0;
}

/* Cut short, the same file goes on where it stopped and holds everybody once. */
static void
test_resume (void)
{
  Desk desk = begin ();
  g_autoptr (GString) text = g_string_new ("nama;no_kk;nik;kk_level;sex;tempatlahir;tanggallahir\n");
  g_autofree char *path = NULL, *uid = NULL;
  g_autoptr (PamongImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSource) source = NULL;
  int left = 13;

  for (int i = 0; i < 9000; i++)
    g_string_append_printf (text, "WARGA %c%c%c;352228010120%04d;352228010170%04d;1;1;BOJONEGORO;01-01-1970\n", 'A' + i / 676, 'A' + i / 26 % 26, 'A' + i % 26, i + 1, i + 1);
  path = workbook_file (desk.dir, "banyak.csv", text->str, -1);
  source = pamong_source_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (pamong_import_read (desk.office, source, path, NULL, stop_cb, &left, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  uid = read_file (&desk, path, &error);
  g_assert_no_error (error);
  import = pamong_import_get (pamong_office_store (desk.office), uid, NULL);
  g_assert_cmpuint (import->figures.rows, ==, 9000);
  g_assert_cmpuint (import->figures.added, ==, 9000);
  end (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/cells", test_cells);
  g_test_add_func ("/import/columns", test_columns);
  g_test_add_func ("/import/village", test_village);
  g_test_add_func ("/import/nobody", test_nobody);
  g_test_add_func ("/import/resume", test_resume);
  return g_test_run ();
}
