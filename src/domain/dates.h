/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* Dates are `YYYY-MM-DD` text in records and dd-mm-yyyy on the screen. */
/** pamong_date_parse: accepts dd-mm-yyyy, dd/mm/yyyy, dd.mm.yyyy, ddmmyyyy, yyyy-mm-dd; day first always; "+N"/"-N" = today ± N days; a date that
 * does not exist (31-02) or lies outside 1800-2199 is refused. Returns: (transfer full) (nullable): YYYY-MM-DD. */
char *pamong_date_parse (const char *text);
/** pamong_date_format: Returns: (transfer full): dd-mm-yyyy of YYYY-MM-DD; the text itself if it is none. */
char *pamong_date_format (const char *date);
gboolean pamong_date_is_valid (const char *date);
/** pamong_date_age: Returns: whole years at @on; -1 when @on is before the birth or one of them is no date. */
int pamong_date_age (const char *birth_date, const char *on);
/** pamong_date_days: Returns: days from @from to @to, negative when @to is earlier; 0 when one of them is no date. */
int pamong_date_days (const char *from, const char *to);
/** pamong_date_add_days: Returns: (transfer full) (nullable): NULL when @date is no date or the sum lies outside 1800-2199. */
char *pamong_date_add_days (const char *date, int days);
