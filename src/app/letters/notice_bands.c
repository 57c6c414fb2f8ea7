/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/notice_bands.h"
#include "app/widgets/focus.h"
#include "office/letters.h"
#include <glib/gi18n.h>

struct _PamongNoticeBands {
  GtkWidget parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PamongNoticeBands, pamong_notice_bands, GTK_TYPE_WIDGET)

static guint look_signal;

static void
look_cb (PamongNoticeBands *self, GtkWidget *button)
{
  g_signal_emit (self, look_signal, 0, g_object_get_data (G_OBJECT (button), "id"), g_object_get_data (G_OBJECT (button), "uid"));
}

/* What is not filled in yet is told by its field once printing was tried. */
static gboolean
is_told_elsewhere (const PamongLetterNotice *notice)
{
  return g_str_equal (notice->id, "missing") || g_str_equal (notice->id, "closed-year");
}

static GtkWidget *
make_band (PamongNoticeBands *self, const PamongLetterNotice *notice)
{
  gboolean earlier = g_str_equal (notice->id, "earlier");
  GtkWidget *band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *label = gtk_label_new (notice->words), *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (band, "band");
  if (!earlier)
    gtk_widget_add_css_class (band, notice->stops ? "error" : "warning");
  gtk_box_append (GTK_BOX (band), gtk_image_new_from_icon_name (earlier ? "dialog-information-symbolic" : notice->stops ? "dialog-error-symbolic" : "dialog-warning-symbolic"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (band), label);
  if (notice->uid != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Look"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "id", g_strdup (notice->id), g_free);
      g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (notice->uid), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (band), button);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), band);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
pamong_notice_bands_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_notice_bands_parent_class)->dispose (object);
}

static void
pamong_notice_bands_class_init (PamongNoticeBandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_notice_bands_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  look_signal = g_signal_new ("look", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_notice_bands_init (PamongNoticeBands *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What to know first"), -1);
  gtk_widget_add_css_class (self->list, "notices");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
pamong_notice_bands_new (void)
{
  return g_object_new (PAMONG_TYPE_NOTICE_BANDS, NULL);
}

void
pamong_notice_bands_show (PamongNoticeBands *self, GPtrArray *notices)
{
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    if (!is_told_elsewhere (notices->pdata[i]))
      {
        gtk_list_box_append (GTK_LIST_BOX (self->list), make_band (self, notices->pdata[i]));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
