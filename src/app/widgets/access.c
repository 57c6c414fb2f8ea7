/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/access.h"
#include <glib/gi18n.h>

#define ROW_WORDS 4 /* labels in a name: a row says what it is about, not everything it holds */

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
has_words (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget);
}

static void
collect_words (GtkWidget *widget, guint most, GPtrArray *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && words->len < most; child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      g_ptr_array_add (words, child);
    else if (!GTK_IS_POPOVER (child))
      collect_words (child, most, words);
}

/* By the labels themselves, so that the name follows what they say. */
static void
name_by_words (GtkWidget *widget)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  collect_words (widget, ROW_WORDS, words);
  for (guint i = 0; i < words->len; i++)
    if (!has_name (words->pdata[i]))
      set_name (words->pdata[i], "");
  switch (words->len)
    {
    case 0:
      set_name (widget, tooltip != NULL ? tooltip : "");
      return;
    case 1:
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, words->pdata[0], NULL, -1);
      return;
    case 2:
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, words->pdata[0], words->pdata[1], NULL, -1);
      return;
    case 3:
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, words->pdata[0], words->pdata[1], words->pdata[2], NULL, -1);
      return;
    default:
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, words->pdata[0], words->pdata[1], words->pdata[2], words->pdata[3], NULL, -1);
    }
}

static char *
without_mnemonic (const char *label)
{
  g_autofree char *text = NULL;

  return pango_parse_markup (label, -1, '_', NULL, &text, NULL, NULL) ? g_steal_pointer (&text) : g_strdup (label);
}

/* What a button says is said by the label inside; GTK adds it once more as it was written, underscore and all. */
static gboolean
name_by_label (gpointer button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *differs = gtk_test_accessible_check_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "");

  if (label != NULL && differs == NULL)
    gtk_accessible_reset_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL);
  return G_SOURCE_REMOVE;
}

static void
label_changed_cb (GtkWidget *button)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, name_by_label, g_object_ref (button), g_object_unref); /* GTK writes its own after it has told */
}

static void
check_label_changed_cb (GtkCheckButton *button)
{
  g_autofree char *words = gtk_check_button_get_label (button) != NULL ? without_mnemonic (gtk_check_button_get_label (button)) : NULL;

  if (words != NULL && gtk_check_button_get_use_underline (button))
    set_name (GTK_WIDGET (button), words);
}

static void
name_button (GtkWidget *widget)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_TAB)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    {
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) && gtk_widget_get_tooltip_text (widget) != NULL)
        set_name (widget, gtk_widget_get_tooltip_text (widget));
    }
  else if (GTK_IS_BUTTON (widget))
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (label_changed_cb), NULL);
      name_by_label (widget);
    }
  else if (GTK_IS_CHECK_BUTTON (widget))
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (check_label_changed_cb), NULL);
      check_label_changed_cb (GTK_CHECK_BUTTON (widget));
    }
}

/* An entry that stands inside a field of ours has the field's label. */
static void
name_text (GtkWidget *widget)
{
  GtkWidget *field = gtk_widget_get_parent (widget);
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (field);

  if (labels != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, labels->data, NULL, -1);
}

/* NULL: a label may wait for its words. */
static const char *
find_heading (GtkWidget *widget)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *text;

  collect_words (widget, 1, words);
  text = words->len > 0 && GTK_IS_LABEL (words->pdata[0]) ? gtk_label_get_text (GTK_LABEL (words->pdata[0])) : "";
  return *text != '\0' ? text : NULL;
}

static void
name_scroller (GtkWidget *widget)
{
  GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget));
  const char *heading = find_heading (widget);
  g_autofree char *name = NULL;

  if (GTK_IS_VIEWPORT (child))
    child = gtk_viewport_get_child (GTK_VIEWPORT (child));
  if (child != NULL && gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL))
    name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, ""); /* NULL: it is empty */
  if (name != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, child, NULL, -1);
  else
    set_name (widget, heading != NULL ? heading : _ ("List"));
}

static void
name_widget (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_IMG:
      set_name (widget, ""); /* gtk_widget_show tells of it again */
      gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      return;
    case GTK_ACCESSIBLE_ROLE_LABEL:
    case GTK_ACCESSIBLE_ROLE_WIDGET:
    case GTK_ACCESSIBLE_ROLE_NONE:
    case GTK_ACCESSIBLE_ROLE_GENERIC:
    case GTK_ACCESSIBLE_ROLE_PRESENTATION:
    case GTK_ACCESSIBLE_ROLE_SCROLLBAR:
      set_name (widget, "");
      return;
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_ROW:
    case GTK_ACCESSIBLE_ROLE_GRID_CELL:
    case GTK_ACCESSIBLE_ROLE_COLUMN_HEADER:
    case GTK_ACCESSIBLE_ROLE_TAB:
      name_by_words (widget);
      return;
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
      name_text (widget);
      return;
    default:
      if (GTK_IS_SCROLLED_WINDOW (widget))
        name_scroller (widget);
      else if (GTK_IS_LIST_VIEW (widget) && has_name (parent)) /* the rows of a column view */
        gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, parent, NULL, -1);
      else if (GTK_IS_LIST_BOX (widget))
        set_name (widget, _ ("List"));
      else if (GTK_IS_STACK_SWITCHER (widget))
        set_name (widget, _ ("Views"));
    }
}

static void
set_hidden (GtkWidget *widget, gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

/* A stack still tells of the pages it does not show, and a dialog of the buttons it would show were it narrower. */
static void
hide_unseen (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      hide_unseen (child);
    else
      set_hidden (child, TRUE);
}

static gboolean
window_shown_cb (gpointer window)
{
  hide_unseen (window);
  return G_SOURCE_REMOVE;
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  static GQuark told;
  GtkWidget *widget = g_value_get_object (values);

  if (told == 0)
    told = g_quark_from_static_string ("pamong-told");
  if (GTK_IS_WINDOW (widget))
    g_idle_add_full (G_PRIORITY_LOW, window_shown_cb, g_object_ref (widget), g_object_unref); /* what is seen is known when it has been laid out */
  else if (GTK_IS_STACK (widget))
    hide_unseen (widget);
  if (g_object_get_qdata (G_OBJECT (widget), told) != NULL)
    {
      if (!GTK_IS_IMAGE (widget))
        set_hidden (widget, FALSE);
      return TRUE;
    }
  g_object_set_qdata (G_OBJECT (widget), told, widget);
  name_button (widget);
  if (!has_name (widget))
    name_widget (widget);
  return TRUE;
}

static gboolean
unmapped_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (!gtk_widget_get_child_visible (widget))
    set_hidden (widget, TRUE);
  return TRUE;
}

/* Windows has none, and a computer may have it switched off: then nobody listens, and GTK warns of every question. */
static gboolean
has_listener (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GtkATContext) context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LABEL, GTK_ACCESSIBLE (widget), gdk_display_get_default ());

  g_object_unref (widget);
  return context != NULL;
}

void
pamong_access_init (void)
{
  static gboolean done;

  if (done || !has_listener ())
    return;
  done = TRUE;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmapped_cb, NULL, NULL);
}
