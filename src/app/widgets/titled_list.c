/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/titled_list.h"
#include "app/widgets/focus.h"

static GtkListBox *
make_rows (const char *words)
{
  GtkListBox *rows = GTK_LIST_BOX (gtk_list_box_new ());
  GtkWidget *none = gtk_label_new (words);

  pamong_focus_one_stop (GTK_WIDGET (rows));
  gtk_list_box_set_selection_mode (rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (none, "secondary");
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_widget_set_valign (none, GTK_ALIGN_START);
  gtk_list_box_set_placeholder (rows, none);
  return rows;
}

GtkWidget *
pamong_titled_list_new (const char *title, const char *none, GtkListBox **rows)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *label = gtk_label_new_with_mnemonic (title), *scroller = gtk_scrolled_window_new ();

  *rows = make_rows (none);
  gtk_widget_add_css_class (label, "strong");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (*rows));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (*rows), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (*rows));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (body), label);
  gtk_box_append (GTK_BOX (body), scroller);
  return body;
}
