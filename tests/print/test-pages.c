/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pages.h"

/* Rows of given heights on pages of given room. */
typedef struct {
  const double *heights;
  guint lead; /* this row leads into the next; G_MAXUINT: none */
} Rows;

static double
height (gpointer data, guint row)
{
  const Rows *rows = data;

  return rows->heights != NULL ? rows->heights[row] : 10;
}

static gboolean
leads (gpointer data, guint row)
{
  return row == ((const Rows *) data)->lead;
}

static GArray *
lay_out (Rows *rows, guint n, double first, double later, double tail)
{
  PamongPageRules rules = { .first = first, .later = later, .tail = tail, .with_tail = 3, .height = height, .leads = leads, .data = rows };

  return pamong_pages_lay_out (&rules, n);
}

static PamongPrintPage
page (GArray *pages, guint i)
{
  return g_array_index (pages, PamongPrintPage, i);
}

/* Every row once, in order, and no page fuller than it may be. */
static void
assert_whole (GArray *pages, guint n, double first, double later)
{
  guint next = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      g_assert_cmpuint (page (pages, i).first, ==, next);
      g_assert_cmpfloat (page (pages, i).n * 10, <=, i == 0 ? first : later);
      next += page (pages, i).n;
    }
  g_assert_cmpuint (next, ==, n);
}

static void
test_every_row_once (void)
{
  Rows rows = { NULL, G_MAXUINT };

  for (guint n = 0; n < 60; n++)
    for (double tail = 0; tail <= 84; tail += 7)
      {
        g_autoptr (GArray) pages = lay_out (&rows, n, 75, 100, tail);
        PamongPrintPage last = page (pages, pages->len - 1);

        assert_whole (pages, n, 75, 100);
        g_assert_cmpfloat (last.n * 10 + tail, <=, pages->len == 1 ? 75 : 100);
        if (n > 1)
          g_assert_cmpuint (last.n, >, 0);
      }
}

static void
test_tail_takes_rows_along (void)
{
  Rows rows = { NULL, G_MAXUINT };
  g_autoptr (GArray) pages = lay_out (&rows, 17, 70, 100, 40);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (page (pages, 1).n, ==, 7);
  g_assert_cmpuint (page (pages, 2).n, ==, 3);
}

static void
test_heading_stays_with_its_rows (void)
{
  Rows rows = { NULL, 6 };
  g_autoptr (GArray) pages = lay_out (&rows, 9, 70, 100, 0);

  g_assert_cmpuint (page (pages, 0).n, ==, 6);
  g_assert_cmpuint (page (pages, 1).first, ==, 6);
  g_assert_cmpuint (page (pages, 1).n, ==, 3);
}

static void
test_tall_row (void)
{
  static const double heights[] = { 10, 500, 10 };
  Rows rows = { heights, G_MAXUINT };
  g_autoptr (GArray) pages = lay_out (&rows, 3, 70, 100, 5);

  g_assert_cmpuint (pages->len, ==, 3);
}

static void
test_nothing (void)
{
  Rows rows = { NULL, G_MAXUINT };
  g_autoptr (GArray) pages = lay_out (&rows, 0, 70, 100, 40);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (page (pages, 0).n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/every-row-once", test_every_row_once);
  g_test_add_func ("/pages/tail-takes-rows-along", test_tail_takes_rows_along);
  g_test_add_func ("/pages/heading-stays-with-its-rows", test_heading_stays_with_its_rows);
  g_test_add_func ("/pages/tall-row", test_tall_row);
  g_test_add_func ("/pages/nothing", test_nothing);
  return g_test_run ();
}
