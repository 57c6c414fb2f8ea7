/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "domain/letter_case.h"
#include <gtk/gtk.h>

/* One letter being filled in: at the left what only this letter needs, at the right the page as it prints. */
#define PAMONG_TYPE_FILL_VIEW (pamong_fill_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongFillView, pamong_fill_view, PAMONG, FILL_VIEW, GtkWidget)
/* Signals: "issued" (uid of the letter); "left" (): put aside, dropped, or the person is chosen anew; "other-type" (): the person stays; "draft-kept" (). */
GtkWidget *pamong_fill_view_new (PamongSession *session);
/** pamong_fill_view_begin: @letter: (transfer full); @draft: (nullable): key of the draft it comes from. FALSE: there is no such type any more. */
gboolean pamong_fill_view_begin (PamongFillView *view, PamongLetterCase *letter, const char *draft);
/** pamong_fill_view_letter: Returns: (transfer none) (nullable): what is being filled in. */
const PamongLetterCase *pamong_fill_view_letter (PamongFillView *view);
void pamong_fill_view_focus (PamongFillView *view);
void pamong_fill_view_issue (PamongFillView *view);
/** pamong_fill_view_park: Simpan dulu. */
void pamong_fill_view_park (PamongFillView *view);
/** pamong_fill_view_cancel: asks when something was typed. */
void pamong_fill_view_cancel (PamongFillView *view);
/** pamong_fill_view_keep: a draft of what was typed, without waiting. */
void pamong_fill_view_keep (PamongFillView *view);
void pamong_fill_view_zoom (PamongFillView *view, int step);
/** pamong_fill_view_foot: Returns: (transfer full) (nullable): "Draf tersimpan 10.41.08". */
char *pamong_fill_view_foot (PamongFillView *view);
