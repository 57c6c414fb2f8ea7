/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"

/* One act about a resident, asked of the desk: what goes to its thread is a copy, what comes back says whether it was written and what was found. */
typedef enum { PAMONG_JOB_CORRECT, PAMONG_JOB_ADD, PAMONG_JOB_REMOVE, PAMONG_JOB_PUT_BACK, PAMONG_JOB_JOIN } PamongJobKind;

/** PamongSaveJob: @before: as it was loaded (CORRECT); @record: as it shall be; @reason: of the act, or for @rules (overrides accepted); @family_uid, @shdk: JOIN. */
typedef struct {
  PamongJobKind kind;
  PamongRecord *before, *record;
  char *reason, *family_uid;
  int shdk;
  GPtrArray *rules; /* (nullable): rule ids, owned */
} PamongSaveJob;

/** PamongSaved: @saved FALSE: nothing was written, @findings say why. */
typedef struct {
  gboolean saved;
  GPtrArray *findings;
} PamongSaved;

PamongSaveJob *pamong_save_job_new (PamongJobKind kind, const PamongRecord *record);
void pamong_save_job_free (PamongSaveJob *job);
/** pamong_save_job_run_async: (transfer full) takes @job. */
void pamong_save_job_run_async (PamongSaveJob *job, PamongDesk *desk, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_save_job_run_finish: Returns: (transfer full) (nullable): NULL with an error when the act could not be tried. */
PamongSaved *pamong_save_job_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
void pamong_saved_free (PamongSaved *saved);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSaved, pamong_saved_free)
