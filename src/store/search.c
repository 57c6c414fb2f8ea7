/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search.h"

#include "store/search_index.h"
#include "store/store_db.h"

#define COLUMNS "l.rid, l.area, l.status, l.name_key, l.address_key, l.rt, l.nik, l.kk_number"

struct _PamongSearch {
  PamongStore *store;
  PamongSearchIndex *index;
};

/* COLUMNS from column @first on; the texts live until the next step of @stmt. */
static void
read_row (PamongStmt *stmt, int first, PamongSearchRow *row)
{
  row->rid = (gint32) pamong_stmt_int (stmt, first);
  row->area = pamong_stmt_text (stmt, first + 1);
  row->status = (int) pamong_stmt_int (stmt, first + 2);
  row->name_key = pamong_stmt_text (stmt, first + 3);
  row->address_key = pamong_stmt_text (stmt, first + 4);
  row->rt = pamong_stmt_text (stmt, first + 5);
  row->nik = pamong_stmt_text (stmt, first + 6);
  row->kk_number = pamong_stmt_text (stmt, first + 7);
}

static gboolean
build (PamongSearch *search, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (search->store), "SELECT " COLUMNS " FROM resident_list l", error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  g_clear_pointer (&search->index, pamong_search_index_free);
  search->index = pamong_search_index_new ();
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongSearchRow row;

      read_row (stmt, 0, &row);
      pamong_search_index_add (search->index, &row);
    }
  pamong_search_index_sort (search->index);
  return step == PAMONG_STEP_DONE;
}

/* @uid: a resident, or a family whose members show its address and number. */
static gboolean
refresh_uid (PamongSearch *search, const char *uid, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (search->store),
                                        "SELECT r.rid, " COLUMNS " FROM resident r LEFT JOIN resident_list l ON l.rid = r.rid"
                                        " WHERE r.rid IN (SELECT rid FROM resident WHERE uid = ?1 UNION SELECT rid FROM resident WHERE family_uid = ?1)",
                                        error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongSearchRow row;

      pamong_search_index_remove (search->index, (gint32) pamong_stmt_int (stmt, 0));
      if (pamong_stmt_is_null (stmt, 1))
        continue;
      read_row (stmt, 1, &row);
      pamong_search_index_insert (search->index, &row);
    }
  return step == PAMONG_STEP_DONE;
}

PamongSearch *
pamong_search_new (PamongStore *store, GError **error)
{
  g_autoptr (PamongSearch) search = g_new0 (PamongSearch, 1);

  search->store = store;
  return build (search, error) ? g_steal_pointer (&search) : NULL;
}

void
pamong_search_free (PamongSearch *search)
{
  if (search == NULL)
    return;
  pamong_search_index_free (search->index);
  g_free (search);
}

void
pamong_search_set_store (PamongSearch *search, PamongStore *store)
{
  search->store = store;
}

gboolean
pamong_search_refresh (PamongSearch *search, const char *const *uids, GError **error)
{
  if (uids == NULL)
    return build (search, error);
  for (guint i = 0; uids[i] != NULL; i++)
    {
      if (!refresh_uid (search, uids[i], error))
        return FALSE;
    }
  return TRUE;
}

GArray *
pamong_search_ids (PamongSearch *search, const char *text, const char *area, int status, guint limit, guint *total, GError **error)
{
  g_autoptr (PamongSearchWords) words = pamong_search_words_parse (text);
  guint found = 0;
  GArray *ids = words != NULL
                  ? pamong_search_index_find (search->index, words, area, status == 0 ? PAMONG_STATUS_ALIVE : status, limit, &found)
                  : g_array_new (FALSE, FALSE, sizeof (gint32));

  if (total != NULL)
    *total = found;
  return ids;
}

GPtrArray *
pamong_search_rows (PamongSearch *search, const char *text, const char *area, int status, guint limit, guint *total, GError **error)
{
  g_autoptr (GArray) ids = pamong_search_ids (search, text, area, status, limit, total, error);

  if (ids == NULL)
    return NULL;
  return pamong_residents_rows (search->store, (const gint32 *) (gpointer) ids->data, ids->len, error);
}
