/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/uid.h"
#include "server/targets.h"
#include <glib/gstdio.h>
#include <string.h>

/* What the regency expects of a village reaches that village and those above it, nobody beside it; what is heard of a village is no news to the village. */

static void
say_hello (Computer *computer, gint64 waiting)
{
  PamongHelloRequest hello = { 1, 1, waiting, 0, PAMONG_PROTO, PAMONG_SCHEMA, (char *) "0.1.0" };
  g_autoptr (GBytes) body = pamong_hello_request_format (&hello);
  g_autoptr (Answer) answer = computer_send (computer, "/v1/hello", body);

  g_assert_cmpint (answer->status, ==, 200);
}

static void
set_target (Centre *centre, const char *village, const char *residents)
{
  g_free (centre_admin (centre, NULL, "target", "--village", village, "--residents", residents, "--source", "DKB semester I 2026", "--date", "30-06-2026", NULL));
}

/* Returns: what the next pull tells of @area; -1 = nothing. */
static gint64
pull_target (Computer *computer, GHashTable *cursors, const char *area)
{
  g_autofree char *uid = pamong_uid_derive ("place", (const char *const[]) { area, NULL });
  g_autoptr (GHashTable) rows = computer_pull (computer, cursors, 500);
  const PamongFeedRow *row = g_hash_table_lookup (rows, uid);

  if (row == NULL)
    return -1;
  g_assert_cmpstr (row->record->area, ==, area);
  return pamong_record_int (row->record, PAMONG_PLACE_TARGET);
}

static void
test_who_may_see (void)
{
  g_autoptr (Centre) centre = centre_new ();
  const struct { const char *level, *area; gint64 here, beside; } readers[] = {
    { "village", VILLAGE, 3200, -1 }, { "village", NEIGHBOUR, -1, 2000 }, { "district", DISTRICT, 3200, 2000 }, { "regency", "35.22", 3200, 2000 },
    { "district", "35.22.27", -1, -1 },
  };

  set_target (centre, VILLAGE, "3200");
  set_target (centre, NEIGHBOUR, "2000");
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (Computer) reader = computer_enrolled (centre, readers[i].level, readers[i].area);
      g_autoptr (GHashTable) cursors = computer_cursors (reader);
      g_autoptr (GHashTable) again = computer_cursors (reader);

      if (g_str_equal (readers[i].level, "regency"))
        {
          g_hash_table_insert (cursors, g_strdup (VILLAGE), g_strdup (""));
          g_hash_table_insert (again, g_strdup (NEIGHBOUR), g_strdup (""));
        }
      g_assert_cmpint (pull_target (reader, cursors, VILLAGE), ==, readers[i].here);
      g_assert_cmpint (pull_target (reader, again, NEIGHBOUR), ==, readers[i].beside);
    }
  centre_check (centre);
}

/* Both computers of a village say hello, and only what the centre writes is news to them. */
static void
test_only_the_target_is_news (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (GHashTable) cursors = computer_cursors (one);
  g_autoptr (GHashTable) above = computer_cursors (district);

  say_hello (one, 3);
  say_hello (two, 4);
  g_assert_cmpint (pull_target (one, cursors, VILLAGE), ==, -1);
  g_assert_cmpint (pull_target (district, above, VILLAGE), ==, 0);
  set_target (centre, VILLAGE, "3200");
  say_hello (two, 5); /* over the target, before it was fetched */
  g_assert_cmpint (pull_target (one, cursors, VILLAGE), ==, 3200);
  g_assert_cmpint (pull_target (district, above, VILLAGE), ==, 3200);
  say_hello (one, 6);
  say_hello (two, 7);
  g_assert_cmpint (pull_target (one, cursors, VILLAGE), ==, -1);
  g_assert_cmpint (pull_target (district, above, VILLAGE), ==, 3200);
  set_target (centre, VILLAGE, "3200"); /* as it is already */
  g_assert_cmpint (pull_target (one, cursors, VILLAGE), ==, -1);
  set_target (centre, VILLAGE, "3300");
  g_assert_cmpint (pull_target (one, cursors, VILLAGE), ==, 3300);
  g_free (centre_admin (centre, NULL, "target", "--village", VILLAGE, "--clear", NULL));
  g_assert_cmpint (pull_target (one, cursors, VILLAGE), ==, 0);
  centre_check (centre);
}

static void
test_lists (void)
{
  static const char good[] = "\xef\xbb\xbfresidents,village,families,source,date\r\n3200,35.22.28.2001,1100,\"DKB, semester I\",30-06-2026\r\n\r\n2000,35.22.28.2002,,,\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) targets = pamong_targets_parse (good, strlen (good), "35.22", &error);
  const PamongTarget *first;

  g_assert_no_error (error);
  g_assert_cmpuint (targets->len, ==, 2);
  first = targets->pdata[0];
  g_assert_cmpstr (first->village, ==, VILLAGE);
  g_assert_cmpint (first->residents, ==, 3200);
  g_assert_cmpint (first->families, ==, 1100);
  g_assert_cmpstr (first->source, ==, "DKB, semester I");
  g_assert_cmpstr (first->date, ==, "2026-06-30");
  g_assert_null (((PamongTarget *) targets->pdata[1])->source);
}

/* Each names its line and what to do. */
static void
test_faulty_lists (void)
{
  static const struct { const char *text, *line, *word; } lists[] = {
    { "", "no list", "CSV" },
    { "\xff\xfe", "no list", "UTF-8" },
    { "village;residents\n35.22.28.2001;3200\n", "Line 1", "commas" },
    { "village\n35.22.28.2001\n", "Line 1", "“residents” is missing" },
    { "village,residents,village\n", "Line 1", "“village”" },
    { "village,residents\n35.22.28.2001,3200\n35.22.28.2999,10\n", "Line 3", "no village" },
    { "village,residents\n35.22.28,10\n", "Line 2", "no village" },
    { "village,residents\n33.01.01.2001,10\n", "Line 2", "no village" },
    { "village,residents\n\n35.22.28.2001,3.200\n", "Line 3", "without dots" },
    { "village,residents\n35.22.28.2001,0\n", "Line 2", "from 1" },
    { "village,residents\n35.22.28.2001,-5\n", "Line 2", "from 1" },
    { "village,residents\n35.22.28.2001,\n", "Line 2", "from 1" },
    { "village,residents,families\n35.22.28.2001,1100,3200\n", "Line 2", "exchanged" },
    { "village,residents,date\n35.22.28.2001,1100,31-02-2026\n", "Line 2", "no date" },
    { "village,residents,source\n35.22.28.2001,1100,\"DKB\n35.22.28.2002,1100,x\n", "Line 2", "quotation" },
    { "village,residents\n35.22.28.2001,1100\n35.22.28.2001,1200\n", "Line 3", "earlier line" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (pamong_targets_parse (lists[i].text, strlen (lists[i].text), "35.22", &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, lists[i].line));
      g_assert_nonnull (strstr (error->message, lists[i].word));
    }
}

/* One bad line among good ones: nothing at all is saved, and the command says so by its exit. */
static void
test_all_or_none (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autofree char *path = g_build_filename (centre->dir, "daftar.csv", NULL);
  g_autofree char *before = NULL, *after = NULL, *listed = NULL;
  int code;

  before = centre_admin (centre, NULL, "target", "--json", NULL);
  g_assert_cmpstr (before, ==, "[]\n");
  g_assert_true (g_file_set_contents (path, "village,residents\n35.22.28.2001,3200\n35.22.28.2002,banyak\n", -1, NULL));
  g_free (centre_admin (centre, &code, "target", "--file", path, NULL));
  g_assert_cmpint (code, ==, 1);
  after = centre_admin (centre, NULL, "target", "--json", NULL);
  g_assert_cmpstr (after, ==, before);
  g_free (centre_admin (centre, &code, "target", "--residents", "10", NULL));
  g_assert_cmpint (code, ==, 1);
  g_assert_true (g_file_set_contents (path, "village,residents\n35.22.28.2001,3200\n35.22.28.2002,2000\n", -1, NULL));
  g_free (centre_admin (centre, NULL, "target", "--file", path, NULL));
  listed = centre_admin (centre, NULL, "target", "--json", NULL);
  g_assert_cmpstr (listed, ==, "[{\"village\":\"35.22.28.2001\",\"residents\":3200},{\"village\":\"35.22.28.2002\",\"residents\":2000}]\n");
  g_remove (path);
  centre_check (centre);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/target/who-may-see", test_who_may_see);
  g_test_add_func ("/target/only-the-target-is-news", test_only_the_target_is_news);
  g_test_add_func ("/target/lists", test_lists);
  g_test_add_func ("/target/faulty-lists", test_faulty_lists);
  g_test_add_func ("/target/all-or-none", test_all_or_none);
  return g_test_run ();
}
