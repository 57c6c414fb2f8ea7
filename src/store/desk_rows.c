/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/desk_rows.h"

#include <string.h>

#include "domain/clock.h"
#include "store/store_db.h"

#define RECENT 10

gboolean
pamong_draft_put (PamongWrite *write, const char *key, const char *json, GError **error)
{
  PamongDb *db = pamong_store_db (pamong_write_store (write));
  PamongStmt *stmt;

  if (json == NULL)
    {
      if ((stmt = pamong_db_prepare (db, "DELETE FROM draft WHERE key = ?1", error)) == NULL)
        return FALSE;
      pamong_stmt_bind_text (stmt, 1, key);
      return pamong_stmt_run (stmt, error);
    }
  stmt = pamong_db_prepare (db,
                            "INSERT INTO draft (key, data, t) VALUES (?1, ?2, ?3)"
                            " ON CONFLICT (key) DO UPDATE SET data = excluded.data, t = excluded.t",
                            error);
  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, key);
  pamong_stmt_bind_text (stmt, 2, json);
  pamong_stmt_bind_int (stmt, 3, pamong_clock_now ());
  return pamong_stmt_run (stmt, error);
}

char *
pamong_draft_get (PamongStore *store, const char *key, gint64 *t)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT data, t FROM draft WHERE key = ?1", &error);
  g_autofree char *data = NULL;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, key);
  if (pamong_stmt_step (stmt, &error) == PAMONG_STEP_ROW)
    {
      data = g_strdup (pamong_stmt_text (stmt, 0));
      if (t != NULL)
        *t = pamong_stmt_int (stmt, 1);
    }
  return g_steal_pointer (&data);
}

char **
pamong_draft_keys (PamongStore *store)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT key FROM draft ORDER BY t DESC, key", NULL);

  while (stmt != NULL && pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
    g_strv_builder_add (keys, pamong_stmt_text (stmt, 0));
  return g_strv_builder_end (keys);
}

/* One row of uids for each account: ten are read and written whole. */
static char *
recent_key (const char *account)
{
  return g_strconcat ("recent.", account, NULL);
}

gboolean
pamong_recent_put (PamongWrite *write, const char *account, const char *uid, GError **error)
{
  g_auto (GStrv) before = pamong_recent_uids (pamong_write_store (write), account);
  g_autofree char *key = recent_key (account);
  g_autoptr (GString) uids = g_string_new (uid);
  guint kept = 1;

  for (guint i = 0; before[i] != NULL && kept < RECENT; i++)
    if (strcmp (before[i], uid) != 0)
      {
        g_string_append_printf (uids, " %s", before[i]);
        kept++;
      }
  return pamong_draft_put (write, key, uids->str, error);
}

char **
pamong_recent_uids (PamongStore *store, const char *account)
{
  g_autofree char *key = recent_key (account), *uids = pamong_draft_get (store, key, NULL);

  return g_strsplit (uids != NULL ? uids : "", " ", -1);
}

gboolean
pamong_access_log_put (PamongWrite *write, const char *actor, const char *what, const char *uid, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (pamong_write_store (write)),
                                        "INSERT INTO access_log (t, actor, what, uid) VALUES (?1, ?2, ?3, ?4)", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, pamong_clock_now ());
  pamong_stmt_bind_text (stmt, 2, actor);
  pamong_stmt_bind_text (stmt, 3, what);
  pamong_stmt_bind_text (stmt, 4, uid);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_secret_put (PamongWrite *write, const char *account_uid, const char *verifier, const char *recovery, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (pamong_write_store (write)),
                                        "INSERT INTO account_secret (account_uid, verifier, recovery) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT (account_uid) DO UPDATE SET verifier = excluded.verifier, recovery = excluded.recovery",
                                        error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, account_uid);
  pamong_stmt_bind_text (stmt, 2, verifier);
  pamong_stmt_bind_text (stmt, 3, recovery);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_secret_get (PamongStore *store, const char *account_uid, char **verifier, char **recovery)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                        "SELECT verifier, recovery FROM account_secret WHERE account_uid = ?1", NULL);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, account_uid);
  if (pamong_stmt_step (stmt, NULL) != PAMONG_STEP_ROW)
    return FALSE;
  if (verifier != NULL)
    *verifier = g_strdup (pamong_stmt_text (stmt, 0));
  if (recovery != NULL)
    *recovery = g_strdup (pamong_stmt_text (stmt, 1));
  return TRUE;
}
