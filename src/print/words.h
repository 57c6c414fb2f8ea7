/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* How days and months are written on paper. */

/** pamong_print_month: @month: YYYY-MM. Returns: (transfer full): "Maret 2026". */
char *pamong_print_month (const char *month);
/** pamong_print_day: @date: YYYY-MM-DD. Returns: (transfer full): "5 Maret 2026". */
char *pamong_print_day (const char *date);
