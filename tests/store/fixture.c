/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

PamongStore *
fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *top = g_dir_make_tmp ("pamong-XXXXXX", &error);
  g_autofree char *dir = g_build_filename (top, "désa ꦢꦺꦱ", NULL);
  PamongStore *store = pamong_store_open (dir, PAMONG_STORE_CREATE, &error);

  g_assert_no_error (error);
  PamongWrite *write = pamong_write_begin_plain (store, &error);
  g_assert_true (pamong_write_meta (write, "level", "village", &error));
  g_assert_true (pamong_write_meta (write, "area", FIXTURE_AREA, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  return store;
}

void
fixture_remove (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove (path);
      else
        g_remove (path);
    }
  g_rmdir (dir);
}

void
fixture_free (PamongStore *store)
{
  g_autofree char *top = g_path_get_dirname (pamong_store_dir (store));

  pamong_store_close (store);
  fixture_remove (top);
}

PamongRecord *
fixture_resident (const char *name, const char *family_uid)
{
  PamongRecord *resident = pamong_record_new (PAMONG_KIND_RESIDENT, FIXTURE_AREA);

  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, 2);
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, "1990-02-14");
  pamong_record_set_int (resident, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_text (resident, PAMONG_RESIDENT_FAMILY_UID, family_uid);
  if (family_uid != NULL)
    pamong_record_set_int (resident, PAMONG_RESIDENT_SHDK, 1);
  return resident;
}

PamongRecord *
fixture_family (const char *kk_number)
{
  PamongRecord *family = pamong_record_new (PAMONG_KIND_FAMILY, FIXTURE_AREA);

  pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, kk_number);
  pamong_record_set_text (family, PAMONG_FAMILY_ADDRESS, "JL. \"MAWAR\" NO. 1");
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (family, PAMONG_FAMILY_RT, "002");
  return family;
}

PamongRecord *
fixture_event (PamongEventType type, const char *resident_uid, const char *date)
{
  PamongRecord *event = pamong_record_new (PAMONG_KIND_EVENT, FIXTURE_AREA);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  return event;
}

int
fixture_put (PamongStore *store, PamongRecord *first, ...)
{
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test.put", NULL, &error);
  va_list rest;
  int n = 0;

  g_assert_no_error (error);
  va_start (rest, first);
  for (PamongRecord *record = first; record != NULL; record = va_arg (rest, PamongRecord *))
    if (!pamong_write_put (write, record, &error))
      g_error ("%s", error->message);
  va_end (rest);
  pamong_write_commit (write, NULL, &n, &error);
  g_assert_no_error (error);
  return n;
}

void
fixture_edit (PamongStore *store, PamongKind kind, const char *uid, int field, const char *value)
{
  g_autoptr (PamongRecord) record = fixture_get (store, kind, uid);

  pamong_record_set_text (record, field, value);
  fixture_put (store, record, NULL);
}

PamongRecord *
fixture_get (PamongStore *store, PamongKind kind, const char *uid)
{
  g_autoptr (GError) error = NULL;
  PamongRecord *record = pamong_store_get (store, kind, uid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

void
fixture_enrol (PamongStore *store)
{
  g_autoptr (GError) error = NULL;
  PamongDevice device = { (char *) "device-1", 1, (char *) "pub", (char *) "priv", (char *) "http://127.0.0.1:1", (char *) "server", 1,
                          (char *[]) { (char *) FIXTURE_AREA, (char *) "35.22", NULL } };
  PamongWrite *write = pamong_write_begin_plain (store, &error);

  g_assert_true (pamong_device_put (write, &device, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
}

void
fixture_answer_with (PamongStore *store, PamongResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  PamongPushAnswer answer = { result->to, 0, results };
  PamongWrite *write = pamong_write_begin_apply (store, &error);

  g_ptr_array_add (results, result);
  pamong_outbox_answer (write, &answer, &error);
  g_assert_no_error (error);
  pamong_write_commit (write, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_answer (PamongStore *store, gint64 from, gint64 to, PamongOutcome outcome, gint64 version)
{
  PamongResult result = { .from = from, .to = to, .outcome = outcome, .version = version };

  fixture_answer_with (store, &result);
}

void
fixture_page (PamongStore *store, const PamongRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongPullAnswer) page = g_new0 (PamongPullAnswer, 1);
  PamongFeedRow *row = g_new0 (PamongFeedRow, 1);
  PamongWrite *write = pamong_write_begin_apply (store, &error);

  row->record = pamong_record_copy (record);
  row->op = PAMONG_OP_UPDATE;
  row->by = g_strdup ("Bu Camat");
  row->act = g_strdup ("resident.correct");
  row->t = 1790000000;
  page->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_feed_row_free);
  page->areas = g_ptr_array_new_with_free_func (g_free);
  page->cursors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (page->rows, row);
  g_ptr_array_add (page->areas, g_strdup (FIXTURE_AREA));
  g_ptr_array_add (page->cursors, g_strdup ("1.17"));
  pamong_inbox_apply (write, page, NULL, &error);
  g_assert_no_error (error);
  pamong_write_commit (write, NULL, NULL, &error);
  g_assert_no_error (error);
}

gint64
fixture_count (PamongStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pamong_stmt_step (stmt, &error), ==, PAMONG_STEP_ROW);
  return pamong_stmt_int (stmt, 0);
}

char *
fixture_text (PamongStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, &error);

  g_assert_no_error (error);
  return pamong_stmt_step (stmt, &error) == PAMONG_STEP_ROW ? g_strdup (pamong_stmt_text (stmt, 0)) : NULL;
}

void
fixture_check (PamongStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  pamong_store_check (store, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (pamong_db_is_idle (pamong_store_db (store)));
}
