/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What is wrong with a file of people, cell by cell, for whoever made it: a workbook or a .csv, as its name asks. It appears whole or not at all. */
typedef struct _PamongImportReport PamongImportReport;

/**
 * PamongImportRemark: all texts (nullable)
 * @row: as the sheet counts, from 1; 0 = the whole file
 * @column: letters of the column, "C"
 * @read: what was read there
 * @rule: its id
 * @message: what is wrong; @remedy: what to type instead
 */
typedef struct {
  const char *sheet;
  guint row;
  const char *column, *field, *read, *rule, *message, *remedy;
} PamongImportRemark;

/** pamong_import_report_new: @path: .xlsx or .csv. @about: name of the file that is spoken of. */
PamongImportReport *pamong_import_report_new (const char *path, const char *about, GError **error);
/** pamong_import_report_free: without pamong_import_report_finish() there is none. */
void pamong_import_report_free (PamongImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongImportReport, pamong_import_report_free)
gboolean pamong_import_report_add (PamongImportReport *report, const PamongImportRemark *remark, GError **error);
/** pamong_import_report_finish: @n: (out) (optional): remarks in it. A report without any says that there is none. */
gboolean pamong_import_report_finish (PamongImportReport *report, guint *n, GError **error);
