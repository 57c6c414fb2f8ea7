/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* The one clock of the house. Everything that needs "now" or "today" asks here, so that a test can say what day it is.
 * A client clock is data, never ordering. */

/** pamong_clock_now: Returns: seconds since 1970 UTC. */
gint64 pamong_clock_now (void);
/** pamong_clock_today: Returns: (transfer full): today in local time (WIB on a village PC), `YYYY-MM-DD`; never a day before
 * this program was made, whatever the clock says. */
char *pamong_clock_today (void);
/** pamong_clock_set: fix the clock at @now, or let it run again with -1. For tests and `PAMONG_NOW`. */
void pamong_clock_set (gint64 now);
