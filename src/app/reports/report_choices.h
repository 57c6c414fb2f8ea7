/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/codes.h"
#include "store/residents.h"

/* What the chips over a book offer. */

/** pamong_report_month: @back months ago. Returns: (transfer full): YYYY-MM. */
char *pamong_report_month (int back);
/** pamong_report_months: the last two years, this month first. Returns: (transfer full) (element-type PamongFilterChoice). */
GPtrArray *pamong_report_months (gpointer data);
/** pamong_report_hamlets: of the village @area. Returns: (transfer full) (element-type PamongFilterChoice). */
GPtrArray *pamong_report_hamlets (PamongStore *store, const char *area);
/** pamong_report_nth_village: of the district or regency @area. Returns: (transfer none) (nullable): NULL when there is none, as for -1. */
const PamongRegion *pamong_report_nth_village (const char *area, int n);
/** pamong_report_villages: of the district or regency @area, in that order. Returns: (transfer full) (element-type PamongFilterChoice). */
GPtrArray *pamong_report_villages (const char *area);
