/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/layout.h"
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/error.h"
#include "exchange/columns.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define STATUS_CODES "status_dasar"

/* What a column holds that is no field of a record. */
typedef enum { COLUMN_PLAIN, COLUMN_STATUS, COLUMN_AREA, COLUMN_NUMBER, COLUMN_NOW } ColumnKind;

typedef struct {
  char *heading, *empty;
  const PamongField *field; /* NULL = another kind, or nothing we have */
  ColumnKind kind;
  gboolean codes_only;
  GHashTable *codes, *words; /* (nullable): their code, as text, by ours; their word by their code */
} Column;

struct _PamongLayout {
  char *sheet;
  gboolean day_first;
  GPtrArray *columns;
};

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
  g_free (column->empty);
  g_clear_pointer (&column->codes, g_hash_table_unref);
  g_clear_pointer (&column->words, g_hash_table_unref);
  g_free (column);
}

/* The group "WHAT HEADING" with numbers for keys. Returns: (nullable). */
static GHashTable *
read_table (GKeyFile *file, const char *what, const char *heading)
{
  g_autofree char *group = g_strconcat (what, " ", heading, NULL);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  GHashTable *table = keys != NULL ? g_hash_table_new_full (NULL, NULL, NULL, g_free) : NULL;

  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (table, GINT_TO_POINTER (atoi (keys[i])), g_key_file_get_string (file, group, keys[i], NULL));
  return table;
}

/* The group [write] names what only a writer puts there. */
static ColumnKind
read_kind (GKeyFile *file, const char *heading, PamongColumnRole role)
{
  g_autofree char *word = g_key_file_get_string (file, "write", heading, NULL);

  if (g_strcmp0 (word, "number") == 0)
    return COLUMN_NUMBER;
  if (g_strcmp0 (word, "now") == 0)
    return COLUMN_NOW;
  return role == PAMONG_COLUMN_STATUS ? COLUMN_STATUS : role == PAMONG_COLUMN_AREA ? COLUMN_AREA : COLUMN_PLAIN;
}

static gboolean
add_column (PamongLayout *layout, GKeyFile *file, const char *heading)
{
  g_autofree char *name = g_key_file_get_string (file, "columns", heading, NULL);
  g_auto (GStrv) codes_only = g_key_file_get_string_list (file, "layout", "codes_only", NULL, NULL);
  Column *column = g_new0 (Column, 1);
  PamongColumn meaning;
  gboolean known = pamong_column_resolve (name, &meaning);

  column->field = meaning.field;
  column->kind = read_kind (file, heading, meaning.role);
  column->heading = g_strdup (heading);
  column->empty = g_key_file_get_string (file, "empty", heading, NULL);
  column->codes_only = codes_only != NULL && g_strv_contains ((const char *const *) codes_only, heading);
  column->codes = read_table (file, "codes", heading);
  column->words = read_table (file, "words", heading);
  g_ptr_array_add (layout->columns, column);
  return known;
}

static PamongLayout *
read_layout (GKeyFile *file, const char *path, GError **error)
{
  g_autoptr (PamongLayout) layout = g_new0 (PamongLayout, 1);
  g_auto (GStrv) headings = g_key_file_get_keys (file, "columns", NULL, NULL);
  g_autofree char *dates = g_key_file_get_string (file, "layout", "dates", NULL);

  layout->columns = g_ptr_array_new_with_free_func (free_column);
  if (g_key_file_has_group (file, "block"))
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s: this layout is only read; nothing is written in it."), path);
      return NULL;
    }
  layout->sheet = g_key_file_get_string (file, "layout", "sheet", NULL);
  layout->day_first = g_strcmp0 (dates, "dd-mm-yyyy") == 0;
  for (gsize i = 0; headings != NULL && headings[i] != NULL; i++)
    if (!add_column (layout, file, headings[i]))
      {
        g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s: the column %s names a field that does not exist."), path, headings[i]);
        return NULL;
      }
  if (layout->columns->len > 0 && layout->sheet != NULL)
    return g_steal_pointer (&layout);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s: the name of the sheet or the columns are missing."), path);
  return NULL;
}

static gboolean
is_plain (const char *name)
{
  return *name != '\0' && name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Their code for ours. Returns: FALSE when it is not quite the same. */
static gboolean
translate (const Column *column, int ours, int *theirs)
{
  const char *text = column->codes != NULL ? g_hash_table_lookup (column->codes, GINT_TO_POINTER (ours)) : NULL;

  *theirs = text == NULL ? ours : atoi (text + (*text == '~'));
  return text == NULL || (*text != '~' && *text != '\0');
}

static gboolean
write_code (const Column *column, const char *list, int ours, gboolean words, PamongCell *cell)
{
  const PamongCode *code;
  const char *word;
  int theirs;
  gboolean same = translate (column, ours, &theirs);

  word = column->words != NULL ? g_hash_table_lookup (column->words, GINT_TO_POINTER (theirs)) : NULL;
  code = pamong_codes_find (list, same ? ours : theirs);
  if (theirs == 0)
    pamong_cell_set_text (cell, NULL);
  else if (words && !column->codes_only && (word != NULL || code != NULL))
    pamong_cell_set_text (cell, word != NULL ? word : code->label);
  else
    pamong_cell_set_number (cell, theirs);
  return same;
}

static void
write_date (const PamongLayout *layout, const char *date, PamongCell *cell)
{
  g_autofree char *turned = layout->day_first && date != NULL && strlen (date) == 10 ? g_strdup_printf ("%.2s-%.2s-%.4s", date + 8, date + 5, date) : NULL;

  pamong_cell_set_text (cell, turned != NULL ? turned : date);
}

static void
write_real (const PamongRecord *record, int field, PamongCell *cell)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (pamong_record_is_set (record, field))
    pamong_cell_set_text (cell, g_ascii_formatd (text, sizeof text, "%.15g", pamong_record_real (record, field)));
}

static gboolean
write_value (const PamongLayout *layout, const Column *column, const PamongRecord *record, gboolean words, PamongCell *cell)
{
  const PamongField *field = column->field;

  if (!pamong_record_is_set (record, field->index))
    return TRUE;
  switch (field->type)
    {
    case PAMONG_TYPE_CODE:
      return write_code (column, field->codes, (int) pamong_record_int (record, field->index), words, cell);
    case PAMONG_TYPE_INT:
    case PAMONG_TYPE_BOOL:
      pamong_cell_set_number (cell, (double) pamong_record_int (record, field->index));
      return TRUE;
    case PAMONG_TYPE_REAL:
      write_real (record, field->index, cell);
      return TRUE;
    case PAMONG_TYPE_DATE:
      write_date (layout, pamong_record_text (record, field->index), cell);
      return TRUE;
    default:
      pamong_cell_set_text (cell, pamong_record_text (record, field->index));
      return TRUE;
    }
}

static char *
list_names (void)
{
  g_auto (GStrv) files = pamong_data_list ("layouts");
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ini"))
      g_string_append_printf (names, "%s%.*s", names->len > 0 ? ", " : "", (int) (strlen (files[i]) - strlen (".ini")), files[i]);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

PamongLayout *
pamong_layout_load (const char *name, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_strconcat ("layouts/", name, ".ini", NULL);
  g_autoptr (GBytes) bytes = is_plain (name) ? pamong_data_load (path, NULL) : NULL;

  if (bytes == NULL)
    {
      g_autofree char *names = list_names ();

      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no layout \"%s\". Known are: %s"), name, names);
      return NULL;
    }
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s cannot be read: a line of it is no heading, no name=value and no note."), path);
      return NULL;
    }
  return read_layout (file, path, error);
}

void
pamong_layout_free (PamongLayout *layout)
{
  g_free (layout->sheet);
  g_ptr_array_unref (layout->columns);
  g_free (layout);
}

const char *
pamong_layout_sheet (const PamongLayout *layout)
{
  return layout->sheet;
}

guint
pamong_layout_n_columns (const PamongLayout *layout)
{
  return layout->columns->len;
}

const char *
pamong_layout_heading (const PamongLayout *layout, guint column)
{
  return ((const Column *) layout->columns->pdata[column])->heading;
}

const PamongField *
pamong_layout_field (const PamongLayout *layout, guint column)
{
  return ((const Column *) layout->columns->pdata[column])->field;
}

int
pamong_layout_find (const PamongLayout *layout, PamongKind kind, const char *key)
{
  const PamongField *wanted = pamong_field_find (kind, key);

  for (guint i = 0; i < layout->columns->len; i++)
    if (wanted != NULL && pamong_layout_field (layout, i) == wanted)
      return (int) i;
  return -1;
}

void
pamong_cell_clear (PamongCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  cell->type = PAMONG_CELL_EMPTY;
}

void
pamong_cell_set_text (PamongCell *cell, const char *text)
{
  g_autofree char *copy = g_strdup (text); /* may be the cell's own */

  pamong_cell_clear (cell);
  if (copy == NULL || *copy == '\0')
    return;
  cell->type = PAMONG_CELL_TEXT;
  cell->text = g_steal_pointer (&copy);
}

void
pamong_cell_set_number (PamongCell *cell, double number)
{
  pamong_cell_clear (cell);
  cell->type = PAMONG_CELL_NUMBER;
  cell->number = number;
}

gboolean
pamong_layout_write_cell (const PamongLayout *layout, guint at, const PamongLayoutRow *row, gboolean words, PamongCell *cell)
{
  const Column *column = layout->columns->pdata[at];
  const PamongRecord *record = column->field == NULL ? NULL : column->field->kind == PAMONG_KIND_FAMILY ? row->family : row->resident;
  gboolean same = TRUE;

  pamong_cell_clear (cell);
  if (column->kind == COLUMN_STATUS)
    same = write_code (column, STATUS_CODES, (int) row->status, words, cell);
  else if (column->kind == COLUMN_AREA)
    pamong_cell_set_text (cell, row->resident->area);
  else if (column->kind == COLUMN_NUMBER && row->number != 0)
    pamong_cell_set_number (cell, row->number);
  else if (column->kind == COLUMN_NOW)
    pamong_cell_set_text (cell, row->now);
  else if (record != NULL)
    same = write_value (layout, column, record, words, cell);
  if (cell->type == PAMONG_CELL_EMPTY)
    pamong_cell_set_text (cell, column->empty);
  return same;
}
