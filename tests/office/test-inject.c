/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/inject.h"

/* What the regency filled in, as the village has it. */

#define BATCH "MLcvmCzISTO6Mlul04x7_A"

/* Somebody of a batch, as the feed brings them. */
static char *
arrive (PamongOffice *office, const char *nik, const char *name)
{
  g_autoptr (PamongRecord) person = fixture_person (nik, name, 1, "1980-05-05", 1);

  pamong_record_set_text (person, PAMONG_RESIDENT_BATCH_UID, BATCH);
  fixture_arrive (office, person, "inject " BATCH);
  return g_strdup (person->uid);
}

static void
test_confirm (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autofree char *one = arrive (office, "3522280505800011", "KARTONO"), *two = arrive (office, "3522280505800012", "SUPARMAN");
  const char *uids[] = { one, two, fixture_member (card, 0)->uid, NULL };
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, one, NULL), after = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new (), later = pamong_findings_new ();
  g_autoptr (GError) error = NULL;
  gint64 before = fixture_changes (office);
  guint n = 0;

  g_assert_true (pamong_office_findings (store, resident, findings, &error));
  g_assert_true (fixture_has (findings, "not-checked"));
  g_assert_true (pamong_office_confirm (office, uids, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2); /* the third never waited */
  g_assert_cmpint (fixture_changes (office), ==, before + 2);
  after = pamong_store_get (store, PAMONG_KIND_RESIDENT, one, NULL);
  g_assert_false (pamong_record_is_set (after, PAMONG_RESIDENT_BATCH_UID));
  g_assert_true (pamong_office_findings (store, after, later, &error));
  g_assert_false (fixture_has (later, "not-checked"));
  g_assert_true (pamong_office_confirm (office, uids, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  fixture_close (office);
}

/* More than one act may hold: all of them, in acts of at most 500. */
static void
test_confirm_many (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 620; i++)
    {
      g_autofree char *nik = g_strdup_printf ("352228050580%04u", i + 1), *name = g_strdup_printf ("WARGA %c%c", (int) ('A' + i % 26), (int) ('A' + i / 26));

      g_ptr_array_add (uids, arrive (office, nik, name));
    }
  g_ptr_array_add (uids, NULL);
  g_assert_true (pamong_office_confirm (office, (const char *const *) uids->pdata, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 620);
  fixture_close (office);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inject/confirm", test_confirm);
  g_test_add_func ("/inject/confirm-many", test_confirm_many);
  return g_test_run ();
}
