/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_job.h"
#include "office/desil.h"
#include "office/inject.h"

/* The long acts of Isian dari kabupaten, over several villages each: a job of the desk, and what it found. */

/** PamongInjectOrigin: where the file is from. @compiled_on: YYYY-MM-DD. @village: (nullable): of rows that name none. @offer: differences go along for the village to settle. */
typedef struct {
  char *source, *compiled_by, *compiled_on, *village;
  gboolean offer;
} PamongInjectOrigin;
PamongInjectOrigin *pamong_inject_origin_copy (const PamongInjectOrigin *origin);
void pamong_inject_origin_free (PamongInjectOrigin *origin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongInjectOrigin, pamong_inject_origin_free)

/** PamongInjectWork: data of the job.
 * @uids: (nullable): batches it is about
 * @injection: (nullable): what reading found; its people
 * @villages: (element-type PamongDesilVillage): of a table with desil; @figures: over all of it
 * @rows: (element-type PamongVillageRow): how the villages of either stand, by code
 * @effect: of taking back
 * @nowhere: reading failed because no row names its village
 */
typedef struct {
  PamongImportFile *file;
  PamongInjectOrigin *origin;
  char **uids;
  PamongInjection *injection;
  GPtrArray *villages, *rows;
  PamongDesilFigures figures;
  PamongImportEffect effect;
  PamongImportJob *job; /* while it runs */
  guint before, all, share;
  gboolean nowhere;
} PamongInjectWork;

/** pamong_inject_work_read: the dry run of @file, of people or of desil. */
PamongImportJob *pamong_inject_work_read (PamongImportFile *file, const PamongInjectOrigin *origin);
/** pamong_inject_work_again: the same of batches that were read before. */
PamongImportJob *pamong_inject_work_again (const char *const *uids);
/** pamong_inject_work_commit: each village whole or not at all, one after the other. */
PamongImportJob *pamong_inject_work_commit (const char *const *uids, gboolean offer);
/** pamong_inject_work_desil: writes it into those of @villages (element-type PamongDesilVillage) that are not left out. */
PamongImportJob *pamong_inject_work_desil (PamongImportFile *file, const PamongInjectOrigin *origin, GPtrArray *villages);
/** pamong_inject_work_effect: what taking @uids back would do, counted together. */
PamongImportJob *pamong_inject_work_effect (const char *const *uids);
PamongImportJob *pamong_inject_work_undo (const char *const *uids);
PamongImportJob *pamong_inject_work_drop (const char *const *uids);
