/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "office/life.h"
#include "office/undo.h"

/* Marriage, divorce, adoption, another NIK: two people change in one act, and one undo gives all of it back. */

#define RETNO_NIK "3522284506030011"

typedef struct {
  PamongOffice *office;
  PamongStore *store;
  PamongFamilyCard *his, *hers;
  char *joko, *retno, *slamet;
} Village;

static void
set_up (Village *village, gconstpointer data)
{
  PamongRecord *joko = fixture_person ("3522280101010004", "JOKO SUSILO", 1, "2001-01-01", 4), *retno = fixture_person (RETNO_NIK, "RETNO WULAN", 2, "2003-06-05", 4);
  g_autoptr (GError) error = NULL;

  village->office = fixture_office ();
  village->store = pamong_office_store (village->office);
  village->his = fixture_card ();
  g_ptr_array_add (village->his->members, joko);
  village->hers = fixture_single ("3522280101200009", "3522280101700009", "SLAMET RIYADI");
  g_ptr_array_add (village->hers->members, retno);
  g_assert_true (pamong_office_register_family (village->office, village->his, NULL, &error));
  g_assert_true (pamong_office_register_family (village->office, village->hers, NULL, &error));
  g_assert_no_error (error);
  village->joko = g_strdup (joko->uid);
  village->retno = g_strdup (retno->uid);
  village->slamet = g_strdup (fixture_member (village->hers, 0)->uid);
}

static void
tear_down (Village *village, gconstpointer data)
{
  fixture_close (village->office);
  pamong_family_card_free (village->his);
  pamong_family_card_free (village->hers);
  g_free (village->joko);
  g_free (village->retno);
  g_free (village->slamet);
}

static PamongRecord *
person (Village *village, const char *uid)
{
  return pamong_store_get (village->store, PAMONG_KIND_RESIDENT, uid, NULL);
}

static void
assert_int (Village *village, const char *uid, int field, int value)
{
  g_autoptr (PamongRecord) record = person (village, uid);

  g_assert_cmpint (pamong_record_int (record, field), ==, value);
}

static void
assert_text (Village *village, const char *uid, int field, const char *value)
{
  g_autoptr (PamongRecord) record = person (village, uid);

  g_assert_cmpstr (pamong_record_text (record, field), ==, value);
}

static void
undo_only (Village *village, PamongEventType type, const char *uid)
{
  g_autoptr (GPtrArray) events = fixture_events (village->office, type, uid, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (events->len, ==, 1);
  g_assert_true (pamong_office_undo (village->office, ((PamongRecord *) g_ptr_array_index (events, 0))->uid, "salah catat", NULL, &error));
  g_assert_no_error (error);
}

/* The couple leaves for a card of its own, which waits for Dukcapil; all of it is given back by one undo. */
static void
test_new_family (Village *village, gconstpointer data)
{
  PamongMarriage marriage = { .certificate = "0123/045/II/2026", .date = "2026-02-14", .household = PAMONG_HOUSEHOLD_NEW };
  g_autoptr (PamongFamilyCard) card = NULL, old = NULL;
  g_autoptr (GPtrArray) waiting = NULL, after = NULL, events = NULL;
  g_autofree char *family_uid = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_marry (village->office, village->joko, village->retno, &marriage, NULL, &family_uid, NULL, &error));
  g_assert_no_error (error);
  card = pamong_store_card (village->store, family_uid, NULL);
  g_assert_cmpuint (card->members->len, ==, 2);
  g_assert_cmpstr (pamong_family_card_head (card)->uid, ==, village->joko);
  g_assert_cmpstr (pamong_record_text (card->family, PAMONG_FAMILY_RT), ==, "003");
  assert_int (village, village->retno, PAMONG_RESIDENT_SHDK, 3);
  assert_int (village, village->retno, PAMONG_RESIDENT_MARITAL_STATUS, 2);
  assert_text (village, village->joko, PAMONG_RESIDENT_MARRIAGE_CERT, "0123/045/II/2026");
  events = fixture_events (village->office, PAMONG_EVENT_MARRIED, village->joko, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (g_ptr_array_index (events, 0), PAMONG_EVENT_OTHER_UID), ==, village->retno);
  waiting = pamong_store_waiting (village->store, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);

  undo_only (village, PAMONG_EVENT_MARRIED, village->joko);
  assert_text (village, village->joko, PAMONG_RESIDENT_FAMILY_UID, village->his->family->uid);
  assert_text (village, village->retno, PAMONG_RESIDENT_FAMILY_UID, village->hers->family->uid);
  assert_text (village, village->retno, PAMONG_RESIDENT_MARRIAGE_DATE, NULL);
  assert_int (village, village->joko, PAMONG_RESIDENT_MARITAL_STATUS, 1);
  assert_int (village, village->joko, PAMONG_RESIDENT_SHDK, 4);
  after = pamong_store_waiting (village->store, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_joining (Village *village, gconstpointer data)
{
  PamongMarriage marriage = { .household = PAMONG_HOUSEHOLD_FIRST };
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_marry (village->office, village->joko, village->retno, &marriage, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_text (village, village->retno, PAMONG_RESIDENT_FAMILY_UID, village->his->family->uid);
  assert_int (village, village->retno, PAMONG_RESIDENT_SHDK, 5);
  assert_int (village, village->joko, PAMONG_RESIDENT_SHDK, 4);
}

static void
refuse_marriage (Village *village, const char *first, const char *second, const char *reason)
{
  PamongMarriage marriage = { .household = PAMONG_HOUSEHOLD_SAME };
  gint64 changes = fixture_changes (village->office);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_marry (village->office, first, second, &marriage, reason, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpint (fixture_changes (village->office), ==, changes);
}

static void
test_refused (Village *village, gconstpointer data)
{
  PamongMarriage marriage = { .household = PAMONG_HOUSEHOLD_SAME }, ahead = { .date = "2026-12-01" };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  refuse_marriage (village, village->joko, village->joko, NULL);
  refuse_marriage (village, village->joko, village->slamet, NULL);                     /* two men */
  refuse_marriage (village, village->joko, fixture_member (village->his, 1)->uid, "x"); /* somebody's wife */
  refuse_marriage (village, village->slamet, village->retno, NULL);                    /* a second wife needs the court's word */
  g_assert_false (pamong_office_marry (village->office, village->joko, village->retno, &ahead, NULL, NULL, NULL, &error));
  g_clear_error (&error);
  /* BUDI is 15: told, not refused */
  g_assert_true (pamong_office_marry (village->office, fixture_member (village->his, 2)->uid, village->retno, &marriage, NULL, NULL, &findings, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_has (findings, "married-young"));
}

static void
test_divorce (Village *village, gconstpointer data)
{
  const char *husband = fixture_member (village->his, 0)->uid, *wife = fixture_member (village->his, 1)->uid;
  g_autoptr (PamongFamilyCard) new = NULL;
  g_autofree char *family_uid = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_divorce (village->office, village->joko, village->retno, NULL, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_divorce (village->office, husband, wife, "0012/AC/2026", "2026-03-01", wife, NULL, NULL, &family_uid, NULL, &error));
  g_assert_no_error (error);
  new = pamong_store_card (village->store, family_uid, NULL);
  g_assert_cmpstr (pamong_family_card_head (new)->uid, ==, wife);
  assert_int (village, husband, PAMONG_RESIDENT_MARITAL_STATUS, 3);
  assert_text (village, wife, PAMONG_RESIDENT_DIVORCE_CERT, "0012/AC/2026");
  undo_only (village, PAMONG_EVENT_DIVORCED, husband);
  assert_int (village, wife, PAMONG_RESIDENT_SHDK, 3);
  assert_int (village, wife, PAMONG_RESIDENT_MARITAL_STATUS, 2);
}

static void
test_adoption (Village *village, gconstpointer data)
{
  const char *child = fixture_member (village->his, 2)->uid;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_adopt_child (village->office, child, village->hers->family->uid, "2026-01-05", NULL, "penetapan PN", NULL, &error));
  g_assert_no_error (error);
  assert_text (village, child, PAMONG_RESIDENT_FAMILY_UID, village->hers->family->uid);
  assert_text (village, child, PAMONG_RESIDENT_FATHER_NAME, "SUKARNO");
  undo_only (village, PAMONG_EVENT_ADOPTED, child);
  assert_text (village, child, PAMONG_RESIDENT_FAMILY_UID, village->his->family->uid);
  g_assert_false (pamong_office_adopt_child (village->office, fixture_member (village->his, 1)->uid, village->hers->family->uid, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
}

static void
test_nik (Village *village, gconstpointer data)
{
  g_autoptr (PamongRecord) child = person (village, village->joko);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (child, PAMONG_RESIDENT_MOTHER_NIK, RETNO_NIK);
  g_assert_true (pamong_office_correct_resident (village->office, child, NULL, &error));
  g_assert_true (pamong_office_correct_nik (village->office, village->retno, "3522284506030019", "salah ketik", NULL, &error));
  g_assert_no_error (error);
  assert_text (village, village->retno, PAMONG_RESIDENT_NIK, "3522284506030019");
  assert_text (village, village->joko, PAMONG_RESIDENT_MOTHER_NIK, "3522284506030019");
  g_assert_false (pamong_office_correct_nik (village->office, village->retno, "3522280101010004", NULL, NULL, &error)); /* JOKO's */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  undo_only (village, PAMONG_EVENT_NIK_CORRECTED, village->retno);
  assert_text (village, village->retno, PAMONG_RESIDENT_NIK, RETNO_NIK);
  assert_text (village, village->joko, PAMONG_RESIDENT_MOTHER_NIK, RETNO_NIK);
}

static void
add (const char *path, void (*test) (Village *, gconstpointer))
{
  g_test_add (path, Village, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/office/life/new-family", test_new_family);
  add ("/office/life/joining", test_joining);
  add ("/office/life/refused", test_refused);
  add ("/office/life/divorce", test_divorce);
  add ("/office/life/adoption", test_adoption);
  add ("/office/life/nik", test_nik);
  return g_test_run ();
}
