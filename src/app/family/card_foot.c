/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_foot.h"
#include <glib/gi18n.h>

struct _PamongCardFoot
{
  GtkWidget parent_instance;

  GtkWidget *icon, *words, *counts, *cancel, *save;
};

G_DEFINE_FINAL_TYPE (PamongCardFoot, pamong_card_foot, GTK_TYPE_WIDGET)

enum
{
  SAVE,
  CANCEL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clicked_cb (PamongCardFoot *self, GtkWidget *button)
{
  g_signal_emit (self, signals[button == self->save ? SAVE : CANCEL], 0);
}

static GtkWidget *
add_button (PamongCardFoot *self, const char *words, const char *key)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cap = gtk_label_new (key);

  gtk_box_append (GTK_BOX (content), gtk_label_new (words));
  gtk_widget_add_css_class (cap, "key");
  gtk_box_append (GTK_BOX (content), cap);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
pamong_card_foot_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_card_foot_parent_class)->dispose (object);
}

static void
pamong_card_foot_class_init (PamongCardFootClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_card_foot_dispose;
  signals[SAVE] = g_signal_new ("save", PAMONG_TYPE_CARD_FOOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", PAMONG_TYPE_CARD_FOOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_card_foot_init (PamongCardFoot *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foot-bar");
  self->icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  self->words = gtk_label_new (NULL);
  self->counts = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_add_css_class (self->icon, "secondary");
  gtk_widget_add_css_class (self->words, "secondary");
  gtk_widget_add_css_class (self->words, "num");
  gtk_widget_add_css_class (self->counts, "secondary");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->counts, GTK_WIDGET (self));
  self->cancel = add_button (self, _ ("Cancel"), "Esc");
  self->save = add_button (self, _ ("Save family"), "Ctrl+S");
  gtk_widget_add_css_class (self->save, "primary");
  pamong_card_foot_say (self, NULL);
}

GtkWidget *
pamong_card_foot_new (void)
{
  return g_object_new (PAMONG_TYPE_CARD_FOOT, NULL);
}

void
pamong_card_foot_say (PamongCardFoot *foot, const char *words)
{
  gtk_widget_set_opacity (foot->icon, words != NULL);
  gtk_label_set_text (GTK_LABEL (foot->words), words != NULL ? words : "");
}

void
pamong_card_foot_set_counts (PamongCardFoot *foot, guint people, guint to_check)
{
  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", people), people);
  g_autofree char *second = g_strdup_printf (_ ("%u to check"), to_check);
  g_autofree char *both = g_strjoin (", ", first, to_check > 0 ? second : NULL, NULL);

  gtk_label_set_text (GTK_LABEL (foot->counts), both);
}

void
pamong_card_foot_set_editable (PamongCardFoot *foot, gboolean editable)
{
  gtk_widget_set_visible (foot->cancel, editable);
  gtk_widget_set_visible (foot->save, editable);
}

void
pamong_card_foot_focus_save (PamongCardFoot *foot)
{
  gtk_widget_grab_focus (foot->save);
}
