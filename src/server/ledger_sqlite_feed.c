/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/ledger_sqlite.h"

static PamongDb *
get_db (PamongLedger *ledger)
{
  return ((PamongLedgerSqlite *) ledger)->db;
}

static gboolean
get_head (PamongLedger *ledger, gint64 *head, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger), "SELECT head FROM feed_head", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *head = pamong_stmt_int (stmt, 0);
  return pamong_stmt_run (stmt, error);
}

/* Rows of kinds this program does not know cannot be here: it refuses them. */
static PamongFeedRow *
read_row (PamongStmt *stmt, GError **error)
{
  g_autoptr (PamongFeedRow) row = g_new0 (PamongFeedRow, 1);
  int kind = pamong_kind_from_name (pamong_stmt_text (stmt, 1));

  row->record = pamong_record_new (kind < 0 ? PAMONG_KIND_RESIDENT : (PamongKind) kind, pamong_stmt_text (stmt, 2));
  g_free (row->record->uid);
  row->record->uid = g_strdup (pamong_stmt_text (stmt, 0));
  row->record->version = pamong_stmt_int (stmt, 3);
  row->op = pamong_stmt_int (stmt, 5) ? PAMONG_OP_DELETE : PAMONG_OP_UPDATE;
  row->by = g_strdup (pamong_stmt_text (stmt, 6));
  row->act = g_strdup (pamong_stmt_text (stmt, 7));
  row->t = pamong_stmt_int (stmt, 8);
  if (kind >= 0 && pamong_record_from_json (row->record, pamong_stmt_text (stmt, 4), NULL))
    return g_steal_pointer (&row);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, "record cannot be read");
  return NULL;
}

static gboolean
feed (PamongLedger *ledger, const PamongFeedQuery *query, gboolean (*func) (PamongFeedRow *row, gint64 num, gpointer data), gpointer data, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (get_db (ledger),
                                        "SELECT uid, kind, area, version, data, deleted, by, act, t, num FROM record"
                                        " WHERE area = ?1 AND num > ?2 AND num <= ?3 AND (last_device <> ?4 OR other_num > ?5)"
                                        " AND (?6 OR kind <> 'place' OR last_device <> ?1 OR other_num > ?5)"
                                        " ORDER BY num LIMIT ?7", error);
  PamongStep step = PAMONG_STEP_DONE;
  gboolean go_on = TRUE;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, query->area);
  pamong_stmt_bind_int (stmt, 2, query->position);
  pamong_stmt_bind_int (stmt, 3, query->head);
  pamong_stmt_bind_text (stmt, 4, query->device);
  pamong_stmt_bind_int (stmt, 5, query->floor);
  pamong_stmt_bind_int (stmt, 6, query->places);
  pamong_stmt_bind_int (stmt, 7, query->limit);
  while (go_on && (step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongFeedRow *row = read_row (stmt, error);

      if (row == NULL)
        return FALSE;
      go_on = func (row, pamong_stmt_int (stmt, 9), data);
    }
  return step != PAMONG_STEP_ERROR;
}

void
pamong_ledger_sqlite_use_feed (PamongLedger *ledger)
{
  ledger->get_head = get_head;
  ledger->feed = feed;
}
