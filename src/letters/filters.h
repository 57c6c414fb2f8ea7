/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What {key|filter} makes of a text. */

/** pamong_filter_known: @filter: with its argument, e.g. "kotak 16". Returns: FALSE when there is none of that name. */
gboolean pamong_filter_known (const char *filter);
/** pamong_filter_apply: Returns: (transfer full): @text itself where it is no day, number or name the filter speaks of. */
char *pamong_filter_apply (const char *filter, const char *text);
/** pamong_filter_names: Returns: (transfer full): all of them, parted by commas, for a person. */
char *pamong_filter_names (void);
