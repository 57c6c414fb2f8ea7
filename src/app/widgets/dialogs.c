/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/dialogs.h"
#include <adwaita.h>
#include <glib/gi18n.h>

/* AdwMessageDialog of libadwaita 1.2; a later GTK changes only this file. */

static AdwMessageDialog *
make (GtkWidget *parent, const char *heading, const char *body, gpointer source_tag, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_object_set_data_full (G_OBJECT (dialog), "pamong-task", task, g_object_unref);
  gtk_widget_set_name (GTK_WIDGET (dialog), "pamong-dialog");
  return dialog;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response)
{
  GTask *task = g_object_get_data (G_OBJECT (dialog), "pamong-task");

  g_task_return_int (task, (gssize) g_ascii_strtoll (response, NULL, 10));
}

void
pamong_dialog_ask_async (GtkWidget *parent, const char *heading, const char *body, const char *const *answers, int destructive, GAsyncReadyCallback callback, gpointer user_data)
{
  AdwMessageDialog *dialog = make (parent, heading, body, pamong_dialog_ask_async, callback, user_data);
  char id[12] = "0";

  for (int i = 0; answers[i] != NULL; i++)
    {
      g_snprintf (id, sizeof id, "%d", i);
      adw_message_dialog_add_response (dialog, id, answers[i]);
      if (i == destructive)
        adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_close_response (dialog, "0");
  adw_message_dialog_set_default_response (dialog, destructive >= 0 ? "0" : id);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

int
pamong_dialog_ask_finish (GAsyncResult *result)
{
  return (int) g_task_propagate_int (G_TASK (result), NULL);
}

static gboolean
saved_cb (GtkWidget *dialog, GVariant *none, gpointer data)
{
  return gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

/* As on the family card: the keys that save work from every field. */
static void
add_saving_keys (GtkWidget *dialog)
{
  static const guint keys[] = { GDK_KEY_s, GDK_KEY_Return };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK), gtk_callback_action_new (saved_cb, NULL, NULL)));
  gtk_widget_add_controller (dialog, controller);
}

void
pamong_dialog_form_async (GtkWidget *parent, const char *heading, GtkWidget *content, const char *primary, GAsyncReadyCallback callback, gpointer user_data)
{
  AdwMessageDialog *dialog = make (parent, heading, NULL, pamong_dialog_form_async, callback, user_data);

  adw_message_dialog_set_extra_child (dialog, content);
  adw_message_dialog_add_response (dialog, "0", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "1", primary);
  adw_message_dialog_set_response_appearance (dialog, "1", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "0");
  adw_message_dialog_set_default_response (dialog, "1");
  add_saving_keys (GTK_WIDGET (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
pamong_dialog_form_finish (GAsyncResult *result)
{
  return g_task_propagate_int (G_TASK (result), NULL) == 1;
}
