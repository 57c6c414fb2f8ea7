/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A synthetic village as a workbook of another program, to try an import with. */
#include "exchange/sheet_writer.h"
#include "practice/practice.h"
#include "practice/sheet_dirt.h"

typedef struct {
  PamongLayout *layout;
  PamongSheetWriter *writer;
  PamongSheetDirt *dirt; /* (nullable) */
  gboolean words;
  guint row;
  GPtrArray *lost;
} Sheet;

static void
free_lost (gpointer data)
{
  PamongLostCode *lost = data;

  g_free (lost->heading);
  g_free (lost->value);
  g_free (lost);
}

static void
add_lost (Sheet *sheet, guint column, const PamongRecord *record)
{
  const PamongField *field = pamong_layout_field (sheet->layout, column);
  PamongLostCode *lost;

  if (field == NULL)
    return;
  lost = g_new0 (PamongLostCode, 1);
  lost->row = sheet->row;
  lost->heading = g_strdup (pamong_layout_heading (sheet->layout, column));
  lost->value = pamong_record_format (record, field->index);
  g_ptr_array_add (sheet->lost, lost);
}

static gboolean
put_headings (Sheet *sheet, GError **error)
{
  sheet->row++;
  for (guint i = 0; i < pamong_layout_n_columns (sheet->layout); i++)
    pamong_sheet_writer_text (sheet->writer, i, pamong_layout_heading (sheet->layout, i));
  return pamong_sheet_writer_next (sheet->writer, error);
}

static void
put_cell (Sheet *sheet, guint column, const PamongLayoutRow *row)
{
  const PamongField *field = pamong_layout_field (sheet->layout, column);
  const PamongRecord *record = field != NULL && field->kind == PAMONG_KIND_FAMILY ? row->family : row->resident;
  PamongCell cell = { PAMONG_CELL_EMPTY };

  if (!pamong_layout_write_cell (sheet->layout, column, row, sheet->words, &cell))
    add_lost (sheet, column, record);
  if (sheet->dirt != NULL && field != NULL && pamong_record_is_set (record, field->index))
    pamong_sheet_dirt_soil (sheet->dirt, field, record, &cell);
  if (cell.type == PAMONG_CELL_TEXT)
    pamong_sheet_writer_text (sheet->writer, column, cell.text);
  else if (cell.type == PAMONG_CELL_NUMBER)
    pamong_sheet_writer_number (sheet->writer, column, cell.number);
  pamong_cell_clear (&cell);
}

static gboolean
put_card (Sheet *sheet, const PamongFamilyCard *card, GError **error)
{
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongLayoutRow row = { card->members->pdata[i], card->family, PAMONG_STATUS_ALIVE };

      sheet->row++;
      for (guint column = 0; column < pamong_layout_n_columns (sheet->layout); column++)
        put_cell (sheet, column, &row);
      if (!pamong_sheet_writer_next (sheet->writer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_village (Sheet *sheet, const PamongPracticeOrder *order, const char *village, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (PamongPractice) practice = pamong_practice_new (order->seed, village);

  if (order->dirt)
    pamong_practice_set_dirt (practice, order->seed);
  while (figures->residents < order->residents)
    {
      g_autoptr (PamongFamilyCard) card = pamong_practice_next (practice, order->residents - figures->residents);

      if (!put_card (sheet, card, error))
        return FALSE;
      figures->residents += card->members->len;
      figures->families++;
    }
  return TRUE;
}

gboolean
pamong_practice_write_sheet (const PamongPracticeOrder *order, const PamongPracticeSheet *target, PamongPracticeFigures *figures, GPtrArray **lost, GError **error)
{
  g_autoptr (PamongLayout) layout = pamong_layout_load (target->layout, error);
  g_autoptr (PamongSheetWriter) writer = layout != NULL ? pamong_sheet_writer_new (target->path, pamong_layout_sheet (layout), error) : NULL;
  g_autoptr (PamongSheetDirt) dirt = order->dirt ? pamong_sheet_dirt_new (order->seed, target->village) : NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (free_lost);
  Sheet sheet = { layout, writer, dirt, target->words, 0, missing };

  *figures = (PamongPracticeFigures) { 1, 0, 0 };
  if (writer == NULL || !put_headings (&sheet, error) || !put_village (&sheet, order, target->village, figures, error) || !pamong_sheet_writer_finish (writer, error))
    return FALSE;
  *lost = g_steal_pointer (&missing);
  return TRUE;
}
