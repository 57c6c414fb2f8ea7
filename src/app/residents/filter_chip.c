/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/filter_chip.h"

#include <glib/gi18n.h>

struct _PamongFilterChip
{
  GtkWidget parent_instance;
  char *title;
  const char *empty;
  PamongFilterChoices choices;
  gpointer data;
  int chosen;
  char *words;
  GtkMenuButton *button;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (PamongFilterChip, pamong_filter_chip, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
free_choice (gpointer data)
{
  PamongFilterChoice *choice = data;

  g_free (choice->words);
  g_free (choice->chip);
  g_free (choice);
}

static void
show_choice (PamongFilterChip *self, const PamongFilterChoice *choice)
{
  g_free (self->words);
  self->words = g_strdup (choice ? choice->words : NULL);
  gtk_menu_button_set_label (self->button, choice ? (choice->chip ? choice->chip : choice->words) : self->title);
  gtk_menu_button_set_use_underline (self->button, !choice);
  gtk_widget_set_visible (self->clear, choice != NULL);
  if (choice)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, PamongFilterChip *self)
{
  int choice = gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (self->button);
  pamong_filter_chip_choose (self, choice);
}

static void
cleared_cb (GtkButton *button, PamongFilterChip *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  pamong_filter_chip_choose (self, -1);
}

static GtkWidget *
make_list (PamongFilterChip *self)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GPtrArray) choices = self->choices (self->data);

  for (guint i = 0; i < choices->len; i++)
    {
      const PamongFilterChoice *choice = choices->pdata[i];
      GtkWidget *label = gtk_label_new (choice->words);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  if (choices->len == 0)
    {
      GtkWidget *label = gtk_label_new (self->empty != NULL ? self->empty : _ ("Nothing to choose yet"));

      gtk_widget_add_css_class (label, "secondary");
      gtk_list_box_set_placeholder (GTK_LIST_BOX (list), label);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (list), self->chosen < 0 ? NULL : gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), self->chosen));
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), self);
  return list;
}

/* The places change as people are written: the list is new each time. */
static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_list (data));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "filter-list");
  gtk_menu_button_set_popover (button, popover);
}

static void
pamong_filter_chip_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_filter_chip_parent_class)->dispose (object);
}

static void
pamong_filter_chip_finalize (GObject *object)
{
  PamongFilterChip *self = PAMONG_FILTER_CHIP (object);

  g_free (self->title);
  g_free (self->words);
  G_OBJECT_CLASS (pamong_filter_chip_parent_class)->finalize (object);
}

static void
pamong_filter_chip_class_init (PamongFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pamong_filter_chip_dispose;
  object_class->finalize = pamong_filter_chip_finalize;
  changed_signal = g_signal_new ("changed", PAMONG_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filter-chip");
}

static void
pamong_filter_chip_init (PamongFilterChip *self)
{
  self->chosen = -1;
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self->clear), FALSE);
  gtk_widget_set_tooltip_text (self->clear, _ ("Take this filter away"));
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  gtk_widget_set_visible (self->clear, FALSE);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (cleared_cb), self);
}

GPtrArray *
pamong_filter_choices_new (void)
{
  return g_ptr_array_new_with_free_func (free_choice);
}

void
pamong_filter_choices_add (GPtrArray *choices, const char *words, const char *chip)
{
  PamongFilterChoice *choice = g_new0 (PamongFilterChoice, 1);

  choice->words = g_strdup (words);
  choice->chip = g_strdup (chip);
  g_ptr_array_add (choices, choice);
}

GtkWidget *
pamong_filter_chip_new (const char *title, PamongFilterChoices choices, gpointer data)
{
  PamongFilterChip *self = g_object_new (PAMONG_TYPE_FILTER_CHIP, NULL);

  self->title = g_strdup (title);
  self->choices = choices;
  self->data = data;
  show_choice (self, NULL);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  return GTK_WIDGET (self);
}

void
pamong_filter_chip_set_empty (PamongFilterChip *self, const char *words)
{
  self->empty = words;
}

int
pamong_filter_chip_chosen (PamongFilterChip *self)
{
  return self->chosen;
}

const char *
pamong_filter_chip_words (PamongFilterChip *self)
{
  return self->words;
}

void
pamong_filter_chip_choose (PamongFilterChip *self, int choice)
{
  g_autoptr (GPtrArray) choices = choice >= 0 ? self->choices (self->data) : NULL;

  g_return_if_fail (choice < 0 || (guint) choice < choices->len);
  self->chosen = choice;
  show_choice (self, choice < 0 ? NULL : choices->pdata[choice]);
  g_signal_emit (self, changed_signal, 0);
}
