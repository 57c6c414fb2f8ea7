/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** regency_size: how many people the big part of a bench has: PAMONG_BENCH_PEOPLE, else the 1.37 million of the regency. */
guint regency_size (void);
/** regency_store: a regency's store in a new folder with @n people over its villages, rows of record and list tables put in bare: nothing waits, nothing is
 * captured. Returns: (transfer full): the folder of the store. */
char *regency_store (guint n);
void regency_drop (char *dir);
