/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include <gtk/gtk.h>

/* What stands above the list: title, one line, the primary act, the filters, the count and the order. */
#define PAMONG_TYPE_LIST_HEAD (pamong_list_head_get_type ())
G_DECLARE_FINAL_TYPE (PamongListHead, pamong_list_head, PAMONG, LIST_HEAD, GtkWidget)
/** pamong_list_head_new: @filters, @columns: the filter chips and the popover that chooses columns. Its buttons activate resident.add and resident.clear. */
GtkWidget *pamong_list_head_new (PamongLevel level, GtkWidget *filters, GtkWidget *columns);
/** pamong_list_head_show: @count of @all people are listed. */
void pamong_list_head_show (PamongListHead *head, gint64 count, gint64 all, gboolean filtered, PamongSort order);
/** pamong_list_head_complain: why the list could not be read, in place of the count. */
void pamong_list_head_complain (PamongListHead *head, const char *words);
/** pamong_list_head_count: the count as shown. */
const char *pamong_list_head_count (PamongListHead *head);
