/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/columns.h"

#include "domain/data.h"
#include "exchange/cell_value.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Where headings are looked for; titles of the office stand above them. */
#define ROWS 30
/* A name and two more: less is a table of something else. */
#define LEAST 3

typedef struct {
  PamongColumns *best;
  guint sheet;
  gboolean hidden;
  char **above; /* the row before, whose heading may stand over two columns */
} Search;

/* "No. K.K" and "no_kk" -> "NOKK". */
char *
pamong_heading_key (const char *heading)
{
  GString *key = g_string_new (NULL);

  for (const char *c = heading; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (key, g_unichar_toupper (g_utf8_get_char (c)));
  return g_string_free (key, FALSE);
}

static void
add_heading (GHashTable *table, const char *heading, const PamongField *field)
{
  g_autofree char *key = pamong_heading_key (heading);

  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_steal_pointer (&key), g_strdup_printf ("%s.%s", pamong_kind_name (field->kind), field->key));
}

/* Pamong's own files are headed by the labels or the keys of the registry. */
static void
add_registry (GHashTable *table, PamongKind kind)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type != PAMONG_TYPE_UID)
      {
        add_heading (table, _(fields[i].label), &fields[i]);
        add_heading (table, fields[i].key, &fields[i]);
      }
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
          g_hash_table_insert (read, pamong_heading_key (row[1]), g_strdup (row[0]));
        }
      add_registry (read, PAMONG_KIND_FAMILY);
      add_registry (read, PAMONG_KIND_RESIDENT);
      g_once_init_leave (&table, read);
    }
  return table;
}

/* Names of the roles, as data writes them. */
static const char *const roles[PAMONG_N_COLUMN_ROLES] = { "", NULL, "status", "status_date", "uid", "area", "rt_rw", "birth", "place", "village", "district" };

gboolean
pamong_column_resolve (const char *name, PamongColumn *column)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  int kind = parts[0] != NULL && parts[1] != NULL ? pamong_kind_from_name (parts[0]) : -1;

  column->role = PAMONG_COLUMN_UNREAD;
  column->field = kind == PAMONG_KIND_RESIDENT || kind == PAMONG_KIND_FAMILY ? pamong_field_find ((PamongKind) kind, parts[1]) : NULL;
  if (column->field != NULL)
    column->role = PAMONG_COLUMN_FIELD;
  for (guint i = 0; i < G_N_ELEMENTS (roles) && column->field == NULL; i++)
    if (roles[i] != NULL && strcmp (roles[i], name) == 0)
      {
        column->role = (PamongColumnRole) i;
        return TRUE;
      }
  return column->field != NULL;
}

static const char *
look_up (const char *heading)
{
  g_autofree char *key = pamong_heading_key (heading);

  return *key != '\0' ? g_hash_table_lookup (headings (), key) : NULL;
}

gboolean
pamong_columns_match (const char *heading, PamongColumn *column)
{
  const char *name = look_up (heading), *hint = strchr (heading, '(');

  column->field = NULL;
  column->role = PAMONG_COLUMN_UNREAD;
  /* "TGL LAHIR (dd/mm/yyyy)", "JENIS KELAMIN (L/P)" */
  if (name == NULL && hint != NULL)
    {
      g_autofree char *bare = g_strndup (heading, (gsize) (hint - heading));
      name = look_up (bare);
    }
  return name != NULL && pamong_column_resolve (name, column);
}

static void
clear_column (gpointer data)
{
  PamongColumn *column = data;

  g_free (column->heading);
  g_clear_pointer (&column->codes, g_hash_table_unref);
  g_clear_pointer (&column->nothing, g_hash_table_unref);
}

PamongColumns *
pamong_columns_new (guint sheet, guint heading_row)
{
  PamongColumns *columns = g_new0 (PamongColumns, 1);

  columns->sheet = sheet;
  columns->heading_row = heading_row;
  columns->columns = g_array_new (FALSE, TRUE, sizeof (PamongColumn));
  g_array_set_clear_func (columns->columns, clear_column);
  return columns;
}

void
pamong_columns_free (PamongColumns *columns)
{
  g_array_unref (columns->columns);
  g_free (columns);
}

PamongColumn *
pamong_columns_get (PamongColumns *columns, guint index)
{
  return &g_array_index (columns->columns, PamongColumn, index);
}

/* The column that is read as @column is; -1 = none. */
static int
find_same (PamongColumns *columns, const PamongColumn *column)
{
  for (guint i = 0; i < columns->columns->len; i++)
    {
      const PamongColumn *other = pamong_columns_get (columns, i);

      if (other->role == column->role && other->field == column->field)
        return (int) i;
    }
  return -1;
}

void
pamong_columns_add (PamongColumns *columns, const PamongColumn *column)
{
  PamongColumn copy = *column;

  if (column->role == PAMONG_COLUMN_UNREAD || find_same (columns, column) >= 0)
    copy = (PamongColumn) { .role = PAMONG_COLUMN_UNREAD };
  else
    columns->n_known++;
  copy.heading = g_strdup (column->heading);
  if (copy.codes != NULL)
    g_hash_table_ref (copy.codes);
  if (copy.nothing != NULL)
    g_hash_table_ref (copy.nothing);
  g_array_append_val (columns->columns, copy);
}

PamongColumns *
pamong_columns_copy (const PamongColumns *columns)
{
  PamongColumns *copy = pamong_columns_new (columns->sheet, columns->heading_row);

  copy->fills_down = columns->fills_down;
  for (guint i = 0; i < columns->columns->len; i++)
    pamong_columns_add (copy, &g_array_index (columns->columns, PamongColumn, i));
  return copy;
}

char *
pamong_column_name (const PamongColumn *column)
{
  if (column->role == PAMONG_COLUMN_FIELD)
    return g_strdup_printf ("%s.%s", pamong_kind_name (column->field->kind), column->field->key);
  return g_strdup (roles[column->role]);
}

static void
count_known (PamongColumns *columns)
{
  columns->n_known = 0;
  for (guint i = 0; i < columns->columns->len; i++)
    columns->n_known += pamong_columns_get (columns, i)->role != PAMONG_COLUMN_UNREAD;
}

static void
read_as (PamongColumn *column, const PamongColumn *meaning)
{
  column->role = meaning->role;
  column->field = meaning->field;
  g_clear_pointer (&column->codes, g_hash_table_unref);
  g_clear_pointer (&column->nothing, g_hash_table_unref);
}

gboolean
pamong_columns_set (PamongColumns *columns, guint index, const char *name)
{
  static const PamongColumn unread = { .role = PAMONG_COLUMN_UNREAD };
  PamongColumn meaning = unread;
  int before;

  if (index >= columns->columns->len || !pamong_column_resolve (name, &meaning))
    return FALSE;
  before = meaning.role != PAMONG_COLUMN_UNREAD ? find_same (columns, &meaning) : -1;
  if (before >= 0 && before != (int) index)
    read_as (pamong_columns_get (columns, (guint) before), &unread);
  if (before != (int) index)
    read_as (pamong_columns_get (columns, index), &meaning);
  count_known (columns);
  return TRUE;
}

/* "LAHIR" over "TEMPAT": together they may be one heading where neither is. */
static gboolean
match_two (const char *above, const char *below, PamongColumn *column)
{
  g_autofree char *down = g_strdup_printf ("%s %s", above, below), *up = g_strdup_printf ("%s %s", below, above);

  return pamong_columns_match (down, column) || pamong_columns_match (up, column);
}

/* @left: the last heading of the row above up to here: it may stand over several columns. */
static void
add_column (PamongColumns *columns, char *heading, const char *above, const char *left)
{
  PamongColumn column = { .heading = *heading != '\0' ? heading : (char *) above };

  if ((*above == '\0' || !match_two (above, heading, &column)) && !pamong_columns_match (column.heading, &column) && *heading != '\0' && *left != '\0')
    match_two (left, heading, &column);
  pamong_columns_add (columns, &column);
}

static PamongColumns *
read_headings (Search *search, guint row, char **texts)
{
  PamongColumns *columns = pamong_columns_new (search->sheet, row);
  guint n_above = search->above != NULL ? g_strv_length (search->above) : 0, n = g_strv_length (texts);
  const char *left = "";

  for (guint i = 0; i < MAX (n, n_above); i++)
    {
      const char *above = i < n_above ? search->above[i] : "";

      left = *above != '\0' ? above : left;
      add_column (columns, i < n ? texts[i] : (char *) "", above, left);
    }
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
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND,
                 _("None of the first %d rows is a row of headings with a name, like NAMA, NIK, NO KK, TANGGAL LAHIR. Write the headings above the people, or name the columns yourself."), ROWS);
  return search.best;
}

/* One sheet, one row of it. */
typedef struct {
  Search search;
  guint row, width;
} Pointing;

static void
keep_known (Search *search, PamongColumns *columns)
{
  if (search->best == NULL || columns->n_known > search->best->n_known)
    {
      g_clear_pointer (&search->best, pamong_columns_free);
      search->best = columns;
    }
  else
    pamong_columns_free (columns);
}

static gboolean
pointed_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Pointing *pointing = data;
  Search *search = &pointing->search;
  char **texts;
  g_auto (GStrv) above = NULL;

  pointing->width = MAX (pointing->width, n);
  if (row > pointing->row)
    return row < pointing->row + ROWS;
  texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] = pamong_sheet_cell_text (&cells[i]);
  above = g_steal_pointer (&search->above);
  if (row == pointing->row)
    {
      keep_known (search, read_headings (search, row, texts));
      search->above = above;
      keep_known (search, read_headings (search, row, texts));
      search->above = NULL;
      g_strfreev (texts);
    }
  else
    search->above = texts;
  return TRUE;
}

/* @row: 0 for a sheet without headings. */
static PamongColumns *
read_row (PamongBook *book, guint sheet, guint row, GError **error)
{
  Pointing pointing = { .search = { .sheet = sheet }, .row = row };
  gboolean fine = pamong_book_read (book, sheet, pointed_cb, &pointing, error);
  PamongColumns *columns = pointing.search.best != NULL ? pointing.search.best : pamong_columns_new (sheet, row);

  g_strfreev (pointing.search.above);
  while (fine && columns->columns->len < pointing.width)
    pamong_columns_add (columns, &(PamongColumn) { .heading = (char *) "" });
  if (!fine)
    g_clear_pointer (&columns, pamong_columns_free);
  return columns;
}

PamongColumns *
pamong_columns_in (PamongBook *book, guint sheet, int row, GError **error)
{
  Search search = { .sheet = sheet };
  gboolean fine = row >= 0 || pamong_book_read (book, sheet, looked_cb, &search, error);

  g_strfreev (search.above);
  if (row < 0)
    row = search.best != NULL ? (int) search.best->heading_row : 0;
  g_clear_pointer (&search.best, pamong_columns_free);
  return fine ? read_row (book, sheet, (guint) row, error) : NULL;
}

/* Looking for headings that are known from another sheet. */
typedef struct {
  const PamongColumns *model;
  PamongColumns *found;
  guint sheet;
  char **above;
} Likeness;

static const PamongColumn *
find_heading (const PamongColumns *model, const char *heading)
{
  g_autofree char *wanted = pamong_heading_key (heading);

  for (guint i = 0; *wanted != '\0' && i < model->columns->len; i++)
    {
      const PamongColumn *column = &g_array_index (model->columns, PamongColumn, i);
      g_autofree char *key = column->role != PAMONG_COLUMN_UNREAD ? pamong_heading_key (column->heading) : NULL;

      if (key != NULL && strcmp (key, wanted) == 0)
        return column;
    }
  return NULL;
}

static PamongColumns *
read_like (Likeness *likeness, guint row, char **texts)
{
  PamongColumns *columns = pamong_columns_new (likeness->sheet, row);
  guint n_above = likeness->above != NULL ? g_strv_length (likeness->above) : 0, n = g_strv_length (texts);

  for (guint i = 0; i < MAX (n, n_above); i++)
    {
      char *heading = i < n && *texts[i] != '\0' ? texts[i] : i < n_above ? likeness->above[i] : (char *) "";
      const PamongColumn *same = find_heading (likeness->model, heading);
      PamongColumn column = same != NULL ? *same : (PamongColumn) { 0 };

      column.heading = heading;
      pamong_columns_add (columns, &column);
    }
  return columns;
}

static gboolean
likened_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Likeness *likeness = data;
  char **texts = g_new0 (char *, n + 1);
  PamongColumns *columns;

  for (guint i = 0; i < n; i++)
    texts[i] = cells[i].kind == PAMONG_SHEET_CELL_TEXT ? pamong_sheet_cell_text (&cells[i]) : g_strdup ("");
  columns = read_like (likeness, row, texts);
  g_strfreev (likeness->above);
  likeness->above = texts;
  /* Nearly all of them: a sheet of something else shares a few. */
  if (has_name (columns) && columns->n_known * 5 >= likeness->model->n_known * 4)
    likeness->found = columns;
  else
    pamong_columns_free (columns);
  return row < ROWS && likeness->found == NULL;
}

PamongColumns *
pamong_columns_like (PamongBook *book, guint sheet, const PamongColumns *model, GError **error)
{
  Likeness likeness = { .model = model, .sheet = sheet };
  gboolean fine = pamong_book_read (book, sheet, likened_cb, &likeness, error);

  g_strfreev (likeness.above);
  if (!fine)
    g_clear_pointer (&likeness.found, pamong_columns_free);
  if (likeness.found != NULL)
    likeness.found->fills_down = model->fills_down;
  return likeness.found;
}

char **
pamong_columns_unread (const PamongColumns *columns)
{
  GStrv headings = g_new0 (char *, columns->columns->len + 1);

  for (guint i = 0, n = 0; i < columns->columns->len; i++)
    {
      const PamongColumn *column = &g_array_index (columns->columns, PamongColumn, i);

      if (column->role == PAMONG_COLUMN_UNREAD && *column->heading != '\0')
        headings[n++] = g_strdup (column->heading);
    }
  return headings;
}
