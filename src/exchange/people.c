/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/people_private.h"

#include "domain/codes.h"
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
  guint n, name;        /* name: its column */
  PamongRecord *family; /* (nullable): of the head above, where it fills down */
} Rows;

/* Cells that say something, under headings that are known; counted as far as it matters. */
static guint
count_said (const PamongColumns *columns, const PamongSheetCell *cells, guint n)
{
  guint said = 0;

  for (guint i = 0; said <= LEAST && i < MIN (n, columns->columns->len); i++)
    {
      PamongColumnRole role = g_array_index (columns->columns, PamongColumn, i).role;

      said += role != PAMONG_COLUMN_UNREAD && !pamong_sheet_cell_is_blank (&cells[i]);
    }
  return said;
}

static gboolean
begins_foot (const PamongSheetCell *cell)
{
  g_autofree char *text = pamong_sheet_cell_text (cell);

  return pamong_sheet_is_foot (text);
}

/* A total, a note, a signature: few cells, and the first of them or the name begins so. */
static gboolean
is_foot (const Rows *rows, const PamongSheetCell *cells, guint n, guint said)
{
  guint first = 0;

  if (said > LEAST)
    return FALSE;
  while (first + 1 < n && pamong_sheet_cell_is_blank (&cells[first]))
    first++;
  return begins_foot (&cells[first]) || (rows->name < n && begins_foot (&cells[rows->name]));
}

/* "(1) | (2) | (3)" below the headings. Returns: the number, 0 when it is none. */
static guint
count_of (const PamongSheetCell *cell)
{
  g_autofree char *text = pamong_sheet_cell_text (cell);
  const char *digits = text + strspn (text, "( ");
  gsize n = strspn (digits, "0123456789");

  return n > 0 && n <= 3 && strspn (digits + n, "). ") == strlen (digits + n) ? (guint) g_ascii_strtoull (digits, NULL, 10) : 0;
}

static gboolean
counts_columns (const PamongSheetCell *cells, guint n)
{
  guint before = 0, met = 0;

  for (guint i = 0; i < n; i++)
    {
      guint count;

      if (*cells[i].text == '\0')
        continue;
      count = count_of (&cells[i]);
      if (count == 0 || (met > 0 && count != before + 1))
        return FALSE;
      before = count;
      met++;
    }
  return met >= LEAST;
}

static gboolean
is_heading (const PamongColumn *column, const char *text)
{
  g_autofree char *key = pamong_heading_key (text), *own = pamong_heading_key (column->heading);
  PamongColumn found;

  return *key != '\0' && (strcmp (key, own) == 0 || (pamong_columns_match (text, &found) && found.role == column->role && found.field == column->field));
}

/* The headings once more, as a printed book repeats them on each page. The name is asked first: in nearly every row it ends there. */
static gboolean
repeats_headings (const Rows *rows, const PamongSheetCell *cells, guint n)
{
  const PamongColumns *columns = rows->columns;
  guint same = 0;

  if (rows->name >= n || !is_heading (&g_array_index (columns->columns, PamongColumn, rows->name), cells[rows->name].text))
    return FALSE;
  for (guint i = 0; i < MIN (n, columns->columns->len); i++)
    {
      const PamongColumn *column = &g_array_index (columns->columns, PamongColumn, i);

      same += column->role != PAMONG_COLUMN_UNREAD && is_heading (column, cells[i].text);
    }
  return same >= LEAST;
}

static guint
find_name (const PamongColumns *columns)
{
  const PamongField *name = pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME);

  for (guint i = 0; i < columns->columns->len; i++)
    if (g_array_index (columns->columns, PamongColumn, i).field == name)
      return i;
  return G_MAXUINT;
}

/* A member without a number of his own, below a head who has one. Somebody whose place in the family is not told is nobody's member. */
static void
fill_down (Rows *rows)
{
  PamongSheetPerson *person = &rows->reading.person;
  gboolean numbered = pamong_record_is_set (person->family, PAMONG_FAMILY_KK_NUMBER);
  gint64 place = pamong_record_int (person->resident, PAMONG_RESIDENT_SHDK);

  if (numbered || place == PAMONG_SHDK_HEAD || place == 0)
    {
      g_clear_pointer (&rows->family, pamong_record_free);
      rows->family = numbered ? pamong_record_copy (person->family) : NULL;
      return;
    }
  for (int i = 0; rows->family != NULL && i < PAMONG_FAMILY_N_FIELDS; i++)
    if (!pamong_record_is_set (person->family, i))
      pamong_record_set_value (person->family, i, &rows->family->values[i]);
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
  said = count_said (columns, cells, n);
  named = rows->name < n && !pamong_sheet_cell_is_blank (&cells[rows->name]);
  if ((!named && said < LEAST) || is_foot (rows, cells, n, said) || counts_columns (cells, n) || repeats_headings (rows, cells, n))
    return TRUE;
  pamong_person_begin (&rows->reading, rows->sheet, row);
  for (guint i = 0; i < MIN (n, columns->columns->len); i++)
    pamong_person_take (&rows->reading, &g_array_index (columns->columns, PamongColumn, i), row, i, &cells[i]);
  pamong_person_end (&rows->reading);
  if (columns->fills_down)
    fill_down (rows);
  rows->n++;
  return rows->func (&rows->reading.person, rows->data);
}

gboolean
pamong_sheet_people_read (PamongBook *book, const PamongColumns *columns, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error)
{
  Rows rows = { .columns = columns, .sheet = pamong_book_sheet (book, columns->sheet, NULL), .func = func, .data = data, .name = find_name (columns) };
  gboolean fine;

  pamong_person_init (&rows.reading, area);
  fine = pamong_book_read_ahead (book, columns->sheet, read_cb, &rows, error);
  pamong_person_clear (&rows.reading);
  g_clear_pointer (&rows.family, pamong_record_free);
  *n = rows.n;
  return fine;
}
