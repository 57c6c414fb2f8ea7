/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/server.h"

void
pamong_answer_health (PamongServer *server, const PamongCall *call, PamongReply *reply)
{
  g_autoptr (GError) error = NULL;
  gint64 head;

  if (server->ledger->get_head (server->ledger, &head, &error))
    pamong_reply_ok (reply, g_bytes_new_static ("{\"status\":\"ok\"}", 15));
  else
    pamong_reply_failed (reply, g_steal_pointer (&error));
}
