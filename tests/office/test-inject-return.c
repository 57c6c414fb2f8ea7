/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/inject.h"
#include "office/line.h"
#include "store/batches.h"

/* The village takes back all that the regency filled in, and takes it in again. */

#define BATCH "MLcvmCzISTO6Mlul04x7_A"
#define ACT "inject " BATCH

typedef struct {
  PamongOffice *office;
  PamongFamilyCard *card;
  char *waits, *checked; /* people of the batch */
} Village;

static PamongRecord *
read_resident (Village *village, const char *uid)
{
  PamongRecord *resident = pamong_store_get (pamong_office_store (village->office), PAMONG_KIND_RESIDENT, uid, NULL);

  g_assert_nonnull (resident);
  return resident;
}

static PamongStatus
status_of (Village *village, const char *uid)
{
  return pamong_store_status (pamong_office_store (village->office), uid);
}

static char *
arrive (PamongOffice *office, const char *nik, const char *name)
{
  g_autoptr (PamongRecord) person = fixture_person (nik, name, 1, "1980-05-05", 1), opening = pamong_record_new (PAMONG_KIND_EVENT, FIXTURE_AREA);

  pamong_record_set_text (person, PAMONG_RESIDENT_BATCH_UID, BATCH);
  fixture_arrive (office, person, ACT);
  pamong_record_set_int (opening, PAMONG_EVENT_TYPE, PAMONG_EVENT_OPENING);
  pamong_record_set_text (opening, PAMONG_EVENT_RESIDENT_UID, person->uid);
  pamong_record_set_text (opening, PAMONG_EVENT_DATE, FIXTURE_TODAY);
  pamong_record_set_text (opening, PAMONG_EVENT_BATCH, BATCH);
  fixture_arrive (office, opening, ACT);
  return g_strdup (person->uid);
}

static void
arrive_batch (PamongOffice *office)
{
  g_autoptr (PamongRecord) batch = pamong_record_new (PAMONG_KIND_BATCH, FIXTURE_AREA);

  g_free (batch->uid);
  batch->uid = g_strdup (BATCH);
  pamong_record_set_text (batch, PAMONG_BATCH_TITLE, "Daftar");
  pamong_record_set_text (batch, PAMONG_BATCH_SOURCE, "SIAK");
  pamong_record_set_int (batch, PAMONG_BATCH_INJECTED, TRUE);
  fixture_arrive (office, batch, ACT);
}

static void
sent (PamongOffice *office)
{
  g_autoptr (PamongPushAnswer) answer = g_new0 (PamongPushAnswer, 1);
  PamongResult *result = pamong_result_new (1, PAMONG_OUTCOME_APPLIED);

  result->to = answer->high = fixture_changes (office);
  answer->results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
  g_ptr_array_add (answer->results, result);
  g_assert_true (pamong_office_store_answer (office, answer, NULL));
}

/* Two people came, one of them was checked; of the wife two fields were filled, one of them was changed since. */
static Village *
village_new (void)
{
  Village *village = g_new0 (Village, 1);
  g_autoptr (PamongRecord) filled = NULL, typed = NULL;
  g_autoptr (GError) error = NULL;
  const char *uids[] = { NULL, NULL };

  village->office = fixture_office ();
  village->card = fixture_register (village->office);
  sent (village->office);
  arrive_batch (village->office);
  village->waits = arrive (village->office, "3522280505800011", "KARTONO");
  uids[0] = village->checked = arrive (village->office, "3522280505800012", "SUPARMAN");
  g_assert_true (pamong_office_confirm (village->office, uids, NULL, &error));
  filled = read_resident (village, fixture_member (village->card, 1)->uid);
  pamong_record_set_text (filled, PAMONG_RESIDENT_ETHNICITY, "JAWA");
  pamong_record_set_text (filled, PAMONG_RESIDENT_BIRTH_CERT, "AL-1");
  fixture_arrive (village->office, filled, ACT);
  typed = read_resident (village, filled->uid);
  pamong_record_set_text (typed, PAMONG_RESIDENT_BIRTH_CERT, "AL-2");
  g_assert_true (pamong_office_correct_resident (village->office, typed, NULL, &error));
  g_assert_no_error (error);
  return village;
}

static void
village_free (Village *village)
{
  pamong_family_card_free (village->card);
  fixture_close (village->office);
  g_free (village->waits);
  g_free (village->checked);
  g_free (village);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Village, village_free)

static void
expect_fields (Village *village, const char *ethnicity, const char *birth_cert)
{
  g_autoptr (PamongRecord) wife = read_resident (village, fixture_member (village->card, 1)->uid);

  g_assert_cmpstr (pamong_record_text (wife, PAMONG_RESIDENT_ETHNICITY), ==, ethnicity);
  g_assert_cmpstr (pamong_record_text (wife, PAMONG_RESIDENT_BIRTH_CERT), ==, birth_cert);
}

static PamongBatchState
state_of (Village *village)
{
  PamongBatchState state;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_store_batch_state (pamong_office_store (village->office), BATCH, &state, &error));
  g_assert_no_error (error);
  return state;
}

static void
test_return (void)
{
  g_autoptr (Village) village = village_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongImport) import = NULL;
  PamongImportEffect effect;

  g_assert_cmpint (state_of (village).people, ==, 2);
  g_assert_cmpint (state_of (village).confirmed, ==, 1);
  g_assert_true (pamong_import_undo_effect (pamong_office_store (village->office), BATCH, &effect, &error));
  g_assert_cmpuint (effect.leave, ==, 1);
  g_assert_cmpuint (effect.stay, ==, 1);
  g_assert_cmpuint (effect.back, ==, 1);
  g_assert_cmpuint (effect.kept, ==, 1);
  g_assert_cmpint (status_of (village, village->waits), ==, PAMONG_STATUS_ALIVE); /* only told */

  g_assert_false (pamong_import_undo (village->office, BATCH, NULL, NULL, &error)); /* that is the regency's act */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (pamong_inject_return (village->office, BATCH, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status_of (village, village->waits), ==, PAMONG_STATUS_VOID);
  g_assert_cmpint (status_of (village, village->checked), ==, PAMONG_STATUS_ALIVE);
  expect_fields (village, NULL, "AL-2");
  import = pamong_import_get (pamong_office_store (village->office), BATCH, &error);
  g_assert_cmpint (import->state, ==, PAMONG_IMPORT_UNDONE);
  g_assert_true (state_of (village).returned);
  g_assert_false (pamong_inject_return (village->office, BATCH, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
}

/* There and back as often as wanted; what changed meanwhile stays. */
static void
test_again (void)
{
  g_autoptr (Village) village = village_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) waits = NULL;

  g_assert_false (pamong_inject_again (village->office, BATCH, NULL, NULL, &error)); /* it stands */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pamong_inject_return (village->office, BATCH, NULL, NULL, &error));
      g_assert_cmpint (status_of (village, village->waits), ==, PAMONG_STATUS_VOID);
      expect_fields (village, NULL, "AL-2");
      g_assert_true (pamong_inject_again (village->office, BATCH, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (status_of (village, village->waits), ==, PAMONG_STATUS_ALIVE);
      expect_fields (village, "JAWA", "AL-2");
      g_assert_cmpint (state_of (village).people, ==, 2);
      g_assert_false (state_of (village).returned);
    }
  waits = read_resident (village, village->waits);
  g_assert_cmpstr (pamong_record_text (waits, PAMONG_RESIDENT_BATCH_UID), ==, BATCH);
}

/* What the regency itself took back is not the village's to bring in. */
static void
test_not_returned (void)
{
  g_autoptr (Village) village = village_new ();
  g_autoptr (PamongRecord) batch = pamong_store_get (pamong_office_store (village->office), PAMONG_KIND_BATCH, BATCH, NULL);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (batch, PAMONG_BATCH_UNDONE, FIXTURE_TODAY);
  fixture_arrive (village->office, batch, "inject.undo " BATCH);
  g_assert_false (pamong_inject_again (village->office, BATCH, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inject-return/return", test_return);
  g_test_add_func ("/inject-return/again", test_again);
  g_test_add_func ("/inject-return/not-returned", test_not_returned);
  return g_test_run ();
}
