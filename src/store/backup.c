/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include "store/store_private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
pamong_file_facts_free (PamongFileFacts *facts)
{
  g_free (facts->area);
  g_free (facts->device);
  g_free (facts);
}

static char *
text_of (PamongDb *db, const char *sql, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, sql, error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  return g_strdup (pamong_stmt_text (stmt, 0));
}

static gboolean
read_counts (PamongDb *db, PamongFileFacts *facts, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "SELECT (SELECT count (*) FROM resident_list WHERE status = 1),"
                                                   " (SELECT count (*) FROM family AS f WHERE deleted = 0 AND EXISTS (SELECT 1 FROM resident AS r CROSS"
                                                   "   JOIN resident_list AS l ON l.rid = r.rid WHERE r.family_uid = f.uid AND l.status = 1)),"
                                                   " (SELECT count (*) FROM change WHERE state <> 'acked' AND state = 'pending'),"
                                                   " ifnull ((SELECT t FROM change ORDER BY seq DESC LIMIT 1), 0)",
                                                   error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  facts->residents = pamong_stmt_int (stmt, 0);
  facts->families = pamong_stmt_int (stmt, 1);
  facts->waiting = pamong_stmt_int (stmt, 2);
  facts->last = pamong_stmt_int (stmt, 3);
  return TRUE;
}

static PamongFileFacts *
read_facts (PamongDb *db, gboolean checked, GError **error)
{
  g_autoptr (PamongFileFacts) facts = g_new0 (PamongFileFacts, 1);
  g_autofree char *level = NULL;
  g_autoptr (GError) failed = NULL;
  int wanted;

  if (!pamong_store_is_ours (db, error) || !pamong_db_check_version (db, PAMONG_STORE_MIGRATIONS, &facts->schema, &wanted, error) || (checked && !pamong_db_check (db, error))
      || !read_counts (db, facts, error))
    return NULL;
  level = pamong_meta_get (db, "level");
  facts->level = level != NULL ? pamong_level_from_name (level) : 0;
  facts->area = pamong_meta_get (db, "area");
  facts->device = text_of (db, "SELECT id FROM device", &failed);
  if (failed != NULL || facts->area == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, _("The data file is damaged."));
      return NULL;
    }
  return g_steal_pointer (&facts);
}

/* Everything is read, and nobody else writes there: mapped, it costs no call a page. */
static PamongDb *
open_copy (const char *path, GError **error)
{
  g_autoptr (PamongDb) db = pamong_db_open (path, PAMONG_DB_READ, error);

  return db != NULL && pamong_db_exec (db, "PRAGMA mmap_size = 1073741824;", error) ? g_steal_pointer (&db) : NULL;
}

PamongFileFacts *
pamong_file_facts (const char *path, GError **error)
{
  g_autoptr (PamongDb) db = open_copy (path, error);

  return db != NULL ? read_facts (db, TRUE, error) : NULL;
}

gboolean
pamong_file_check (const char *path, GError **error)
{
  g_autoptr (PamongDb) db = open_copy (path, error);

  return db != NULL && pamong_db_check (db, error);
}

static PamongFileFacts *
facts_of_copy (const char *path, GError **error)
{
  g_autoptr (PamongDb) db = open_copy (path, error);

  return db != NULL ? read_facts (db, FALSE, error) : NULL;
}

PamongFileFacts *
pamong_store_copy (PamongStore *store, const char *path, GError **error)
{
  PamongFileFacts *facts = pamong_db_copy (pamong_store_db (store), path, error) ? facts_of_copy (path, error) : NULL;

  if (facts == NULL)
    g_unlink (path);
  return facts;
}
