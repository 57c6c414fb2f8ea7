/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/step.h"
#include "app/sync/enrol.h"
#include <glib/gi18n.h>

/* Sambungkan: address and activation code, or later. */
#define PAMONG_TYPE_CONNECT_STEP (pamong_connect_step_get_type ())
G_DECLARE_FINAL_TYPE (PamongConnectStep, pamong_connect_step, PAMONG, CONNECT_STEP, GtkBox)

struct _PamongConnectStep {
  GtkBox parent_instance;

  GtkWidget *url, *code;
  GtkLabel *problem;
  gboolean busy;
};

static void pamong_connect_step_iface_init (PamongStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongConnectStep, pamong_connect_step, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_STEP, pamong_connect_step_iface_init))

static const char *
text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
set_busy (PamongConnectStep *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->url, !busy);
  gtk_widget_set_sensitive (self->code, !busy);
  pamong_step_ready_changed (PAMONG_STEP (self));
}

static void
enrolled_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongConnectStep) self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = pamong_enrol_finish (PAMONG_DESK (desk), result, &error);

  set_busy (self, FALSE);
  if (ok)
    {
      pamong_step_done (PAMONG_STEP (self));
      return;
    }
  pamong_step_blame (self->problem, error->message);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error-text");
  gtk_widget_grab_focus (self->code);
}

static void
enter (PamongStep *step, PamongSetup *setup)
{
  gtk_widget_grab_focus (PAMONG_CONNECT_STEP (step)->url);
}

static void
finish (PamongStep *step, PamongSetup *setup)
{
  PamongConnectStep *self = PAMONG_CONNECT_STEP (step);

  if (*text (self->url) == '\0' && *text (self->code) == '\0')
    {
      pamong_step_done (step);
      return;
    }
  if (*text (self->url) == '\0' || *text (self->code) == '\0')
    {
      pamong_step_blame (self->problem, _ ("Fill in both, address and activation code, or leave both empty and connect later."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error-text");
  pamong_step_blame (self->problem, _ ("Asking the server. This may take a moment."));
  set_busy (self, TRUE);
  pamong_enrol_async (setup->desk, text (self->url), text (self->code), enrolled_cb, g_object_ref (self));
}

static gboolean
is_ready (PamongStep *step)
{
  return !PAMONG_CONNECT_STEP (step)->busy;
}

static void
pamong_connect_step_iface_init (PamongStepInterface *iface)
{
  iface->enter = enter;
  iface->finish = finish;
  iface->is_ready = is_ready;
}

static void
pamong_connect_step_class_init (PamongConnectStepClass *klass)
{
}

static void
pamong_connect_step_init (PamongConnectStep *self)
{
  GtkGrid *grid = pamong_step_frame (GTK_BOX (self), _ ("Connect"), _ ("May wait: everything works without a network and is sent once this computer is connected."), &self->problem);

  self->url = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->url), GTK_INPUT_PURPOSE_URL);
  gtk_widget_set_name (self->url, "url");
  self->code = gtk_entry_new ();
  gtk_widget_set_name (self->code, "code");
  pamong_step_field (grid, 0, _ ("Server _address"), self->url, _ ("Begins with https://"));
  pamong_step_field (grid, 1, _ ("A_ctivation code"), self->code, _ ("From the district or the trainer; works once."));
}

GtkWidget *
pamong_connect_step_new (void)
{
  return g_object_new (PAMONG_TYPE_CONNECT_STEP, NULL);
}
