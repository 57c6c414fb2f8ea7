/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/device.h"

#include "store/store_private.h"

void
pamong_device_free (PamongDevice *device)
{
  g_free (device->id);
  g_free (device->public_key);
  g_free (device->private_key);
  g_free (device->server_url);
  g_free (device->server_id);
  g_strfreev (device->areas);
  g_free (device);
}

PamongDevice *
pamong_device_get (PamongStore *store, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT id, epoch, public_key, private_key, server_url, server_id, server_epoch, areas FROM device", error);
  PamongDevice *device;

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  device = g_new0 (PamongDevice, 1);
  device->id = g_strdup (pamong_stmt_text (stmt, 0));
  device->epoch = pamong_stmt_int (stmt, 1);
  device->public_key = g_strdup (pamong_stmt_text (stmt, 2));
  device->private_key = g_strdup (pamong_stmt_text (stmt, 3));
  device->server_url = g_strdup (pamong_stmt_text (stmt, 4));
  device->server_id = g_strdup (pamong_stmt_text (stmt, 5));
  device->server_epoch = pamong_stmt_int (stmt, 6);
  device->areas = g_strsplit (pamong_stmt_text (stmt, 7), " ", -1);
  return device;
}

gboolean
pamong_device_put (PamongWrite *write, const PamongDevice *device, GError **error)
{
  g_autofree char *areas = g_strjoinv (" ", device->areas);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "INSERT OR REPLACE INTO device (one, id, epoch, public_key, private_key, server_url, server_id, server_epoch, areas)"
                                                   " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                                   error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_text (stmt, 1, device->id);
  pamong_stmt_bind_int (stmt, 2, device->epoch);
  pamong_stmt_bind_text (stmt, 3, device->public_key);
  pamong_stmt_bind_text (stmt, 4, device->private_key);
  pamong_stmt_bind_text (stmt, 5, device->server_url);
  pamong_stmt_bind_text (stmt, 6, device->server_id);
  pamong_stmt_bind_int (stmt, 7, device->server_epoch);
  pamong_stmt_bind_text (stmt, 8, areas);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

gboolean
pamong_device_hello (PamongWrite *write, const PamongHelloAnswer *answer, GError **error)
{
  g_autofree char *areas = answer->areas != NULL ? g_strjoinv (" ", answer->areas) : NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "UPDATE device SET epoch = ?1, server_epoch = ?2, areas = ifnull (?3, areas)", error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (stmt, 1, answer->epoch);
  pamong_stmt_bind_int (stmt, 2, answer->server_epoch);
  pamong_stmt_bind_text (stmt, 3, areas);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}
