/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/act.h"

/* For the two files about accounts only. */

/** pamong_account_check_password: INVALID when it is too short or no text. */
gboolean pamong_account_check_password (const char *password, GError **error);
gboolean pamong_account_check_person (const char *name, PamongDuty duty, GError **error);
/** pamong_account_is_name_free: no open account with a password here has this name, but that of the uid @but (nullable). */
gboolean pamong_account_is_name_free (PamongStore *store, const char *name, const char *but, GError **error);
/** pamong_account_put_secret: a new password and a new recovery code. Returns: (transfer full) (nullable): the code, to be shown once. */
char *pamong_account_put_secret (PamongWrite *write, const char *account_uid, const char *password, GError **error);
