/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Who may work here: accounts with their duty and letter of assignment. Name, duty and limits travel; passwords and recovery codes never do, so an account of
 * another computer gets its password for this one by pamong_office_reset_password. */

/** pamong_account_is_limited: Returns: TRUE when @account may change only a dusun, RW or RT. */
gboolean pamong_account_is_limited (const PamongRecord *account);
/** pamong_account_limit_words: Returns: (transfer full): "dusun Krajan, RW 001, RT 003" with the word in use here; "" when not limited. */
char *pamong_account_limit_words (PamongStore *store, const PamongRecord *account);
/** pamong_accounts: Returns: (transfer full) (element-type PamongRecord): those of this place by name, the closed ones last. */
GPtrArray *pamong_accounts (PamongStore *store, GError **error);
/** pamong_account_has_password: Returns: TRUE when it can sign in on this computer. */
gboolean pamong_account_has_password (PamongStore *store, const PamongRecord *account);
/** pamong_office_add_account_as: @account: name, duty, letter of assignment, limits; it gets uid and place. @recovery: (out) (transfer full) (optional). */
gboolean pamong_office_add_account_as (PamongOffice *office, PamongRecord *account, const char *password, char **recovery, GError **error);
/** pamong_office_correct_account: writes what differs. INVALID when nobody without a limit would be left. */
gboolean pamong_office_correct_account (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GError **error);
/** pamong_office_close_account: from today nobody signs in with it; the history keeps its name. INVALID for one's own, and for the last without a limit. */
gboolean pamong_office_close_account (PamongOffice *office, const char *uid, GError **error);
/** pamong_office_reset_password: a new password on this computer. @recovery: (out) (transfer full) (optional): the new code, to be shown once. */
gboolean pamong_office_reset_password (PamongOffice *office, const char *uid, const char *password, char **recovery, GError **error);
