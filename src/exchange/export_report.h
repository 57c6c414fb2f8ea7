/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/layout.h"

/* What a file in the layout of another program could not take along: counted, and told row by row in a workbook beside it ("NAME-laporan.xlsx"). */
typedef struct _PamongExportReport PamongExportReport;

/** PamongExportLoss: @column: their heading, or our label for what they have no column for. @value: (nullable): what we have; NULL when their column is missing
 * altogether. @written: (nullable): what stands there instead. @n: how many people. */
typedef struct {
  char *column, *value, *written;
  guint n;
} PamongExportLoss;

/** pamong_export_report_new: @path: of the file it is about. */
PamongExportReport *pamong_export_report_new (const char *path, const PamongLayout *layout, GError **error);
/** pamong_export_report_free: without pamong_export_report_finish() there is none. */
void pamong_export_report_free (PamongExportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongExportReport, pamong_export_report_free)
/** pamong_export_report_say: a line over the figures. */
gboolean pamong_export_report_say (PamongExportReport *report, const char *words, GError **error);
/** pamong_export_report_code: @column of the layout holds @cell instead of what @row has. @at: row of the sheet, the headings are 1. */
gboolean pamong_export_report_code (PamongExportReport *report, guint at, guint column, const PamongLayoutRow *row, const PamongCell *cell, GError **error);
/** pamong_export_report_row: what @row has that the layout has no column for. */
gboolean pamong_export_report_row (PamongExportReport *report, guint at, const PamongLayoutRow *row, GError **error);
gboolean pamong_export_report_finish (PamongExportReport *report, GError **error);
/** pamong_export_report_path: Returns: (transfer none): where it stands once it is finished. */
const char *pamong_export_report_path (PamongExportReport *report);
/** pamong_export_report_losses: Returns: (transfer full) (element-type PamongExportLoss): the most frequent first. */
GPtrArray *pamong_export_report_losses (PamongExportReport *report);
