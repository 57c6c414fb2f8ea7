/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include <gio/gio.h>

/* One resident of a list. */
#define PAMONG_TYPE_ROW (pamong_row_get_type ())
G_DECLARE_FINAL_TYPE (PamongRow, pamong_row, PAMONG, ROW, GObject)
gint32 pamong_row_rid (PamongRow *row);
/** pamong_row_data: Returns: (transfer none) (nullable): what the list shows; NULL when the resident is gone or could not be read. */
const PamongListRow *pamong_row_data (PamongRow *row);

/** PamongRowFunc: @row was read again. */
typedef void (*PamongRowFunc) (PamongRow *row, gpointer data);
/** pamong_row_watch, _unwatch: a bound cell wants to know. Not a signal: on each screenful a thousand cells come and go, and this costs nothing. */
void pamong_row_watch (PamongRow *row, PamongRowFunc func, gpointer data);
void pamong_row_unwatch (PamongRow *row, gpointer data);

/** PAMONG_ROWS_PER_PAGE, PAMONG_ROW_PAGES: rows are fetched by page; GTK itself holds up to 410 rows, so the cache must be well above that. */
#define PAMONG_ROWS_PER_PAGE 128
#define PAMONG_ROW_PAGES 16

/* A GListModel of PamongRow over a snapshot of resident ids in the order of one query. Rows are read when somebody looks at them.
 * It never removes and adds many rows in one items-changed: GTK would then ask for every added row, looking for the one it tracked. */
#define PAMONG_TYPE_ROW_MODEL (pamong_row_model_get_type ())
G_DECLARE_FINAL_TYPE (PamongRowModel, pamong_row_model, PAMONG, ROW_MODEL, GObject)

PamongRowModel *pamong_row_model_new (PamongStore *store);
/**
 * pamong_row_model_set_ids:
 * @ids: (transfer full) (element-type gint32): the new snapshot; no one else may hold it
 * @first: announce no more than this many rows now, the rest with pamong_row_model_complete(); 0 = all
 *
 * Only what differs between the two snapshots is emitted, first as removed, then as added.
 */
void pamong_row_model_set_ids (PamongRowModel *model, GArray *ids, guint first);
/**
 * pamong_row_model_begin_swap, _end_swap:
 * @ids: (transfer full) (element-type gint32): another order, another filter; no one else may hold it
 *
 * The same for a whole new list under a view that has its rows already. GTK 4.8 destroys the row widgets of removed rows and builds new ones for added
 * rows; only a scroll uses widgets again. So the new list is announced behind the old one, the caller scrolls there, and then the old one goes.
 * Returns: where the new list begins until the end.
 */
guint pamong_row_model_begin_swap (PamongRowModel *model, GArray *ids);
void pamong_row_model_end_swap (PamongRowModel *model);
/**
 * pamong_row_model_exchange:
 * @ids: (transfer full) (element-type gint32): another order, another filter; no one else may hold it
 *
 * The same by the end of the list alone: it gets longer or shorter there, and the rows in use become those of the people who now stand in their places.
 * No widget comes, goes or is bound again, so this is the cheapest way where both lists go on beyond the rows GTK has widgets for.
 */
void pamong_row_model_exchange (PamongRowModel *model, GArray *ids);
/** pamong_row_model_complete: announces the rows that pamong_row_model_set_ids() held back for a quick first frame. */
void pamong_row_model_complete (PamongRowModel *model);
/** pamong_row_model_size: rows of the snapshot, announced or not. */
guint pamong_row_model_size (PamongRowModel *model);
/** pamong_row_model_generation: counts snapshots; what was fetched for an older one is stale. */
guint pamong_row_model_generation (PamongRowModel *model);
/** pamong_row_model_find: *position: (out): where @rid stands in the snapshot. */
gboolean pamong_row_model_find (PamongRowModel *model, gint32 rid, guint *position);
/** pamong_row_model_refresh: reads the rows of @uids that are in use again, in place; all rows in use with NULL. */
void pamong_row_model_refresh (PamongRowModel *model, const char *const *uids);
/** pamong_row_model_cached: pages held now. */
guint pamong_row_model_cached (PamongRowModel *model);
