/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/guess.h"

#include "domain/codes.h"
#include "exchange/cell_value.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE 200
#define LOOK 30
#define DIGITS 16
/* Of the cells that say something; the rest are slips. */
#define SHARE 80
/* One cell proves nothing. */
#define LEAST 2

typedef enum { AS_NUMBER, AS_DATE, AS_BIRTH, AS_RT_RW, AS_PLACE, AS_WORDS, AS_SEX, AS_RELIGION, AS_SHDK, AS_MARITAL, AS_EDUCATION, AS_OCCUPATION, AS_BLOOD, AS_STATUS, N_KINDS } Kind;

/* Kinds that a list of codes tells, and what a column of it is read as. */
static const struct {
  Kind kind;
  const char *list, *name;
} lists[] = {
  { AS_SEX, "jenis_kelamin", "resident.sex" },
  { AS_RELIGION, "agama", "resident.religion" },
  { AS_SHDK, "shdk", "resident.shdk" },
  { AS_MARITAL, "status_kawin", "resident.marital_status" },
  { AS_EDUCATION, "pendidikan_kk", "resident.education" },
  { AS_OCCUPATION, "pekerjaan", "resident.occupation" },
  { AS_BLOOD, "golongan_darah", "resident.blood_type" },
  { AS_STATUS, "status_dasar", "status" },
};

/* What stands in one column. */
typedef struct {
  guint said, n[N_KINDS];
  GHashTable *different;
} Values;

typedef struct {
  PamongColumns *columns;
  GArray *values; /* Values */
  guint rows;
  int kk, shdk;             /* columns, -1 = none */
  guint heads, heads_with;  /* rows of a head; of them with a number */
  guint others_without;     /* rows of others without one */
} Look;

static gboolean
is_digits (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

static gboolean
is_words (const char *text)
{
  gboolean letter = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (c)) && strchr (" .,'-`", *c) == NULL)
        return FALSE;
      letter |= g_unichar_isalpha (g_utf8_get_char (c));
    }
  return letter;
}

static gboolean
is_date (const PamongSheetCell *cell, const char *text)
{
  g_autofree char *date = NULL;

  /* A bare number may be anything. */
  return (cell->kind == PAMONG_SHEET_CELL_DATE || (cell->kind == PAMONG_SHEET_CELL_TEXT && !is_digits (text))) && pamong_sheet_cell_date (cell, &date, NULL) && date != NULL;
}

static gboolean
is_rt_rw (const char *text)
{
  gsize first = strspn (text, "0123456789"), sign = strspn (text + first, " /");

  return first > 0 && first <= 3 && sign > 0 && memchr (text + first, '/', sign) != NULL && is_digits (text + first + sign) && strlen (text + first + sign) <= 3;
}

/* "BOJONEGORO, 12-03-1990" */
static gboolean
is_birth (const char *text)
{
  const char *digits = strpbrk (text, "0123456789");
  PamongSheetCell cell = { PAMONG_SHEET_CELL_TEXT, FALSE, digits != NULL ? digits : "", 0 };

  return digits != NULL && digits > text && g_ascii_isalpha (*text) && is_date (&cell, digits);
}

static gboolean
is_place (const char *text)
{
  g_autofree char *spaced = g_strconcat (" ", text, NULL), *upper = g_utf8_strup (spaced, -1);

  return strstr (upper, " RT") != NULL && strpbrk (upper, "0123456789") != NULL;
}

static void
count_lists (Values *values, const char *text)
{
  if (strpbrk (text, "0123456789") != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    values->n[lists[i].kind] += pamong_codes_parse (lists[i].list, text) > 0;
}

static void
count_cell (Values *values, const PamongSheetCell *cell)
{
  g_autofree char *text = pamong_sheet_cell_text (cell);

  if (pamong_sheet_cell_is_blank (cell))
    return;
  values->said++;
  values->n[AS_NUMBER] += strlen (text) == DIGITS && is_digits (text);
  values->n[AS_DATE] += is_date (cell, text);
  values->n[AS_BIRTH] += is_birth (text);
  values->n[AS_RT_RW] += is_rt_rw (text);
  values->n[AS_PLACE] += is_place (text);
  values->n[AS_WORDS] += is_words (text);
  count_lists (values, text);
  g_hash_table_add (values->different, g_steal_pointer (&text));
}

static int
find_column (PamongColumns *columns, const char *name)
{
  for (guint i = 0; i < columns->columns->len; i++)
    {
      g_autofree char *own = pamong_column_name (pamong_columns_get (columns, i));

      if (strcmp (own, name) == 0)
        return (int) i;
    }
  return -1;
}

static void
count_family (Look *look, const PamongSheetCell *cells, guint n)
{
  gboolean numbered = look->kk >= 0 && (guint) look->kk < n && !pamong_sheet_cell_is_blank (&cells[look->kk]);
  g_autofree char *place = look->shdk >= 0 && (guint) look->shdk < n ? pamong_sheet_cell_text (&cells[look->shdk]) : NULL;
  int code = place != NULL ? pamong_codes_parse ("shdk", place) : 0;

  look->heads += code == PAMONG_SHDK_HEAD;
  look->heads_with += code == PAMONG_SHDK_HEAD && numbered;
  look->others_without += code > PAMONG_SHDK_HEAD && !numbered;
}

static gboolean
looked_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Look *look = data;

  if (row <= look->columns->heading_row)
    return TRUE;
  for (guint i = 0; i < MIN (n, look->values->len); i++)
    count_cell (&g_array_index (look->values, Values, i), &cells[i]);
  count_family (look, cells, n);
  return ++look->rows < SAMPLE;
}

static void
clear_values (gpointer data)
{
  g_hash_table_unref (((Values *) data)->different);
}

static void
begin (Look *look, PamongColumns *columns)
{
  look->columns = columns;
  look->kk = find_column (columns, "family.kk_number");
  look->shdk = find_column (columns, "resident.shdk");
  look->values = g_array_new (FALSE, TRUE, sizeof (Values));
  g_array_set_clear_func (look->values, clear_values);
  for (guint i = 0; i < columns->columns->len; i++)
    {
      Values values = { .different = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
      g_array_append_val (look->values, values);
    }
}

static const Values *
values_of (Look *look, guint column)
{
  return &g_array_index (look->values, Values, column);
}

static gboolean
is_free (Look *look, guint column)
{
  return pamong_columns_get (look->columns, column)->role == PAMONG_COLUMN_UNREAD && values_of (look, column)->said > 0;
}

static gboolean
is_of (const Values *values, Kind kind)
{
  return values->said >= LEAST && values->n[kind] * 100 >= values->said * SHARE;
}

/* The first free column of @kind is read as @name, when no other is. */
static void
read_first (Look *look, Kind kind, const char *name)
{
  for (guint i = 0; find_column (look->columns, name) < 0 && i < look->values->len; i++)
    if (is_free (look, i) && is_of (values_of (look, i), kind))
      pamong_columns_set (look->columns, i, name);
}

/* A number that comes again belongs to a family. */
static void
read_numbers (Look *look)
{
  for (guint i = 0; i < look->values->len; i++)
    {
      const Values *values = values_of (look, i);
      gboolean repeats = g_hash_table_size (values->different) < values->said;
      const char *name = repeats ? "family.kk_number" : "resident.nik";

      if (is_free (look, i) && is_of (values, AS_NUMBER) && find_column (look->columns, name) < 0)
        pamong_columns_set (look->columns, i, name);
    }
}

/* Words that hardly ever come again, more than one in most cells: the first such column is the person's own name. */
static gboolean
is_names (const Values *values)
{
  guint spaced = 0;
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, values->different);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    spaced += strchr (text, ' ') != NULL;
  return is_of (values, AS_WORDS) && g_hash_table_size (values->different) * 10 >= values->said * 7 && spaced * 3 >= g_hash_table_size (values->different);
}

static void
read_names (Look *look)
{
  for (guint i = 0; find_column (look->columns, "resident.name") < 0 && i < look->values->len; i++)
    if (is_free (look, i) && is_names (values_of (look, i)))
      pamong_columns_set (look->columns, i, "resident.name");
}

/* The best of the lists: TIDAK TAHU stands in more than one. */
static void
read_lists (Look *look)
{
  for (guint i = 0; i < look->values->len; i++)
    {
      guint best = 0;

      for (guint k = 1; k < G_N_ELEMENTS (lists); k++)
        if (values_of (look, i)->n[lists[k].kind] > values_of (look, i)->n[lists[best].kind])
          best = k;
      if (is_free (look, i) && is_of (values_of (look, i), lists[best].kind) && find_column (look->columns, lists[best].name) < 0)
        pamong_columns_set (look->columns, i, lists[best].name);
    }
}

gboolean
pamong_columns_guess (PamongBook *book, PamongColumns *columns, GError **error)
{
  Look look = { 0 };
  gboolean fine;

  begin (&look, columns);
  fine = pamong_book_read (book, columns->sheet, looked_cb, &look, error);
  if (fine)
    {
      read_numbers (&look);
      read_first (&look, AS_RT_RW, "rt_rw");
      read_first (&look, AS_BIRTH, "birth");
      if (find_column (columns, "birth") < 0)
        read_first (&look, AS_DATE, "resident.birth_date");
      read_lists (&look);
      if (find_column (columns, "family.address") < 0)
        read_first (&look, AS_PLACE, "place");
      read_names (&look);
      /* Every head has a number and the members below have none: it was written once per family, or its cells are merged. */
      columns->fills_down = look.heads > 0 && look.heads_with * 100 >= look.heads * SHARE && look.others_without > 0;
    }
  g_array_unref (look.values);
  return fine;
}

typedef struct {
  PamongColumns *columns;
  GStrv above;
  guint row;
} Blank;

static gboolean
is_person (const PamongSheetCell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = pamong_sheet_cell_text (&cells[i]);

      if (strlen (text) == DIGITS && is_digits (text))
        return TRUE;
    }
  return FALSE;
}

static void
add_blank (Blank *blank, guint n)
{
  guint n_above = blank->above != NULL ? g_strv_length (blank->above) : 0;

  for (guint i = 0; i < MAX (n, n_above); i++)
    {
      PamongColumn column = { .heading = i < n_above ? blank->above[i] : (char *) "" };

      pamong_columns_match (column.heading, &column);
      pamong_columns_add (blank->columns, &column);
    }
}

static gboolean
blank_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Blank *blank = data;
  gboolean person = is_person (cells, n);

  blank->columns->heading_row = person ? blank->row : 0;
  if (person)
    {
      add_blank (blank, n);
      return FALSE;
    }
  g_strfreev (blank->above);
  blank->above = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    blank->above[i] = pamong_sheet_cell_text (&cells[i]);
  blank->row = row;
  return row < LOOK;
}

PamongColumns *
pamong_columns_blank (PamongBook *book, GError **error)
{
  for (guint sheet = 0; sheet < pamong_book_n_sheets (book); sheet++)
    {
      Blank blank = { pamong_columns_new (sheet, 0), NULL, 0 };
      g_autoptr (PamongColumns) columns = blank.columns;
      gboolean hidden, fine;

      pamong_book_sheet (book, sheet, &hidden);
      fine = hidden || pamong_book_read (book, sheet, blank_cb, &blank, error);
      /* No numbers at all: the last row that was looked at tells how many columns there are. */
      if (fine && columns->columns->len == 0 && blank.above != NULL)
        add_blank (&blank, 0);
      g_strfreev (blank.above);
      if (!fine)
        return NULL;
      if (columns->columns->len > 0)
        return g_steal_pointer (&columns);
    }
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Nothing stands in any sheet of the file. Choose another one."));
  return NULL;
}
