/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"
/* Small rows that never travel: drafts, access log, account secrets. */
gboolean pamong_draft_put (PamongWrite *write, const char *key, const char *json, GError **error); /* json NULL removes it */
char *pamong_draft_get (PamongStore *store, const char *key, gint64 *t); /* (transfer full) (nullable) */
char **pamong_draft_keys (PamongStore *store);
/** pamong_recent_put: @account opened @uid now; the last ten stay. */
gboolean pamong_recent_put (PamongWrite *write, const char *account, const char *uid, GError **error);
char **pamong_recent_uids (PamongStore *store, const char *account); /* (transfer full): the latest first */
gboolean pamong_access_log_put (PamongWrite *write, const char *actor, const char *what, const char *uid, GError **error);
gboolean pamong_secret_put (PamongWrite *write, const char *account_uid, const char *verifier, const char *recovery, GError **error);
gboolean pamong_secret_get (PamongStore *store, const char *account_uid, char **verifier, char **recovery);
