/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"

/* What the card asks of the desk. Each job takes its own copies, so that typing goes on. */

PamongFamilyCard *pamong_family_card_copy (const PamongFamilyCard *card);

/** pamong_job_check_async: all findings of @card without writing; finish: (transfer full) (element-type PamongFinding). */
void pamong_job_check_async (PamongDesk *desk, const PamongFamilyCard *card, gboolean registering, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *pamong_job_check_finish (PamongDesk *desk, GAsyncResult *result, GError **error);

/** PamongCardSave: one save. @before: the card as it was opened, NULL = a new one. @accepts: (element-type PamongAccept);
 * @papers: (nullable): what was filed for a new card without a number. */
typedef struct {
  const PamongFamilyCard *card;
  const PamongFamilyCard *before;
  GArray *accepts;
  const PamongPapers *papers;
} PamongCardSave;
/** pamong_job_save: registers or corrects, and waits: keys typed meanwhile belong to the next card, not to this one. *findings: (out) (transfer full)
 * (nullable): why not, or what may be wrong. Returns: FALSE with @error or with blocking findings; nothing was written. */
gboolean pamong_job_save (PamongDesk *desk, const PamongCardSave *save, GPtrArray **findings, GError **error);

/** pamong_job_draft_async: keeps @card, and @typed beside it, under @key; NULL drops it. */
void pamong_job_draft_async (PamongDesk *desk, const char *key, const PamongFamilyCard *card, const char *typed, GAsyncReadyCallback callback, gpointer user_data);
gboolean pamong_job_draft_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
