/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"

/** pamong_recent_add: @uid, a resident, was opened by who is signed in. Kept on this computer only; written on the desk. */
void pamong_recent_add (PamongSession *session, const char *uid);
/** pamong_recent_rows: the last ten residents opened by this account, the latest first. Returns: (transfer full) (element-type PamongListRow). */
GPtrArray *pamong_recent_rows (PamongSession *session);
