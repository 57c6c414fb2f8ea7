/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/practice.h"
#include "domain/clock.h"
#include "fixture.h"
#include "office/officials.h"
#include "store/residents.h"
#include "wire/crypto.h"

#define RESIDENTS 90

static void
progress (guint done, guint all, gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (done, >, *last);
  g_assert_cmpuint (all, ==, RESIDENTS);
  *last = done;
}

static void
make (const char *dir)
{
  guint last = 0;
  PamongPracticeOrder order = { .seed = 3, .residents = RESIDENTS, .dirt = TRUE, .progress = progress, .progress_data = &last };
  g_autoptr (GError) error = NULL;

  pamong_practice_make_store (dir, &order, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, RESIDENTS);
}

/* Names and uids in the order of the list. */
static char *
describe (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (dir, PAMONG_STORE_READ, &error);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (pamong_practice_is_ready (store));
  g_assert_cmpstr (pamong_store_area (store), ==, PAMONG_PRACTICE_VILLAGE);
  people = pamong_store_all (store, PAMONG_KIND_RESIDENT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, RESIDENTS);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s %s\n", ((PamongRecord *) people->pdata[i])->uid, pamong_record_text (people->pdata[i], PAMONG_RESIDENT_NAME));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
signs_letters (PamongOffice *office)
{
  g_autofree char *today = pamong_clock_today ();
  g_autoptr (GPtrArray) officials = pamong_officials (pamong_office_store (office), today, NULL);

  g_assert_cmpuint (officials->len, ==, 3);
  g_assert_cmpint (pamong_record_int (officials->pdata[0], PAMONG_OFFICIAL_POST), ==, 1);
}

static void
test_same_for_everybody (void)
{
  g_autofree char *one = fixture_dir (), *two = fixture_dir (), *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  PamongOffice *office;

  make (one);
  make (two);
  first = describe (one);
  second = describe (two);
  g_assert_cmpstr (first, ==, second);
  office = pamong_office_open (one, &error);
  g_assert_no_error (error);
  g_assert_true (pamong_office_sign_in (office, PAMONG_PRACTICE_ACCOUNT, PAMONG_PRACTICE_PASSWORD, &error));
  signs_letters (office);
  pamong_office_close (office);
  fixture_remove (one);
  fixture_remove (two);
}

/* What somebody works with is never replaced, and an office is no practice. */
static void
test_keeps_what_is_there (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  PamongPracticeOrder order = { .seed = 3, .residents = 5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;

  pamong_office_close (office);
  g_assert_false (pamong_practice_make_store (dir, &order, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  store = pamong_store_open (dir, PAMONG_STORE_READ, NULL);
  g_assert_nonnull (store);
  g_assert_false (pamong_practice_is_ready (store));
  g_assert_cmpstr (pamong_store_area (store), ==, FIXTURE_AREA);
  g_clear_pointer (&store, pamong_store_close);
  fixture_remove (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  g_test_add_func ("/ready/same-for-everybody", test_same_for_everybody);
  g_test_add_func ("/ready/keeps-what-is-there", test_keeps_what_is_there);
  return g_test_run ();
}
