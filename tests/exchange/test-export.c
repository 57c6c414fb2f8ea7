/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"
#include "domain/codes.h"
#include "domain/data.h"
#include "exchange/siak_copy.h"
#include "exchange/source.h"
#include "practice/practice.h"
#include "store/walk.h"
#include "workbook.h"
#include "wire/crypto.h"
#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* The register goes into files and comes back from them: every field of everybody, dirt and all. */

#define VILLAGE "35.22.28.2004"
#define PEOPLE 300

typedef struct {
  char *dir;
  PamongOffice *office;
  PamongStore *reader;
  GPtrArray *residents; /* PamongRecord, in the order of the walk */
  GPtrArray *families;  /* the card of each; may hold NULL */
  GArray *statuses;
} Village;

static gboolean
keep_cb (PamongRecord *family, GPtrArray *members, const PamongStatus *statuses, gpointer data)
{
  Village *village = data;

  for (guint i = 0; i < members->len; i++)
    {
      g_ptr_array_add (village->residents, pamong_record_copy (members->pdata[i]));
      g_ptr_array_add (village->families, family != NULL ? pamong_record_copy (family) : NULL);
      g_array_append_val (village->statuses, statuses[i]);
    }
  return TRUE;
}

static void
free_record (gpointer record)
{
  if (record != NULL)
    pamong_record_free (record);
}

static void
read_people (Village *village, int status)
{
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GError) error = NULL;

  query.status = status;
  g_ptr_array_set_size (village->residents, 0);
  g_ptr_array_set_size (village->families, 0);
  g_array_set_size (village->statuses, 0);
  pamong_store_walk (village->reader, &query, keep_cb, village, &error);
  g_assert_no_error (error);
}

/* Two people with something in every field: among it what other programs have no code for, and what sheets would count with. */
static void
add_strange (PamongOffice *office)
{
  g_autoptr (PamongFamilyCard) card = pamong_family_card_new (VILLAGE);
  g_autoptr (GPtrArray) cards = g_ptr_array_new (), findings = NULL;
  g_autoptr (GError) error = NULL;
  static const struct { int field; const char *first, *second; } texts[] = {
    { PAMONG_RESIDENT_NIK, "3522281203900001", NULL }, { PAMONG_RESIDENT_NAME, "=1+1", "'AISYAH" }, { PAMONG_RESIDENT_BIRTH_PLACE, "@BOJONEGORO", "-X;Y" }, { PAMONG_RESIDENT_BIRTH_DATE, "1990-03-12", "1850-01-01" },
    { PAMONG_RESIDENT_FATHER_NAME, "\"SUTO\", H.", "JOSÉ" }, { PAMONG_RESIDENT_MOTHER_NAME, "MUNIAH (ALM)", "O'NEIL" }, { PAMONG_RESIDENT_FATHER_NIK, "3522281203600001", "123" },
    { PAMONG_RESIDENT_MOTHER_NIK, "3522285203600001", "0000000000000001" }, { PAMONG_RESIDENT_CURRENT_ADDRESS, "JL. =A1; NO. 3", "+62 BLOK A" }, { PAMONG_RESIDENT_BIRTH_CERT, "3522-LT-01012010-0001", "1234567890123456" },
    { PAMONG_RESIDENT_PASSPORT, "A 1234567", "007" }, { PAMONG_RESIDENT_PASSPORT_UNTIL, "2031-12-31", "1999-01-01" }, { PAMONG_RESIDENT_KITAS, "2C11AB", "1E5" }, { PAMONG_RESIDENT_MARRIAGE_CERT, "12/03/2010", "1-2" },
    { PAMONG_RESIDENT_MARRIAGE_DATE, "2010-03-12", "2010-12-03" }, { PAMONG_RESIDENT_DIVORCE_CERT, "0", "TRUE" }, { PAMONG_RESIDENT_DIVORCE_DATE, "2019-02-28", "2020-02-29" }, { PAMONG_RESIDENT_EKTP_PLACE, "KALITIDU", "#REF!" },
    { PAMONG_RESIDENT_EKTP_DATE, "2015-01-02", "2015-02-01" }, { PAMONG_RESIDENT_ETHNICITY, "JAWA", "SAMIN" }, { PAMONG_RESIDENT_CARD_TAG, "0123456789", "00000000000000012" }, { PAMONG_RESIDENT_INSURANCE_NO, "0001234567890", "000" },
    { PAMONG_RESIDENT_SINCE, "2001-01-01", "1950-06-30" }, { PAMONG_RESIDENT_PHONE, "+6281234567890", "081234567890" },
  };
  static const struct { int field; int first, second; } codes[] = {
    { PAMONG_RESIDENT_SEX, 1, 2 }, { PAMONG_RESIDENT_RELIGION, 7, 3 }, { PAMONG_RESIDENT_EDUCATION, 10, 1 }, { PAMONG_RESIDENT_EDUCATION_NOW, 18, 17 }, { PAMONG_RESIDENT_OCCUPATION, 92, 99 }, { PAMONG_RESIDENT_MARITAL_STATUS, 2, 4 },
    { PAMONG_RESIDENT_NATIONALITY, 3, 1 }, { PAMONG_RESIDENT_BLOOD_TYPE, 13, 6 }, { PAMONG_RESIDENT_SHDK, 1, 11 }, { PAMONG_RESIDENT_DISABILITY, 7, 4 }, { PAMONG_RESIDENT_CONTRACEPTION, 99, 7 }, { PAMONG_RESIDENT_PREGNANT, 2, 1 },
    { PAMONG_RESIDENT_EKTP, 3, 2 }, { PAMONG_RESIDENT_EKTP_STATUS, 8, 1 }, { PAMONG_RESIDENT_INSURANCE, 99, 2 }, { PAMONG_RESIDENT_LITERACY, 1, 2 }, { PAMONG_RESIDENT_RESIDENCY, 1, 2 },
  };

  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (card->members, pamong_record_new (PAMONG_KIND_RESIDENT, VILLAGE));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pamong_record_set_text (card->members->pdata[0], texts[i].field, texts[i].first);
      pamong_record_set_text (card->members->pdata[1], texts[i].field, texts[i].second);
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      pamong_record_set_int (card->members->pdata[0], codes[i].field, codes[i].first);
      pamong_record_set_int (card->members->pdata[1], codes[i].field, codes[i].second);
    }
  pamong_record_set_real (card->members->pdata[0], PAMONG_RESIDENT_LAT, -7.1512346);
  pamong_record_set_real (card->members->pdata[0], PAMONG_RESIDENT_LNG, 111.8812346);
  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, "3522280101100009");
  pamong_record_set_text (card->family, PAMONG_FAMILY_ADDRESS, "=CMD|' /C calc'!A0");
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "009");
  pamong_record_set_text (card->family, PAMONG_FAMILY_POSTCODE, "62152");
  g_ptr_array_add (cards, card);
  pamong_office_register_families (office, cards, FALSE, &findings, &error);
  g_assert_no_error (error);
}

static Village *
make_village (void)
{
  Village *village = g_new0 (Village, 1);
  PamongPracticeOrder order = { .seed = 11, .residents = PEOPLE, .dirt = TRUE };
  PamongPracticeFigures figures;
  g_autoptr (GPtrArray) findings = NULL, refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = NULL;

  village->dir = workbook_dir ();
  village->office = pamong_office_init (village->dir, PAMONG_LEVEL_VILLAGE, VILLAGE, "Siti", PAMONG_DUTY_OPERATOR, "kata sandi uji", &recovery, &error);
  g_assert_no_error (error);
  pamong_practice_fill_village (village->office, &order, &figures, &findings, &error);
  g_assert_no_error (error);
  add_strange (village->office);
  village->reader = pamong_store_open (village->dir, PAMONG_STORE_READ, &error);
  g_assert_no_error (error);
  village->residents = g_ptr_array_new_with_free_func (free_record);
  village->families = g_ptr_array_new_with_free_func (free_record);
  village->statuses = g_array_new (FALSE, FALSE, sizeof (PamongStatus));
  read_people (village, PAMONG_STATUS_ALIVE);
  pamong_office_remove_resident (village->office, ((PamongRecord *) village->residents->pdata[3])->uid, "dobel", NULL, &refused, &error);
  g_assert_no_error (error);
  read_people (village, -1);
  g_assert_cmpuint (village->residents->len, ==, PEOPLE + 2);
  return village;
}

static void
free_village (Village *village)
{
  pamong_store_close (village->reader);
  pamong_office_close (village->office);
  g_ptr_array_unref (village->residents);
  g_ptr_array_unref (village->families);
  g_array_unref (village->statuses);
  workbook_clean (village->dir);
  g_free (village);
}

typedef struct {
  Village *village;
  guint at;
  const PamongLayout *layout; /* (nullable): fields without a column there are not asked for, nor codes it lacks */
  gboolean uids;
} Comparison;

static gboolean
is_taken_along (Comparison *comparison, const PamongField *field, const PamongRecord *resident, const PamongRecord *family)
{
  PamongLayoutRow row = { resident, family, PAMONG_STATUS_ALIVE };
  PamongCell cell = { PAMONG_CELL_EMPTY };
  int column;
  gboolean same;

  if (field->type == PAMONG_TYPE_UID)
    return FALSE;
  if (comparison->layout == NULL)
    return TRUE;
  column = pamong_layout_find (comparison->layout, field->kind, field->key);
  same = column >= 0 && pamong_layout_write_cell (comparison->layout, (guint) column, &row, FALSE, &cell);
  pamong_cell_clear (&cell);
  return same;
}

static void
compare_record (Comparison *comparison, const PamongRecord *ours, const PamongRecord *read, const PamongRecord *resident, const PamongRecord *family)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (read->kind, &n);

  for (guint i = 0; i < n; i++)
    if (is_taken_along (comparison, &fields[i], resident, family))
      {
        g_autofree char *wanted = ours != NULL ? pamong_record_format (ours, (int) i) : g_strdup (""), *got = pamong_record_format (read, (int) i);

        if (ours == NULL ? pamong_record_is_set (read, (int) i) : pamong_record_differs (ours, read, (int) i))
          g_error ("row %u, %s: “%s” came back as “%s”", comparison->at, fields[i].key, wanted, got);
      }
}

static gboolean
compare_cb (PamongSheetPerson *person, gpointer data)
{
  Comparison *comparison = data;
  const PamongRecord *resident = comparison->village->residents->pdata[comparison->at], *family = comparison->village->families->pdata[comparison->at];

  for (guint i = 0; i < person->problems->len; i++)
    g_error ("row %u: %s", comparison->at, ((PamongSheetProblem *) person->problems->pdata[i])->message);
  compare_record (comparison, resident, person->resident, resident, family);
  compare_record (comparison, family, person->family, resident, family);
  g_assert_cmpint (person->status, ==, g_array_index (comparison->village->statuses, PamongStatus, comparison->at));
  if (comparison->uids)
    {
      g_assert_cmpstr (person->uid, ==, resident->uid);
      g_assert_cmpstr (person->area, ==, VILLAGE);
    }
  comparison->at++;
  return TRUE;
}

static PamongExported *
export (Village *village, const PamongExportOrder *order)
{
  g_autoptr (GError) error = NULL;
  PamongExported *exported = pamong_export_write (village->reader, order, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return exported;
}

static void
read_back (Village *village, const char *path, const char *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSource) source = pamong_source_open (path, NULL, &error);
  g_autoptr (PamongLayout) theirs = g_str_equal (layout, "own") ? NULL : pamong_layout_load (layout, NULL);
  Comparison comparison = { .village = village, .layout = theirs, .uids = theirs == NULL };
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (pamong_source_layout (source), ==, layout);
  if (pamong_source_asks_occupation (source))
    pamong_source_set_occupation (source, theirs != NULL);
  pamong_source_people (source, VILLAGE, compare_cb, &comparison, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, village->residents->len);
  g_assert_cmpuint (comparison.at, ==, n);
}

static void
test_plain (void)
{
  Village *village = make_village ();
  static const struct { const char *name; gboolean words, keys; char separator; const char *note; } forms[] = {
    { "a.xlsx", FALSE, FALSE, ';', NULL }, { "b.xlsx", TRUE, FALSE, ';', "LATIHAN – data tiruan" }, { "c.csv", FALSE, TRUE, ';', NULL }, { "d.csv", TRUE, TRUE, ',', "LATIHAN – data tiruan" }, { "e.csv", TRUE, FALSE, '\t', NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_build_filename (village->dir, forms[i].name, NULL);
      PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
      g_autoptr (PamongExported) exported = NULL;

      order.path = path;
      order.words = forms[i].words;
      order.keys = forms[i].keys;
      order.separator = forms[i].separator;
      order.note = forms[i].note;
      order.full = TRUE;
      order.query.status = -1;
      exported = export (village, &order);
      g_assert_cmpuint (exported->rows, ==, village->residents->len);
      g_assert_null (exported->report);
      g_test_message ("%s", forms[i].name);
      read_back (village, path, "own");
    }
  free_village (village);
}

static guint
lost (const PamongExported *exported, const char *column, const char *value)
{
  for (guint i = 0; i < exported->losses->len; i++)
    {
      const PamongExportLoss *loss = exported->losses->pdata[i];

      if (g_str_equal (loss->column, column) && g_strcmp0 (loss->value, value) == 0)
        return loss->n;
    }
  return 0;
}

/* The one file in the zip, laid beside it. Returns: (transfer full): its path. */
static char *
unpack (const char *zip, const char *inside)
{
  g_autofree char *dir = g_path_get_dirname (zip), *bytes = NULL;
  char *path = g_build_filename (dir, inside, NULL);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, zip, 65536), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  g_assert_cmpstr (archive_entry_pathname (entry), ==, inside);
  size = (gsize) archive_entry_size (entry);
  bytes = g_malloc (size);
  g_assert_cmpint (archive_read_data (archive, bytes, size), ==, size);
  g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_EOF);
  archive_read_free (archive);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return path;
}

/* What the other program has no code or no column for is counted, and stands in the workbook beside it; the rest comes back. */
static void
test_layout (gconstpointer data)
{
  const char *layout = data;
  Village *village = make_village ();
  gboolean opendk = g_str_equal (layout, "opendk");

  for (guint words = 0; words < (opendk ? 1 : 2); words++)
    {
      g_autofree char *path = g_build_filename (village->dir, opendk ? "kirim.zip" : "kirim.xlsx", NULL), *rows = NULL, *packed = NULL, *report = g_build_filename (village->dir, "kirim-laporan.xlsx", NULL);
      g_autoptr (GError) error = NULL;
      PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
      g_autoptr (PamongExported) exported = NULL;

      order.path = path;
      order.layout = layout;
      order.words = words != 0;
      order.full = TRUE;
      order.query.status = -1;
      exported = export (village, &order);
      g_assert_cmpuint (exported->rows, ==, village->residents->len);
      g_assert_cmpuint (lost (exported, opendk ? "pekerjaan" : "pekerjaan_id", pamong_codes_display ("pekerjaan", 92)), >=, 1);
      g_assert_cmpuint (lost (exported, _("Phone"), NULL), >=, 2);
      g_assert_true ((lost (exported, _("Ethnicity"), NULL) > 0) == opendk);
      g_assert_cmpstr (exported->report, ==, report);
      rows = workbook_rows (report, 1, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (rows, "=1+1 | "));
      packed = opendk ? unpack (path, "kirim.xlsx") : NULL;
      read_back (village, packed != NULL ? packed : path, layout);
    }
  free_village (village);
}

typedef struct {
  GHashTable *numbers; /* "NIK name" -> number */
  guint changed;
} Numbers;

/* Columns of OpenDK: 4 the name, 6 the NIK, 36 the number. */
static gboolean
number_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Numbers *numbers = data;
  g_autofree char *who = g_strdup_printf ("%s %s", cells[6].text, cells[4].text);
  const char *before = g_hash_table_lookup (numbers->numbers, who);

  g_assert_cmpuint (n, ==, 42);
  if (row == 1)
    return TRUE;
  g_assert_cmpint (cells[36].kind, ==, PAMONG_SHEET_CELL_NUMBER);
  g_assert_true (cells[36].number >= 1 && cells[36].number <= G_MAXINT32);
  numbers->changed += before != NULL && !g_str_equal (before, cells[36].text);
  g_hash_table_insert (numbers->numbers, g_steal_pointer (&who), g_strdup (cells[36].text));
  return TRUE;
}

/* OpenDK keys people by their number: it is one's own, and the same in the next file, whoever else stands in it. */
static void
test_numbers (void)
{
  Village *village = make_village ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), different = g_hash_table_new (g_str_hash, g_str_equal);
  Numbers numbers = { .numbers = names };
  static const int statuses[] = { -1, PAMONG_STATUS_ALIVE };
  GHashTableIter iter;
  gpointer number;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.zip", village->dir, i), *inside = g_strdup_printf ("%u.xlsx", i), *packed = NULL;
      PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
      g_autoptr (PamongExported) exported = NULL;
      g_autoptr (PamongBook) book = NULL;

      order.path = path;
      order.layout = "opendk";
      order.full = TRUE;
      order.query.status = statuses[i];
      exported = export (village, &order);
      packed = unpack (path, inside);
      book = pamong_book_open (packed, NULL);
      g_assert_true (pamong_book_read (book, 0, number_cb, &numbers, NULL));
    }
  g_assert_cmpuint (numbers.changed, ==, 0);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &number))
    g_hash_table_add (different, number);
  g_assert_cmpuint (g_hash_table_size (different), ==, g_hash_table_size (names));
  g_assert_cmpuint (g_hash_table_size (names), >, PEOPLE * 9 / 10);
  free_village (village);
}

/* Every line of siak-copy.csv names a field; codes stand in the words of SIAK, days before months. */
static void
test_siak (void)
{
  g_autoptr (PamongRecord) resident = pamong_record_new (PAMONG_KIND_RESIDENT, VILLAGE), family = pamong_record_new (PAMONG_KIND_FAMILY, VILLAGE);
  g_autofree char *text = pamong_data_text ("sheets/siak-copy.csv");
  g_autoptr (GPtrArray) lines = pamong_csv_parse (text, NULL), fields = NULL;
  static const struct { guint at; const char *heading, *text; } some[] = {
    { 0, "Nomor KK", "3522280101100009" }, { 1, "NIK", "" }, { 5, "Tanggal Lahir", "12-03-1990" }, { 7, "Agama", "KATOLIK" }, { 26, "RT", "009" },
  };

  pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, "3522280101100009");
  pamong_record_set_text (family, PAMONG_FAMILY_RT, "009");
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, "1990-03-12");
  pamong_record_set_int (resident, PAMONG_RESIDENT_RELIGION, 3);
  fields = pamong_siak_copy (resident, family);
  g_assert_cmpuint (fields->len, ==, lines->len);
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      const PamongSiakField *field = fields->pdata[some[i].at];

      g_assert_cmpstr (field->heading, ==, some[i].heading);
      g_assert_cmpstr (field->text, ==, some[i].text);
    }
}

static guint
count_files (const char *dir, const char *ending)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (entries)) != NULL;)
    n += g_str_has_suffix (name, ending);
  return n;
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static gboolean
masked_cb (PamongSheetPerson *person, gpointer data)
{
  g_assert_cmpuint (person->problems->len, ==, 0);
  g_assert_false (pamong_record_is_set (person->resident, PAMONG_RESIDENT_FATHER_NIK) && strlen (pamong_record_text (person->resident, PAMONG_RESIDENT_FATHER_NIK)) == 16);
  if (g_strcmp0 (pamong_record_text (person->resident, PAMONG_RESIDENT_NAME), "=1+1") == 0)
    {
      g_assert_false (pamong_record_is_set (person->resident, PAMONG_RESIDENT_NIK));
      g_assert_false (pamong_record_is_set (person->family, PAMONG_FAMILY_KK_NUMBER));
      *(guint *) data += 1;
    }
  return TRUE;
}

/* Unless asked for no whole number leaves, wherever it stands; and what is masked says nothing when it comes back. */
static void
test_masked (void)
{
  Village *village = make_village ();
  g_autofree char *path = g_build_filename (village->dir, "a.csv", NULL), *text = NULL;
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_autoptr (PamongExported) exported = NULL;
  g_autoptr (PamongSource) source = NULL;
  guint n = 0, found = 0;

  order.path = path;
  exported = export (village, &order);
  text = read_text (path);
  g_assert_null (strstr (text, "3522281203900001"));
  g_assert_null (strstr (text, "1234567890123456")); /* a number in a certificate */
  g_assert_nonnull (strstr (text, "3522••••••••0001"));
  for (guint i = 0; i < village->residents->len; i++)
    {
      const char *nik = pamong_record_text (village->residents->pdata[i], PAMONG_RESIDENT_NIK);

      g_assert_true (nik == NULL || strlen (nik) != 16 || strstr (text, nik) == NULL);
    }
  source = pamong_source_open (path, NULL, NULL);
  g_assert_true (pamong_source_people (source, VILLAGE, masked_cb, &found, &n, NULL));
  g_assert_cmpuint (found, ==, 1);
  free_village (village);
}

static void
test_columns (void)
{
  Village *village = make_village ();
  g_autofree char *path = g_build_filename (village->dir, "a.csv", NULL), *text = NULL;
  static const char *const columns[] = { "rt", "name", "sex", "uid", NULL }, *const unknown[] = { "name", "password", NULL }, *const twice[] = { "name", "name", NULL };
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_autoptr (PamongExported) exported = NULL;
  g_autoptr (GError) error = NULL;

  order.path = path;
  order.columns = columns;
  order.words = TRUE;
  order.query.rt = "009";
  order.query.dusun = "KRAJAN";
  exported = export (village, &order);
  text = read_text (path);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfRT;Nama lengkap;Jenis kelamin;UID\r\n009;'=1+1;Laki-laki;"));
  g_assert_cmpuint (exported->rows, ==, 2);
  order.columns = unknown;
  g_assert_false (pamong_export_check (village->reader, &order, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "password"));
  g_clear_error (&error);
  order.columns = twice;
  g_assert_false (pamong_export_check (village->reader, &order, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  free_village (village);
}

static void
test_families (void)
{
  Village *village = make_village ();
  g_autofree char *path = g_build_filename (village->dir, "a.csv", NULL), *text = NULL;
  static const char *const columns[] = { "kk_number", "head_name", "members", "postcode", NULL };
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_autoptr (PamongExported) exported = NULL;

  order.what = PAMONG_EXPORT_FAMILIES;
  order.path = path;
  order.columns = columns;
  order.full = TRUE;
  order.query.rt = "009";
  order.query.dusun = "KRAJAN";
  exported = export (village, &order);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "\r\n3522280101100009;'=1+1;2;62152\r\n"));
  g_assert_cmpuint (exported->rows, ==, 1);
  free_village (village);
}

static void
refuse (Village *village, const PamongExportOrder *order)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_export_write (village->reader, order, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
}

static void
test_refused (void)
{
  Village *village = make_village ();
  g_autofree char *xlsx = g_build_filename (village->dir, "a.xlsx", NULL), *csv = g_build_filename (village->dir, "a.csv", NULL), *none = g_build_filename (village->dir, "tidak", "a.xlsx", NULL);
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;

  order.path = none;
  refuse (village, &order);
  order.path = xlsx;
  order.query.rt = "777"; /* nobody: no file, and no success over zero rows */
  refuse (village, &order);
  order.query.rt = NULL;
  order.query.area = "35.22.28.2001";
  refuse (village, &order);
  order.query.area = NULL;
  order.layout = "siak";
  refuse (village, &order);
  order.layout = "opendk";
  refuse (village, &order);
  order.layout = "opensid";
  order.what = PAMONG_EXPORT_FAMILIES;
  refuse (village, &order);
  order.what = PAMONG_EXPORT_RESIDENTS;
  order.path = csv;
  refuse (village, &order);
  g_assert_cmpuint (count_files (village->dir, ".xlsx") + count_files (village->dir, ".csv") + count_files (village->dir, ".part"), ==, 0);
  free_village (village);
}

static void
cancel_cb (guint done, gpointer cancellable)
{
  if (done > PEOPLE / 2)
    g_cancellable_cancel (cancellable);
}

/* Batal: nothing is left of it, neither beside it. */
static void
test_cancelled (void)
{
  Village *village = make_village ();
  g_autofree char *path = g_build_filename (village->dir, "a.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_autoptr (GError) error = NULL;

  order.path = path;
  order.layout = "opensid";
  g_assert_null (pamong_export_write (village->reader, &order, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (village->dir, ".xlsx") + count_files (village->dir, ".part"), ==, 0);
  free_village (village);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  g_test_add_func ("/export/plain", test_plain);
  g_test_add_data_func ("/export/opensid", "opensid", test_layout);
  g_test_add_data_func ("/export/opendk", "opendk", test_layout);
  g_test_add_func ("/export/numbers", test_numbers);
  g_test_add_func ("/export/siak", test_siak);
  g_test_add_func ("/export/masked", test_masked);
  g_test_add_func ("/export/columns", test_columns);
  g_test_add_func ("/export/families", test_families);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/cancelled", test_cancelled);
  return g_test_run ();
}
