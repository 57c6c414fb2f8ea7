/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/inject.h"
#include <gtk/gtk.h>

/* What has been filled in so far, file by file, those that were left half-way first. */
#define PAMONG_TYPE_BATCH_LIST (pamong_batch_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongBatchList, pamong_batch_list, PAMONG, BATCH_LIST, GtkWidget)
/* Signals: "open" (uid of one of its batches) Enter or click. */
GtkWidget *pamong_batch_list_new (PamongStore *store);
void pamong_batch_list_refresh (PamongBatchList *list);
/** pamong_batch_list_n: For tests. */
guint pamong_batch_list_n (PamongBatchList *list);
