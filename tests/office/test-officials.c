/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "office/identity.h"
#include "office/officials.h"

/* Who holds which post when; nobody twice at a time. */

enum { HEAD = 1, STAFF = 11, RT_HEAD = 21, WITNESS = 30 };

static PamongRecord *
make (int post, const char *name, const char *since, const char *until)
{
  PamongRecord *official = pamong_record_new (PAMONG_KIND_OFFICIAL, FIXTURE_AREA);

  pamong_record_set_int (official, PAMONG_OFFICIAL_POST, post);
  pamong_record_set_text (official, PAMONG_OFFICIAL_NAME, name);
  pamong_record_set_text (official, PAMONG_OFFICIAL_SINCE, since);
  pamong_record_set_text (official, PAMONG_OFFICIAL_UNTIL, until);
  return official;
}

static void
save (PamongOffice *office, PamongRecord *official)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_save_official (office, NULL, official, &error));
  g_assert_no_error (error);
}

static void
expect_refused (PamongOffice *office, PamongRecord *official, PamongError code)
{
  gint64 changes = fixture_changes (office);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_save_official (office, NULL, official, &error));
  g_assert_error (error, PAMONG_ERROR, (int) code);
  g_assert_cmpint (fixture_changes (office), ==, changes);
}

/* An official without end date and a second one. */
static void
test_second (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongRecord) first = make (HEAD, "SUDARTO", "2019-08-01", NULL), second = make (HEAD, "SRI WAHYUNI", "2026-02-01", NULL), rival = NULL, ended = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  save (office, first);
  expect_refused (office, second, PAMONG_ERROR_CONFLICT);
  rival = pamong_official_rival (store, second);
  g_assert_cmpstr (rival->uid, ==, first->uid);
  words = pamong_official_rival_words (store, rival);
  g_assert_nonnull (strstr (words, "SUDARTO"));
  g_assert_nonnull (strstr (words, "01-08-2019"));

  g_assert_true (pamong_office_replace_official (office, NULL, second, &error));
  g_assert_no_error (error);
  ended = pamong_store_get (store, PAMONG_KIND_OFFICIAL, first->uid, NULL);
  g_assert_cmpstr (pamong_record_text (ended, PAMONG_OFFICIAL_UNTIL), ==, "2026-01-31");
  now = pamong_officials (store, FIXTURE_TODAY, NULL);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpstr (((PamongRecord *) now->pdata[0])->uid, ==, second->uid);
  g_assert_true (pamong_official_holds (ended, "2026-01-31"));
  g_assert_false (pamong_official_holds (ended, "2026-02-01"));
  fixture_close (office);
}

/* The former one cannot end before they began; nothing is written then. */
static void
test_dates (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) first = make (HEAD, "SUDARTO", "2026-02-01", NULL), second = make (HEAD, "SRI WAHYUNI", "2026-02-01", NULL);
  g_autoptr (PamongRecord) turned = make (STAFF, "PONIDI", "2026-02-02", "2026-02-01"), nameless = make (STAFF, NULL, "2026-01-01", NULL),
                          earlier = make (HEAD, "MULYONO", "2011-01-01", "2026-01-31");
  g_autoptr (GError) error = NULL;
  gint64 changes;

  save (office, first);
  changes = fixture_changes (office);
  g_assert_false (pamong_office_replace_official (office, NULL, second, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpint (fixture_changes (office), ==, changes);
  expect_refused (office, turned, PAMONG_ERROR_INVALID);
  expect_refused (office, nameless, PAMONG_ERROR_INVALID);
  save (office, earlier); /* the days touch, they do not overlap */
  fixture_close (office);
}

static void
test_rt (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) first = make (RT_HEAD, "SUPARNO", "2021-01-01", NULL), same = make (RT_HEAD, "JUMADI", "2026-01-01", NULL),
                          next = make (RT_HEAD, "KASTUBI", "2024-01-01", NULL), nowhere = make (RT_HEAD, "WAGIMIN", "2024-01-01", NULL);
  g_autofree char *title = NULL;

  pamong_record_set_text (first, PAMONG_OFFICIAL_DUSUN, "Krajan");
  pamong_record_set_text (first, PAMONG_OFFICIAL_RW, "001");
  pamong_record_set_text (first, PAMONG_OFFICIAL_RT, "003");
  save (office, first);
  pamong_record_set_text (same, PAMONG_OFFICIAL_DUSUN, "KRAJAN");
  pamong_record_set_text (same, PAMONG_OFFICIAL_RT, "003");
  expect_refused (office, same, PAMONG_ERROR_CONFLICT);
  pamong_record_set_text (next, PAMONG_OFFICIAL_DUSUN, "Krajan");
  pamong_record_set_text (next, PAMONG_OFFICIAL_RW, "001");
  pamong_record_set_text (next, PAMONG_OFFICIAL_RT, "004");
  save (office, next);
  expect_refused (office, nowhere, PAMONG_ERROR_INVALID);
  title = pamong_official_title (pamong_office_store (office), first);
  g_assert_cmpstr (title, ==, "Ketua RT 003 RW 001 Krajan");
  fixture_close (office);
}

static void
test_forms (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) head = make (HEAD, "SUDARTO", "2019-08-01", NULL), daily = make (HEAD, "SUNTORO", "2026-03-01", "2026-03-14"),
                          acting = make (HEAD, "SUNTORO", "2026-03-01", NULL);
  g_autofree char *title = NULL;

  save (office, head);
  pamong_record_set_int (acting, PAMONG_OFFICIAL_FORM, 3);
  expect_refused (office, acting, PAMONG_ERROR_CONFLICT); /* a Plt. stands where there is nobody */
  pamong_record_set_int (daily, PAMONG_OFFICIAL_FORM, 4);
  save (office, daily); /* a Plh. beside the holder */
  title = pamong_official_title (pamong_office_store (office), daily);
  g_assert_cmpstr (title, ==, "Plh. Kepala Desa");
  fixture_close (office);
}

static void
test_witnesses (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) third = make (WITNESS, "TIGA", "2026-01-01", NULL), old = NULL;
  g_autofree char *first = NULL;

  expect_refused (office, third, PAMONG_ERROR_INVALID); /* no NIK */
  pamong_record_set_text (third, PAMONG_OFFICIAL_NIK, "3522280101700003");
  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *nik = g_strdup_printf ("352228010170000%d", i), *since = g_strdup_printf ("202%d-01-01", i);
      g_autoptr (PamongRecord) witness = make (WITNESS, i == 1 ? "SATU" : "DUA", since, NULL);

      pamong_record_set_text (witness, PAMONG_OFFICIAL_NIK, nik);
      save (office, witness);
      if (i == 1)
        first = g_strdup (witness->uid);
    }
  expect_refused (office, third, PAMONG_ERROR_CONFLICT);
  g_assert_true (pamong_office_replace_official (office, NULL, third, &error)); /* the one who is longest there goes */
  g_assert_no_error (error);
  old = pamong_store_get (pamong_office_store (office), PAMONG_KIND_OFFICIAL, first, NULL);
  g_assert_cmpstr (pamong_record_text (old, PAMONG_OFFICIAL_UNTIL), ==, "2025-12-31");
  fixture_close (office);
}

static void
test_end (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) staff = make (STAFF, "PONIDI", "2020-01-01", NULL), another = make (STAFF, "SUMINI", "2020-01-01", NULL), ended = NULL;
  g_autoptr (GError) error = NULL;

  save (office, staff);
  save (office, another); /* as many as there are */
  g_assert_false (pamong_office_end_official (office, staff->uid, "2019-12-31", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_end_official (office, staff->uid, "2026-03-01", &error));
  ended = pamong_store_get (pamong_office_store (office), PAMONG_KIND_OFFICIAL, staff->uid, NULL);
  g_assert_cmpstr (pamong_record_text (ended, PAMONG_OFFICIAL_UNTIL), ==, "2026-03-01");
  g_assert_false (pamong_office_end_official (office, "tidakadatidakadatidak0", "2026-03-01", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/officials/second", test_second);
  g_test_add_func ("/officials/dates", test_dates);
  g_test_add_func ("/officials/rt", test_rt);
  g_test_add_func ("/officials/forms", test_forms);
  g_test_add_func ("/officials/witnesses", test_witnesses);
  g_test_add_func ("/officials/end", test_end);
  return g_test_run ();
}
