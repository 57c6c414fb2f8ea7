/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* Registering families: whole or not at all. */

static void
test_whole (void)
{
  g_autoptr (PamongFamilyCard) card = NULL, stored = NULL;
  g_autoptr (GPtrArray) family_events = NULL, areas = NULL;
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);

  card = fixture_register (office);
  stored = pamong_store_card (store, card->family->uid, NULL);
  g_assert_nonnull (stored);
  g_assert_cmpuint (stored->members->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      PamongRecord *member = fixture_member (card, i);
      g_autoptr (GPtrArray) openings = fixture_events (office, PAMONG_EVENT_OPENING, member->uid, NULL);

      g_assert_cmpstr (pamong_record_text (fixture_member (stored, i), PAMONG_RESIDENT_NAME), ==, pamong_record_text (member, PAMONG_RESIDENT_NAME));
      g_assert_cmpuint (openings->len, ==, 1);
      g_assert_cmpstr (pamong_record_text (openings->pdata[0], PAMONG_EVENT_DATE), ==, FIXTURE_TODAY);
      g_assert_null (pamong_record_text (openings->pdata[0], PAMONG_EVENT_REPORTED));
      g_assert_cmpint (pamong_store_status (store, member->uid), ==, PAMONG_STATUS_ALIVE);
    }
  family_events = fixture_events (office, PAMONG_EVENT_FAMILY_OPENING, NULL, card->family->uid);
  g_assert_cmpuint (family_events->len, ==, 1);
  areas = pamong_store_all (store, PAMONG_KIND_AREA, NULL);
  g_assert_cmpuint (areas->len, ==, 1);
  g_assert_cmpint (fixture_changes (office), ==, 1 + 1 + 1 + 3 + 4); /* account, area, family, members, events */
  fixture_close (office);
}

static void
expect_refused (PamongOffice *office, PamongFamilyCard *card, const char *rule)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = fixture_changes (office);

  g_assert_false (pamong_office_register_family (office, card, &findings, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_true (fixture_has (findings, rule));
  g_assert_cmpint (fixture_changes (office), ==, before);
}

static void
test_blocked (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) registered = fixture_register (office);
  g_autoptr (PamongFamilyCard) same_nik = fixture_single ("3522280101200002", "3522281208800001", "ORANG LAIN");
  g_autoptr (PamongFamilyCard) same_kk = fixture_single ("3522280101200001", "3522280101700009", "ORANG LAIN");
  g_autoptr (PamongFamilyCard) headless = fixture_card ();
  g_autoptr (PamongFamilyCard) nik_is_kk = fixture_single ("3522280101200004", "3522280101200004", "SALAH KETIK");
  g_autoptr (PamongFamilyCard) empty = pamong_family_card_new (FIXTURE_AREA);
  g_autoptr (GError) error = NULL;

  expect_refused (office, same_nik, "nik-taken");
  expect_refused (office, same_kk, "kk-taken");
  expect_refused (office, nik_is_kk, "nik-is-kk");
  pamong_record_set_text (headless->family, PAMONG_FAMILY_KK_NUMBER, "3522280101200005");
  for (guint i = 0; i < 3; i++)
    pamong_record_set_text (fixture_member (headless, i), PAMONG_RESIDENT_NIK, NULL);
  pamong_record_set_int (fixture_member (headless, 0), PAMONG_RESIDENT_SHDK, 4);
  expect_refused (office, headless, "head-count-new");
  g_assert_false (pamong_office_register_family (office, empty, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  fixture_close (office);
}

/* A draft that comes back after the card was saved must not register it twice. */
static void
test_twice (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_register_family (office, card, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  fixture_close (office);
}

static void
test_override (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_single ("3522280101200002", "3522280101700000", "SARMIN");
  PamongRecord *head = fixture_member (card, 0);
  g_autoptr (GPtrArray) findings = NULL, waivers = NULL, later = pamong_findings_new ();
  g_autoptr (GError) error = NULL;
  PamongAccept blank = { "nik-serial", "  " }, given = { "nik-serial", "sesuai KTP" };

  expect_refused (office, card, "nik-serial");
  pamong_office_accept (office, &blank, 1);
  expect_refused (office, card, "nik-serial");

  pamong_office_accept (office, &given, 1);
  g_assert_true (pamong_office_register_family (office, card, &findings, &error));
  g_assert_no_error (error);
  g_assert_false (fixture_has (findings, "nik-serial"));
  waivers = pamong_store_find (store, PAMONG_KIND_WAIVER, PAMONG_WAIVER_SUBJECT_UID, head->uid, NULL);
  g_assert_cmpuint (waivers->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (waivers->pdata[0], PAMONG_WAIVER_REASON), ==, "sesuai KTP");
  g_assert_cmpstr (pamong_record_text (waivers->pdata[0], PAMONG_WAIVER_VALUE), ==, "3522280101700000");

  /* Accepted once: the rule keeps quiet about this value. */
  g_assert_true (pamong_office_findings (store, head, later, &error));
  g_assert_false (fixture_has (later, "nik-serial"));
  fixture_close (office);
}

/* Accepting what stands already, with nothing else to change, is kept too. */
static void
test_accept_later (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_single ("3522280101200002", "3522280101700000", "SARMIN");
  g_autoptr (GPtrArray) cards = g_ptr_array_new (), waivers = NULL;
  g_autoptr (GError) error = NULL;
  PamongAccept given = { "nik-serial", "sesuai KTP" };

  g_ptr_array_add (cards, card);
  g_assert_true (pamong_office_register_families (office, cards, FALSE, NULL, &error)); /* taken over unchecked */
  pamong_office_accept (office, &given, 1);
  g_assert_true (pamong_office_correct_resident (office, fixture_member (card, 0), NULL, &error));
  g_assert_no_error (error);
  waivers = pamong_store_find (store, PAMONG_KIND_WAIVER, PAMONG_WAIVER_SUBJECT_UID, fixture_member (card, 0)->uid, NULL);
  g_assert_cmpuint (waivers->len, ==, 1);
  fixture_close (office);
}

/* What was accepted counts for the next act only. */
static void
test_accept_once (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) first = fixture_single ("3522280101200002", "3522280101700001", "SARMIN");
  g_autoptr (PamongFamilyCard) second = fixture_single ("3522280101200003", "3522280101700000", "SARMAN");
  PamongAccept given = { "nik-serial", "sesuai KTP" };

  pamong_office_accept (office, &given, 1);
  g_assert_true (pamong_office_register_family (office, first, NULL, NULL));
  expect_refused (office, second, "nik-serial");
  fixture_close (office);
}

static void
test_without_number (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_single (NULL, NULL, "SARMIN");
  PamongPapers papers = { .form = "F-1.01", .filed = "2026-03-01" };
  g_autoptr (GPtrArray) waiting = NULL, after = NULL;
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_register_family_filed (office, card, &papers, NULL, &error));
  g_assert_no_error (error);
  waiting = pamong_store_waiting (pamong_office_store (office), NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (waiting->pdata[0], PAMONG_EVENT_FORM), ==, "F-1.01");
  g_assert_cmpstr (pamong_record_text (waiting->pdata[0], PAMONG_EVENT_FILED), ==, "2026-03-01");
  g_assert_cmpstr (pamong_record_text (waiting->pdata[0], PAMONG_EVENT_DATE), ==, FIXTURE_TODAY);

  g_assert_false (pamong_office_document_issued (office, card->family->uid, "3522", "2026-03-09", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_document_issued (office, card->family->uid, "3522280903260001", "2026-03-11", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_document_issued (office, card->family->uid, "3522280903260001", "2026-03-09", NULL, &error));
  g_assert_no_error (error);
  after = pamong_store_waiting (pamong_office_store (office), NULL);
  g_assert_cmpuint (after->len, ==, 0);
  family = pamong_store_family (pamong_office_store (office), "3522280903260001", NULL);
  g_assert_cmpstr (family->uid, ==, card->family->uid);
  g_assert_false (pamong_office_document_issued (office, card->family->uid, "3522280903260002", NULL, NULL, &error));
  fixture_close (office);
}

static void
test_areas (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) first = fixture_register (office);
  g_autoptr (PamongFamilyCard) same = fixture_single ("3522280101200002", NULL, "SARMIN");
  g_autoptr (PamongFamilyCard) other = fixture_single ("3522280101200003", NULL, "SARMAN");
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GPtrArray) areas = NULL;

  pamong_record_set_text (same->family, PAMONG_FAMILY_DUSUN, "Krajan");
  pamong_record_set_text (other->family, PAMONG_FAMILY_RT, "004");
  g_assert_true (pamong_office_register_family (office, same, NULL, NULL));
  g_assert_true (pamong_office_register_family (office, other, NULL, NULL));
  areas = pamong_store_all (pamong_office_store (office), PAMONG_KIND_AREA, NULL);
  g_assert_cmpuint (areas->len, ==, 2);
  family = pamong_store_get (pamong_office_store (office), PAMONG_KIND_FAMILY, same->family->uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_DUSUN), ==, "KRAJAN");
  fixture_close (office);
}

static void
test_slice (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = fixture_changes (office);

  g_ptr_array_add (cards, fixture_single ("3522280101200002", "3522280101700001", "SARMIN"));
  g_ptr_array_add (cards, fixture_single ("3522280101200003", "3522280101700001", "SARMAN"));
  g_assert_false (pamong_office_register_families (office, cards, TRUE, &findings, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_true (fixture_has (findings, "nik-taken"));
  g_assert_cmpint (fixture_changes (office), ==, before);
  g_clear_error (&error);

  pamong_record_set_text (fixture_member (g_ptr_array_index (cards, 1), 0), PAMONG_RESIDENT_NIK, "3522280101700002");
  pamong_record_set_text (((PamongFamilyCard *) g_ptr_array_index (cards, 1))->family, PAMONG_FAMILY_KK_NUMBER, "3522280101200002");
  g_clear_pointer (&findings, g_ptr_array_unref);
  g_assert_false (pamong_office_register_families (office, cards, TRUE, &findings, &error));
  g_assert_true (fixture_has (findings, "kk-taken"));
  g_assert_nonnull (strstr (error->message, "SARM")); /* whose it is, though nothing is saved yet */
  g_clear_error (&error);
  pamong_record_set_text (((PamongFamilyCard *) g_ptr_array_index (cards, 1))->family, PAMONG_FAMILY_KK_NUMBER, "3522280101200003");
  g_assert_true (pamong_office_register_families (office, cards, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_changes (office), ==, before + 1 + 2 * 4);

  g_ptr_array_set_size (cards, 0);
  for (int i = 0; i < 130; i++)
    g_ptr_array_add (cards, fixture_single (NULL, NULL, "SARMIN"));
  g_assert_false (pamong_office_register_families (office, cards, FALSE, NULL, &error)); /* over 500 changes */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/whole", test_whole);
  g_test_add_func ("/register/blocked", test_blocked);
  g_test_add_func ("/register/twice", test_twice);
  g_test_add_func ("/register/override", test_override);
  g_test_add_func ("/register/accept-later", test_accept_later);
  g_test_add_func ("/register/accept-once", test_accept_once);
  g_test_add_func ("/register/without-number", test_without_number);
  g_test_add_func ("/register/areas", test_areas);
  g_test_add_func ("/register/slice", test_slice);
  return g_test_run ();
}
