/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/file_steps.h"
#include "app/inject/batch_list.h"
#include "app/inject/batch_view.h"
#include "app/inject/origin_view.h"
#include "app/inject/villages_view.h"
#include "app/page.h"

/* Isian dari kabupaten: one file over many villages: chosen, its origin said, looked at village by village, written, taken back. */
#define PAMONG_TYPE_INJECT_PAGE (pamong_inject_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongInjectPage, pamong_inject_page, PAMONG, INJECT_PAGE, GtkWidget)
GtkWidget *pamong_inject_page_new (PamongSession *session);

#define PAMONG_INJECT_ORIGIN "origin"
#define PAMONG_INJECT_VILLAGES "villages"
#define PAMONG_INJECT_ROWS "rows"
#define PAMONG_INJECT_BATCH "batch"
/** pamong_inject_page_steps, …: for tests. */
PamongFileSteps *pamong_inject_page_steps (PamongInjectPage *page);
PamongBatchList *pamong_inject_page_list (PamongInjectPage *page);
PamongOriginView *pamong_inject_page_origin (PamongInjectPage *page);
PamongVillagesView *pamong_inject_page_villages (PamongInjectPage *page);
PamongBatchView *pamong_inject_page_batch (PamongInjectPage *page);
