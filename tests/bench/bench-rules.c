/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "office/inspector.h"
#include "people.h"

/* All rules over everybody, and the report, against one bare scan of the same rows: every column of every resident and family. */

static double
elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static double
scan (PamongOffice *office)
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
  return elapsed (start);
}

static void
measure (guint people, const char *name)
{
  PamongOffice *office = people_office (people, NULL);
  PamongInspector *inspector = pamong_inspector_new (pamong_office_store (office), NULL);
  PamongInspection *report;
  double bare, ours;
  gint64 start;

  scan (office);
  bare = scan (office);
  start = g_get_monotonic_time ();
  if (!pamong_inspector_run (inspector, NULL))
    g_error ("the rules did not run");
  report = pamong_inspector_report (inspector);
  ours = elapsed (start);
  g_print ("{\"bench\":\"%s\",\"value\":%.1f,\"unit\":\"ms\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%u,\"findings\":%u}\n", name, ours, bare, ours / bare, people,
           report->findings->len);
  pamong_inspection_free (report);
  pamong_inspector_free (inspector);
  people_close (office);
}

int
main (int argc, char **argv)
{
  measure (5000, "rules-5000");
  measure (80000, "rules-80000");
  return 0;
}
