/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/inspector.h"
#include "office/waivers.h"

/* A reason that was accepted, shown and taken back: the rule speaks again. */

static PamongFamilyCard *
register_waived (PamongOffice *office)
{
  PamongFamilyCard *card = fixture_single ("3522280101200002", "3522280101700000", "SARMIN HADI");
  PamongAccept given = { "nik-serial", "sesuai KTP" };
  g_autoptr (GError) error = NULL;

  pamong_office_accept (office, &given, 1);
  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_no_error (error);
  return card;
}

static gboolean
speaks (PamongInspector *inspector, const char *rule)
{
  PamongInspection *report = pamong_inspector_report (inspector);
  gboolean found = FALSE;

  for (guint i = 0; i < report->kinds->len; i++)
    found = found || g_str_equal (g_array_index (report->kinds, PamongInspectedKind, i).rule, rule);
  pamong_inspection_free (report);
  return found;
}

static void
changed_cb (PamongKind kind, const char *const *uids, gpointer data)
{
  char **told = data;

  g_assert_nonnull (uids);
  g_free (*told);
  *told = g_strdup (uids[0]);
}

static void
test_withdrawn (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = register_waived (office);
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (store, NULL);
  g_autoptr (GPtrArray) waivers = pamong_waivers (store, NULL), left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  const char *uid = fixture_member (card, 0)->uid, *uids[] = { NULL, NULL };
  const PamongWaived *waived;
  gint64 changes;

  g_assert_cmpuint (waivers->len, ==, 1);
  waived = waivers->pdata[0];
  g_assert_cmpstr (waived->rule, ==, "nik-serial");
  g_assert_cmpstr (waived->who, ==, "SARMIN HADI");
  g_assert_cmpstr (waived->rt, ==, "003");
  g_assert_cmpstr (waived->reason, ==, "sesuai KTP");
  g_assert_true (pamong_inspector_run (inspector, NULL));
  g_assert_false (speaks (inspector, "nik-serial"));

  changes = fixture_changes (office);
  pamong_office_set_changed (office, changed_cb, &told);
  g_assert_true (pamong_office_withdraw_waiver (office, waived->uid, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_changes (office), ==, changes + 1); /* it travels */
  g_assert_cmpstr (told, ==, uid);
  uids[0] = told;
  g_assert_true (pamong_inspector_refresh (inspector, uids, &error));
  g_assert_true (speaks (inspector, "nik-serial"));
  left = pamong_waivers (store, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_false (pamong_office_withdraw_waiver (office, waived->uid, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_clear_pointer (&inspector, pamong_inspector_free);
  fixture_close (office);
}

/* Given again after it was taken back: a new record, and the rule keeps quiet again. */
static void
test_given_again (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = register_waived (office);
  g_autoptr (GPtrArray) waivers = pamong_waivers (store, NULL), again = NULL;
  g_autoptr (PamongRecord) person = pamong_store_get (store, PAMONG_KIND_RESIDENT, fixture_member (card, 0)->uid, NULL);
  PamongAccept given = { "nik-serial", "dilihat lagi di KTP" };

  g_assert_true (pamong_office_withdraw_waiver (office, ((PamongWaived *) waivers->pdata[0])->uid, NULL));
  g_assert_false (pamong_store_is_waived (store, person->uid, "nik-serial", "3522280101700000"));
  pamong_office_accept (office, &given, 1);
  g_assert_true (pamong_office_correct_resident (office, person, NULL, NULL));
  again = pamong_waivers (store, NULL);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpstr (((PamongWaived *) again->pdata[0])->reason, ==, "dilihat lagi di KTP");
  g_assert_true (pamong_store_is_waived (store, person->uid, "nik-serial", "3522280101700000"));
  fixture_close (office);
}

static void
test_signed_out (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = register_waived (office);
  g_autoptr (GPtrArray) waivers = pamong_waivers (pamong_office_store (office), NULL);
  g_autoptr (GError) error = NULL;

  pamong_office_sign_out (office);
  g_assert_false (pamong_office_withdraw_waiver (office, ((PamongWaived *) waivers->pdata[0])->uid, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waivers/withdrawn", test_withdrawn);
  g_test_add_func ("/waivers/given-again", test_given_again);
  g_test_add_func ("/waivers/signed-out", test_signed_out);
  return g_test_run ();
}
