/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/enrol.h"

static gpointer
enrol (PamongOffice *office, gpointer data, GError **error)
{
  char **words = data;

  return GINT_TO_POINTER (pamong_sync_enrol (office, words[0], words[1], error));
}

void
pamong_enrol_async (PamongDesk *desk, const char *url, const char *code, GAsyncReadyCallback callback, gpointer user_data)
{
  char **words = g_new0 (char *, 3);

  words[0] = g_strstrip (g_strdup (url));
  words[1] = g_strstrip (g_strdup (code));
  pamong_desk_run_async (desk, enrol, words, (GDestroyNotify) g_strfreev, NULL, NULL, callback, user_data);
}

gboolean
pamong_enrol_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (pamong_desk_run_finish (desk, result, error));
}
