/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet_private.h"

#include <math.h>
#include <string.h>

/* 30-12-1899 as GDate counts. Excel believes in a 29th of February 1900, so that this is day 0 for every date after it. */
#define DAY_ZERO 693594
#define FALSE_LEAP_DAY 60
#define DAYS_1904 1462
#define LAST_DAY 2958465

void
pamong_row_init (PamongRow *row)
{
  row->cells = g_array_new (FALSE, TRUE, sizeof (PamongSheetCell));
  row->texts = g_string_chunk_new (4096);
  row->number = row->used = 0;
}

void
pamong_row_clear (PamongRow *row)
{
  g_array_unref (row->cells);
  g_string_chunk_free (row->texts);
}

void
pamong_row_begin (PamongRow *row, guint number)
{
  g_array_set_size (row->cells, 0);
  g_string_chunk_clear (row->texts);
  row->number = number;
  row->used = 0;
}

static PamongSheetCell *
cell_at (PamongRow *row, guint column)
{
  static const PamongSheetCell nothing = { .text = "" };

  while (row->cells->len <= column)
    g_array_append_val (row->cells, nothing);
  return &g_array_index (row->cells, PamongSheetCell, column);
}

static const char *
keep (PamongRow *row, const char *text, gsize length)
{
  g_autofree char *valid = NULL;

  if (length == 0)
    return "";
  if (g_utf8_validate (text, (gssize) length, NULL))
    return g_string_chunk_insert_len (row->texts, text, (gssize) length);
  valid = g_utf8_make_valid (text, (gssize) length);
  return g_string_chunk_insert (row->texts, valid);
}

void
pamong_row_put (PamongRow *row, guint column, PamongSheetCellKind kind, gboolean formula, const char *text, gssize length, double number)
{
  PamongSheetCell *cell;

  if (column >= PAMONG_SHEET_COLUMNS)
    return;
  cell = cell_at (row, column);
  if (text != NULL && length < 0)
    length = (gssize) strlen (text);
  cell->text = text == NULL ? "" : keep (row, text, (gsize) length);
  cell->kind = *cell->text == '\0' ? PAMONG_SHEET_CELL_EMPTY : kind;
  cell->formula = formula;
  cell->number = number;
  if (cell->kind != PAMONG_SHEET_CELL_EMPTY || formula)
    row->used = MAX (row->used, column + 1);
}

void
pamong_row_put_days (PamongRow *row, guint column, gboolean formula, const char *text, double days, gboolean from_1904)
{
  double day = floor (days) + (from_1904 ? DAYS_1904 : 0);
  char date[16];
  GDate calendar;

  if (!(day >= 1 && day <= LAST_DAY))
    {
      pamong_row_put (row, column, PAMONG_SHEET_CELL_NUMBER, formula, text, -1, days);
      return;
    }
  if (day < FALSE_LEAP_DAY)
    day++;
  g_date_clear (&calendar, 1);
  g_date_set_julian (&calendar, (guint32) (DAY_ZERO + day));
  g_snprintf (date, sizeof date, "%04d-%02d-%02d", g_date_get_year (&calendar), (int) g_date_get_month (&calendar), g_date_get_day (&calendar));
  pamong_row_put (row, column, PAMONG_SHEET_CELL_DATE, formula, date, -1, days);
}

gboolean
pamong_row_tell (PamongRow *row, PamongSheetRowFunc func, gpointer data)
{
  return row->used == 0 || func (row->number, (const PamongSheetCell *) (gpointer) row->cells->data, row->used, data);
}

char *
pamong_sheet_column (guint index)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));
  return g_string_free (letters, FALSE);
}
