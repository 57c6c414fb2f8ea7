/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_private.h"

#include "domain/data.h"
#include "domain/events.h"

/* What the list rows are made of besides the rows: the SQL, the titles left out of names, and the folding in this program. */
static char *
derived_hash (const char *sql)
{
  g_autoptr (GBytes) titles = pamong_data_load ("rules/titles.txt", NULL);
  g_autofree char *rebuild = pamong_data_text ("sql/query/list-rebuild.sql");
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = 0;
  const guint8 *data = titles != NULL ? g_bytes_get_data (titles, &size) : NULL;

  g_checksum_update (sum, (const guint8 *) sql, -1);
  g_checksum_update (sum, (const guint8 *) rebuild, -1);
  g_checksum_update (sum, (const guint8 *) PAMONG_VERSION, -1);
  if (size > 0)
    g_checksum_update (sum, data, (gssize) size);
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
is_current (PamongDb *db, const char *key, const char *hash)
{
  g_autofree char *stored = pamong_meta_get (db, key);

  return g_strcmp0 (stored, hash) == 0;
}

static gboolean
install_capture (PamongDb *db, GError **error)
{
  g_autofree char *sql = pamong_capture_sql ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sql, -1);

  if (is_current (db, "capture", hash))
    return TRUE;
  return pamong_db_exec (db, sql, error) && pamong_meta_put (db, "capture", hash, error);
}

static gboolean
install_list (PamongDb *db, GError **error)
{
  g_autofree char *sql = pamong_data_text ("sql/client/derived.sql");
  g_autofree char *hash = derived_hash (sql);
  g_autofree char *rebuild = NULL;

  if (is_current (db, "derived", hash))
    return TRUE;
  rebuild = pamong_data_text ("sql/query/list-rebuild.sql");
  return pamong_db_exec (db, sql, error) && pamong_db_exec (db, rebuild, error) && pamong_meta_put (db, "derived", hash, error);
}

/* Indexes for orders other than by name, where many villages are in one list. No part of what makes the list current: it reads the same without. */
static gboolean
install_order (PamongDb *db, GError **error)
{
  g_autofree char *level = pamong_meta_get (db, "level");
  g_autofree char *sql = NULL;

  if (level == NULL || pamong_level_from_name (level) <= PAMONG_LEVEL_VILLAGE)
    return TRUE;
  sql = pamong_data_text ("sql/query/list-order.sql");
  return pamong_db_exec (db, sql, error);
}

gboolean
pamong_derived_install (PamongDb *db, GError **error)
{
  g_autoptr (PamongTx) tx = pamong_tx_begin (db, error);

  if (tx == NULL || !install_capture (db, error) || !install_list (db, error) || !install_order (db, error))
    return FALSE;
  return pamong_tx_commit (g_steal_pointer (&tx), error);
}

gboolean
pamong_derived_is_current (PamongDb *db)
{
  g_autofree char *sql = pamong_data_text ("sql/client/derived.sql");
  g_autofree char *hash = derived_hash (sql);

  return is_current (db, "derived", hash);
}

static void
append_quoted (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\' || (guchar) *at < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}

/* Uids as a JSON array. One that came from elsewhere may hold anything. */
static char *
json_array (GHashTable *uids)
{
  GString *json = g_string_new ("[");
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      if (json->len > 1)
        g_string_append_c (json, ',');
      append_quoted (json, uid);
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

gboolean
pamong_derived_refresh (PamongDb *db, GHashTable *residents, GHashTable *families, GError **error)
{
  static gsize once = 0;
  static char *sql;
  g_autofree char *resident_uids = NULL, *family_uids = NULL;
  g_autoptr (PamongStmt) stmt = NULL;

  if (g_hash_table_size (residents) == 0 && g_hash_table_size (families) == 0)
    return TRUE;
  if (g_once_init_enter (&once))
    {
      sql = pamong_data_text ("sql/query/list-refresh.sql");
      g_once_init_leave (&once, 1);
    }
  resident_uids = json_array (residents);
  family_uids = json_array (families);
  if ((stmt = pamong_db_prepare (db, sql, error)) == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, resident_uids);
  pamong_stmt_bind_text (stmt, 2, family_uids);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_derived_add (PamongDb *db, gint64 rid, GError **error)
{
  static gsize once = 0;
  static char *sql;
  g_autoptr (PamongStmt) stmt = NULL;

  if (g_once_init_enter (&once))
    {
      sql = pamong_data_text ("sql/query/list-add.sql");
      g_once_init_leave (&once, 1);
    }
  if ((stmt = pamong_db_prepare (db, sql, error)) == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, rid);
  return pamong_stmt_run (stmt, error);
}
