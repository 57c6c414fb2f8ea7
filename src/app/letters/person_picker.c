/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/person_picker.h"
#include "app/shell/found_row.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

#define MOST 8
#define ROWS_SEEN 150 /* pixels: the place is reserved, so that nothing jumps while typing */

struct _PamongPersonPicker {
  GtkWidget parent_instance;

  PamongSession *session;
  int status;
  GtkWidget *entry, *list, *scroller;
};

G_DEFINE_FINAL_TYPE (PamongPersonPicker, pamong_person_picker, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
add_row (PamongPersonPicker *self, const PamongListRow *found)
{
  g_autofree char *words = pamong_found_words (found);
  GtkWidget *label = gtk_label_new (words), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (found->uid), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
typed_cb (PamongPersonPicker *self)
{
  PamongSearch *search = pamong_session_search (self->session);
  guint total = 0;
  g_autoptr (GPtrArray) rows = search != NULL ? pamong_search_rows (search, gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL, self->status, MOST, &total, NULL) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (rows->pdata[i] != NULL)
      add_row (self, rows->pdata[i]);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static gboolean
move (PamongPersonPicker *self, int step)
{
  GtkListBoxRow *now = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkListBoxRow *next = now != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (now) + step) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t place;

  if (next == NULL)
    return now != NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  if (gtk_widget_compute_bounds (GTK_WIDGET (next), self->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
  return TRUE;
}

static gboolean
key_pressed_cb (PamongPersonPicker *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return move (self, 1);
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return move (self, -1);
  return FALSE;
}

static void
activate_cb (PamongPersonPicker *self)
{
  g_signal_emit (self, activated_signal, 0);
}

static gboolean
pamong_person_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_PERSON_PICKER (widget)->entry);
}

static void
pamong_person_picker_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&PAMONG_PERSON_PICKER (object)->session);
  G_OBJECT_CLASS (pamong_person_picker_parent_class)->dispose (object);
}

static void
pamong_person_picker_class_init (PamongPersonPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_person_picker_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_person_picker_grab_focus;
  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_person_picker_init (PamongPersonPicker *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Name or NIK"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  self->list = gtk_list_box_new ();
  gtk_widget_set_can_focus (self->list, FALSE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_size_request (self->scroller, 420, ROWS_SEEN);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
pamong_person_picker_new (PamongSession *session, int status, const char *label)
{
  PamongPersonPicker *self = g_object_new (PAMONG_TYPE_PERSON_PICKER, NULL);

  self->session = g_object_ref (session);
  self->status = status;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const char *
pamong_person_picker_chosen (PamongPersonPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? g_object_get_data (G_OBJECT (row), "uid") : NULL;
}

GtkWidget *
pamong_person_picker_entry (PamongPersonPicker *self)
{
  return self->entry;
}
