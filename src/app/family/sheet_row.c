/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/sheet_row.h"
#include "app/style.h"
#include "app/widgets/column_label.h"
#include <glib/gi18n.h>

#define NUMBER_WIDTH 39
#define NARROW 100
#define LEAST_WIDTH 140 /* of a column that grows */

static GtkWidget *
make_line (const char *class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (line, class);
  return line;
}

static GtkWidget *
add_number (GtkWidget *line, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_size_request (label, NUMBER_WIDTH, -1);
  gtk_widget_add_css_class (label, "row-number");
  gtk_box_append (GTK_BOX (line), label);
  return label;
}

/* Numbers are read whole, and the narrowest columns have room for their heading: with large text they take it from the columns that grow. */
static int
width_of (const PamongSheetColumn *column)
{
  PamongType type = pamong_field_get (PAMONG_KIND_RESIDENT, column->field)->type;
  double scale = pamong_style_text_scale ();

  if (type == PAMONG_TYPE_NIK || type == PAMONG_TYPE_DATE)
    return (int) (column->width * scale);
  return column->width < NARROW ? (int) (column->width * (1 + scale) / 2) : column->width;
}

static void
add_cell (GtkWidget *line, GtkWidget *cell, const PamongSheetColumn *column)
{
  gtk_widget_set_size_request (cell, column->grows ? LEAST_WIDTH : width_of (column), -1);
  gtk_widget_set_hexpand (cell, column->grows);
  gtk_box_append (GTK_BOX (line), cell);
}

GtkWidget *
pamong_sheet_row_head (int band)
{
  GtkWidget *line = make_line ("sheet-head");

  add_number (line, _ ("No."));
  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    {
      const PamongSheetColumn *column = pamong_card_column (i);

      if (column->band == band)
        add_cell (line, pamong_column_label_new (_ (column->head)), column);
    }
  return line;
}

PamongSheetRow *
pamong_sheet_row_new (PamongRecord *resident, gboolean known)
{
  PamongSheetRow *row = g_new0 (PamongSheetRow, 1);

  row->resident = resident;
  row->known = known;
  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    {
      row->lines[band] = g_object_ref_sink (make_line ("sheet-row"));
      row->numbers[band] = add_number (row->lines[band], NULL);
    }
  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    {
      const PamongSheetColumn *column = pamong_card_column (i);
      GtkWidget *cell = pamong_field_entry_new (pamong_field_get (PAMONG_KIND_RESIDENT, column->field));

      g_object_set (cell, "compact", column->brief, NULL);
      gtk_widget_add_css_class (cell, "cell");
      add_cell (row->lines[column->band], cell, column);
      row->cells[i] = PAMONG_FIELD_ENTRY (cell);
    }
  return row;
}

void
pamong_sheet_row_free (PamongSheetRow *row)
{
  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    g_clear_object (&row->lines[band]);
  pamong_record_free (row->resident);
  g_free (row);
}

void
pamong_sheet_row_set_number (PamongSheetRow *row, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    gtk_label_set_text (GTK_LABEL (row->numbers[band]), text);
}

void
pamong_sheet_row_set_current (PamongSheetRow *row, gboolean current)
{
  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    if (current)
      gtk_widget_add_css_class (row->lines[band], "current");
    else
      gtk_widget_remove_css_class (row->lines[band], "current");
}

gboolean
pamong_sheet_row_is_blank (PamongSheetRow *row)
{
  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    if (!pamong_field_entry_is_blank (row->cells[i]))
      return FALSE;
  return TRUE;
}

int
pamong_sheet_row_store (PamongSheetRow *row)
{
  int wrong = -1;

  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    if (!pamong_field_entry_store (row->cells[i], row->resident, NULL) && wrong < 0)
      wrong = i;
  return wrong;
}

void
pamong_sheet_row_load (PamongSheetRow *row)
{
  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    pamong_field_entry_load (row->cells[i], row->resident);
}
