/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/desil.h"

#include "domain/data.h"
#include "exchange/cell_value.h"
#include "exchange/columns.h"
#include <string.h>

/* Where headings are looked for. */
#define ROWS 30

/* Columns of the sheet that is read, from 0; -1 = none. */
typedef struct {
  GHashTable *headings; /* key of a heading -> PamongField */
  const char *sheet;
  int desil, date, source, kk_number, nik;
  guint heading_row;
  GPtrArray *rows;
} Reading;

static GHashTable *
read_headings (void)
{
  g_autofree char *text = pamong_data_text ("sheets/desil.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  GHashTable *headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      PamongColumn column;

      if (pamong_column_resolve (row[0], &column))
        g_hash_table_insert (headings, pamong_heading_key (row[1]), (gpointer) column.field);
    }
  return headings;
}

static const PamongField *
field_of (const Reading *reading, const char *heading)
{
  g_autofree char *key = pamong_heading_key (heading);
  const PamongField *field = g_hash_table_lookup (reading->headings, key);
  PamongColumn column;

  return field != NULL ? field : pamong_columns_match (heading, &column) ? column.field : NULL;
}

static void
note (int *place, guint i)
{
  if (*place < 0)
    *place = (int) i;
}

static gboolean
find_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Reading *reading = data;

  reading->desil = reading->date = reading->source = reading->kk_number = reading->nik = -1;
  reading->heading_row = row;
  for (guint i = 0; i < n; i++)
    {
      const PamongField *field = field_of (reading, cells[i].text);

      if (field == NULL)
        continue;
      if (field->kind == PAMONG_KIND_RESIDENT && field->index == PAMONG_RESIDENT_NIK)
        note (&reading->nik, i);
      if (field->kind != PAMONG_KIND_FAMILY)
        continue;
      if (field->index == PAMONG_FAMILY_KK_NUMBER)
        note (&reading->kk_number, i);
      else if (field->index == PAMONG_FAMILY_DESIL)
        note (&reading->desil, i);
      else if (field->index == PAMONG_FAMILY_DESIL_DATE)
        note (&reading->date, i);
      else if (field->index == PAMONG_FAMILY_DESIL_SOURCE)
        note (&reading->source, i);
    }
  return (reading->desil < 0 || (reading->kk_number < 0 && reading->nik < 0)) && row < ROWS;
}

static gboolean
is_found (const Reading *reading)
{
  return reading->desil >= 0 && (reading->kk_number >= 0 || reading->nik >= 0);
}

/* What cannot be read stays out with its words. */
static void
take (PamongDesilRow *row, PamongRecord *record, int field, const PamongSheetCell *cells, guint n, int column)
{
  g_autoptr (GError) error = NULL;

  if (column < 0 || (guint) column >= n || pamong_sheet_cell_take (&cells[column], record, field, NULL, &error))
    return;
  row->fault = PAMONG_DESIL_UNREAD;
  if (row->message == NULL)
    row->message = g_strdup (error->message);
}

static gboolean
row_cb (guint number, const PamongSheetCell *cells, guint n, gpointer data)
{
  Reading *reading = data;
  g_autoptr (PamongRecord) person = NULL;
  PamongDesilRow *row;

  if (number <= reading->heading_row || (guint) reading->desil >= n || pamong_sheet_cell_is_blank (&cells[reading->desil]))
    return TRUE;
  row = g_new0 (PamongDesilRow, 1);
  person = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);
  row->row = number;
  row->sheet = g_strdup (reading->sheet);
  row->family = pamong_record_new (PAMONG_KIND_FAMILY, NULL);
  take (row, row->family, PAMONG_FAMILY_DESIL, cells, n, reading->desil);
  take (row, row->family, PAMONG_FAMILY_DESIL_DATE, cells, n, reading->date);
  take (row, row->family, PAMONG_FAMILY_DESIL_SOURCE, cells, n, reading->source);
  take (row, row->family, PAMONG_FAMILY_KK_NUMBER, cells, n, reading->kk_number);
  take (row, person, PAMONG_RESIDENT_NIK, cells, n, reading->nik);
  row->kk_number = g_strdup (pamong_record_text (row->family, PAMONG_FAMILY_KK_NUMBER));
  row->nik = g_strdup (pamong_record_text (person, PAMONG_RESIDENT_NIK));
  pamong_record_clear (row->family, PAMONG_FAMILY_KK_NUMBER);
  g_ptr_array_add (reading->rows, row);
  return TRUE;
}

GPtrArray *
pamong_desil_read (PamongBook *book, GError **error)
{
  g_autoptr (GHashTable) headings = read_headings ();
  Reading reading = { .headings = headings, .desil = -1 };

  for (guint i = 0; i < pamong_book_n_sheets (book); i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (!pamong_book_read (book, i, find_cb, &reading, error))
        return NULL;
      if (!is_found (&reading))
        continue;
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_desil_row_free);
      reading.rows = rows;
      reading.sheet = pamong_book_sheet (book, i, NULL);
      return pamong_book_read (book, i, row_cb, &reading, error) ? g_steal_pointer (&rows) : NULL;
    }
  return NULL;
}
