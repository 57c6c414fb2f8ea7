/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include "domain/clock.h"
#include "domain/uid.h"
#include "store/store_files.h"
#include "store/store_private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _PamongRestore {
  char *dir, *path; /* the plain copy as it grows */
  PamongDb *lock;
  PamongFileFacts *present;
};

static void
remove_beside (const char *path)
{
  static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

/* Migrating keeps a copy of what was; the backup itself is that. */
static void
remove_before (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, PAMONG_STORE_GROWING ".before-"))
      {
        g_autofree char *path = g_build_filename (dir, name, NULL);

        g_unlink (path);
      }
}

PamongRestore *
pamong_restore_begin (const char *dir, GError **error)
{
  g_autoptr (PamongRestore) restore = NULL;
  g_autofree char *present = g_build_filename (dir, PAMONG_STORE_FILE, NULL);

  if (!pamong_store_make_dir (dir, error))
    return NULL;
  restore = g_new0 (PamongRestore, 1);
  restore->dir = g_strdup (dir);
  restore->path = g_build_filename (dir, PAMONG_STORE_GROWING, NULL);
  if ((restore->lock = pamong_store_lock (dir, error)) == NULL || !pamong_store_finish_restore (dir, error))
    return NULL;
  remove_beside (restore->path);
  if (pamong_store_exists (dir))
    restore->present = pamong_file_facts (present, NULL);
  return g_steal_pointer (&restore);
}

void
pamong_restore_free (PamongRestore *restore)
{
  if (restore->lock != NULL)
    {
      remove_beside (restore->path);
      remove_before (restore->dir);
    }
  g_clear_pointer (&restore->lock, pamong_db_close);
  g_clear_pointer (&restore->present, pamong_file_facts_free);
  g_free (restore->dir);
  g_free (restore->path);
  g_free (restore);
}

const char *
pamong_restore_path (PamongRestore *restore)
{
  return restore->path;
}

const PamongFileFacts *
pamong_restore_present (PamongRestore *restore)
{
  return restore->present;
}

static gint64
epoch_of (const char *path)
{
  g_autoptr (PamongDb) db = pamong_db_open (path, PAMONG_DB_READ, NULL);
  g_autoptr (PamongStmt) stmt = db != NULL ? pamong_db_prepare (db, "SELECT epoch FROM device", NULL) : NULL;

  return stmt != NULL && pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW ? pamong_stmt_int (stmt, 0) : 0;
}

/* What is put back is another copy (R18). If this very computer has gone on to a later epoch, the copy goes on from there; what it still has to send was
 * numbered in the earlier one, so no answers are asked for. */
static gboolean
mark (PamongDb *db, gint64 epoch, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "UPDATE device SET copy = ?1, fetched = 0, high = NULL, epoch = max (epoch, ?2), recover = CASE WHEN ?2 > epoch THEN 0"
                                                   " ELSE coalesce (recover, (SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0) END",
                                                   error);
  g_autofree char *copy = pamong_uid_new ();
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, pamong_clock_now ());

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, copy);
  pamong_stmt_bind_int (stmt, 2, epoch);
  return pamong_stmt_run (stmt, error) && pamong_meta_put (db, "restored", now, error) && pamong_meta_put (db, "sync.backoff", "0", error)
         && pamong_db_exec (db, "DELETE FROM meta WHERE key IN ('backup.folder', 'backup.failed')", error);
}

static gboolean
make_ready (PamongRestore *restore, GError **error)
{
  g_autofree char *present = g_build_filename (restore->dir, PAMONG_STORE_FILE, NULL);
  g_autoptr (PamongFileFacts) facts = pamong_file_facts (restore->path, error);
  g_autoptr (PamongDb) db = NULL;
  gint64 epoch = 0;

  if (facts == NULL)
    return FALSE;
  if (restore->present != NULL && (facts->level != restore->present->level || g_strcmp0 (facts->area, restore->present->area) != 0))
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This backup is of %s, but this computer holds the data of %s. Nothing was replaced."), facts->area, restore->present->area);
      return FALSE;
    }
  if (restore->present != NULL && facts->device != NULL && g_strcmp0 (facts->device, restore->present->device) == 0)
    epoch = epoch_of (present);
  db = pamong_db_open (restore->path, PAMONG_DB_WAL, error);
  return db != NULL && pamong_store_bring_up_to_date (db, error) && mark (db, epoch, error) && pamong_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE);", error);
}

/* An empty WAL need not go along; one that could not be emptied does. */
static void
settle_present (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, PAMONG_STORE_FILE, NULL);
  g_autoptr (PamongDb) db = pamong_db_open (path, PAMONG_DB_WAL, NULL);

  if (db != NULL)
    pamong_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE);", NULL);
}

gboolean
pamong_restore_commit (PamongRestore *restore, char **kept, GError **error)
{
  gboolean replaces = pamong_store_exists (restore->dir);
  g_autofree char *replaced = NULL;

  if (!make_ready (restore, error))
    return FALSE;
  if (replaces)
    settle_present (restore->dir);
  if (!pamong_store_put_in_place (restore->dir, &replaced, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&replaced);
  return TRUE;
}
