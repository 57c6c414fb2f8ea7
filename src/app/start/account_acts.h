/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"

/* Signing in on the desk's thread: Argon2id takes its time, the screen does not wait. */

/** pamong_sign_in_async: @account: uid or name. finish: Returns: (transfer full): uid of the account signed in. */
void pamong_sign_in_async (PamongDesk *desk, const char *account, const char *password, GAsyncReadyCallback callback, gpointer user_data);
char *pamong_sign_in_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
/** pamong_recover_async: a new password by recovery code. finish: Returns: (transfer full): the next recovery code; the account is signed in. */
void pamong_recover_async (PamongDesk *desk, const char *account, const char *code, const char *password, GAsyncReadyCallback callback, gpointer user_data);
char *pamong_recover_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
void pamong_sign_out_async (PamongDesk *desk);
