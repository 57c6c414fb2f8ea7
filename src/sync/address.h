/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"

/** pamong_address_tidy: @url: as a person typed it; without a scheme https:// is meant. @local: (out) (optional): this computer itself (127.0.0.0/8, ::1, localhost).
 * Returns: (transfer full): scheme, host and port, nothing else. INVALID with words: not an address, more than an address (path, user, query), or
 * http:// to anything but this computer itself (R16). */
char *pamong_address_tidy (const char *url, gboolean *local, GError **error);
