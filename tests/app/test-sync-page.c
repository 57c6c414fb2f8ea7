/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/style.h"
#include "signed_in.h"
#include "store/device.h"
#include "store/write.h"
#include "wire/conflict.h"

/* Sinkronisasi over a real store: what waits by its human name, a clash settled by a click, connecting refused in words. */

typedef struct {
  char *dir, *resident;
} Village;

static void
put (PamongOffice *office, const PamongRecord *record)
{
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_assert_no_error (error);
  g_assert_true (pamong_write_put (write, record, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
put_clash (PamongOffice *office, const char *resident)
{
  g_autoptr (PamongRecord) conflict = pamong_record_new (PAMONG_KIND_CONFLICT, FIXTURE_AREA);

  g_free (conflict->uid);
  conflict->uid = pamong_conflict_uid (resident, "phone");
  conflict->version = 1;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, resident);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, "phone");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, "{\"phone\":\"0811\"}");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT_BY, "Anik");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_OTHER, "[{\"values\":{\"phone\":\"0812\"},\"by\":\"Bambang\",\"t\":1773000000}]");
  put (office, conflict);
}

static void
put_round (PamongOffice *office)
{
  PamongRound round = { .t = 1773126000, .pushed = 18, .applied = 18, .pulled = 3, .bytes_out = 2400, .bytes_in = 500, .outcome = (char *) "ok" };
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_plain (pamong_office_store (office), &error);

  g_assert_true (pamong_round_put (write, &round, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

static Village
make_village (gboolean clash)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  Village village = { g_strdup (pamong_store_dir (pamong_office_store (office))), g_strdup (fixture_member (card, 0)->uid) };

  if (clash)
    put_clash (office, village.resident);
  put_round (office);
  pamong_office_close (office);
  return village;
}

static void
drop_village (Village *village)
{
  fixture_remove (village->dir);
  g_free (village->dir);
  g_free (village->resident);
}

static PamongWindow *
open_page (Village *village)
{
  return signed_in (village->dir, "Siti Operator", FIXTURE_PASSWORD, "sinkronisasi");
}

static void
test_waiting (void)
{
  Village village = make_village (FALSE);
  PamongWindow *window = open_page (&village);
  GtkWidget *page = signed_in_content (window);

  drive_expect (page, "Keluarga baru");
  drive_expect (page, "SUTRISNO HADI");
  drive_expect (page, "hari ini");
  drive_expect (page, "2,9 kB");
  drive_expect (page, "semua diterima");
  g_assert_false (drive_shows (page, "3522281208800001"));
  signed_out (window);
  drop_village (&village);
}

static gboolean
clash_is_gone (gpointer window)
{
  return drive_button (signed_in_content (window), "Pakai 0812") == NULL;
}

static void
test_settle (void)
{
  Village village = make_village (TRUE);
  PamongWindow *window = open_page (&village);
  PamongStore *store = pamong_session_store (pamong_shell_session (pamong_window_shell (window)));
  g_autoptr (PamongRecord) settled = NULL;

  drive_expect (signed_in_content (window), "No. telepon SUTRISNO HADI");
  drive_expect (signed_in_content (window), "ayah SUKARNO");
  drive_expect (signed_in_content (window), "Bambang");
  g_assert_nonnull (drive_button (signed_in_content (window), "Pakai 0811"));
  drive_click (drive_button (signed_in_content (window), "Pakai 0812"));
  drive_until (clash_is_gone, window, "the clash to be settled");
  settled = pamong_store_get (store, PAMONG_KIND_RESIDENT, village.resident, NULL);
  g_assert_cmpstr (pamong_record_text (settled, PAMONG_RESIDENT_PHONE), ==, "0812");
  signed_out (window);
  drop_village (&village);
}

static gboolean
connect_is_ready (gpointer connect)
{
  return gtk_widget_is_sensitive (connect);
}

static void
test_connect_refused (void)
{
  Village village = make_village (FALSE);
  PamongWindow *window = open_page (&village);
  GtkWidget *page = signed_in_content (window), *connect = drive_find (page, "connect");

  g_assert_null (drive_button (page, "Kirim sekarang"));
  drive_click (connect);
  drive_expect (page, "Isi keduanya");
  drive_type (drive_find (page, "url"), "http://127.0.0.1:9"); /* discard: nobody listens */
  drive_type (drive_find (page, "code"), "ABCD-EFGH");
  drive_click (connect);
  drive_expect (page, "Menghubungi server");
  drive_until (connect_is_ready, connect, "the answer");
  g_assert_false (drive_shows (page, "Menghubungi server"));
  g_assert_true (gtk_widget_get_visible (connect));
  signed_out (window);
  drop_village (&village);
}

static void
test_connected (void)
{
  Village village = make_village (FALSE);
  PamongOffice *office = pamong_office_open (village.dir, NULL);
  char *areas[] = { (char *) FIXTURE_AREA, NULL };
  PamongDevice device = { (char *) "d", 1, (char *) "k", (char *) "k", (char *) "http://127.0.0.1:9", (char *) "s", 1, areas };
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_plain (pamong_office_store (office), &error);
  PamongWindow *window;

  g_assert_true (pamong_device_put (write, &device, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
  pamong_office_close (office);
  window = open_page (&village);
  g_assert_nonnull (drive_button (signed_in_content (window), "Kirim sekarang"));
  g_assert_false (gtk_widget_get_mapped (drive_find (signed_in_content (window), "connect")));
  drive_expect (signed_in_content (window), "menunggu jaringan");
  signed_out (window);
  drop_village (&village);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/sync-page/waiting", test_waiting);
  g_test_add_func ("/sync-page/settle", test_settle);
  g_test_add_func ("/sync-page/connect-refused", test_connect_refused);
  g_test_add_func ("/sync-page/connected", test_connected);
  return g_test_run ();
}
