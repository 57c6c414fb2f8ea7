/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/navigation.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include <glib/gi18n.h>

#define WIDE 195
#define RAIL 64

typedef struct {
  char *name;
  GtkListBoxRow *row;
  GtkLabel *words, *count;
} Entry;

struct _PamongNavigation {
  GtkWidget parent_instance;

  GtkListBox *list;
  GPtrArray *entries;
  gboolean rail;
};

G_DEFINE_FINAL_TYPE (PamongNavigation, pamong_navigation, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
free_entry (Entry *entry)
{
  g_free (entry->name);
  g_free (entry);
}

static Entry *
find (PamongNavigation *self, const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->name, name) == 0)
        return entry;
    }
  return NULL;
}

static void
fold (PamongNavigation *self, Entry *entry)
{
  gboolean has_count = *gtk_label_get_text (entry->count) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (entry->words), !self->rail);
  gtk_widget_set_visible (GTK_WIDGET (entry->count), !self->rail && has_count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry->row), self->rail ? gtk_label_get_text (entry->words) : NULL);
}

static void
row_activated_cb (PamongNavigation *self, GtkListBoxRow *row)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->row == row)
        g_signal_emit (self, chosen_signal, 0, entry->name);
    }
}

static void
pamong_navigation_dispose (GObject *object)
{
  PamongNavigation *self = PAMONG_NAVIGATION (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_navigation_parent_class)->dispose (object);
}

static void
pamong_navigation_class_init (PamongNavigationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_navigation_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pamong_navigation_init (PamongNavigation *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  pamong_focus_one_stop (GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "nav");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), WIDE, -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

GtkWidget *
pamong_navigation_new (void)
{
  return g_object_new (PAMONG_TYPE_NAVIGATION, NULL);
}

void
pamong_navigation_add (PamongNavigation *self, const char *name, const char *icon, const char *words, gboolean gap)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 11);

  entry->name = g_strdup (name);
  entry->row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
  entry->words = GTK_LABEL (gtk_label_new (words));
  gtk_label_set_xalign (entry->words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (entry->words), TRUE);
  entry->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "num");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry->count));
  gtk_list_box_row_set_child (entry->row, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (gap)
    gtk_widget_add_css_class (GTK_WIDGET (entry->row), "gap");
  gtk_list_box_append (self->list, GTK_WIDGET (entry->row));
  g_ptr_array_add (self->entries, entry);
  fold (self, entry);
}

void
pamong_navigation_select (PamongNavigation *self, const char *name)
{
  Entry *entry = find (self, name);

  if (entry != NULL)
    gtk_list_box_select_row (self->list, entry->row);
}

void
pamong_navigation_set_offered (PamongNavigation *self, const char *name, gboolean offered)
{
  Entry *entry = find (self, name);

  if (entry != NULL)
    gtk_widget_set_visible (GTK_WIDGET (entry->row), offered);
}

void
pamong_navigation_set_count (PamongNavigation *self, const char *name, gint64 count)
{
  Entry *entry = find (self, name);
  g_autofree char *number = count > 0 ? pamong_words_number (count) : g_strdup ("");

  if (entry == NULL)
    return;
  gtk_label_set_text (entry->count, number);
  fold (self, entry);
}

void
pamong_navigation_set_rail (PamongNavigation *self, gboolean rail)
{
  self->rail = rail;
  gtk_widget_set_size_request (GTK_WIDGET (self->list), rail ? RAIL : WIDE, -1);
  if (rail)
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "rail");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "rail");
  for (guint i = 0; i < self->entries->len; i++)
    fold (self, g_ptr_array_index (self->entries, i));
}

gboolean
pamong_navigation_is_rail (PamongNavigation *self)
{
  return self->rail;
}
