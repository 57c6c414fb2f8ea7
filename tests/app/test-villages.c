/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/district/village_rows.h"
#include "app/language.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/uid.h"
#include "people.h"
#include "signed_in.h"
#include "store/write.h"

#define DISTRICT "35.22.28"
#define NEAR "35.22.28.2004"
#define FAR "35.22.28.2011"
#define NOW 1794455000 /* 12-11-2026 */
#define DAY (24 * 3600)

/* Desa at a kecamatan: what the centre told of each village, and the way from a village to its people. */

static void
put_place (PamongOffice *office, const char *area, gint64 contact, int waiting, int held, gint64 target)
{
  g_autoptr (PamongRecord) place = pamong_record_new (PAMONG_KIND_PLACE, area);
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_free (place->uid);
  place->uid = pamong_uid_derive ("place", (const char *const[]) { area, NULL });
  place->version = 1;
  if (target > 0)
    pamong_record_set_int (place, PAMONG_PLACE_TARGET, target);
  pamong_record_set_int (place, PAMONG_PLACE_LAST_CONTACT, contact);
  pamong_record_set_int (place, PAMONG_PLACE_WAITING, waiting);
  pamong_record_set_int (place, PAMONG_PLACE_HELD, held);
  pamong_record_set_text (place, PAMONG_PLACE_APP_VERSION, "0.1.0");
  g_assert_true (pamong_write_put (write, place, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

typedef struct {
  char *folder, *dir;
  PamongWindow *window;
} District;

static gboolean
has_rows (gpointer page)
{
  GtkWidget *view = drive_find (page, "GtkColumnView");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))) > 0;
}

/* The villages are counted beside the window. */
static void
sign_in_district (District *district)
{
  district->window = signed_in (district->dir, "Anik R.", "kata-sandi-uji", NULL);
  drive_until (has_rows, signed_in_content (district->window), "the villages are counted");
  drive_settle ();
}

static void
open_district (District *district)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_DISTRICT, DISTRICT, &district->folder);

  people_fill (office, NEAR, 120, 3);
  people_fill (office, FAR, 40, 4);
  put_place (office, NEAR, NOW - 60, 5945, 0, 0);
  put_place (office, FAR, NOW - 9 * DAY, 0, 2, 0);
  district->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  sign_in_district (district);
}

static void
close_district (District *district)
{
  signed_out (district->window);
  people_drop (district->folder);
  g_free (district->dir);
}

static void
test_told (void)
{
  District district;
  GtkWidget *page;

  open_district (&district);
  page = signed_in_content (district.window);
  g_assert_cmpstr (pamong_shell_page_name (pamong_window_shell (district.window)), ==, "beranda");
  drive_expect (page, "hari ini ");
  drive_expect (page, "9 hari lalu");
  drive_expect (page, "5.945");
  drive_expect (page, "0.1.0");
  drive_expect (page, "belum pernah");
  close_district (&district);
}

static guint
count_people (PamongShell *shell, const char *area)
{
  PamongCounts counts;

  g_assert_true (pamong_residents_counts (pamong_session_store (pamong_shell_session (shell)), area, &counts, NULL));
  return (guint) counts.residents;
}

static void
test_to_its_people (void)
{
  District district;
  PamongShell *shell;
  PamongResidentsPage *page;

  open_district (&district);
  shell = pamong_window_shell (district.window);
  g_assert_cmpuint (count_people (shell, NEAR), !=, count_people (shell, FAR));
  gtk_widget_activate_action (GTK_WIDGET (pamong_shell_page (shell)), "win.open", "(ss)", "place", FAR);
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "penduduk");
  page = PAMONG_RESIDENTS_PAGE (pamong_shell_page (shell));
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (page)), ==, count_people (shell, FAR));
  drive_expect (signed_in_content (district.window), "Desa Cengungklung");
  g_assert_false (pamong_shell_open (shell, PAMONG_KIND_PLACE, "11.01.01.2001"));
  close_district (&district);
}

static void
test_summary (void)
{
  District district;
  GListModel *rows;
  g_autofree char *text = NULL;

  open_district (&district);
  rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (drive_find (signed_in_content (district.window), "GtkColumnView"))));
  text = pamong_village_rows_summary (rows, "Kecamatan Gayam", NOW);
  g_assert_true (g_str_has_prefix (text, "Kecamatan Gayam, "));
  g_assert_nonnull (strstr (text, "Cengungklung: "));
  g_assert_nonnull (strstr (text, "target belum diisi"));
  g_assert_nonnull (strstr (text, "9 hari lalu"));
  drive_click (drive_button (signed_in_content (district.window), "Salin ringkasan"));
  drive_expect (signed_in_content (district.window), "Ringkasan disalin");
  close_district (&district);
}

static void
expect_order (GListModel *rows, guint first, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (PamongVillageRow) row = g_list_model_get_item (rows, first + i);

      g_assert_cmpstr (row->name, ==, names[i]);
    }
}

/* By code while nothing says who is behind, whoever was heard of or never was. */
static void
test_order (void)
{
  District district;
  GtkWidget *view;
  GListModel *rows;
  g_autoptr (GtkColumnViewColumn) name = NULL;

  open_district (&district);
  view = drive_find (signed_in_content (district.window), "GtkColumnView");
  rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 12);
  for (guint i = 1; i < 12; i++)
    {
      g_autoptr (PamongVillageRow) row = g_list_model_get_item (rows, i), before = g_list_model_get_item (rows, i - 1);

      g_assert_cmpstr (before->area, <, row->area);
    }
  name = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), 0);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), name, GTK_SORT_ASCENDING);
  expect_order (rows, 11, (const char *const[]) { "Sudu", NULL });
  close_district (&district);
}

/* The one furthest from its target stands on top, also one that was never heard of; those without a target come after, by code. */
static void
test_order_by_target (void)
{
  District district = { 0 };
  PamongOffice *office = people_init (PAMONG_LEVEL_DISTRICT, DISTRICT, &district.folder);
  GListModel *rows;
  g_autofree char *near = NULL, *far = NULL;

  people_fill (office, NEAR, 120, 3);
  people_fill (office, FAR, 40, 4);
  put_place (office, NEAR, NOW - 60, 0, 0, 150);
  put_place (office, FAR, NOW - 60, 0, 0, 400);
  put_place (office, "35.22.28.2012", 0, 0, 0, 3000);
  district.dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  sign_in_district (&district);
  rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (drive_find (signed_in_content (district.window), "GtkColumnView"))));
  expect_order (rows, 0, (const char *const[]) { pamong_regions_find ("35.22.28.2012")->name, "Cengungklung", "Mojodelik", pamong_regions_find ("35.22.28.2001")->name, NULL });
  near = g_strdup_printf ("%u %%", count_people (pamong_window_shell (district.window), NEAR) * 100 / 150);
  far = g_strdup_printf ("%u %%", count_people (pamong_window_shell (district.window), FAR) * 100 / 400);
  drive_expect (signed_in_content (district.window), near);
  drive_expect (signed_in_content (district.window), far);
  close_district (&district);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  pamong_clock_set (NOW);
  g_test_add_func ("/villages/told", test_told);
  g_test_add_func ("/villages/to-its-people", test_to_its_people);
  g_test_add_func ("/villages/summary", test_summary);
  g_test_add_func ("/villages/order", test_order);
  g_test_add_func ("/villages/order-by-target", test_order_by_target);
  return g_test_run ();
}
