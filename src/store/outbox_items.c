/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/outbox.h"

#include "domain/data.h"
#include "store/store_private.h"

#include <glib/gi18n-lib.h>

void
pamong_outbox_item_free (PamongOutboxItem *item)
{
  g_free (item->act);
  g_free (item->kind);
  g_free (item->uid);
  g_free (item->who);
  g_free (item->place);
  g_free (item->actor_name);
  g_free (item->state);
  g_free (item->reason);
  g_free (item->remedy);
  g_free (item);
}

static void
explain (PamongOutboxItem *item, PamongReason reason)
{
  item->reason = g_strdup (reason != PAMONG_REASON_NONE ? pamong_reason_words (reason) : _("It follows an earlier change of the same record that was not accepted."));
  item->remedy = g_strdup (reason != PAMONG_REASON_NONE ? pamong_reason_remedy (reason) : _("Mend the earlier one first."));
}

static PamongOutboxItem *
read_item (PamongStmt *stmt, gboolean held)
{
  PamongOutboxItem *item = g_new0 (PamongOutboxItem, 1);

  item->seq = pamong_stmt_int (stmt, 0);
  item->t = pamong_stmt_int (stmt, 1);
  item->n = (int) pamong_stmt_int (stmt, 2);
  item->act = g_strdup (pamong_stmt_text (stmt, 3));
  item->kind = g_strdup (pamong_stmt_text (stmt, 4));
  item->uid = g_strdup (pamong_stmt_text (stmt, 5));
  item->who = g_strdup (pamong_stmt_text (stmt, 6));
  item->place = g_strdup (pamong_stmt_text (stmt, 7));
  item->actor_name = g_strdup (pamong_stmt_text (stmt, 8));
  item->state = g_strdup (pamong_stmt_text (stmt, 9));
  if (held)
    explain (item, (PamongReason) pamong_stmt_int (stmt, 10));
  return item;
}

GPtrArray *
pamong_outbox_items (PamongStore *store, gboolean held, guint limit, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_outbox_item_free);
  g_autofree char *sql = pamong_data_text ("sql/query/outbox-items.sql");
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, held ? "held" : "pending");
  pamong_stmt_bind_int (stmt, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (items, read_item (stmt, held));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&items) : NULL;
}
