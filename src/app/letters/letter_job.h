/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/letters/letter_look.h"

/* What the page Surat asks of the desk. Data given is copied. */

/** pamong_letter_job_issue_async: @look: (transfer full). */
void pamong_letter_job_issue_async (PamongDesk *desk, const PamongLetterCase *letter, PamongLetterLook *look, PamongIssueFlags flags, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_letter_job_issue_finish: Returns: (transfer full) (nullable): the LETTER record. */
PamongRecord *pamong_letter_job_issue_finish (PamongDesk *desk, GAsyncResult *result, GError **error);

/** pamong_letter_job_draft_async: @key: (nullable); @letter: (nullable): NULL drops it. */
void pamong_letter_job_draft_async (PamongDesk *desk, const char *key, const PamongLetterCase *letter, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_letter_job_draft_finish: Returns: (transfer full) (nullable): the draft's key; "" when it was dropped. */
char *pamong_letter_job_draft_finish (PamongDesk *desk, GAsyncResult *result, GError **error);

/** pamong_letter_job_state_async: @words: (nullable): who took it. */
void pamong_letter_job_state_async (PamongDesk *desk, const char *uid, PamongLetterState state, const char *words, GAsyncReadyCallback callback, gpointer user_data);
void pamong_letter_job_void_async (PamongDesk *desk, const char *uid, const char *reason, GAsyncReadyCallback callback, gpointer user_data);
/** pamong_letter_job_finish: of state and void. */
gboolean pamong_letter_job_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
