/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"

/* Which computer of its village somebody is, and that everybody learns who may sign. */

static gint64
enrol_desk (Centre *centre, Computer *computer, const char *area)
{
  g_autofree char *code = centre_code (centre, "village", area);
  g_autoptr (Answer) answer = computer_enrol (computer, code);
  g_autoptr (PamongEnrolAnswer) message = pamong_enrol_answer_parse (answer->body, NULL);

  g_assert_cmpint (answer->status, ==, 200);
  return message->desk;
}

static gint64
hello_desk (Computer *computer)
{
  PamongHelloRequest hello = { 1, 0, 0, 0, PAMONG_PROTO, PAMONG_SCHEMA, (char *) "0.1.0" };
  g_autoptr (GBytes) body = pamong_hello_request_format (&hello);
  g_autoptr (Answer) answer = computer_send (computer, "/v1/hello", body);
  g_autoptr (PamongHelloAnswer) message = pamong_hello_answer_parse (answer->body, NULL);

  g_assert_cmpint (answer->status, ==, 200);
  return message->desk;
}

static void
test_ordinals (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_new (centre, "village", VILLAGE), two = computer_new (centre, "village", VILLAGE), three = computer_new (centre, "village", VILLAGE);
  g_autoptr (Computer) neighbour = computer_new (centre, "village", NEIGHBOUR);

  g_assert_cmpint (enrol_desk (centre, one, VILLAGE), ==, 1);
  g_assert_cmpint (enrol_desk (centre, two, VILLAGE), ==, 2);
  g_assert_cmpint (enrol_desk (centre, neighbour, NEIGHBOUR), ==, 1);
  g_free (centre_admin (centre, NULL, "revoke", two->id, NULL));
  g_assert_cmpint (enrol_desk (centre, three, VILLAGE), ==, 3); /* a number is never given again */
  g_assert_cmpint (hello_desk (one), ==, 1);
  g_assert_cmpint (hello_desk (three), ==, 3);
  g_assert_cmpint (enrol_desk (centre, one, VILLAGE), ==, 1); /* the same computer with a new code */
}

static PamongRecord *
find_desk (GHashTable *rows, const char *public_key)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      PamongRecord *record = ((PamongFeedRow *) row)->record;

      if (record->kind == PAMONG_KIND_DESK && g_strcmp0 (pamong_record_text (record, PAMONG_DESK_PUBLIC_KEY), public_key) == 0)
        return record;
    }
  return NULL;
}

/* What everybody may read: the regency's. */
static GHashTable *
regency_cursors (void)
{
  GHashTable *cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (cursors, g_strdup ("35.22"), g_strdup (""));
  return cursors;
}

static void
test_keys (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) village = computer_enrolled (centre, "village", VILLAGE), neighbour = computer_enrolled (centre, "village", NEIGHBOUR);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (GHashTable) at_district = regency_cursors (), at_neighbour = regency_cursors ();
  g_autoptr (GHashTable) first = computer_pull (district, at_district, 1000), other = computer_pull (neighbour, at_neighbour, 1000), later = NULL;
  PamongRecord *desk = find_desk (first, village->public_key);

  g_assert_nonnull (desk);
  g_assert_cmpstr (pamong_record_text (desk, PAMONG_DESK_VILLAGE), ==, VILLAGE);
  g_assert_cmpint (pamong_record_int (desk, PAMONG_DESK_ORDINAL), ==, 1);
  g_assert_false (pamong_record_is_set (desk, PAMONG_DESK_REVOKED));
  g_assert_nonnull (find_desk (other, village->public_key));
  g_assert_null (find_desk (first, district->public_key));
  g_free (centre_admin (centre, NULL, "revoke", village->id, NULL));
  later = computer_pull (district, at_district, 1000);
  desk = find_desk (later, village->public_key);
  g_assert_nonnull (desk);
  g_assert_true (pamong_record_is_set (desk, PAMONG_DESK_REVOKED));
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/desks/ordinals", test_ordinals);
  g_test_add_func ("/desks/keys", test_keys);
  return g_test_run ();
}
