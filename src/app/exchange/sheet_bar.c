/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/sheet_bar.h"
#include "app/residents/wrap_layout.h"
#include <glib/gi18n.h>

struct _PamongSheetBar {
  GtkWidget parent_instance;

  GtkWidget *sheet_box;
  PamongFilterChip *sheets, *rows;
  PamongImportFile *file;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PamongSheetBar, pamong_sheet_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

/* What a person may choose: also a hidden sheet, which nobody would look for by himself. */
static GPtrArray *
list_sheets (gpointer data)
{
  PamongSheetBar *self = data;
  GPtrArray *choices = pamong_filter_choices_new ();
  PamongBook *book = self->file != NULL ? pamong_source_book (self->file->source) : NULL;

  for (guint i = 0; book != NULL && i < pamong_book_n_sheets (book); i++)
    {
      gboolean hidden;
      const char *name = pamong_book_sheet (book, i, &hidden);
      g_autofree char *words = hidden ? g_strdup_printf (_ ("%s (hidden)"), name) : g_strdup (name), *chip = g_strdup_printf (_ ("Only sheet %s"), name);

      pamong_filter_choices_add (choices, words, chip);
    }
  return choices;
}

static GPtrArray *
list_rows (gpointer data)
{
  PamongSheetBar *self = data;
  GPtrArray *choices = pamong_filter_choices_new ();

  pamong_filter_choices_add (choices, _ ("No headings: people begin in the first row"), _ ("No headings"));
  for (guint i = 0; self->file != NULL && i < self->file->sample->tops->len; i++)
    {
      const PamongSampleTop *top = self->file->sample->tops->pdata[i];
      g_autofree char *words = g_strdup_printf (_ ("Row %u: %s"), top->row, top->words), *chip = g_strdup_printf (_ ("Headings in row %u"), top->row);

      pamong_filter_choices_add (choices, words, chip);
    }
  return choices;
}

static void
chosen_cb (PamongSheetBar *self)
{
  if (!self->filling && self->file != NULL)
    g_signal_emit (self, changed_signal, 0);
}

/* The headings of another sheet are looked for anew. */
static void
sheet_cb (PamongSheetBar *self)
{
  if (self->filling || self->file == NULL)
    return;
  self->filling = TRUE;
  pamong_filter_chip_choose (self->rows, -1);
  self->filling = FALSE;
  chosen_cb (self);
}

static void
pamong_sheet_bar_dispose (GObject *object)
{
  GtkWidget *child;

  PAMONG_SHEET_BAR (object)->file = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_sheet_bar_parent_class)->dispose (object);
}

static void
pamong_sheet_bar_class_init (PamongSheetBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_sheet_bar_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* A label of its own: a chip that says what was chosen has no letter. Returns: the box of both. */
static GtkWidget *
add_chip (PamongSheetBar *self, const char *words, PamongFilterChip *chip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new_with_mnemonic (words), *button = gtk_widget_get_first_child (GTK_WIDGET (chip));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (chip));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return box;
}

static void
pamong_sheet_bar_init (PamongSheetBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pamong_wrap_layout_new (16));
  self->sheets = PAMONG_FILTER_CHIP (pamong_filter_chip_new (_ ("all with these headings"), list_sheets, self));
  self->rows = PAMONG_FILTER_CHIP (pamong_filter_chip_new (_ ("found by itself"), list_rows, self));
  self->sheet_box = add_chip (self, _ ("S_heet"), self->sheets);
  add_chip (self, _ ("Row of the hea_dings"), self->rows);
  g_signal_connect_swapped (self->sheets, "changed", G_CALLBACK (sheet_cb), self);
  g_signal_connect_swapped (self->rows, "changed", G_CALLBACK (chosen_cb), self);
}

GtkWidget *
pamong_sheet_bar_new (void)
{
  return g_object_new (PAMONG_TYPE_SHEET_BAR, NULL);
}

static int
find_row (PamongImportFile *file, guint row)
{
  for (guint i = 0; i < file->sample->tops->len; i++)
    if (((PamongSampleTop *) file->sample->tops->pdata[i])->row == row)
      return (int) i + 1;
  return row == 0 ? 0 : -1;
}

void
pamong_sheet_bar_show (PamongSheetBar *self, PamongImportFile *file)
{
  gboolean own = file != NULL && pamong_source_is_own (file->source);

  self->file = file;
  gtk_widget_set_visible (GTK_WIDGET (self), own);
  if (!own)
    return;
  self->filling = TRUE;
  gtk_widget_set_visible (self->sheet_box, pamong_book_n_sheets (pamong_source_book (file->source)) > 1);
  pamong_filter_chip_choose (self->sheets, pamong_source_pointed (file->source));
  pamong_filter_chip_choose (self->rows, find_row (file, pamong_source_columns (file->source)->heading_row));
  self->filling = FALSE;
}

int
pamong_sheet_bar_sheet (PamongSheetBar *self)
{
  return pamong_filter_chip_chosen (self->sheets);
}

int
pamong_sheet_bar_row (PamongSheetBar *self)
{
  int chosen = pamong_filter_chip_chosen (self->rows);

  return chosen <= 0 ? chosen : (int) ((PamongSampleTop *) self->file->sample->tops->pdata[chosen - 1])->row;
}

PamongFilterChip *
pamong_sheet_bar_sheets (PamongSheetBar *self)
{
  return self->sheets;
}

PamongFilterChip *
pamong_sheet_bar_rows (PamongSheetBar *self)
{
  return self->rows;
}
