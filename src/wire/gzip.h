/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include <gio/gio.h>
GBytes *pamong_gzip (GBytes *plain);
/** pamong_gunzip: Returns: (transfer full): at most @cap bytes; INVALID for a broken stream or one that grows beyond the cap (a bomb). */
GBytes *pamong_gunzip (GBytes *packed, gsize cap, GError **error);
