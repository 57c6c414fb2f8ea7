/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* `admin target`: what the regency expects of its villages. */

/** pamong_admin_target_options: Returns: (transfer full): the words of the command line that belong to it. */
GOptionGroup *pamong_admin_target_options (void);
/** pamong_admin_target: sets what the options say, or lists what is set when they say nothing. @regency: code. */
gboolean pamong_admin_target (PamongLedger *ledger, const char *regency, gboolean as_json, GError **error);
