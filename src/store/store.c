/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_private.h"

#include "store/store_files.h"

#include <glib/gi18n-lib.h>

struct _PamongStore {
  char *dir;
  PamongDb *lock; /* NULL for readers */
  PamongDb *db;
  char *area; /* read on first use; an area once given stays */
};

PamongDb *
pamong_store_lock (const char *dir, GError **error)
{
  g_autofree char *path = g_build_filename (dir, PAMONG_STORE_LOCK, NULL);
  g_autoptr (GError) failed = NULL;
  PamongDb *lock = pamong_db_lock (path, &failed);

  if (lock != NULL)
    return lock;
  if (g_error_matches (failed, PAMONG_ERROR, PAMONG_ERROR_BUSY))
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_BUSY,
                         _("Pamong is already open on this computer. Close the other window, or use the one that is open."));
  else
    g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/* A newer file is not written to, not even its header; so the version is looked at before anything else is done. */
gboolean
pamong_store_bring_up_to_date (PamongDb *db, GError **error)
{
  return pamong_db_migrate (db, PAMONG_STORE_MIGRATIONS, error) && pamong_derived_install (db, error);
}

/* An empty file becomes ours; one with somebody else's tables does not. */
gboolean
pamong_store_is_ours (PamongDb *db, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, "SELECT count (*) = 0 OR total (name = 'meta') > 0 FROM sqlite_schema", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  if (pamong_stmt_int (stmt, 0) != 0)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, _("The data file is damaged."));
  return FALSE;
}

static gboolean
open_writable (PamongStore *store, const char *path, gboolean unclean, GError **error)
{
  store->db = pamong_db_open (path, PAMONG_DB_WAL, error);
  return store->db != NULL && (!unclean || pamong_db_check (store->db, error)) && pamong_store_is_ours (store->db, error) && pamong_store_bring_up_to_date (store->db, error);
}

static gboolean
refuse_missing (GError **error)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no Pamong data in this folder yet."));
  return FALSE;
}

static gboolean
open_for_writing (PamongStore *store, gboolean create, GError **error)
{
  g_autofree char *path = g_build_filename (store->dir, PAMONG_STORE_FILE, NULL);
  g_autoptr (GError) failed = NULL;

  /* Nothing is made, locked or made private in a folder that holds no store: it may be any folder, by a slip of the hand. */
  if (!create && !pamong_store_exists (store->dir))
    return pamong_store_refuse_after_damage (store->dir, error) && refuse_missing (error);
  if (!pamong_store_make_dir (store->dir, error) || (store->lock = pamong_store_lock (store->dir, error)) == NULL || !pamong_store_finish_restore (store->dir, error))
    return FALSE;
  if (open_writable (store, path, pamong_store_was_unclean (store->dir), &failed))
    return TRUE;
  if (!g_error_matches (failed, PAMONG_ERROR, PAMONG_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  g_clear_pointer (&store->db, pamong_db_close);
  pamong_store_move_aside (store->dir, error);
  return FALSE;
}

/* Only who has the lock moves files. */
static gboolean
end_restore (const char *dir, GError **error)
{
  g_autoptr (PamongDb) lock = pamong_store_lock (dir, error);

  return lock != NULL && pamong_store_finish_restore (dir, error);
}

static gboolean
open_for_reading (PamongStore *store, GError **error)
{
  g_autofree char *path = g_build_filename (store->dir, PAMONG_STORE_FILE, NULL);
  int version, wanted;

  if (!pamong_store_exists (store->dir))
    return refuse_missing (error);
  if (pamong_store_is_between (store->dir) && !end_restore (store->dir, error))
    return FALSE;
  if ((store->db = pamong_db_open (path, PAMONG_DB_READ, error)) == NULL || !pamong_store_is_ours (store->db, error)
      || !pamong_db_check_version (store->db, PAMONG_STORE_MIGRATIONS, &version, &wanted, error))
    return FALSE;
  if (version == wanted && pamong_derived_is_current (store->db))
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED, _("The data is still of an older Pamong. Open it once with Pamong on this computer."));
  return FALSE;
}

PamongStore *
pamong_store_open (const char *dir, PamongStoreMode mode, GError **error)
{
  g_autoptr (PamongStore) store = g_new0 (PamongStore, 1);

  store->dir = g_strdup (dir);
  if (mode == PAMONG_STORE_READ ? !open_for_reading (store, error) : !open_for_writing (store, mode == PAMONG_STORE_CREATE, error))
    return NULL;
  return g_steal_pointer (&store);
}

void
pamong_store_rest (PamongStore *store)
{
  pamong_db_exec (store->db, "PRAGMA shrink_memory;", NULL);
}

void
pamong_store_close (PamongStore *store)
{
  /* An empty WAL says at the next opening that this one ended well; a reader that is busy just now only costs a check then. */
  if (store->lock != NULL && store->db != NULL)
    pamong_db_exec (store->db, "PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint (TRUNCATE);", NULL);
  g_clear_pointer (&store->db, pamong_db_close);
  g_clear_pointer (&store->lock, pamong_db_close);
  g_free (store->dir);
  g_free (store->area);
  g_free (store);
}

const char *
pamong_store_dir (PamongStore *store)
{
  return store->dir;
}

PamongDb *
pamong_store_db (PamongStore *store)
{
  return store->db;
}

char *
pamong_store_meta (PamongStore *store, const char *key)
{
  return pamong_meta_get (store->db, key);
}

PamongLevel
pamong_store_level (PamongStore *store)
{
  g_autofree char *level = pamong_meta_get (store->db, "level");

  return level != NULL ? pamong_level_from_name (level) : 0;
}

const char *
pamong_store_area (PamongStore *store)
{
  if (store->area == NULL)
    store->area = pamong_meta_get (store->db, "area");
  return store->area;
}
