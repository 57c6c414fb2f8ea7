/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/inject_page.h"
#include "app/language.h"
#include "app/style.h"
#include "app/widgets/dialogs.h"
#include "domain/clock.h"
#include "inject_fixture.h"
#include "people.h"
#include "store/outbox.h"

/* Isian dari kabupaten: a file into three villages, looked at, written but for one, taken back. */

#define MOJODELIK "35.22.28.2004"
#define GAYAM "35.22.28.2001"
#define NOW 1794455000 /* 12-11-2026 */

typedef struct {
  char *folder, *dir, *files;
  PamongWindow *window;
  GtkWidget *page;
} Desk;

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);
  PamongOffice *office = people_init (PAMONG_LEVEL_REGENCY, INJECT_REGENCY, &desk->folder);

  people_fill (office, MOJODELIK, 60, 3);
  desk->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  desk->files = g_dir_make_tmp ("pamong-XXXXXX", NULL);
  pamong_office_close (office);
  desk->window = signed_in (desk->dir, "Anik R.", "kata-sandi-uji", NULL);
  desk->page = inject_page (desk->window);
  return desk;
}

static void
desk_free (Desk *desk)
{
  signed_out (desk->window);
  people_drop (desk->folder);
  fixture_remove (desk->files);
  g_free (desk->files);
  g_free (desk->dir);
  g_free (desk);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static PamongStore *
store_of (Desk *desk)
{
  return pamong_session_store (pamong_shell_session (pamong_window_shell (desk->window)));
}

static guint
count_new (Desk *desk)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store_of (desk), PAMONG_KIND_RESIDENT, NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *one = all->pdata[i];

      n += g_str_has_prefix (pamong_record_text (one, PAMONG_RESIDENT_NAME), "WARGA ") && pamong_store_status (store_of (desk), one->uid) == PAMONG_STATUS_ALIVE;
    }
  return n;
}

static gint64
waiting (Desk *desk)
{
  PamongOutboxCounts counts;

  g_assert_true (pamong_outbox_counts (store_of (desk), &counts, NULL));
  return counts.pending;
}

/* What stands in the list under the arrows. */
static PamongVillageShare *
share_of (Desk *desk, const char *area)
{
  PamongShareList *list = pamong_batch_view_list (pamong_inject_page_batch (PAMONG_INJECT_PAGE (desk->page)));

  pamong_share_list_choose (list, area);
  drive_settle ();
  g_assert_cmpstr (pamong_share_list_chosen (list)->area, ==, area);
  return pamong_share_list_chosen (list);
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

static void
answer (Desk *desk, const char *words)
{
  drive_until (has_dialog, desk, words);
  drive_settle ();
  drive_click (drive_button (dialog_of (desk), words));
  drive_settle ();
}

static void
test_dry (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = inject_list (desk->files);
  gint64 before = waiting (desk);

  drive_expect (desk->page, "Belum ada isian");
  inject_dry (desk->page, path);
  drive_expect (desk->page, "Gayam");
  drive_expect (desk->page, "Begadon");
  drive_expect (desk->page, "Mojodelik");
  drive_expect (desk->page, "1 baris tidak menyebut desa");
  drive_expect (desk->page, "6 warga baru");
  g_assert_nonnull (drive_button (desk->page, "Masukkan ke 3 desa"));
  g_assert_cmpint (waiting (desk), ==, before);
  g_assert_cmpuint (count_new (desk), ==, 0);

  /* Nothing ticked, nothing to be pressed. */
  drive_click (drive_button (desk->page, "Kosongkan"));
  drive_settle ();
  drive_expect (desk->page, "Belum ada yang diisi");
  inject_key (desk->page, GDK_KEY_s, GDK_CONTROL_MASK);
  g_assert_cmpuint (count_new (desk), ==, 0);
  drive_click (drive_button (desk->page, "Buang"));
  inject_until (desk->page, PAMONG_STEP_START);
  g_assert_cmpuint (pamong_batch_list_n (pamong_inject_page_list (PAMONG_INJECT_PAGE (desk->page))), ==, 0);
}

/* Who compiled it, from what and when must be said; and of rows that name no village, which one. */
static void
test_origin (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = inject_list (desk->files);
  PamongOriginView *origin = pamong_inject_page_origin (PAMONG_INJECT_PAGE (desk->page));

  inject_open (desk->page, path);
  inject_until (desk->page, PAMONG_STEP_COLUMNS);
  inject_match (desk->page);
  inject_until (desk->page, PAMONG_INJECT_ORIGIN);
  pamong_origin_view_fill (origin, "SIAK", "", "30-06-2026", NULL);
  g_assert_true (drive_key (GTK_WIDGET (origin), GDK_KEY_s, GDK_CONTROL_MASK));
  drive_settle ();
  drive_expect (desk->page, "Tulis siapa yang menyusun");
  inject_say (desk->page, "Tidak Ada");
  inject_until (desk->page, PAMONG_INJECT_ORIGIN);
  drive_expect (desk->page, "Tidak ada desa bernama itu");
  inject_say (desk->page, "Sudu, Gayam");
  inject_until (desk->page, PAMONG_INJECT_VILLAGES);
  drive_expect (desk->page, "Sudu");
  g_assert_false (drive_shows (desk->page, "tidak menyebut desa"));
  g_assert_nonnull (drive_button (desk->page, "Masukkan ke 4 desa"));
}

static void
test_written (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = inject_list (desk->files);

  inject_dry (desk->page, path);
  pamong_villages_view_take (pamong_inject_page_villages (PAMONG_INJECT_PAGE (desk->page)), GAYAM, FALSE);
  drive_settle ();
  drive_expect (desk->page, "1 desa tidak ikut");
  inject_key (desk->page, GDK_KEY_s, GDK_CONTROL_MASK);
  inject_until (desk->page, PAMONG_INJECT_BATCH);
  g_assert_cmpuint (count_new (desk), ==, 4);
  drive_expect (desk->page, "menunggu kirim");
  drive_expect (desk->page, "belum diisi");
  drive_expect (desk->page, "Dinas Dukcapil");
  g_assert_cmpint (share_of (desk, MOJODELIK)->batch.people, ==, 2);
  g_assert_cmpint (share_of (desk, GAYAM)->state, ==, PAMONG_IMPORT_READY);

  /* One village is taken back, told first. */
  share_of (desk, MOJODELIK);
  drive_click (drive_button (desk->page, "Batalkan di desa ini…"));
  answer (desk, "Tidak");
  g_assert_cmpuint (count_new (desk), ==, 4);
  drive_click (drive_button (desk->page, "Batalkan di desa ini…"));
  drive_until (has_dialog, desk, "the effect to be told");
  drive_settle ();
  drive_expect (dialog_of (desk), "2 warga yang dibawanya keluar dari daftar");
  answer (desk, "Batalkan isian");
  inject_until (desk->page, PAMONG_INJECT_BATCH);
  drive_expect (desk->page, "Sudah dibatalkan");
  g_assert_cmpuint (count_new (desk), ==, 2);
  g_assert_cmpint (share_of (desk, MOJODELIK)->state, ==, PAMONG_IMPORT_UNDONE);

  /* The village that was left out is written after all. */
  drive_click (drive_button (desk->page, "Desa yang belum diisi…"));
  inject_until (desk->page, PAMONG_INJECT_VILLAGES);
  inject_key (desk->page, GDK_KEY_s, GDK_CONTROL_MASK);
  inject_until (desk->page, PAMONG_INJECT_BATCH);
  g_assert_cmpuint (count_new (desk), ==, 4);

  /* And all of it back. */
  inject_undo (desk->page);
  answer (desk, "Batalkan isian");
  inject_until (desk->page, PAMONG_INJECT_BATCH);
  g_assert_cmpuint (count_new (desk), ==, 0);
  inject_key (desk->page, GDK_KEY_Escape, 0);
  inject_until (desk->page, PAMONG_STEP_START);
  g_assert_cmpuint (pamong_batch_list_n (pamong_inject_page_list (PAMONG_INJECT_PAGE (desk->page))), ==, 1);
}

static const PamongRecord *
find_numbered (GPtrArray *families)
{
  for (guint i = 0; i < families->len; i++)
    if (pamong_record_is_set (families->pdata[i], PAMONG_FAMILY_KK_NUMBER))
      return families->pdata[i];
  g_error ("no family has a number");
}

static void
test_desil (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GPtrArray) families = pamong_store_all (store_of (desk), PAMONG_KIND_FAMILY, NULL);
  const PamongRecord *family = find_numbered (families);
  g_autofree char *path = inject_desil (desk->files, pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER));
  g_autoptr (PamongRecord) after = NULL;

  inject_open (desk->page, path);
  inject_until (desk->page, PAMONG_INJECT_ORIGIN);
  drive_expect (desk->page, "keluarga dengan desilnya");
  inject_say (desk->page, NULL);
  inject_until (desk->page, PAMONG_INJECT_VILLAGES);
  drive_expect (desk->page, "Dapat desil");
  drive_expect (desk->page, "1 baris tidak ikut");
  inject_key (desk->page, GDK_KEY_s, GDK_CONTROL_MASK);
  inject_until (desk->page, PAMONG_INJECT_BATCH);
  after = pamong_store_get (store_of (desk), PAMONG_KIND_FAMILY, family->uid, NULL);
  g_assert_cmpint (pamong_record_int (after, PAMONG_FAMILY_DESIL), ==, 2);
  g_assert_cmpstr (pamong_record_text (after, PAMONG_FAMILY_DESIL_SOURCE), ==, "SIAK semester I 2026");
  g_assert_cmpstr (pamong_record_text (after, PAMONG_FAMILY_DESIL_DATE), ==, "2026-06-30");
  inject_key (desk->page, GDK_KEY_Escape, 0);
  inject_until (desk->page, PAMONG_STEP_START);
  drive_expect (desk->page, "1 desa · desil 1 keluarga");
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  pamong_clock_set (NOW);
  g_test_add_func ("/inject/dry", test_dry);
  g_test_add_func ("/inject/origin", test_origin);
  g_test_add_func ("/inject/written", test_written);
  g_test_add_func ("/inject/desil", test_desil);
  return g_test_run ();
}
