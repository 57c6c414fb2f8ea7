/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"
#include "wire/envelope.h"

/** pamong_inbox_apply: one page of the feed and its cursors, in @write (mode apply). A row with pending changes here becomes server row + pending in order.
 * @uids: (out) (optional): residents touched. Unknown keys go to extra. */
gboolean pamong_inbox_apply (PamongWrite *write, const PamongPullAnswer *page, GPtrArray **uids, GError **error);
/** pamong_inbox_request: cursors of every subscription. */
PamongPullRequest *pamong_inbox_request (PamongStore *store, GError **error);
/** pamong_inbox_complete: TRUE when every subscription has reached the head once ("belum lengkap" until then). */
gboolean pamong_inbox_complete (PamongStore *store);
