/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include <sqlite3.h>
#include <string.h>

/* A ledger of the first release knew neither who stands on a card nor what happened to whom. Opened today it says what it would say had all come today. */

#define T 1790000000

static void
run_sql (Centre *centre, const char *sql)
{
  g_autofree char *path = g_build_filename (centre->dir, "ledger.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Returns: (transfer full): every row of @sql, a line each. */
static char *
read_sql (Centre *centre, const char *sql)
{
  g_autofree char *path = g_build_filename (centre->dir, "ledger.db", NULL);
  GString *text = g_string_new (NULL);
  sqlite3 *db;
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      g_string_append_printf (text, "%s%c", (const char *) sqlite3_column_text (stmt, i), i + 1 < sqlite3_column_count (stmt) ? ' ' : '\n');
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

static char *
read_findings (Centre *centre)
{
  return read_sql (centre, "SELECT uid, rule FROM finding ORDER BY uid, rule");
}

static PamongFamilyCard *
push_card (Computer *computer, GRand *rand, guint n, gint64 second_shdk)
{
  PamongFamilyCard *card = people_family (rand, VILLAGE, n);
  GPtrArray *changes = people_changes ();

  if (second_shdk != 0)
    pamong_record_set_int (card->members->pdata[1], PAMONG_RESIDENT_SHDK, second_shdk);
  people_register (changes, card, computer_actor (computer), T);
  pamong_push_answer_free (computer_push (computer, changes));
  return card;
}

static void
push_death (Computer *computer, const char *resident_uid)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, VILLAGE);
  g_autoptr (PamongResult) result = NULL;

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, PAMONG_EVENT_DEATH);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, "2026-03-01");
  result = computer_push_one (computer, people_insert (event, computer_actor (computer), "event", T));
  g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
}

/* Somebody on no card, of whom something is to be said. */
static void
push_single (Computer *computer, GRand *rand)
{
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 1);
  PamongRecord *person = card->members->pdata[0];
  g_autoptr (PamongResult) result = NULL;

  pamong_record_clear (person, PAMONG_RESIDENT_FAMILY_UID);
  pamong_record_clear (person, PAMONG_RESIDENT_MOTHER_NAME);
  result = computer_push_one (computer, people_insert (person, computer_actor (computer), "resident.add", T));
  g_assert_nonnull (result->warnings);
}

/* What 002 brought, taken away again, and what the first release said of cards: nothing. */
static void
make_first (Centre *centre)
{
  run_sql (centre, "DROP INDEX record_family; ALTER TABLE record DROP COLUMN family; UPDATE record SET link = NULL WHERE kind = 'event';"
                   " DELETE FROM finding; DELETE FROM meta WHERE key = 'findings';"
                   " ALTER TABLE device DROP COLUMN copy; ALTER TABLE device DROP COLUMN base; ALTER TABLE device DROP COLUMN forked;"
                   " ALTER TABLE device DROP COLUMN released; DROP INDEX device_ordinal; ALTER TABLE device DROP COLUMN ordinal; PRAGMA user_version = 1;");
}

static void
test_cards (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongFamilyCard) good = push_card (one, rand, 3, 0), two_heads = push_card (one, rand, 3, PAMONG_SHDK_HEAD), headless = push_card (one, rand, 2, 0);
  g_autofree char *before = NULL, *after = NULL, *again = NULL, *records = NULL, *records_after = NULL;
  g_autoptr (PamongResult) result = NULL;

  push_death (one, ((PamongRecord *) headless->members->pdata[0])->uid);
  push_single (one, rand);
  before = read_findings (centre);
  g_assert_null (strstr (before, good->family->uid));
  g_assert_nonnull (strstr (before, two_heads->family->uid));
  g_assert_nonnull (strstr (before, headless->family->uid));
  records = read_sql (centre, "SELECT uid, version, num, data, last_device, family, link FROM record ORDER BY uid");
  centre_stop (centre);
  make_first (centre);

  centre_start (centre);
  after = read_findings (centre);
  g_assert_cmpstr (after, ==, before);
  records_after = read_sql (centre, "SELECT uid, version, num, data, last_device, family, link FROM record ORDER BY uid");
  g_assert_cmpstr (records_after, ==, records);
  centre_check (centre);

  /* What comes later is judged by it: the second head steps back. */
  {
    PamongRecord *second = two_heads->members->pdata[1];

    second->version = 1;
    result = computer_push_one (one, people_update (second, PAMONG_RESIDENT_SHDK, "3", computer_actor (one), T));
    g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
  }
  again = read_findings (centre);
  g_assert_null (strstr (again, two_heads->family->uid));
}

/* Judged once: a ledger of today is not gone through at every start. */
static void
test_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongFamilyCard) two_heads = push_card (one, rand, 3, PAMONG_SHDK_HEAD);
  g_autofree char *after = NULL;

  centre_stop (centre);
  run_sql (centre, "DELETE FROM finding");
  centre_start (centre);
  after = read_findings (centre);
  g_assert_cmpstr (after, ==, "");
  g_assert_nonnull (two_heads);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/old-ledger/cards", test_cards);
  g_test_add_func ("/old-ledger/once", test_once);
  return g_test_run ();
}
