/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people_private.h"

#include "exchange/cell_value.h"
#include <string.h>

#define END_MARK "###"
#define LEAST 3

typedef struct {
  const PamongColumns *columns;
  const char *sheet;
  PamongPersonReading reading;
  PamongSheetPersonFunc func;
  gpointer data;
  guint n;
} Rows;

/* Cells that say something, under headings that are known; @named: the name is among them. */
static guint
count_said (const PamongColumns *columns, const PamongSheetCell *cells, guint n, gboolean *named)
{
  guint said = 0;

  *named = FALSE;
  for (guint i = 0; i < MIN (n, columns->columns->len); i++)
    {
      const PamongField *field = g_array_index (columns->columns, PamongColumn, i).field;

      if (field == NULL || pamong_sheet_cell_is_blank (&cells[i]))
        continue;
      said++;
      *named |= strcmp (field->key, "name") == 0;
    }
  return said;
}

/* The headings once more, as a printed book repeats them on each page. */
static gboolean
repeats_headings (const PamongColumns *columns, const PamongSheetCell *cells, guint n)
{
  guint same = 0;

  for (guint i = 0; i < MIN (n, columns->columns->len); i++)
    {
      const PamongColumn *column = &g_array_index (columns->columns, PamongColumn, i);
      PamongColumn found;

      same += column->field != NULL && pamong_columns_match (cells[i].text, &found) && found.field == column->field;
    }
  return same >= LEAST;
}

static gboolean
read_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Rows *rows = data;
  const PamongColumns *columns = rows->columns;
  gboolean named;
  guint said;

  if (n > 1 && strcmp (cells[1].text, END_MARK) == 0)
    return FALSE;
  if (row <= columns->heading_row)
    return TRUE;
  said = count_said (columns, cells, n, &named);
  if ((!named && said < LEAST) || repeats_headings (columns, cells, n))
    return TRUE;
  pamong_person_begin (&rows->reading, rows->sheet, row);
  for (guint i = 0; i < MIN (n, columns->columns->len); i++)
    pamong_person_take (&rows->reading, &g_array_index (columns->columns, PamongColumn, i), row, i, &cells[i]);
  rows->n++;
  return rows->func (&rows->reading.person, rows->data);
}

gboolean
pamong_sheet_people_read (PamongBook *book, const PamongColumns *columns, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error)
{
  Rows rows = { .columns = columns, .sheet = pamong_book_sheet (book, columns->sheet, NULL), .func = func, .data = data };
  gboolean fine;

  pamong_person_init (&rows.reading, area);
  fine = pamong_book_read (book, columns->sheet, read_cb, &rows, error);
  pamong_person_clear (&rows.reading);
  *n = rows.n;
  return fine;
}
