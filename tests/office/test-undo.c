/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "office/undo.h"

/* What an act noted is given back by a counter-event; what was changed since stays. */

static PamongRecord *
only (GPtrArray *events)
{
  g_assert_cmpuint (events->len, ==, 1);
  return g_ptr_array_index (events, 0);
}

/* SUTRISNO's family with a grown son JOKO. */
static PamongFamilyCard *
register_son (PamongOffice *office, PamongRecord **son)
{
  PamongFamilyCard *card = fixture_card ();
  g_autoptr (GError) error = NULL;

  *son = fixture_person ("3522280101010004", "JOKO SUSILO", 1, "2001-01-01", 4);
  g_ptr_array_add (card->members, *son);
  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_no_error (error);
  return card;
}

static char *
split (PamongOffice *office, const char *who)
{
  PamongPapers papers = { .form = "F-1.02", .filed = "2026-03-02" };
  const char *members[] = { who, NULL };
  g_autoptr (GError) error = NULL;
  char *family_uid = NULL;

  g_assert_true (pamong_office_split_family (office, members, who, NULL, NULL, &papers, "menikah", &family_uid, NULL, &error));
  g_assert_no_error (error);
  return family_uid;
}

static gboolean
has_words (char **sentences, const char *words)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    if (strstr (sentences[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
assert_refused (PamongOffice *office, const char *event_uid, const char *reason, int code)
{
  g_autoptr (GError) error = NULL;
  gint64 changes = fixture_changes (office);

  g_assert_false (pamong_office_undo (office, event_uid, reason, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, code);
  g_assert_cmpint (fixture_changes (office), ==, changes);
}

static void
test_split (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  PamongRecord *son;
  g_autoptr (PamongFamilyCard) card = register_son (office, &son);
  g_autofree char *family_uid = split (office, son->uid);
  g_autoptr (GPtrArray) events = fixture_events (office, PAMONG_EVENT_FAMILY_SPLIT, NULL, family_uid);
  g_autoptr (GPtrArray) waiting = NULL, counters = NULL, undoable = NULL;
  g_autoptr (PamongFamilyCard) old = NULL, new = NULL;
  g_autoptr (PamongRecord) back = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) effect = NULL;
  const char *event_uid = only (events)->uid;

  undoable = pamong_office_undoable (store, son->uid, NULL);
  g_assert_cmpstr (only (undoable)->uid, ==, event_uid);
  effect = pamong_office_undo_effect (store, event_uid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (effect), ==, 4); /* family, place, new card, event */
  g_assert_true (has_words (effect, "JOKO SUSILO") && has_words (effect, "SUTRISNO HADI"));

  assert_refused (office, event_uid, " ", PAMONG_ERROR_INVALID);
  g_assert_true (pamong_office_undo (office, event_uid, "salah orang", NULL, &error));
  g_assert_no_error (error);
  old = pamong_store_card (store, card->family->uid, NULL);
  new = pamong_store_card (store, family_uid, NULL);
  g_assert_cmpuint (old->members->len, ==, 4);
  g_assert_cmpuint (new->members->len, ==, 0);
  back = pamong_store_get (store, PAMONG_KIND_RESIDENT, son->uid, NULL);
  g_assert_cmpint (pamong_record_int (back, PAMONG_RESIDENT_SHDK), ==, 4);
  waiting = pamong_store_waiting (store, NULL);
  g_assert_cmpuint (waiting->len, ==, 0);
  counters = fixture_events (office, PAMONG_EVENT_CANCEL, NULL, family_uid);
  g_assert_cmpstr (pamong_record_text (only (counters), PAMONG_EVENT_CANCELS), ==, event_uid);
  g_assert_cmpstr (pamong_record_text (only (counters), PAMONG_EVENT_REASON), ==, "salah orang");

  assert_refused (office, event_uid, "lagi", PAMONG_ERROR_INVALID);
  assert_refused (office, only (counters)->uid, "lagi", PAMONG_ERROR_INVALID);
  assert_refused (office, "tidak-ada", "lagi", PAMONG_ERROR_NOT_FOUND);
  fixture_close (office);
}

/* The son joined a third family after the split: he stays there, and his place in it with him. */
static void
test_changed_since (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  PamongRecord *son;
  g_autoptr (PamongFamilyCard) card = register_son (office, &son);
  g_autoptr (PamongFamilyCard) third = fixture_single ("3522280101200009", "3522280101700009", "SLAMET RIYADI");
  g_autofree char *family_uid = split (office, son->uid);
  g_autoptr (GPtrArray) events = fixture_events (office, PAMONG_EVENT_FAMILY_SPLIT, NULL, family_uid);
  g_autoptr (PamongRecord) stays = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) effect = NULL;

  g_assert_true (pamong_office_register_family (office, third, NULL, &error));
  g_assert_true (pamong_office_join_family (office, son->uid, third->family->uid, 10, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  effect = pamong_office_undo_effect (store, only (events)->uid, &error);
  g_assert_true (has_words (effect, "SLAMET RIYADI"));
  g_assert_true (pamong_office_undo (office, only (events)->uid, "keliru", NULL, &error));
  g_assert_no_error (error);
  stays = pamong_store_get (store, PAMONG_KIND_RESIDENT, son->uid, NULL);
  g_assert_cmpstr (pamong_record_text (stays, PAMONG_RESIDENT_FAMILY_UID), ==, third->family->uid);
  g_assert_cmpint (pamong_record_int (stays, PAMONG_RESIDENT_SHDK), ==, 10);
  fixture_close (office);
}

/* A change of head whose old head left since: giving the place back would leave nobody at the head. */
static void
test_headless (void)
{
  PamongOffice *office = fixture_office ();
  PamongRecord *son;
  g_autoptr (PamongFamilyCard) card = register_son (office, &son);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *family_uid = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_change_head (office, card->family->uid, son->uid, 7, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  events = fixture_events (office, PAMONG_EVENT_HEAD_CHANGE, NULL, card->family->uid);
  family_uid = split (office, fixture_member (card, 0)->uid);
  assert_refused (office, only (events)->uid, "keliru", PAMONG_ERROR_INVALID);
  fixture_close (office);
}

static void
test_move (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongRecord) address = pamong_record_copy (card->family);
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (address, PAMONG_FAMILY_RT, "007");
  g_assert_true (pamong_office_move_house (office, card->family->uid, address, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  events = fixture_events (office, PAMONG_EVENT_MOVE_INSIDE, NULL, card->family->uid);
  g_assert_true (pamong_office_undo (office, only (events)->uid, "belum jadi pindah", NULL, &error));
  g_assert_no_error (error);
  family = pamong_store_get (store, PAMONG_KIND_FAMILY, card->family->uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_RT), ==, "003");
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/undo/split", test_split);
  g_test_add_func ("/office/undo/changed-since", test_changed_since);
  g_test_add_func ("/office/undo/headless", test_headless);
  g_test_add_func ("/office/undo/move", test_move);
  return g_test_run ();
}
