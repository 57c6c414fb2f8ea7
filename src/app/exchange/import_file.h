/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/sample.h"
#include "exchange/desil.h"
#include <gio/gio.h>

/* A file that is to be imported, while one looks at it. What reads it runs on a thread, one at a time; between the calls it belongs to the main thread. */

/** PamongImportFile: @rows: filled rows of its sheet below the headings. @mapping: (nullable): the name its columns are kept by. @desil: (nullable) (element-type PamongDesilRow): a table of
 * families with their desil; it has no @source and no @sample then. */
typedef struct {
  char *path, *name, *area;
  char *mapping;
  PamongSource *source;
  PamongSample *sample;
  GPtrArray *desil;
  guint rows;
} PamongImportFile;

/** pamong_import_file_open_async: @layout: (nullable): as pamong_source_open() takes it. @desil: a table of families with their desil may be it too. */
void pamong_import_file_open_async (const char *path, const char *layout, const char *area, gboolean desil, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_import_file_open_finish: Returns: (transfer full): NULL with words that name the place and the remedy. */
PamongImportFile *pamong_import_file_open_finish (GAsyncResult *result, GError **error);
/** pamong_import_file_ref, _unref: a thread that reads it holds it too: the window may be closed meanwhile. */
PamongImportFile *pamong_import_file_ref (PamongImportFile *file);
void pamong_import_file_unref (PamongImportFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongImportFile, pamong_import_file_unref)

/** pamong_import_file_look_async: reads the sample anew with @columns, which the source keeps; @file is not touched until it has answered. */
void pamong_import_file_look_async (PamongImportFile *file, const PamongColumns *columns, GAsyncReadyCallback callback, gpointer user_data);
gboolean pamong_import_file_look_finish (GAsyncResult *result, GError **error);
/** pamong_import_file_point_async: as pamong_source_point(), then the sample anew; @file is not touched until it has answered. */
void pamong_import_file_point_async (PamongImportFile *file, int sheet, int row, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_import_file_point_finish: FALSE: all is as it was. */
gboolean pamong_import_file_point_finish (GAsyncResult *result, GError **error);
/** pamong_import_file_ask_async: whether its occupation 89 must be asked about; the whole file is read for it. @file is not touched until it has answered. */
void pamong_import_file_ask_async (PamongImportFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean pamong_import_file_ask_finish (GAsyncResult *result);
/** pamong_import_file_sheet: Returns: (transfer none): the sheet the people stand in; the first one for a layout without columns. */
const char *pamong_import_file_sheet (PamongImportFile *file);
