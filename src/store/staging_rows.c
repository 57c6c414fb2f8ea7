/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of an import, packed: a field that is empty takes no room, and nothing is parsed to read one back. */
#include "store/staging.h"

#include <string.h>

#include "store/store_private.h"

/* Which part a byte of a packed row begins: a field of the person is its number, of the card the same with CARD. */
enum { CARD = 64, UID = 120, AREA, STATUS_DATE, STATUS, UNREAD };

void
pamong_staged_row_free (PamongStagedRow *row)
{
  if (row == NULL)
    return;
  g_free (row->sheet);
  g_free (row->uid);
  g_free (row->area);
  g_free (row->status_date);
  g_free (row->resident_uid);
  pamong_record_free (row->person);
  pamong_record_free (row->card);
  g_free (row);
}

static void
put_part (GByteArray *out, guint8 part, const void *data, gsize size)
{
  guint8 head[3] = { part, (guint8) (size & 0xff), (guint8) (size >> 8) };

  g_byte_array_append (out, head, sizeof head);
  g_byte_array_append (out, data, (guint) size);
}

static void
put_text (GByteArray *out, guint8 part, const char *text)
{
  if (text != NULL)
    put_part (out, part, text, MIN (strlen (text), G_MAXUINT16));
}

static void
put_record (GByteArray *out, guint8 base, const PamongRecord *record)
{
  for (guint i = 0; record != NULL && i < record->n_values; i++)
    {
      const PamongValue *value = &record->values[i];

      if (value->type == PAMONG_VALUE_TEXT)
        put_text (out, (guint8) (base + i), value->s);
      else if (value->type == PAMONG_VALUE_INT)
        put_part (out, (guint8) (base + i), &value->i, sizeof value->i);
      else if (value->type == PAMONG_VALUE_REAL)
        put_part (out, (guint8) (base + i), &value->d, sizeof value->d);
    }
}

static void
pack (GByteArray *out, const PamongStagedRow *row)
{
  guint8 status = (guint8) row->status, unread = row->unread ? 1 : 0;

  put_record (out, 0, row->person);
  put_record (out, CARD, row->card);
  put_text (out, UID, row->uid);
  put_text (out, AREA, row->area);
  put_text (out, STATUS_DATE, row->status_date);
  if (status != 0)
    put_part (out, STATUS, &status, 1);
  if (unread)
    put_part (out, UNREAD, &unread, 1);
}

static void
take_field (PamongRecord *record, int index, const guint8 *data, gsize size)
{
  PamongValue *value = &record->values[index];

  switch (pamong_field_get (record->kind, index)->type)
    {
    case PAMONG_TYPE_CODE:
    case PAMONG_TYPE_INT:
    case PAMONG_TYPE_BOOL:
      value->type = PAMONG_VALUE_INT;
      memcpy (&value->i, data, MIN (size, sizeof value->i));
      break;
    case PAMONG_TYPE_REAL:
      value->type = PAMONG_VALUE_REAL;
      memcpy (&value->d, data, MIN (size, sizeof value->d));
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
      value->s = g_strndup ((const char *) data, size);
    }
}

static void
take_part (PamongStagedRow *row, guint8 part, const guint8 *data, gsize size)
{
  if (part == UID)
    row->uid = g_strndup ((const char *) data, size);
  else if (part == AREA)
    row->area = g_strndup ((const char *) data, size);
  else if (part == STATUS_DATE)
    row->status_date = g_strndup ((const char *) data, size);
  else if (part == STATUS && size > 0)
    row->status = (PamongStatus) *data;
  else if (part == UNREAD)
    row->unread = TRUE;
  else if (part >= CARD && part - CARD < PAMONG_FAMILY_N_FIELDS)
    take_field (row->card, part - CARD, data, size);
  else if (part < PAMONG_RESIDENT_N_FIELDS)
    take_field (row->person, part, data, size);
}

static void
unpack (PamongStagedRow *row, const guint8 *data, gsize size)
{
  row->person = pamong_record_new_known (PAMONG_KIND_RESIDENT, NULL, NULL);
  row->card = pamong_record_new_known (PAMONG_KIND_FAMILY, NULL, NULL);
  row->print = 14695981039346656037u;
  for (gsize i = 0; i < size; i++)
    row->print = (row->print ^ data[i]) * 1099511628211u;
  while (size >= 3)
    {
      gsize length = (gsize) data[1] | ((gsize) data[2] << 8);

      if (length > size - 3)
        return;
      take_part (row, data[0], data + 3, length);
      data += 3 + length;
      size -= 3 + length;
    }
}

gboolean
pamong_staging_add (PamongWrite *write, gint64 id, const PamongStagedRow *row, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "INSERT INTO import_row (import, grp, n, sheet, row, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  g_autoptr (GByteArray) data = g_byte_array_sized_new (512);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pack (data, row);
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, row->grp);
  pamong_stmt_bind_int (stmt, 3, row->n);
  pamong_stmt_lend_text (stmt, 4, row->sheet);
  pamong_stmt_bind_int (stmt, 5, row->row);
  pamong_stmt_bind_blob (stmt, 6, data->data, data->len);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

gboolean
pamong_staging_mark (PamongWrite *write, gint64 id, const PamongStagedRow *row, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "UPDATE import_row SET outcome = ?4, resident = ?5 WHERE import = ?1 AND grp = ?2 AND n = ?3", error);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, row->grp);
  pamong_stmt_bind_int (stmt, 3, row->n);
  pamong_stmt_bind_int (stmt, 4, row->outcome);
  pamong_stmt_bind_text (stmt, 5, row->resident_uid);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

#define ROW_COLUMNS "grp, n, sheet, row, outcome, resident, data"

static PamongStagedRow *
read_row (PamongStmt *stmt)
{
  PamongStagedRow *row = g_new0 (PamongStagedRow, 1);
  gsize size;
  const guint8 *data = pamong_stmt_blob (stmt, 6, &size);

  row->grp = (guint) pamong_stmt_int (stmt, 0);
  row->n = (guint) pamong_stmt_int (stmt, 1);
  row->sheet = g_strdup (pamong_stmt_text (stmt, 2));
  row->row = (guint) pamong_stmt_int (stmt, 3);
  row->outcome = (PamongImportOutcome) pamong_stmt_int (stmt, 4);
  row->resident_uid = g_strdup (pamong_stmt_text (stmt, 5));
  unpack (row, data, size);
  return row;
}

gboolean
pamong_staging_walk (PamongStore *store, gint64 id, PamongStagedFunc func, gpointer data, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT " ROW_COLUMNS " FROM import_row WHERE import = ?1 ORDER BY grp, n", error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_int (stmt, 1, id);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    if (!func (read_row (stmt), data, error))
      return FALSE;
  return step == PAMONG_STEP_DONE;
}

GPtrArray *
pamong_staging_page (PamongStore *store, gint64 id, PamongImportOutcome outcome, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_staged_row_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT " ROW_COLUMNS " FROM import_row WHERE import = ?1 AND (?2 = 0 OR outcome = ?2) ORDER BY n LIMIT ?4 OFFSET ?3", error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, outcome);
  pamong_stmt_bind_int (stmt, 3, offset);
  pamong_stmt_bind_int (stmt, 4, limit);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (rows, read_row (stmt));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

PamongStagedRow *
pamong_staging_row (PamongStore *store, gint64 id, guint n, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT " ROW_COLUMNS " FROM import_row WHERE import = ?1 AND n = ?2", error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_int (stmt, 1, id);
  pamong_stmt_bind_int (stmt, 2, n);
  return pamong_stmt_step (stmt, error) == PAMONG_STEP_ROW ? read_row (stmt) : NULL;
}
