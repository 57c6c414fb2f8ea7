/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/inbox.h"

#include "store/device.h"
#include "store/store_private.h"

/* One row of the feed is the final state of a record. An older state than the one known is late post, and left. */
static gboolean
apply_row (PamongWrite *write, const PamongFeedRow *row, GError **error)
{
  if (!pamong_write_source (write, row->by, row->act, row->t, error))
    return FALSE;
  if (row->op == PAMONG_OP_DELETE)
    return pamong_write_drop (write, row->record->kind, row->record->uid, row->record->version, error);
  if (pamong_kind_is_of_server (row->record->kind))
    return pamong_write_put_newer (write, row->record, error);
  return pamong_write_settle_newer (write, row->record, error);
}

static gboolean
store_cursor (PamongDb *db, const char *area, const char *position, gboolean complete, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "INSERT INTO cursor (area, position, complete) VALUES (?1, ?2, ?3)"
                                                   " ON CONFLICT (area) DO UPDATE SET position = excluded.position, complete = max (complete, excluded.complete)",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, area);
  pamong_stmt_bind_text (stmt, 2, position);
  pamong_stmt_bind_int (stmt, 3, complete);
  return pamong_stmt_run (stmt, error);
}

static gboolean
apply_page (PamongWrite *write, const PamongPullAnswer *page, GError **error)
{
  for (guint i = 0; i < page->rows->len; i++)
    {
      const PamongFeedRow *row = g_ptr_array_index (page->rows, i);

      if (!apply_row (write, row, error))
        {
          g_prefix_error (error, "%s: ", pamong_kind_name (row->record->kind));
          return FALSE;
        }
    }
  for (guint i = 0; i < page->areas->len; i++)
    if (!store_cursor (write->db, g_ptr_array_index (page->areas, i), g_ptr_array_index (page->cursors, i), !page->more, error))
      return FALSE;
  return page->more || pamong_db_exec (write->db, "UPDATE device SET fetched = 1 WHERE recover IS NOT NULL AND high IS NOT NULL", error);
}

gboolean
pamong_inbox_apply (PamongWrite *write, const PamongPullAnswer *page, GPtrArray **uids, GError **error)
{
  if (!pamong_write_note (write, apply_page (write, page, error)))
    return FALSE;
  return uids == NULL || (*uids = pamong_write_touched (write, error)) != NULL;
}

static char *
position_of (PamongDb *db, const char *area)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "SELECT position FROM cursor WHERE area = ?1", NULL);

  if (stmt == NULL)
    return g_strdup ("");
  pamong_stmt_bind_text (stmt, 1, area);
  return g_strdup (pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW ? pamong_stmt_text (stmt, 0) : "");
}

PamongPullRequest *
pamong_inbox_request (PamongStore *store, GError **error)
{
  g_autoptr (PamongDevice) device = pamong_device_get (store, error);
  PamongPullRequest *request;

  if (device == NULL)
    return NULL;
  request = g_new0 (PamongPullRequest, 1);
  request->whole = device->recovers && !device->fetched;
  request->areas = g_ptr_array_new_with_free_func (g_free);
  request->cursors = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; device->areas[i] != NULL; i++)
    {
      g_ptr_array_add (request->areas, g_strdup (device->areas[i]));
      g_ptr_array_add (request->cursors, position_of (pamong_store_db (store), device->areas[i]));
    }
  return request;
}

gboolean
pamong_inbox_complete (PamongStore *store)
{
  g_autoptr (PamongDevice) device = pamong_device_get (store, NULL);

  for (guint i = 0; device != NULL && device->areas[i] != NULL; i++)
    {
      g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT 1 FROM cursor WHERE area = ?1 AND complete", NULL);

      if (stmt == NULL)
        return FALSE;
      pamong_stmt_bind_text (stmt, 1, device->areas[i]);
      if (pamong_stmt_step (stmt, NULL) != PAMONG_STEP_ROW)
        return FALSE;
    }
  return device != NULL;
}
