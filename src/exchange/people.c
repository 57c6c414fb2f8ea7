/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people.h"

#include "domain/codes.h"
#include "exchange/cell_value.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define END_MARK "###"
#define LEAST 3

typedef struct {
  const PamongColumns *columns;
  PamongSheetPerson person;
  const char *area;
  PamongSheetPersonFunc func;
  gpointer data;
  guint n;
} Reading;

static void
free_problem (gpointer data)
{
  PamongSheetProblem *problem = data;

  g_free (problem->text);
  g_free (problem->message);
  g_free (problem);
}

static void
add_problem (Reading *reading, guint column, const PamongField *field, const PamongSheetCell *cell, const char *message)
{
  PamongSheetProblem *problem = g_new0 (PamongSheetProblem, 1);

  problem->row = reading->person.row;
  problem->column = column + 1;
  problem->field = field;
  problem->text = g_strdup (cell->text);
  problem->message = g_strdup (message);
  g_ptr_array_add (reading->person.problems, problem);
}

static void
take_status (Reading *reading, guint index, const PamongSheetCell *cell)
{
  g_autofree char *text = pamong_sheet_cell_text (cell);
  int code = pamong_sheet_cell_is_blank (cell) ? 0 : pamong_codes_parse ("status_dasar", text);

  reading->person.status = (PamongStatus) code;
  if (code == 0 && !pamong_sheet_cell_is_blank (cell))
    add_problem (reading, index, NULL, cell, _("The status is not known. Write HIDUP, MATI, PINDAH, HILANG or PERGI."));
}

static void
take_field (Reading *reading, guint index, const PamongColumn *column, const PamongSheetCell *cell)
{
  PamongRecord *record = column->field->kind == PAMONG_KIND_FAMILY ? reading->person.family : reading->person.resident;
  g_autoptr (GError) error = NULL;

  if (!pamong_sheet_cell_take (cell, record, column->field->index, column->codes, &error))
    add_problem (reading, index, column->field, cell, error->message);
}

static void
take_text (const PamongSheetCell *cell, char **text)
{
  g_clear_pointer (text, g_free);
  if (!pamong_sheet_cell_is_blank (cell))
    *text = pamong_sheet_cell_text (cell);
}

static void
take_status_date (Reading *reading, guint index, const PamongSheetCell *cell)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&reading->person.status_date, g_free);
  if (!pamong_sheet_cell_date (cell, &reading->person.status_date, &error))
    add_problem (reading, index, NULL, cell, error->message);
}

static void
take_cell (Reading *reading, guint index, const PamongSheetCell *cell)
{
  const PamongColumn *column = &g_array_index (reading->columns->columns, PamongColumn, index);

  switch (column->role)
    {
    case PAMONG_COLUMN_FIELD:
      take_field (reading, index, column, cell);
      break;
    case PAMONG_COLUMN_STATUS:
      take_status (reading, index, cell);
      break;
    case PAMONG_COLUMN_STATUS_DATE:
      take_status_date (reading, index, cell);
      break;
    case PAMONG_COLUMN_UID:
      take_text (cell, &reading->person.uid);
      break;
    case PAMONG_COLUMN_AREA:
      take_text (cell, &reading->person.area);
      break;
    default:
      break;
    }
}

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

static void
clear_person (PamongSheetPerson *person)
{
  g_clear_pointer (&person->resident, pamong_record_free);
  g_clear_pointer (&person->family, pamong_record_free);
  g_clear_pointer (&person->uid, g_free);
  g_clear_pointer (&person->area, g_free);
  g_clear_pointer (&person->status_date, g_free);
}

static void
begin_person (Reading *reading, guint row)
{
  clear_person (&reading->person);
  reading->person.row = row;
  reading->person.resident = pamong_record_new (PAMONG_KIND_RESIDENT, reading->area);
  reading->person.family = pamong_record_new (PAMONG_KIND_FAMILY, reading->area);
  reading->person.status = (PamongStatus) 0;
  g_ptr_array_set_size (reading->person.problems, 0);
}

static gboolean
read_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Reading *reading = data;
  const PamongColumns *columns = reading->columns;
  gboolean named;
  guint said;

  if (n > 1 && strcmp (cells[1].text, END_MARK) == 0)
    return FALSE;
  if (row <= columns->heading_row)
    return TRUE;
  said = count_said (columns, cells, n, &named);
  if ((!named && said < LEAST) || repeats_headings (columns, cells, n))
    return TRUE;
  begin_person (reading, row);
  for (guint i = 0; i < MIN (n, columns->columns->len); i++)
    take_cell (reading, i, &cells[i]);
  reading->n++;
  return reading->func (&reading->person, reading->data);
}

gboolean
pamong_sheet_people_read (PamongBook *book, const PamongColumns *columns, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error)
{
  Reading reading = { .columns = columns, .area = area, .func = func, .data = data };
  gboolean fine;

  reading.person.sheet = pamong_book_sheet (book, columns->sheet, NULL);
  reading.person.problems = g_ptr_array_new_with_free_func (free_problem);
  fine = pamong_book_read (book, columns->sheet, read_cb, &reading, error);
  clear_person (&reading.person);
  g_ptr_array_unref (reading.person.problems);
  *n = reading.n;
  return fine;
}
