/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/list_head.h"

#include "app/words.h"

#include <glib/gi18n.h>

struct _PamongListHead
{
  GtkWidget parent_instance;
  PamongLevel level;
  GtkLabel *count, *order, *empty;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (PamongListHead, pamong_list_head, GTK_TYPE_WIDGET)

static const char *
order_words (PamongSort order)
{
  switch (order)
    {
    case PAMONG_SORT_NAME:
      return _ ("by name");
    case PAMONG_SORT_NIK:
      return _ ("by NIK");
    case PAMONG_SORT_SEX:
      return _ ("by sex");
    case PAMONG_SORT_AGE:
      return _ ("by age");
    case PAMONG_SORT_SHDK:
      return _ ("by relation");
    case PAMONG_SORT_KK:
      return _ ("by KK number");
    case PAMONG_SORT_PLACE:
      return pamong_words_hamlet (_ ("by hamlet, RW, RT"));
    case PAMONG_SORT_VILLAGE:
      return _ ("by village");
    case PAMONG_SORT_MARKS:
      return _ ("by mark");
    }
  return "";
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_add (void)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_ ("_Add resident"));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_widget_add_css_class (button, "primary");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "resident.add");
  return button;
}

static GtkWidget *
make_title (PamongLevel level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean village = level == PAMONG_LEVEL_VILLAGE;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (_ ("Residents"), "page-title"));
  gtk_box_append (GTK_BOX (words), make_label (village ? _ ("Find, filter, then open a resident's data on the right.") : _ ("The residents of all villages together, to be read."), "page-hint"));
  gtk_box_append (GTK_BOX (box), words);
  if (village)
    gtk_box_append (GTK_BOX (box), make_add ());
  return box;
}

static GtkWidget *
make_columns (GtkWidget *popover)
{
  GtkWidget *button = gtk_menu_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_ ("Colu_mns"));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("view-more-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1); /* the button inside takes it over */
  return button;
}

static GtkWidget *
make_count (PamongListHead *self, GtkWidget *columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *count = make_label (NULL, "strong"), *order = make_label (NULL, "secondary");

  self->count = GTK_LABEL (count);
  self->order = GTK_LABEL (order);
  self->clear = gtk_button_new_with_mnemonic (_ ("Clear fil_ters"));
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (count, "num");
  gtk_widget_add_css_class (box, "count-line");
  gtk_widget_set_hexpand (order, TRUE);
  gtk_widget_add_css_class (self->clear, "link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "resident.clear");
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), order);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_box_append (GTK_BOX (box), make_columns (columns));
  return box;
}

static void
pamong_list_head_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_list_head_parent_class)->dispose (object);
}

static void
pamong_list_head_class_init (PamongListHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_list_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_list_head_init (PamongListHead *self)
{
}

GtkWidget *
pamong_list_head_new (PamongLevel level, GtkWidget *filters, GtkWidget *columns)
{
  PamongListHead *self = g_object_new (PAMONG_TYPE_LIST_HEAD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->level = level;
  gtk_widget_add_css_class (box, "list-head");
  gtk_box_append (GTK_BOX (box), make_title (level));
  gtk_box_append (GTK_BOX (box), filters);
  gtk_box_append (GTK_BOX (box), make_count (self, columns));
  self->empty = GTK_LABEL (make_label (NULL, "secondary"));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
pamong_list_head_show (PamongListHead *self, gint64 count, gint64 all, gboolean filtered, PamongSort order)
{
  g_autofree char *number = pamong_words_number (count), *total = pamong_words_number (all);
  g_autofree char *words = filtered ? g_strdup_printf (_ ("%s of %s people"), number, total) : g_strdup_printf (ngettext ("%s resident", "%s residents", (gulong) count), number);

  gtk_label_set_text (self->count, words);
  gtk_label_set_text (self->order, order_words (order));
  gtk_widget_set_visible (self->clear, filtered);
  gtk_label_set_text (self->empty, filtered                               ? _ ("Nobody fits these filters. Take one away or clear them all.")
                                   : self->level == PAMONG_LEVEL_VILLAGE ? _ ("Nobody is written down yet. Type a family card (F2) or add a resident.")
                                                                         : _ ("Nobody is here yet. People appear once their village has sent them."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), count == 0);
}

void
pamong_list_head_complain (PamongListHead *self, const char *words)
{
  gtk_label_set_text (self->count, words);
  gtk_label_set_text (self->order, "");
}

const char *
pamong_list_head_count (PamongListHead *self)
{
  return gtk_label_get_text (self->count);
}
