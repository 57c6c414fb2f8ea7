/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/recovery_view.h"
#include "app/start/step.h"
#include <glib/gi18n.h>

/* Kode pemulihan: shown once; Lanjut waits until the person says it is written down. */
#define PAMONG_TYPE_RECOVERY_STEP (pamong_recovery_step_get_type ())
G_DECLARE_FINAL_TYPE (PamongRecoveryStep, pamong_recovery_step, PAMONG, RECOVERY_STEP, GtkBox)

struct _PamongRecoveryStep {
  GtkBox parent_instance;

  GtkGrid *grid;
  GtkWidget *noted;
  GtkLabel *problem;
};

static void pamong_recovery_step_iface_init (PamongStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongRecoveryStep, pamong_recovery_step, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_STEP, pamong_recovery_step_iface_init))

static void
enter (PamongStep *step, PamongSetup *setup)
{
  PamongRecoveryStep *self = PAMONG_RECOVERY_STEP (step);

  if (gtk_grid_get_child_at (self->grid, 0, 0) == NULL)
    {
      GtkWidget *code = pamong_recovery_view_new (setup->recovery);

      gtk_widget_set_size_request (code, 640, -1);
      gtk_grid_attach (self->grid, code, 0, 0, 1, 1);
    }
  gtk_widget_grab_focus (self->noted);
}

static void
finish (PamongStep *step, PamongSetup *setup)
{
  pamong_step_done (step);
}

static gboolean
is_ready (PamongStep *step)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (PAMONG_RECOVERY_STEP (step)->noted));
}

static void
pamong_recovery_step_iface_init (PamongStepInterface *iface)
{
  iface->enter = enter;
  iface->finish = finish;
  iface->is_ready = is_ready;
}

static void
pamong_recovery_step_class_init (PamongRecoveryStepClass *klass)
{
}

static void
pamong_recovery_step_init (PamongRecoveryStep *self)
{
  GtkWidget *advice;

  self->grid = pamong_step_frame (GTK_BOX (self), _ ("Recovery code"), _ ("With this code a forgotten password can be replaced, also without a network. It is shown only now."), &self->problem);
  advice = gtk_label_new (_ ("Write it on paper and keep it with the village's letters, not in this computer."));
  gtk_label_set_xalign (GTK_LABEL (advice), 0);
  self->noted = gtk_check_button_new_with_mnemonic (_ ("I have _written this code down"));
  gtk_widget_set_name (self->noted, "noted");
  gtk_widget_set_halign (self->noted, GTK_ALIGN_START);
  gtk_grid_attach (self->grid, advice, 0, 1, 1, 1);
  gtk_grid_attach (self->grid, self->noted, 0, 2, 1, 1);
  g_signal_connect_swapped (self->noted, "toggled", G_CALLBACK (pamong_step_ready_changed), self);
}

GtkWidget *
pamong_recovery_step_new (void)
{
  return g_object_new (PAMONG_TYPE_RECOVERY_STEP, NULL);
}
