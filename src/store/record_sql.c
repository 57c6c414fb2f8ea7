/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements over whole records, made from the field registry. Besides capture.c the only file that makes SQL text: what it makes is
 * fixed once the program runs, and no value is ever part of it. */
#include "store/store_private.h"

static void
append_fields (GString *sql, PamongKind kind, const char *after)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", \"%s\"%s", fields[i].key, after);
}

static void
append_marks (GString *sql, PamongKind kind)
{
  guint n;

  pamong_kind_fields (kind, &n);
  for (guint i = 0; i < n; i++)
    g_string_append (sql, ", ?");
}

static char *
select_sql (PamongKind kind, const char *where)
{
  GString *sql = g_string_new ("SELECT uid, area, version, extra, deleted");

  append_fields (sql, kind, "");
  g_string_append_printf (sql, " FROM %s WHERE %s", pamong_kind_name (kind), where);
  return g_string_free (sql, FALSE);
}

static char *
insert_sql (PamongKind kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (uid, area, version, extra", pamong_kind_name (kind));
  append_fields (sql, kind, "");
  g_string_append (sql, ") VALUES (?, ?, ?, ?");
  append_marks (sql, kind);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static char *
update_sql (PamongKind kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET area = ?2, version = ?3, extra = ?4, deleted = 0", pamong_kind_name (kind));
  append_fields (sql, kind, " = ?");
  g_string_append (sql, " WHERE uid = ?1");
  return g_string_free (sql, FALSE);
}

static gpointer
make_all (gpointer data)
{
  char *(*sql)[PAMONG_N_RECORD_SQL] = g_malloc0_n (PAMONG_N_KINDS, sizeof *sql);

  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      sql[kind][PAMONG_RECORD_SQL_GET] = select_sql (kind, "uid = ?1");
      sql[kind][PAMONG_RECORD_SQL_ALL] = select_sql (kind, "deleted = 0 ORDER BY rid");
      sql[kind][PAMONG_RECORD_SQL_INSERT] = insert_sql (kind);
      sql[kind][PAMONG_RECORD_SQL_UPDATE] = update_sql (kind);
      sql[kind][PAMONG_RECORD_SQL_DROP] = g_strdup_printf ("UPDATE %s SET deleted = 1, version = ?2 WHERE uid = ?1", pamong_kind_name (kind));
    }
  return sql;
}

const char *
pamong_record_sql (PamongKind kind, PamongRecordSql which)
{
  static GOnce once = G_ONCE_INIT;
  char *(*sql)[PAMONG_N_RECORD_SQL] = g_once (&once, make_all, NULL);

  return sql[kind][which];
}

char *
pamong_record_sql_find (PamongKind kind, int field)
{
  g_autofree char *where = g_strdup_printf ("\"%s\" = ?1 AND deleted = 0 ORDER BY rid", pamong_field_get (kind, field)->key);

  return select_sql (kind, where);
}

char *
pamong_record_sql_living (const char *where, const char *order)
{
  g_autofree char *living = g_strdup_printf ("%s AND deleted = 0 AND (SELECT l.status FROM resident_list AS l WHERE l.rid = resident.rid) = 1 ORDER BY %s", where, order);

  return select_sql (PAMONG_KIND_RESIDENT, living);
}

char *
pamong_record_sql_walked (const char *where)
{
  g_autofree char *asked = g_strdup_printf ("%s AND deleted = 0 AND EXISTS (SELECT 1 FROM resident_list AS l WHERE l.rid = resident.rid AND (?1 IS NULL OR l.status = ?1)"
                                            " AND (?6 IS NULL OR l.sex = ?6) AND (?7 IS NULL OR l.birth_date <= ?7) AND (?8 IS NULL OR l.birth_date > ?8)"
                                            " AND (?9 IS NULL OR (l.marks & ?9) = ?9)) ORDER BY rid", where);

  return select_sql (PAMONG_KIND_RESIDENT, asked);
}

PamongRecord *
pamong_record_read (PamongStmt *stmt, PamongKind kind, gboolean *deleted)
{
  PamongRecord *record = pamong_record_new_known (kind, pamong_stmt_text (stmt, 0), pamong_stmt_text (stmt, 1));
  const PamongField *fields = pamong_kind_fields (kind, &record->n_values);

  record->version = pamong_stmt_int (stmt, 2);
  record->extra = g_strdup (pamong_stmt_text (stmt, 3));
  if (deleted != NULL)
    *deleted = pamong_stmt_int (stmt, 4) != 0;
  for (guint i = 0; i < record->n_values; i++)
    pamong_stmt_value (stmt, 5 + (int) i, fields[i].type, &record->values[i]);
  return record;
}

PamongRecord *
pamong_record_load (PamongDb *db, PamongKind kind, const char *uid, gboolean *deleted, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, pamong_record_sql (kind, PAMONG_RECORD_SQL_GET), error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, uid);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? pamong_record_read (stmt, kind, deleted) : NULL;
}
