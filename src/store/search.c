/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search.h"

#include <string.h>

#include "store/search_words.h"
#include "store/store_db.h"

#define COLUMNS "l.rid, l.area, l.status, l.name_key, l.address_key, l.rt, l.nik, l.kk_number"

/* entries: in the order of a list by name, so that the first matches are the first rows. areas: the village codes entries point to. */
struct _PamongSearch {
  PamongStore *store;
  GArray *entries;
  GPtrArray *areas;
};

static void
clear_entry (gpointer entry)
{
  g_clear_pointer (&((PamongSearchEntry *) entry)->text, g_free);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const PamongSearchEntry *left = a, *right = b;
  int order = strcmp (left->text, right->text);

  return order != 0 ? order : (left->rid > right->rid) - (left->rid < right->rid);
}

/* Villages are few: at most 28 in a row on a district's computer, and neighbours in a list share one. */
static guint32
area_index (PamongSearch *search, const char *area)
{
  for (guint i = search->areas->len; i > 0; i--)
    {
      if (strcmp (g_ptr_array_index (search->areas, i - 1), area) == 0)
        return i - 1;
    }
  g_ptr_array_add (search->areas, g_strdup (area));
  return search->areas->len - 1;
}

/* COLUMNS from column @first on. */
static void
read_entry (PamongSearch *search, PamongStmt *stmt, int first, PamongSearchEntry *entry)
{
  entry->rid = (gint32) pamong_stmt_int (stmt, first);
  entry->area = area_index (search, pamong_stmt_text (stmt, first + 1));
  entry->status = (gint16) pamong_stmt_int (stmt, first + 2);
  pamong_search_entry_fill (entry, pamong_stmt_text (stmt, first + 3), pamong_stmt_text (stmt, first + 4), pamong_stmt_text (stmt, first + 5),
                            pamong_stmt_text (stmt, first + 6), pamong_stmt_text (stmt, first + 7));
}

static gboolean
build (PamongSearch *search, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (search->store), "SELECT " COLUMNS " FROM resident_list l", error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  g_array_set_size (search->entries, 0);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongSearchEntry entry;

      read_entry (search, stmt, 0, &entry);
      g_array_append_val (search->entries, entry);
    }
  g_array_sort (search->entries, compare_entries);
  return step == PAMONG_STEP_DONE;
}

/* Where @entry stands or would stand. */
static guint
find_place (PamongSearch *search, const PamongSearchEntry *entry)
{
  guint low = 0, high = search->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_entries (&g_array_index (search->entries, PamongSearchEntry, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
remove_rid (PamongSearch *search, gint32 rid)
{
  const PamongSearchEntry *entries = (const PamongSearchEntry *) (gpointer) search->entries->data;

  for (guint i = 0; i < search->entries->len; i++)
    {
      if (entries[i].rid == rid)
        {
          g_array_remove_index (search->entries, i);
          return;
        }
    }
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
      PamongSearchEntry entry;

      remove_rid (search, (gint32) pamong_stmt_int (stmt, 0));
      if (pamong_stmt_is_null (stmt, 1))
        continue;
      read_entry (search, stmt, 1, &entry);
      g_array_insert_val (search->entries, find_place (search, &entry), entry);
    }
  return step == PAMONG_STEP_DONE;
}

PamongSearch *
pamong_search_new (PamongStore *store, GError **error)
{
  g_autoptr (PamongSearch) search = g_new0 (PamongSearch, 1);

  search->store = store;
  search->areas = g_ptr_array_new_with_free_func (g_free);
  search->entries = g_array_new (FALSE, FALSE, sizeof (PamongSearchEntry));
  g_array_set_clear_func (search->entries, clear_entry);
  return build (search, error) ? g_steal_pointer (&search) : NULL;
}

void
pamong_search_free (PamongSearch *search)
{
  if (search == NULL)
    return;
  g_array_unref (search->entries);
  g_ptr_array_unref (search->areas);
  g_free (search);
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
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  const PamongSearchEntry *entries = (const PamongSearchEntry *) (gpointer) search->entries->data;
  guint32 wanted_area = area != NULL ? area_index (search, area) : 0;
  int wanted_status = status == 0 ? PAMONG_STATUS_ALIVE : status;
  guint found = 0;

  for (guint i = 0; words != NULL && i < search->entries->len; i++)
    {
      const PamongSearchEntry *entry = &entries[i];

      if ((wanted_status != -1 && entry->status != wanted_status) || (area != NULL && entry->area != wanted_area))
        continue;
      if (!pamong_search_words_match (words, entry))
        continue;
      if (limit == 0 || found < limit)
        g_array_append_val (ids, entry->rid);
      found++;
    }
  if (total != NULL)
    *total = found;
  return g_steal_pointer (&ids);
}

GPtrArray *
pamong_search_rows (PamongSearch *search, const char *text, const char *area, int status, guint limit, guint *total, GError **error)
{
  g_autoptr (GArray) ids = pamong_search_ids (search, text, area, status, limit, total, error);

  if (ids == NULL)
    return NULL;
  return pamong_residents_rows (search->store, (const gint32 *) (gpointer) ids->data, ids->len, error);
}
