/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Practice in bulk, all villages of a place, against bare SQLite leaving the same rows in the same tables and indexes. What was made is read in pieces and only
 * the putting is timed. PAMONG_BENCH_AREA is the place: the regency, unless a kecamatan is asked for. */
#include "office/office.h"
#include "people.h"
#include "practice/practice.h"
#include "wire/crypto.h"

#include <gio/gio.h>
#include <sqlite3.h>

#define REGENCY "35.22"
#define PIECE 20000 /* rows */

static const char *const tables[] = { "family", "resident", "event", "resident_list" };

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
run (sqlite3 *db, const char *sql)
{
  must (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

/* The same tables with their indexes, and no triggers. */
static void
copy_schema (sqlite3 *from, sqlite3 *to)
{
  sqlite3_stmt *stmt;

  must (from, sqlite3_prepare_v2 (from, "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
                                        " AND tbl_name IN ('family', 'resident', 'event', 'resident_list') ORDER BY type DESC", -1, &stmt, NULL));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    run (to, (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
}

/* One piece of rows, kept as values. Returns: how many. */
static guint
read_piece (sqlite3_stmt *select, GPtrArray *values)
{
  guint rows = 0;

  g_ptr_array_set_size (values, 0);
  while (rows < PIECE && sqlite3_step (select) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (select); i++)
        g_ptr_array_add (values, sqlite3_value_dup (sqlite3_column_value (select, i)));
      rows++;
    }
  return rows;
}

static gint64
put_piece (sqlite3 *db, sqlite3_stmt *insert, GPtrArray *values, guint rows)
{
  guint columns = values->len / rows;
  gint64 start = g_get_monotonic_time ();

  run (db, "BEGIN");
  for (guint row = 0; row < rows; row++)
    {
      for (guint i = 0; i < columns; i++)
        sqlite3_bind_value (insert, (int) i + 1, values->pdata[row * columns + i]);
      must (db, sqlite3_step (insert));
      sqlite3_reset (insert);
    }
  run (db, "COMMIT");
  return g_get_monotonic_time () - start;
}

static gint64
copy_table (sqlite3 *from, sqlite3 *to, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr (GString) insert_sql = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  sqlite3_stmt *select, *insert;
  gint64 taken = 0;

  must (from, sqlite3_prepare_v2 (from, sql, -1, &select, NULL));
  g_string_append_printf (insert_sql, "INSERT INTO %s VALUES (?", table);
  for (int i = 1; i < sqlite3_column_count (select); i++)
    g_string_append (insert_sql, ", ?");
  g_string_append (insert_sql, ")");
  must (to, sqlite3_prepare_v2 (to, insert_sql->str, -1, &insert, NULL));
  for (guint rows = PIECE; rows == PIECE;) /* a query at its end would begin again */
    if ((rows = read_piece (select, values)) > 0)
      taken += put_piece (to, insert, values, rows);
  sqlite3_finalize (select);
  sqlite3_finalize (insert);
  return taken;
}

static double
put_bare (const char *dir)
{
  g_autofree char *made = g_build_filename (dir, "pamong.db", NULL), *bare = g_build_filename (dir, "bare.db", NULL);
  sqlite3 *from, *to;
  gint64 taken = 0;

  must (NULL, sqlite3_open_v2 (made, &from, SQLITE_OPEN_READONLY, NULL));
  must (NULL, sqlite3_open (bare, &to));
  must (to, sqlite3_create_function (to, "pamong_name_key", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS | SQLITE_DETERMINISTIC, NULL, fold_called_cb, NULL, NULL));
  must (to, sqlite3_create_function (to, "pamong_fold", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS | SQLITE_DETERMINISTIC, NULL, fold_called_cb, NULL, NULL));
  run (to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;");
  copy_schema (from, to);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    taken += copy_table (from, to, tables[i]);
  sqlite3_close (from);
  sqlite3_close (to);
  return (double) taken / G_USEC_PER_SEC;
}

int
main (void)
{
  const char *area = g_getenv ("PAMONG_BENCH_AREA") != NULL ? g_getenv ("PAMONG_BENCH_AREA") : REGENCY;
  g_autofree char *dir = g_dir_make_tmp ("pamong-bench-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  PamongPracticeOrder order = { .seed = 7, .dirt = TRUE };
  PamongPracticeFigures figures;
  PamongOffice *office;
  gint64 start;
  double value, bound;

  pamong_crypto_init ();
  office = pamong_office_init (dir, g_str_equal (area, REGENCY) ? PAMONG_LEVEL_REGENCY : PAMONG_LEVEL_DISTRICT, area, "Bench", PAMONG_DUTY_OPERATOR, "kata sandi uji", NULL, &error);
  if (office == NULL)
    g_error ("%s", error->message);
  start = g_get_monotonic_time ();
  if (!pamong_practice_fill_area (pamong_office_store (office), area, &order, &figures, &error))
    g_error ("%s", error->message);
  value = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  bound = put_bare (dir);
  people_close (office);
  g_print ("{\"bench\":\"practice\",\"value\":%.1f,\"unit\":\"s\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%u}\n", value, bound, value / bound, figures.residents);
  return 0;
}
