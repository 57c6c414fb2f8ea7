/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export_rows.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/nik.h"
#include "exchange/table_writer.h"
#include <glib/gi18n-lib.h>
#include <string.h>

struct _PamongExportRows {
  const PamongExportOrder *order;
  PamongTableWriter *writer;
  PamongLayout *layout;      /* (nullable): NULL = the columns */
  GPtrArray *columns;        /* (nullable): PamongExportColumn */
  PamongExportReport *report; /* (nullable): of a layout */
  GHashTable *numbers;       /* those given to people so far */
  char *now;
  guint n, at; /* rows of people; row of the sheet */
};

/* FNV-1a of the uid: the same person has the same number in every file. Two of one number are rarer than villages; the later one gets the next free. */
static guint32
number_of (PamongExportRows *rows, const char *uid)
{
  guint32 hash = 2166136261u;

  for (const char *c = uid; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * 16777619u;
  hash = (hash ^ (hash >> 31)) & G_MAXINT32; /* OpenDK keeps a signed one */
  while (hash == 0 || g_hash_table_contains (rows->numbers, GUINT_TO_POINTER (hash)))
    hash = (hash + 1) & G_MAXINT32;
  g_hash_table_add (rows->numbers, GUINT_TO_POINTER (hash));
  return hash;
}

static gboolean
is_number (const PamongField *field)
{
  return field != NULL && field->type == PAMONG_TYPE_NIK;
}

/* Returns: (transfer full): @text as it may leave. A number may stand in an address too. */
static char *
masked (PamongExportRows *rows, const PamongField *field, const char *text)
{
  if (rows->order->full || text == NULL)
    return NULL;
  if (is_number (field))
    return pamong_nik_mask (text);
  return strlen (text) >= 16 && strpbrk (text, "0123456789") != NULL ? pamong_nik_mask_words (text) : NULL;
}

static void
put_text (PamongExportRows *rows, guint at, const PamongField *field, const char *text)
{
  g_autofree char *mask = masked (rows, field, text);

  pamong_table_writer_text (rows->writer, at, mask != NULL ? mask : text);
}

static gboolean
next (PamongExportRows *rows, GError **error)
{
  rows->at++;
  return pamong_table_writer_next (rows->writer, error);
}

static const char *
heading (PamongExportRows *rows, guint i)
{
  const PamongExportColumn *column = rows->layout == NULL ? rows->columns->pdata[i] : NULL;

  if (column == NULL)
    return pamong_layout_heading (rows->layout, i);
  if (!rows->order->keys)
    return _(column->label);
  /* "status" and "area" alone are other things in most sheets: reading knows these names. */
  return column->source == PAMONG_EXPORT_STATUS ? "status_dasar" : column->source == PAMONG_EXPORT_AREA ? "desa_id" : column->key;
}

/* The words over the headings are for people: programs of others read their headings in the first row. */
static gboolean
put_headings (PamongExportRows *rows, GError **error)
{
  guint n = rows->layout != NULL ? pamong_layout_n_columns (rows->layout) : rows->columns->len;

  if (rows->layout == NULL && rows->order->note != NULL)
    {
      pamong_table_writer_text (rows->writer, 0, rows->order->note);
      if (!next (rows, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    pamong_table_writer_text (rows->writer, i, heading (rows, i));
  if (!next (rows, error))
    return FALSE;
  pamong_table_writer_keep_head (rows->writer);
  return TRUE;
}

static gboolean
begin_report (PamongExportRows *rows, GError **error)
{
  rows->report = pamong_export_report_new (rows->order->path, rows->layout, error);
  if (rows->report == NULL || (rows->order->note != NULL && !pamong_export_report_say (rows->report, rows->order->note, error)))
    return FALSE;
  return rows->order->full || pamong_export_report_say (rows->report, _("NIK and No. KK are masked: the other program cannot take this file in."), error);
}

static gboolean
open_layout (PamongExportRows *rows, GError **error)
{
  if (g_str_equal (rows->order->layout, "plain"))
    {
      rows->columns = pamong_export_columns_read (rows->order->what, rows->order->columns, error);
      return rows->columns != NULL;
    }
  rows->layout = pamong_layout_load (rows->order->layout, error);
  return rows->layout != NULL && begin_report (rows, error);
}

PamongExportRows *
pamong_export_rows_new (const PamongExportOrder *order, GError **error)
{
  g_autoptr (PamongExportRows) rows = g_new0 (PamongExportRows, 1);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (pamong_clock_now ());
  PamongTableForm form = { .separator = order->separator, .note = order->note };

  rows->order = order;
  rows->numbers = g_hash_table_new (NULL, NULL);
  rows->now = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");
  if (!open_layout (rows, error))
    return NULL;
  form.sheet = rows->layout != NULL ? pamong_layout_sheet (rows->layout) : order->what == PAMONG_EXPORT_RESIDENTS ? _("Residents") : _("Families");
  rows->writer = pamong_table_writer_new (order->path, &form, error);
  return rows->writer != NULL && put_headings (rows, error) ? g_steal_pointer (&rows) : NULL;
}

void
pamong_export_rows_free (PamongExportRows *rows)
{
  g_clear_pointer (&rows->writer, pamong_table_writer_free);
  g_clear_pointer (&rows->report, pamong_export_report_free);
  g_clear_pointer (&rows->layout, pamong_layout_free);
  g_clear_pointer (&rows->columns, g_ptr_array_unref);
  g_hash_table_unref (rows->numbers);
  g_free (rows->now);
  g_free (rows);
}

static gboolean
put_layout_cell (PamongExportRows *rows, guint i, const PamongLayoutRow *row, PamongCell *cell, GError **error)
{
  gboolean same = pamong_layout_write_cell (rows->layout, i, row, rows->order->words, cell);

  if (cell->type == PAMONG_CELL_NUMBER)
    pamong_table_writer_number (rows->writer, i, cell->number);
  else if (cell->type == PAMONG_CELL_TEXT)
    put_text (rows, i, pamong_layout_field (rows->layout, i), cell->text);
  return same || pamong_layout_field (rows->layout, i) == NULL || pamong_export_report_code (rows->report, rows->at + 1, i, row, cell, error);
}

static gboolean
put_layout_row (PamongExportRows *rows, const PamongLayoutRow *row, GError **error)
{
  PamongCell cell = { PAMONG_CELL_EMPTY };
  gboolean put = TRUE;

  for (guint i = 0; put && i < pamong_layout_n_columns (rows->layout); i++)
    put = put_layout_cell (rows, i, row, &cell, error);
  pamong_cell_clear (&cell);
  return put && pamong_export_report_row (rows->report, rows->at + 1, row, error);
}

static void
put_field (PamongExportRows *rows, guint at, const PamongField *field, const PamongRecord *record)
{
  g_autofree char *words = NULL;

  if (record == NULL || !pamong_record_is_set (record, field->index))
    return;
  if (field->type == PAMONG_TYPE_REAL)
    pamong_table_writer_number (rows->writer, at, pamong_record_real (record, field->index));
  else if (rows->order->words)
    put_text (rows, at, field, words = pamong_record_format (record, field->index));
  else if (record->values[field->index].type == PAMONG_VALUE_INT)
    pamong_table_writer_number (rows->writer, at, (double) pamong_record_int (record, field->index));
  else
    put_text (rows, at, field, pamong_record_text (record, field->index));
}

static void
put_status (PamongExportRows *rows, guint at, PamongStatus status)
{
  if (rows->order->words)
    pamong_table_writer_text (rows->writer, at, pamong_codes_display ("status_dasar", (int) status));
  else
    pamong_table_writer_number (rows->writer, at, status);
}

static void
put_resident_cell (PamongExportRows *rows, guint at, const PamongRecord *resident, const PamongRecord *family, PamongStatus status)
{
  const PamongExportColumn *column = rows->columns->pdata[at];

  switch (column->source)
    {
    case PAMONG_EXPORT_FIELD:
      put_field (rows, at, column->field, column->field->kind == PAMONG_KIND_FAMILY ? family : resident);
      break;
    case PAMONG_EXPORT_UID:
      pamong_table_writer_text (rows->writer, at, resident->uid);
      break;
    case PAMONG_EXPORT_AREA:
      pamong_table_writer_text (rows->writer, at, resident->area);
      break;
    case PAMONG_EXPORT_STATUS:
      put_status (rows, at, status);
      break;
    default:
      break;
    }
}

gboolean
pamong_export_rows_resident (PamongExportRows *rows, const PamongRecord *resident, const PamongRecord *family, PamongStatus status, GError **error)
{
  PamongLayoutRow row = { .resident = resident, .family = family, .status = status, .now = rows->now };

  rows->n++;
  if (rows->layout != NULL)
    {
      row.number = g_str_equal (rows->order->layout, "opendk") ? number_of (rows, resident->uid) : 0;
      if (!put_layout_row (rows, &row, error))
        return FALSE;
    }
  for (guint i = 0; rows->layout == NULL && i < rows->columns->len; i++)
    put_resident_cell (rows, i, resident, family, status);
  return next (rows, error);
}

static void
put_family_cell (PamongExportRows *rows, guint at, const PamongRecord *family, GPtrArray *members)
{
  const PamongExportColumn *column = rows->columns->pdata[at];
  const PamongRecord *head = members->pdata[0]; /* stands first where there is one */

  switch (column->source)
    {
    case PAMONG_EXPORT_FIELD:
      put_field (rows, at, column->field, family);
      break;
    case PAMONG_EXPORT_UID:
      pamong_table_writer_text (rows->writer, at, family->uid);
      break;
    case PAMONG_EXPORT_AREA:
      pamong_table_writer_text (rows->writer, at, family->area);
      break;
    case PAMONG_EXPORT_MEMBERS:
      pamong_table_writer_number (rows->writer, at, members->len);
      break;
    case PAMONG_EXPORT_HEAD_NAME:
    case PAMONG_EXPORT_HEAD_NIK:
      if (pamong_record_int (head, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD)
        put_field (rows, at, pamong_field_get (PAMONG_KIND_RESIDENT, column->source == PAMONG_EXPORT_HEAD_NIK ? PAMONG_RESIDENT_NIK : PAMONG_RESIDENT_NAME), head);
      break;
    default:
      break;
    }
}

gboolean
pamong_export_rows_family (PamongExportRows *rows, const PamongRecord *family, GPtrArray *members, GError **error)
{
  rows->n++;
  for (guint i = 0; i < rows->columns->len; i++)
    put_family_cell (rows, i, family, members);
  return next (rows, error);
}

guint
pamong_export_rows_n (PamongExportRows *rows)
{
  return rows->n;
}

PamongExported *
pamong_export_rows_finish (PamongExportRows *rows, GError **error)
{
  g_autoptr (PamongExported) exported = g_new0 (PamongExported, 1);

  exported->rows = rows->n;
  exported->losses = rows->report != NULL ? pamong_export_report_losses (rows->report) : g_ptr_array_new ();
  exported->report = rows->report != NULL ? g_strdup (pamong_export_report_path (rows->report)) : NULL;
  /* A report without its file would tell of nothing. */
  if (!pamong_table_writer_finish (rows->writer, error) || (rows->report != NULL && !pamong_export_report_finish (rows->report, error)))
    return NULL;
  return g_steal_pointer (&exported);
}
