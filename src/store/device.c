/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/device.h"

#include "domain/uid.h"
#include "store/outbox.h"
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
  g_free (device->copy);
  g_free (device);
}

PamongDevice *
pamong_device_get (PamongStore *store, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT id, epoch, public_key, private_key, server_url, server_id, server_epoch, areas,"
                                                   " copy, ifnull (recover, -1), ifnull (high, -1), fetched FROM device", error);
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
  device->copy = g_strdup (pamong_stmt_text (stmt, 8));
  device->limit = pamong_stmt_int (stmt, 9);
  device->recovers = device->limit >= 0;
  device->high = pamong_stmt_int (stmt, 10);
  device->fetched = pamong_stmt_int (stmt, 11) != 0;
  return device;
}

gboolean
pamong_device_put (PamongWrite *write, const PamongDevice *device, GError **error)
{
  g_autofree char *areas = g_strjoinv (" ", device->areas), *copy = pamong_uid_new ();
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "INSERT OR REPLACE INTO device (one, id, epoch, public_key, private_key, server_url, server_id, server_epoch, areas, copy, recover)"
                                                   " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, nullif (?10, -1))",
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
  pamong_stmt_bind_text (stmt, 9, device->copy != NULL ? device->copy : copy);
  pamong_stmt_bind_int (stmt, 10, device->recovers ? device->limit : -1);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

static gboolean
store_standing (PamongDb *db, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "UPDATE device SET epoch = ?1, copy = ?2, recover = nullif (?3, -1), high = nullif (?4, -1), fetched = ?5", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, device->epoch);
  pamong_stmt_bind_text (stmt, 2, device->copy);
  pamong_stmt_bind_int (stmt, 3, device->recovers ? device->limit : -1);
  pamong_stmt_bind_int (stmt, 4, device->high);
  pamong_stmt_bind_int (stmt, 5, device->fetched);
  return pamong_stmt_run (stmt, error);
}

/* What is fetched back is everything, from the beginning: also what only this computer ever wrote. A fetch that broke off goes on where it was, unless another
 * copy has sent meanwhile. */
static gboolean
begin_fetch (PamongWrite *write, PamongDevice *device, gint64 high, GError **error)
{
  PamongOutboxCounts counts;

  if (device->high == high)
    return TRUE;
  if (!pamong_outbox_counts (write->store, &counts, error))
    return FALSE;
  device->high = high;
  device->fetched = device->limit > 0 && high <= counts.last_seq - counts.pending; /* the server has nothing of it that is not here */
  return device->fetched || pamong_db_exec (write->db, "DELETE FROM cursor", error);
}

/* A copy that was put back: how far it has come with this answer (R18). */
static gboolean
recover (PamongWrite *write, PamongDevice *device, const PamongHelloAnswer *answer, GError **error)
{
  if (device->recovers && !answer->stale && answer->epoch > device->epoch)
    {
      device->recovers = device->fetched = FALSE; /* claimed: it goes on as the only one */
      device->high = -1;
      return TRUE;
    }
  if (!device->recovers)
    {
      /* An old copy of the folder, put back by other means. */
      g_free (device->copy);
      device->copy = pamong_uid_new ();
      device->recovers = TRUE;
      device->limit = 0;
    }
  /* Numbers of another epoch were not answered in this one. */
  device->limit = answer->epoch == device->epoch ? MIN (device->limit, answer->high) : 0;
  return begin_fetch (write, device, answer->high, error);
}

static gboolean
take_hello (PamongWrite *write, const PamongHelloAnswer *answer, GError **error)
{
  g_autoptr (PamongDevice) device = pamong_device_get (write->store, error);
  g_autofree char *areas = answer->areas != NULL ? g_strjoinv (" ", answer->areas) : NULL;
  g_autoptr (PamongStmt) stmt = NULL;

  if (device == NULL || ((answer->stale || device->recovers) && !recover (write, device, answer, error)))
    return FALSE;
  device->epoch = answer->epoch;
  if (!store_standing (write->db, device, error) || (stmt = pamong_db_prepare (write->db, "UPDATE device SET server_epoch = ?1, areas = ifnull (?2, areas)", error)) == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, answer->server_epoch);
  pamong_stmt_bind_text (stmt, 2, areas);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_device_hello (PamongWrite *write, const PamongHelloAnswer *answer, GError **error)
{
  return pamong_write_note (write, take_hello (write, answer, error));
}

gboolean
pamong_device_recovers (PamongStore *store)
{
  g_autoptr (PamongDevice) device = pamong_device_get (store, NULL);

  return device != NULL && device->recovers;
}
