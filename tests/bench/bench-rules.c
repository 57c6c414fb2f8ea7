/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/inspector.h"
#include "people.h"

/* All rules over everybody, and the report, against one bare scan of the same rows: every column of every resident and family. */

static void
measure (guint people, const char *name)
{
  PamongOffice *office = people_office (people, NULL);
  PamongInspector *inspector = pamong_inspector_new (pamong_office_store (office), NULL);
  PamongInspection *report;
  double bare, ours;
  gint64 start;

  people_scan (office);
  bare = people_scan (office);
  start = g_get_monotonic_time ();
  if (!pamong_inspector_run (inspector, NULL))
    g_error ("the rules did not run");
  report = pamong_inspector_report (inspector);
  ours = people_elapsed (start);
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
