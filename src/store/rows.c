/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of records written inside an act. */
#include "store/store_private.h"

#include "domain/dates.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As wide as a value may be on the wire. */
#define TEXT_BYTES 2000
#define KEY_BYTES 64

static gboolean
has_same_values (const PamongRecord *a, const PamongRecord *b)
{
  if (g_strcmp0 (a->area, b->area) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (!pamong_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

/* JSON keeps fifteen digits of a number; the row must not know more than its change. */
static double
round_real (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.15g", value), NULL);
}

void
pamong_record_round (PamongRecord *record)
{
  for (guint i = 0; i < record->n_values; i++)
    if (record->values[i].type == PAMONG_VALUE_REAL)
      record->values[i].d = round_real (record->values[i].d);
}

static gboolean
fits (const PamongField *field, const PamongValue *value)
{
  switch (field->type)
    {
    case PAMONG_TYPE_CODE:
    case PAMONG_TYPE_INT:
    case PAMONG_TYPE_BOOL:
      return value->type == PAMONG_VALUE_INT;
    case PAMONG_TYPE_REAL:
      return value->type == PAMONG_VALUE_REAL && isfinite (value->d);
    case PAMONG_TYPE_DATE:
      return value->type == PAMONG_VALUE_TEXT && pamong_date_is_valid (value->s);
    case PAMONG_TYPE_NIK:
    case PAMONG_TYPE_UID:
      return value->type == PAMONG_VALUE_TEXT && strlen (value->s) <= KEY_BYTES && g_utf8_validate (value->s, -1, NULL);
    case PAMONG_TYPE_LONG:
      return value->type == PAMONG_VALUE_TEXT && strlen (value->s) <= PAMONG_LONG_BYTES && g_utf8_validate (value->s, -1, NULL);
    case PAMONG_TYPE_TEXT:
    case PAMONG_TYPE_NAME:
    case PAMONG_TYPE_RTRW:
    default:
      return value->type == PAMONG_VALUE_TEXT && strlen (value->s) <= TEXT_BYTES && g_utf8_validate (value->s, -1, NULL);
    }
}

/* A value that cannot travel would stop the outbox for good, so it does not get in. */
static gboolean
check_values (const PamongRecord *record, GError **error)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);

  for (guint i = 0; i < n; i++)
    if (record->values[i].type != PAMONG_VALUE_NULL && !fits (&fields[i], &record->values[i]))
      {
        g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s cannot be saved as it is written. Write it again, shorter or in another form."),
                     g_dgettext (GETTEXT_PACKAGE, fields[i].label));
        return FALSE;
      }
  return TRUE;
}

static gboolean
store_row (PamongWrite *write, const PamongRecord *record, PamongRecordSql which, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, pamong_record_sql (record->kind, which), error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_lend_text (stmt, 1, record->uid);
  pamong_stmt_lend_text (stmt, 2, record->area);
  pamong_stmt_bind_int (stmt, 3, record->version);
  pamong_stmt_lend_text (stmt, 4, record->extra);
  for (guint i = 0; i < record->n_values; i++)
    pamong_stmt_lend_value (stmt, 5 + (int) i, &record->values[i]);
  return pamong_stmt_run (stmt, error) && (which != PAMONG_RECORD_SQL_INSERT || !write->many || pamong_write_note_insert (write, record, error));
}

static gboolean
put (PamongWrite *write, const PamongRecord *record, GError **error)
{
  g_autoptr (PamongRecord) fresh = pamong_record_copy (record);
  g_autoptr (PamongRecord) old = NULL;
  g_autoptr (GError) failed = NULL;
  gboolean deleted = FALSE, same;

  old = pamong_record_load (write->db, record->kind, record->uid, &deleted, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  pamong_record_round (fresh);
  if (write->mode == PAMONG_WRITE_LOCAL)
    {
      if (!check_values (fresh, error))
        return FALSE;
      /* Versions and unknown keys are the server's: what a form remembers of them may be old. */
      fresh->version = old != NULL ? old->version : 0;
      g_free (fresh->extra);
      fresh->extra = old != NULL ? g_strdup (old->extra) : NULL;
    }
  same = old != NULL && !deleted && has_same_values (old, fresh);
  if (same && old->version == fresh->version && g_strcmp0 (old->extra, fresh->extra) == 0)
    return TRUE;
  if (!store_row (write, fresh, old != NULL ? PAMONG_RECORD_SQL_UPDATE : PAMONG_RECORD_SQL_INSERT, error))
    return FALSE;
  write->written++;
  if (same)
    return TRUE;
  return (old == NULL || pamong_write_touch (write, old, error)) && pamong_write_touch (write, fresh, error);
}

static gboolean
set_context (PamongWrite *write, PamongWriteMode mode, const char *resolve, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "UPDATE sync_ctx SET mode = ?1, resolve = ?2", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, mode == PAMONG_WRITE_LOCAL ? "local" : "apply");
  pamong_stmt_bind_text (stmt, 2, resolve);
  return pamong_stmt_run (stmt, error);
}

/* The new row: the stored one with @record's values in the group alone. */
static gboolean
put_group (PamongWrite *write, const PamongRecord *record, int group, GError **error)
{
  g_autoptr (PamongRecord) row = pamong_store_get (write->store, record->kind, record->uid, error);
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);

  if (row == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("The record is not there any more."));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (fields[i].group == group)
      pamong_record_set_value (row, (int) i, &record->values[i]);
  pamong_record_round (row);
  return check_values (row, error) && store_row (write, row, PAMONG_RECORD_SQL_UPDATE, error) && pamong_write_touch (write, row, error);
}

static gboolean
close_conflict (PamongWrite *write, const char *uid, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "UPDATE conflict SET closed = 1 WHERE uid = ?1", error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, uid);
  return pamong_stmt_run (stmt, error);
}

gboolean
pamong_write_put (PamongWrite *write, const PamongRecord *record, GError **error)
{
  return pamong_write_note (write, put (write, record, error));
}

gboolean
pamong_write_insert (PamongWrite *write, PamongRecord *record, GError **error)
{
  pamong_record_round (record);
  record->version = 0;
  write->written++;
  return pamong_write_note (write, check_values (record, error) && store_row (write, record, PAMONG_RECORD_SQL_INSERT, error) && pamong_write_touch (write, record, error));
}

gboolean
pamong_write_resolve (PamongWrite *write, const PamongRecord *record, int group, const char *conflict_uid, GError **error)
{
  const PamongField *leader = pamong_field_get (record->kind, pamong_field_get (record->kind, group)->group);

  return pamong_write_note (write, set_context (write, PAMONG_WRITE_LOCAL, leader->key, error)
                          && put_group (write, record, leader->index, error)
                          && set_context (write, PAMONG_WRITE_APPLY, NULL, error)
                          && close_conflict (write, conflict_uid, error)
                          && set_context (write, PAMONG_WRITE_LOCAL, NULL, error));
}
