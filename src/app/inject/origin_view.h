/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/inject/inject_work.h"
#include "app/page.h"

/* Who compiled a file, from what, and when: it is shown beside every field the file fills in. */
#define PAMONG_TYPE_ORIGIN_VIEW (pamong_origin_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongOriginView, pamong_origin_view, PAMONG, ORIGIN_VIEW, GtkWidget)
/* Signals: "finished" () all of it is said; "cancelled" (). */
GtkWidget *pamong_origin_view_new (PamongSession *session);
/** pamong_origin_view_show: @file: what it is asked of. Of the last file what was said is kept, but for the day. */
void pamong_origin_view_show (PamongOriginView *view, const PamongImportFile *file);
/** pamong_origin_view_say: @words (nullable): what is not in order, in the foot. */
void pamong_origin_view_say (PamongOriginView *view, const char *words);
/** pamong_origin_view_read: Returns: (transfer full) (nullable): NULL while something is missing, which it says. */
PamongInjectOrigin *pamong_origin_view_read (PamongOriginView *view);
/** pamong_origin_view_fill: as if it had been typed. @village: (nullable). */
void pamong_origin_view_fill (PamongOriginView *view, const char *source, const char *compiled_by, const char *compiled_on, const char *village);
