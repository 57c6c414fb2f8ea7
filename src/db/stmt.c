/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"

#include <string.h>

/* Binding can only fail by a fault of the program (a wrong index, a statement still running) or for want of memory. */
static void
expect (PamongStmt *stmt, int code)
{
  if (code != SQLITE_OK)
    g_error ("bind to \"%s\": %s", sqlite3_sql (stmt->handle), sqlite3_errstr (code));
}

static PamongStmt *
prepare_new (PamongDb *db, const char *sql, GError **error)
{
  PamongStmt *stmt;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code == SQLITE_ERROR)
    g_error ("wrong SQL \"%s\": %s", sql, sqlite3_errmsg (db->handle));
  if (!pamong_db_result (code, error))
    return NULL;
  stmt = g_new0 (PamongStmt, 1);
  stmt->db = db;
  stmt->handle = handle;
  g_hash_table_insert (db->stmts, g_strdup (sql), stmt);
  return stmt;
}

void
pamong_stmt_free (PamongStmt *stmt)
{
  sqlite3_finalize (stmt->handle);
  g_free (stmt);
}

PamongStmt *
pamong_db_prepare (PamongDb *db, const char *sql, GError **error)
{
  PamongStmt *stmt, **recent;

  ASSERT_THREAD (db);
  recent = &db->recent[((gsize) sql >> 3) % G_N_ELEMENTS (db->recent)];
  stmt = *recent;
  if (stmt == NULL || strcmp (sqlite3_sql (stmt->handle), sql) != 0)
    stmt = g_hash_table_lookup (db->stmts, sql);
  if (stmt == NULL)
    return *recent = prepare_new (db, sql, error);
  *recent = stmt;
  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
  return stmt;
}

void
pamong_stmt_reset (PamongStmt *stmt)
{
  ASSERT_THREAD (stmt->db);
  sqlite3_reset (stmt->handle);
}

void
pamong_stmt_bind_text (PamongStmt *stmt, int index, const char *text)
{
  ASSERT_THREAD (stmt->db);
  expect (stmt, sqlite3_bind_text (stmt->handle, index, text, -1, SQLITE_TRANSIENT));
}

void
pamong_stmt_lend_text (PamongStmt *stmt, int index, const char *text)
{
  ASSERT_THREAD (stmt->db);
  expect (stmt, sqlite3_bind_text (stmt->handle, index, text, -1, SQLITE_STATIC));
}

void
pamong_stmt_bind_int (PamongStmt *stmt, int index, gint64 value)
{
  ASSERT_THREAD (stmt->db);
  expect (stmt, sqlite3_bind_int64 (stmt->handle, index, value));
}

void
pamong_stmt_bind_real (PamongStmt *stmt, int index, double value)
{
  ASSERT_THREAD (stmt->db);
  expect (stmt, sqlite3_bind_double (stmt->handle, index, value));
}

void
pamong_stmt_bind_blob (PamongStmt *stmt, int index, const void *data, gsize size)
{
  ASSERT_THREAD (stmt->db);
  expect (stmt, sqlite3_bind_blob64 (stmt->handle, index, data, size, SQLITE_TRANSIENT));
}

void
pamong_stmt_bind_value (PamongStmt *stmt, int index, const PamongValue *value)
{
  switch (value->type)
    {
    case PAMONG_VALUE_INT:
      pamong_stmt_bind_int (stmt, index, value->i);
      break;
    case PAMONG_VALUE_REAL:
      pamong_stmt_bind_real (stmt, index, value->d);
      break;
    case PAMONG_VALUE_TEXT:
      pamong_stmt_bind_text (stmt, index, value->s);
      break;
    case PAMONG_VALUE_NULL:
    default:
      pamong_stmt_bind_text (stmt, index, NULL);
      break;
    }
}

void
pamong_stmt_lend_value (PamongStmt *stmt, int index, const PamongValue *value)
{
  if (value->type == PAMONG_VALUE_TEXT)
    pamong_stmt_lend_text (stmt, index, value->s);
  else if (value->type != PAMONG_VALUE_NULL)
    pamong_stmt_bind_value (stmt, index, value);
}

PamongStep
pamong_stmt_step (PamongStmt *stmt, GError **error)
{
  int code;

  ASSERT_THREAD (stmt->db);
  code = sqlite3_step (stmt->handle);
  if (code == SQLITE_ROW)
    return PAMONG_STEP_ROW;
  /* Both ways out end the statement, so that it holds neither lock nor snapshot. */
  sqlite3_reset (stmt->handle);
  if (code == SQLITE_DONE)
    return PAMONG_STEP_DONE;
  pamong_db_set_error (error, code);
  return PAMONG_STEP_ERROR;
}

gboolean
pamong_stmt_run (PamongStmt *stmt, GError **error)
{
  PamongStep step;

  do
    step = pamong_stmt_step (stmt, error);
  while (step == PAMONG_STEP_ROW);
  return step == PAMONG_STEP_DONE;
}

const char *
pamong_stmt_text (PamongStmt *stmt, int column)
{
  ASSERT_THREAD (stmt->db);
  return (const char *) sqlite3_column_text (stmt->handle, column);
}

gint64
pamong_stmt_int (PamongStmt *stmt, int column)
{
  ASSERT_THREAD (stmt->db);
  return sqlite3_column_int64 (stmt->handle, column);
}

double
pamong_stmt_real (PamongStmt *stmt, int column)
{
  ASSERT_THREAD (stmt->db);
  return sqlite3_column_double (stmt->handle, column);
}

const void *
pamong_stmt_blob (PamongStmt *stmt, int column, gsize *size)
{
  const void *data;

  ASSERT_THREAD (stmt->db);
  data = sqlite3_column_blob (stmt->handle, column);
  *size = (gsize) sqlite3_column_bytes (stmt->handle, column);
  return data;
}

gboolean
pamong_stmt_is_null (PamongStmt *stmt, int column)
{
  ASSERT_THREAD (stmt->db);
  return sqlite3_column_type (stmt->handle, column) == SQLITE_NULL;
}

int
pamong_stmt_column (PamongStmt *stmt, const char *name)
{
  ASSERT_THREAD (stmt->db);
  for (int i = 0; i < sqlite3_column_count (stmt->handle); i++)
    if (g_strcmp0 (sqlite3_column_name (stmt->handle, i), name) == 0)
      return i;
  return -1;
}

void
pamong_stmt_value (PamongStmt *stmt, int column, PamongType type, PamongValue *value)
{
  value->type = PAMONG_VALUE_NULL;
  if (pamong_stmt_is_null (stmt, column))
    return;
  switch (type)
    {
    case PAMONG_TYPE_CODE:
    case PAMONG_TYPE_INT:
    case PAMONG_TYPE_BOOL:
      value->type = PAMONG_VALUE_INT;
      value->i = pamong_stmt_int (stmt, column);
      break;
    case PAMONG_TYPE_REAL:
      value->type = PAMONG_VALUE_REAL;
      value->d = pamong_stmt_real (stmt, column);
      break;
    case PAMONG_TYPE_TEXT:
    case PAMONG_TYPE_NAME:
    case PAMONG_TYPE_NIK:
    case PAMONG_TYPE_UID:
    case PAMONG_TYPE_DATE:
    case PAMONG_TYPE_RTRW:
    case PAMONG_TYPE_LONG:
    default:
      value->type = PAMONG_VALUE_TEXT;
      value->s = g_strdup (pamong_stmt_text (stmt, column));
      break;
    }
}
