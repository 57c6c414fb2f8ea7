/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/column_picker.h"
#include "app/exchange/export_form.h"
#include "app/page.h"
#include "app/residents/filters.h"

/* The register into a file: what, for which program, whom, which columns; then a bar with a count, and what came of it. */
#define PAMONG_TYPE_EXPORT_VIEW (pamong_export_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongExportView, pamong_export_view, PAMONG, EXPORT_VIEW, GtkWidget)
GtkWidget *pamong_export_view_new (PamongSession *session);
PamongExportForm *pamong_export_view_form (PamongExportView *view);       /* (transfer none) */
PamongFilters *pamong_export_view_filters (PamongExportView *view);       /* (transfer none) */
PamongColumnPicker *pamong_export_view_columns (PamongExportView *view); /* (transfer none) */
/** pamong_export_view_write: as when @path was chosen. */
void pamong_export_view_write (PamongExportView *view, const char *path);
/** pamong_export_view_stop: as by Batal. */
void pamong_export_view_stop (PamongExportView *view);
gboolean pamong_export_view_is_busy (PamongExportView *view);
