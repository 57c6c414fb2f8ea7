/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/uid.h"
#include "wire/conflict.h"
#include <string.h>

/* Clashes that a person settles: what nobody has seen is never closed, what is long still fits, and nobody else can sit in a conflict's place. */

#define T 1790000000

typedef struct {
  Centre *centre;
  Computer *one, *two, *three;
  PamongRecord *person; /* as all three know him, version 1 */
} Village;

static Village *
village_new (guint32 seed)
{
  Village *village = g_new0 (Village, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 1);
  g_autoptr (PamongResult) result = NULL;

  village->centre = centre_new ();
  village->one = computer_enrolled (village->centre, "village", VILLAGE);
  village->two = computer_enrolled (village->centre, "village", VILLAGE);
  village->three = computer_enrolled (village->centre, "village", VILLAGE);
  village->person = g_ptr_array_steal_index (card->members, 0);
  pamong_record_clear (village->person, PAMONG_RESIDENT_FAMILY_UID);
  result = computer_push_one (village->one, people_insert (village->person, computer_actor (village->one), "resident.add", T));
  g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
  village->person->version = 1;
  return village;
}

static void
village_free (Village *village)
{
  centre_check (village->centre);
  computer_free (village->one);
  computer_free (village->two);
  computer_free (village->three);
  centre_free (village->centre);
  pamong_record_free (village->person);
  g_free (village);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Village, village_free)

static PamongResult *
change (Computer *computer, const PamongRecord *seen, int field, const char *text, PamongOp op)
{
  g_autoptr (PamongRecord) copy = pamong_record_copy (seen);
  PamongChange *update = people_update (copy, field, text, computer_actor (computer), T);

  update->op = op;
  return computer_push_one (computer, update);
}

/* A text that no form takes but the line does. */
static void
change_raw (Computer *computer, const PamongRecord *seen, int field, const char *text)
{
  g_autoptr (PamongRecord) copy = pamong_record_copy (seen);
  PamongChange *update = people_update (copy, field, "X", computer_actor (computer), T);
  PamongDelta *delta = g_ptr_array_index (update->set, 0);

  pamong_value_clear (&delta->new_value);
  delta->new_value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = g_strdup (text) } };
  pamong_result_free (computer_push_one (computer, update));
}

static PamongRecord *
look_up (Computer *computer, const char *uid)
{
  g_autoptr (GHashTable) cursors = computer_cursors (computer);
  g_autoptr (GHashTable) rows = computer_pull (computer, cursors, 100);
  PamongFeedRow *row = g_hash_table_lookup (rows, uid);

  return row ? pamong_record_copy (row->record) : NULL;
}

static PamongRecord *
look_up_conflict (Computer *computer, const PamongRecord *person, const char *key)
{
  g_autofree char *uid = pamong_conflict_uid (person->uid, key);

  return look_up (computer, uid);
}

/* Two settles on one computer while three's value, which two never saw, joins the chain: his choice counts, but the difference stays to be seen. */
static void
test_link_nobody_saw (void)
{
  g_autoptr (Village) village = village_new (1);
  g_autoptr (PamongRecord) seen = NULL;
  g_autoptr (PamongRecord) conflict = NULL;
  g_autoptr (PamongResult) result = NULL;

  pamong_result_free (change (village->one, village->person, PAMONG_RESIDENT_NAME, "BUDI", PAMONG_OP_UPDATE));
  pamong_result_free (change (village->two, village->person, PAMONG_RESIDENT_NAME, "BUDIONO", PAMONG_OP_UPDATE));
  seen = look_up (village->three, village->person->uid);
  pamong_result_free (change (village->three, village->person, PAMONG_RESIDENT_NAME, "BUDIMAN", PAMONG_OP_UPDATE));
  result = change (village->two, seen, PAMONG_RESIDENT_NAME, "BUDIONO", PAMONG_OP_RESOLVE);
  g_assert_cmpint (result->outcome, !=, PAMONG_OUTCOME_CONFLICT);
  conflict = look_up_conflict (village->one, village->person, "name");
  g_assert_cmpint (pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED), ==, 0);
  g_assert_cmpstr (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT), ==, "{\"name\":\"BUDIONO\"}");
  g_assert_nonnull (strstr (pamong_record_text (conflict, PAMONG_CONFLICT_OTHER), "BUDIMAN"));
  g_assert_true (conflict->version > 2);

  g_clear_pointer (&seen, pamong_record_free);
  g_clear_pointer (&conflict, pamong_record_free);
  seen = look_up (village->one, village->person->uid);
  pamong_result_free (change (village->one, seen, PAMONG_RESIDENT_NAME, "BUDIMAN", PAMONG_OP_RESOLVE)); /* he has seen all three */
  conflict = look_up_conflict (village->one, village->person, "name");
  g_assert_cmpint (pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED), ==, 1);
}

/* Both settle at once: the second one's choice is a link of the chain, unless it is the same. */
static void
test_two_resolves (void)
{
  g_autoptr (Village) village = village_new (2);
  g_autoptr (PamongRecord) seen = NULL;
  g_autoptr (PamongRecord) conflict = NULL;
  g_autoptr (PamongResult) first = NULL;
  g_autoptr (PamongResult) second = NULL;

  pamong_result_free (change (village->one, village->person, PAMONG_RESIDENT_PHONE, "0811", PAMONG_OP_UPDATE));
  pamong_result_free (change (village->two, village->person, PAMONG_RESIDENT_PHONE, "0822", PAMONG_OP_UPDATE));
  seen = look_up (village->three, village->person->uid);
  first = change (village->one, seen, PAMONG_RESIDENT_PHONE, "0822", PAMONG_OP_RESOLVE);
  g_assert_cmpint (first->outcome, !=, PAMONG_OUTCOME_CONFLICT);
  second = change (village->two, seen, PAMONG_RESIDENT_PHONE, "0833", PAMONG_OP_RESOLVE);
  g_assert_cmpint (second->outcome, ==, PAMONG_OUTCOME_CONFLICT);
  conflict = look_up_conflict (village->three, village->person, "phone");
  g_assert_cmpint (pamong_record_int (conflict, PAMONG_CONFLICT_CLOSED), ==, 0);
  g_assert_cmpstr (pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT), ==, "{\"phone\":\"0822\"}");
  g_assert_nonnull (strstr (pamong_record_text (conflict, PAMONG_CONFLICT_OTHER), "0833"));
}

/* A long quarrel over long values: what is kept can still be read by everybody. */
static void
test_long_chain (void)
{
  g_autoptr (Village) village = village_new (3);
  g_autoptr (PamongRecord) conflict = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *last = NULL;

  pamong_result_free (change (village->one, village->person, PAMONG_RESIDENT_CURRENT_ADDRESS, "JL. SATU", PAMONG_OP_UPDATE));
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *tail = g_strnfill (1900, '"');
      g_autofree char *text = g_strdup_printf ("JL. %d %s", i, tail);

      change_raw (village->two, village->person, PAMONG_RESIDENT_CURRENT_ADDRESS, text);
    }
  conflict = look_up_conflict (village->three, village->person, "current_address");
  g_assert_nonnull (conflict);
  others = pamong_conflict_others (conflict, NULL);
  g_assert_nonnull (others);
  last = g_strdup (pamong_record_text (((PamongConflictSide *) others->pdata[others->len - 1])->values, PAMONG_RESIDENT_CURRENT_ADDRESS));
  g_assert_true (g_str_has_prefix (last, "JL. 59 "));
}

/* Uids that anybody can work out belong to the centre: a record put there by a neighbour would stand in the way of a village's contact or conflicts. */
static void
test_squatting (void)
{
  g_autoptr (Village) village = village_new (4);
  g_autoptr (Computer) neighbour = computer_enrolled (village->centre, "village", NEIGHBOUR);
  g_autofree char *conflict_uid = pamong_conflict_uid (village->person->uid, "name");
  g_autofree char *place_uid = pamong_uid_derive ("place", (const char *const[]) { VILLAGE, NULL });
  const char *uids[] = { conflict_uid, place_uid };
  PamongKind kinds[] = { PAMONG_KIND_RESIDENT, PAMONG_KIND_AREA };
  g_autoptr (PamongResult) clash = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autoptr (PamongRecord) squatter = pamong_record_new (kinds[k], NEIGHBOUR);
        g_autoptr (PamongResult) result = NULL;

        g_free (squatter->uid);
        squatter->uid = g_strdup (uids[i]);
        pamong_record_set_text (squatter, kinds[k] == PAMONG_KIND_AREA ? (int) PAMONG_AREA_DUSUN : (int) PAMONG_RESIDENT_NAME, "X");
        result = computer_push_one (neighbour, people_insert (squatter, computer_actor (neighbour), "x", T));
        g_assert_true (result->outcome == PAMONG_OUTCOME_REJECTED || result->outcome == PAMONG_OUTCOME_DEPENDENT);
      }
  pamong_result_free (change (village->one, village->person, PAMONG_RESIDENT_NAME, "BUDI", PAMONG_OP_UPDATE));
  clash = change (village->two, village->person, PAMONG_RESIDENT_NAME, "BUDIONO", PAMONG_OP_UPDATE);
  g_assert_cmpint (clash->outcome, ==, PAMONG_OUTCOME_CONFLICT);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/conflict/link-nobody-saw", test_link_nobody_saw);
  g_test_add_func ("/conflict/two-resolves", test_two_resolves);
  g_test_add_func ("/conflict/long-chain", test_long_chain);
  g_test_add_func ("/conflict/squatting", test_squatting);
  return g_test_run ();
}
