/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include <gtk/gtk.h>

/* A list of residents over SQL: PamongRowModel holds the ids of one query (a snapshot), fetches pages of rows on demand; see gtk.md 3 for why. */
#define PAMONG_TYPE_TABLE (pamong_table_get_type ())
G_DECLARE_FINAL_TYPE (PamongTable, pamong_table, PAMONG, TABLE, GtkWidget)
/* Signals: "selected" (uid nullable), "activated" (uid), "order-changed" (). */
GtkWidget *pamong_table_new (PamongStore *store, PamongLevel level);
/** pamong_table_set_query: new ids; selection by uid and scroll position survive when the row is still there. @only: (nullable): rids of a search, in order. */
gboolean pamong_table_set_query (PamongTable *table, const PamongQuery *query, GArray *only, GError **error);
guint pamong_table_count (PamongTable *table);
void pamong_table_refresh (PamongTable *table, const char *const *uids);
gboolean pamong_table_select (PamongTable *table, const char *uid);
const char *pamong_table_selected (PamongTable *table);
void pamong_table_reveal (PamongTable *table, guint position);
