/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/siak_copy.h"
#include "domain/codes.h"
#include "domain/data.h"
#include "exchange/columns.h"

static void
free_field (gpointer data)
{
  PamongSiakField *field = data;

  g_free (field->heading);
  g_free (field->text);
  g_free (field);
}

/* Labels of codes are those SIAK prints. */
static char *
words (const PamongRecord *record, const PamongField *field)
{
  const PamongCode *code;

  if (field->type != PAMONG_TYPE_CODE || !pamong_record_is_set (record, field->index))
    return pamong_record_format (record, field->index);
  code = pamong_codes_find (field->codes, (int) pamong_record_int (record, field->index));
  return code != NULL ? g_strdup (code->label) : pamong_record_format (record, field->index);
}

GPtrArray *
pamong_siak_copy (const PamongRecord *resident, const PamongRecord *family)
{
  g_autofree char *text = pamong_data_text ("sheets/siak-copy.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  GPtrArray *fields = g_ptr_array_new_with_free_func (free_field);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      PamongSiakField *field;
      PamongColumn column;
      const PamongRecord *record;

      if (!pamong_column_resolve (row[1], &column) || column.field == NULL)
        continue;
      record = column.field->kind == PAMONG_KIND_FAMILY ? family : resident;
      field = g_new0 (PamongSiakField, 1);
      field->heading = g_strdup (row[0]);
      field->text = record != NULL ? words (record, column.field) : g_strdup ("");
      g_ptr_array_add (fields, field);
    }
  return fields;
}
