/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"
#include "domain/data.h"

#include <glib/gi18n-lib.h>

/* "007-letters.sql" -> 7; anything else in the folder is no migration. */
static int
number_of (const char *name)
{
  if (!g_ascii_isdigit (name[0]) || !g_ascii_isdigit (name[1]) || !g_ascii_isdigit (name[2]) || name[3] != '-')
    return 0;
  return (int) g_ascii_strtoll (name, NULL, 10);
}

static int
newest (const char *const *names)
{
  int number = 0;

  for (guint i = 0; names[i] != NULL; i++)
    number = MAX (number, number_of (names[i]));
  return number;
}

static gboolean
apply (PamongDb *db, const char *name, const char *sql, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d;", number_of (name));

  return pamong_db_exec (db, sql, error) && pamong_db_exec (db, version, error);
}

static gboolean
back_up (PamongDb *db, int next, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%03d", db->path, next);

  return pamong_db_backup (db, copy, error);
}

int
pamong_db_version (PamongDb *db, GError **error)
{
  g_autoptr (PamongStmt) stmt = NULL;

  ASSERT_THREAD (db);
  if ((stmt = pamong_db_prepare (db, "PRAGMA user_version", error)) == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return -1;
  return (int) pamong_stmt_int (stmt, 0);
}

static gboolean
refuse_newer (int version, int wanted, GError **error)
{
  if (version <= wanted)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED,
                       _("The data was made by a newer Pamong. Update Pamong on this computer, then open it again. The data was not touched."));
  return FALSE;
}

gboolean
pamong_db_check_version (PamongDb *db, const char *dir, int *version, int *wanted, GError **error)
{
  g_auto (GStrv) names = pamong_data_list (dir);

  ASSERT_THREAD (db);
  *wanted = newest ((const char *const *) names);
  return (*version = pamong_db_version (db, error)) >= 0 && refuse_newer (*version, *wanted, error);
}

gboolean
pamong_db_migrate_by (PamongDb *db, const char *const *names, const char *const *texts, GError **error)
{
  g_autoptr (PamongTx) tx = NULL;
  int version = pamong_db_version (db, error), wanted = newest (names);

  if (version < 0 || !refuse_newer (version, wanted, error))
    return FALSE;
  if (version == wanted)
    return TRUE;
  if (version > 0 && !back_up (db, version + 1, error))
    return FALSE;
  if ((tx = pamong_tx_begin (db, error)) == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (number_of (names[i]) > version && !apply (db, names[i], texts[i], error))
      return FALSE;
  return pamong_tx_commit (g_steal_pointer (&tx), error);
}

gboolean
pamong_db_migrate (PamongDb *db, const char *dir, GError **error)
{
  g_auto (GStrv) names = pamong_data_list (dir);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  ASSERT_THREAD (db);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (dir, "/", names[i], NULL);

      g_ptr_array_add (texts, pamong_data_text (path));
    }
  return pamong_db_migrate_by (db, (const char *const *) names, (const char *const *) texts->pdata, error);
}
