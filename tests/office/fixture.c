/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <gio/gio.h>

#include "domain/clock.h"
#include "office/line.h"
#include "store/outbox.h"
#include "store/store_db.h"
#include "wire/crypto.h"

char *
fixture_dir (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_from_iso8601 (FIXTURE_TODAY "T12:00:00+07:00", NULL);

  pamong_crypto_init ();
  pamong_clock_set (g_date_time_to_unix (noon));
  return g_dir_make_tmp ("pamong-office-XXXXXX", NULL);
}

void
fixture_remove (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_file_delete (file, NULL, NULL);
    }
  g_autoptr (GFile) folder = g_file_new_for_path (dir);
  g_file_delete (folder, NULL, NULL);
}

PamongOffice *
fixture_office (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, FIXTURE_AREA, "Siti Operator", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, NULL, &error);

  g_assert_no_error (error);
  return office;
}

void
fixture_close (PamongOffice *office)
{
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  pamong_store_check (pamong_office_store (office), &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_test_message ("store: %s", (char *) g_ptr_array_index (problems, i));
  g_assert_true (problems == NULL || problems->len == 0);
  pamong_office_close (office);
  fixture_remove (dir);
}

PamongRecord *
fixture_person (const char *nik, const char *name, int sex, const char *birth, int shdk)
{
  PamongRecord *person = pamong_record_new (PAMONG_KIND_RESIDENT, FIXTURE_AREA);

  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, nik);
  pamong_record_set_text (person, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (person, PAMONG_RESIDENT_SEX, sex);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, birth);
  pamong_record_set_int (person, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_int (person, PAMONG_RESIDENT_EDUCATION, shdk == 4 ? 3 : 5);
  pamong_record_set_int (person, PAMONG_RESIDENT_OCCUPATION, shdk == 4 ? 3 : 9);
  pamong_record_set_int (person, PAMONG_RESIDENT_MARITAL_STATUS, shdk == 4 ? 1 : 2);
  pamong_record_set_int (person, PAMONG_RESIDENT_NATIONALITY, 1);
  pamong_record_set_text (person, PAMONG_RESIDENT_FATHER_NAME, "SUKARNO");
  pamong_record_set_text (person, PAMONG_RESIDENT_MOTHER_NAME, "SUMIATI");
  pamong_record_set_int (person, PAMONG_RESIDENT_SHDK, shdk);
  return person;
}

static PamongFamilyCard *
new_card (const char *kk_number)
{
  PamongFamilyCard *card = pamong_family_card_new (FIXTURE_AREA);

  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, kk_number);
  pamong_record_set_text (card->family, PAMONG_FAMILY_ADDRESS, "JL. MERDEKA 12");
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "003");
  return card;
}

PamongFamilyCard *
fixture_card (void)
{
  PamongFamilyCard *card = new_card ("3522280101200001");

  g_ptr_array_add (card->members, fixture_person ("3522281208800001", "SUTRISNO HADI", 1, "1980-08-12", 1));
  g_ptr_array_add (card->members, fixture_person ("3522285503830002", "SITI AMINAH", 2, "1983-03-15", 3));
  g_ptr_array_add (card->members, fixture_person ("3522280707100003", "BUDI SANTOSO", 1, "2010-07-07", 4));
  return card;
}

PamongFamilyCard *
fixture_single (const char *kk_number, const char *nik, const char *name)
{
  PamongFamilyCard *card = new_card (kk_number);

  g_ptr_array_add (card->members, fixture_person (nik, name, 1, "1970-01-01", 1));
  return card;
}

PamongFamilyCard *
fixture_register (PamongOffice *office)
{
  PamongFamilyCard *card = fixture_card ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_register_family (office, card, &findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((PamongFinding *) g_ptr_array_index (findings, i))->rule);
  g_assert_cmpuint (findings->len, ==, 0);
  return card;
}

PamongRecord *
fixture_member (PamongFamilyCard *card, guint i)
{
  return g_ptr_array_index (card->members, i);
}

void
fixture_arrive (PamongOffice *office, const PamongRecord *record, const char *act)
{
  fixture_arrive_in (office, record, FIXTURE_AREA, act);
}

void
fixture_arrive_in (PamongOffice *office, const PamongRecord *record, const char *area, const char *act)
{
  g_autoptr (PamongPullAnswer) page = g_new0 (PamongPullAnswer, 1);
  g_autoptr (GError) error = NULL;
  PamongFeedRow *row = g_new0 (PamongFeedRow, 1);

  row->record = pamong_record_copy (record);
  g_free (row->record->area);
  row->record->area = g_strdup (area);
  row->record->version = record->version + 1;
  row->op = PAMONG_OP_UPDATE;
  row->by = g_strdup ("Operator Kabupaten");
  row->act = g_strdup (act);
  row->t = pamong_clock_now ();
  page->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_feed_row_free);
  page->areas = g_ptr_array_new_with_free_func (g_free);
  page->cursors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (page->rows, row);
  g_assert_true (pamong_office_store_page (office, page, &error));
  g_assert_no_error (error);
}

gboolean
fixture_has (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      if (g_str_equal (((PamongFinding *) g_ptr_array_index (findings, i))->rule, rule))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
fixture_events (PamongOffice *office, PamongEventType type, const char *resident_uid, const char *family_uid)
{
  g_autoptr (GPtrArray) all = pamong_store_find (pamong_office_store (office), PAMONG_KIND_EVENT,
                                                 resident_uid != NULL ? PAMONG_EVENT_RESIDENT_UID : PAMONG_EVENT_FAMILY_UID,
                                                 resident_uid != NULL ? resident_uid : family_uid, NULL);
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *event = g_ptr_array_index (all, i);

      if (pamong_record_int (event, PAMONG_EVENT_TYPE) == (gint64) type)
        g_ptr_array_add (events, pamong_record_copy (event));
    }
  return events;
}

gint64
fixture_changes (PamongOffice *office)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (pamong_office_store (office)), "SELECT count(*) FROM change", NULL);

  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  return pamong_stmt_int (stmt, 0);
}

gint64
fixture_logged (PamongOffice *office, const char *what)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (pamong_office_store (office)), "SELECT count(*) FROM access_log WHERE what = ?1", NULL);

  pamong_stmt_bind_text (stmt, 1, what);
  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  return pamong_stmt_int (stmt, 0);
}
