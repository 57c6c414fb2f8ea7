/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulk.h"

#include "store/store_private.h"

#include <glib/gi18n-lib.h>

struct _PamongBulk {
  PamongDb *db;
  PamongTx *tx;
};

static gboolean
has_residents (PamongDb *db, gboolean *has, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM resident)", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *has = pamong_stmt_int (stmt, 0) != 0;
  return TRUE;
}

/* The triggers go for the time being. What their text was is forgotten too: whoever opens the store next makes them, and the list, anew. */
static gboolean
drop_capture (PamongDb *db, GError **error)
{
  g_autofree char *sql = pamong_capture_drop_sql ();

  return pamong_db_exec (db, sql, error) && pamong_meta_put (db, "capture", "", error) && pamong_meta_put (db, "derived", "", error);
}

PamongBulk *
pamong_bulk_begin (PamongStore *store, GError **error)
{
  g_autoptr (PamongBulk) bulk = g_new0 (PamongBulk, 1);
  gboolean has = FALSE;

  bulk->db = pamong_store_db (store);
  if (!has_residents (bulk->db, &has, error))
    return NULL;
  if (has)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This folder holds residents already. Name an empty --data folder."));
      return NULL;
    }
  bulk->tx = pamong_tx_begin (bulk->db, error);
  return bulk->tx != NULL && drop_capture (bulk->db, error) ? g_steal_pointer (&bulk) : NULL;
}

gboolean
pamong_bulk_put (PamongBulk *bulk, const PamongRecord *record, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (bulk->db, pamong_record_sql (record->kind, PAMONG_RECORD_SQL_INSERT), error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, record->uid);
  pamong_stmt_bind_text (stmt, 2, record->area);
  pamong_stmt_bind_int (stmt, 3, 1);
  pamong_stmt_bind_text (stmt, 4, NULL);
  for (guint i = 0; i < record->n_values; i++)
    pamong_stmt_bind_value (stmt, 5 + (int) i, &record->values[i]);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_bulk_slice (PamongBulk *bulk, GError **error)
{
  if (!pamong_tx_commit (g_steal_pointer (&bulk->tx), error))
    return FALSE;
  bulk->tx = pamong_tx_begin (bulk->db, error);
  return bulk->tx != NULL;
}

gboolean
pamong_bulk_end (PamongBulk *bulk, GError **error)
{
  g_autoptr (PamongBulk) ended = bulk;

  return pamong_tx_commit (g_steal_pointer (&ended->tx), error) && pamong_derived_install (ended->db, error);
}

void
pamong_bulk_free (PamongBulk *bulk)
{
  g_clear_pointer (&bulk->tx, pamong_tx_rollback);
  g_free (bulk);
}
