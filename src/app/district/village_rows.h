/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/figures.h"
#include <gio/gio.h>

/* What a district knows of one village. @known: the centre has told of it. Times in seconds, 0 = never. */
#define PAMONG_TYPE_VILLAGE_ROW (pamong_village_row_get_type ())
G_DECLARE_FINAL_TYPE (PamongVillageRow, pamong_village_row, PAMONG, VILLAGE_ROW, GObject)
struct _PamongVillageRow {
  GObject parent_instance;

  char *area, *name, *app_version;
  gint64 last_contact, waiting, held, residents, families, target, week;
  gint64 coverage, completeness; /* tenths of a percent, -1 = cannot be told */
  gboolean known;
};

/** pamong_village_row_read: one village, without what changed this week. Returns: (transfer full). */
PamongVillageRow *pamong_village_row_read (PamongStore *store, const char *area, GError **error);
/** pamong_village_rows: every village below @area, by code. Returns: (transfer full) (element-type PamongVillageRow). */
GPtrArray *pamong_village_rows (PamongStore *store, const char *area, GError **error);
/** pamong_village_rows_async: the same on a thread and a read-only connection of its own: for a regency it takes seconds. @dir: of the store. */
void pamong_village_rows_async (const char *dir, const char *area, GCancellable *cancellable, GAsyncReadyCallback ready, gpointer data);
GPtrArray *pamong_village_rows_finish (GAsyncResult *result, GError **error);
/** pamong_village_rows_summary: the figures of @rows as a short text for a message: villages and numbers, nobody's name.
 * @title: of the place they lie in. Returns: (transfer full). */
char *pamong_village_rows_summary (GListModel *rows, const char *title, gint64 now);
