/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/uid.h"
#include <sqlite3.h>
#include <string.h>

/* What the centre makes of changes: once, in order, whole acts, merged by group, nothing lost. */

#define T 1790000000

static PamongRecord *
a_resident (GRand *rand)
{
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 1);
  PamongRecord *person = g_ptr_array_steal_index (card->members, 0);

  pamong_record_clear (person, PAMONG_RESIDENT_FAMILY_UID);
  return person;
}

static PamongChange *
edit (const Computer *computer, const PamongRecord *seen, int field, const char *text)
{
  g_autoptr (PamongRecord) copy = pamong_record_copy (seen);

  return people_update (copy, field, text, computer_actor (computer), T);
}

/* A resident whom nobody has seen before. */
static PamongChange *
stranger (GRand *rand, const char *actor)
{
  g_autoptr (PamongRecord) person = a_resident (rand);

  return people_insert (person, actor, "resident.add", T);
}

static void
expect (PamongResult *result, PamongOutcome outcome, gint64 version)
{
  g_autoptr (PamongResult) owned = result;

  g_assert_cmpstr (pamong_outcome_name (owned->outcome), ==, pamong_outcome_name (outcome));
  g_assert_cmpint (owned->version, ==, version);
}

static void
expect_rejected (PamongResult *result, PamongReason reason)
{
  g_autoptr (PamongResult) owned = result;

  g_assert_cmpstr (pamong_outcome_name (owned->outcome), ==, "rejected");
  g_assert_cmpstr (pamong_reason_key (owned->reason), ==, pamong_reason_key (reason));
}

/* The record as the kecamatan sees it. */
static PamongRecord *
look_up (Computer *reader, const char *uid)
{
  g_autoptr (GHashTable) cursors = computer_cursors (reader);
  g_autoptr (GHashTable) rows = computer_pull (reader, cursors, 1000);
  PamongFeedRow *row = g_hash_table_lookup (rows, uid);

  return row ? pamong_record_copy (row->record) : NULL;
}

static void
test_family_arrives_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) village = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 4);
  g_autoptr (PamongPushRequest) request = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (Answer) first = NULL;
  GPtrArray *changes = people_changes ();

  people_register (changes, card, computer_actor (village), T);
  request = people_push (changes, village->id, 2);
  body = pamong_push_request_format (request);
  first = computer_send (village, "/v1/push", body);
  g_assert_cmpint (first->status, ==, 200);
  for (int i = 0; i < 3; i++) /* the answer was lost, the client asks again */
    {
      g_autoptr (Answer) again = computer_send (village, "/v1/push", body);
      g_autoptr (PamongPushAnswer) a = pamong_push_answer_parse (first->body, NULL);
      g_autoptr (PamongPushAnswer) b = pamong_push_answer_parse (again->body, NULL);

      g_assert_cmpint (again->status, ==, 200);
      g_assert_cmpint (a->high, ==, b->high);
      g_assert_cmpuint (a->results->len, ==, b->results->len);
      for (guint j = 0; j < a->results->len; j++)
        {
          g_autofree char *x = pamong_result_to_json (a->results->pdata[j]);
          g_autofree char *y = pamong_result_to_json (b->results->pdata[j]);
          g_assert_cmpstr (x, ==, y);
        }
    }
  for (guint i = 0; i < 4; i++)
    {
      const PamongRecord *sent = g_ptr_array_index (card->members, i);
      g_autoptr (PamongRecord) seen = look_up (district, sent->uid);

      g_assert_nonnull (seen);
      g_assert_cmpint (seen->version, ==, 1);
      for (int field = 0; field < PAMONG_RESIDENT_N_FIELDS; field++)
        g_assert_false (pamong_record_differs (sent, seen, field));
    }
  centre_check (centre);
}

static void
test_two_fields_both_survive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongRecord) person = a_resident (rand);
  g_autoptr (PamongRecord) seen = NULL;

  expect (computer_push_one (one, people_insert (person, computer_actor (one), "resident.add", T)), PAMONG_OUTCOME_APPLIED, 0);
  person->version = 1;
  expect (computer_push_one (one, edit (one, person, PAMONG_RESIDENT_PHONE, "0811")), PAMONG_OUTCOME_APPLIED, 0);
  expect (computer_push_one (two, edit (two, person, PAMONG_RESIDENT_NAME, "SITI AMINAH")), PAMONG_OUTCOME_MERGED, 3);
  seen = look_up (one, person->uid);
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_RESIDENT_PHONE), ==, "0811");
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_RESIDENT_NAME), ==, "SITI AMINAH");
  expect (computer_push_one (two, edit (two, person, PAMONG_RESIDENT_PHONE, "0811")), PAMONG_OUTCOME_NOOP, 3);
  centre_check (centre);
}

static void
test_chain_of_one_computer (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongRecord) person = a_resident (rand);
  g_autoptr (PamongPushAnswer) answer = NULL;
  GPtrArray *changes = changes_one (people_insert (person, computer_actor (one), "resident.add", T));

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *phone = g_strdup_printf ("08%d", i);

      g_ptr_array_add (changes, people_update (person, PAMONG_RESIDENT_PHONE, phone, computer_actor (one), T + i));
    }
  answer = computer_push (one, changes);
  g_assert_cmpuint (answer->results->len, ==, 1);
  g_assert_cmpint (((PamongResult *) answer->results->pdata[0])->to, ==, 7);
  person->version = 6;
  expect (computer_push_one (one, edit (one, person, PAMONG_RESIDENT_PHONE, "09")), PAMONG_OUTCOME_APPLIED, 0);
}

static void
test_conflict_chain_and_resolve (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongRecord) person = a_resident (rand);
  g_autoptr (PamongRecord) seen = NULL;
  g_autoptr (PamongRecord) conflict = NULL;
  g_autoptr (PamongResult) clash = NULL;
  g_autofree char *other = NULL;
  g_autofree char *listed = NULL;
  PamongChange *resolve;

  expect (computer_push_one (one, people_insert (person, computer_actor (one), "resident.add", T)), PAMONG_OUTCOME_APPLIED, 0);
  person->version = 1;
  expect (computer_push_one (one, edit (one, person, PAMONG_RESIDENT_NAME, "BUDI")), PAMONG_OUTCOME_APPLIED, 0);
  clash = computer_push_one (two, edit (two, person, PAMONG_RESIDENT_NAME, "BUDIONO"));
  g_assert_cmpint (clash->outcome, ==, PAMONG_OUTCOME_CONFLICT);
  g_assert_cmpint (clash->version, ==, 3);
  g_assert_cmpuint (clash->conflicts->len, ==, 1);
  g_clear_pointer (&clash, pamong_result_free);
  clash = computer_push_one (two, edit (two, person, PAMONG_RESIDENT_NAME, "BUDIMAN"));
  conflict = pamong_record_copy (clash->conflicts->pdata[0]);
  g_assert_cmpint (conflict->version, ==, 2);
  g_assert_cmpstr (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT), ==, "{\"name\":\"BUDI\"}");
  g_assert_cmpstr (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT_BY), ==, "RATNA");
  other = g_strdup_printf ("[{\"values\":{\"name\":\"BUDIONO\"},\"by\":\"RATNA\",\"t\":%d},{\"values\":{\"name\":\"BUDIMAN\"},\"by\":\"RATNA\",\"t\":%d}]", T, T);
  g_assert_cmpstr (pamong_record_text (conflict, PAMONG_CONFLICT_OTHER), ==, other);
  seen = look_up (two, person->uid);
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_RESIDENT_NAME), ==, "BUDI");
  listed = centre_admin (centre, NULL, "conflicts", "--json", NULL);
  g_assert_nonnull (strstr (listed, conflict->uid));

  resolve = edit (one, person, PAMONG_RESIDENT_NAME, "BUDIMAN"); /* saw the value of long ago: stale */
  resolve->op = PAMONG_OP_RESOLVE;
  g_clear_pointer (&clash, pamong_result_free);
  clash = computer_push_one (one, resolve);
  g_assert_cmpint (clash->outcome, ==, PAMONG_OUTCOME_CONFLICT);
  resolve = edit (one, seen, PAMONG_RESIDENT_NAME, "BUDIMAN");
  resolve->op = PAMONG_OP_RESOLVE;
  expect (computer_push_one (one, resolve), PAMONG_OUTCOME_APPLIED, 0);
  g_clear_pointer (&conflict, pamong_record_free);
  conflict = look_up (two, ((PamongRecord *) clash->conflicts->pdata[0])->uid);
  g_assert_cmpint (pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED), ==, 1);
  centre_check (centre);
}

/* Half of one address and half of another are nobody's address. */
static void
test_group_stays_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 0);
  g_autoptr (PamongResult) clash = NULL;

  expect (computer_push_one (one, people_insert (card->family, computer_actor (one), "family.register", T)), PAMONG_OUTCOME_APPLIED, 0);
  card->family->version = 1;
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "001");
  expect (computer_push_one (one, edit (one, card->family, PAMONG_FAMILY_DUSUN, "SEMBUNG")), PAMONG_OUTCOME_APPLIED, 0);
  clash = computer_push_one (two, edit (two, card->family, PAMONG_FAMILY_ADDRESS, "JL. BARU"));
  g_assert_cmpint (clash->outcome, ==, PAMONG_OUTCOME_CONFLICT);
  g_assert_cmpstr (pamong_record_text (clash->conflicts->pdata[0], PAMONG_CONFLICT_FIELD), ==, "address");
}

/* One bad change at each place of a batch: the others go through. */
static void
test_poison_at_each_place (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);

  for (guint bad = 0; bad < 10; bad++)
    {
      GPtrArray *changes = people_changes ();
      g_autoptr (PamongPushAnswer) answer = NULL;
      guint applied = 0, rejected = 0;

      for (guint i = 0; i < 10; i++)
        {
          g_autoptr (PamongRecord) person = a_resident (rand);
          PamongChange *change = people_insert (person, computer_actor (one), "resident.add", T);

          if (i == bad)
            change->raw = g_strdup_printf ("{\"kind\":\"spaceship\",\"uid\":\"%s\",\"set\":{},\"actor\":\"%s\",\"act\":\"x\",\"t\":1}", person->uid, computer_actor (one));
          g_ptr_array_add (changes, change);
        }
      answer = computer_push (one, changes);
      for (guint i = 0; i < answer->results->len; i++)
        {
          const PamongResult *result = answer->results->pdata[i];

          if (result->outcome == PAMONG_OUTCOME_APPLIED)
            applied += (guint) (result->to - result->from + 1);
          else
            rejected += result->outcome == PAMONG_OUTCOME_REJECTED && result->reason == PAMONG_REASON_UNKNOWN_KIND;
        }
      g_assert_cmpuint (applied, ==, 9);
      g_assert_cmpuint (rejected, ==, 1);
    }
  centre_check (centre);
}

/* A bad change takes its act with it, and later changes on its records hang on it. */
static void
test_act_is_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE); /* one is not sent its own rows */
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 4);
  g_autoptr (PamongPushAnswer) answer = NULL;
  g_autoptr (PamongResult) dependent = NULL;
  g_autoptr (PamongRecord) seen = NULL;
  GPtrArray *changes = people_changes ();

  people_register (changes, card, computer_actor (one), T);
  ((PamongChange *) changes->pdata[4])->area = g_strdup (NEIGHBOUR);
  answer = computer_push (one, changes);
  g_assert_cmpuint (answer->results->len, ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      const PamongResult *result = answer->results->pdata[i];

      g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_REJECTED);
      g_assert_cmpint (result->reason, ==, i == 4 ? PAMONG_REASON_NOT_YOUR_AREA : PAMONG_REASON_ACT_BROKEN);
    }
  seen = look_up (two, card->family->uid);
  g_assert_null (seen);
  dependent = computer_push_one (one, edit (one, card->family, PAMONG_FAMILY_POSTCODE, "62171"));
  g_assert_cmpint (dependent->outcome, ==, PAMONG_OUTCOME_DEPENDENT);
  g_assert_cmpint (dependent->on, ==, 2);
  centre_check (centre);
}

static void
test_scope (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) village = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) neighbour = computer_enrolled (centre, "village", NEIGHBOUR);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (PamongRecord) person = a_resident (rand);
  g_autoptr (PamongRecord) unknown = a_resident (rand);
  g_autoptr (PamongRecord) place = pamong_record_new (PAMONG_KIND_PLACE, VILLAGE);

  expect (computer_push_one (village, people_insert (person, computer_actor (village), "resident.add", T)), PAMONG_OUTCOME_APPLIED, 0);
  expect_rejected (computer_push_one (neighbour, edit (neighbour, person, PAMONG_RESIDENT_PHONE, "08")), PAMONG_REASON_NOT_YOUR_AREA);
  expect_rejected (computer_push_one (neighbour, stranger (rand, "AAAAAAAAAAAAAAAAAAAAAA")), PAMONG_REASON_ACTOR);
  expect_rejected (computer_push_one (neighbour, stranger (rand, computer_actor (village))), PAMONG_REASON_ACTOR);
  expect_rejected (computer_push_one (district, stranger (rand, computer_actor (district))), PAMONG_REASON_LEVEL);
  place->uid = pamong_uid_new ();
  expect_rejected (computer_push_one (village, people_insert (place, computer_actor (village), "x", T)), PAMONG_REASON_LEVEL);
  expect_rejected (computer_push_one (village, edit (village, unknown, PAMONG_RESIDENT_PHONE, "08")), PAMONG_REASON_NO_SUCH_RECORD);
  centre_check (centre);
}

static void
test_gap_fork_epoch (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  struct { gint64 from, epoch; const char *word; } cases[] = { { 3, 1, "gap" }, { 1, 1, "fork" }, { 2, 2, "epoch" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PamongPushRequest) request = people_push (changes_one (stranger (rand, computer_actor (one))), one->id, cases[i].from);
      g_autoptr (GBytes) body = NULL;
      g_autoptr (Answer) answer = NULL;
      g_autofree char *word = NULL;
      g_autoptr (PamongErrorAnswer) message = NULL;

      request->epoch = cases[i].epoch;
      body = pamong_push_request_format (request);
      answer = computer_send (one, "/v1/push", body);
      word = answer_word (answer);
      g_assert_cmpint (answer->status, ==, 409);
      g_assert_cmpstr (word, ==, cases[i].word);
      message = pamong_error_answer_parse (answer->body, NULL);
      g_assert_cmpint (message->expected, ==, i == 0 ? 2 : 0);
    }
  centre_check (centre);
}

/* Two computers agree on an area record, and keys of a newer program are kept and given back. */
static void
test_same_insert_and_unknown_keys (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongRecord) area = pamong_record_new (PAMONG_KIND_AREA, VILLAGE);
  g_autoptr (PamongRecord) seen = NULL;
  PamongChange *change;
  PamongDelta *delta;

  pamong_record_set_text (area, PAMONG_AREA_DUSUN, "KRAJAN");
  expect (computer_push_one (one, people_insert (area, computer_actor (one), "area.add", T)), PAMONG_OUTCOME_APPLIED, 0);
  expect (computer_push_one (two, people_insert (area, computer_actor (two), "area.add", T)), PAMONG_OUTCOME_NOOP, 1);
  area->version = 1;
  change = edit (two, area, PAMONG_AREA_RT, "1");
  delta = pamong_delta_new (PAMONG_KIND_AREA, "head_of_rt");
  delta->new_value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = g_strdup ("{\"name\":\"SLAMET\"}") } };
  g_ptr_array_add (change->set, delta);
  expect (computer_push_one (two, change), PAMONG_OUTCOME_APPLIED, 0);
  seen = look_up (one, area->uid);
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_AREA_RT), ==, "001");
  g_assert_cmpstr (seen->extra, ==, "{\"head_of_rt\":{\"name\":\"SLAMET\"}}");
}

static gpointer
send_double (gpointer data)
{
  gpointer *args = data;

  return computer_send (args[0], "/v1/push", args[1]);
}

static void
test_double_at_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 4);
  g_autoptr (PamongPushRequest) request = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (PamongRecord) seen = NULL;
  GPtrArray *changes = people_changes ();
  gpointer args[2];
  GThread *threads[6];

  people_register (changes, card, computer_actor (one), T);
  request = people_push (changes, one->id, 2);
  body = pamong_push_request_format (request);
  args[0] = one;
  args[1] = body;
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("double", send_double, args);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (Answer) answer = g_thread_join (threads[i]);
      g_autoptr (PamongPushAnswer) message = pamong_push_answer_parse (answer->body, NULL);

      g_assert_cmpint (answer->status, ==, 200);
      g_assert_cmpint (message->high, ==, 11);
    }
  centre_check (centre);
}

/* Two people with one NIK are both kept; the rules say so to whom sends the second. */
static void
test_double_nik_is_kept_and_told (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongRecord) first = a_resident (rand);
  g_autoptr (PamongRecord) second = a_resident (rand);
  g_autoptr (PamongResult) result = NULL;

  pamong_record_set_text (second, PAMONG_RESIDENT_NIK, pamong_record_text (first, PAMONG_RESIDENT_NIK));
  pamong_result_free (computer_push_one (one, people_insert (first, computer_actor (one), "resident.add", T)));
  result = computer_push_one (one, people_insert (second, computer_actor (one), "resident.add", T));
  g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
  g_assert_nonnull (result->warnings);
}

static gboolean
is_told (const PamongResult *result, const char *rule)
{
  return result->warnings != NULL && g_strv_contains ((const char *const *) result->warnings, rule);
}

/* What the centre keeps of @uid. */
static gboolean
is_kept (Centre *centre, const char *uid, const char *rule)
{
  g_autofree char *path = g_build_filename (centre->dir, "ledger.db", NULL);
  sqlite3 *db;
  sqlite3_stmt *stmt;
  gboolean kept;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count(*) FROM finding WHERE uid = ?1 AND rule = ?2", -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (stmt, 1, uid, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, rule, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  kept = sqlite3_column_int (stmt, 0) > 0;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return kept;
}

static void
push_event (Computer *computer, PamongEventType type, const char *resident_uid, const char *cancels, char **uid)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, VILLAGE);
  g_autoptr (PamongResult) result = NULL;

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, "2026-03-01");
  pamong_record_set_text (event, PAMONG_EVENT_CANCELS, cancels);
  result = computer_push_one (computer, people_insert (event, computer_actor (computer), "event", T));
  g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
  if (uid != NULL)
    *uid = g_strdup (event->uid);
}

/* The rules of the whole card run here too: two heads, and no head once the head has died; and a number of somebody who died is not taken twice. */
static void
test_cards_are_looked_at_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 3);
  PamongRecord *head = card->members->pdata[0], *wife = card->members->pdata[1];
  g_autoptr (PamongRecord) heir = a_resident (rand);
  g_autoptr (PamongResult) result = NULL;
  g_autofree char *death = NULL;

  pamong_result_free (computer_push_one (one, people_insert (card->family, computer_actor (one), "family.register", T)));
  for (guint i = 0; i < card->members->len; i++)
    pamong_result_free (computer_push_one (one, people_insert (card->members->pdata[i], computer_actor (one), "family.register", T)));
  g_assert_false (is_kept (centre, card->family->uid, "head-count"));
  wife->version = 1;
  result = computer_push_one (one, people_update (wife, PAMONG_RESIDENT_SHDK, "1", computer_actor (one), T));
  g_assert_true (is_kept (centre, card->family->uid, "head-count"));
  wife->version = 2;
  pamong_result_free (computer_push_one (one, people_update (wife, PAMONG_RESIDENT_SHDK, "3", computer_actor (one), T)));
  g_assert_false (is_kept (centre, card->family->uid, "head-count"));

  push_event (one, PAMONG_EVENT_DEATH, head->uid, NULL, &death);
  g_assert_true (is_kept (centre, card->family->uid, "head-count"));
  pamong_record_set_text (heir, PAMONG_RESIDENT_NIK, pamong_record_text (head, PAMONG_RESIDENT_NIK));
  g_clear_pointer (&result, pamong_result_free);
  result = computer_push_one (one, people_insert (heir, computer_actor (one), "resident.add", T));
  g_assert_false (is_told (result, "nik-taken"));
  push_event (one, PAMONG_EVENT_CANCEL, head->uid, death, NULL);
  g_assert_false (is_kept (centre, card->family->uid, "head-count"));
  heir->version = 1;
  g_clear_pointer (&result, pamong_result_free);
  result = computer_push_one (one, people_update (heir, PAMONG_RESIDENT_PHONE, "0812", computer_actor (one), T));
  g_assert_true (is_told (result, "nik-taken"));
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/push/cards", test_cards_are_looked_at_whole);
  g_test_add_func ("/push/family-arrives-once", test_family_arrives_once);
  g_test_add_func ("/push/two-fields-both-survive", test_two_fields_both_survive);
  g_test_add_func ("/push/chain", test_chain_of_one_computer);
  g_test_add_func ("/push/conflict", test_conflict_chain_and_resolve);
  g_test_add_func ("/push/group-stays-whole", test_group_stays_whole);
  g_test_add_func ("/push/poison", test_poison_at_each_place);
  g_test_add_func ("/push/act-is-whole", test_act_is_whole);
  g_test_add_func ("/push/scope", test_scope);
  g_test_add_func ("/push/gap-fork-epoch", test_gap_fork_epoch);
  g_test_add_func ("/push/same-insert", test_same_insert_and_unknown_keys);
  g_test_add_func ("/push/double", test_double_at_once);
  g_test_add_func ("/push/double-nik", test_double_nik_is_kept_and_told);
  return g_test_run ();
}
