/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "office/reminders.h"
#include "store/write.h"

/* The dates that rule the month: whose they are, on which days they fall, who may end them. */

static PamongRecord *
make (const char *title, const char *date, int repeat)
{
  PamongRecord *reminder = pamong_record_new (PAMONG_KIND_REMINDER, FIXTURE_AREA);

  pamong_record_set_text (reminder, PAMONG_REMINDER_TITLE, title);
  pamong_record_set_text (reminder, PAMONG_REMINDER_DATE, date);
  pamong_record_set_int (reminder, PAMONG_REMINDER_REPEAT, repeat);
  return reminder;
}

/* The days of @title, as "10 24". */
static char *
days (PamongOffice *office, const char *title, const char *from, const char *until)
{
  g_autoptr (GPtrArray) dates = pamong_reminders_between (pamong_office_store (office), from, until, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      PamongMonthDate *date = dates->pdata[i];

      if (g_strcmp0 (date->title, title) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", date->date + 8);
    }
  return g_string_free (text, FALSE);
}

static void
expect_days (PamongOffice *office, const char *title, const char *from, const char *until, const char *expected)
{
  g_autofree char *found = days (office, title, from, until);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_repeats (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) once = make ("Musdes", "2026-04-10", PAMONG_REPEAT_ONCE), weekly = make ("Posyandu", "2026-04-03", PAMONG_REPEAT_WEEKLY);
  g_autoptr (PamongRecord) monthly = make ("Rapat", "2026-01-31", PAMONG_REPEAT_MONTHLY), yearly = make ("Sedekah bumi", "2024-02-29", PAMONG_REPEAT_YEARLY);
  PamongRecord *all[] = { once, weekly, monthly, yearly };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_true (pamong_office_save_reminder (office, NULL, all[i], NULL));
  expect_days (office, "Musdes", "2026-04-01", "2026-05-31", "10");
  expect_days (office, "Posyandu", "2026-04-01", "2026-04-30", "03 10 17 24");
  expect_days (office, "Posyandu", "2026-03-01", "2026-03-31", ""); /* not before it began */
  expect_days (office, "Rapat", "2026-02-01", "2026-04-30", "28 31 30");
  expect_days (office, "Sedekah bumi", "2026-01-01", "2026-12-31", "28");
  fixture_close (office);
}

static void
test_usual (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GPtrArray) dates = pamong_reminders_between (pamong_office_store (office), "2026-04-01", "2026-06-30", NULL);

  expect_days (office, "Batas data DTSEN", "2026-04-01", "2026-04-30", "17");
  expect_days (office, "Rantang Kasih Moe", "2026-04-01", "2026-04-30", "03 10 17 24"); /* Fridays */
  expect_days (office, "Data konsolidasi semester I", "2026-06-01", "2026-06-30", "30");
  for (guint i = 0; i < dates->len; i++)
    {
      g_assert_null (((PamongMonthDate *) dates->pdata[i])->uid);
      if (i > 0)
        g_assert_cmpstr (((PamongMonthDate *) dates->pdata[i - 1])->date, <=, ((PamongMonthDate *) dates->pdata[i])->date);
    }
  fixture_close (office);
}

static void
test_end (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) weekly = make ("Posyandu", "2026-04-03", PAMONG_REPEAT_WEEKLY), mistake = make ("Salah", "2026-04-20", PAMONG_REPEAT_ONCE);
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_save_reminder (office, NULL, weekly, NULL));
  g_assert_true (pamong_office_save_reminder (office, NULL, mistake, NULL));
  g_assert_true (pamong_office_end_reminder (office, weekly->uid, "2026-04-12", &error));
  g_assert_true (pamong_office_end_reminder (office, mistake->uid, "2026-04-14", &error));
  g_assert_no_error (error);
  expect_days (office, "Posyandu", "2026-04-01", "2026-05-31", "03 10");
  expect_days (office, "Salah", "2026-04-01", "2026-05-31", "");
  g_assert_false (pamong_office_end_reminder (office, weekly->uid, "kemarin", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_end_reminder (office, "AAAAAAAAAAAAAAAAAAAAAA", "2026-04-12", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  fixture_close (office);
}

static void
expect_refused (PamongOffice *office, PamongRecord *reminder)
{
  gint64 changes = fixture_changes (office);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_save_reminder (office, NULL, reminder, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpint (fixture_changes (office), ==, changes);
}

static void
test_refused (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) blank = make ("  ", "2026-04-10", PAMONG_REPEAT_ONCE), dateless = make ("Musdes", NULL, PAMONG_REPEAT_ONCE);
  g_autoptr (PamongRecord) strange = make ("Musdes", "2026-04-10", 9), turned = make ("Musdes", "2026-04-10", PAMONG_REPEAT_MONTHLY);

  pamong_record_set_text (turned, PAMONG_REMINDER_UNTIL, "2026-04-09");
  expect_refused (office, blank);
  expect_refused (office, dateless);
  expect_refused (office, strange);
  expect_refused (office, turned);
  fixture_close (office);
}

/* A date of the kecamatan rules here too, and is ended there; one of the next village is nobody's business. */
static void
test_above (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) district = make ("LAMPID", "2026-04-20", PAMONG_REPEAT_MONTHLY), neighbour = make ("Rapat", "2026-04-21", PAMONG_REPEAT_ONCE);
  PamongRecord *both[] = { district, neighbour };
  const char *areas[] = { "35.22.28", "35.22.28.2002" };
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  for (guint i = 0; i < 2; i++)
    {
      g_free (both[i]->area);
      both[i]->area = g_strdup (areas[i]);
      g_free (both[i]->uid);
      both[i]->uid = g_strdup (i == 0 ? "BBBBBBBBBBBBBBBBBBBBBB" : "CCCCCCCCCCCCCCCCCCCCCC");
      both[i]->version = 1;
      g_assert_true (pamong_write_put (write, both[i], &error));
    }
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  expect_days (office, "LAMPID", "2026-04-01", "2026-04-30", "20");
  expect_days (office, "Rapat", "2026-04-01", "2026-04-30", "");
  g_assert_false (pamong_office_end_reminder (office, district->uid, "2026-04-12", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminders/repeats", test_repeats);
  g_test_add_func ("/reminders/usual", test_usual);
  g_test_add_func ("/reminders/end", test_end);
  g_test_add_func ("/reminders/refused", test_refused);
  g_test_add_func ("/reminders/above", test_above);
  return g_test_run ();
}
