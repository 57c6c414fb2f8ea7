/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/connect_card.h"
#include "app/sync/enrol.h"
#include <glib/gi18n.h>

struct _PamongConnectCard {
  GtkBox parent_instance;

  PamongSession *session;
  GtkWidget *url, *code, *connect;
  GtkLabel *answer;
};

G_DEFINE_FINAL_TYPE (PamongConnectCard, pamong_connect_card, GTK_TYPE_BOX)

static guint connected_signal;

static void
say (PamongConnectCard *self, const char *words, gboolean wrong)
{
  gtk_label_set_text (self->answer, words);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error-text");
}

static void
enrolled_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongConnectCard) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->connect, TRUE);
  if (!pamong_enrol_finish (PAMONG_DESK (desk), result, &error))
    {
      say (self, error->message, TRUE);
      gtk_widget_grab_focus (self->code);
      return;
    }
  say (self, " ", FALSE);
  g_signal_emit (self, connected_signal, 0);
}

static void
connect_cb (PamongConnectCard *self)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self->url)), *code = gtk_editable_get_text (GTK_EDITABLE (self->code));

  if (!gtk_widget_get_sensitive (self->connect))
    return;
  if (*url == '\0' || *code == '\0')
    {
      say (self, _ ("Fill in both, address and activation code."), TRUE);
      gtk_widget_grab_focus (*url == '\0' ? self->url : self->code);
      return;
    }
  say (self, _ ("Asking the server. This may take a moment."), FALSE);
  gtk_widget_set_sensitive (self->connect, FALSE);
  pamong_enrol_async (pamong_session_desk (self->session), url, code, enrolled_cb, g_object_ref (self));
}

static void
pamong_connect_card_finalize (GObject *object)
{
  g_clear_object (&PAMONG_CONNECT_CARD (object)->session);
  G_OBJECT_CLASS (pamong_connect_card_parent_class)->finalize (object);
}

static void
pamong_connect_card_class_init (PamongConnectCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_connect_card_finalize;
  connected_signal = g_signal_new ("connected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_field (PamongConnectCard *self, const char *label, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new_with_mnemonic (label), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), entry);
  gtk_widget_set_size_request (words, 126, -1);
  gtk_widget_add_css_class (words, "secondary");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_name (entry, name);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL, -1);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (self), box);
  return entry;
}

static void
url_activated_cb (PamongConnectCard *self)
{
  gtk_widget_grab_focus (self->code);
}

static void
pamong_connect_card_init (PamongConnectCard *self)
{
  GtkWidget *title = gtk_label_new (_ ("Connect this computer")), *hint = gtk_label_new (_ ("The activation code comes from the district or the trainer."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-body");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (title, "strong");
  gtk_widget_add_css_class (hint, "secondary");
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), hint);
  self->url = add_field (self, _ ("Server _address"), "url");
  self->code = add_field (self, _ ("A_ctivation code"), "code");
  self->answer = GTK_LABEL (gtk_label_new (" "));
  gtk_label_set_xalign (self->answer, 0);
  gtk_label_set_wrap (self->answer, TRUE);
  self->connect = gtk_button_new_with_mnemonic (_ ("Co_nnect"));
  gtk_widget_set_halign (self->connect, GTK_ALIGN_START);
  gtk_widget_set_name (self->connect, "connect");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->answer));
  gtk_box_append (GTK_BOX (self), self->connect);
  g_signal_connect_swapped (self->url, "activate", G_CALLBACK (url_activated_cb), self);
  g_signal_connect_swapped (self->code, "activate", G_CALLBACK (connect_cb), self);
  g_signal_connect_swapped (self->connect, "clicked", G_CALLBACK (connect_cb), self);
}

GtkWidget *
pamong_connect_card_new (PamongSession *session)
{
  PamongConnectCard *self = g_object_new (PAMONG_TYPE_CONNECT_CARD, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
