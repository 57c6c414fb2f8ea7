/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "regency.h"

#include <gio/gio.h>
#include <sqlite3.h>

#include "domain/codes.h"
#include "domain/data.h"
#include "office/office.h"
#include "wire/crypto.h"

#define REGENCY "35.22"
#define PEOPLE 1370000
#define FAMILY_SIZE 4
#define RARE_WORDS 20000 /* words few people bear: a vocabulary as long as a regency's */

static const char *const syllables[] = { "BA", "DI", "HAR", "JO", "KAR", "LIS", "MU", "NING", "PAR", "RA", "SU", "TRI", "WA", "YAN", "ZA", "TO", "MI", "NUR", "SIH", "GI" };
static const char *const streets[] = { "JL. MERDEKA", "JL. RAYA", "GG. MAWAR", "JL. DIPONEGORO", "DUSUN", "JL. PANGLIMA SUDIRMAN" };
static const char *const hamlets[] = { "KRAJAN", "NGASINAN", "KALONGAN", "SUKOREJO", "TEMPURAN" };

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *family, *resident, *row;
  GRand *random;
  GPtrArray *names;
  char *address, *address_key, *rt, *kk;
  const char *dusun, *area;
} Fill;

static void
exec (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Each first column of @sql. */
static GPtrArray *
list (sqlite3 *db, const char *sql)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt;

  sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  return texts;
}

static void
exec_all (sqlite3 *db, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    exec (db, g_ptr_array_index (statements, i));
}

static void
put (Fill *fill, sqlite3_stmt *stmt)
{
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (fill->db));
  sqlite3_reset (stmt);
}

static void
text (sqlite3_stmt *stmt, int at, const char *value)
{
  sqlite3_bind_text (stmt, at, value, -1, SQLITE_TRANSIENT);
}

static char *
make_name (Fill *fill)
{
  const char *first = g_ptr_array_index (fill->names, (guint) g_rand_int_range (fill->random, 0, (gint32) fill->names->len));
  guint rare = (guint) (RARE_WORDS * g_rand_double (fill->random) * g_rand_double (fill->random));

  if (g_rand_int_range (fill->random, 0, 10) < 6)
    return g_strdup_printf ("%s %s", first, (char *) g_ptr_array_index (fill->names, (guint) g_rand_int_range (fill->random, 0, (gint32) fill->names->len)));
  return g_strdup_printf ("%s %s%s%s%s", first, syllables[rare % 20], syllables[rare / 20 % 20], syllables[rare / 400 % 20], syllables[rare / 8000 % 20]);
}

static void
put_family (Fill *fill, guint number)
{
  g_autofree char *uid = g_strdup_printf ("f%07u", number);
  const char *street = streets[g_rand_int_range (fill->random, 0, G_N_ELEMENTS (streets))];

  g_free (fill->address);
  g_free (fill->address_key);
  g_free (fill->rt);
  g_free (fill->kk);
  fill->address = g_strdup_printf ("%s %d", street, g_rand_int_range (fill->random, 1, 120));
  fill->dusun = hamlets[g_rand_int_range (fill->random, 0, G_N_ELEMENTS (hamlets))];
  fill->address_key = g_strdup_printf ("%s %s", fill->address, fill->dusun);
  for (char *c = fill->address_key; *c != '\0'; c++)
    *c = *c == '.' ? 'l' : g_ascii_tolower (*c);
  fill->rt = g_strdup_printf ("%03d", g_rand_int_range (fill->random, 1, 25));
  fill->kk = g_strdup_printf ("3522%02d%02d%02d%02d%04u", g_rand_int_range (fill->random, 1, 29), g_rand_int_range (fill->random, 1, 29), g_rand_int_range (fill->random, 1, 13),
                              g_rand_int_range (fill->random, 5, 25), number % 9999 + 1);
  text (fill->family, 1, uid);
  text (fill->family, 2, fill->area);
  text (fill->family, 3, fill->kk);
  text (fill->family, 4, fill->address);
  text (fill->family, 5, fill->dusun);
  text (fill->family, 6, fill->rt);
  put (fill, fill->family);
}

static void
put_person (Fill *fill, guint number)
{
  g_autofree char *uid = g_strdup_printf ("r%07u", number), *family = g_strdup_printf ("f%07u", number / FAMILY_SIZE);
  g_autofree char *name = make_name (fill), *key = g_ascii_strdown (name, -1), *father = make_name (fill);
  int year = g_rand_int_range (fill->random, 1940, 2026), month = g_rand_int_range (fill->random, 1, 13), day = g_rand_int_range (fill->random, 1, 29);
  int sex = g_rand_int_range (fill->random, 1, 3), shdk = (int) (number % FAMILY_SIZE) + 1;
  g_autofree char *birth = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  g_autofree char *nik = g_strdup_printf ("3522%02d%02d%02d%02d%04u", g_rand_int_range (fill->random, 1, 29), day + (sex == 2 ? 40 : 0), month, year % 100, number % 9999 + 1);

  text (fill->resident, 1, uid);
  text (fill->resident, 2, fill->area);
  text (fill->resident, 3, nik);
  text (fill->resident, 4, name);
  sqlite3_bind_int (fill->resident, 5, sex);
  text (fill->resident, 6, birth);
  text (fill->resident, 7, father);
  text (fill->resident, 8, family);
  sqlite3_bind_int (fill->resident, 9, shdk);
  sqlite3_bind_int (fill->resident, 10, (int) number + 1);
  put (fill, fill->resident);
  sqlite3_bind_int (fill->row, 1, (int) number + 1);
  text (fill->row, 2, uid);
  text (fill->row, 3, fill->area);
  text (fill->row, 4, key);
  sqlite3_bind_int (fill->row, 5, sex);
  text (fill->row, 6, birth);
  sqlite3_bind_int (fill->row, 7, shdk);
  text (fill->row, 8, nik);
  text (fill->row, 9, fill->kk);
  text (fill->row, 10, fill->dusun);
  text (fill->row, 11, fill->rt);
  text (fill->row, 12, fill->address_key);
  put (fill, fill->row);
}

static GPtrArray *
read_names (void)
{
  g_autofree char *csv = pamong_data_text ("practice/names.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (csv, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (*row[1] != '0')
        g_ptr_array_add (names, g_strdup (row[2]));
    }
  return names;
}

static GPtrArray *
villages (void)
{
  GPtrArray *codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) districts = pamong_regions_children (REGENCY);

  for (guint i = 0; i < districts->len; i++)
    {
      g_autoptr (GPtrArray) places = pamong_regions_children (((const PamongRegion *) g_ptr_array_index (districts, i))->code);

      for (guint j = 0; j < places->len; j++)
        g_ptr_array_add (codes, (gpointer) ((const PamongRegion *) g_ptr_array_index (places, j))->code);
    }
  return codes;
}

static void
fill_rows (sqlite3 *db, guint n)
{
  g_autoptr (GPtrArray) names = read_names (), places = villages ();
  Fill fill = { .db = db, .random = g_rand_new_with_seed (35220), .names = names };

  sqlite3_prepare_v2 (db, "INSERT INTO family (uid, area, kk_number, address, dusun, rw, rt) VALUES (?1, ?2, ?3, ?4, ?5, '001', ?6)", -1, &fill.family, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO resident (rid, uid, area, nik, name, sex, birth_date, father_name, family_uid, shdk) VALUES (?10, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", -1,
                      &fill.resident, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO resident_list (rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled)"
                      " VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, '001', ?11, ?12, 0, 12)", -1, &fill.row, NULL);
  for (guint i = 0; i < n; i++)
    {
      fill.area = g_ptr_array_index (places, (guint) ((guint64) i * places->len / n));
      if (i % FAMILY_SIZE == 0)
        put_family (&fill, i / FAMILY_SIZE);
      put_person (&fill, i);
    }
  sqlite3_finalize (fill.family);
  sqlite3_finalize (fill.resident);
  sqlite3_finalize (fill.row);
  g_rand_free (fill.random);
  g_free (fill.address);
  g_free (fill.address_key);
  g_free (fill.rt);
  g_free (fill.kk);
}

guint
regency_size (void)
{
  const char *asked = g_getenv ("PAMONG_BENCH_PEOPLE");

  return asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : PEOPLE;
}

char *
regency_store (guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("pamong-bench-XXXXXX", NULL), *path = g_build_filename (folder, "pamong.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) triggers = NULL, drops = NULL, indexes = NULL;
  PamongOffice *office;
  sqlite3 *db;

  pamong_crypto_init ();
  office = pamong_office_init (folder, PAMONG_LEVEL_REGENCY, REGENCY, "Bench", PAMONG_DUTY_OPERATOR, "kata sandi uji", NULL, &error);
  if (office == NULL)
    g_error ("%s", error->message);
  pamong_office_close (office);
  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s", path);
  exec (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;");
  triggers = list (db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'");
  drops = list (db, "SELECT 'DROP INDEX ' || name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('resident', 'family', 'resident_list')");
  indexes = list (db, "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('resident', 'family', 'resident_list')");
  exec (db, "BEGIN");
  exec_all (db, triggers);
  exec_all (db, drops);
  fill_rows (db, n);
  exec_all (db, indexes);
  exec (db, "COMMIT; PRAGMA journal_mode = WAL;");
  sqlite3_close (db);
  return g_steal_pointer (&folder);
}

void
regency_drop (char *dir)
{
  g_autoptr (GFile) folder = g_file_new_for_path (dir);
  GDir *entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      g_file_delete (file, NULL, NULL);
    }
  g_clear_pointer (&entries, g_dir_close);
  g_file_delete (folder, NULL, NULL);
  g_free (dir);
}
