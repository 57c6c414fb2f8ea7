/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/inject/share_list.h"
#include "app/page.h"

/* What became of a file, village by village: sent, checked there, taken back; and the buttons that take it back. */
#define PAMONG_TYPE_BATCH_VIEW (pamong_batch_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongBatchView, pamong_batch_view, PAMONG, BATCH_VIEW, GtkWidget)
/* Signals: "open" (PamongVillageShare): its rows are to be looked at; "undo" (uids, GStrv): to be taken back; "rest" (uids, GStrv): not written yet, to be looked at again; "close" (). */
GtkWidget *pamong_batch_view_new (PamongStore *store);
/** pamong_batch_view_show: what came from the same file as batch @uid. */
gboolean pamong_batch_view_show (PamongBatchView *view, const char *uid, GError **error);
/** pamong_batch_view_refresh: the same anew. */
void pamong_batch_view_refresh (PamongBatchView *view);
/** pamong_batch_view_say: @words (nullable): above the villages. @failed: what went wrong; else what has been done. */
void pamong_batch_view_say (PamongBatchView *view, const char *words, gboolean failed);
/** pamong_batch_view_import: Returns: (transfer none) (nullable): one of its batches. */
const PamongImport *pamong_batch_view_import (PamongBatchView *view);
/** pamong_batch_view_uids: @area: (nullable): only there. Returns: (transfer full) (array zero-terminated=1): those in @state. */
char **pamong_batch_view_uids (PamongBatchView *view, const char *area, PamongImportState state);
/** pamong_batch_view_is_unwritten: it went into no village yet. */
gboolean pamong_batch_view_is_unwritten (PamongBatchView *view);
PamongShareList *pamong_batch_view_list (PamongBatchView *view);
