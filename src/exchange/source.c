/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source.h"

#include "domain/codes.h"
#include "exchange/cell_value.h"
#include "exchange/guess.h"
#include "exchange/recognise.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The last code of the list SIAK wrote before 2019, where it means LAINNYA; in ours that is 99. */
#define OLD_LAST 89
#define OTHER 99

struct _PamongSource {
  PamongBook *book;
  PamongRecognised what;
  guint found; /* the sheet it was recognised by */
  gboolean only; /* a person said that only the sheet of the columns is meant */
};

PamongSource *
pamong_source_open (const char *path, const char *layout, GError **error)
{
  g_autoptr (PamongSource) source = g_new0 (PamongSource, 1);

  source->book = pamong_book_open (path, error);
  if (source->book == NULL || !pamong_recognise (source->book, layout, &source->what, error))
    return NULL;
  source->found = source->what.columns != NULL ? source->what.columns->sheet : 0;
  return g_steal_pointer (&source);
}

void
pamong_source_free (PamongSource *source)
{
  pamong_recognised_clear (&source->what);
  g_clear_pointer (&source->book, pamong_book_free);
  g_free (source);
}

const char *
pamong_source_layout (PamongSource *source)
{
  return source->what.layout;
}

const char *
pamong_source_title (PamongSource *source)
{
  return source->what.title;
}

PamongBook *
pamong_source_book (PamongSource *source)
{
  return source->book;
}

PamongColumns *
pamong_source_columns (PamongSource *source)
{
  return source->what.columns;
}

void
pamong_source_set_columns (PamongSource *source, PamongColumns *columns)
{
  g_return_if_fail (source->what.columns != NULL);
  pamong_columns_free (source->what.columns);
  source->what.columns = columns;
}

gboolean
pamong_source_is_own (PamongSource *source)
{
  return strcmp (source->what.layout, "own") == 0;
}

gboolean
pamong_source_point (PamongSource *source, int sheet, int row, GError **error)
{
  g_autoptr (PamongColumns) columns = NULL;

  g_return_val_if_fail (pamong_source_is_own (source) && sheet < (int) pamong_book_n_sheets (source->book), FALSE);
  columns = pamong_columns_in (source->book, sheet >= 0 ? (guint) sheet : source->found, row, error);
  if (columns == NULL || !pamong_columns_guess (source->book, columns, error))
    return FALSE;
  source->only = sheet >= 0;
  pamong_source_set_columns (source, g_steal_pointer (&columns));
  return TRUE;
}

int
pamong_source_pointed (PamongSource *source)
{
  return source->only ? (int) source->what.columns->sheet : -1;
}

static int
find_field (PamongColumns *columns, const PamongField *field)
{
  for (guint i = 0; i < columns->columns->len; i++)
    if (pamong_columns_get (columns, i)->field == field)
      return (int) i;
  return -1;
}

char *
pamong_source_column (PamongSource *source, const PamongField *field)
{
  int at = source->what.blocks != NULL ? pamong_blocks_column (source->what.blocks, field) : find_field (source->what.columns, field);

  return at >= 0 ? pamong_sheet_column ((guint) at) : NULL;
}

/* The caller may stop between sheets too. */
typedef struct {
  PamongSheetPersonFunc func;
  gpointer data;
  guint n;
  gboolean stopped;
} Telling;

static gboolean
told_cb (PamongSheetPerson *person, gpointer data)
{
  Telling *telling = data;

  telling->stopped = !telling->func (person, telling->data);
  return !telling->stopped;
}

static PamongColumn *
find_occupation (PamongColumns *columns)
{
  int at = columns != NULL ? find_field (columns, pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_OCCUPATION)) : -1;

  return at >= 0 ? pamong_columns_get (columns, (guint) at) : NULL;
}

/* The columns of sheet @sheet. Returns: (transfer full) (nullable): NULL when nobody stands there, or with @error. */
static PamongColumns *
columns_of (PamongSource *source, guint sheet, GError **error)
{
  PamongColumns *columns = source->what.columns;
  gboolean hidden;

  if (sheet == columns->sheet)
    return pamong_columns_copy (columns);
  if (source->only)
    return NULL;
  pamong_book_sheet (source->book, sheet, &hidden);
  return hidden || columns->heading_row == 0 ? NULL : pamong_columns_like (source->book, sheet, columns, error);
}

typedef struct {
  guint column, heading_row;
  gboolean met_old_last, met_newer;
} Occupations;

static gboolean
occupation_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Occupations *met = data;
  g_autofree char *text = row > met->heading_row && n > met->column ? pamong_sheet_cell_text (&cells[met->column]) : NULL;
  int code = text != NULL ? atoi (text) : 0;

  met->met_old_last |= code == OLD_LAST;
  met->met_newer |= code > OLD_LAST && code <= OTHER;
  return !met->met_newer;
}

static void
look_for_codes (PamongSource *source, guint sheet, Occupations *met)
{
  g_autoptr (PamongColumns) columns = columns_of (source, sheet, NULL);
  PamongColumn *column = columns != NULL ? find_occupation (columns) : NULL;

  if (column == NULL)
    return;
  met->heading_row = columns->heading_row;
  met->column = (guint) (column - pamong_columns_get (columns, 0));
  pamong_book_read (source->book, sheet, occupation_cb, met, NULL);
}

gboolean
pamong_source_asks_occupation (PamongSource *source)
{
  PamongColumn *column = find_occupation (source->what.columns);
  Occupations met = { 0 };

  if (column == NULL || source->what.knows_occupations)
    return FALSE;
  for (guint i = 0; !met.met_newer && i < pamong_book_n_sheets (source->book); i++)
    look_for_codes (source, i, &met);
  /* A code above 89 is in our list only. */
  return met.met_old_last && !met.met_newer;
}

void
pamong_source_set_occupation (PamongSource *source, gboolean old_list)
{
  PamongColumn *column = find_occupation (source->what.columns);

  if (column == NULL)
    return;
  g_clear_pointer (&column->codes, g_hash_table_unref);
  if (!old_list)
    return;
  column->codes = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (column->codes, GINT_TO_POINTER (OLD_LAST), GINT_TO_POINTER (OTHER));
}

static gboolean
read_sheet (PamongSource *source, guint sheet, const char *area, Telling *telling, guint *n, GError **error)
{
  g_autoptr (PamongColumns) columns = NULL;
  g_autoptr (GError) why = NULL;
  gboolean hidden;

  if (source->what.blocks != NULL)
    {
      pamong_book_sheet (source->book, sheet, &hidden);
      return hidden != source->what.hidden || pamong_sheet_blocks_people (source->book, sheet, source->what.blocks, area, told_cb, telling, n, error);
    }
  columns = columns_of (source, sheet, &why);
  if (columns != NULL)
    return pamong_sheet_people_read (source->book, columns, area, told_cb, telling, n, error);
  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/* One sheet after the other: a page each, a dusun each. */
static gboolean
read_sheets (PamongSource *source, const char *area, Telling *telling, GError **error)
{
  gboolean fine = TRUE;

  for (guint i = 0; fine && !telling->stopped && i < pamong_book_n_sheets (source->book); i++)
    {
      guint n = 0;

      fine = read_sheet (source, i, area, telling, &n, error);
      telling->n += n;
    }
  return fine;
}

static void
say_nobody (PamongSource *source, GError **error)
{
  PamongColumns *columns = source->what.columns;

  if (columns == NULL)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The file is laid out like %s, but no family in it has a member. Check that it was saved whole, and choose it again."),
                 source->what.title);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("There is nobody below the headings in row %u of the sheet “%s”. Check that the people are filled in, and choose the file again."),
                 columns->heading_row, pamong_book_sheet (source->book, columns->sheet, NULL));
}

static gboolean
check_name (PamongSource *source, GError **error)
{
  PamongColumns *columns = source->what.columns;

  if (columns == NULL || find_field (columns, pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME)) >= 0)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("No column is read as the full name. Choose the column with the names first."));
  return FALSE;
}

gboolean
pamong_source_people (PamongSource *source, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error)
{
  Telling telling = { func, data, 0, FALSE };
  gboolean fine = check_name (source, error) && read_sheets (source, area, &telling, error);

  *n = telling.n;
  if (fine && telling.n == 0)
    say_nobody (source, error);
  return fine && telling.n > 0;
}
