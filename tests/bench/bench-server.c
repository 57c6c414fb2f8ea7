/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A village of 20,000 people sends its first outbox to the real server over loopback; against bare SQLite inserting the very rows this leaves
 * (record, answer, finding) in as many transactions. */
#include "server/centre.h"
#include "domain/data.h"
#include <glib/gstdio.h>
#include <sqlite3.h>

#define FAMILIES 5000
#define FAMILIES_A_PUSH 30 /* about 32 kB packed */
#define NOW 1790000000

static const struct { const char *select, *insert; } tables[] = {
  { "SELECT * FROM record ORDER BY num", "INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)" },
  { "SELECT * FROM answer ORDER BY seq", "INSERT INTO answer VALUES (?,?,?,?,?,?,?)" },
  { "SELECT * FROM finding", "INSERT INTO finding VALUES (?,?)" },
};

/* Rows of one table in memory: @columns values each. */
typedef struct {
  GPtrArray *values;
  int columns;
} Rows;

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

/* Returns: seconds spent waiting for answers; making the bodies is the villages' work. @changes: (out). */
static double
push_all (Computer *village, GRand *rand, guint *changes)
{
  gint64 spent = 0;

  *changes = 0;
  for (int done = 0; done < FAMILIES; done += FAMILIES_A_PUSH)
    {
      GPtrArray *batch = people_changes ();
      g_autoptr (PamongPushRequest) request = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (Answer) answer = NULL;
      gint64 before;

      for (int i = done; i < MIN (done + FAMILIES_A_PUSH, FAMILIES); i++)
        {
          g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 4);

          people_register (batch, card, computer_actor (village), NOW + 120 * i);
        }
      *changes += batch->len;
      request = people_push (batch, village->id, village->seq + 1);
      body = pamong_push_request_format (request);
      before = g_get_monotonic_time ();
      answer = computer_send (village, "/v1/push", body);
      spent += g_get_monotonic_time () - before;
      if (answer->status != 200)
        g_error ("status %d", answer->status);
      village->seq += batch->len;
    }
  return (double) spent / G_USEC_PER_SEC;
}

static Rows
read_rows (sqlite3 *db, const char *select)
{
  Rows rows = { g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free), 0 };
  sqlite3_stmt *stmt;

  must (db, sqlite3_prepare_v2 (db, select, -1, &stmt, NULL));
  rows.columns = sqlite3_column_count (stmt);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < rows.columns; i++)
      g_ptr_array_add (rows.values, sqlite3_value_dup (sqlite3_column_value (stmt, i)));
  must (db, sqlite3_finalize (stmt));
  return rows;
}

/* Share @part of @parts of the rows. */
static void
insert_part (sqlite3 *db, sqlite3_stmt *stmt, const Rows *rows, guint part, guint parts)
{
  guint n = rows->values->len / (guint) rows->columns;

  for (guint row = n * part / parts; row < n * (part + 1) / parts; row++)
    {
      for (int i = 0; i < rows->columns; i++)
        must (db, sqlite3_bind_value (stmt, i + 1, g_ptr_array_index (rows->values, row * (guint) rows->columns + (guint) i)));
      must (db, sqlite3_step (stmt));
      must (db, sqlite3_reset (stmt));
    }
}

static double
insert_bare (const char *path, const Rows *rows, guint parts)
{
  g_autofree char *schema = pamong_data_text ("sql/server/001-start.sql");
  g_autofree char *cards = pamong_data_text ("sql/server/002-cards.sql");
  sqlite3_stmt *insert[G_N_ELEMENTS (tables)];
  sqlite3 *db;
  gint64 before;

  must (NULL, sqlite3_open (path, &db));
  must (db, sqlite3_exec (db, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;", NULL, NULL, NULL));
  must (db, sqlite3_exec (db, schema, NULL, NULL, NULL));
  must (db, sqlite3_exec (db, cards, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    must (db, sqlite3_prepare_v2 (db, tables[i].insert, -1, &insert[i], NULL));
  before = g_get_monotonic_time ();
  for (guint part = 0; part < parts; part++)
    {
      must (db, sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        insert_part (db, insert[i], &rows[i], part, parts);
      must (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));
    }
  before = g_get_monotonic_time () - before;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    must (db, sqlite3_finalize (insert[i]));
  must (db, sqlite3_close (db));
  return (double) before / G_USEC_PER_SEC;
}

static double
measure_bare (Centre *centre)
{
  g_autofree char *path = g_build_filename (centre->dir, "ledger.db", NULL);
  g_autofree char *bare = g_build_filename (centre->dir, "bare.db", NULL);
  g_autofree char *journal = g_build_filename (centre->dir, "bare.db-journal", NULL);
  Rows rows[G_N_ELEMENTS (tables)];
  sqlite3 *db;
  double seconds;

  must (NULL, sqlite3_open (path, &db));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    rows[i] = read_rows (db, tables[i].select);
  must (db, sqlite3_close (db));
  seconds = insert_bare (bare, rows, (FAMILIES + FAMILIES_A_PUSH - 1) / FAMILIES_A_PUSH);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_unref (rows[i].values);
  g_remove (bare);
  g_remove (journal);
  return seconds;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (Centre) centre = NULL;
  g_autoptr (Computer) village = NULL;
  double seconds, bare;
  guint changes;

  centre_use (PAMONG_SERVER);
  centre = centre_new ();
  village = computer_enrolled (centre, "village", VILLAGE);
  seconds = push_all (village, rand, &changes);
  centre_stop (centre);
  bare = measure_bare (centre);
  g_print ("{\"bench\":\"server-push\",\"value\":%.0f,\"unit\":\"changes/s\",\"bound\":%.0f,\"ratio\":%.2f,\"n\":%u}\n", changes / seconds, changes / bare, seconds / bare, changes);
  return 0;
}
