/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** PamongPrintPage: rows @first to @first + @n - 1 stand on it. */
typedef struct { guint first, n; } PamongPrintPage;
/**
 * PamongPageRules:
 * @first, @later: room for rows on the first page and on the others
 * @tail: height of what ends the table; @with_tail: rows that go with it onto a new page, so that it never stands alone
 * @height: of a row; @leads: a row that may not be the last on a page
 */
typedef struct {
  double first, later, tail;
  guint with_tail;
  double (*height) (gpointer data, guint row);
  gboolean (*leads) (gpointer data, guint row);
  gpointer data;
} PamongPageRules;
/** pamong_pages_lay_out: every row stands on exactly one page. Returns: (transfer full) (element-type PamongPrintPage): one page at least. */
GArray *pamong_pages_lay_out (const PamongPageRules *rules, guint n_rows);
