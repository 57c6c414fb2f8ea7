/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/check_page.h"
#include "app/check/work_list.h"
#include "app/exchange/exchange_page.h"
#include "app/exchange/import_view.h"
#include "app/language.h"
#include "app/style.h"
#include "office/clashes.h"
#include "signed_in.h"
#include "store/write.h"
#include "wire/conflict.h"

/* What the regency filled in, on the screens of the village: its source beside a field, the desil on the card, the difference to decide on, and the way back as a whole. */

#define BATCH "MLcvmCzISTO6Mlul04x7_A"
#define ACT "inject " BATCH

typedef struct {
  char *dir, *waits;
  PamongFamilyCard *card;
  PamongWindow *window;
} Desk;

static void
arrive_batch (PamongOffice *office)
{
  g_autoptr (PamongRecord) batch = pamong_record_new (PAMONG_KIND_BATCH, FIXTURE_AREA);

  g_free (batch->uid);
  batch->uid = g_strdup (BATCH);
  pamong_record_set_text (batch, PAMONG_BATCH_TITLE, "Lembar buatan sendiri");
  pamong_record_set_text (batch, PAMONG_BATCH_FILE, "kabupaten.csv");
  pamong_record_set_text (batch, PAMONG_BATCH_SOURCE, "SIAK semester I 2026");
  pamong_record_set_text (batch, PAMONG_BATCH_COMPILED_BY, "Dinas Dukcapil");
  pamong_record_set_text (batch, PAMONG_BATCH_COMPILED_ON, "2026-06-30");
  pamong_record_set_int (batch, PAMONG_BATCH_ROWS, 2);
  pamong_record_set_int (batch, PAMONG_BATCH_ADDED, 1);
  pamong_record_set_int (batch, PAMONG_BATCH_CHANGED, 1);
  pamong_record_set_int (batch, PAMONG_BATCH_INJECTED, TRUE);
  fixture_arrive (office, batch, ACT);
}

static char *
arrive_person (PamongOffice *office)
{
  g_autoptr (PamongRecord) person = fixture_person ("3522280505800011", "KARTONO", 1, "1980-05-05", 1), opening = pamong_record_new (PAMONG_KIND_EVENT, FIXTURE_AREA);

  pamong_record_set_text (person, PAMONG_RESIDENT_BATCH_UID, BATCH);
  fixture_arrive (office, person, ACT);
  pamong_record_set_int (opening, PAMONG_EVENT_TYPE, PAMONG_EVENT_OPENING);
  pamong_record_set_text (opening, PAMONG_EVENT_RESIDENT_UID, person->uid);
  pamong_record_set_text (opening, PAMONG_EVENT_DATE, FIXTURE_TODAY);
  pamong_record_set_text (opening, PAMONG_EVENT_BATCH, BATCH);
  fixture_arrive (office, opening, ACT);
  return g_strdup (person->uid);
}

static void
arrive_difference (PamongOffice *office, const char *uid)
{
  g_autoptr (PamongRecord) conflict = pamong_record_new (PAMONG_KIND_CONFLICT, FIXTURE_AREA);

  g_free (conflict->uid);
  conflict->uid = pamong_conflict_uid (uid, "phone");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, uid);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, "phone");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, "{\"phone\":\"0811\"}");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT_BY, "Siti Operator");
  pamong_conflict_add_other (conflict, "{\"phone\":\"0822\"}", "Operator Kabupaten", ACT, 1773000000);
  fixture_arrive (office, conflict, ACT);
}

/* The wife's origin is filled in, the card gets a desil, and two telephone numbers are others. */
static void
arrive_fields (PamongOffice *office, PamongFamilyCard *card)
{
  g_autoptr (PamongRecord) wife = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, fixture_member (card, 1)->uid, NULL);
  g_autoptr (PamongRecord) family = pamong_store_get (pamong_office_store (office), PAMONG_KIND_FAMILY, card->family->uid, NULL);

  pamong_record_set_text (wife, PAMONG_RESIDENT_ETHNICITY, "JAWA");
  fixture_arrive (office, wife, ACT);
  pamong_record_set_int (family, PAMONG_FAMILY_DESIL, 3);
  pamong_record_set_text (family, PAMONG_FAMILY_DESIL_SOURCE, "DTSEN triwulan II 2026");
  pamong_record_set_text (family, PAMONG_FAMILY_DESIL_DATE, "2026-05-17");
  fixture_arrive (office, family, ACT);
  arrive_difference (office, wife->uid);
  arrive_difference (office, fixture_member (card, 0)->uid);
}

static Desk *
desk_new (const char *page)
{
  Desk *desk = g_new0 (Desk, 1);
  PamongOffice *office = fixture_office ();

  desk->card = fixture_register (office);
  arrive_batch (office);
  desk->waits = arrive_person (office);
  arrive_fields (office, desk->card);
  desk->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  desk->window = signed_in (desk->dir, "Siti Operator", FIXTURE_PASSWORD, page);
  return desk;
}

static void
desk_free (Desk *desk)
{
  signed_out (desk->window);
  fixture_remove (desk->dir);
  pamong_family_card_free (desk->card);
  g_free (desk->dir);
  g_free (desk->waits);
  g_free (desk);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static PamongShell *
shell_of (Desk *desk)
{
  return pamong_window_shell (desk->window);
}

static GtkWidget *
content_of (Desk *desk)
{
  return signed_in_content (desk->window);
}

static PamongStatus
status_of (Desk *desk)
{
  return pamong_store_status (pamong_session_store (pamong_shell_session (shell_of (desk))), desk->waits);
}

static void
test_source (void)
{
  g_autoptr (Desk) desk = desk_new ("penduduk");

  g_assert_true (pamong_shell_open (shell_of (desk), PAMONG_KIND_RESIDENT, fixture_member (desk->card, 1)->uid));
  drive_settle ();
  drive_click (drive_button (content_of (desk), "Riwayat"));
  drive_settle ();
  drive_expect (content_of (desk), "SIAK semester I 2026, disusun Dinas Dukcapil 30-06-2026, berkas kabupaten.csv");
  g_assert_false (drive_shows (content_of (desk), "Lembar buatan sendiri"));
  g_assert_true (pamong_shell_open (shell_of (desk), PAMONG_KIND_FAMILY, desk->card->family->uid));
  drive_settle ();
  drive_expect (content_of (desk), "Desil 3 menurut DTSEN triwulan II 2026, 17-05-2026");
}

/* The village does not know who sits at the regency, but where the figure is from. */
static void
test_difference (void)
{
  g_autoptr (Desk) desk = desk_new ("sinkronisasi");

  drive_expect (content_of (desk), "0811");
  drive_expect (content_of (desk), "0822");
  drive_expect (content_of (desk), "SIAK semester I 2026, disusun Dinas Dukcapil");
  g_assert_false (drive_shows (content_of (desk), "Operator Kabupaten"));
  g_assert_nonnull (drive_button (content_of (desk), "Pakai 0811"));
  g_assert_nonnull (drive_button (content_of (desk), "Pakai 0822"));
}

static gboolean
looked (gpointer desk)
{
  return pamong_session_to_check (pamong_shell_session (shell_of (desk))) >= 0;
}

static GtkWidget *
dialog_of (Desk *desk)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != GTK_WIDGET (desk->window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer desk)
{
  return dialog_of (desk) != NULL;
}

static guint
count_clashes (Desk *desk)
{
  g_autoptr (GPtrArray) clashes = pamong_clashes (pamong_session_store (pamong_shell_session (shell_of (desk))), NULL);

  return clashes->len;
}

static gboolean
has_no_clash (gpointer desk)
{
  return count_clashes (desk) == 0;
}

static void
test_keep_all (void)
{
  g_autoptr (Desk) desk = desk_new ("sinkronisasi");

  g_assert_cmpuint (count_clashes (desk), ==, 2);
  drive_click (drive_button (content_of (desk), "Biarkan isian desa di semua 2 dari kabupaten…"));
  drive_until (has_dialog, desk, "the question");
  drive_settle ();
  drive_click (drive_button (dialog_of (desk), "Biarkan isian desa"));
  drive_until (has_no_clash, desk, "all of them to be settled");
  drive_settle ();
}

static gboolean
has_left (gpointer desk)
{
  return status_of (desk) == PAMONG_STATUS_VOID;
}

static gboolean
is_back (gpointer desk)
{
  return status_of (desk) == PAMONG_STATUS_ALIVE;
}

/* From the one who waits to be checked to all that came with him: returned, and taken in again. */
static void
test_return (void)
{
  g_autoptr (Desk) desk = desk_new ("perlu-dicek");
  PamongWorkList *list;

  drive_until (looked, desk, "the rules to look once");
  drive_settle ();
  list = PAMONG_WORK_LIST (drive_find (content_of (desk), "PamongWorkList"));
  g_assert_true (pamong_work_list_choose (list, "not-checked"));
  drive_settle ();
  drive_click (drive_button (content_of (desk), "Kembalikan isian ini…"));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell_of (desk)), ==, "impor-ekspor");
  drive_expect (content_of (desk), "disusun Dinas Dukcapil tanggal 30-06-2026");
  drive_click (drive_button (content_of (desk), "Kembalikan isian ini…"));
  drive_until (has_dialog, desk, "the effect to be told");
  drive_settle ();
  drive_expect (dialog_of (desk), "1 warga yang dibawanya keluar dari daftar");
  drive_expect (dialog_of (desk), "Isian 2 warga dan kartu kembali");
  drive_click (drive_button (dialog_of (desk), "Kembalikan"));
  drive_until (has_left, desk, "who came with it to leave");
  drive_settle ();
  drive_expect (content_of (desk), "Desa sudah mengembalikan isian ini");
  drive_click (drive_button (content_of (desk), "Pakai lagi isian ini"));
  drive_until (is_back, desk, "him to come in again");
  drive_settle ();
  g_assert_nonnull (drive_button (content_of (desk), "Kembalikan isian ini…"));
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/inject-village/source", test_source);
  g_test_add_func ("/inject-village/difference", test_difference);
  g_test_add_func ("/inject-village/keep-all", test_keep_all);
  g_test_add_func ("/inject-village/return", test_return);
  return g_test_run ();
}
