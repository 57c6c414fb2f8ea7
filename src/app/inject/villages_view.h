/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/inject/share_list.h"
#include "app/page.h"

/* The dry run of a file, village by village: what would come in, which villages it goes to, and the button that writes it. */
#define PAMONG_TYPE_VILLAGES_VIEW (pamong_villages_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongVillagesView, pamong_villages_view, PAMONG, VILLAGES_VIEW, GtkWidget)
/* Signals: "open" (PamongVillageShare): its rows are to be looked at; "commit" (), "drop" (), "back" (). */
GtkWidget *pamong_villages_view_new (void);
/** pamong_villages_view_show: what @work found, all villages taken that have something to come in. @offer: differences go along. */
void pamong_villages_view_show (PamongVillagesView *view, const PamongInjectWork *work, gboolean offer);
/** pamong_villages_view_say: @words (nullable): above the villages: what went wrong. */
void pamong_villages_view_say (PamongVillagesView *view, const char *words);
gboolean pamong_villages_view_offers (PamongVillagesView *view);
/** pamong_villages_view_taken: Returns: (transfer full) (array zero-terminated=1): batches of the villages it is to be written to. */
char **pamong_villages_view_taken (PamongVillagesView *view);
/** pamong_villages_view_all: the same of all of them. */
char **pamong_villages_view_all (PamongVillagesView *view);
/** pamong_villages_view_desil: Returns: (transfer none): (element-type PamongDesilVillage): with those marked that are left out. */
GPtrArray *pamong_villages_view_desil (PamongVillagesView *view);
/** pamong_villages_view_take: as a tick does. @area: NULL = all of them. */
void pamong_villages_view_take (PamongVillagesView *view, const char *area, gboolean taken);
