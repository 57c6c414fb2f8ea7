/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people_private.h"

#include "domain/codes.h"
#include "domain/names.h"
#include "exchange/cell_value.h"
#include "exchange/place.h"
#include "exchange/village.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* The cell at hand. */
typedef struct {
  PamongPersonReading *reading;
  const PamongColumn *column;
  guint row, index;
  const PamongSheetCell *cell;
} Take;

static void
free_problem (gpointer data)
{
  PamongSheetProblem *problem = data;

  g_free (problem->text);
  g_free (problem->message);
  g_free (problem);
}

void
pamong_person_init (PamongPersonReading *reading, const char *area)
{
  memset (reading, 0, sizeof *reading);
  reading->area = area;
  reading->person.problems = g_ptr_array_new_with_free_func (free_problem);
}

static void
empty (PamongSheetPerson *person)
{
  g_clear_pointer (&person->resident, pamong_record_free);
  g_clear_pointer (&person->family, pamong_record_free);
  g_clear_pointer (&person->uid, g_free);
  g_clear_pointer (&person->area, g_free);
  g_clear_pointer (&person->status_date, g_free);
  g_ptr_array_set_size (person->problems, 0);
}

void
pamong_person_clear (PamongPersonReading *reading)
{
  empty (&reading->person);
  g_clear_pointer (&reading->village, g_free);
  g_clear_pointer (&reading->district, g_free);
  g_clear_pointer (&reading->place, g_free);
  g_clear_pointer (&reading->code, g_free);
  g_clear_pointer (&reading->person.problems, g_ptr_array_unref);
}

void
pamong_person_begin (PamongPersonReading *reading, const char *sheet, guint row)
{
  empty (&reading->person);
  g_clear_pointer (&reading->village, g_free);
  g_clear_pointer (&reading->district, g_free);
  reading->person.sheet = sheet;
  reading->person.row = row;
  reading->person.resident = pamong_record_new_known (PAMONG_KIND_RESIDENT, NULL, reading->area);
  reading->person.family = pamong_record_new_known (PAMONG_KIND_FAMILY, NULL, reading->area);
  reading->person.status = (PamongStatus) 0;
}

static void
add_problem (Take *take, const PamongField *field, const char *message)
{
  PamongSheetProblem *problem = g_new0 (PamongSheetProblem, 1);

  problem->row = take->row;
  problem->column = take->index + 1;
  problem->field = field;
  problem->text = g_strdup (take->cell->text);
  problem->message = g_strdup (message);
  g_ptr_array_add (take->reading->person.problems, problem);
}

static void
take_status (Take *take)
{
  g_autofree char *text = pamong_sheet_cell_text (take->cell);
  int code = pamong_sheet_cell_is_blank (take->cell) ? 0 : pamong_codes_parse ("status_dasar", text);

  take->reading->person.status = (PamongStatus) code;
  if (code == 0 && !pamong_sheet_cell_is_blank (take->cell))
    add_problem (take, NULL, _("The status is not known. Write HIDUP, MATI, PINDAH, HILANG or PERGI."));
}

static void
take_status_date (Take *take)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&take->reading->person.status_date, g_free);
  if (!pamong_sheet_cell_date (take->cell, &take->reading->person.status_date, &error))
    add_problem (take, NULL, error->message);
}

static void
take_text (Take *take, char **text)
{
  g_clear_pointer (text, g_free);
  if (!pamong_sheet_cell_is_blank (take->cell))
    *text = pamong_sheet_cell_text (take->cell);
}

static void
take_as (Take *take, const PamongField *field, const PamongSheetCell *cell)
{
  PamongSheetPerson *person = &take->reading->person;
  g_autoptr (GError) error = NULL;

  if (!pamong_sheet_cell_take (cell, field->kind == PAMONG_KIND_FAMILY ? person->family : person->resident, field->index, take->column->codes, &error))
    add_problem (take, field, error->message);
}

/* "BOJONEGORO, 12-03-1990": the date begins at the first digit. */
static void
take_birth (Take *take)
{
  g_autofree char *text = pamong_sheet_cell_text (take->cell);
  char *digits = strpbrk (text, "0123456789");
  PamongSheetCell place = { PAMONG_SHEET_CELL_TEXT, FALSE, text, 0 }, date = *take->cell;
  g_autofree char *day = g_strdup (digits != NULL ? digits : "");

  if (take->cell->kind == PAMONG_SHEET_CELL_TEXT)
    date = (PamongSheetCell) { PAMONG_SHEET_CELL_TEXT, FALSE, day, 0 };
  if (digits != NULL)
    *digits = '\0';
  for (char *end = text + strlen (text); end > text && strchr (" ,/-.", end[-1]) != NULL;)
    *--end = '\0';
  take_as (take, pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_PLACE), &place);
  take_as (take, pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE), &date);
}

static void
take_place (Take *take)
{
  gboolean only_rt_rw = take->column->role == PAMONG_COLUMN_RT_RW;
  g_autoptr (GError) error = NULL;

  if (take->cell->kind == PAMONG_SHEET_CELL_DATE)
    add_problem (take, NULL, _("Excel took the cell for a date. Make the column Text, and type it again, like 003/001."));
  else if (!(only_rt_rw ? pamong_sheet_rt_rw_take : pamong_sheet_place_take) (take->cell, take->reading->person.family, &error))
    add_problem (take, NULL, error->message);
}

/* "3522282004" -> "35.22.28.2004". */
static void
take_area (Take *take)
{
  g_autofree char *text = NULL, *digits = NULL;
  gsize n = 0;

  take_text (take, &text);
  digits = g_strdup (text != NULL ? text : "");
  for (const char *c = digits; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      digits[n++] = *c;
  digits[n] = '\0';
  g_clear_pointer (&take->reading->person.area, g_free);
  if (n == 10)
    take->reading->person.area = g_strdup_printf ("%.2s.%.2s.%.2s.%s", digits, digits + 2, digits + 4, digits + 6);
  else if (text != NULL)
    add_problem (take, NULL, _("The code of the village has ten digits, like 35.22.28.2004."));
}

void
pamong_person_end (PamongPersonReading *reading)
{
  g_autofree char *place = NULL;

  if (reading->person.area != NULL || reading->village == NULL)
    return;
  place = g_strdup_printf ("%s\t%s", reading->village, reading->district != NULL ? reading->district : "");
  if (g_strcmp0 (place, reading->place) != 0)
    {
      g_free (reading->code);
      reading->code = g_strdup (pamong_village_find (reading->area, reading->district, reading->village));
      g_free (reading->place);
      reading->place = g_steal_pointer (&place);
    }
  reading->person.area = g_strdup (reading->code);
}

static gboolean
means_nothing (const PamongColumn *column, const PamongSheetCell *cell)
{
  g_autofree char *text = column->nothing != NULL ? pamong_sheet_cell_text (cell) : NULL, *upper = text != NULL ? g_utf8_strup (text, -1) : NULL;

  return upper != NULL && g_hash_table_contains (column->nothing, upper);
}

void
pamong_person_take (PamongPersonReading *reading, const PamongColumn *column, guint row, guint index, const PamongSheetCell *cell)
{
  Take take = { reading, column, row, index, cell };

  if (means_nothing (column, cell) || column->role == PAMONG_COLUMN_UNREAD)
    return;
  if (cell->formula && cell->kind == PAMONG_SHEET_CELL_EMPTY)
    {
      add_problem (&take, column->field, _("A formula stands here that was never calculated. Open the file in Excel, save it, and choose it again."));
      return;
    }
  switch (column->role)
    {
    case PAMONG_COLUMN_FIELD:
      take_as (&take, column->field, cell);
      break;
    case PAMONG_COLUMN_STATUS:
      take_status (&take);
      break;
    case PAMONG_COLUMN_STATUS_DATE:
      take_status_date (&take);
      break;
    case PAMONG_COLUMN_UID:
      take_text (&take, &reading->person.uid);
      break;
    case PAMONG_COLUMN_AREA:
      take_area (&take);
      break;
    case PAMONG_COLUMN_VILLAGE:
      take_text (&take, &reading->village);
      break;
    case PAMONG_COLUMN_DISTRICT:
      take_text (&take, &reading->district);
      break;
    case PAMONG_COLUMN_BIRTH:
      take_birth (&take);
      break;
    case PAMONG_COLUMN_RT_RW:
    case PAMONG_COLUMN_PLACE:
      take_place (&take);
      break;
    default:
      break;
    }
}
