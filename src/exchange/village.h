/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* A village as a sheet names it. */

/** pamong_village_find: @home: any place of the regency; @district: (nullable): without it the village's name must be the only one. Both by name, also a former one, or
 * by code, with or without dots. Returns: (nullable) (transfer none): code of the village. */
const char *pamong_village_find (const char *home, const char *district, const char *village);
