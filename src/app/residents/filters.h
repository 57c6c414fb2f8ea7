/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include <gtk/gtk.h>

/* The filters of Penduduk: chips that combine, and words to narrow by while typing. */
#define PAMONG_TYPE_FILTERS (pamong_filters_get_type ())
G_DECLARE_FINAL_TYPE (PamongFilters, pamong_filters, PAMONG, FILTERS, GtkWidget)
/* Signal: "changed" (). */

/** PamongFilter: the chips, in the order of the screen. */
typedef enum {
  PAMONG_FILTER_VILLAGE, PAMONG_FILTER_DUSUN, PAMONG_FILTER_RTRW, PAMONG_FILTER_SEX, PAMONG_FILTER_AGE, PAMONG_FILTER_MARKS, PAMONG_FILTER_STATUS, PAMONG_N_FILTERS
} PamongFilter;

/** pamong_filters_new: @area: what this computer stands for; a village has no village filter. */
GtkWidget *pamong_filters_new (PamongStore *store, PamongLevel level, const char *area);
/** pamong_filters_query: fills @query; its words are valid until the next change. Order and day are left alone. */
void pamong_filters_query (PamongFilters *filters, PamongQuery *query);
/** pamong_filters_text: Returns: (nullable) (transfer none): words typed to narrow the list; NULL below two letters. */
const char *pamong_filters_text (PamongFilters *filters);
/** pamong_filters_is_active: TRUE if anything is filtered. */
gboolean pamong_filters_is_active (PamongFilters *filters);
/** pamong_filters_hide_text: the chips alone. */
void pamong_filters_hide_text (PamongFilters *filters);
void pamong_filters_clear (PamongFilters *filters);
/** pamong_filters_focus: the caret into the words. */
void pamong_filters_focus (PamongFilters *filters);
/** pamong_filters_choose: as by hand; @choice -1 takes the filter away. */
void pamong_filters_choose (PamongFilters *filters, PamongFilter filter, int choice);
/** pamong_filters_show_village: only the people of @area, a village below; every other filter goes. Returns: FALSE if there is no such village. */
gboolean pamong_filters_show_village (PamongFilters *filters, const char *area);
/** pamong_filters_type: as typed. */
void pamong_filters_type (PamongFilters *filters, const char *text);
