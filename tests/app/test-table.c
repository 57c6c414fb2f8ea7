/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/style.h"
#include "app/widgets/table.h"
#include "people.h"

#include <adwaita.h>

#define AREA "35.22.28.2001"
#define PEOPLE 3000

static PamongOffice *office;
static PamongStore *store;

static GArray *
ids_of (PamongSort sort, gboolean descending)
{
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  GArray *ids;

  query.today = "2026-04-12";
  query.sort = sort;
  query.descending = descending;
  ids = pamong_residents_ids (store, &query, &error);
  g_assert_no_error (error);
  return ids;
}

static GArray *
part (GArray *ids, guint from, guint n)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint32));

  g_array_append_vals (copy, &g_array_index (ids, gint32, from), n);
  return copy;
}

/* --- the model --- */

typedef struct { guint removed, added, position, emissions; gboolean mixed; } Watch;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  watch->emissions++;
  watch->position = position;
  watch->removed += removed;
  watch->added += added;
  watch->mixed |= removed > 0 && added > 0;
}

static void
assert_order (PamongRowModel *model, GArray *ids)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, ids->len);
  for (guint i = 0; i < ids->len; i += 97)
    {
      g_autoptr (PamongRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpint (pamong_row_rid (row), ==, g_array_index (ids, gint32, i));
      g_assert_nonnull (pamong_row_data (row));
      g_assert_cmpint (pamong_row_data (row)->rid, ==, pamong_row_rid (row));
    }
}

static void
test_model_two_steps (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (GArray) up = ids_of (PAMONG_SORT_NAME, FALSE), down = ids_of (PAMONG_SORT_NAME, TRUE);
  Watch watch = { 0 };
  guint generation = pamong_row_model_generation (model);

  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &watch);
  pamong_row_model_set_ids (model, part (up, 0, up->len), 0);
  g_assert_cmpuint (watch.added, ==, up->len);
  g_assert_cmpuint (watch.emissions, ==, 1);
  assert_order (model, up);
  watch = (Watch) { 0 };
  pamong_row_model_set_ids (model, part (down, 0, down->len), 0);
  g_assert_false (watch.mixed);
  g_assert_cmpuint (watch.emissions, ==, 2);
  g_assert_cmpuint (watch.removed, ==, watch.added);
  g_assert_cmpuint (pamong_row_model_generation (model), >, generation);
  assert_order (model, down);
}

static void
test_model_swap (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (GArray) up = ids_of (PAMONG_SORT_NAME, FALSE), down = ids_of (PAMONG_SORT_AGE, TRUE), few = part (up, 40, 30), none = part (up, 0, 0);
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model))));
  GArray *lists[] = { up, down, few, down, none, none, up, few, few };
  Watch watch = { 0 };
  guint before = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &watch);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_assert_cmpuint (pamong_row_model_begin_swap (model, part (lists[i], 0, lists[i]->len)), ==, before);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, before + lists[i]->len);
      pamong_row_model_end_swap (model);
      assert_order (model, lists[i]);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, lists[i]->len);
      before = lists[i]->len;
    }
  g_assert_false (watch.mixed);
}

static void
reread_once_cb (PamongRow *row, gpointer count)
{
  g_assert_nonnull (pamong_row_data (row));
  (*(guint *) count)++;
}

/* The list changes at its end only; rows that are held become those of the people who stand there now, and tell it. */
static void
test_model_exchange (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (GArray) up = ids_of (PAMONG_SORT_NAME, FALSE), down = ids_of (PAMONG_SORT_AGE, TRUE), few = part (up, 40, 300), other = part (down, 100, 500), none = part (up, 0, 0);
  GArray *lists[] = { down, few, other, down, none, few, up, up, other, few };
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PamongRow) late = NULL; /* stays behind when the list gets shorter */
  guint told = 0;

  pamong_row_model_set_ids (model, part (up, 0, up->len), 0);
  for (guint i = 0; i < 250; i++)
    g_ptr_array_add (held, g_list_model_get_item (G_LIST_MODEL (model), i));
  late = g_list_model_get_item (G_LIST_MODEL (model), 2000);
  pamong_row_watch (held->pdata[7], reread_once_cb, &told);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint before = g_list_model_get_n_items (G_LIST_MODEL (model)), after = lists[i]->len;
      Watch watch = { 0 };
      gulong handler = g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &watch);

      pamong_row_model_exchange (model, part (lists[i], 0, after));
      g_signal_handler_disconnect (model, handler);
      g_assert_cmpuint (watch.emissions, ==, before == after ? 0 : 1);
      g_assert_cmpuint (watch.removed, ==, before > after ? before - after : 0);
      g_assert_cmpuint (watch.added, ==, after > before ? after - before : 0);
      assert_order (model, lists[i]);
      for (guint at = 0; i < 4 && at < held->len; at++)
        {
          g_assert_cmpint (pamong_row_rid (held->pdata[at]), ==, g_array_index (lists[i], gint32, at));
          g_assert_cmpint (pamong_row_data (held->pdata[at])->rid, ==, g_array_index (lists[i], gint32, at));
        }
    }
  g_assert_cmpuint (told, >=, 4);
  pamong_row_unwatch (held->pdata[7], &told);
}

static void
test_model_small_changes (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (GArray) all = ids_of (PAMONG_SORT_NAME, FALSE), less = part (all, 0, all->len);
  Watch watch = { 0 };

  g_array_remove_index (less, 500);
  pamong_row_model_set_ids (model, part (all, 0, all->len), 0);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &watch);
  pamong_row_model_set_ids (model, part (less, 0, less->len), 0);
  g_assert_cmpuint (watch.removed, ==, 1);
  g_assert_cmpuint (watch.added, ==, 0);
  g_assert_cmpuint (watch.position, ==, 500);
  assert_order (model, less);
  watch = (Watch) { 0 };
  pamong_row_model_set_ids (model, part (all, 0, all->len), 0);
  g_assert_cmpuint (watch.added, ==, 1);
  g_assert_cmpuint (watch.removed, ==, 0);
  watch = (Watch) { 0 };
  pamong_row_model_set_ids (model, part (all, 0, all->len), 0);
  g_assert_cmpuint (watch.emissions, ==, 0);
}

static void
test_model_first_rows (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (GArray) up = ids_of (PAMONG_SORT_NAME, FALSE), down = ids_of (PAMONG_SORT_NAME, TRUE);
  Watch watch = { 0 };

  pamong_row_model_set_ids (model, part (up, 0, up->len), 30);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 30);
  g_assert_cmpuint (pamong_row_model_size (model), ==, up->len);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 30));
  pamong_row_model_set_ids (model, part (down, 0, down->len), 30);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &watch);
  pamong_row_model_complete (model);
  g_assert_cmpuint (watch.position, ==, 30);
  g_assert_cmpuint (watch.added, ==, down->len - 30);
  assert_order (model, down);
}

static void
test_model_cache (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (GArray) ids = ids_of (PAMONG_SORT_NAME, FALSE);
  g_autoptr (PamongRow) held = NULL, again = NULL;

  pamong_row_model_set_ids (model, part (ids, 0, ids->len), 0);
  held = g_list_model_get_item (G_LIST_MODEL (model), 5);
  for (guint i = 0; i < ids->len; i += PAMONG_ROWS_PER_PAGE)
    {
      g_autoptr (PamongRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
    }
  g_assert_cmpuint (ids->len / PAMONG_ROWS_PER_PAGE, >, PAMONG_ROW_PAGES);
  g_assert_cmpuint (pamong_row_model_cached (model), ==, PAMONG_ROW_PAGES);
  again = g_list_model_get_item (G_LIST_MODEL (model), 5); /* its page was dropped; the row somebody holds is still the row */
  g_assert_true (held == again);
}

static void
reread_cb (PamongRow *row, gpointer count)
{
  (*(guint *) count)++;
}

static void
test_model_refresh (void)
{
  g_autoptr (PamongRowModel) model = pamong_row_model_new (store);
  g_autoptr (PamongRow) row = NULL, other = NULL;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  const char *uids[] = { NULL, NULL };
  guint count = 0, other_count = 0;

  pamong_row_model_set_ids (model, ids_of (PAMONG_SORT_NAME, FALSE), 0);
  row = g_list_model_get_item (G_LIST_MODEL (model), 10);
  other = g_list_model_get_item (G_LIST_MODEL (model), 11);
  pamong_row_watch (row, reread_cb, &count);
  pamong_row_watch (other, reread_cb, &other_count);
  resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, pamong_row_data (row)->uid, &error);
  pamong_record_set_text (resident, PAMONG_RESIDENT_FATHER_NAME, "BAPAK BARU");
  g_assert_true (pamong_office_correct_resident (office, resident, &findings, &error));
  g_assert_no_error (error);
  uids[0] = resident->uid;
  pamong_row_model_refresh (model, uids);
  g_assert_cmpstr (pamong_row_data (row)->father_name, ==, "BAPAK BARU");
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (other_count, ==, 0);
}

/* --- the table --- */

static GtkWidget *
show_table (PamongTable **table)
{
  GtkWidget *window = gtk_window_new ();
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GError) error = NULL;

  query.today = "2026-04-12";
  *table = PAMONG_TABLE (pamong_table_new (store, PAMONG_LEVEL_VILLAGE));
  g_assert_true (pamong_table_set_query (*table, &query, NULL, &error));
  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*table));
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (G_LIST_MODEL (pamong_table_model (*table))) < pamong_table_count (*table))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static const char *
uid_at (PamongTable *table, guint position)
{
  g_autoptr (PamongRow) row = g_list_model_get_item (G_LIST_MODEL (pamong_table_model (table)), position);

  return pamong_row_data (row)->uid;
}

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);
  return found;
}

/* The rows GTK has widgets for, by the name they show, are a stretch of the list. */
static void
assert_shown (PamongTable *table)
{
  GListModel *model = G_LIST_MODEL (pamong_table_model (table));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (table))));
  double height = gtk_adjustment_get_upper (scroll) / pamong_table_count (table);
  guint first = (guint) (gtk_adjustment_get_value (scroll) / height + 0.5), seen = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (find_of_type (GTK_WIDGET (table), GTK_TYPE_LIST_VIEW)); row; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *name = find_of_type (row, GTK_TYPE_INSCRIPTION);
      graphene_rect_t bounds;
      guint position;

      if (!name || !gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, GTK_WIDGET (table), &bounds) || bounds.origin.y < 0
          || bounds.origin.y > gtk_adjustment_get_page_size (scroll) - height)
        continue;
      position = first + seen++;
      g_autoptr (PamongRow) item = g_list_model_get_item (model, position);
      g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (name)), ==, pamong_row_data (item)->name);
    }
  g_assert_cmpuint (seen, >, 5);
}

static void
test_table_first_frame (void)
{
  PamongTable *table;
  GtkWidget *window = show_table (&table);
  PamongQuery query = PAMONG_QUERY_INIT;

  g_assert_cmpint (pamong_table_count (table), ==, pamong_residents_count (store, &query, NULL));
  g_assert_null (pamong_table_selected (table));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
order_changed_cb (PamongTable *table, guint *count)
{
  (*count)++;
}

static void
test_table_sort_probe (void)
{
  PamongTable *table;
  GtkWidget *window = show_table (&table);
  gboolean descending = TRUE;
  guint count = 0;
  static const PamongSort sorts[] = { PAMONG_SORT_NIK, PAMONG_SORT_SEX, PAMONG_SORT_AGE, PAMONG_SORT_SHDK, PAMONG_SORT_KK, PAMONG_SORT_PLACE, PAMONG_SORT_MARKS, PAMONG_SORT_NAME };

  g_signal_connect (table, "order-changed", G_CALLBACK (order_changed_cb), &count);
  g_assert_cmpint (pamong_table_order (table, &descending), ==, PAMONG_SORT_NAME);
  g_assert_false (descending);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (int down = 0; down < 2; down++)
      {
        g_autoptr (GArray) expected = ids_of (sorts[i], down);

        pamong_table_sort (table, sorts[i], down);
        g_assert_cmpint (pamong_table_order (table, &descending), ==, sorts[i]);
        g_assert_cmpint (descending, ==, down);
        assert_order (pamong_table_model (table), expected);
      }
  g_assert_cmpuint (count, >=, 2 * G_N_ELEMENTS (sorts));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table_selection_survives (void)
{
  PamongTable *table;
  GtkWidget *window = show_table (&table);
  g_autofree char *uid = g_strdup (uid_at (table, 1234));
  PamongQuery query = PAMONG_QUERY_INIT;
  guint position = 0;

  query.today = "2026-04-12";
  g_assert_true (pamong_table_select (table, uid));
  pamong_table_sort (table, PAMONG_SORT_AGE, TRUE);
  g_assert_cmpstr (pamong_table_selected (table), ==, uid);
  g_assert_true (pamong_row_model_find (pamong_table_model (table), pamong_residents_rid (store, uid), &position));
  g_assert_cmpstr (uid_at (table, position), ==, uid);
  query.sex = 1;
  g_assert_true (pamong_table_set_query (table, &query, NULL, NULL));
  query.sex = 0;
  g_assert_true (pamong_table_set_query (table, &query, NULL, NULL));
  g_assert_cmpstr (pamong_table_selected (table), ==, uid);
  g_assert_false (pamong_table_select (table, "nobody"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table_new_order_stands_right (void)
{
  PamongTable *table;
  GtkWidget *window = show_table (&table);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (table))));
  g_autofree char *uid = g_strdup (uid_at (table, 1234));
  guint position = 0;
  double height;

  gtk_adjustment_set_value (scroll, 20000);
  gtk_test_widget_wait_for_draw (window);
  pamong_table_sort (table, PAMONG_SORT_AGE, FALSE);
  gtk_test_widget_wait_for_draw (window);
  height = gtk_adjustment_get_upper (scroll) / pamong_table_count (table);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), <, 2 * height); /* nobody was chosen: the top */
  g_assert_true (pamong_table_select (table, uid));
  pamong_table_sort (table, PAMONG_SORT_KK, TRUE);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (pamong_row_model_find (pamong_table_model (table), pamong_residents_rid (store, uid), &position));
  g_assert_cmpfloat (position * height, >=, gtk_adjustment_get_value (scroll) - height);
  g_assert_cmpfloat ((position + 1) * height, <=, gtk_adjustment_get_value (scroll) + gtk_adjustment_get_page_size (scroll) + height);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* From anywhere, to another order of all or of half, with somebody chosen or nobody: the chosen one is in sight, else the top is; and what the widgets in
 * sight show is the list. */
static void
test_table_any_new_list (void)
{
  PamongTable *table;
  GtkWidget *window = show_table (&table);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (table))));
  PamongQuery query = PAMONG_QUERY_INIT;

  query.today = "2026-04-12";
  for (guint i = 0; i < 40; i++)
    {
      double range = gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll), height;
      guint position = 0, chosen = (guint) g_test_rand_int_range (0, (gint32) pamong_table_count (table));
      g_autofree char *uid = g_strdup (uid_at (table, chosen));

      if (i % 2)
        g_assert_true (pamong_table_select (table, uid));
      else
        g_assert_true (pamong_table_select (table, NULL));
      gtk_adjustment_set_value (scroll, g_test_rand_int_range (0, 3) == 0 ? range : g_test_rand_double () * range);
      gtk_test_widget_wait_for_draw (window);
      query.sex = g_test_rand_int_range (0, 3);
      query.age_min = g_test_rand_int_range (0, 3) == 0 ? 50 : -1;
      if (g_test_rand_int_range (0, 2))
        g_assert_true (pamong_table_set_query (table, &query, NULL, NULL));
      else
        pamong_table_sort (table, (PamongSort) g_test_rand_int_range (PAMONG_SORT_NIK, PAMONG_SORT_PLACE + 1), g_test_rand_int_range (0, 2));
      gtk_test_widget_wait_for_draw (window);
      height = gtk_adjustment_get_upper (scroll) / pamong_table_count (table);
      if (i % 2 && pamong_row_model_find (pamong_table_model (table), pamong_residents_rid (store, uid), &position))
        {
          g_assert_cmpfloat (position * height, >=, gtk_adjustment_get_value (scroll) - height);
          g_assert_cmpfloat ((position + 1) * height, <=, gtk_adjustment_get_value (scroll) + gtk_adjustment_get_page_size (scroll) + height);
        }
      else if (i % 2 == 0)
        g_assert_cmpfloat (gtk_adjustment_get_value (scroll), <, 2 * height);
      assert_shown (table);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table_only (void)
{
  PamongTable *table;
  GtkWidget *window = show_table (&table);
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GArray) all = ids_of (PAMONG_SORT_NAME, FALSE), only = part (all, 100, 50);
  g_autofree char *first = NULL;

  query.today = "2026-04-12";
  g_assert_true (pamong_table_set_query (table, &query, only, NULL));
  g_assert_cmpuint (pamong_table_count (table), ==, 50);
  first = g_strdup (uid_at (table, 0));
  pamong_table_sort (table, PAMONG_SORT_NAME, TRUE);
  g_assert_cmpstr (uid_at (table, 49), ==, first);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  char *dir;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &dir);
  people_fill (office, AREA, PEOPLE, 7);
  store = pamong_office_store (office);
  g_test_add_func ("/model/two-steps", test_model_two_steps);
  g_test_add_func ("/model/swap", test_model_swap);
  g_test_add_func ("/model/exchange", test_model_exchange);
  g_test_add_func ("/model/small-changes", test_model_small_changes);
  g_test_add_func ("/model/first-rows", test_model_first_rows);
  g_test_add_func ("/model/cache", test_model_cache);
  g_test_add_func ("/model/refresh", test_model_refresh);
  g_test_add_func ("/table/first-frame", test_table_first_frame);
  g_test_add_func ("/table/sort-probe", test_table_sort_probe);
  g_test_add_func ("/table/selection-survives", test_table_selection_survives);
  g_test_add_func ("/table/new-order-stands-right", test_table_new_order_stands_right);
  g_test_add_func ("/table/any-new-list", test_table_any_new_list);
  g_test_add_func ("/table/only", test_table_only);
  result = g_test_run ();
  pamong_office_close (office);
  people_drop (dir);
  return result;
}
