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
  gboolean in_cell, in_value, in_sound, formula;
  GString *value;
} Place;

static CellType
type_of (const char *word)
{
  static const struct {
    const char *word;
    CellType type;
  } types[] = { { "s", OF_SHARED }, { "str", OF_TEXT }, { "inlineStr", OF_TEXT }, { "b", OF_TRUTH }, { "e", OF_ERROR }, { "d", OF_DATE } };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (word, types[i].word) == 0)
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

/* All attributes in one walk: a sheet has millions of cells. */
static void
begin_cell (Place *place, xmlTextReaderPtr xml)
{
  place->column = place->next;
  place->type = OF_NUMBER;
  place->style = 0;
  place->in_cell = TRUE;
  place->formula = place->in_value = place->in_sound = FALSE;
  g_string_truncate (place->value, 0);
  while (xmlTextReaderMoveToNextAttribute (xml) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (xml), *value = (const char *) xmlTextReaderConstValue (xml);

      if (strcmp (name, "r") == 0)
        place->column = column_of (value, place->next);
      else if (strcmp (name, "s") == 0)
        place->style = (guint) MAX (atoi (value), 0);
      else if (strcmp (name, "t") == 0)
        place->type = type_of (value);
    }
  xmlTextReaderMoveToElement (xml);
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
begin_row (Place *place, xmlTextReaderPtr xml)
{
  const char *text = pamong_xml_attribute (xml, "r");
  gint64 number = text != NULL ? g_ascii_strtoll (text, NULL, 10) : (gint64) place->row.number + 1;

  place->next = 0;
  pamong_row_begin (&place->row, (guint) CLAMP (number, 1, PAMONG_SHEET_ROWS));
  return number >= 1 && number <= PAMONG_SHEET_ROWS;
}

static void
begin_element (Place *place, xmlTextReaderPtr xml, const char *name, gboolean *too_long)
{
  if (strcmp (name, "c") == 0)
    begin_cell (place, xml);
  else if (strcmp (name, "row") == 0)
    *too_long = !begin_row (place, xml);
  else if (!place->in_cell)
    return;
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    place->in_value = TRUE;
  else if (strcmp (name, "f") == 0)
    place->formula = TRUE;
  else if (strcmp (name, "rPh") == 0)
    place->in_sound = TRUE;
}

/* Returns: FALSE to stop. */
static gboolean
end_element (Place *place, const char *name)
{
  if (place->in_cell && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0))
    place->in_value = FALSE;
  else if (place->in_cell && strcmp (name, "c") == 0)
    end_cell (place);
  else if (strcmp (name, "row") == 0)
    return pamong_row_tell (&place->row, place->func, place->data);
  else if (place->in_cell && strcmp (name, "rPh") == 0)
    place->in_sound = FALSE;
  return strcmp (name, "sheetData") != 0;
}

/* One node. The reader is asked for its type and name once: a sheet has millions. Returns: FALSE to stop; *too_long: the sheet has more rows than a sheet can. */
static gboolean
walk (Place *place, xmlTextReaderPtr xml, gboolean *too_long)
{
  int type = xmlTextReaderNodeType (xml);

  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
    {
      if (place->in_cell && place->in_value && !place->in_sound)
        g_string_append (place->value, (const char *) xmlTextReaderConstValue (xml));
      return TRUE;
    }
  if (type != XML_READER_TYPE_ELEMENT && type != XML_READER_TYPE_END_ELEMENT)
    return TRUE;
  if (type == XML_READER_TYPE_ELEMENT)
    begin_element (place, xml, (const char *) xmlTextReaderConstLocalName (xml), too_long);
  if (*too_long || (type == XML_READER_TYPE_ELEMENT && !xmlTextReaderIsEmptyElement (xml)))
    return !*too_long;
  return end_element (place, (const char *) xmlTextReaderConstLocalName (xml));
}

gboolean
pamong_xlsx_read_sheet (PamongBook *book, PamongSheet *sheet, guint index G_GNUC_UNUSED, PamongSheetRowFunc func, gpointer data, GError **error)
{
  g_autoptr (PamongZipPart) part = pamong_zip_part_open (book, sheet->part, error);
  Place place = { .xlsx = (PamongXlsx *) book, .func = func, .data = data };
  gboolean too_long = FALSE;
  int status;

  if (part == NULL)
    return FALSE;
  pamong_row_init (&place.row);
  place.value = g_string_new (NULL);
  while ((status = pamong_zip_part_next (part, error)) == 1 && walk (&place, pamong_zip_part_xml (part), &too_long))
    ;
  pamong_row_clear (&place.row);
  g_string_free (place.value, TRUE);
  if (too_long)
    pamong_book_say (book, pamong_words_too_big, error);
  return status >= 0 && !too_long;
}
