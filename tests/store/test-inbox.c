/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static void
test_plain (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) family = fixture_family ("3522280101200001");
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", family->uid);
  g_autofree char *history = NULL;

  resident->version = 3;
  resident->extra = g_strdup ("{\"later\":\"kept\"}");
  fixture_page (store, resident);
  family->version = 1;
  fixture_page (store, family); /* the family may come after its members */
  g_assert_cmpint (fixture_count (store, "SELECT kk_number = '3522280101200001' FROM resident_list"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT extra = '{\"later\":\"kept\"}' FROM resident"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change"), ==, 0);

  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SARI DEWI");
  resident->version = 4;
  fixture_page (store, resident);
  fixture_page (store, resident); /* twice is once */
  history = fixture_text (store, "SELECT group_concat (actor_name || ' ' || op || ' ' || act || ' ' || t || ' ' || \"set\") FROM history WHERE op = 'update'");
  g_assert_cmpstr (history, ==, "Bu Camat update resident.correct 1790000000 {\"name\":[\"SARI\",\"SARI DEWI\"]}");

  /* Late post. */
  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SARI");
  resident->version = 3;
  fixture_page (store, resident);
  g_assert_cmpint (fixture_count (store, "SELECT name = 'SARI DEWI' AND version = 4 FROM resident"), ==, 1);
  fixture_check (store);
  fixture_free (store);
}

static void
test_under_pending (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongRecord) row = NULL;
  g_autofree char *base = NULL;

  fixture_put (store, resident, NULL);
  fixture_answer (store, 1, 1, PAMONG_OUTCOME_APPLIED, 0);
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NAME, "SARI DEWI");

  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SARI WATI");
  pamong_record_set_text (resident, PAMONG_RESIDENT_PHONE, "0812");
  pamong_record_set_real (resident, PAMONG_RESIDENT_LAT, -7.0 / 3); /* more digits than a change can hold */
  resident->version = 2;
  fixture_page (store, resident);
  row = fixture_get (store, PAMONG_KIND_RESIDENT, resident->uid);
  g_assert_cmpstr (pamong_record_text (row, PAMONG_RESIDENT_NAME), ==, "SARI DEWI");
  g_assert_cmpstr (pamong_record_text (row, PAMONG_RESIDENT_PHONE), ==, "0812");
  g_assert_cmpint (row->version, ==, 2);
  base = fixture_text (store, "SELECT json_extract (data, '$.name') FROM base WHERE version = 2");
  g_assert_cmpstr (base, ==, "SARI WATI");
  fixture_check (store);
  fixture_free (store);
}

/* Two computers made the same record (areas have derived uids): the insert here is still waiting. */
static void
test_under_insert (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) area = pamong_record_new (PAMONG_KIND_AREA, FIXTURE_AREA);

  pamong_record_set_text (area, PAMONG_AREA_DUSUN, "KRAJAN");
  fixture_put (store, area, NULL);
  area->version = 1;
  fixture_page (store, area);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM base WHERE version = 1"), ==, 1);
  fixture_check (store);
  fixture_answer (store, 1, 1, PAMONG_OUTCOME_NOOP, 1);
  g_assert_cmpint (fixture_count (store, "SELECT version FROM area"), ==, 1);
  fixture_check (store);
  fixture_free (store);
}

static void
test_server_owned (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongRecord) conflict = pamong_record_new (PAMONG_KIND_CONFLICT, FIXTURE_AREA);

  fixture_put (store, resident, NULL);
  conflict->version = 1;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, resident->uid);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, "name");
  fixture_page (store, conflict);
  g_assert_cmpint (fixture_count (store, "SELECT marks & 2 FROM resident_list"), ==, 2);
  conflict->version = 2;
  pamong_record_set_int (conflict, PAMONG_CONFLICT_CLOSED, 1);
  fixture_page (store, conflict);
  g_assert_cmpint (fixture_count (store, "SELECT marks & 2 FROM resident_list"), ==, 0);
  fixture_check (store);
  fixture_free (store);
}

static void
test_cursor (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongPullRequest) request = NULL;
  g_autoptr (PamongPullAnswer) page = g_new0 (PamongPullAnswer, 1);
  g_autoptr (GPtrArray) uids = NULL;
  PamongWrite *write;

  g_assert_null (pamong_inbox_request (store, &error));
  fixture_enrol (store);
  resident->version = 1;
  fixture_page (store, resident);
  request = pamong_inbox_request (store, &error);
  g_assert_cmpuint (request->areas->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (request->cursors, 0), ==, "1.17");
  g_assert_cmpstr (g_ptr_array_index (request->cursors, 1), ==, "");
  g_assert_false (pamong_inbox_complete (store));

  /* A page that cannot be applied moves no cursor. */
  page->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_feed_row_free);
  page->areas = g_ptr_array_new_with_free_func (g_free);
  page->cursors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (page->areas, g_strdup ("35.22"));
  g_ptr_array_add (page->cursors, g_strdup ("1.20"));
  write = pamong_write_begin_apply (store, &error);
  g_assert_true (pamong_inbox_apply (write, page, &uids, &error));
  g_assert_cmpuint (uids->len, ==, 0);
  pamong_write_rollback (write);
  g_assert_false (pamong_inbox_complete (store));
  write = pamong_write_begin_apply (store, &error);
  g_assert_true (pamong_inbox_apply (write, page, NULL, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_true (pamong_inbox_complete (store));
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inbox/plain", test_plain);
  g_test_add_func ("/inbox/under-pending", test_under_pending);
  g_test_add_func ("/inbox/under-insert", test_under_insert);
  g_test_add_func ("/inbox/server-owned", test_server_owned);
  g_test_add_func ("/inbox/cursor", test_cursor);
  return g_test_run ();
}
