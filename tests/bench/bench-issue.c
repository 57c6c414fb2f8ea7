/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One letter issued (checks, facts, number, signature, page, file, change, durable) against drawing the very same page and a durable commit of its bytes and of the
 * answers in bare SQLite. Both take turns; the medians are compared. Then a thousand in one act, with the memory they took. */
#include "office/officials.h"
#include "tools/letter_page.h"
#include "wire/crypto.h"
#include "wire/letter_json.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define AREA "35.22.28.2004"
#define WARM_UP 5
#define LETTERS 100
#define MANY 1000

typedef struct {
  char *dir;
  PamongOffice *office;
  PamongLetterPage *page;
  PamongLetterCase *letter;
  sqlite3 *raw;
  sqlite3_stmt *insert;
} Bench;

static PamongRecord *
person (int shdk, int sex, const char *name, const char *birth)
{
  PamongRecord *resident = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  static const struct { int field; gint64 code; } codes[] = {
    { PAMONG_RESIDENT_RELIGION, 1 }, { PAMONG_RESIDENT_EDUCATION, 5 }, { PAMONG_RESIDENT_OCCUPATION, 9 }, { PAMONG_RESIDENT_MARITAL_STATUS, 2 }, { PAMONG_RESIDENT_NATIONALITY, 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    pamong_record_set_int (resident, codes[i].field, codes[i].code);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SHDK, shdk);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, sex);
  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, birth);
  pamong_record_set_text (resident, PAMONG_RESIDENT_FATHER_NAME, "SUKARNO");
  pamong_record_set_text (resident, PAMONG_RESIDENT_MOTHER_NAME, "SUMIATI");
  return resident;
}

static void
stop (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
fill (Bench *bench)
{
  g_autoptr (PamongFamilyCard) card = pamong_family_card_new (AREA);
  g_autoptr (PamongRecord) head = pamong_record_new (PAMONG_KIND_OFFICIAL, AREA);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (card->family, PAMONG_FAMILY_ADDRESS, "JL. MERDEKA 12");
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "003");
  g_ptr_array_add (card->members, person (1, 1, "SUTRISNO HADI", "1980-08-12"));
  g_ptr_array_add (card->members, person (3, 2, "SITI AMINAH", "1983-03-15"));
  g_ptr_array_add (card->members, person (4, 1, "BUDI SANTOSO", "2010-07-07"));
  pamong_office_register_family (bench->office, card, &findings, &error);
  stop (error);
  pamong_record_set_int (head, PAMONG_OFFICIAL_POST, 1);
  pamong_record_set_text (head, PAMONG_OFFICIAL_NAME, "SUDARTO");
  pamong_record_set_text (head, PAMONG_OFFICIAL_SINCE, "2019-08-01");
  pamong_office_save_official (bench->office, NULL, head, &error);
  stop (error);
  bench->letter = pamong_letter_case_new ("sktm");
  pamong_letter_case_add (bench->letter, "subject", ((PamongRecord *) card->members->pdata[0])->uid);
  pamong_letter_case_answer (bench->letter, "keperluan", "keringanan biaya sekolah");
  pamong_letter_case_answer (bench->letter, "tabel", "1");
}

static void
open_raw (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->dir, "raw.db", NULL);

  if (sqlite3_open (path, &bench->raw) != SQLITE_OK
      || sqlite3_exec (bench->raw, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE letter (id INTEGER PRIMARY KEY, facts TEXT, pdf BLOB);", NULL, NULL, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (bench->raw, "INSERT INTO letter (facts, pdf) VALUES (?1, ?2)", -1, &bench->insert, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bench->raw));
}

static double
issue_one (Bench *bench, PamongRecord **record)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  *record = pamong_office_issue_letter (bench->office, bench->letter, pamong_letter_page_drawer (bench->page), PAMONG_ISSUE_NONE, &error);
  stop (error);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* The page as it was issued, from facts that are there already. */
static double
bare_one (Bench *bench, const PamongRecord *record, PamongLetterType *type, PamongLetterFacts *facts, const char *json)
{
  g_autofree char *code = pamong_letter_code_of (record), *words = pamong_letter_code_words (record);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = pamong_letter_page_pdf (bench->page, type, facts, code, words, NULL, &error);
  gsize size;
  const void *data = pdf != NULL ? g_bytes_get_data (pdf, &size) : NULL;

  stop (error);
  sqlite3_bind_text (bench->insert, 1, json, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (bench->insert, 2, data, size, SQLITE_STATIC);
  if (sqlite3_step (bench->insert) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (bench->raw));
  sqlite3_reset (bench->insert);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static void
measure_one (Bench *bench)
{
  static double ours[LETTERS], bare[LETTERS];

  for (int i = -WARM_UP; i < LETTERS; i++)
    {
      g_autoptr (PamongRecord) record = NULL;
      double issued = issue_one (bench, &record);
      g_autoptr (PamongLetterType) type = pamong_letter_type_here (pamong_office_store (bench->office), NULL, "sktm");
      g_autoptr (PamongLetterFacts) facts = pamong_letter_frozen (record, NULL);
      double drawn = bare_one (bench, record, type, facts, pamong_record_text (record, PAMONG_LETTER_FACTS));

      if (i < 0)
        continue;
      ours[i] = issued;
      bare[i] = drawn;
    }
  g_print ("{\"bench\":\"issue-one\",\"ms\":%.2f,\"raw_ms\":%.2f,\"ratio\":%.2f,\"bar\":2.0}\n", median (ours, LETTERS), median (bare, LETTERS), median (ours, LETTERS) / median (bare, LETTERS));
}

static double
resident_mb (void)
{
  g_autofree char *text = NULL;
  const char *line = g_file_get_contents ("/proc/self/status", &text, NULL, NULL) ? strstr (text, "VmHWM:") : NULL;

  return line != NULL ? g_ascii_strtod (line + 6, NULL) / 1024 : 0;
}

static void
measure_many (Bench *bench)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new (), records = NULL;
  double before = resident_mb ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (letters, bench->letter);
  records = pamong_office_issue_letters (bench->office, letters, pamong_letter_page_drawer (bench->page), PAMONG_ISSUE_NONE, &error);
  stop (error);
  g_print ("{\"bench\":\"issue-many\",\"letters\":%u,\"ms_each\":%.2f,\"mb\":%.1f,\"mb_before\":%.1f}\n", records->len, (double) (g_get_monotonic_time () - start) / 1000 / MANY, resident_mb (), before);
}

static void
clean (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (dir);
}

int
main (void)
{
  Bench bench = { .dir = g_dir_make_tmp ("pamong-bench-XXXXXX", NULL) };
  g_autoptr (GError) error = NULL;

  pamong_crypto_init ();
  bench.office = pamong_office_init (bench.dir, PAMONG_LEVEL_VILLAGE, AREA, "Ukur", PAMONG_DUTY_OPERATOR, "kata sandi ukur", NULL, &error);
  stop (error);
  fill (&bench);
  bench.page = pamong_letter_page_new (pamong_office_store (bench.office), &error);
  stop (error);
  open_raw (&bench);
  measure_one (&bench);
  measure_many (&bench);
  sqlite3_finalize (bench.insert);
  sqlite3_close (bench.raw);
  pamong_letter_case_free (bench.letter);
  pamong_letter_page_free (bench.page);
  pamong_office_close (bench.office);
  clean (bench.dir);
  return 0;
}
