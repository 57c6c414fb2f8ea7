/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/recovery_view.h"
#include <glib/gi18n.h>

static void
copied_cb (GtkButton *button, GtkLabel *code)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), gtk_label_get_text (code));
  gtk_button_set_label (button, _ ("Copied"));
}

GtkWidget *
pamong_recovery_view_new (const char *code)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *label = gtk_label_new (code);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));

  gtk_widget_add_css_class (box, "panel");
  gtk_widget_add_css_class (box, "recovery-code");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE); /* one that can be selected stops Tab in GTK 4.8 and does not take it */
  gtk_widget_add_css_class (label, "code");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  g_signal_connect (copy, "clicked", G_CALLBACK (copied_cb), label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), copy);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Recovery code"), -1);
  return box;
}
