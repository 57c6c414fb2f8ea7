/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/export.h"

/* The rows of one export on their way into the file. */
typedef struct _PamongExportRows PamongExportRows;
/** pamong_export_rows_new: opens the file and writes its headings. @order: checked; outlives the rows. */
PamongExportRows *pamong_export_rows_new (const PamongExportOrder *order, GError **error);
void pamong_export_rows_free (PamongExportRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongExportRows, pamong_export_rows_free)
gboolean pamong_export_rows_resident (PamongExportRows *rows, const PamongRecord *resident, const PamongRecord *family, PamongStatus status, GError **error);
gboolean pamong_export_rows_family (PamongExportRows *rows, const PamongRecord *family, GPtrArray *members, GError **error);
guint pamong_export_rows_n (PamongExportRows *rows);
/** pamong_export_rows_finish: the file and its report get their names. */
PamongExported *pamong_export_rows_finish (PamongExportRows *rows, GError **error);
