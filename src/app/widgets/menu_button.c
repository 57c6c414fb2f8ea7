/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/menu_button.h"

/* The label that GtkMenuButton makes itself never opens the menu by its mnemonic in GTK 4.8. */
GtkWidget *
pamong_menu_button_new (const char *words, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new (), *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  /* The button inside takes its name from the outer one, which a screen reader does not follow further. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  return button;
}
