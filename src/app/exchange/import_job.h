/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_file.h"
#include "office/desk.h"
#include "office/imports.h"

/* A long act of an import on the desk's thread. While it runs, the main thread reads how far it is and may ask it to stop. */

/** PamongImportWork: RETURN, AGAIN: of what the regency filled in. CHOOSE, DROP and TIDY are short, and nobody stops them. */
typedef enum {
  PAMONG_IMPORT_WORK_READ, PAMONG_IMPORT_WORK_COMPARE, PAMONG_IMPORT_WORK_COMMIT, PAMONG_IMPORT_WORK_UNDO, PAMONG_IMPORT_WORK_RETURN, PAMONG_IMPORT_WORK_AGAIN,
  PAMONG_IMPORT_WORK_CHOOSE, PAMONG_IMPORT_WORK_DROP, PAMONG_IMPORT_WORK_TIDY
} PamongImportWork;

typedef struct _PamongImportJob PamongImportJob;
/** pamong_import_job_new: @uid: of the import. */
PamongImportJob *pamong_import_job_new (PamongImportWork work, const char *uid);
/** pamong_import_job_new_read: @mapping: (nullable): the name its columns are kept by. */
PamongImportJob *pamong_import_job_new_read (PamongImportFile *file, const char *mapping);
/** pamong_import_job_new_choose: as pamong_import_choose(). */
PamongImportJob *pamong_import_job_new_choose (const char *uid, guint n, const char *key, gboolean take);
/** PamongImportJobFunc: on the desk. */
typedef gboolean (*PamongImportJobFunc) (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error);
/** pamong_import_job_new_for: @func does it, with @data, which the job keeps. */
PamongImportJob *pamong_import_job_new_for (PamongImportWork work, PamongImportJobFunc func, gpointer data, GDestroyNotify free_data);
/** pamong_import_job_data: Returns: (transfer none): for whoever made it, when it has ended. */
gpointer pamong_import_job_data (PamongImportJob *job);
/** pamong_import_job_moved: a PamongImportProgressFunc whose data is the job. */
gboolean pamong_import_job_moved (guint done, guint total, gpointer job);
PamongImportJob *pamong_import_job_ref (PamongImportJob *job);
void pamong_import_job_unref (PamongImportJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongImportJob, pamong_import_job_unref)

PamongImportWork pamong_import_job_work (const PamongImportJob *job);
void pamong_import_job_run_async (PamongImportJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_import_job_run_finish: Returns: (transfer full) (nullable): the uid of the import, "" of a job with a function of its own; NULL with words. */
char *pamong_import_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
/** pamong_import_job_progress: how far it is; @total 0: not known. */
void pamong_import_job_progress (PamongImportJob *job, guint *done, guint *total);
/** pamong_import_job_tidy: whoever leaves a finished import has seen its rows: they do not stay on the disk. @import: (nullable). */
void pamong_import_job_tidy (PamongDesk *desk, const PamongImport *import);
void pamong_import_job_stop (PamongImportJob *job);
/** pamong_import_job_is_stopped: somebody asked for it. */
gboolean pamong_import_job_is_stopped (PamongImportJob *job);
