/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/line.h"
#include "store/write.h"
#include "wire/conflict.h"

/* Two desks gave one field two values: a person settles it. */

static char *
put_conflict (PamongOffice *office, const char *subject_uid, const char *key, const char *current, const char *other)
{
  g_autoptr (PamongRecord) conflict = pamong_record_new (PAMONG_KIND_CONFLICT, FIXTURE_AREA);
  g_autoptr (GError) error = NULL;
  PamongWrite *write;

  g_free (conflict->uid);
  conflict->uid = pamong_conflict_uid (subject_uid, key);
  conflict->version = 1;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, subject_uid);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, key);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, current);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_OTHER, other);
  write = pamong_write_begin_apply (pamong_office_store (office), &error);
  g_assert_no_error (error);
  g_assert_true (pamong_write_put (write, conflict, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
  return g_strdup (conflict->uid);
}

static gint64
open_conflicts (PamongOffice *office)
{
  PamongOutboxCounts counts;

  g_assert_true (pamong_outbox_counts (pamong_office_store (office), &counts, NULL));
  return counts.conflicts;
}

static void
expect_text (PamongOffice *office, const char *uid, int field, const char *value)
{
  g_autoptr (PamongRecord) record = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, uid, NULL);

  g_assert_cmpstr (pamong_record_text (record, field), ==, value);
}

static void
test_take_other (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *uid = fixture_member (card, 0)->uid;
  g_autofree char *conflict = put_conflict (office, uid, "phone", "{\"phone\":\"0811\"}",
                                            "[{\"values\":{\"phone\":\"0812\"},\"by\":\"Siti\",\"t\":1},{\"values\":{\"phone\":null},\"by\":\"Carik\",\"t\":2}]");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (open_conflicts (office), ==, 1);
  g_assert_false (pamong_office_resolve (office, conflict, 5, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_resolve (office, conflict, 0, NULL, &error));
  g_assert_no_error (error);
  expect_text (office, uid, PAMONG_RESIDENT_PHONE, "0812");
  g_assert_cmpint (open_conflicts (office), ==, 0);
  g_assert_false (pamong_office_resolve (office, conflict, 0, NULL, &error)); /* settled */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  fixture_close (office);
}

static void
test_keep (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *uid = fixture_member (card, 0)->uid;
  g_autofree char *conflict = put_conflict (office, uid, "birth_place", "{\"birth_place\":\"BLORA\",\"birth_date\":\"1980-08-12\"}",
                                            "[{\"values\":{\"birth_place\":\"TUBAN\",\"birth_date\":\"1981-08-12\"},\"t\":1}]");
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_resolve (office, conflict, -1, "CEPU", &error)); /* two fields belong together */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_resolve (office, conflict, -1, NULL, &error));
  g_assert_no_error (error);
  expect_text (office, uid, PAMONG_RESIDENT_BIRTH_PLACE, "BLORA");
  expect_text (office, uid, PAMONG_RESIDENT_BIRTH_DATE, "1980-08-12");
  g_assert_cmpint (open_conflicts (office), ==, 0);
  fixture_close (office);
}

static void
test_own_value (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *uid = fixture_member (card, 0)->uid;
  g_autofree char *conflict = put_conflict (office, uid, "name", "{\"name\":\"SUTRISNO\"}", "[{\"values\":{\"name\":\"SUTRISNA\"},\"t\":1}]");
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_resolve (office, conflict, -1, "Sutrisno  Hadi Putro", &error));
  g_assert_no_error (error);
  expect_text (office, uid, PAMONG_RESIDENT_NAME, "SUTRISNO HADI PUTRO");
  fixture_close (office);
}

/* A value of one's own is typed like any other: the rules speak of it. */
static void
test_own_value_checked (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const PamongRecord *head = fixture_member (card, 0);
  const char *other_nik = pamong_record_text (fixture_member (card, 1), PAMONG_RESIDENT_NIK);
  g_autofree char *conflict = put_conflict (office, head->uid, "nik", "{\"nik\":\"3522281208800001\"}", "[{\"values\":{\"nik\":\"3522281208800009\"},\"t\":1}]");
  const char *const refused[] = { "123", other_nik };
  gint64 changes = fixture_changes (office);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (pamong_office_resolve (office, conflict, -1, refused[i], &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
    }
  expect_text (office, head->uid, PAMONG_RESIDENT_NIK, pamong_record_text (head, PAMONG_RESIDENT_NIK));
  g_assert_cmpint (fixture_changes (office), ==, changes);
  g_assert_cmpint (open_conflicts (office), ==, 1);
  g_assert_true (pamong_office_resolve (office, conflict, -1, "3522281208800007", NULL));
  expect_text (office, head->uid, PAMONG_RESIDENT_NIK, "3522281208800007");
  fixture_close (office);
}

static void
test_unreadable (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autofree char *broken = put_conflict (office, fixture_member (card, 0)->uid, "phone", "{\"phone\":", "[{]");
  g_autofree char *future = put_conflict (office, fixture_member (card, 1)->uid, "shoe_size", "{}", "[]");
  g_autoptr (GError) error = NULL;
  gint64 changes = fixture_changes (office);

  g_assert_false (pamong_office_resolve (office, broken, 0, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_resolve (office, future, 0, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED);
  g_assert_cmpint (fixture_changes (office), ==, changes);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflicts/take-other", test_take_other);
  g_test_add_func ("/conflicts/keep", test_keep);
  g_test_add_func ("/conflicts/own-value", test_own_value);
  g_test_add_func ("/conflicts/own-value-checked", test_own_value_checked);
  g_test_add_func ("/conflicts/unreadable", test_unreadable);
  return g_test_run ();
}
