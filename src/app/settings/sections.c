/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/sections.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  pamong_dialog_ask_finish (result);
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
pamong_section_row (const char *title, const char *words, const char *side, gboolean faint)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), make_label (title, faint ? "secondary" : "medium"));
  if (words != NULL)
    gtk_box_append (GTK_BOX (text), make_label (words, "secondary"));
  gtk_box_append (GTK_BOX (box), text);
  if (side != NULL)
    {
      GtkWidget *label = make_label (side, "num");

      gtk_widget_add_css_class (label, "secondary");
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

GtkWidget *
pamong_section_title (const char *words)
{
  GtkWidget *title = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  return title;
}

GtkWidget *
pamong_section_hint (const char *words)
{
  GtkWidget *label = make_label (words, "secondary");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

void
pamong_section_tell (GtkWidget *parent, const char *heading, const char *words)
{
  pamong_dialog_ask_async (parent, heading, words, (const char *[]) { _ ("_Close"), NULL }, -1, told_cb, NULL);
}
