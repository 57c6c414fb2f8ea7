/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xlsx.h"

#include "exchange/zip_part.h"
#include <stdlib.h>
#include <string.h>

typedef enum { OF_NUMBER, OF_SHARED, OF_TEXT, OF_TRUTH, OF_ERROR, OF_DATE } CellType;

/* Where the reading stands. */
typedef struct {
  PamongXlsx *xlsx;
  PamongRow row;
  PamongSheetRowFunc func;
  gpointer data;
  guint column; /* of the cell being read */
  guint next;   /* of one that does not tell */
  CellType type;
  guint style;
  gboolean in_cell, in_value, in_sound, formula, over, too_long; /* over: no more rows; too_long: more of them than a sheet can have */
  GString *value;
} Place;

static CellType
type_of (const PamongXmlAttribute *attribute)
{
  static const struct {
    const char *word;
    CellType type;
  } types[] = { { "s", OF_SHARED }, { "str", OF_TEXT }, { "inlineStr", OF_TEXT }, { "b", OF_TRUTH }, { "e", OF_ERROR }, { "d", OF_DATE } };
  gsize length = (gsize) (attribute->end - attribute->value);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].word) == length && memcmp (attribute->value, types[i].word, length) == 0)
      return types[i].type;
  return OF_NUMBER;
}

/* "AB12" -> 27. */
static guint
column_of (const char *reference, guint otherwise)
{
  guint column = 0;

  for (; g_ascii_isalpha (*reference) && column < PAMONG_SHEET_COLUMNS; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A' + 1);
  return column > 0 ? column - 1 : otherwise;
}

static void
begin_cell (Place *place, const PamongXmlAttribute *attributes, guint n)
{
  place->column = place->next;
  place->type = OF_NUMBER;
  place->style = 0;
  place->in_cell = TRUE;
  place->formula = place->in_value = place->in_sound = FALSE;
  g_string_truncate (place->value, 0);
  for (guint i = 0; i < n; i++)
    if (strcmp (attributes[i].name, "r") == 0)
      place->column = column_of (attributes[i].value, place->next);
    else if (strcmp (attributes[i].name, "s") == 0)
      place->style = (guint) MAX (atoi (attributes[i].value), 0);
    else if (strcmp (attributes[i].name, "t") == 0)
      place->type = type_of (&attributes[i]);
}

static const char *
shared (PamongXlsx *xlsx, const char *index)
{
  gint64 i = g_ascii_strtoll (index, NULL, 10);

  return i >= 0 && i < xlsx->offsets->len ? xlsx->strings->str + g_array_index (xlsx->offsets, guint, i) : "";
}

static void
put_number (Place *place)
{
  char *end;
  double number = g_ascii_strtod (place->value->str, &end);

  if (end == place->value->str || *end != '\0')
    pamong_row_put (&place->row, place->column, PAMONG_SHEET_CELL_TEXT, place->formula, place->value->str, (gssize) place->value->len, 0);
  else if (place->style < place->xlsx->dates->len && g_array_index (place->xlsx->dates, gboolean, place->style))
    pamong_row_put_days (&place->row, place->column, place->formula, place->value->str, number, place->xlsx->from_1904);
  else
    pamong_row_put (&place->row, place->column, PAMONG_SHEET_CELL_NUMBER, place->formula, place->value->str, (gssize) place->value->len, number);
}

static void
end_cell (Place *place)
{
  const char *text = place->value->str;

  switch (place->type)
    {
    case OF_NUMBER:
      put_number (place);
      break;
    case OF_DATE: /* 2026-11-24T00:00:00 */
      pamong_row_put (&place->row, place->column, PAMONG_SHEET_CELL_DATE, place->formula, text, (gssize) MIN (place->value->len, 10), 0);
      break;
    case OF_SHARED:
      pamong_row_put (&place->row, place->column, PAMONG_SHEET_CELL_TEXT, place->formula, *text != '\0' ? shared (place->xlsx, text) : "", -1, 0);
      break;
    case OF_ERROR:
      pamong_row_put (&place->row, place->column, PAMONG_SHEET_CELL_ERROR, place->formula, text, (gssize) place->value->len, 0);
      break;
    case OF_TRUTH:
    case OF_TEXT:
    default:
      pamong_row_put (&place->row, place->column, PAMONG_SHEET_CELL_TEXT, place->formula, text, (gssize) place->value->len, 0);
    }
  place->next = place->column + 1;
  place->in_cell = FALSE;
}

static gboolean
begin_row (Place *place, const PamongXmlAttribute *attributes, guint n)
{
  gint64 number = (gint64) place->row.number + 1;

  for (guint i = 0; i < n; i++)
    if (strcmp (attributes[i].name, "r") == 0)
      number = g_ascii_strtoll (attributes[i].value, NULL, 10);
  place->next = 0;
  pamong_row_begin (&place->row, (guint) CLAMP (number, 1, PAMONG_SHEET_ROWS));
  place->too_long = number < 1 || number > PAMONG_SHEET_ROWS;
  return !place->too_long;
}

static gboolean
begun_cb (const char *name, const PamongXmlAttribute *attributes, guint n, gpointer data)
{
  Place *place = data;

  if (place->over)
    return TRUE;
  if (strcmp (name, "c") == 0)
    begin_cell (place, attributes, n);
  else if (strcmp (name, "row") == 0)
    return begin_row (place, attributes, n);
  else if (!place->in_cell)
    return TRUE;
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    place->in_value = TRUE;
  else if (strcmp (name, "f") == 0)
    place->formula = TRUE;
  else if (strcmp (name, "rPh") == 0)
    place->in_sound = TRUE;
  return TRUE;
}

static gboolean
ended_cb (const char *name, gpointer data)
{
  Place *place = data;

  if (place->in_cell && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0))
    place->in_value = FALSE;
  else if (place->in_cell && strcmp (name, "c") == 0)
    end_cell (place);
  else if (strcmp (name, "row") == 0 && !place->over)
    return pamong_row_tell (&place->row, place->func, place->data);
  else if (place->in_cell && strcmp (name, "rPh") == 0)
    place->in_sound = FALSE;
  else if (strcmp (name, "sheetData") == 0)
    place->over = TRUE; /* what follows is walked through all the same: damage is told wherever it is */
  return TRUE;
}

static void
said_cb (const char *text, gsize length, gpointer data)
{
  Place *place = data;

  if (place->in_cell && place->in_value && !place->in_sound)
    g_string_append_len (place->value, text, (gssize) length);
}

gboolean
pamong_xlsx_read_sheet (PamongBook *book, PamongSheet *sheet, guint index G_GNUC_UNUSED, PamongSheetRowFunc func, gpointer data, GError **error)
{
  static const PamongXmlWalk walk = { begun_cb, ended_cb, said_cb };
  g_autoptr (PamongZipPart) part = pamong_zip_part_open (book, sheet->part, error);
  Place place = { .xlsx = (PamongXlsx *) book, .func = func, .data = data };
  gboolean done;

  if (part == NULL)
    return FALSE;
  pamong_row_init (&place.row);
  place.value = g_string_new (NULL);
  done = pamong_zip_part_walk (part, &walk, &place, error);
  pamong_row_clear (&place.row);
  g_string_free (place.value, TRUE);
  if (place.too_long)
    pamong_book_say (book, pamong_words_too_big, error);
  return done && !place.too_long;
}
