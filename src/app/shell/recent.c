/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/recent.h"
#include "store/desk_rows.h"

static gpointer
note_opened (PamongOffice *office, gpointer uid, GError **error)
{
  pamong_office_note_opened (office, uid, error);
  return NULL;
}

static void
noted_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  if (error != NULL)
    g_debug ("recent people: %s", error->message);
}

void
pamong_recent_add (PamongSession *session, const char *uid)
{
  pamong_desk_run_async (pamong_session_desk (session), note_opened, g_strdup (uid), g_free, NULL, NULL, noted_cb, NULL);
}

GPtrArray *
pamong_recent_rows (PamongSession *session)
{
  PamongStore *store = pamong_session_store (session);
  g_auto (GStrv) uids = pamong_recent_uids (store, pamong_session_account (session)->uid);
  g_autoptr (GArray) rids = g_array_new (FALSE, FALSE, sizeof (gint32));
  GPtrArray *rows;

  for (guint i = 0; uids[i] != NULL; i++)
    {
      gint32 rid = pamong_residents_rid (store, uids[i]);

      if (rid >= 0)
        g_array_append_val (rids, rid);
    }
  rows = pamong_residents_rows (store, (const gint32 *) (gpointer) rids->data, rids->len, NULL);
  return rows != NULL ? rows : g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_list_row_free);
}
