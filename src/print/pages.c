/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pages.h"

static gboolean
leads (const PamongPageRules *rules, guint row)
{
  return rules->leads != NULL && rules->leads (rules->data, row);
}

/* Rows from @at that leave @page: those that lead into them go along, one row always stays. */
static guint
pull_leading (const PamongPageRules *rules, const PamongPrintPage *page, guint at)
{
  while (at > page->first + 1 && leads (rules, at - 1))
    at--;
  return at;
}

static double
rows_height (const PamongPageRules *rules, guint first, guint end)
{
  double height = 0;

  for (guint r = first; r < end; r++)
    height += rules->height (rules->data, r);
  return height;
}

/* As many of the last rows as fit beside the tail, one at least. */
static guint
count_followers (const PamongPageRules *rules, const PamongPrintPage *last)
{
  guint end = last->first + last->n, most = MIN (rules->with_tail, last->n > 0 ? last->n - 1 : 0), n = MIN (most, 1);

  while (n < most && rows_height (rules, end - n - 1, end) + rules->tail <= rules->later)
    n++;
  return n;
}

/* The last rows follow the tail onto a page of their own. */
static void
move_tail (const PamongPageRules *rules, GArray *pages, guint n_rows)
{
  PamongPrintPage *last = &g_array_index (pages, PamongPrintPage, pages->len - 1);
  PamongPrintPage next = { n_rows - count_followers (rules, last), 0 };

  if (next.first < n_rows)
    next.first = pull_leading (rules, last, next.first);
  next.n = n_rows - next.first;
  last->n -= next.n;
  g_array_append_val (pages, next);
}

GArray *
pamong_pages_lay_out (const PamongPageRules *rules, guint n_rows)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (PamongPrintPage));
  PamongPrintPage page = { 0, 0 };
  double used = 0, room = rules->first;

  for (guint r = 0; r < n_rows; r++)
    {
      double height = rules->height (rules->data, r);

      if (used + height > room && r > page.first)
        {
          guint begin = pull_leading (rules, &page, r);

          page.n = begin - page.first;
          g_array_append_val (pages, page);
          page.first = begin;
          used = rows_height (rules, begin, r);
          room = rules->later;
        }
      used += height;
    }
  page.n = n_rows - page.first;
  g_array_append_val (pages, page);
  if (used + rules->tail > room)
    move_tail (rules, pages, n_rows);
  return pages;
}
