/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One resident act through the office, durable, against bare SQLite leaving the same rows in the same tables and indexes. The two take turns,
 * so that both see the same disk; the medians are compared. */
#include "domain/data.h"
#include "office/office.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define AREA "35.22.28.2001"
#define WARM_UP 100
#define ACTS 500

static const char *const tables[] = { "resident", "event", "change", "resident_list" };

typedef struct {
  char *dir;
  PamongOffice *office;
  sqlite3 *reader, *raw;
  sqlite3_stmt *select[G_N_ELEMENTS (tables)], *insert[G_N_ELEMENTS (tables)];
  sqlite3_int64 last[G_N_ELEMENTS (tables)];
} Bench;

/* One row to be written: which table, and its values. */
typedef struct {
  guint table;
  int n;
  sqlite3_value *values[64];
} Row;

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
fold_called_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_value (context, values[0]);
}

static void
make_tables (Bench *bench)
{
  g_autofree char *start = pamong_data_text ("sql/client/001-start.sql");
  g_autofree char *desk = pamong_data_text ("sql/client/002-desk.sql");
  g_autofree char *import = pamong_data_text ("sql/client/004-import.sql");
  g_autofree char *derived = pamong_data_text ("sql/client/derived.sql");

  must (bench->raw, sqlite3_create_function (bench->raw, "pamong_name_key", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS, NULL, fold_called_cb, NULL, NULL));
  must (bench->raw, sqlite3_create_function (bench->raw, "pamong_fold", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS, NULL, fold_called_cb, NULL, NULL));
  must (bench->raw, sqlite3_exec (bench->raw, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;", NULL, NULL, NULL));
  must (bench->raw, sqlite3_exec (bench->raw, start, NULL, NULL, NULL));
  must (bench->raw, sqlite3_exec (bench->raw, desk, NULL, NULL, NULL));
  must (bench->raw, sqlite3_exec (bench->raw, import, NULL, NULL, NULL));
  must (bench->raw, sqlite3_exec (bench->raw, derived, NULL, NULL, NULL));
}

static void
prepare (Bench *bench)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *select = g_strdup_printf ("SELECT * FROM %s WHERE rowid > ?1 ORDER BY rowid", tables[i]);
      g_autoptr (GString) insert = g_string_new (NULL);

      must (bench->reader, sqlite3_prepare_v3 (bench->reader, select, -1, SQLITE_PREPARE_PERSISTENT, &bench->select[i], NULL));
      g_string_append_printf (insert, "INSERT INTO %s VALUES (?", tables[i]);
      for (int j = 1; j < sqlite3_column_count (bench->select[i]); j++)
        g_string_append (insert, ", ?");
      g_string_append (insert, ")");
      must (bench->raw, sqlite3_prepare_v3 (bench->raw, insert->str, -1, SQLITE_PREPARE_PERSISTENT, &bench->insert[i], NULL));
    }
}

static void
set_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *store = NULL, *file = NULL, *raw = NULL;

  bench->dir = g_dir_make_tmp ("pamong-bench-XXXXXX", NULL);
  store = g_build_filename (bench->dir, "store", NULL);
  file = g_build_filename (store, "pamong.db", NULL);
  raw = g_build_filename (bench->dir, "raw.db", NULL);
  bench->office = pamong_office_init (store, PAMONG_LEVEL_VILLAGE, AREA, "Operator", PAMONG_DUTY_OPERATOR, "rahasia-panjang", NULL, &error);
  if (bench->office == NULL)
    g_error ("%s", error->message);
  must (NULL, sqlite3_open_v2 (file, &bench->reader, SQLITE_OPEN_READONLY, NULL));
  must (NULL, sqlite3_open (raw, &bench->raw));
  make_tables (bench);
  prepare (bench);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_all (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

static void
tear_down (Bench *bench)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_finalize (bench->select[i]);
      sqlite3_finalize (bench->insert[i]);
    }
  sqlite3_close (bench->reader);
  sqlite3_close (bench->raw);
  pamong_office_close (bench->office);
  remove_all (bench->dir);
  g_free (bench->dir);
}

/* A whole person of no family, as an operator enters one. */
static PamongRecord *
make_resident (int i)
{
  static const char *const names[] = { "SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "AGUS SETIAWAN", "DEWI LESTARI", "EKO PRASETYO" };
  static const char *const fields[][2] = {
    { "birth_place", "BOJONEGORO" }, { "religion", "1" }, { "education", "5" }, { "occupation", "9" }, { "marital_status", "1" }, { "nationality", "1" },
    { "father_name", "SUPARMAN" }, { "mother_name", "SUMIATI" }, { "residency", "1" }, { "blood_type", "13" }, { "phone", "081234567890" }, { "shdk", "1" }
  };
  PamongRecord *resident = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  g_autofree char *name = g_strdup_printf ("%s %s", names[i % 6], names[(i / 6) % 6]);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", 1950 + i % 50, 1 + i % 12, 1 + i % 28);
  g_autofree char *nik = g_strdup_printf ("352228%02d%02d%02d%04d", 1 + i % 28, 1 + i % 12, (1950 + i % 50) % 100, 1 + i);

  for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
    pamong_record_parse (resident, pamong_field_find (PAMONG_KIND_RESIDENT, fields[j][0])->index, fields[j][1], NULL);
  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, 1);
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, date);
  pamong_record_set_text (resident, PAMONG_RESIDENT_NIK, nik);
  return resident;
}

static gint64
save (Bench *bench, PamongRecord *resident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean saved = pamong_office_add_resident (bench->office, resident, &findings, &error);
  gint64 taken = g_get_monotonic_time () - start;

  if (!saved)
    {
      for (guint i = 0; findings != NULL && i < findings->len; i++)
        g_printerr ("%s\n", ((PamongFinding *) g_ptr_array_index (findings, i))->message);
      g_error ("not saved: %s", error != NULL ? error->message : "findings");
    }
  return taken;
}

/* What the act left, read outside the time. */
static GPtrArray *
read_rows (Bench *bench)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_stmt *stmt = bench->select[i];

      sqlite3_bind_int64 (stmt, 1, bench->last[i]);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          Row *row = g_new0 (Row, 1);

          row->table = i;
          row->n = sqlite3_column_count (stmt);
          for (int j = 0; j < row->n; j++)
            row->values[j] = sqlite3_value_dup (sqlite3_column_value (stmt, j));
          bench->last[i] = sqlite3_column_int64 (stmt, 0);
          g_ptr_array_add (rows, row);
        }
      sqlite3_reset (stmt);
    }
  return rows;
}

static gint64
write_raw (Bench *bench, GPtrArray *rows)
{
  gint64 start = g_get_monotonic_time (), taken;

  must (bench->raw, sqlite3_exec (bench->raw, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);
      sqlite3_stmt *stmt = bench->insert[row->table];

      for (int j = 0; j < row->n; j++)
        sqlite3_bind_value (stmt, j + 1, row->values[j]);
      must (bench->raw, sqlite3_step (stmt));
      sqlite3_reset (stmt);
    }
  must (bench->raw, sqlite3_exec (bench->raw, "COMMIT", NULL, NULL, NULL));
  taken = g_get_monotonic_time () - start;
  for (guint i = 0; i < rows->len; i++)
    for (int j = 0; j < ((Row *) g_ptr_array_index (rows, i))->n; j++)
      sqlite3_value_free (((Row *) g_ptr_array_index (rows, i))->values[j]);
  return taken;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, times->len / 2) / 1000;
}

int
main (void)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (gint64));
  Bench bench = { NULL };

  set_up (&bench);
  for (int i = 0; i < WARM_UP + ACTS; i++)
    {
      g_autoptr (PamongRecord) resident = make_resident (i);
      gint64 save_time = save (&bench, resident), raw_time;
      g_autoptr (GPtrArray) rows = read_rows (&bench);

      raw_time = write_raw (&bench, rows);
      if (i < WARM_UP)
        continue;
      g_assert_cmpuint (rows->len, ==, 5); /* resident, event, two changes, list row */
      g_array_append_val (ours, save_time);
      g_array_append_val (bare, raw_time);
    }
  tear_down (&bench);
  double value = median (ours), bound = median (bare);
  g_print ("{\"bench\":\"save\",\"value\":%.3f,\"unit\":\"ms\",\"bound\":%.3f,\"ratio\":%.2f,\"n\":%d}\n", value, bound, value / bound, ACTS);
  return 0;
}
