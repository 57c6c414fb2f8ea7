/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* How days and months are written on paper. */

/** pamong_paper_month: @month: YYYY-MM. Returns: (transfer full): "Maret 2026". */
char *pamong_paper_month (const char *month);
/** pamong_paper_day: @date: YYYY-MM-DD. Returns: (transfer full): "5 Maret 2026". */
char *pamong_paper_day (const char *date);
