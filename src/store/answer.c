/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server's answer to a batch: each change leaves pending in the same transaction that stores what became of it (R3.2). */
#include "store/outbox.h"

#include "store/store_private.h"
#include "wire/conflict.h"

#include <glib/gi18n-lib.h>

/* One record, and what was answered of it, in order of seq. */
typedef struct {
  PamongKind kind;
  char *uid;
  GPtrArray *changes; /* PamongChange, owned */
  GPtrArray *results; /* PamongResult of the same place, borrowed */
} Answered;

static void
answered_free (Answered *answered)
{
  g_free (answered->uid);
  g_ptr_array_unref (answered->changes);
  g_ptr_array_unref (answered->results);
  g_free (answered);
}

static gboolean
is_held (const PamongResult *result)
{
  return result->outcome == PAMONG_OUTCOME_REJECTED || result->outcome == PAMONG_OUTCOME_DEPENDENT;
}

/* Kept as it came, for the list of what needs mending and for whoever has to find out later. */
static char *
result_json (const PamongResult *result)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"o\":\"%s\"", pamong_outcome_name (result->outcome));
  if (result->version > 0)
    g_string_append_printf (json, ",\"v\":%" G_GINT64_FORMAT, result->version);
  if (result->outcome == PAMONG_OUTCOME_REJECTED)
    g_string_append_printf (json, ",\"reason\":%d", (int) result->reason);
  if (result->outcome == PAMONG_OUTCOME_DEPENDENT)
    g_string_append_printf (json, ",\"on\":%" G_GINT64_FORMAT, result->on);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
store_state (PamongDb *db, const PamongResult *result, GError **error)
{
  g_autofree char *json = result_json (result);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "UPDATE change SET state = ?3, result = ?4"
                                                   " WHERE seq BETWEEN ?1 AND ?2 AND state <> 'acked' AND state = 'pending'",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, result->from);
  pamong_stmt_bind_int (stmt, 2, result->to);
  pamong_stmt_bind_text (stmt, 3, is_held (result) ? "held" : "acked");
  pamong_stmt_bind_text (stmt, 4, json);
  return pamong_stmt_run (stmt, error);
}

static void
add (GPtrArray *records, GHashTable *index, PamongChange *change, PamongResult *result)
{
  g_autofree char *key = g_strdup_printf ("%u %s", (guint) change->kind, change->uid);
  Answered *answered = g_hash_table_lookup (index, key);

  if (answered == NULL)
    {
      answered = g_new0 (Answered, 1);
      answered->kind = change->kind;
      answered->uid = g_strdup (change->uid);
      answered->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
      answered->results = g_ptr_array_new ();
      g_ptr_array_add (records, answered);
      g_hash_table_insert (index, g_steal_pointer (&key), answered);
    }
  g_ptr_array_add (answered->changes, change);
  g_ptr_array_add (answered->results, result);
}

/* The changes that @result speaks of and that still wait for one; any other was answered before. */
static gboolean
collect (PamongDb *db, PamongResult *result, GPtrArray *records, GHashTable *index, gboolean *found, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db,
                                                   "SELECT " PAMONG_CHANGE_COLUMNS " FROM change"
                                                   " WHERE seq BETWEEN ?1 AND ?2 AND state <> 'acked' AND state = 'pending' ORDER BY seq",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, result->from);
  pamong_stmt_bind_int (stmt, 2, result->to);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongChange *change = pamong_change_read (stmt, error);

      if (change == NULL)
        return FALSE;
      add (records, index, change, result);
      *found = TRUE;
    }
  return step == PAMONG_STEP_DONE;
}

/* A clash: the server's value stays current in that group. */
static gboolean
take_current (PamongWrite *write, const PamongRecord *conflict, PamongRecord *base, GError **error)
{
  PamongConflictSide *side;

  if (g_strcmp0 (pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_UID), base->uid) != 0)
    return TRUE;
  if ((side = pamong_conflict_current (conflict, error)) == NULL)
    return FALSE;
  for (guint i = 0; side->keys[i] != NULL; i++)
    {
      const PamongField *field = pamong_field_find (base->kind, side->keys[i]);

      if (field != NULL)
        pamong_record_set_value (base, field->index, &side->values->values[field->index]);
    }
  gboolean named = pamong_write_source (write, side->by, "", side->t, error);

  pamong_conflict_side_free (side);
  return named;
}

/* What the server has after it dealt with @change. */
static gboolean
fold (PamongWrite *write, const PamongChange *change, const PamongResult *result, PamongRecord *base, GError **error)
{
  if (is_held (result))
    return TRUE;
  pamong_change_apply (change, base);
  base->version = result->outcome == PAMONG_OUTCOME_APPLIED ? base->version + 1 : MAX (base->version, result->version);
  for (guint i = 0; result->conflicts != NULL && i < result->conflicts->len; i++)
    if (!take_current (write, g_ptr_array_index (result->conflicts, i), base, error))
      return FALSE;
  return TRUE;
}

/* The server's state as this computer knew it before the answer: kept beside the row, or nothing for a record never sent. */
static PamongRecord *
load_base (PamongDb *db, const Answered *answered, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (PamongRecord) row = pamong_record_load (db, answered->kind, answered->uid, NULL, &failed);
  PamongRecord *base = NULL;

  if (row != NULL)
    base = pamong_base_get (db, answered->kind, answered->uid, row->area, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  if (row == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("The record is not there any more."));
      return NULL;
    }
  if (base == NULL)
    {
      base = pamong_record_new (answered->kind, row->area);
      g_free (base->uid);
      base->uid = g_strdup (row->uid);
    }
  return base;
}

static gboolean
settle (PamongWrite *write, const Answered *answered, GError **error)
{
  g_autoptr (PamongRecord) base = NULL;
  gboolean taken = FALSE;

  for (guint i = 0; i < answered->results->len; i++)
    taken |= !is_held (g_ptr_array_index (answered->results, i));
  if (!taken)
    return TRUE;
  if ((base = load_base (write->db, answered, error)) == NULL || !pamong_write_source (write, "", "", 0, error))
    return FALSE;
  for (guint i = 0; i < answered->changes->len; i++)
    if (!fold (write, g_ptr_array_index (answered->changes, i), g_ptr_array_index (answered->results, i), base, error))
      return FALSE;
  return pamong_write_settle (write, base, error);
}

static gboolean
store_conflicts (PamongWrite *write, const PamongResult *result, GError **error)
{
  for (guint i = 0; result->conflicts != NULL && i < result->conflicts->len; i++)
    if (!pamong_write_put_newer (write, g_ptr_array_index (result->conflicts, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
store_answer (PamongWrite *write, const PamongPushAnswer *answer, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) answered_free);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < answer->results->len; i++)
    {
      PamongResult *result = g_ptr_array_index (answer->results, i);
      gboolean found = FALSE;

      if (!collect (write->db, result, records, index, &found, error))
        return FALSE;
      if (found && (!store_state (write->db, result, error) || !store_conflicts (write, result, error)))
        return FALSE;
    }
  for (guint i = 0; i < records->len; i++)
    if (!settle (write, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

gboolean
pamong_outbox_answer (PamongWrite *write, const PamongPushAnswer *answer, GError **error)
{
  return pamong_write_note (write, store_answer (write, answer, error));
}
