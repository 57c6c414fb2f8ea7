/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"
#include "app/residents/filters.h"
#include "app/residents/resident_form.h"
#include "app/residents/detail.h"
#include "app/widgets/table.h"

/* Penduduk: filters, list, and one resident beside it, read or changed. */
#define PAMONG_TYPE_RESIDENTS_PAGE (pamong_residents_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongResidentsPage, pamong_residents_page, PAMONG, RESIDENTS_PAGE, GtkWidget)
GtkWidget *pamong_residents_page_new (PamongSession *session);
/* For tests. Returns: (transfer none). */
PamongTable *pamong_residents_page_table (PamongResidentsPage *page);
PamongFilters *pamong_residents_page_filters (PamongResidentsPage *page);
PamongResidentDetail *pamong_residents_page_detail (PamongResidentsPage *page);
PamongResidentForm *pamong_residents_page_form (PamongResidentsPage *page); /* (nullable): until something is changed or added */
/** pamong_residents_page_count_words: "463 dari 2.175 jiwa", as shown. */
const char *pamong_residents_page_count_words (PamongResidentsPage *page);
