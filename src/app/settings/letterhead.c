/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/letterhead.h"
#include "app/settings/logo.h"
#include "office/identity.h"
#include <glib/gi18n.h>

struct _PamongLetterhead {
  GtkWidget parent_instance;

  GtkPicture *logo;
  GtkLabel *lines, *address;
  char *shown; /* the logo that is drawn */
};

G_DEFINE_FINAL_TYPE (PamongLetterhead, pamong_letterhead, GTK_TYPE_WIDGET)

#define LOGO 72

static void
pamong_letterhead_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&PAMONG_LETTERHEAD (object)->shown, g_free);
  G_OBJECT_CLASS (pamong_letterhead_parent_class)->dispose (object);
}

static void
pamong_letterhead_class_init (PamongLetterheadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_letterhead_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
pamong_letterhead_init (PamongLetterhead *self)
{
  GtkWidget *paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *logo = gtk_picture_new (), *rule = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->logo = GTK_PICTURE (logo);
  gtk_widget_set_size_request (logo, LOGO, LOGO);
  gtk_widget_set_valign (logo, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (rule, "letterhead-rule");
  self->lines = add_label (words, "letterhead-lines");
  self->address = add_label (words, "letterhead-address");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), logo);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (paper), head);
  gtk_box_append (GTK_BOX (paper), rule);
  gtk_widget_add_css_class (paper, "letterhead");
  gtk_widget_set_parent (paper, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Letterhead as it prints"), -1);
}

GtkWidget *
pamong_letterhead_new (void)
{
  return g_object_new (PAMONG_TYPE_LETTERHEAD, NULL);
}

static char *
address_words (const PamongRecord *identity)
{
  static const int fields[] = { PAMONG_IDENTITY_ADDRESS, PAMONG_IDENTITY_PHONE, PAMONG_IDENTITY_EMAIL, PAMONG_IDENTITY_WEBSITE };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!pamong_record_is_set (identity, fields[i]))
        continue;
      if (words->len > 0)
        g_string_append (words, i == 1 ? " " : ", ");
      if (fields[i] == PAMONG_IDENTITY_PHONE)
        g_string_append (words, _ ("Tel. "));
      g_string_append (words, pamong_record_text (identity, fields[i]));
      if (fields[i] == PAMONG_IDENTITY_ADDRESS && pamong_record_is_set (identity, PAMONG_IDENTITY_POSTCODE))
        g_string_append_printf (words, " %s", pamong_record_text (identity, PAMONG_IDENTITY_POSTCODE));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
pamong_letterhead_show (PamongLetterhead *self, const PamongRecord *identity)
{
  g_auto (GStrv) lines = pamong_identity_letterhead (identity);
  g_autofree char *all = g_strjoinv ("\n", lines), *address = address_words (identity);
  const char *logo = pamong_record_text (identity, PAMONG_IDENTITY_LOGO);

  gtk_label_set_text (self->lines, all);
  gtk_label_set_text (self->address, *address != '\0' ? address : _ ("(address of the office)"));
  if (g_strcmp0 (self->shown, logo) != 0 || logo == NULL)
    {
      g_autoptr (GdkTexture) texture = pamong_logo_texture (logo);

      gtk_picture_set_paintable (self->logo, GDK_PAINTABLE (texture));
      g_free (self->shown);
      self->shown = g_strdup (logo);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->logo), logo != NULL);
}
