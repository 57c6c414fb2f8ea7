/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"

#include <sqlite3.h>
#include <gio/gio.h>

#include "wire/crypto.h"

#define AREA "35.22.28.2001"
#define FAMILY_SIZE 4
#define SLICE 45 /* families in one act: below 500 changes */

static const char *const men[] = {
  "SUTRISNO", "BUDI", "AGUS", "SLAMET", "JOKO", "BAMBANG", "EKO", "HERI", "WAHYU", "MUHAMMAD", "AHMAD", "SUPRIYANTO", "SUWARNO", "SUGENG", "TEGUH", "YUDI",
  "ARIF", "DWI", "FAJAR", "GATOT", "HADI", "IMAM", "KASMIN", "LASIMAN", "MUJIONO", "NURHADI", "PARJO", "RUDI", "SARMIN", "TUKIMIN", "UNTUNG", "WARSITO",
};
static const char *const women[] = {
  "SITI", "SRI", "DEWI", "ENDANG", "SUMIATI", "SULASTRI", "RATNA", "WATI", "NUR", "LILIK", "KASMIRAH", "PARTINI", "SUPARTI", "TUMINAH", "YULI", "ANI",
  "DIAH", "ERNA", "FITRI", "INDAH", "JUMIATI", "KHOIRUL", "LESTARI", "MARYAM", "NINGSIH", "PUJI", "RINA", "SARMI", "TITIK", "UMI", "WIWIK", "ZULAIKHA",
};
static const char *const second[] = {
  "HADI", "SANTOSO", "AMINAH", "RAHAYU", "UTOMO", "PRASETYO", "WIDODO", "SETIAWAN", "NINGSIH", "LESTARI", "WULANDARI", "PURNOMO", "SUSANTO", "HIDAYAT", "MAULANA",
  "KUSUMA", "ARIFIN", "FIRMANSYAH", "GUNAWAN", "HANDAYANI", "INDRAWATI", "KURNIAWAN", "MUNAWAROH", "NURJANAH", "PAMUNGKAS", "ROHMAN", "SAPUTRA", "TRIANA",
  "UMAMI", "WIBOWO", "YULIANTI", "ZAINUDDIN", "ALI", "BASUKI", "CAHYONO", "DARMAWAN", "EFENDI", "FAUZI", "HARTONO", "ISMAIL",
};
static const char *const hamlets[] = { "KRAJAN", "NGASINAN", "KALONGAN", "SUKOREJO", "TEMPURAN" };
static const char *const streets[] = { "JL. MERDEKA", "JL. RAYA DANDER", "GG. MAWAR", "JL. DIPONEGORO", "DUSUN", "JL. PANGLIMA SUDIRMAN" };
#define PICK(random, list) (list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))]

static PamongRecord *
make_person (GRand *random, guint number, guint place)
{
  PamongRecord *person = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  gboolean woman = place == 1 || (place > 1 && g_rand_boolean (random));
  int year = place < 2 ? g_rand_int_range (random, 1955, 1995) : g_rand_int_range (random, 1996, 2025);
  int month = g_rand_int_range (random, 1, 13), day = g_rand_int_range (random, 1, 29);
  g_autofree char *name = g_strdup_printf ("%s %s", woman ? PICK (random, women) : PICK (random, men), PICK (random, second));
  g_autofree char *nik = g_strdup_printf ("352228%02d%02d%02d%04u", day + (woman ? 40 : 0), month, year % 100, number % 9999 + 1);
  g_autofree char *birth = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, nik);
  pamong_record_set_text (person, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (person, PAMONG_RESIDENT_SEX, woman ? 2 : 1);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, birth);
  pamong_record_set_int (person, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_int (person, PAMONG_RESIDENT_EDUCATION, place < 2 ? 5 : 3);
  pamong_record_set_int (person, PAMONG_RESIDENT_OCCUPATION, place < 2 ? 9 : 3);
  pamong_record_set_int (person, PAMONG_RESIDENT_MARITAL_STATUS, place < 2 ? 2 : 1);
  pamong_record_set_int (person, PAMONG_RESIDENT_NATIONALITY, 1);
  pamong_record_set_text (person, PAMONG_RESIDENT_FATHER_NAME, PICK (random, men));
  pamong_record_set_text (person, PAMONG_RESIDENT_MOTHER_NAME, PICK (random, women));
  pamong_record_set_int (person, PAMONG_RESIDENT_SHDK, place == 0 ? 1 : place == 1 ? 3 : 4);
  return person;
}

static PamongFamilyCard *
make_card (GRand *random, guint number)
{
  PamongFamilyCard *card = pamong_family_card_new (AREA);
  g_autofree char *kk = g_strdup_printf ("352228%02d%02d%02d%04u", g_rand_int_range (random, 1, 29), g_rand_int_range (random, 1, 13), g_rand_int_range (random, 5, 25), number % 9999 + 1);
  g_autofree char *address = g_strdup_printf ("%s %d", PICK (random, streets), g_rand_int_range (random, 1, 120));
  g_autofree char *rt = g_strdup_printf ("%03d", g_rand_int_range (random, 1, 25));

  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, kk);
  pamong_record_set_text (card->family, PAMONG_FAMILY_ADDRESS, address);
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, PICK (random, hamlets));
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, rt);
  for (guint i = 0; i < FAMILY_SIZE; i++)
    g_ptr_array_add (card->members, make_person (random, number * FAMILY_SIZE + i, i));
  return card;
}

static gint64
fill (PamongOffice *office, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (35220);
  g_autoptr (GError) error = NULL;
  gint64 changes = 0;

  for (guint number = 0; number < n / FAMILY_SIZE;)
    {
      g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);

      for (guint i = 0; i < SLICE && number < n / FAMILY_SIZE; i++)
        g_ptr_array_add (cards, make_card (random, number++));
      if (!pamong_office_register_families (office, cards, FALSE, NULL, &error))
        g_error ("%s", error->message);
      changes += cards->len * (2 + 2 * FAMILY_SIZE);
    }
  return changes;
}

PamongOffice *
people_office (guint n, double *changes_per_second)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-bench-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  PamongOffice *office;
  gint64 start, changes;

  pamong_crypto_init ();
  office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, AREA, "Bench", PAMONG_DUTY_OPERATOR, "kata sandi uji", NULL, &error);
  if (office == NULL)
    g_error ("%s", error->message);
  start = g_get_monotonic_time ();
  changes = fill (office, n);
  if (changes_per_second != NULL)
    *changes_per_second = (double) changes * G_USEC_PER_SEC / (double) (g_get_monotonic_time () - start);
  return office;
}

void
people_close (PamongOffice *office)
{
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  g_autoptr (GFile) folder = g_file_new_for_path (dir);
  g_autoptr (GDir) entries = NULL;
  const char *name;

  pamong_office_close (office);
  entries = g_dir_open (dir, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      g_file_delete (file, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
people_p95 (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) ((times->len - 1) * 0.95));
}

double
people_elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

double
people_scan (PamongOffice *office)
{
  static const char *const sql[] = { "SELECT * FROM resident WHERE deleted = 0", "SELECT * FROM family WHERE deleted = 0" };
  g_autofree char *path = g_build_filename (pamong_store_dir (pamong_office_store (office)), "pamong.db", NULL);
  gint64 start = g_get_monotonic_time ();
  gsize bytes = 0;
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("no store");
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *stmt;

      if (sqlite3_prepare_v2 (db, sql[i], -1, &stmt, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (stmt); c++)
          bytes += sqlite3_column_text (stmt, c) != NULL ? (gsize) sqlite3_column_bytes (stmt, c) : 0;
      sqlite3_finalize (stmt);
    }
  sqlite3_close (db);
  g_assert_cmpuint (bytes, >, 0);
  return people_elapsed (start);
}
