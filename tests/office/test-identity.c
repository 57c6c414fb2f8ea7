/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "domain/codes.h"
#include "office/accounts.h"
#include "office/identity.h"

/* What the village calls itself, what it hides, and accounts that may change only a part of it. */

static void
save (PamongOffice *office, const PamongRecord *before, const PamongRecord *after)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_save_identity (office, before, after, &error));
  g_assert_no_error (error);
}

static void
expect_refused (PamongOffice *office, const PamongRecord *after, PamongError code)
{
  gint64 changes = fixture_changes (office);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_save_identity (office, NULL, after, &error));
  g_assert_error (error, PAMONG_ERROR, (int) code);
  g_assert_cmpint (fixture_changes (office), ==, changes);
}

static void
test_save (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongRecord) first = pamong_identity (store, NULL), other = NULL, seen = NULL, after = NULL;

  after = pamong_record_copy (first);
  pamong_record_set_text (after, PAMONG_IDENTITY_ADDRESS, "Jl. Raya Gayam 1");
  save (office, first, after);
  seen = pamong_identity (store, NULL);
  g_assert_cmpstr (seen->uid, ==, first->uid);
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_IDENTITY_ADDRESS), ==, "Jl. Raya Gayam 1");

  /* a page opened before that writes only what was typed there */
  other = pamong_record_copy (first);
  pamong_record_set_text (other, PAMONG_IDENTITY_PHONE, "0353 123456");
  save (office, first, other);
  g_clear_pointer (&seen, pamong_record_free);
  seen = pamong_identity (store, NULL);
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_IDENTITY_ADDRESS), ==, "Jl. Raya Gayam 1");
  g_assert_cmpstr (pamong_record_text (seen, PAMONG_IDENTITY_PHONE), ==, "0353 123456");
  fixture_close (office);
}

static void
expect_word (PamongStore *store, PamongIdentityWord word, const char *text)
{
  g_autofree char *found = pamong_identity_word (store, word);

  g_assert_cmpstr (found, ==, text);
}

static void
test_words (void)
{
  static const PamongIdentityWord words[] = { PAMONG_WORD_HEAD, PAMONG_WORD_SECRETARY, PAMONG_WORD_HAMLET, PAMONG_WORD_HAMLET_HEAD, PAMONG_WORD_CLERGY };
  static const char *const areas[] = { "35.22.28.2001", "35.22.15.1006", "35.22.28", "35.22" };
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongRecord) identity = pamong_identity (store, NULL);
  g_auto (GStrv) lines = NULL;

  for (guint a = 0; a < G_N_ELEMENTS (areas); a++)
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      {
        g_autofree char *usual = pamong_identity_usual (areas[a], words[w]);

        g_test_message ("%s %d", areas[a], (int) words[w]);
        g_assert_cmpstr (usual, !=, "");
      }
  lines = pamong_identity_letterhead (identity);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "PEMERINTAH KABUPATEN BOJONEGORO");
  g_assert_true (g_str_has_prefix (lines[1], "KECAMATAN "));
  g_assert_true (g_str_has_prefix (lines[2], "DESA "));
  expect_word (store, PAMONG_WORD_HEAD, "Kepala Desa");
  expect_word (store, PAMONG_WORD_HAMLET, "Dusun");
  pamong_record_set_text (identity, PAMONG_IDENTITY_HAMLET_HEAD_TITLE, "Kasun");
  save (office, NULL, identity);
  expect_word (store, PAMONG_WORD_HAMLET_HEAD, "Kasun");
  pamong_record_clear (identity, PAMONG_IDENTITY_HAMLET_HEAD_TITLE);
  save (office, NULL, identity);
  expect_word (store, PAMONG_WORD_HAMLET_HEAD, "Kepala Dusun");
  fixture_close (office);
}

static void
test_kelurahan (void)
{
  g_autofree char *dir = fixture_dir ();
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, "35.22.15.1006", "Siti", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, NULL, NULL);
  PamongStore *store = pamong_office_store (office);

  g_assert_cmpstr (pamong_regions_find ("35.22.15.1006")->type, ==, "kelurahan");
  expect_word (store, PAMONG_WORD_HEAD, "Lurah");
  expect_word (store, PAMONG_WORD_HAMLET, "Lingkungan");
  expect_word (store, PAMONG_WORD_HAMLET_HEAD, "Kepala Lingkungan");
  fixture_close (office);
}

static void
test_menus (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_office_store (office), NULL);

  pamong_record_set_text (identity, PAMONG_IDENTITY_MENUS_OFF, "bantuan,surat");
  save (office, NULL, identity);
  g_assert_true (pamong_identity_hides (identity, "surat"));
  g_assert_false (pamong_identity_hides (identity, "sur"));
  g_assert_false (pamong_identity_hides (NULL, "surat"));
  pamong_record_set_text (identity, PAMONG_IDENTITY_MENUS_OFF, "surat,pengaturan");
  expect_refused (office, identity, PAMONG_ERROR_INVALID);
  g_assert_false (pamong_identity_hides (identity, "pengaturan")); /* even if another program wrote it */
  fixture_close (office);
}

static void
test_logo (void)
{
  static const guchar png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0 };
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_office_store (office), NULL), kept = NULL;
  g_autofree char *good = g_base64_encode (png, sizeof png), *bad = g_base64_encode ((const guchar *) "GIF89a..........", 16);
  g_autofree guchar *large = g_malloc0 (PAMONG_LONG_BYTES);
  g_autofree char *too_large = NULL;

  memcpy (large, png, sizeof png);
  too_large = g_base64_encode (large, PAMONG_LONG_BYTES);
  pamong_record_set_text (identity, PAMONG_IDENTITY_LOGO, good);
  save (office, NULL, identity);
  pamong_record_set_text (identity, PAMONG_IDENTITY_LOGO, bad);
  expect_refused (office, identity, PAMONG_ERROR_INVALID);
  pamong_record_set_text (identity, PAMONG_IDENTITY_LOGO, too_large);
  expect_refused (office, identity, PAMONG_ERROR_INVALID);
  kept = pamong_identity (pamong_office_store (office), NULL);
  g_assert_cmpstr (pamong_record_text (kept, PAMONG_IDENTITY_LOGO), ==, good);
  fixture_close (office);
}

/* An account for RT 003 of Krajan signs in. */
static char *
sign_in_limited (PamongOffice *office)
{
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, NULL);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (account, PAMONG_ACCOUNT_NAME, "Bu Kader");
  pamong_record_set_int (account, PAMONG_ACCOUNT_DUTY, PAMONG_DUTY_OPERATOR);
  pamong_record_set_text (account, PAMONG_ACCOUNT_DUSUN, "Krajan");
  pamong_record_set_text (account, PAMONG_ACCOUNT_RT, "003");
  g_assert_true (pamong_office_add_account_as (office, account, "sandi bu kader", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (pamong_office_sign_in (office, "Bu Kader", "sandi bu kader", &error));
  return g_strdup (account->uid);
}

static void
expect_denied (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_assert_nonnull (strstr ((*error)->message, "RT 003"));
  g_clear_error (error);
}

static void
test_limited (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) inside = fixture_register (office), outside = fixture_single ("3522280101200009", "3522280101700009", "PAIMAN"), third = NULL;
  g_autoptr (PamongRecord) changed = NULL, elsewhere = NULL, alone = NULL, identity = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;
  gint64 changes;

  pamong_record_set_text (outside->family, PAMONG_FAMILY_RT, "004");
  g_assert_true (pamong_office_register_family (office, outside, NULL, &error));
  uid = sign_in_limited (office);

  /* inside: as ever */
  changed = pamong_record_copy (fixture_member (inside, 0));
  pamong_record_set_text (changed, PAMONG_RESIDENT_PHONE, "081234567890");
  g_assert_true (pamong_office_correct_resident (office, changed, NULL, &error));
  g_assert_no_error (error);

  /* outside: correct, take off, register, move out, join, or write down without a family */
  changes = fixture_changes (office);
  elsewhere = pamong_record_copy (fixture_member (outside, 0));
  pamong_record_set_text (elsewhere, PAMONG_RESIDENT_PHONE, "081234567891");
  expect_denied (pamong_office_correct_resident (office, elsewhere, NULL, &error), &error);
  expect_denied (pamong_office_remove_resident (office, elsewhere->uid, "ganda", NULL, NULL, &error), &error);
  expect_denied (pamong_office_join_family (office, elsewhere->uid, inside->family->uid, 9, NULL, "ikut anak", NULL, &error), &error);
  pamong_record_set_text (inside->family, PAMONG_FAMILY_RT, "004");
  expect_denied (pamong_office_move_house (office, inside->family->uid, inside->family, FIXTURE_TODAY, "pindah", NULL, &error), &error);
  third = fixture_single ("3522280101200010", "3522280101700010", "PONIRAN");
  pamong_record_set_text (third->family, PAMONG_FAMILY_DUSUN, "NGLABAN");
  expect_denied (pamong_office_register_family (office, third, NULL, &error), &error);
  alone = fixture_person ("3522280101700011", "PARTO", 1, "1970-01-01", 1);
  expect_denied (pamong_office_add_resident (office, alone, NULL, &error), &error);

  /* nor what belongs to the whole village */
  identity = pamong_identity (pamong_office_store (office), NULL);
  pamong_record_set_text (identity, PAMONG_IDENTITY_PHONE, "1");
  expect_denied (pamong_office_save_identity (office, NULL, identity, &error), &error);
  expect_denied (pamong_office_add_account (office, "Lain", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, NULL, NULL, &error), &error);
  g_assert_cmpint (fixture_changes (office), ==, changes);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/save", test_save);
  g_test_add_func ("/identity/words", test_words);
  g_test_add_func ("/identity/kelurahan", test_kelurahan);
  g_test_add_func ("/identity/menus", test_menus);
  g_test_add_func ("/identity/logo", test_logo);
  g_test_add_func ("/identity/limited", test_limited);
  return g_test_run ();
}
