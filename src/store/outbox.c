/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/outbox.h"

#include "store/device.h"
#include "store/store_private.h"
#include "wire/gzip.h"

/* How much plain text may pack into a batch: JSON of changes packs four to eight times. */
#define PLAIN_BYTES (8 * PAMONG_BATCH_BYTES)
#define CHANGE_BYTES 120 /* kind, uid and the like, besides the set */

/* Pending changes by seq without a gap, whole acts, until the plain text is surely enough for one batch. */
static GPtrArray *
read_pending (PamongDb *db, gint64 most, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "SELECT " PAMONG_CHANGE_COLUMNS ", length (\"set\") FROM change"
                                                   " WHERE state <> 'acked' AND state = 'pending' AND seq <= ?1 ORDER BY seq",
                                                   error);
  const PamongChange *last = NULL;
  gint64 plain = 0;
  PamongStep step = PAMONG_STEP_DONE;

  if (stmt != NULL)
    pamong_stmt_bind_int (stmt, 1, most);
  while (stmt != NULL && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gboolean opens_act = last == NULL || pamong_stmt_int (stmt, 1) != last->tx;
      PamongChange *change;

      if (last != NULL && (pamong_stmt_int (stmt, 0) != last->seq + 1 || (opens_act && plain > PLAIN_BYTES)))
        break;
      if ((change = pamong_change_read (stmt, error)) == NULL)
        return NULL;
      plain += pamong_stmt_int (stmt, 13) + CHANGE_BYTES;
      g_ptr_array_add (changes, change);
      last = change;
    }
  return stmt != NULL && step != PAMONG_STEP_ERROR ? g_steal_pointer (&changes) : NULL;
}

static gsize
packed_size (const PamongPushRequest *request)
{
  g_autoptr (GBytes) plain = pamong_push_request_format (request);
  g_autoptr (GBytes) packed = pamong_gzip (plain);

  return g_bytes_get_size (packed);
}

static guint
first_act (GPtrArray *changes)
{
  const PamongChange *first = g_ptr_array_index (changes, 0);
  guint n = 1;

  while (n < changes->len && ((PamongChange *) g_ptr_array_index (changes, n))->tx == first->tx)
    n++;
  return n;
}

/* Cuts after the last whole act within @n changes, but never the first one. */
static void
cut (GPtrArray *changes, guint n)
{
  guint least = first_act (changes);

  n = MIN (n, changes->len);
  while (n > least && n < changes->len
         && ((PamongChange *) g_ptr_array_index (changes, n))->tx == ((PamongChange *) g_ptr_array_index (changes, n - 1))->tx)
    n--;
  n = MAX (n, least);
  if (n < changes->len)
    g_ptr_array_remove_range (changes, n, changes->len - n);
}

static void
fit (PamongPushRequest *request)
{
  GPtrArray *changes = request->changes;
  gsize size = packed_size (request);

  while (size > PAMONG_BATCH_BYTES && changes->len > first_act (changes))
    {
      guint fair = (guint) ((guint64) changes->len * PAMONG_BATCH_BYTES * 19 / 20 / size);

      cut (changes, MIN (fair, changes->len - 1));
      size = packed_size (request);
    }
}

gboolean
pamong_outbox_counts (PamongStore *store, PamongOutboxCounts *counts, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT (SELECT count (*) FROM change WHERE state <> 'acked' AND state = 'pending'),"
                                                   " (SELECT count (*) FROM change WHERE state <> 'acked' AND state = 'held'),"
                                                   " (SELECT count (*) FROM conflict WHERE closed IS NOT 1 AND deleted = 0),"
                                                   " (SELECT ifnull (max (seq), 0) FROM change),"
                                                   " (SELECT t FROM change WHERE state <> 'acked' AND state = 'pending' ORDER BY seq LIMIT 1),"
                                                   " (SELECT ifnull (max (t), 0) FROM round WHERE outcome = 'ok')",
                                                   error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  counts->pending = pamong_stmt_int (stmt, 0);
  counts->held = pamong_stmt_int (stmt, 1);
  counts->conflicts = pamong_stmt_int (stmt, 2);
  counts->last_seq = pamong_stmt_int (stmt, 3);
  counts->sent = counts->last_seq - counts->pending - counts->held;
  counts->oldest_pending = pamong_stmt_int (stmt, 4);
  counts->last_sync = pamong_stmt_int (stmt, 5);
  return TRUE;
}

PamongPushRequest *
pamong_outbox_batch (PamongStore *store, GError **error)
{
  g_autoptr (PamongDevice) device = pamong_device_get (store, error);
  g_autoptr (GPtrArray) changes = NULL;
  PamongPushRequest *request;

  /* A copy that was put back sends nothing new; it asks again for the answers it has lost. */
  if (device == NULL || (changes = read_pending (pamong_store_db (store), device->recovers ? device->limit : G_MAXINT64, error)) == NULL || changes->len == 0)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      PamongChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (change->area, pamong_store_area (store)) == 0)
        g_clear_pointer (&change->area, g_free);
    }
  request = g_new0 (PamongPushRequest, 1);
  request->device = g_strdup (device->id);
  request->epoch = device->epoch;
  request->proto = PAMONG_PROTO;
  request->schema = PAMONG_SCHEMA;
  request->from_seq = ((PamongChange *) g_ptr_array_index (changes, 0))->seq;
  request->changes = g_steal_pointer (&changes);
  fit (request);
  return request;
}
