/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* How often what is wrong happens: data/practice/dirt.csv. */

/** pamong_shares_read: Returns: (transfer full): per thousand, by what. */
GHashTable *pamong_shares_read (void);
/** pamong_shares_happens: The number is drawn in any case, so that one share changed leaves the rest of the village as it was. */
gboolean pamong_shares_happens (GHashTable *shares, GRand *rand, const char *what);
