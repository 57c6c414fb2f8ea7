/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/undo_band.h"
#include "app/residents/life_acts.h"
#include <glib/gi18n.h>

struct _PamongUndoBand {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkLabel *words;
  GtkWidget *undo;
  char *event_uid;
};

G_DEFINE_FINAL_TYPE (PamongUndoBand, pamong_undo_band, GTK_TYPE_WIDGET)

static gboolean
is_taken_back (PamongUndoBand *self)
{
  g_autoptr (GPtrArray) counters = pamong_store_find (pamong_session_store (self->session), PAMONG_KIND_EVENT, PAMONG_EVENT_CANCELS, self->event_uid, NULL);

  return counters != NULL && counters->len > 0;
}

/* Taken back here or from the history: there is nothing more to offer. */
static void
changed_cb (PamongUndoBand *self)
{
  if (self->event_uid != NULL && is_taken_back (self))
    pamong_undo_band_show (self, _ ("It was taken back. Both records are in the list again."), NULL);
}

static void
undo_cb (PamongUndoBand *self)
{
  if (self->event_uid != NULL)
    pamong_resident_ask_undo (GTK_WIDGET (self), self->session, self->event_uid);
}

static void
close_cb (PamongUndoBand *self)
{
  pamong_undo_band_show (self, NULL, NULL);
}

static void
pamong_undo_band_dispose (GObject *object)
{
  PamongUndoBand *self = PAMONG_UNDO_BAND (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->event_uid, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_undo_band_parent_class)->dispose (object);
}

static void
pamong_undo_band_class_init (PamongUndoBandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_undo_band_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
pamong_undo_band_init (PamongUndoBand *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_label_new (NULL), *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->words = GTK_LABEL (words);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END); /* one line: the rows above stay where they are */
  gtk_widget_set_hexpand (words, TRUE);
  self->undo = gtk_button_new_with_mnemonic (_ ("_Undo the merge…"));
  gtk_widget_set_valign (self->undo, GTK_ALIGN_CENTER);
  gtk_button_set_has_frame (GTK_BUTTON (close), FALSE);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("Close this line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close this line"), -1);
  g_signal_connect_swapped (self->undo, "clicked", G_CALLBACK (undo_cb), self);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_cb), self);
  gtk_widget_add_css_class (box, "band");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->undo);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pamong_undo_band_new (PamongSession *session)
{
  PamongUndoBand *self = g_object_new (PAMONG_TYPE_UNDO_BAND, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pamong_undo_band_show (PamongUndoBand *self, const char *words, const char *event_uid)
{
  char *copy = g_strdup (event_uid);

  g_free (self->event_uid);
  self->event_uid = copy;
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_widget_set_visible (self->undo, event_uid != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}
