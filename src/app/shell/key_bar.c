/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/key_bar.h"

struct _PamongKeyBar {
  GtkBox parent_instance;

  GtkBox *keys;
  GtkImage *icon;
  GtkLabel *foot;
};

G_DEFINE_FINAL_TYPE (PamongKeyBar, pamong_key_bar, GTK_TYPE_BOX)

static void
pamong_key_bar_class_init (PamongKeyBarClass *klass)
{
}

static void
pamong_key_bar_init (PamongKeyBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "key-bar");
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->keys = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->keys), TRUE);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->foot = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->foot, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->keys));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->foot));
}

GtkWidget *
pamong_keycap_new (const char *key)
{
  GtkWidget *label = gtk_label_new (key);

  gtk_widget_add_css_class (label, "key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

GtkWidget *
pamong_key_bar_new (void)
{
  return g_object_new (PAMONG_TYPE_KEY_BAR, NULL);
}

void
pamong_key_bar_set_keys (PamongKeyBar *self, const PamongPageKey *keys)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->keys))) != NULL)
    gtk_box_remove (self->keys, child);
  for (const PamongPageKey *key = keys; key->key != NULL; key++)
    {
      GtkWidget *words = gtk_label_new (key->words);

      gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END); /* large text: the window stays inside the screen */
      gtk_widget_set_margin_end (words, 10);
      gtk_box_append (self->keys, pamong_keycap_new (key->key));
      gtk_box_append (self->keys, words);
    }
}

void
pamong_key_bar_set_foot (PamongKeyBar *self, const char *icon, const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->foot, words);
}
