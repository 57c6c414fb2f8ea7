/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/column_picker.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongColumnPicker {
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *up, *down;
};

G_DEFINE_FINAL_TYPE (PamongColumnPicker, pamong_column_picker, GTK_TYPE_WIDGET)

static guint changed_signal;

static GtkCheckButton *
tick_of (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

static const char *
key_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static GtkListBoxRow *
find_row (PamongColumnPicker *self, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (key_of (row), key))
      return row;
  return NULL;
}

static void
emit_changed (PamongColumnPicker *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
move_row (PamongColumnPicker *self, GtkListBoxRow *row, int step)
{
  int at = row != NULL ? gtk_list_box_row_get_index (row) + step : -1;

  if (at < 0 || gtk_list_box_get_row_at_index (self->list, at) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), at);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_object_unref (row);
  emit_changed (self);
}

static void
up_cb (PamongColumnPicker *self)
{
  move_row (self, gtk_list_box_get_selected_row (self->list), -1);
}

static void
down_cb (PamongColumnPicker *self)
{
  move_row (self, gtk_list_box_get_selected_row (self->list), 1);
}

static void
set_all (PamongColumnPicker *self, gboolean on)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_check_button_set_active (tick_of (row), on);
}

static void
all_cb (PamongColumnPicker *self)
{
  set_all (self, TRUE);
}

static void
none_cb (PamongColumnPicker *self)
{
  set_all (self, FALSE);
}

static void
selected_cb (PamongColumnPicker *self)
{
  gboolean any = gtk_list_box_get_selected_row (self->list) != NULL;

  gtk_widget_set_sensitive (self->up, any);
  gtk_widget_set_sensitive (self->down, any);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  gtk_check_button_set_active (tick_of (row), !gtk_check_button_get_active (tick_of (row)));
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PamongColumnPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return FALSE;
  if (key == GDK_KEY_space)
    row_activated_cb (self->list, row);
  else if ((state & GDK_ALT_MASK) != 0 && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    move_row (self, row, key == GDK_KEY_Up ? -1 : 1);
  else
    return FALSE;
  return TRUE;
}

static void
pamong_column_picker_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_column_picker_parent_class)->dispose (object);
}

static void
pamong_column_picker_class_init (PamongColumnPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_column_picker_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  changed_signal = g_signal_new ("changed", PAMONG_TYPE_COLUMN_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (PamongColumnPicker *self, GtkWidget *bar, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_list (PamongColumnPicker *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  g_signal_connect_swapped (list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (list, keys);
  pamong_focus_one_stop (list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 120);
  gtk_widget_add_css_class (scrolled, "panel");
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
pamong_column_picker_init (PamongColumnPicker *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *list = make_list (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE); /* its own children do not ask for it */
  self->up = add_button (self, bar, _ ("_Up"), G_CALLBACK (up_cb));
  self->down = add_button (self, bar, _ ("Dow_n"), G_CALLBACK (down_cb));
  add_button (self, bar, _ ("_All"), G_CALLBACK (all_cb));
  add_button (self, bar, _ ("N_one"), G_CALLBACK (none_cb));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  selected_cb (self);
}

GtkWidget *
pamong_column_picker_new (void)
{
  return g_object_new (PAMONG_TYPE_COLUMN_PICKER, NULL);
}

static void
add_row (PamongColumnPicker *self, const PamongExportColumn *column)
{
  GtkWidget *row = gtk_list_box_row_new (), *tick = gtk_check_button_new_with_label (pamong_words_hamlet (_ (column->label)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  gtk_widget_set_can_focus (tick, FALSE); /* the row has the focus, Space ticks; one that is not focusable alone holds Tab in GTK 4.8 */
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (emit_changed), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tick);
  g_object_set_data (G_OBJECT (row), "key", (gpointer) column->key);
  gtk_list_box_append (self->list, row);
}

void
pamong_column_picker_show (PamongColumnPicker *self, PamongExportWhat what)
{
  GPtrArray *columns = pamong_export_columns (what);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < columns->len; i++)
    add_row (self, columns->pdata[i]);
  emit_changed (self);
}

char **
pamong_column_picker_keys (PamongColumnPicker *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (tick_of (row)))
      g_strv_builder_add (keys, key_of (row));
  return g_strv_builder_end (keys);
}

void
pamong_column_picker_tick (PamongColumnPicker *self, const char *key, gboolean on)
{
  GtkListBoxRow *row = find_row (self, key);

  if (row != NULL)
    gtk_check_button_set_active (tick_of (row), on);
}

void
pamong_column_picker_move (PamongColumnPicker *self, const char *key, int step)
{
  move_row (self, find_row (self, key), step);
}
