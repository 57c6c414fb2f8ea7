/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook of 10,000 and of 100,000 residents into an empty register and into one of 50,000, from opening the file to the durable commit, against bare SQLite leaving the
 * same rows in the same tables and indexes in one transaction. Each import runs in a process of its own, so that its memory is its own. "cpu" and "cpu_bound" are the seconds of
 * processor in them, which other work on the computer does not stretch. */
#include "exchange/import.h"
#include "practice/practice.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

#define AREA "35.22.28.2004"
#define ELSEWHERE "35.22.01.2001"
#define PASSWORD "rahasia-panjang"
#define BELOW 50000
#define CHUNK 20000
/* Rows a second measured on OpenSID. */
#define OPENSID 128.0

static const char *const tables[] = { "resident", "family", "area", "event", "batch", "change", "resident_list" };

typedef struct {
  double seconds, cpu, read, megabytes;
} Measured;

typedef struct {
  gint64 wall;
  clock_t cpu;
} Instant;

static Instant
now (void)
{
  return (Instant) { g_get_monotonic_time (), clock () };
}

static void
add_since (Measured *measured, Instant start)
{
  measured->seconds += (double) (g_get_monotonic_time () - start.wall) / 1e6;
  measured->cpu += (double) (clock () - start.cpu) / CLOCKS_PER_SEC;
}

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
fine (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
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

static double
status_megabytes (const char *key)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, key)) == NULL)
    return 0;
  return (double) g_ascii_strtoll (line + strlen (key), NULL, 10) / 1024;
}

/* Signing in takes more than the import. */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file != NULL)
    {
      fputs ("5", file);
      fclose (file);
    }
}

/* The child: prints seconds, those of processor, seconds until everything is compared, and memory above idle. */
static int
import_one (const char *store, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_office_open (store, &error);
  g_autoptr (PamongSource) source = NULL;
  g_autofree char *uid = NULL;
  Measured all = { 0 }, read = { 0 };
  Instant start;
  double idle;

  fine (office != NULL && pamong_office_sign_in (office, "Operator", PASSWORD, &error), error);
  idle = status_megabytes ("VmRSS:");
  forget_peak ();
  start = now ();
  source = pamong_source_open (file, NULL, &error);
  fine (source != NULL, error);
  uid = pamong_import_read (office, source, file, NULL, NULL, NULL, &error);
  fine (uid != NULL, error);
  add_since (&read, start);
  fine (pamong_import_commit (office, uid, NULL, NULL, &error), error);
  add_since (&all, start);
  g_print ("%.6f %.6f %.6f %.1f\n", all.seconds, all.cpu, read.seconds, status_megabytes ("VmHWM:") - idle);
  return 0;
}

static Measured
measure (const char *self, const char *store, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  const char *argv[] = { self, store, file, NULL };
  Measured measured;
  int status;
  g_auto (GStrv) words = NULL;

  fine (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_CHILD_INHERITS_STDERR, NULL, NULL, &out, NULL, &status, &error) && g_spawn_check_wait_status (status, &error), error);
  words = g_strsplit (out, " ", 4);
  measured = (Measured) { g_ascii_strtod (words[0], NULL), g_ascii_strtod (words[1], NULL), g_ascii_strtod (words[2], NULL), g_ascii_strtod (words[3], NULL) };
  return measured;
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *raw;

  must (NULL, sqlite3_open (path, &raw));
  must (raw, sqlite3_exec (raw, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;", NULL, NULL, NULL));
  return raw;
}

static void
make_tables (sqlite3 *raw, sqlite3 *reader)
{
  sqlite3_stmt *ddl;

  must (reader, sqlite3_prepare_v2 (reader, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
                                            " AND tbl_name IN ('resident', 'family', 'area', 'event', 'batch', 'change', 'resident_list') ORDER BY type DESC", -1, &ddl, NULL));
  while (sqlite3_step (ddl) == SQLITE_ROW)
    must (raw, sqlite3_exec (raw, (const char *) sqlite3_column_text (ddl, 0), NULL, NULL, NULL));
  sqlite3_finalize (ddl);
}

static guint
read_chunk (sqlite3_stmt *select, int n, sqlite3_value **values)
{
  guint rows = 0;

  for (; rows < CHUNK && sqlite3_step (select) == SQLITE_ROW; rows++)
    for (int j = 0; j < n; j++)
      values[(int) rows * n + j] = sqlite3_value_dup (sqlite3_column_value (select, j));
  return rows;
}

/* Only the inserts are timed. */
static void
copy_table (sqlite3 *reader, sqlite3 *raw, const char *table, sqlite3_int64 *last, Measured *taken)
{
  g_autofree char *query = g_strdup_printf ("SELECT * FROM %s WHERE rowid > %" G_GINT64_FORMAT " ORDER BY rowid", table, (gint64) *last);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autofree sqlite3_value **values = NULL;
  sqlite3_stmt *select, *insert;
  guint rows;
  int n;

  must (reader, sqlite3_prepare_v2 (reader, query, -1, &select, NULL));
  n = sqlite3_column_count (select);
  g_string_append_printf (marks, "INSERT INTO %s VALUES (?", table);
  for (int j = 1; j < n; j++)
    g_string_append (marks, ", ?");
  g_string_append (marks, ")");
  must (raw, sqlite3_prepare_v2 (raw, marks->str, -1, &insert, NULL));
  values = g_new0 (sqlite3_value *, (gsize) n * CHUNK);
  do
    {
      Instant start;

      rows = read_chunk (select, n, values);
      start = now ();
      for (guint i = 0; i < rows; i++)
        {
          for (int j = 0; j < n; j++)
            sqlite3_bind_value (insert, j + 1, values[(int) i * n + j]);
          must (raw, sqlite3_step (insert));
          sqlite3_reset (insert);
        }
      add_since (taken, start);
      if (rows > 0)
        *last = sqlite3_last_insert_rowid (raw);
      for (guint i = 0; i < rows * (guint) n; i++)
        sqlite3_value_free (values[i]);
    }
  while (rows == CHUNK);
  sqlite3_finalize (select);
  sqlite3_finalize (insert);
}

/* What the store holds beyond @last, into the bare file in one transaction. */
static Measured
copy_all (sqlite3 *reader, sqlite3 *raw, sqlite3_int64 *last)
{
  Measured taken = { 0 };
  Instant start;

  must (raw, sqlite3_exec (raw, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    copy_table (reader, raw, tables[i], &last[i], &taken);
  start = now ();
  must (raw, sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL));
  add_since (&taken, start);
  return taken;
}

static void
write_sheet (const char *path, const char *village, guint residents, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  PamongPracticeOrder order = { .seed = seed, .residents = residents };
  PamongPracticeSheet target = { village, path, "opensid", FALSE };
  PamongPracticeFigures figures;

  fine (pamong_practice_write_sheet (&order, &target, &figures, &lost, &error), error);
}

static Measured
run (const char *self, const char *dir, const char *below, const char *file, guint n, Measured *measured)
{
  g_autofree char *store = g_build_filename (dir, "store", NULL), *db = g_build_filename (store, "pamong.db", NULL), *bare = g_build_filename (dir, "raw.db", NULL), *wal = g_strconcat (bare, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (store, PAMONG_LEVEL_VILLAGE, AREA, "Operator", PAMONG_DUTY_OPERATOR, PASSWORD, NULL, &error);
  sqlite3_int64 last[G_N_ELEMENTS (tables)] = { 0 };
  sqlite3 *reader, *raw;
  Measured bound;

  fine (office != NULL, error);
  pamong_office_close (office);
  if (below != NULL)
    measure (self, store, below);
  must (NULL, sqlite3_open_v2 (db, &reader, SQLITE_OPEN_READONLY, NULL));
  raw = open_raw (bare);
  make_tables (raw, reader);
  copy_all (reader, raw, last);
  sqlite3_close (reader);
  sqlite3_close (raw);
  raw = open_raw (bare); /* anew, as the process that imports opens its store */
  *measured = measure (self, store, file);
  must (NULL, sqlite3_open_v2 (db, &reader, SQLITE_OPEN_READONLY, NULL));
  bound = copy_all (reader, raw, last);
  g_assert_cmpint (last[0], >, (sqlite3_int64) n + (below != NULL ? BELOW : 0) - n / 1000); /* two villages may bear the same number once in thousands */
  sqlite3_close (reader);
  sqlite3_close (raw);
  remove_all (store);
  g_remove (bare);
  g_remove (wal);
  return bound;
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10000, 100000 };
  g_autofree char *dir = NULL, *below = NULL;
  double rate[2][2];

  if (argc == 3)
    return import_one (argv[1], argv[2]);
  dir = g_dir_make_tmp ("pamong-bench-XXXXXX", NULL);
  below = g_build_filename (dir, "below.xlsx", NULL);
  write_sheet (below, ELSEWHERE, BELOW, 11);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *file = g_build_filename (dir, "people.xlsx", NULL);

      write_sheet (file, AREA, sizes[i], 7);
      for (guint on = 0; on < 2; on++)
        {
          Measured m;
          Measured bound = run (argv[0], dir, on ? below : NULL, file, sizes[i], &m);

          rate[on][i] = sizes[i] / m.seconds;
          g_print ("{\"bench\":\"import-%u%s\",\"value\":%.2f,\"unit\":\"s\",\"bound\":%.2f,\"ratio\":%.2f,\"cpu\":%.2f,\"cpu_bound\":%.2f,\"n\":%u}\n", sizes[i], on ? "-on-50000" : "", m.seconds,
                   bound.seconds, m.seconds / bound.seconds, m.cpu, bound.cpu, sizes[i]);
          g_print ("{\"bench\":\"import-%u%s-dry\",\"value\":%.2f,\"unit\":\"s\",\"n\":%u}\n", sizes[i], on ? "-on-50000" : "", m.read, sizes[i]);
          if (i == 1)
            g_print ("{\"bench\":\"import-memory%s\",\"value\":%.1f,\"unit\":\"MB\",\"bound\":120,\"ratio\":%.2f,\"n\":%u}\n", on ? "-on-50000" : "", m.megabytes, m.megabytes / 120, sizes[i]);
        }
    }
  for (guint on = 0; on < 2; on++)
    {
      g_print ("{\"bench\":\"import-steady%s\",\"value\":%.2f,\"unit\":\"of the rate at 10,000\",\"bound\":0.9,\"n\":100000}\n", on ? "-on-50000" : "", rate[on][1] / rate[on][0]);
      g_print ("{\"bench\":\"import-opensid%s\",\"value\":%.0f,\"unit\":\"rows/s\",\"bound\":%.0f,\"ratio\":%.0f,\"n\":100000}\n", on ? "-on-50000" : "", rate[on][1], OPENSID, rate[on][1] / OPENSID);
    }
  remove_all (dir);
  return 0;
}
