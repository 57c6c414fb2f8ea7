/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "people.h"
#include "regency.h"
#include "store/search.h"

/* Keystroke to the first 50 rows in memory, over queries typed letter by letter from the second on, against FTS5 that gives the same rows. */

#define PEOPLE 50000
#define ROWS 50

static const char *const typed[] = {
  "sutrisno", "siti aminah", "budi santoso", "aminah siti", "muh", "muhammad ali", "ahmad fauzi", "sri rahayu", "dewi lestari", "slamet", "joko widodo",
  "eko prasetyo", "zulaikha", "wiwik handayani", "hadi", "nur", "nurjanah", "khoirul umami", "supriyanto", "tukimin", "warsito", "yuli yulianti", "umi",
  "dwi", "fitri indrawati", "gatot", "pamungkas", "wibowo agus", "partini", "kasmirah", "lestari", "ningsih puji", "krajan", "jl merdeka", "tempuran",
  "dander", "3522281", "352228550", "35222801", "xyz", "sarmin 003",
};

static double
elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* Memory of this process, MB. */
static double
resident_mb (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) && strchr (text, ' ') != NULL)
    pages = g_ascii_strtoull (strchr (text, ' '), NULL, 10);
  return (double) pages * 4096 / 1e6;
}

static void
exec (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* The bare way: prefix indexes of 2, 3 and 4 letters, rows read from the same tables. */
static sqlite3 *
open_fts (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "fts.db", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s/pamong.db' AS store", dir);
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("no fts");
  exec (db, attach);
  exec (db, "CREATE VIRTUAL TABLE find USING fts5 (name, address, rt, nik, kk, content='', prefix='2 3 4');"
            "INSERT INTO find (rowid, name, address, rt, nik, kk) SELECT rid, name_key, address_key, rt, nik, kk_number FROM store.resident_list;");
  return db;
}

static char *
match_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) name = g_string_new (NULL), address = g_string_new (NULL), digits = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (g_ascii_isdigit (*words[i]))
        g_string_append_printf (digits, "%s{rt nik kk} : \"%s\" *", digits->len > 0 ? " AND " : "", words[i]);
      else
        {
          g_string_append_printf (name, "%sname : \"%s\" *", name->len > 0 ? " AND " : "", words[i]);
          g_string_append_printf (address, "%saddress : \"%s\" *", address->len > 0 ? " AND " : "", words[i]);
        }
    }
  if (name->len == 0)
    return g_strdup (digits->str);
  return g_strdup_printf ("((%s) OR (%s))%s%s", name->str, address->str, digits->len > 0 ? " AND " : "", digits->str);
}

static double
time_fts (sqlite3 *db, sqlite3_stmt *stmt, const char *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *match = match_of (text);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  sqlite3_bind_text (stmt, 1, match, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < 12; i++)
        g_ptr_array_add (kept, g_strdup ((const char *) sqlite3_column_text (stmt, i)));
    }
  sqlite3_reset (stmt);
  return elapsed (start);
}

static double
time_search (PamongSearch *search, const char *text)
{
  gint64 start = g_get_monotonic_time ();
  guint total;
  g_autoptr (GPtrArray) rows = pamong_search_rows (search, text, NULL, 0, ROWS, &total, NULL);

  g_assert (rows != NULL && rows->len <= total);
  return elapsed (start);
}

/* Every query letter by letter; the bare way is asked every @step-th of them, as it takes its time in a regency. */
static void
measure (PamongStore *store, guint n, guint step, const char *name)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double)), some = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare_times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 start = g_get_monotonic_time ();
  double build, bare, memory = resident_mb ();
  PamongSearch *search = pamong_search_new (store, NULL);
  sqlite3 *db;
  sqlite3_stmt *stmt;

  build = elapsed (start);
  memory = resident_mb () - memory;
  db = open_fts (pamong_store_dir (store));
  sqlite3_prepare_v2 (db,
                      "SELECT l.rid, l.uid, l.area, r.name, l.nik, l.kk_number, l.birth_date, r.father_name, l.dusun, l.rw, l.rt, f.address FROM find"
                      " JOIN store.resident_list l ON l.rid = find.rowid JOIN store.resident r ON r.rid = l.rid LEFT JOIN store.family f ON f.uid = r.family_uid"
                      " WHERE find MATCH ?1 AND l.status = 1 ORDER BY l.name_key, l.rid LIMIT 50",
                      -1, &stmt, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      for (gsize length = 2; length <= strlen (typed[i]); length++)
        {
          g_autofree char *text = g_strndup (typed[i], length);
          double one = time_search (search, text), other;

          g_array_append_val (all, one);
          if (all->len % step != 0)
            continue;
          other = time_fts (db, stmt, text);
          g_array_append_val (some, one);
          g_array_append_val (bare_times, other);
        }
    }
  bare = people_p95 (bare_times);
  g_print ("{\"bench\":\"%s\",\"value\":%.2f,\"unit\":\"ms\",\"bound\":%.2f,\"ratio\":%.2f,\"n\":%u}\n", name, people_p95 (all), bare, people_p95 (some) / bare, all->len);
  g_print ("{\"bench\":\"%s-build\",\"value\":%.1f,\"unit\":\"ms\",\"bound\":null,\"ratio\":null,\"n\":%u}\n", name, build, n);
  g_print ("{\"bench\":\"%s-memory\",\"value\":%.1f,\"unit\":\"MB\",\"bound\":null,\"ratio\":null,\"n\":%u}\n", name, memory, n);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  pamong_search_free (search);
}

int
main (void)
{
  double changes_per_second;
  PamongOffice *office = people_office (PEOPLE, &changes_per_second);
  guint n = regency_size ();
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (GError) error = NULL;
  char *dir;

  measure (pamong_office_store (office), PEOPLE, 1, "search");
  g_print ("{\"bench\":\"fill\",\"value\":%.0f,\"unit\":\"changes/s\",\"bound\":null,\"ratio\":null,\"n\":%d}\n", changes_per_second, PEOPLE);
  people_close (office);
  if (n == 0)
    return 0;
  dir = regency_store (n);
  store = pamong_store_open (dir, PAMONG_STORE_READ, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  measure (store, n, 8, "search-regency");
  g_clear_pointer (&store, pamong_store_close);
  regency_drop (dir);
  return 0;
}
