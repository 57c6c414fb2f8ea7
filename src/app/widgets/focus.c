/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/focus.h"

static gboolean
goes_back (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
}

gboolean
pamong_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = goes_back (direction);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

static GtkWidget *
focused_row (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (row != NULL && row != list && g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  return row != list ? row : NULL;
}

/* GTK 4.8 has no tab behaviour of lists; one that cannot have the focus is passed over. */
static gboolean
pass_over (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (list));
  gboolean moved;

  gtk_widget_set_can_focus (list, FALSE);
  moved = gtk_widget_child_focus (root, direction);
  gtk_widget_set_can_focus (list, TRUE);
  return moved;
}

static gboolean
tab_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)), *row = focused_row (list);
  GtkDirectionType direction = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK) != 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (row, direction) || pass_over (list, direction);
}

/* The letter of its title leads to a row: a GtkListBox of its own takes no key. */
static gboolean
mnemonic_cb (GtkWidget *list, gboolean cycling)
{
  return gtk_widget_get_focus_child (list) != NULL ? gtk_widget_grab_focus (gtk_widget_get_focus_child (list)) : gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

void
pamong_focus_one_stop (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (GTK_IS_LIST_BOX (list))
    g_signal_connect (list, "mnemonic-activate", G_CALLBACK (mnemonic_cb), NULL);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (tab_pressed_cb), NULL);
  gtk_widget_add_controller (list, keys);
}
