/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_private.h"

#include <glib/gi18n-lib.h>

PamongChange *
pamong_change_read (PamongStmt *stmt, GError **error)
{
  g_autoptr (PamongChange) change = pamong_change_new ();
  int kind = pamong_kind_from_name (pamong_stmt_text (stmt, 3));
  int op = pamong_op_from_name (pamong_stmt_text (stmt, 6));

  if (kind < 0 || op < 0)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED, _("A change waits that this Pamong does not know. Update Pamong on this computer."));
      return NULL;
    }
  change->seq = pamong_stmt_int (stmt, 0);
  change->tx = pamong_stmt_int (stmt, 1);
  change->n = (int) pamong_stmt_int (stmt, 2);
  change->kind = kind;
  change->uid = g_strdup (pamong_stmt_text (stmt, 4));
  change->area = g_strdup (pamong_stmt_text (stmt, 5));
  change->op = op;
  change->base = pamong_stmt_int (stmt, 7);
  g_clear_pointer (&change->set, g_ptr_array_unref);
  change->set = pamong_set_parse (kind, pamong_stmt_text (stmt, 8), error);
  change->actor = g_strdup (pamong_stmt_text (stmt, 9));
  change->act = g_strdup (pamong_stmt_text (stmt, 10));
  change->reason = g_strdup (pamong_stmt_text (stmt, 11));
  change->t = pamong_stmt_int (stmt, 12);
  return change->set != NULL ? g_steal_pointer (&change) : NULL;
}

GPtrArray *
pamong_changes_open (PamongDb *db, PamongKind kind, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "SELECT " PAMONG_CHANGE_COLUMNS " FROM change"
                                                   " WHERE uid = ?1 AND kind = ?2 AND state <> 'acked' ORDER BY seq",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, uid);
  pamong_stmt_bind_text (stmt, 2, pamong_kind_name (kind));
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongChange *change = pamong_change_read (stmt, error);

      if (change == NULL)
        return NULL;
      g_ptr_array_add (changes, change);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

void
pamong_change_apply (const PamongChange *change, PamongRecord *record)
{
  for (guint i = 0; i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);

      if (delta->field >= 0)
        pamong_record_set_value (record, delta->field, &delta->new_value);
    }
}

PamongRecord *
pamong_base_get (PamongDb *db, PamongKind kind, const char *uid, const char *area, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "SELECT version, data FROM base WHERE kind = ?1 AND uid = ?2", error);
  g_autoptr (PamongRecord) base = NULL;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, pamong_kind_name (kind));
  pamong_stmt_bind_text (stmt, 2, uid);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  base = pamong_record_new (kind, area);
  g_free (base->uid);
  base->uid = g_strdup (uid);
  base->version = pamong_stmt_int (stmt, 0);
  return pamong_record_from_json (base, pamong_stmt_text (stmt, 1), error) ? g_steal_pointer (&base) : NULL;
}

gboolean
pamong_base_put (PamongDb *db, PamongKind kind, const char *uid, const PamongRecord *base, GError **error)
{
  g_autofree char *json = base != NULL ? pamong_record_to_json (base) : NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   base == NULL
                                                       ? "DELETE FROM base WHERE kind = ?1 AND uid = ?2"
                                                       : "INSERT INTO base (kind, uid, version, data) VALUES (?1, ?2, ?3, ?4)"
                                                         " ON CONFLICT (kind, uid) DO UPDATE SET version = excluded.version, data = excluded.data",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, pamong_kind_name (kind));
  pamong_stmt_bind_text (stmt, 2, uid);
  if (base != NULL)
    {
      pamong_stmt_bind_int (stmt, 3, base->version);
      pamong_stmt_bind_text (stmt, 4, json);
    }
  return pamong_stmt_run (stmt, error);
}
