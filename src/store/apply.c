/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from elsewhere and must live beside what was not sent yet: base + open changes in order = the row. */
#include "store/store_private.h"

gboolean
pamong_write_source (PamongWrite *write, const char *by, const char *act, gint64 t, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "UPDATE sync_ctx SET actor = ?1, act = ?2, t = ?3", error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_text (stmt, 1, by != NULL ? by : "");
  pamong_stmt_bind_text (stmt, 2, act != NULL ? act : "");
  pamong_stmt_bind_int (stmt, 3, t);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

static gboolean
mark_deleted (PamongWrite *write, PamongKind kind, const char *uid, gint64 version, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, pamong_record_sql (kind, PAMONG_RECORD_SQL_DROP), error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  pamong_stmt_bind_int (stmt, 2, version);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_write_drop (PamongWrite *write, PamongKind kind, const char *uid, gint64 version, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (PamongRecord) old = pamong_record_load (write->db, kind, uid, NULL, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return pamong_write_note (write, FALSE);
    }
  if (old == NULL || version < old->version)
    return TRUE;
  write->dropped = TRUE;
  return pamong_write_note (write, pamong_write_touch (write, old, error) && mark_deleted (write, kind, uid, version, error));
}

static gboolean
settle (PamongWrite *write, const PamongRecord *server, GError **error)
{
  g_autoptr (GPtrArray) open = pamong_changes_open (write->db, server->kind, server->uid, error);
  g_autoptr (PamongRecord) row = pamong_record_copy (server);

  pamong_record_round (row);
  if (open == NULL || !pamong_base_put (write->db, server->kind, server->uid, open->len > 0 ? row : NULL, error))
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    pamong_change_apply (g_ptr_array_index (open, i), row);
  return pamong_write_put (write, row, error);
}

gboolean
pamong_write_settle (PamongWrite *write, const PamongRecord *server, GError **error)
{
  return pamong_write_note (write, settle (write, server, error));
}

/* Is @record older than what is known of it? @same: the answer for the very version known. */
static gboolean
is_late (PamongWrite *write, const PamongRecord *record, gboolean same, gboolean *late, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (PamongRecord) known = pamong_record_load (write->db, record->kind, record->uid, NULL, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return pamong_write_note (write, FALSE);
    }
  *late = known != NULL && (record->version < known->version || (same && record->version == known->version));
  return TRUE;
}

gboolean
pamong_write_settle_newer (PamongWrite *write, const PamongRecord *server, GError **error)
{
  gboolean late = FALSE;

  /* The version a merge was answered with may lack what it was merged with, so the same version is read again. */
  return is_late (write, server, FALSE, &late, error) && (late || pamong_write_settle (write, server, error));
}

gboolean
pamong_write_put_newer (PamongWrite *write, const PamongRecord *record, GError **error)
{
  gboolean late = FALSE;

  /* A conflict settled here stays closed until the server has heard of it. */
  return is_late (write, record, TRUE, &late, error) && (late || pamong_write_put (write, record, error));
}

static gboolean
add_members (PamongWrite *write, const char *family_uid, GHashTable *uids, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "SELECT uid FROM resident WHERE family_uid = ?1", error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, family_uid);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_hash_table_add (uids, g_strdup (pamong_stmt_text (stmt, 0)));
  return step == PAMONG_STEP_DONE;
}

GPtrArray *
pamong_write_touched (PamongWrite *write, GError **error)
{
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, write->residents);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_hash_table_add (uids, g_strdup (uid));
  g_hash_table_iter_init (&iter, write->families);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (!add_members (write, uid, uids, error))
      return NULL;
  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_ptr_array_add (list, g_strdup (uid));
  return g_steal_pointer (&list);
}
