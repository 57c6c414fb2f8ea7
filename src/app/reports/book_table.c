/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/book_table.h"
#include "app/reports/book_columns.h"
#include "app/reports/book_rows.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongBookTable {
  GtkWidget parent_instance;
  PamongFilled *filled;
  PamongBookRows *rows;
  GtkSingleSelection *selection;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (PamongBookTable, pamong_book_table, GTK_TYPE_WIDGET)

enum { FIGURE, PERSON, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
figure_cb (guint row, guint column, gpointer data)
{
  g_signal_emit (data, signals[FIGURE], 0, row, column);
}

static void
activated_cb (PamongBookTable *self, guint position)
{
  gint32 rid = pamong_filled_rid (self->filled, position);

  if (rid > 0)
    g_signal_emit (self, signals[PERSON], 0, rid);
}

static gboolean
pamong_book_table_grab_focus (GtkWidget *widget)
{
  PamongBookTable *self = PAMONG_BOOK_TABLE (widget);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0 && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
pamong_book_table_dispose (GObject *object)
{
  PamongBookTable *self = PAMONG_BOOK_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->filled, pamong_filled_unref);
  G_OBJECT_CLASS (pamong_book_table_parent_class)->dispose (object);
}

static void
pamong_book_table_class_init (PamongBookTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_book_table_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_book_table_grab_focus;
  signals[FIGURE] = g_signal_new ("figure", PAMONG_TYPE_BOOK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[PERSON] = g_signal_new ("person", PAMONG_TYPE_BOOK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_book_table_init (PamongBookTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  pamong_focus_one_stop (GTK_WIDGET (self->view));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->words), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "book-words");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Book"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "book");
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_stack_add_named (self->stack, scroller, "table");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->words), "words");
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
}

GtkWidget *
pamong_book_table_new (void)
{
  return g_object_new (PAMONG_TYPE_BOOK_TABLE, NULL);
}

void
pamong_book_table_say (PamongBookTable *self, const char *words)
{
  gtk_label_set_text (self->words, words);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

/* Another register is another model: nothing of the old one is asked for. */
void
pamong_book_table_show (PamongBookTable *self, PamongFilled *filled)
{
  const PamongRegister *reg = filled != NULL ? pamong_filled_register (filled) : NULL;

  gtk_column_view_set_model (self->view, NULL);
  self->selection = NULL;
  g_clear_object (&self->rows);
  g_clear_pointer (&self->filled, pamong_filled_unref);
  if (filled == NULL)
    return;
  self->filled = pamong_filled_ref (filled);
  if (pamong_filled_n_rows (filled) == 0)
    {
      pamong_book_table_say (self, reg->empty != NULL ? reg->empty : _ ("Nothing to enter here."));
      return;
    }
  pamong_book_columns_fill (self->view, filled, figure_cb, self);
  self->rows = pamong_book_rows_new (filled);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_stack_set_visible_child_name (self->stack, "table");
}

gint32
pamong_book_table_chosen (PamongBookTable *self)
{
  guint position = self->selection != NULL ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;

  return position != GTK_INVALID_LIST_POSITION ? pamong_filled_rid (self->filled, position) : 0;
}

void
pamong_book_table_reveal (PamongBookTable *self)
{
  guint position = self->selection != NULL ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  pamong_book_rows_open (self->rows, position);
  gtk_single_selection_set_selected (self->selection, position);
}
