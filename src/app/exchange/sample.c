/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/sample.h"
#include "domain/nik.h"
#include "exchange/cell_value.h"
#include <string.h>

#define VALUES 3
#define ROWS_LOOKED_AT 200 /* for three values that differ */
#define NIK_DIGITS 16
#define TOP_BYTES 80 /* of a row shown to be known again */

typedef struct {
  guint heading_row, rows;
  GPtrArray *found; /* per column a GPtrArray of texts */
  GPtrArray *tops;
} Look;

static void
free_top (gpointer data)
{
  PamongSampleTop *top = data;

  g_free (top->words);
  g_free (top);
}

static void
free_problem (gpointer data)
{
  PamongSheetProblem *problem = data;

  g_free (problem->text);
  g_free (problem->message);
  g_free (problem);
}

static void
free_person (gpointer data)
{
  PamongSamplePerson *person = data;

  pamong_record_free (person->resident);
  pamong_record_free (person->family);
  g_ptr_array_unref (person->problems);
  g_free (person);
}

/* A NIK or No. KK as every list shows it; what is no whole number stands as it is, so that one sees why. */
static char *
mask (char *text)
{
  g_autofree char *own = text;

  return strlen (text) == NIK_DIGITS && strspn (text, "0123456789") == NIK_DIGITS ? pamong_nik_mask (text) : g_steal_pointer (&own);
}

static void
add_value (GPtrArray *values, const PamongSheetCell *cell)
{
  g_autofree char *text = cell->kind != PAMONG_SHEET_CELL_EMPTY && values->len < VALUES ? mask (pamong_sheet_cell_text (cell)) : NULL;

  if (text != NULL && *text != '\0' && !g_ptr_array_find_with_equal_func (values, text, g_str_equal, NULL))
    g_ptr_array_add (values, g_steal_pointer (&text));
}

static void
add_top (GPtrArray *tops, guint row, const PamongSheetCell *cells, guint n)
{
  PamongSampleTop *top = g_new0 (PamongSampleTop, 1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n && words->len < TOP_BYTES; i++)
    {
      g_autofree char *text = cells[i].kind != PAMONG_SHEET_CELL_EMPTY ? mask (pamong_sheet_cell_text (&cells[i])) : NULL;

      if (text != NULL && *text != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
    }
  top->row = row;
  top->words = g_strdup (words->str);
  g_ptr_array_add (tops, top);
}

static gboolean
looked_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Look *look = data;

  if (look->tops->len < PAMONG_SAMPLE_TOPS)
    add_top (look->tops, row, cells, n);
  if (row <= look->heading_row)
    return TRUE;
  for (guint i = 0; i < MIN (n, look->found->len); i++)
    add_value (look->found->pdata[i], &cells[i]);
  return ++look->rows < ROWS_LOOKED_AT;
}

static gboolean
read_values (PamongSample *self, PamongBook *book, const PamongColumns *columns, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Look look = { columns->heading_row, 0, found, self->tops };

  for (guint i = 0; i < columns->columns->len; i++)
    g_ptr_array_add (found, g_ptr_array_new_with_free_func (g_free));
  if (!pamong_book_read (book, columns->sheet, looked_cb, &look, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      GPtrArray *values = found->pdata[i];

      g_ptr_array_add (values, NULL);
      g_ptr_array_add (self->values, g_strjoinv (" · ", (char **) values->pdata));
    }
  return TRUE;
}

static gboolean
kept_cb (PamongSheetPerson *read, gpointer data)
{
  PamongSample *self = data;
  PamongSamplePerson *person = g_new0 (PamongSamplePerson, 1);

  person->row = read->row;
  person->resident = pamong_record_copy (read->resident);
  person->family = pamong_record_copy (read->family);
  person->status = read->status;
  person->problems = g_ptr_array_new_with_free_func (free_problem);
  for (guint i = 0; i < read->problems->len; i++)
    {
      PamongSheetProblem *problem = g_memdup2 (read->problems->pdata[i], sizeof (PamongSheetProblem));

      problem->text = g_strdup (problem->text);
      problem->message = g_strdup (problem->message);
      g_ptr_array_add (person->problems, problem);
    }
  g_ptr_array_add (self->people, person);
  return self->people->len < PAMONG_SAMPLE_ROWS;
}

PamongSample *
pamong_sample_read (PamongSource *source, const PamongColumns *columns, const char *area, GError **error)
{
  g_autoptr (PamongSample) self = g_new0 (PamongSample, 1);
  g_autoptr (GError) nobody = NULL;
  guint n;

  self->values = g_ptr_array_new_with_free_func (g_free);
  self->people = g_ptr_array_new_with_free_func (free_person);
  self->tops = g_ptr_array_new_with_free_func (free_top);
  if (columns != NULL)
    pamong_source_set_columns (source, pamong_columns_copy (columns));
  if (pamong_source_columns (source) != NULL && !read_values (self, pamong_source_book (source), pamong_source_columns (source), error))
    return NULL;
  if (!pamong_source_people (source, area, kept_cb, self, &n, &nobody))
    {
      if (pamong_source_columns (source) == NULL || !g_error_matches (nobody, PAMONG_ERROR, PAMONG_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&nobody));
          return NULL;
        }
      self->message = g_strdup (nobody->message);
    }
  return g_steal_pointer (&self);
}

char *
pamong_sample_mask (const char *text)
{
  return mask (g_strdup (text));
}

void
pamong_sample_free (PamongSample *sample)
{
  g_ptr_array_unref (sample->values);
  g_ptr_array_unref (sample->people);
  g_ptr_array_unref (sample->tops);
  g_free (sample->message);
  g_free (sample);
}
