/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/roster.h"
#include "app/settings/sections.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongRoster {
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkBox *bar;
  GtkWidget *add, *empty;
  GtkStack *side;
  PamongRecordEditor *editor;
  GPtrArray *uids;
  char *chosen; /* (nullable): whose form is open */
  gboolean open;
};

G_DEFINE_FINAL_TYPE (PamongRoster, pamong_roster, GTK_TYPE_WIDGET)

enum { ADD, PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
uid_of (PamongRoster *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  return index >= 0 && (guint) index < self->uids->len ? g_ptr_array_index (self->uids, index) : NULL;
}

static void
add_cb (PamongRoster *self)
{
  if (pamong_roster_may_leave (self))
    g_signal_emit (self, signals[ADD], 0);
}

static void
activated_cb (PamongRoster *self, GtkListBoxRow *row)
{
  const char *uid = uid_of (self, row);

  if (uid != NULL && pamong_roster_may_leave (self))
    g_signal_emit (self, signals[PICKED], 0, uid);
}

static void
pamong_roster_dispose (GObject *object)
{
  PamongRoster *self = PAMONG_ROSTER (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->uids, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (pamong_roster_parent_class)->dispose (object);
}

static void
pamong_roster_class_init (PamongRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_roster_dispose;
  signals[ADD] = g_signal_new ("add", PAMONG_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PICKED] = g_signal_new ("picked", PAMONG_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_list (PamongRoster *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  pamong_focus_one_stop (GTK_WIDGET (self->list));
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "settings-list");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->empty = pamong_section_hint ("");
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_add_css_class (column, "settings-column");
  return column;
}

static void
pamong_roster_init (PamongRoster *self)
{
  self->uids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_parent (make_list (self), GTK_WIDGET (self));
}

GtkWidget *
pamong_roster_new (PamongKind kind, const char *add, const char *empty)
{
  PamongRoster *self = g_object_new (PAMONG_TYPE_ROSTER, NULL);
  GtkWidget *hint = pamong_section_hint (_ ("Choose somebody in the list to see or change them."));

  self->add = gtk_button_new_with_mnemonic (add);
  gtk_widget_add_css_class (self->add, "primary");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (self->bar, self->add);
  gtk_label_set_text (GTK_LABEL (self->empty), empty);
  self->editor = PAMONG_RECORD_EDITOR (pamong_record_editor_new (kind));
  self->side = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->side, hint, "hint");
  gtk_stack_add_named (self->side, GTK_WIDGET (self->editor), "editor");
  gtk_widget_add_css_class (hint, "settings-hint");
  gtk_widget_set_valign (hint, GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->side), "settings-detail");
  g_signal_connect_swapped (self->editor, "left", G_CALLBACK (pamong_roster_close), self);
  gtk_widget_set_parent (GTK_WIDGET (self->side), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

PamongRecordEditor *
pamong_roster_editor (PamongRoster *self)
{
  return self->editor;
}

void
pamong_roster_add (PamongRoster *self, GtkWidget *widget)
{
  gtk_box_append (self->bar, widget);
}

void
pamong_roster_fill (PamongRoster *self, GPtrArray *records, PamongRosterRow make, gpointer data)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->uids, 0);
  for (guint i = 0; i < records->len; i++)
    {
      const PamongRecord *record = g_ptr_array_index (records, i);
      GtkWidget *widget = make (record, data);

      gtk_list_box_append (self->list, widget);
      g_ptr_array_add (self->uids, g_strdup (record->uid));
      if (g_strcmp0 (record->uid, self->chosen) == 0)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (widget));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), records->len > 0);
  gtk_widget_set_visible (self->empty, records->len == 0);
}

void
pamong_roster_edit (PamongRoster *self, const char *title, const PamongRecord *record, gboolean is_new)
{
  g_free (self->chosen);
  self->chosen = g_strdup (record->uid);
  if (is_new)
    gtk_list_box_unselect_all (self->list);
  self->open = TRUE;
  pamong_record_editor_load (self->editor, title, record, is_new);
  gtk_stack_set_visible_child_name (self->side, "editor");
  pamong_form_focus (pamong_record_editor_form (self->editor), -1);
}

void
pamong_roster_close (PamongRoster *self)
{
  self->open = FALSE;
  pamong_roster_focus (self);
  gtk_stack_set_visible_child_name (self->side, "hint");
}

void
pamong_roster_focus (PamongRoster *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->open)
    {
      pamong_form_focus (pamong_record_editor_form (self->editor), -1);
      return;
    }
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add);
}

gboolean
pamong_roster_may_leave (PamongRoster *self)
{
  if (!self->open || !pamong_record_editor_is_changed (self->editor))
    return TRUE;
  pamong_record_editor_leave (self->editor);
  return FALSE;
}

guint
pamong_roster_count (PamongRoster *self)
{
  return self->uids->len;
}
