/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/region_picker.h"
#include "app/start/step.h"
#include <glib/gi18n.h>

/* Tempat: where this computer stands. */
#define PAMONG_TYPE_PLACE_STEP (pamong_place_step_get_type ())
G_DECLARE_FINAL_TYPE (PamongPlaceStep, pamong_place_step, PAMONG, PLACE_STEP, GtkBox)

struct _PamongPlaceStep {
  GtkBox parent_instance;

  GtkCheckButton *levels[3];
  PamongRegionPicker *picker;
  GtkLabel *problem;
};

static void pamong_place_step_iface_init (PamongStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongPlaceStep, pamong_place_step, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_STEP, pamong_place_step_iface_init))

static PamongLevel
chosen_level (PamongPlaceStep *self)
{
  for (int i = 0; i < 3; i++)
    if (gtk_check_button_get_active (self->levels[i]))
      return (PamongLevel) (i + 1);
  return PAMONG_LEVEL_VILLAGE;
}

static void
level_toggled_cb (PamongPlaceStep *self, GtkCheckButton *level)
{
  if (gtk_check_button_get_active (level))
    pamong_region_picker_set_level (self->picker, chosen_level (self));
}

static void
picked_cb (PamongPlaceStep *self)
{
  pamong_step_ready_changed (PAMONG_STEP (self));
}

/* Enter takes the place that is marked and goes on. */
static void
entered_cb (PamongPlaceStep *self)
{
  pamong_step_next (PAMONG_STEP (self));
}

static void
enter (PamongStep *step, PamongSetup *setup)
{
  gtk_widget_grab_focus (GTK_WIDGET (PAMONG_PLACE_STEP (step)->picker));
}

static void
finish (PamongStep *step, PamongSetup *setup)
{
  PamongPlaceStep *self = PAMONG_PLACE_STEP (step);

  setup->level = chosen_level (self);
  g_free (setup->area);
  setup->area = g_strdup (pamong_region_picker_area (self->picker));
  pamong_step_done (step);
}

static gboolean
is_ready (PamongStep *step)
{
  return pamong_region_picker_area (PAMONG_PLACE_STEP (step)->picker) != NULL;
}

static void
pamong_place_step_iface_init (PamongStepInterface *iface)
{
  iface->enter = enter;
  iface->finish = finish;
  iface->is_ready = is_ready;
}

static void
pamong_place_step_class_init (PamongPlaceStepClass *klass)
{
}

static GtkWidget *
make_levels (PamongPlaceStep *self)
{
  const char *words[] = { _ ("_Village"), _ ("_District"), _ ("_Regency") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  for (int i = 0; i < 3; i++)
    {
      self->levels[i] = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (words[i]));
      gtk_check_button_set_group (self->levels[i], i > 0 ? self->levels[0] : NULL);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->levels[i]));
      g_signal_connect_swapped (self->levels[i], "toggled", G_CALLBACK (level_toggled_cb), self);
    }
  return box;
}

static void
pamong_place_step_init (PamongPlaceStep *self)
{
  GtkGrid *grid = pamong_step_frame (GTK_BOX (self), _ ("Place"), _ ("Where this computer works. It cannot be changed later."), &self->problem);

  self->picker = PAMONG_REGION_PICKER (pamong_region_picker_new ());
  pamong_step_field (grid, 0, _ ("Office"), make_levels (self), NULL);
  pamong_step_field (grid, 1, _ ("_Name of the place"), GTK_WIDGET (self->picker), _ ("Type a few letters, choose with the arrow keys, then press Enter."));
  gtk_widget_set_valign (gtk_grid_get_child_at (grid, 0, 2), GTK_ALIGN_START);
  gtk_widget_set_margin_top (gtk_grid_get_child_at (grid, 0, 2), 6);
  gtk_check_button_set_active (self->levels[0], TRUE);
  g_signal_connect_swapped (self->picker, "changed", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (pamong_region_picker_entry (self->picker), "activate", G_CALLBACK (entered_cb), self);
}

GtkWidget *
pamong_place_step_new (void)
{
  return g_object_new (PAMONG_TYPE_PLACE_STEP, NULL);
}
