/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/export_columns.h"
#include "exchange/export_report.h"
#include "store/residents.h"
#include <gio/gio.h>

/* The register into a file: row by row from a reader of its own, in constant memory, whole or not at all. Who writes people out is logged first, by
 * pamong_office_log_export(). */

/**
 * PamongExportOrder:
 * @path: its ending says the form: .xlsx, .csv, .zip
 * @layout: "plain", "opensid" or "opendk"
 * @columns: (nullable): keys of the plain layout, in order; NULL for all
 * @words: labels instead of codes, dates as people write them
 * @keys: keys of the registry as headings, not labels
 * @full: whole NIK and No. KK, which are masked else
 * @separator: of a .csv
 * @query: whom; every filter counts
 * @note: (nullable): what every page bears: "LATIHAN – data tiruan"
 */
typedef struct {
  PamongExportWhat what;
  const char *path, *layout;
  const char *const *columns;
  gboolean words, keys, full;
  char separator;
  PamongQuery query;
  const char *note;
} PamongExportOrder;
#define PAMONG_EXPORT_ORDER_INIT { .layout = "plain", .separator = ';', .query = PAMONG_QUERY_INIT }

/** pamong_export_check: whether @order can be done, before anybody gives a reason for it. INVALID names what does not fit and the remedy. */
gboolean pamong_export_check (PamongStore *store, const PamongExportOrder *order, GError **error);
/** pamong_export_words: Returns: (transfer full): what is written, for the log: "residents opensid, 3000 people, RT 001". @people: as pamong_residents_count(). */
char *pamong_export_words (const PamongExportOrder *order, gint64 people);

/** PamongExportProgressFunc: on the thread that writes, after each card. @done: people so far. */
typedef void (*PamongExportProgressFunc) (guint done, gpointer data);
/** PamongExported: @rows: of people or families. @report: (nullable): the workbook beside it, of another program's layout. @losses: (element-type PamongExportLoss): empty
 * for the plain layout. */
typedef struct {
  guint rows;
  char *report;
  GPtrArray *losses;
} PamongExported;
void pamong_exported_free (PamongExported *exported);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongExported, pamong_exported_free)
/** pamong_export_write: @store: of the calling thread. Nothing is left of a file that failed, was cancelled (G_IO_ERROR_CANCELLED) or would hold nobody (INVALID). */
PamongExported *pamong_export_write (PamongStore *store, const PamongExportOrder *order, PamongExportProgressFunc func, gpointer data, GCancellable *cancellable, GError **error);
