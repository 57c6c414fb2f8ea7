/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/reply.h"

#include "wire/envelope.h"
#include "wire/gzip.h"

#include <string.h>

static gboolean
is_our_type (const char *type)
{
  gsize length = strlen (PAMONG_CONTENT_TYPE);

  return type != NULL && g_ascii_strncasecmp (type, PAMONG_CONTENT_TYPE, length) == 0 && (type[length] == '\0' || type[length] == ';');
}

static GBytes *
unpack (const PamongAnswer *answer)
{
  if (answer->encoding == NULL)
    return g_bytes_get_size (answer->body) <= PAMONG_BODY_CAP ? g_bytes_ref (answer->body) : NULL;
  if (g_ascii_strcasecmp (answer->encoding, "gzip") != 0)
    return NULL;
  return pamong_gunzip (answer->body, PAMONG_BODY_CAP, NULL);
}

void
pamong_reply_clear (PamongReply *reply)
{
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_pointer (&reply->server_id, g_free);
  memset (reply, 0, sizeof *reply);
}

void
pamong_reply_take (PamongReply *reply, const PamongAnswer *answer, const char *pinned)
{
  g_autoptr (GBytes) body = NULL;

  if (answer->server_id == NULL || !is_our_type (answer->type) || (pinned != NULL && strcmp (answer->server_id, pinned) != 0))
    {
      g_debug ("answer is not ours");
      return;
    }
  body = unpack (answer);
  if (body == NULL)
    {
      g_debug ("answer does not unpack");
      return;
    }
  reply->body = g_steal_pointer (&body);
  reply->status = answer->status;
  reply->retry_after = answer->retry_after;
  reply->server_id = g_strdup (answer->server_id);
}
