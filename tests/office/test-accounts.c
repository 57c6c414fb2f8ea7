/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "office/accounts.h"
#include "store/desk_rows.h"

/* Who may sit down here: the first account, signing in, a forgotten password. */

static void
expect_init_refused (const char *dir, PamongLevel level, const char *area, const char *name, const char *password, PamongError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_office_init (dir, level, area, name, PAMONG_DUTY_OPERATOR, password, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, (int) code);
}

static void
test_init (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autofree char *recovery = NULL, *too_long = g_strnfill (3000, 'A');
  g_autoptr (GError) error = NULL;
  PamongOffice *office;

  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, "35.22.28", "Siti", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, "35.22.99.2001", "Siti", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_DISTRICT, FIXTURE_AREA, "Siti", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_REGENCY, "35.22.28", "Siti", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "  ", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti\nOperator", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti \xff", FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, too_long, FIXTURE_PASSWORD, PAMONG_ERROR_INVALID);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti", "pendek", PAMONG_ERROR_INVALID);
  g_assert_false (pamong_store_exists (dir));

  office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, " Siti Operator ", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, &recovery, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (recovery), ==, 29);
  g_assert_cmpint (pamong_store_level (pamong_office_store (office)), ==, PAMONG_LEVEL_VILLAGE);
  g_assert_cmpstr (pamong_store_area (pamong_office_store (office)), ==, FIXTURE_AREA);
  g_assert_cmpstr (pamong_record_text (pamong_office_account (office), PAMONG_ACCOUNT_NAME), ==, "Siti Operator");
  g_assert_cmpint (fixture_changes (office), ==, 1); /* name and duty travel, the verifier does not */
  pamong_office_close (office);
  expect_init_refused (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti", FIXTURE_PASSWORD, PAMONG_ERROR_CONFLICT);

  office = pamong_office_open (dir, &error);
  g_assert_no_error (error);
  g_assert_null (pamong_office_account (office));
  fixture_close (office);
}

/* The power went while the first start made the store: it is no office yet, and starting again goes on. */
static void
test_half_made (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autoptr (GError) error = NULL;
  PamongStore *store = pamong_store_open (dir, PAMONG_STORE_CREATE, &error);
  PamongOffice *office;

  g_assert_no_error (error);
  pamong_store_close (store);
  g_assert_null (pamong_office_open (dir, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (pamong_office_open (dir, &error)); /* one program at a time */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_BUSY);
  fixture_close (office);
}

static void
test_sign_in (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *uid = g_strdup (pamong_office_account (office)->uid);
  g_autoptr (GError) error = NULL;

  pamong_office_sign_out (office);
  g_assert_false (pamong_office_sign_in (office, "Siti Operator", "salah sekali", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (pamong_office_check_password (pamong_office_store (office), "Siti \xf0\x9f", FIXTURE_PASSWORD, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (pamong_office_sign_in (office, "Bukan Siapa-siapa", FIXTURE_PASSWORD, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (pamong_office_account (office));
  g_assert_true (pamong_office_sign_in (office, "SITI operator", FIXTURE_PASSWORD, &error));
  g_assert_no_error (error);
  pamong_office_sign_out (office);
  g_assert_true (pamong_office_sign_in (office, uid, FIXTURE_PASSWORD, &error));
  g_assert_cmpstr (pamong_office_account (office)->uid, ==, uid);
  fixture_close (office);
}

static void
test_recover (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autofree char *code = NULL, *next = NULL, *typed = NULL;
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, &code, &error);

  pamong_office_sign_out (office);
  g_assert_false (pamong_office_recover (office, "siti", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", "sandi yang baru", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  typed = g_ascii_strdown (code, -1);
  g_strdelimit (typed, "-", ' ');
  g_assert_false (pamong_office_recover (office, "siti", typed, "pendek", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_recover (office, "siti", typed, "sandi yang baru", &next, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (next, !=, code);
  g_assert_nonnull (pamong_office_account (office));
  pamong_office_sign_out (office);
  g_assert_false (pamong_office_sign_in (office, "siti", FIXTURE_PASSWORD, NULL));
  g_assert_true (pamong_office_sign_in (office, "siti", "sandi yang baru", NULL));
  g_assert_false (pamong_office_recover (office, "siti", code, "sandi ketiga", NULL, NULL)); /* a code serves once */
  fixture_close (office);
}

static void
test_add (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *uid = NULL, *recovery = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_add_account (office, "siti OPERATOR", PAMONG_DUTY_SECRETARY, FIXTURE_PASSWORD, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_add_account (office, "Pak Carik", PAMONG_DUTY_SECRETARY, "sandi pak carik", &uid, &recovery, &error));
  g_assert_no_error (error);
  g_assert_nonnull (recovery);
  g_assert_true (pamong_office_sign_in (office, "pak carik", "sandi pak carik", NULL));
  g_assert_cmpstr (pamong_office_account (office)->uid, ==, uid);
  pamong_office_sign_out (office);
  g_assert_false (pamong_office_add_account (office, "Orang Lain", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  fixture_close (office);
}

/* Who leaves: the account is closed, its name stays; somebody must be left who can keep the list. */
static void
test_close (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *own = g_strdup (pamong_office_account (office)->uid), *uid = NULL, *code = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) closed = NULL;

  g_assert_false (pamong_office_close_account (office, own, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_add_account (office, "Pak Carik", PAMONG_DUTY_SECRETARY, "sandi pak carik", &uid, NULL, &error));
  g_assert_true (pamong_office_reset_password (office, uid, "sandi yang baru", &code, &error));
  g_assert_no_error (error);
  g_assert_false (pamong_office_sign_in (office, "pak carik", "sandi pak carik", NULL));
  g_assert_true (pamong_office_recover (office, "pak carik", code, "sandi ketiga", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (pamong_office_close_account (office, own, &error)); /* the other one signed in now */
  g_assert_no_error (error);
  g_assert_false (pamong_office_sign_in (office, "Siti Operator", FIXTURE_PASSWORD, NULL));
  closed = pamong_store_get (pamong_office_store (office), PAMONG_KIND_ACCOUNT, own, NULL);
  g_assert_cmpstr (pamong_record_text (closed, PAMONG_ACCOUNT_CLOSED), ==, FIXTURE_TODAY);
  g_assert_false (pamong_office_reset_password (office, own, "sandi keempat", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  fixture_close (office);
}

/* The last account without a limit keeps it. */
static void
test_limit_last (void)
{
  PamongOffice *office = fixture_office ();
  const PamongRecord *account = pamong_office_account (office);
  g_autoptr (PamongRecord) before = pamong_record_copy (account), after = pamong_record_copy (account);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (after, PAMONG_ACCOUNT_RT, "003");
  g_assert_false (pamong_office_correct_account (office, before, after, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  pamong_record_clear (after, PAMONG_ACCOUNT_RT);
  pamong_record_set_text (after, PAMONG_ACCOUNT_ASSIGNMENT_NO, "800/12/2026");
  pamong_record_set_text (after, PAMONG_ACCOUNT_ASSIGNMENT_DATE, "2026-01-05");
  g_assert_true (pamong_office_correct_account (office, before, after, &error));
  g_assert_no_error (error);
  fixture_close (office);
}

static void
test_drafts (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  g_autoptr (PamongFamilyCard) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 t = 0;

  pamong_record_set_text (fixture_member (card, 2), PAMONG_RESIDENT_BIRTH_DATE, NULL); /* half typed */
  g_assert_true (pamong_office_save_draft (office, "family", card, &error));
  g_assert_no_error (error);
  back = pamong_office_load_draft (store, "family", &t);
  g_assert_nonnull (back);
  g_assert_cmpint (t, >, 0);
  g_assert_cmpuint (back->members->len, ==, 3);
  g_assert_cmpstr (pamong_record_text (fixture_member (back, 1), PAMONG_RESIDENT_NAME), ==, "SITI AMINAH");
  g_assert_null (pamong_record_text (fixture_member (back, 2), PAMONG_RESIDENT_BIRTH_DATE));
  g_assert_cmpint (fixture_changes (office), ==, 1); /* a draft never travels */
  g_assert_true (pamong_office_save_draft (office, "family", NULL, &error));
  g_assert_null (pamong_office_load_draft (store, "family", NULL));
  g_assert_true (pamong_office_log_reveal (office, fixture_member (card, 0)->uid, &error));
  fixture_close (office);
}

/* Numbers that are not masked leave with a reason, by somebody who is signed in; the line stands in the log before the file is there. */
static void
test_log_export (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_log_export (office, "residents plain, 3 rows", FALSE, NULL, &error));
  g_assert_false (pamong_office_log_export (office, "residents plain, 3 rows", TRUE, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_log_export (office, "residents plain, 3 rows", TRUE, " \t ", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_log_export (office, "residents plain, 3 rows", TRUE, "permintaan Dukcapil", &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_logged (office, "export masked residents plain, 3 rows"), ==, 1);
  g_assert_cmpint (fixture_logged (office, "export full residents plain, 3 rows: permintaan Dukcapil"), ==, 1);
  g_assert_cmpint (fixture_changes (office), ==, 1); /* the log never travels */
  pamong_office_sign_out (office);
  g_assert_false (pamong_office_log_export (office, "residents plain, 3 rows", FALSE, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accounts/init", test_init);
  g_test_add_func ("/accounts/half-made", test_half_made);
  g_test_add_func ("/accounts/sign-in", test_sign_in);
  g_test_add_func ("/accounts/recover", test_recover);
  g_test_add_func ("/accounts/add", test_add);
  g_test_add_func ("/accounts/close", test_close);
  g_test_add_func ("/accounts/limit-last", test_limit_last);
  g_test_add_func ("/accounts/drafts", test_drafts);
  g_test_add_func ("/accounts/log-export", test_log_export);
  return g_test_run ();
}
