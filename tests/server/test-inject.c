/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/uid.h"
#include "wire/conflict.h"

/* What a regency may write in its villages: it fills what is blank and takes back what it brought; what a village typed or confirmed stays. */

#define T 1790000000
#define INJECT "inject MLcvmCzISTO6Mlul04x7_A"
#define BACK "inject.undo MLcvmCzISTO6Mlul04x7_A"
#define BATCH "MLcvmCzISTO6Mlul04x7_A"

typedef struct {
  Centre *centre;
  Computer *regency, *village, *district;
  PamongRecord *typed;   /* of the village, version 1, without phone and ethnicity but with an occupation */
  PamongRecord *brought; /* by the regency, version 1; has no phone */
  PamongRecord *opening; /* of the brought one */
} Office;

/* @change is of an act of the regency in VILLAGE. */
static PamongChange *
of (PamongChange *change, const char *act)
{
  g_free (change->act);
  change->act = g_strdup (act);
  g_free (change->area);
  change->area = g_strdup (VILLAGE);
  return change;
}

static void
expect (PamongResult *result, PamongOutcome outcome)
{
  g_autoptr (PamongResult) owned = result;

  g_assert_cmpstr (pamong_outcome_name (owned->outcome), ==, pamong_outcome_name (outcome));
}

static GHashTable *new_cursors (Computer *reader);
static PamongResult *insert (Computer *computer, const PamongRecord *record, const char *act);

/* Taken, but it does not count: the village keeps what it has, and the sender is told. */
static void
expect_left_out (Computer *computer, const PamongRecord *event, const char *act)
{
  g_autoptr (GHashTable) cursors = new_cursors (computer), rows = NULL;
  PamongFeedRow *row;

  expect (insert (computer, event, act), PAMONG_OUTCOME_MERGED);
  rows = computer_pull (computer, cursors, 1000);
  row = g_hash_table_lookup (rows, event->uid);
  g_assert_nonnull (row);
  g_assert_cmpint (row->op, ==, PAMONG_OP_DELETE);
}

static void
expect_rejected (PamongResult *result, PamongReason reason)
{
  g_autoptr (PamongResult) owned = result;

  g_assert_cmpstr (pamong_outcome_name (owned->outcome), ==, "rejected");
  g_assert_cmpstr (pamong_reason_key (owned->reason), ==, pamong_reason_key (reason));
}

static PamongRecord *
new_person (GRand *rand)
{
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 1);
  PamongRecord *person = g_ptr_array_steal_index (card->members, 0);

  pamong_record_clear (person, PAMONG_RESIDENT_FAMILY_UID);
  pamong_record_clear (person, PAMONG_RESIDENT_PHONE);
  pamong_record_clear (person, PAMONG_RESIDENT_ETHNICITY);
  pamong_record_set_int (person, PAMONG_RESIDENT_OCCUPATION, 9);
  return person;
}

static PamongRecord *
new_event (PamongEventType type, const char *resident_uid, const char *cancels)
{
  PamongRecord *event = pamong_record_new (PAMONG_KIND_EVENT, VILLAGE);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, "2026-03-10");
  pamong_record_set_text (event, PAMONG_EVENT_CANCELS, cancels);
  return event;
}

static PamongResult *
insert (Computer *computer, const PamongRecord *record, const char *act)
{
  PamongChange *change = people_insert (record, computer_actor (computer), act, T);

  return computer_push_one (computer, g_str_equal (computer->level, "village") ? change : of (change, act));
}

/* An edit of what @seen shows, which stays as it is. */
static PamongResult *
edit (Computer *computer, const PamongRecord *seen, int field, const char *text, const char *act)
{
  g_autoptr (PamongRecord) copy = pamong_record_copy (seen);
  PamongChange *change = people_update (copy, field, text, computer_actor (computer), T);

  return computer_push_one (computer, act != NULL ? of (change, act) : change);
}

static Office *
office_new (guint32 seed)
{
  Office *office = g_new0 (Office, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  office->centre = centre_new ();
  office->regency = computer_enrolled (office->centre, "regency", "35.22");
  office->village = computer_enrolled (office->centre, "village", VILLAGE);
  office->district = computer_enrolled (office->centre, "district", DISTRICT);
  office->typed = new_person (rand);
  office->brought = new_person (rand);
  expect (insert (office->village, office->typed, "resident.add"), PAMONG_OUTCOME_APPLIED);
  pamong_record_set_text (office->brought, PAMONG_RESIDENT_BATCH_UID, BATCH);
  expect (insert (office->regency, office->brought, INJECT), PAMONG_OUTCOME_APPLIED);
  office->opening = new_event (PAMONG_EVENT_OPENING, office->brought->uid, NULL);
  expect (insert (office->regency, office->opening, INJECT), PAMONG_OUTCOME_APPLIED);
  office->typed->version = office->brought->version = 1;
  return office;
}

static void
office_free (Office *office)
{
  centre_check (office->centre);
  computer_free (office->regency);
  computer_free (office->village);
  computer_free (office->district);
  centre_free (office->centre);
  pamong_record_free (office->typed);
  pamong_record_free (office->brought);
  pamong_record_free (office->opening);
  g_free (office);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, office_free)

static GHashTable *
new_cursors (Computer *reader)
{
  GHashTable *cursors = computer_cursors (reader);

  g_hash_table_insert (cursors, g_strdup (VILLAGE), g_strdup (""));
  return cursors;
}

static PamongRecord *
pull_record (Computer *reader, GHashTable *cursors, const char *uid)
{
  g_autoptr (GHashTable) rows = computer_pull (reader, cursors, 1000);
  PamongFeedRow *row = g_hash_table_lookup (rows, uid);

  return row != NULL ? pamong_record_copy (row->record) : NULL;
}

/* What @reader is sent from the start; his own work is not among it. */
static PamongRecord *
look_up (Computer *reader, const char *uid)
{
  g_autoptr (GHashTable) cursors = new_cursors (reader);

  return pull_record (reader, cursors, uid);
}

static void
expect_text (Computer *reader, const char *uid, int field, const char *text)
{
  g_autoptr (PamongRecord) seen = look_up (reader, uid);

  g_assert_nonnull (seen);
  g_assert_cmpstr (pamong_record_text (seen, field), ==, text);
}

static void
test_fills (void)
{
  g_autoptr (Office) office = office_new (1);
  g_autoptr (PamongRecord) echo = NULL, seen = NULL, conflict = NULL;
  g_autofree char *clash = pamong_conflict_uid (office->typed->uid, "occupation");

  expect_text (office->village, office->brought->uid, PAMONG_RESIDENT_BATCH_UID, BATCH);
  expect_text (office->district, office->brought->uid, PAMONG_RESIDENT_BATCH_UID, BATCH);
  echo = look_up (office->regency, office->brought->uid);
  g_assert_null (echo);

  /* Blank: filled. Typed: kept, and kept beside for the village. */
  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_OUTCOME_APPLIED);
  expect_text (office->village, office->typed->uid, PAMONG_RESIDENT_PHONE, "0811");
  office->typed->version = 2;
  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_OCCUPATION, "10", INJECT), PAMONG_OUTCOME_CONFLICT);
  seen = look_up (office->village, office->typed->uid);
  g_assert_cmpint (pamong_record_int (seen, PAMONG_RESIDENT_OCCUPATION), ==, 9);
  conflict = look_up (office->village, clash);
  g_assert_nonnull (conflict);
  g_assert_cmpint (pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED), ==, 0);
  g_assert_nonnull (g_strstr_len (pamong_record_text (conflict, PAMONG_CONFLICT_OTHER), -1, "10"));
}

/* The village was offline and typed what the regency filled meanwhile: both are there. */
static void
test_typed_offline (void)
{
  g_autoptr (Office) office = office_new (2);
  g_autoptr (PamongRecord) conflict = NULL;
  g_autofree char *clash = pamong_conflict_uid (office->typed->uid, "phone");

  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_OUTCOME_APPLIED);
  expect (edit (office->village, office->typed, PAMONG_RESIDENT_PHONE, "0822", NULL), PAMONG_OUTCOME_CONFLICT);
  expect (edit (office->village, office->typed, PAMONG_RESIDENT_ETHNICITY, "JAWA", NULL), PAMONG_OUTCOME_MERGED);
  conflict = look_up (office->district, clash);
  g_assert_nonnull (conflict);
  g_assert_nonnull (g_strstr_len (pamong_record_text (conflict, PAMONG_CONFLICT_OTHER), -1, "0822"));
  g_assert_nonnull (g_strstr_len (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT), -1, "0811"));
}

static void
test_scope (void)
{
  g_autoptr (Office) office = office_new (3);
  g_autoptr (PamongRecord) official = pamong_record_new (PAMONG_KIND_OFFICIAL, VILLAGE), squat = pamong_record_new (PAMONG_KIND_AREA, VILLAGE);
  g_autoptr (PamongRecord) removed = new_event (PAMONG_EVENT_REMOVED, office->brought->uid, NULL), opens = new_event (PAMONG_EVENT_OPENING, office->typed->uid, NULL);
  g_autoptr (PamongRecord) weds = new_event (PAMONG_EVENT_MARRIED, office->brought->uid, NULL), gone = new_event (PAMONG_EVENT_REMOVED, office->typed->uid, NULL);
  g_autoptr (PamongRecord) dies = new_event (PAMONG_EVENT_DEATH, office->typed->uid, NULL), copy = pamong_record_copy (office->typed);
  PamongChange *change;

  /* Only a regency, only by this act, only in its own villages. */
  expect_rejected (edit (office->district, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_REASON_LEVEL);
  expect_rejected (edit (office->village, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_REASON_LEVEL);
  g_clear_pointer (&office->regency, computer_free); /* what is refused holds up what follows on the same record */
  office->regency = computer_enrolled (office->centre, "regency", "35.22");
  expect_rejected (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "0811", "resident.correct"), PAMONG_REASON_LEVEL);
  change = of (people_insert (official, computer_actor (office->regency), INJECT, T), INJECT);
  expect_rejected (computer_push_one (office->regency, change), PAMONG_REASON_LEVEL);
  change = of (people_insert (office->opening, computer_actor (office->regency), INJECT, T), INJECT);
  change->op = PAMONG_OP_DELETE;
  expect_rejected (computer_push_one (office->regency, change), PAMONG_REASON_LEVEL);
  change = people_insert (removed, computer_actor (office->regency), INJECT, T);
  expect_rejected (computer_push_one (office->regency, change), PAMONG_REASON_NOT_YOUR_AREA); /* its own place is no village */

  g_clear_pointer (&office->regency, computer_free);
  office->regency = computer_enrolled (office->centre, "regency", "35.22");
  change = of (people_update (copy, PAMONG_RESIDENT_PHONE, "0811", computer_actor (office->regency), T), INJECT);
  g_free (change->area);
  change->area = g_strdup (NEIGHBOUR);
  expect_rejected (computer_push_one (office->regency, change), PAMONG_REASON_NOT_YOUR_AREA);
  expect_rejected (insert (office->regency, weds, INJECT), PAMONG_REASON_LEVEL);
  expect_left_out (office->regency, gone, INJECT);
  expect_left_out (office->regency, opens, INJECT);
  expect_left_out (office->regency, dies, INJECT);

  /* An area where another one belongs. */
  pamong_record_set_text (squat, PAMONG_AREA_DUSUN, "KRAJAN");
  g_free (squat->uid);
  squat->uid = pamong_uid_of_area (NEIGHBOUR, "KRAJAN", NULL, NULL);
  expect_rejected (insert (office->regency, squat, INJECT), PAMONG_REASON_EXISTS);
  g_free (squat->uid);
  squat->uid = pamong_uid_of_area (VILLAGE, "KRAJAN", NULL, NULL);
  g_clear_pointer (&office->regency, computer_free);
  office->regency = computer_enrolled (office->centre, "regency", "35.22");
  expect (insert (office->regency, squat, INJECT), PAMONG_OUTCOME_APPLIED);
  pamong_record_set_text (squat, PAMONG_AREA_DUSUN, "Krajan");
  expect (insert (office->regency, squat, INJECT), PAMONG_OUTCOME_MERGED); /* the first spelling stays, nobody is asked */
  expect_text (office->village, squat->uid, PAMONG_AREA_DUSUN, "KRAJAN");
  expect (insert (office->regency, removed, INJECT), PAMONG_OUTCOME_APPLIED); /* of somebody it brought, the file may say what became of them */
}

static void
test_taken_back (void)
{
  g_autoptr (Office) office = office_new (4);
  g_autoptr (PamongRecord) theirs = new_event (PAMONG_EVENT_OPENING, office->typed->uid, NULL), counter = NULL, steals = NULL, seen = NULL;

  expect (insert (office->village, theirs, "resident.add"), PAMONG_OUTCOME_APPLIED);
  counter = new_event (PAMONG_EVENT_CANCEL, office->brought->uid, office->opening->uid);
  steals = new_event (PAMONG_EVENT_CANCEL, office->typed->uid, theirs->uid);
  expect_left_out (office->regency, steals, BACK);
  expect (insert (office->regency, counter, BACK), PAMONG_OUTCOME_APPLIED);
  seen = look_up (office->village, counter->uid);
  g_assert_nonnull (seen);

  /* A field goes back while it is as it was filled. */
  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_OUTCOME_APPLIED);
  pamong_record_set_text (office->typed, PAMONG_RESIDENT_PHONE, "0811");
  office->typed->version = 2;
  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "", BACK), PAMONG_OUTCOME_APPLIED);
  expect_text (office->village, office->typed->uid, PAMONG_RESIDENT_PHONE, NULL);
}

/* What the village changed since stays, without a question; and the regency is told what stands. */
static void
test_left_alone (void)
{
  g_autoptr (Office) office = office_new (5);
  g_autoptr (PamongRecord) theirs = pamong_record_copy (office->typed), conflict = NULL, told = NULL, again = NULL;
  g_autoptr (GHashTable) cursors = new_cursors (office->regency);
  g_autofree char *clash = pamong_conflict_uid (office->typed->uid, "phone");

  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_OUTCOME_APPLIED);
  pamong_record_set_text (office->typed, PAMONG_RESIDENT_PHONE, "0811");
  pamong_record_set_text (theirs, PAMONG_RESIDENT_PHONE, "0811");
  office->typed->version = theirs->version = 2;
  expect (edit (office->village, theirs, PAMONG_RESIDENT_PHONE, "0822", NULL), PAMONG_OUTCOME_APPLIED);
  pamong_record_set_text (theirs, PAMONG_RESIDENT_PHONE, "0822");
  theirs->version = 3;
  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "", BACK), PAMONG_OUTCOME_MERGED);
  expect_text (office->regency, office->typed->uid, PAMONG_RESIDENT_PHONE, "0822");
  conflict = look_up (office->district, clash);
  g_assert_null (conflict);

  /* Typed again as it was filled: it is the village's word now. */
  expect (edit (office->village, theirs, PAMONG_RESIDENT_PHONE, "0811", NULL), PAMONG_OUTCOME_MERGED);
  told = pull_record (office->regency, cursors, office->typed->uid);
  g_assert_cmpint (told->version, ==, 5);
  office->typed->version = 5;
  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "", BACK), PAMONG_OUTCOME_MERGED);
  again = pull_record (office->regency, cursors, office->typed->uid);
  g_assert_nonnull (again);
  expect_text (office->regency, office->typed->uid, PAMONG_RESIDENT_PHONE, "0811");
  expect_text (office->district, office->typed->uid, PAMONG_RESIDENT_PHONE, "0811");
}

/* Of two values the village chose the one that was filled in: it is its word now, and is not taken back. */
static void
test_chosen (void)
{
  g_autoptr (Office) office = office_new (8);
  g_autoptr (PamongRecord) seen = NULL, copy = NULL;
  PamongChange *resolve;

  expect (edit (office->regency, office->typed, PAMONG_RESIDENT_PHONE, "0811", INJECT), PAMONG_OUTCOME_APPLIED);
  expect (edit (office->village, office->typed, PAMONG_RESIDENT_PHONE, "0822", NULL), PAMONG_OUTCOME_CONFLICT);
  seen = look_up (office->village, office->typed->uid);
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_RESIDENT_PHONE), ==, "0811");
  copy = pamong_record_copy (seen);
  resolve = people_update (copy, PAMONG_RESIDENT_PHONE, "0811", computer_actor (office->village), T);
  resolve->op = PAMONG_OP_RESOLVE;
  expect (computer_push_one (office->village, resolve), PAMONG_OUTCOME_APPLIED);
  seen->version++;
  expect (edit (office->regency, seen, PAMONG_RESIDENT_PHONE, "", BACK), PAMONG_OUTCOME_MERGED);
  expect_text (office->district, office->typed->uid, PAMONG_RESIDENT_PHONE, "0811");
}

/* Whom the village confirmed is the village's. */
static void
test_confirmed (void)
{
  g_autoptr (Office) office = office_new (6);
  g_autoptr (PamongRecord) counter = new_event (PAMONG_EVENT_CANCEL, office->brought->uid, office->opening->uid);

  /* Not confirmed yet: the regency may mend what it brought itself. */
  expect (edit (office->regency, office->brought, PAMONG_RESIDENT_OCCUPATION, "10", INJECT), PAMONG_OUTCOME_APPLIED);
  pamong_record_set_int (office->brought, PAMONG_RESIDENT_OCCUPATION, 10);
  office->brought->version = 2;
  expect (edit (office->village, office->brought, PAMONG_RESIDENT_BATCH_UID, "", NULL), PAMONG_OUTCOME_APPLIED);
  pamong_record_clear (office->brought, PAMONG_RESIDENT_BATCH_UID);
  office->brought->version = 3;
  expect (edit (office->regency, office->brought, PAMONG_RESIDENT_OCCUPATION, "9", INJECT), PAMONG_OUTCOME_CONFLICT);
  office->brought->version = 4;
  expect (edit (office->regency, office->brought, PAMONG_RESIDENT_BATCH_UID, BATCH, INJECT), PAMONG_OUTCOME_MERGED);
  expect_text (office->regency, office->brought->uid, PAMONG_RESIDENT_BATCH_UID, NULL);
  expect_left_out (office->regency, counter, BACK);
}

/* One act over two people, of whom the village confirmed one: the other is taken back all the same. */
static void
test_confirmed_among_others (void)
{
  g_autoptr (Office) office = office_new (9);
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (PamongRecord) other = new_person (rand), opening = new_event (PAMONG_EVENT_OPENING, other->uid, NULL), stands = NULL;
  g_autoptr (PamongRecord) first = new_event (PAMONG_EVENT_CANCEL, office->brought->uid, office->opening->uid), second = new_event (PAMONG_EVENT_CANCEL, other->uid, opening->uid);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
  PamongChange *counters[] = { people_insert (first, computer_actor (office->regency), BACK, T), people_insert (second, computer_actor (office->regency), BACK, T) };
  PamongPushAnswer *answer;

  pamong_record_set_text (other, PAMONG_RESIDENT_BATCH_UID, BATCH);
  expect (insert (office->regency, other, INJECT), PAMONG_OUTCOME_APPLIED);
  expect (insert (office->regency, opening, INJECT), PAMONG_OUTCOME_APPLIED);
  expect (edit (office->village, office->brought, PAMONG_RESIDENT_BATCH_UID, "", NULL), PAMONG_OUTCOME_APPLIED);
  for (guint i = 0; i < G_N_ELEMENTS (counters); i++)
    {
      counters[i]->tx = 77;
      g_ptr_array_add (changes, of (counters[i], BACK));
    }
  answer = computer_push (office->regency, changes);
  g_assert_cmpuint (answer->results->len, ==, 2);
  g_assert_cmpint (((PamongResult *) answer->results->pdata[0])->outcome, ==, PAMONG_OUTCOME_MERGED);
  g_assert_cmpint (((PamongResult *) answer->results->pdata[1])->outcome, ==, PAMONG_OUTCOME_APPLIED);
  pamong_push_answer_free (answer);
  stands = look_up (office->village, second->uid);
  g_assert_nonnull (stands);
}

static PamongResult *
set_desil (Computer *computer, PamongRecord *family, int desil, const char *date, const char *act)
{
  static const int fields[] = { PAMONG_FAMILY_DESIL, PAMONG_FAMILY_DESIL_SOURCE, PAMONG_FAMILY_DESIL_DATE };
  g_autoptr (PamongRecord) after = pamong_record_copy (family);
  PamongChange *change = people_update (after, PAMONG_FAMILY_DESIL, "1", computer_actor (computer), T);

  pamong_record_set_int (after, PAMONG_FAMILY_DESIL, desil);
  pamong_record_set_text (after, PAMONG_FAMILY_DESIL_SOURCE, "SIKS-NG");
  pamong_record_set_text (after, PAMONG_FAMILY_DESIL_DATE, date);
  g_ptr_array_set_size (change->set, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      PamongDelta *delta = pamong_delta_new (PAMONG_KIND_FAMILY, pamong_field_get (PAMONG_KIND_FAMILY, fields[i])->key);

      pamong_value_copy (&delta->old_value, &family->values[fields[i]]);
      pamong_value_copy (&delta->new_value, &after->values[fields[i]]);
      g_ptr_array_add (change->set, delta);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pamong_record_set_value (family, fields[i], &after->values[fields[i]]);
  return computer_push_one (computer, act != NULL ? of (change, act) : change);
}

/* A newer desil takes the place of the regency's own older one; the village's own stays. */
static void
test_desil (void)
{
  g_autoptr (Office) office = office_new (7);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 1);
  g_autoptr (PamongRecord) seen = NULL;

  expect (insert (office->village, card->family, "family.register"), PAMONG_OUTCOME_APPLIED);
  for (int version = 1; version <= 2; version++)
    {
      card->family->version = version;
      expect (set_desil (office->regency, card->family, version, version == 1 ? "2026-01-17" : "2026-04-17", INJECT), PAMONG_OUTCOME_APPLIED);
    }
  seen = look_up (office->village, card->family->uid);
  g_assert_cmpint (pamong_record_int (seen, PAMONG_FAMILY_DESIL), ==, 2);
  card->family->version = 3;
  expect (set_desil (office->village, card->family, 5, "2026-05-17", NULL), PAMONG_OUTCOME_APPLIED);
  card->family->version = 4;
  expect (set_desil (office->regency, card->family, 3, "2026-07-17", INJECT), PAMONG_OUTCOME_CONFLICT);
}

int
main (int argc, char *argv[])
{
  centre_init (&argc, &argv);
  g_test_add_func ("/inject/fills", test_fills);
  g_test_add_func ("/inject/typed-offline", test_typed_offline);
  g_test_add_func ("/inject/scope", test_scope);
  g_test_add_func ("/inject/taken-back", test_taken_back);
  g_test_add_func ("/inject/left-alone", test_left_alone);
  g_test_add_func ("/inject/chosen", test_chosen);
  g_test_add_func ("/inject/confirmed", test_confirmed);
  g_test_add_func ("/inject/confirmed-among-others", test_confirmed_among_others);
  g_test_add_func ("/inject/desil", test_desil);
  return g_test_run ();
}
