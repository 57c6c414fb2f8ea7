/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/source.h"
#include "office/imports.h"

/* A file of people on its way into the register: read slice by slice into rows that stand on this computer (office/imports.h), then compared. */

/** PamongImportOrigin: who made the file, from what, when; each (nullable). @act: "import" (NULL) or "inject". @area: (nullable): village of rows that name none; NULL = of the store. */
typedef struct { const char *title, *source, *compiled_by, *compiled_on, *act, *area; } PamongImportOrigin;

/** pamong_import_read: reads @source and compares it. Cut short (by @progress or a crash), calling it again with the same file goes on where it stopped. @path: of the
 * file @source was opened from. @origin: (nullable). Returns: (transfer full): the uid of the import; NULL with INVALID when there is nobody in it. */
char *pamong_import_read (PamongOffice *office, PamongSource *source, const char *path, const PamongImportOrigin *origin, PamongImportProgressFunc progress, gpointer data, GError **error);
/** pamong_import_write_report: every finding of import @uid, for whoever made the file; any thread's own store. @path: .xlsx or .csv. @n: (out) (optional): remarks in it. */
gboolean pamong_import_write_report (PamongStore *store, const char *uid, const char *path, guint *n, GError **error);
