/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/held_card.h"
#include "app/words.h"
#include "store/outbox.h"
#include <glib/gi18n.h>

struct _PamongHeldCard {
  GtkBox parent_instance;

  GtkLabel *number;
  GtkBox *items;
};

G_DEFINE_FINAL_TYPE (PamongHeldCard, pamong_held_card, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_item (PamongHeldCard *self, const PamongOutboxItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *what = g_strdup_printf ("%s: %s", pamong_words_act (item->act), item->who != NULL ? item->who : "");

  gtk_box_append (GTK_BOX (box), make_label (what, "strong"));
  gtk_box_append (GTK_BOX (box), make_label (item->reason != NULL ? item->reason : _ ("Pamong does not know this answer yet. Update Pamong."), NULL));
  gtk_box_append (GTK_BOX (foot), make_label (item->remedy != NULL ? item->remedy : "", "secondary"));
  if (item->uid != NULL && (g_strcmp0 (item->kind, "resident") == 0 || g_strcmp0 (item->kind, "family") == 0))
    {
      GtkWidget *open = gtk_button_new_with_mnemonic (_ ("_Open its data"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "(ss)", item->kind, item->uid);
      gtk_box_append (GTK_BOX (foot), open);
    }
  gtk_box_append (GTK_BOX (box), foot);
  gtk_box_append (self->items, box);
}

static void
pamong_held_card_class_init (PamongHeldCardClass *klass)
{
}

static void
pamong_held_card_init (PamongHeldCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *words = make_label (_ ("To be put right"), "strong");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-body");
  gtk_widget_add_css_class (icon, "warning-text");
  gtk_widget_add_css_class (words, "warning-text");
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "secondary");
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->number));
  self->items = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->items));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pamong_held_card_new (void)
{
  return g_object_new (PAMONG_TYPE_HELD_CARD, NULL);
}

void
pamong_held_card_set (PamongHeldCard *self, GPtrArray *items, gint64 total)
{
  g_autofree char *number = pamong_words_number (total);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    gtk_box_remove (self->items, child);
  for (guint i = 0; i < items->len; i++)
    add_item (self, items->pdata[i]);
  gtk_label_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0);
}
