/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** seed_from_env: Returns: TRUE when `SIM_SEED` asks for one seed only. */
gboolean seed_from_env (guint32 *seed);
/** seed_begin: from now on an abort prints `SIM_SEED=@seed`. */
void seed_begin (guint32 seed);
