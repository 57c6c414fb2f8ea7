/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/book_columns.h"
#include "app/reports/book_rows.h"
#include "app/words.h"
#include "domain/nik.h"
#include <glib/gi18n.h>
#include <string.h>

#define WIDER 1.28 /* names are written in capitals */
#define NARROWEST 6 /* letters */
#define WIDEST 33
#define LOOKED_AT 300

/* One column of the list, and who wants to know of its figures. */
typedef struct {
  guint number;
  PamongAlign align;
  gboolean masked, pressed;
  PamongBookNamesFunc func;
  gpointer data;
} Column;

static gboolean
is_number_of_person (const PamongRegisterColumn *column)
{
  static const char *const values[] = { "nik", "kk_number", "identity", NULL };

  return column->value != NULL && g_strv_contains (values, column->value);
}

gboolean
pamong_book_has_numbers (const PamongRegister *reg)
{
  for (guint c = 0; c < reg->columns->len; c++)
    if (is_number_of_person (reg->columns->pdata[c]))
      return TRUE;
  return FALSE;
}

static gboolean
is_count (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static char *
cell_words (const Column *column, PamongBookRow *row)
{
  const char *text = pamong_filled_cell (pamong_book_row_filled (row), pamong_book_row_number (row), column->number);

  if (column->masked && !pamong_book_row_is_open (row))
    return pamong_nik_mask (text);
  if (column->align != PAMONG_ALIGN_END || !is_count (text))
    return g_strdup (text);
  return g_str_equal (text, "0") ? g_strdup ("–") : pamong_words_number (g_ascii_strtoll (text, NULL, 10));
}

static void
mark_row (GtkWidget *cell, PamongBookRow *row)
{
  PamongRowKind kind = pamong_filled_kind (pamong_book_row_filled (row), pamong_book_row_number (row));

  if (kind == PAMONG_ROW_PLAIN)
    gtk_widget_remove_css_class (cell, "medium");
  else
    gtk_widget_add_css_class (cell, "medium");
}

static void
pressed_cb (GtkButton *button, GtkListItem *item)
{
  const Column *column = g_object_get_data (G_OBJECT (button), "column");
  PamongBookRow *row = gtk_list_item_get_item (item);

  if (row != NULL)
    column->func (pamong_book_row_number (row), column->number, column->data);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *cell;

  if (column->pressed)
    {
      cell = gtk_button_new_with_label ("");
      gtk_button_set_has_frame (GTK_BUTTON (cell), FALSE);
      gtk_widget_add_css_class (cell, "count");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell))), 1);
      g_object_set_data (G_OBJECT (cell), "column", column);
      g_signal_connect (cell, "clicked", G_CALLBACK (pressed_cb), item);
    }
  else
    {
      cell = gtk_inscription_new (NULL);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), column->align == PAMONG_ALIGN_END ? 1 : 0);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
    }
  if (column->align == PAMONG_ALIGN_END)
    gtk_widget_add_css_class (cell, "num");
  gtk_list_item_set_child (item, cell);
}

/* A figure alone says nothing to who hears it. */
static void
name_figure (GtkWidget *cell, const Column *column, PamongBookRow *row, const char *words)
{
  PamongFilled *filled = pamong_book_row_filled (row);
  const PamongRegister *reg = pamong_filled_register (filled);
  guint first = column->number > 1 && ((const PamongRegisterColumn *) reg->columns->pdata[0])->align != PAMONG_ALIGN_START ? 1 : 0;
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", pamong_filled_cell (filled, pamong_book_row_number (row), first), pamong_filled_screen (filled, column->number), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  PamongBookRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = cell_words (column, row);

  mark_row (cell, row);
  if (!column->pressed)
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (cell), words);
      return;
    }
  gtk_button_set_label (GTK_BUTTON (cell), words);
  gtk_widget_set_sensitive (cell, pamong_filled_has_names (pamong_book_row_filled (row), pamong_book_row_number (row), column->number));
  name_figure (cell, column, row, words);
}

static gboolean
has_names (PamongFilled *filled, guint column)
{
  for (guint r = 0; r < pamong_filled_n_rows (filled); r++)
    if (pamong_filled_has_names (filled, r, column))
      return TRUE;
  return FALSE;
}

/* A list says less than the paper where nothing stands in a column: it is left out. */
static gboolean
is_all_empty (PamongFilled *filled, guint column)
{
  for (guint r = 0; r < pamong_filled_n_rows (filled); r++)
    if (*pamong_filled_cell (filled, r, column) != '\0')
      return FALSE;
  return TRUE;
}

/* By the longest words among the first rows, within bounds: widths that follow every row would jump. */
static int
column_width (GtkColumnView *view, PamongFilled *filled, guint number, const char *title)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (view)), NULL, NULL);
  double letter = WIDER * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  glong letters = g_utf8_strlen (title, -1) + 1;

  for (guint r = 0; r < MIN (pamong_filled_n_rows (filled), LOOKED_AT); r++)
    if (pamong_filled_kind (filled, r) != PAMONG_ROW_SECTION)
      letters = MAX (letters, g_utf8_strlen (pamong_filled_cell (filled, r, number), -1));
  pango_font_metrics_unref (metrics);
  return (int) (CLAMP (letters, NARROWEST, WIDEST) * letter) + 16;
}

static GtkColumnViewColumn *
make_column (GtkColumnView *view, PamongFilled *filled, guint number, PamongBookNamesFunc func, gpointer data)
{
  const PamongRegisterColumn *described = pamong_filled_register (filled)->columns->pdata[number];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);
  GtkColumnViewColumn *made = gtk_column_view_column_new (pamong_filled_screen (filled, number), factory);

  *column = (Column) { number, described->align, is_number_of_person (described), has_names (filled, number), func, data };
  g_object_set_data_full (G_OBJECT (factory), "column", column, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_fixed_width (made, column_width (view, filled, number, pamong_filled_screen (filled, number)));
  gtk_column_view_column_set_resizable (made, TRUE);
  return made;
}

void
pamong_book_columns_fill (GtkColumnView *view, PamongFilled *filled, PamongBookNamesFunc func, gpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint c = 0; c < pamong_filled_register (filled)->columns->len; c++)
    if (!is_all_empty (filled, c))
      {
        g_autoptr (GtkColumnViewColumn) column = make_column (view, filled, c, func, data);

        gtk_column_view_append_column (view, column);
      }
  /* the row of heads appeared before it had any, and was named by nothing */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (view))), GTK_ACCESSIBLE_PROPERTY_LABEL, pamong_filled_register (filled)->title, -1);
}
