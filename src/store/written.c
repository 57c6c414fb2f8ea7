/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of many new rows: noted here to the same letters as the insert triggers of capture.c would (a test compares), as a trigger costs more than the row it watches. */
#include "store/store_private.h"

#include <string.h>


static void
append_control (GString *json, char c)
{
  static const char letters[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r' };

  if ((guchar) c < sizeof letters && letters[(guchar) c] != 0)
    g_string_append_printf (json, "\\%c", letters[(guchar) c]);
  else
    g_string_append_printf (json, "\\u%04x", (guint) (guchar) c);
}

static void
append_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0';)
    {
      gsize plain = 0;

      while ((guchar) c[plain] >= 0x20 && c[plain] != '"' && c[plain] != '\\')
        plain++;
      g_string_append_len (json, c, (gssize) plain);
      c += plain;
      if (*c == '"' || *c == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *c++);
        }
      else if (*c != '\0')
        append_control (json, *c++);
    }
  g_string_append_c (json, '"');
}

/* As SQLite makes text of a number. */
static void
append_real (GString *json, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize whole;

  g_ascii_formatd (text, sizeof text, "%.15g", number);
  whole = strspn (text, "-0123456789");
  g_string_append_len (json, text, (gssize) whole);
  if (text[whole] != '.')
    g_string_append (json, ".0");
  g_string_append (json, text + whole);
}

static void
append_int (GString *json, gint64 number)
{
  char digits[24], *at = digits + sizeof digits;
  guint64 rest = number < 0 ? 0 - (guint64) number : (guint64) number;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--at = '-';
  g_string_append_len (json, at, digits + sizeof digits - at);
}

static void
append_field (GString *json, const char *key, const PamongValue *value)
{
  if (value->type == PAMONG_VALUE_NULL)
    return;
  g_string_append (json, json->len > 1 ? ",\"" : "\"");
  g_string_append (json, key);
  g_string_append (json, "\":[null,");
  if (value->type == PAMONG_VALUE_TEXT)
    append_text (json, value->s);
  else if (value->type == PAMONG_VALUE_REAL)
    append_real (json, value->d);
  else
    append_int (json, value->i);
  g_string_append_c (json, ']');
}

gboolean
pamong_write_note_insert (PamongWrite *write, const PamongRecord *record, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db,
                                                   "INSERT INTO change (tx, kind, uid, area, op, base, \"set\", actor, act, reason, t)"
                                                   " VALUES (?1, ?2, ?3, ?4, 'insert', ?5, ?6, ?7, ?8, ?9, ?10)",
                                                   error);
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);
  g_autoptr (GString) json = g_string_sized_new (768);

  if (stmt == NULL)
    return FALSE;
  g_string_append_c (json, '{');
  for (guint i = 0; i < n; i++)
    append_field (json, fields[i].key, &record->values[i]);
  g_string_append_c (json, '}');
  pamong_stmt_bind_int (stmt, 1, write->first);
  pamong_stmt_lend_text (stmt, 2, pamong_kind_name (record->kind));
  pamong_stmt_lend_text (stmt, 3, record->uid);
  pamong_stmt_lend_text (stmt, 4, record->area);
  pamong_stmt_bind_int (stmt, 5, record->version);
  pamong_stmt_lend_text (stmt, 6, json->str);
  pamong_stmt_lend_text (stmt, 7, write->actor);
  pamong_stmt_lend_text (stmt, 8, write->act);
  pamong_stmt_lend_text (stmt, 9, write->reason);
  pamong_stmt_bind_int (stmt, 10, write->t);
  if (!pamong_stmt_run (stmt, error))
    return FALSE;
  if (record->kind == PAMONG_KIND_RESIDENT || record->kind == PAMONG_KIND_FAMILY)
    g_hash_table_add (write->fresh, g_strdup (record->uid));
  return TRUE;
}

/* A trigger has every insert kept so that it could be taken back alone, page by page, though it only looks whether it is wanted. Nobody else ever sees the store without: they go
 * and come back in the transaction. */
static gboolean
run_text (PamongWrite *write, char *sql, GError **error)
{
  gboolean done = pamong_db_exec (write->db, sql, error);

  g_free (sql);
  return pamong_write_note (write, done);
}

gboolean
pamong_write_many_end (PamongWrite *write, GError **error)
{
  return run_text (write, pamong_capture_resume_sql (), error);
}

static gboolean
find_last (PamongWrite *write, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "SELECT ifnull (max (rid), 0) FROM resident", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return pamong_write_note (write, FALSE);
  write->first_rid = pamong_stmt_int (stmt, 0);
  return TRUE;
}

/* NIK, No. KK and names fall into their indexes at random: with room for these in memory far fewer pages are written twice. And to look up in a CHECK whether the state of a change is one
 * of three, SQLite makes a table for each row; of a new change it is always the same. */
void
pamong_write_room (PamongWrite *write, gboolean much)
{
  pamong_db_exec (write->db, much ? "PRAGMA cache_size = -32000; PRAGMA ignore_check_constraints = ON;" : "PRAGMA cache_size = -16000; PRAGMA ignore_check_constraints = OFF;", NULL);
}

static gboolean
read_context (PamongWrite *write, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "SELECT actor, act, reason, t FROM sync_ctx", error);

  if (stmt == NULL || pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return pamong_write_note (write, FALSE);
  write->actor = g_strdup (pamong_stmt_text (stmt, 0));
  write->act = g_strdup (pamong_stmt_text (stmt, 1));
  write->reason = g_strdup (pamong_stmt_text (stmt, 2));
  write->t = pamong_stmt_int (stmt, 3);
  return TRUE;
}

gboolean
pamong_write_many (PamongWrite *write, GError **error)
{
  g_return_val_if_fail (write->mode == PAMONG_WRITE_LOCAL, FALSE);
  if (!read_context (write, error) || !run_text (write, pamong_capture_pause_sql (), error))
    return FALSE;
  write->many = TRUE;
  pamong_write_room (write, TRUE);
  write->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return find_last (write, error);
}
