/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/row_model.h"
#include "store/residents.h"
#include <gtk/gtk.h>

/* A list of residents over SQL: PamongRowModel holds the ids of one query (a snapshot), fetches pages of rows on demand. Sorting and filtering are
 * queries; nothing here ever asks for all rows. */
#define PAMONG_TYPE_TABLE (pamong_table_get_type ())
G_DECLARE_FINAL_TYPE (PamongTable, pamong_table, PAMONG, TABLE, GtkWidget)
/* Signals: "selected" (uid nullable) by hand or by pamong_table_select(); "activated" (uid) Enter or double click; "order-changed" () the head was clicked. */
GtkWidget *pamong_table_new (PamongStore *store, PamongLevel level);
/** pamong_table_set_query: new ids; selection by uid survives when the row is still there. The order is the one the head shows, not @query's.
 * @only: (nullable): rids of a search: of the query's people only these. FALSE: the store could not be read; the list is as before. */
gboolean pamong_table_set_query (PamongTable *table, const PamongQuery *query, GArray *only, GError **error);
/** pamong_table_count: people in the list; exact. */
guint pamong_table_count (PamongTable *table);
/** pamong_table_refresh: @uids changed: their rows are read again in place, and rows that came, went or moved follow, without a jump of the view. NULL = all. */
void pamong_table_refresh (PamongTable *table, const char *const *uids);
/** pamong_table_select: selects and shows the row. FALSE: not in this list. NULL selects nothing. */
gboolean pamong_table_select (PamongTable *table, const char *uid);
/** pamong_table_selected: who was chosen last, even when a filter hides the row. Returns: (nullable) (transfer none). */
const char *pamong_table_selected (PamongTable *table);
void pamong_table_reveal (PamongTable *table, guint position);
/** pamong_table_order: what the list is ordered by now. */
PamongSort pamong_table_order (PamongTable *table, gboolean *descending);
/** pamong_table_sort: the same as clicks on the head. */
void pamong_table_sort (PamongTable *table, PamongSort sort, gboolean descending);
/** pamong_table_columns_menu: Returns: (transfer floating): a popover to choose columns. */
GtkWidget *pamong_table_columns_menu (PamongTable *table);
/** pamong_table_set_wide: see pamong_columns_set_wide(). */
void pamong_table_set_wide (PamongTable *table, gboolean wide);
/** pamong_table_model: for tests and benches. Returns: (transfer none). */
PamongRowModel *pamong_table_model (PamongTable *table);
