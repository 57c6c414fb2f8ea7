/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "domain/clock.h"
#include "domain/codes.h"

/* Adding, correcting, taking off the list and putting back. */

static void
test_add (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongRecord) child = fixture_person ("3522280505150004", "DEWI LESTARI", 1, "2015-05-05", 4);
  g_autoptr (PamongRecord) lone = fixture_person (NULL, "PENDATANG", 1, "1990-05-05", 1);
  g_autoptr (PamongRecord) lost = fixture_person (NULL, "SALAH ALAMAT", 1, "1990-05-05", 1);
  g_autoptr (GPtrArray) openings = NULL, findings = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (child, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
  g_assert_true (pamong_office_add_resident (office, child, &findings, &error));
  g_assert_no_error (error);
  openings = fixture_events (office, PAMONG_EVENT_OPENING, child->uid, NULL);
  g_assert_cmpuint (openings->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (openings->pdata[0], PAMONG_EVENT_DATE), ==, FIXTURE_TODAY);

  g_assert_true (pamong_office_add_resident (office, lone, NULL, &error));
  g_assert_no_error (error);
  pamong_record_set_text (lost, PAMONG_RESIDENT_FAMILY_UID, FIXTURE_AREA);
  g_assert_false (pamong_office_add_resident (office, lost, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  fixture_close (office);
}

static void
test_add_blocked (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongRecord) doubled = fixture_person ("3522281208800001", "ORANG LAIN", 1, "1980-08-12", 1);
  g_autoptr (PamongRecord) second_head = fixture_person (NULL, "ADIK", 1, "1985-08-12", 1);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = fixture_changes (office);

  g_assert_false (pamong_office_add_resident (office, doubled, &findings, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_true (fixture_has (findings, "nik-taken"));
  g_assert_cmpint (fixture_changes (office), ==, before);
  g_clear_error (&error);
  g_clear_pointer (&findings, g_ptr_array_unref);

  /* Two heads on a card that exists only warn. */
  pamong_record_set_text (second_head, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
  g_assert_true (pamong_office_add_resident (office, second_head, &findings, &error));
  g_assert_true (fixture_has (findings, "head-count"));
  fixture_close (office);
}

static void
test_correct (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *uid = fixture_member (card, 0)->uid;
  g_autoptr (PamongRecord) before = pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, NULL);
  g_autoptr (PamongRecord) mine = pamong_record_copy (before);
  g_autoptr (PamongRecord) theirs = pamong_record_copy (before);
  g_autoptr (PamongRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  gint64 changes = fixture_changes (office);

  /* Nothing typed, nothing written. */
  g_assert_true (pamong_office_correct_resident (office, mine, NULL, &error));
  g_assert_cmpint (fixture_changes (office), ==, changes);

  pamong_record_set_text (theirs, PAMONG_RESIDENT_PHONE, "081234567890");
  g_assert_true (pamong_office_correct_resident (office, theirs, NULL, &error));
  g_assert_cmpint (fixture_changes (office), ==, changes + 1);

  /* An editor with an older copy does not take the other's field back. */
  pamong_record_set_int (mine, PAMONG_RESIDENT_OCCUPATION, 88);
  pamong_record_set_text (mine, PAMONG_RESIDENT_FAMILY_UID, NULL);
  g_assert_true (pamong_office_correct_resident_from (office, before, mine, NULL, &error));
  g_assert_no_error (error);
  stored = pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, NULL);
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_RESIDENT_PHONE), ==, "081234567890");
  g_assert_cmpint (pamong_record_int (stored, PAMONG_RESIDENT_OCCUPATION), ==, 88);
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_RESIDENT_FAMILY_UID), ==, card->family->uid);
  fixture_close (office);
}

static void
test_correct_blocked (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  PamongRecord *wife = fixture_member (card, 1);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  PamongAccept accept = { "nik-serial", "sesuai KTP" };

  pamong_record_set_text (wife, PAMONG_RESIDENT_NIK, "3522281208800001");
  g_assert_false (pamong_office_correct_resident (office, wife, &findings, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_true (fixture_has (findings, "nik-taken"));
  g_clear_error (&error);

  pamong_record_set_text (wife, PAMONG_RESIDENT_NIK, "3522285503830000");
  g_assert_false (pamong_office_correct_resident (office, wife, NULL, &error));
  g_clear_error (&error);
  pamong_office_accept (office, &accept, 1);
  g_assert_true (pamong_office_correct_resident (office, wife, NULL, &error));
  g_assert_no_error (error);
  fixture_close (office);
}

/* What was wrong before, and is left as it was, does not stop a telephone number. */
static void
test_stood (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);
  PamongRecord *person;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (cards, fixture_single ("3522280101200002", "3522280101700001", "SARMIN"));
  g_ptr_array_add (cards, fixture_single ("3522280101200003", "3522280101700001", "SARMAN"));
  g_assert_true (pamong_office_register_families (office, cards, FALSE, NULL, &error)); /* as data from elsewhere comes */
  person = fixture_member (g_ptr_array_index (cards, 0), 0);
  pamong_record_set_text (person, PAMONG_RESIDENT_PHONE, "081234567890");
  g_assert_true (pamong_office_correct_resident (office, person, &findings, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_has (findings, "nik-taken"));
  g_assert_cmpint (pamong_findings_worst (findings), ==, PAMONG_SEVERITY_WARN);

  /* The field itself may not get another value that is taken. */
  g_clear_pointer (&findings, g_ptr_array_unref);
  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, "35222801017000");
  g_assert_false (pamong_office_correct_resident (office, person, &findings, &error));
  fixture_close (office);
}

static void
test_remove_and_back (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *head = fixture_member (card, 0)->uid;
  g_autoptr (GPtrArray) findings = NULL, removals = NULL, cancels = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_remove_resident (office, head, " ", NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_remove_resident (office, head, "data ganda", "2026-03-11", NULL, &error));
  g_clear_error (&error);
  g_assert_false (pamong_office_put_back (office, head, NULL, NULL, &error));
  g_clear_error (&error);

  g_assert_true (pamong_office_remove_resident (office, head, "data ganda", "2026-03-09", &findings, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_has (findings, "head-count")); /* others live on: change the head */
  g_assert_cmpint (pamong_store_status (store, head), ==, PAMONG_STATUS_VOID);
  removals = fixture_events (office, PAMONG_EVENT_REMOVED, head, NULL);
  g_assert_cmpuint (removals->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (removals->pdata[0], PAMONG_EVENT_REASON), ==, "data ganda");
  g_assert_cmpstr (pamong_record_text (removals->pdata[0], PAMONG_EVENT_DATE), ==, "2026-03-09");
  g_assert_false (pamong_office_remove_resident (office, head, "lagi", NULL, NULL, &error));
  g_clear_error (&error);

  g_assert_true (pamong_office_put_back (office, head, "ternyata benar", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (pamong_store_status (store, head), ==, PAMONG_STATUS_ALIVE);
  cancels = fixture_events (office, PAMONG_EVENT_CANCEL, head, NULL);
  g_assert_cmpuint (cancels->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (cancels->pdata[0], PAMONG_EVENT_CANCELS), ==, ((PamongRecord *) removals->pdata[0])->uid);
  g_assert_cmpstr (pamong_record_text (cancels->pdata[0], PAMONG_EVENT_DATE), ==, FIXTURE_TODAY);
  fixture_close (office);
}

/* While somebody was off the list their NIK was entered again. */
static void
test_back_blocked (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_single ("3522280101200002", "3522280101700001", "SARMIN");
  g_autoptr (PamongFamilyCard) again = fixture_single ("3522280101200002", "3522280101700001", "SARMIN");
  const char *uid = fixture_member (card, 0)->uid;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_true (pamong_office_remove_resident (office, uid, "salah ketik", NULL, NULL, &error));
  g_assert_true (pamong_office_register_family (office, again, NULL, &error)); /* an empty family holds no number */
  g_assert_no_error (error);
  g_assert_false (pamong_office_put_back (office, uid, NULL, &findings, &error));
  g_assert_true (fixture_has (findings, "nik-taken"));
  fixture_close (office);
}

static void
test_card (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_single (NULL, "3522280101700001", "SARMIN");
  g_autoptr (PamongFamilyCard) stored = NULL;
  g_autoptr (GPtrArray) waiting = NULL, after = NULL, openings = NULL;
  g_autoptr (GError) error = NULL;
  PamongRecord *wife = fixture_person ("3522284101750002", "SARMINI", 2, "1975-01-01", 3);

  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  waiting = pamong_store_waiting (store, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);

  g_ptr_array_add (card->members, wife);
  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, "3522280101200002");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "009");
  pamong_record_set_text (fixture_member (card, 0), PAMONG_RESIDENT_NAME, "SARMIN HADI");
  g_assert_true (pamong_office_correct_card (office, card, NULL, &error));
  g_assert_no_error (error);

  stored = pamong_store_card (store, card->family->uid, NULL);
  g_assert_cmpuint (stored->members->len, ==, 2);
  g_assert_cmpstr (pamong_record_text (fixture_member (stored, 0), PAMONG_RESIDENT_NAME), ==, "SARMIN HADI");
  openings = fixture_events (office, PAMONG_EVENT_OPENING, wife->uid, NULL);
  g_assert_cmpuint (openings->len, ==, 1);
  after = pamong_store_waiting (store, NULL);
  g_assert_cmpuint (after->len, ==, 0);

  /* A row left out stays as it is; an act that fails in one row writes nothing of the others. */
  gint64 changes = fixture_changes (office);
  g_ptr_array_remove_index (card->members, 0);
  pamong_record_set_text (wife, PAMONG_RESIDENT_PHONE, "0812");
  g_ptr_array_add (card->members, fixture_person ("3522280101700001", "KEMBAR", 1, "1970-01-01", 11));
  g_assert_false (pamong_office_correct_card (office, card, NULL, &error));
  g_assert_cmpint (fixture_changes (office), ==, changes);
  fixture_close (office);
}

/* Two rows of one card exchange their numbers: neither is taken. */
static void
test_swap (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (fixture_member (card, 0), PAMONG_RESIDENT_NIK, "3522280707100003");
  pamong_record_set_text (fixture_member (card, 2), PAMONG_RESIDENT_NIK, "3522281208800001");
  g_assert_true (pamong_office_correct_card (office, card, NULL, &error));
  g_assert_no_error (error);
  fixture_close (office);
}

static void
test_levels (void)
{
  static const struct { PamongLevel level; const char *area; } places[] = { { PAMONG_LEVEL_DISTRICT, "35.22.28" }, { PAMONG_LEVEL_REGENCY, "35.22" } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *dir = fixture_dir ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PamongRecord) lone = fixture_person (NULL, "PENDATANG", 1, "1990-05-05", 1);
      g_autoptr (PamongFamilyCard) card = fixture_card ();
      g_autoptr (GPtrArray) findings = NULL;
      PamongOffice *office = pamong_office_init (dir, places[i].level, places[i].area, "Camat", PAMONG_DUTY_SERVICE, FIXTURE_PASSWORD, NULL, &error);
      const char *members[] = { "x", NULL };

      g_assert_no_error (error);
#define DENIED(act)                                                \
  G_STMT_START                                                     \
  {                                                                \
    g_assert_false (act);                                          \
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);     \
    g_clear_error (&error);                                        \
  }                                                                \
  G_STMT_END
      DENIED (pamong_office_add_resident (office, lone, &findings, &error));
      DENIED (pamong_office_correct_resident (office, lone, NULL, &error));
      DENIED (pamong_office_remove_resident (office, "x", "alasan", NULL, NULL, &error));
      DENIED (pamong_office_put_back (office, "x", NULL, NULL, &error));
      DENIED (pamong_office_register_family (office, card, NULL, &error));
      DENIED (pamong_office_correct_card (office, card, NULL, &error));
      DENIED (pamong_office_split_family (office, members, "x", NULL, NULL, NULL, NULL, NULL, NULL, &error));
      DENIED (pamong_office_join_family (office, "x", "y", 4, NULL, NULL, NULL, &error));
      DENIED (pamong_office_change_head (office, "x", "y", 0, NULL, NULL, NULL, &error));
      DENIED (pamong_office_move_house (office, "x", card->family, NULL, NULL, NULL, &error));
      DENIED (pamong_office_document_issued (office, "x", "y", NULL, NULL, &error));
      DENIED (pamong_office_resolve (office, "x", -1, NULL, &error));
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_true (pamong_office_add_account (office, "Kasi", PAMONG_DUTY_SERVICE, FIXTURE_PASSWORD, NULL, NULL, &error));
      fixture_close (office);
    }
}

static void
test_signed_out (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  g_autoptr (GError) error = NULL;

  pamong_office_sign_out (office);
  g_assert_false (pamong_office_register_family (office, card, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/residents/add", test_add);
  g_test_add_func ("/residents/add-blocked", test_add_blocked);
  g_test_add_func ("/residents/correct", test_correct);
  g_test_add_func ("/residents/correct-blocked", test_correct_blocked);
  g_test_add_func ("/residents/stood", test_stood);
  g_test_add_func ("/residents/remove-and-back", test_remove_and_back);
  g_test_add_func ("/residents/back-blocked", test_back_blocked);
  g_test_add_func ("/residents/card", test_card);
  g_test_add_func ("/residents/swap", test_swap);
  g_test_add_func ("/residents/levels", test_levels);
  g_test_add_func ("/residents/signed-out", test_signed_out);
  return g_test_run ();
}
