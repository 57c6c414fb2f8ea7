/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/sheet_rows.h"
#include "app/family/suggest.h"
#include "domain/clock.h"
#include <glib/gi18n.h>

static PamongSheetRow *
get_row (GPtrArray *rows, guint index)
{
  return g_ptr_array_index (rows, index);
}

static void
add_complaint (GPtrArray *findings, PamongSheetRow *row, int member, int cell)
{
  PamongFinding *finding = g_new0 (PamongFinding, 1);
  const char *name = pamong_field_entry_text (row->cells[0]);

  finding->rule = g_strdup ("form.text");
  finding->severity = PAMONG_SEVERITY_BLOCK;
  finding->kind = PAMONG_KIND_RESIDENT;
  finding->uid = g_strdup (row->resident->uid);
  finding->member = member;
  finding->field = pamong_card_column (cell)->field;
  finding->message = g_strdup_printf ("%s, %s: %s", *name != '\0' ? name : _ ("no name yet"), _ (pamong_card_column (cell)->head), pamong_field_entry_complaint (row->cells[cell]));
  finding->remedy = g_strdup (_ ("Mend or empty the cell, then save again."));
  g_ptr_array_add (findings, finding);
}

static const PamongFinding *
find_worst (GPtrArray *findings, int member, int cell)
{
  const PamongFinding *worst = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const PamongFinding *finding = g_ptr_array_index (findings, i);
      int about = finding->field < 0 ? 0 : pamong_sheet_cell_of (finding->field); /* a word about the whole person stands at the name */

      if (finding->kind == PAMONG_KIND_RESIDENT && finding->member == member && about == cell && (worst == NULL || finding->severity > worst->severity))
        worst = finding;
    }
  return worst;
}

gboolean
pamong_sheet_rows_locate (GPtrArray *rows, PamongFieldEntry *entry, guint *row, int *cell)
{
  for (*row = 0; *row < rows->len; (*row)++)
    for (*cell = 0; *cell < PAMONG_SHEET_CELLS; (*cell)++)
      if (get_row (rows, *row)->cells[*cell] == entry)
        return TRUE;
  return FALSE;
}

int
pamong_sheet_rows_member (GPtrArray *rows, guint row)
{
  int member = 0;

  for (guint i = 0; i < row; i++)
    member += !pamong_sheet_row_is_blank (get_row (rows, i));
  return member;
}

PamongSheetRow *
pamong_sheet_rows_find (GPtrArray *rows, int member)
{
  for (guint i = 0; i < rows->len; i++)
    if (!pamong_sheet_row_is_blank (get_row (rows, i)) && member-- == 0)
      return get_row (rows, i);
  return NULL;
}

void
pamong_sheet_rows_renumber (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    pamong_sheet_row_set_number (get_row (rows, i), i + 1);
}

void
pamong_sheet_rows_suggest (GPtrArray *rows, guint index, gboolean show)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autofree char *today = pamong_clock_today ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (members, get_row (rows, i)->resident);
  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    {
      PamongValue value = { PAMONG_VALUE_NULL };
      gboolean found = show && pamong_suggest_member (members, index, pamong_card_column (i)->field, today, &value);

      pamong_field_entry_suggest (get_row (rows, index)->cells[i], found ? &value : NULL);
      pamong_value_clear (&value);
    }
}

void
pamong_sheet_rows_store (GPtrArray *rows, GPtrArray *members, GPtrArray *findings)
{
  g_ptr_array_set_size (members, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      PamongSheetRow *row = get_row (rows, i);
      int wrong = pamong_sheet_row_store (row);

      if (pamong_sheet_row_is_blank (row))
        continue;
      if (wrong >= 0 && findings != NULL)
        add_complaint (findings, row, (int) members->len, wrong);
      g_ptr_array_add (members, pamong_record_copy (row->resident));
    }
}

void
pamong_sheet_rows_keep (GPtrArray *rows, GKeyFile *texts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      PamongSheetRow *row = get_row (rows, i);
      g_autofree char *group = g_strdup_printf ("%d", pamong_sheet_rows_member (rows, i));

      for (int cell = 0; cell < PAMONG_SHEET_CELLS; cell++)
        if (pamong_field_entry_complaint (row->cells[cell]) != NULL)
          g_key_file_set_string (texts, group, pamong_field_entry_field (row->cells[cell])->key, pamong_field_entry_text (row->cells[cell]));
    }
}

void
pamong_sheet_rows_take (GPtrArray *rows, GKeyFile *texts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      PamongSheetRow *row = get_row (rows, i);
      g_autofree char *group = g_strdup_printf ("%u", i);

      for (int cell = 0; cell < PAMONG_SHEET_CELLS; cell++)
        {
          g_autofree char *text = g_key_file_get_string (texts, group, pamong_field_entry_field (row->cells[cell])->key, NULL);

          if (text != NULL)
            pamong_field_entry_set_text (row->cells[cell], text);
        }
    }
}

void
pamong_sheet_rows_mark (GPtrArray *rows, GPtrArray *findings)
{
  int member = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      PamongSheetRow *row = get_row (rows, i);
      gboolean blank = pamong_sheet_row_is_blank (row);

      for (int cell = 0; cell < PAMONG_SHEET_CELLS; cell++)
        pamong_field_entry_mark (row->cells[cell], blank ? NULL : find_worst (findings, member, cell));
      member += !blank;
    }
}
