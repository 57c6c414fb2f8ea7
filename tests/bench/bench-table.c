/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of 50,000 people in a real window: from the jump or the click on the head to the frame that shows it, against the bare query for what is
 * shown (the rows in sight; the ids in order). The 95th percentile of all jumps; each order, their median and the worst of them. Then the same at a
 * regency: one made for it, or the one in the folder PAMONG_BENCH_STORE, and then nothing else is measured. */
#include "app/people.h"
#include "regency.h"
#include "app/style.h"
#include "app/widgets/table.h"
#include "app/widgets/table_columns.h"

#include <adwaita.h>

#define AREA "35.22.28.2001"
#define PEOPLE 50000
#define VILLAGES 12 /* filters tried */
#define JUMPS 60
#define ROUNDS 3
#define REGENCY_ROUNDS 2
#define ROWS 205 /* row widgets GTK keeps filled */

static gboolean painted;

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  painted = TRUE;
}

/* Runs the loop until the next whole frame is drawn. Returns: ms since @since. */
static double
wait_frame (GtkWidget *window, gint64 since)
{
  painted = FALSE;
  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 60000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
at (GArray *times, double part)
{
  g_array_sort (times, by_value);
  return g_array_index (times, double, (guint) ((times->len - 1) * part));
}

static void
print (const char *name, double value, double bound, guint n)
{
  g_print ("{\"bench\":\"%s\",\"value\":%.1f,\"unit\":\"ms\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%u}\n", name, value, bound, value / bound, n);
}

static GtkAdjustment *
scroll_of (PamongTable *table)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (table))));
}

static double
read_rows (PamongStore *store, GArray *ids, guint position)
{
  gint32 rids[ROWS];
  gint64 start;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < ROWS; i++)
    rids[i] = g_array_index (ids, gint32, MIN (position + i, ids->len - 1));
  start = g_get_monotonic_time ();
  rows = pamong_residents_rows (store, rids, ROWS, NULL);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
jump (GtkWidget *window, PamongTable *table, PamongStore *store, const char *name)
{
  GtkAdjustment *scroll = scroll_of (table);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)), bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  PamongQuery query = { .age_min = -1, .age_max = -1, .today = "2026-04-12" };
  /* Once, as the list itself has them: reading all of them between two jumps would throw out of memory what a user's jump finds there. */
  g_autoptr (GArray) ids = pamong_residents_ids (store, &query, NULL);

  for (guint i = 0; i < JUMPS; i++)
    {
      double to = g_rand_double (rand), one, other;
      gint64 start;

      settle ();
      start = g_get_monotonic_time ();
      gtk_adjustment_set_value (scroll, to * (gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll)));
      one = wait_frame (window, start);
      other = read_rows (store, ids, (guint) (g_rand_double (rand) * (pamong_table_count (table) - ROWS)));
      g_array_append_val (ours, one);
      g_array_append_val (bare, other);
    }
  print (name, at (ours, 0.95), at (bare, 0.95), JUMPS);
}

/* One click on the head, and the bare query before it. */
static void
sort_once (GtkWidget *window, PamongTable *table, PamongStore *store, PamongSort order, gboolean descending, double *ours, double *bare)
{
  PamongQuery query = { .age_min = -1, .age_max = -1, .today = "2026-04-12", .sort = order, .descending = descending };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) ids = pamong_residents_ids (store, &query, NULL);

  *bare = (double) (g_get_monotonic_time () - start) / 1000;
  settle ();
  start = g_get_monotonic_time ();
  pamong_table_sort (table, order, descending);
  *ours = wait_frame (window, start);
}

/* Columns that a regency does not show at first can be asked for, and then their orders. */
static void
show_column (PamongTable *table, PamongColumn column)
{
  g_autoptr (GtkWidget) popover = g_object_ref_sink (pamong_table_columns_menu (table));

  for (GtkWidget *check = gtk_widget_get_first_child (gtk_popover_get_child (GTK_POPOVER (popover))); check; check = gtk_widget_get_next_sibling (check))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "pamong-column")) == (int) column)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

/* Every order there is, down and up: for each the best of @rounds, as other programs run too; then the median and the worst of all orders. */
static void
sort (GtkWidget *window, PamongTable *table, PamongStore *store, const char *name, guint rounds)
{
  static const char *const orders[] = { "name", "nik", "sex", "age", "relation", "kk", "rtrw", "village", "mark" };
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)), bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *worst = g_strconcat (name, "-worst", NULL);

  show_column (table, PAMONG_COLUMN_SHDK);
  show_column (table, PAMONG_COLUMN_KK);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *each = g_strdup_printf ("%s-%s-%s", name, orders[i / 2], i % 2 ? "up" : "down");
      double one = G_MAXDOUBLE, other = G_MAXDOUBLE;

      if (i / 2 == PAMONG_SORT_VILLAGE && pamong_store_level (store) == PAMONG_LEVEL_VILLAGE)
        continue; /* has no such column */
      for (guint round = 0; round < rounds; round++)
        {
          double value, bound;

          /* The same order again would be no news to the head. */
          pamong_table_sort (table, i / 2 == PAMONG_SORT_AGE ? PAMONG_SORT_NAME : PAMONG_SORT_AGE, FALSE);
          settle ();
          sort_once (window, table, store, (PamongSort) (i / 2), i % 2 == 0, &value, &bound);
          g_assert_cmpint (pamong_table_order (table, NULL), ==, i / 2);
          one = MIN (one, value);
          other = MIN (other, bound);
        }
      print (each, one, other, rounds);
      g_array_append_val (ours, one);
      g_array_append_val (bare, other);
    }
  print (name, at (ours, 0.5), at (bare, 0.5), ours->len);
  print (worst, at (ours, 1), at (bare, 1), ours->len);
}

/* Villages spread over the list. */
static char *
village_of (PamongStore *store, guint number)
{
  PamongQuery query = { .age_min = -1, .age_max = -1, .today = "2026-04-12", .sort = PAMONG_SORT_VILLAGE };
  g_autoptr (GArray) ids = pamong_residents_ids (store, &query, NULL);
  g_autoptr (GPtrArray) rows = pamong_residents_rows (store, &g_array_index (ids, gint32, (guint64) number * ids->len / VILLAGES), 1, NULL);

  return g_strdup (((PamongListRow *) rows->pdata[0])->area);
}

/* From the choice of a village to its list, and back to all. */
static void
filter (GtkWidget *window, PamongTable *table, PamongStore *store)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)), bare = g_array_new (FALSE, FALSE, sizeof (double));
  PamongQuery all = { .age_min = -1, .age_max = -1, .today = "2026-04-12" };

  for (guint i = 0; i < VILLAGES; i++)
    {
      g_autofree char *area = village_of (store, i);
      PamongQuery query = { .age_min = -1, .age_max = -1, .today = "2026-04-12", .area = area };
      g_autoptr (GArray) ids = NULL;
      gint64 start;
      double one, other;

      settle ();
      start = g_get_monotonic_time ();
      ids = pamong_residents_ids (store, &query, NULL);
      other = (double) (g_get_monotonic_time () - start) / 1000;
      start = g_get_monotonic_time ();
      pamong_table_set_query (table, &query, NULL, NULL);
      one = wait_frame (window, start);
      g_array_append_val (ours, one);
      g_array_append_val (bare, other);
      pamong_table_set_query (table, &all, NULL, NULL);
    }
  print ("table-filter-regency", at (ours, 0.95), at (bare, 0.95), VILLAGES);
}

static GtkWidget *
open_window (PamongStore *store, PamongLevel level, PamongTable **table)
{
  PamongQuery query = { .age_min = -1, .age_max = -1, .today = "2026-04-12" };
  GtkWidget *window = gtk_window_new ();

  *table = PAMONG_TABLE (pamong_table_new (store, level));
  pamong_table_set_query (*table, &query, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1170, 690);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*table));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
  settle ();
  settle ();
  return window;
}

static void
measure_regency (guint n)
{
  const char *given = g_getenv ("PAMONG_BENCH_STORE");
  char *dir = given != NULL ? NULL : regency_store (n);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (given != NULL ? given : dir, PAMONG_STORE_READ, &error);
  PamongTable *table;
  GtkWidget *window;

  if (store == NULL)
    g_error ("%s", error->message);
  window = open_window (store, PAMONG_LEVEL_REGENCY, &table);
  filter (window, table, store);
  jump (window, table, store, "table-jump-regency");
  sort (window, table, store, "table-sort-regency", REGENCY_ROUNDS);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_pointer (&store, pamong_store_close);
  if (dir != NULL)
    regency_drop (dir);
}

static void
measure_village (void)
{
  char *dir;
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &dir);
  PamongStore *store = pamong_office_store (office);
  PamongTable *table;
  GtkWidget *window;

  people_fill (office, AREA, PEOPLE, 1);
  window = open_window (store, PAMONG_LEVEL_VILLAGE, &table);
  jump (window, table, store, "table-jump");
  sort (window, table, store, "table-sort", ROUNDS);
  gtk_window_destroy (GTK_WINDOW (window));
  pamong_office_close (office);
  people_drop (dir);
}

int
main (int argc, char **argv)
{
  if (!gtk_init_check ())
    {
      g_printerr ("bench-table: no display\n");
      return 77;
    }
  adw_init ();
  pamong_style_load ();
  if (g_getenv ("PAMONG_BENCH_STORE") == NULL)
    measure_village ();
  if (regency_size () > 0)
    measure_regency (regency_size ());
  return 0;
}
