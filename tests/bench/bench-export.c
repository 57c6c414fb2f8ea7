/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 50,000 residents into OpenSID's workbook, against libxlsxwriter writing the very same cells from memory in the same run; and what memory the writing takes above
 * an idle program, which must not grow with the people. PAMONG_BENCH_PEOPLE asks for another number. */
#include "exchange/export.h"
#include "people.h"
#include "store/walk.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define PEOPLE 50000
#define RUNS 3

typedef struct {
  const PamongLayout *layout;
  GPtrArray *rows; /* GArray of PamongCell */
} Cells;

static void
free_cell (gpointer cell)
{
  pamong_cell_clear (cell);
}

static gboolean
keep_cb (PamongRecord *family, GPtrArray *members, const PamongStatus *statuses, gpointer data)
{
  Cells *cells = data;

  for (guint i = 0; i < members->len; i++)
    {
      PamongLayoutRow row = { .resident = members->pdata[i], .family = family, .status = statuses[i] };
      GArray *line = g_array_new (FALSE, TRUE, sizeof (PamongCell));

      g_array_set_clear_func (line, free_cell);
      g_array_set_size (line, pamong_layout_n_columns (cells->layout));
      for (guint c = 0; c < line->len; c++)
        pamong_layout_write_cell (cells->layout, c, &row, FALSE, &g_array_index (line, PamongCell, c));
      g_ptr_array_add (cells->rows, line);
    }
  return TRUE;
}

static double
write_bare (const Cells *cells, const char *path)
{
  gint64 start = g_get_monotonic_time ();
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Data Penduduk");

  for (guint i = 0; i < pamong_layout_n_columns (cells->layout); i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, pamong_layout_heading (cells->layout, i), NULL);
  for (guint r = 0; r < cells->rows->len; r++)
    {
      GArray *line = cells->rows->pdata[r];

      for (guint c = 0; c < line->len; c++)
        {
          const PamongCell *cell = &g_array_index (line, PamongCell, c);

          if (cell->type == PAMONG_CELL_TEXT)
            worksheet_write_string (sheet, r + 1, (lxw_col_t) c, cell->text, NULL);
          else if (cell->type == PAMONG_CELL_NUMBER)
            worksheet_write_number (sheet, r + 1, (lxw_col_t) c, cell->number, NULL);
        }
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("the bare workbook was not written");
  return people_elapsed (start) / 1000;
}

/* Megabytes in use now. */
static double
memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, "\nVmRSS:")) == NULL)
    g_error ("the system does not tell");
  return g_ascii_strtod (line + strlen ("\nVmRSS:"), NULL) / 1024;
}

typedef struct {
  guint told, at;
  double tenth, most;
} Watch;

static void
progress_cb (guint done, gpointer data)
{
  Watch *watch = data;

  if (done < watch->told)
    return;
  watch->told = done + 1000;
  watch->most = MAX (watch->most, memory ());
  if (watch->tenth == 0 && done >= watch->at)
    watch->tenth = memory ();
}

static double
write_ours (PamongStore *store, const PamongExportOrder *order, PamongExportProgressFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PamongExported) exported = pamong_export_write (store, order, func, data, NULL, &error);

  if (exported == NULL)
    g_error ("%s", error->message);
  return people_elapsed (start) / 1000;
}

static void
remove_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_delete (file, NULL, NULL);
}

static void
measure (PamongStore *store, const char *dir, guint n)
{
  g_autofree char *ours = g_build_filename (dir, "ours.xlsx", NULL), *bare = g_build_filename (dir, "bare.xlsx", NULL);
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongLayout) layout = pamong_layout_load ("opensid", &error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Cells cells = { layout, rows };
  Watch watch = { .at = n / 10 };
  double idle = memory (), best = G_MAXDOUBLE, bound = G_MAXDOUBLE;

  order.path = ours;
  order.layout = "opensid";
  order.full = TRUE;
  write_ours (store, &order, progress_cb, &watch);
  if (!pamong_store_walk (store, &order.query, keep_cb, &cells, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < RUNS; i++) /* by turns: what else the machine does falls on both */
    {
      best = MIN (best, write_ours (store, &order, NULL, NULL));
      bound = MIN (bound, write_bare (&cells, bare));
    }
  remove_file (ours);
  remove_file (bare);
  g_print ("{\"bench\":\"export\",\"value\":%.2f,\"unit\":\"s\",\"bound\":%.2f,\"ratio\":%.2f,\"n\":%u}\n", best, bound, best / bound, rows->len);
  g_print ("{\"bench\":\"export-memory\",\"value\":%.1f,\"unit\":\"MB\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%u}\n", watch.most - idle, watch.tenth - idle, (watch.most - idle) / (watch.tenth - idle), rows->len);
}

int
main (void)
{
  const char *asked = g_getenv ("PAMONG_BENCH_PEOPLE");
  guint n = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : PEOPLE;
  PamongOffice *office = people_office (n, NULL);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  g_autoptr (GError) error = NULL;
  PamongStore *store = pamong_store_open (dir, PAMONG_STORE_READ, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  measure (store, dir, n);
  pamong_store_close (store);
  people_close (office);
  return 0;
}
