/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/columns.h"

#include "domain/data.h"
#include "exchange/cell_value.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Where headings are looked for; titles of the office stand above them. */
#define ROWS 30
/* A name and three more: less is a table of something else. */
#define LEAST 4

typedef struct {
  PamongColumns *best;
  guint sheet;
  gboolean hidden;
  char **above; /* the row before, whose heading may stand over two columns */
} Search;

/* "No. K.K" and "no_kk" -> "NOKK". */
static char *
heading_key (const char *heading)
{
  GString *key = g_string_new (NULL);

  for (const char *c = heading; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (key, g_unichar_toupper (g_utf8_get_char (c)));
  return g_string_free (key, FALSE);
}

/* Key of a heading -> name of its field ("resident.nik", "status"). */
static GHashTable *
headings (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      g_autofree char *text = pamong_data_text ("sheets/headings.csv");
      g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
      GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint i = 0; i < rows->len; i++)
        {
          char **row = rows->pdata[i];
          g_hash_table_insert (read, heading_key (row[1]), g_strdup (row[0]));
        }
      g_once_init_leave (&table, read);
    }
  return table;
}

static void
resolve (const char *name, PamongColumn *column)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);

  column->is_status = parts[1] == NULL;
  if (parts[1] != NULL)
    column->field = pamong_field_find ((PamongKind) pamong_kind_from_name (parts[0]), parts[1]);
}

gboolean
pamong_columns_match (const char *heading, PamongColumn *column)
{
  g_autofree char *key = heading_key (heading);
  const char *name = *key != '\0' ? g_hash_table_lookup (headings (), key) : NULL;

  column->field = NULL;
  column->is_status = FALSE;
  if (name != NULL)
    resolve (name, column);
  return name != NULL;
}

static void
clear_column (gpointer data)
{
  g_free (((PamongColumn *) data)->heading);
}

void
pamong_columns_free (PamongColumns *columns)
{
  g_array_unref (columns->columns);
  g_free (columns);
}

static gboolean
is_taken (PamongColumns *columns, const PamongColumn *column)
{
  for (guint i = 0; i < columns->columns->len; i++)
    {
      const PamongColumn *other = &g_array_index (columns->columns, PamongColumn, i);

      if (column->is_status ? other->is_status : other->field == column->field)
        return TRUE;
    }
  return FALSE;
}

/* "LAHIR" over "TEMPAT": together they may be one heading where neither is. */
static gboolean
match_two (const char *above, const char *below, PamongColumn *column)
{
  g_autofree char *down = g_strdup_printf ("%s %s", above, below), *up = g_strdup_printf ("%s %s", below, above);

  return pamong_columns_match (down, column) || pamong_columns_match (up, column);
}

static void
add_column (PamongColumns *columns, const char *heading, const char *above)
{
  PamongColumn column = { .heading = g_strdup (heading) };
  gboolean known = (*above != '\0' && match_two (above, heading, &column)) || pamong_columns_match (*heading != '\0' ? heading : above, &column);

  if (known && !is_taken (columns, &column))
    columns->n_known++;
  else
    {
      column.field = NULL;
      column.is_status = FALSE;
    }
  g_array_append_val (columns->columns, column);
}

static PamongColumns *
read_headings (Search *search, guint row, char **texts)
{
  PamongColumns *columns = g_new0 (PamongColumns, 1);
  guint n_above = search->above != NULL ? g_strv_length (search->above) : 0, n = g_strv_length (texts);

  columns->sheet = search->sheet;
  columns->heading_row = row;
  columns->columns = g_array_new (FALSE, TRUE, sizeof (PamongColumn));
  g_array_set_clear_func (columns->columns, clear_column);
  for (guint i = 0; i < MAX (n, n_above); i++)
    add_column (columns, i < n ? texts[i] : "", i < n_above ? search->above[i] : "");
  return columns;
}

static gboolean
has_name (PamongColumns *columns)
{
  for (guint i = 0; i < columns->columns->len; i++)
    {
      const PamongField *field = g_array_index (columns->columns, PamongColumn, i).field;

      if (field != NULL && strcmp (field->key, "name") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
keep_better (Search *search, PamongColumns *columns)
{
  if (has_name (columns) && columns->n_known >= LEAST && (search->best == NULL || columns->n_known > search->best->n_known))
    {
      g_clear_pointer (&search->best, pamong_columns_free);
      search->best = columns;
    }
  else
    pamong_columns_free (columns);
}

static gboolean
looked_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Search *search = data;
  char **texts = g_new0 (char *, n + 1);
  g_auto (GStrv) above = NULL;

  for (guint i = 0; i < n; i++)
    texts[i] = cells[i].kind == PAMONG_SHEET_CELL_TEXT ? pamong_sheet_cell_text (&cells[i]) : g_strdup ("");
  keep_better (search, read_headings (search, row, texts));
  above = g_steal_pointer (&search->above);
  /* By itself too: a row of people above must not spoil the headings below it. */
  if (above != NULL)
    keep_better (search, read_headings (search, row, texts));
  search->above = texts;
  return row < ROWS;
}

static gboolean
search_sheets (PamongBook *book, Search *search, gboolean hidden, GError **error)
{
  gboolean fine = TRUE, is_hidden;

  for (search->sheet = 0; fine && search->sheet < pamong_book_n_sheets (book); search->sheet++)
    {
      pamong_book_sheet (book, search->sheet, &is_hidden);
      if (is_hidden == hidden)
        fine = pamong_book_read (book, search->sheet, looked_cb, search, error);
      g_clear_pointer (&search->above, g_strfreev);
    }
  return fine;
}

PamongColumns *
pamong_columns_find (PamongBook *book, GError **error)
{
  Search search = { 0 };

  if (!search_sheets (book, &search, FALSE, error) || (search.best == NULL && !search_sheets (book, &search, TRUE, error)))
    {
      g_clear_pointer (&search.best, pamong_columns_free);
      return NULL;
    }
  if (search.best == NULL)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID,
                 _("None of the first %d rows is a row of headings with a name, like NAMA, NIK, NO KK, TANGGAL LAHIR. Write the headings above the people, or name the columns yourself."), ROWS);
  return search.best;
}
