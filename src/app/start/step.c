/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/step.h"

#define LABEL_WIDTH 148
#define ENTRY_WIDTH 431

G_DEFINE_INTERFACE (PamongStep, pamong_step, GTK_TYPE_WIDGET)

enum { DONE, READY_CHANGED, NEXT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
pamong_step_default_init (PamongStepInterface *iface)
{
  signals[DONE] = g_signal_new ("done", PAMONG_TYPE_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", PAMONG_TYPE_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[READY_CHANGED] = g_signal_new ("ready-changed", PAMONG_TYPE_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
activated_cb (GtkWidget *entry)
{
  gtk_widget_child_focus (gtk_widget_get_ancestor (entry, GTK_TYPE_GRID), GTK_DIR_TAB_FORWARD);
}

void
pamong_setup_clear (PamongSetup *setup)
{
  g_clear_pointer (&setup->area, g_free);
  g_clear_pointer (&setup->recovery, g_free);
  g_clear_pointer (&setup->account, g_free);
  g_clear_object (&setup->desk);
}

void
pamong_step_enter (PamongStep *step, PamongSetup *setup)
{
  PAMONG_STEP_GET_IFACE (step)->enter (step, setup);
}

void
pamong_step_finish (PamongStep *step, PamongSetup *setup)
{
  PAMONG_STEP_GET_IFACE (step)->finish (step, setup);
}

gboolean
pamong_step_is_ready (PamongStep *step)
{
  PamongStepInterface *iface = PAMONG_STEP_GET_IFACE (step);

  return iface->is_ready == NULL || iface->is_ready (step);
}

void
pamong_step_done (PamongStep *step)
{
  g_signal_emit (step, signals[DONE], 0);
}

void
pamong_step_ready_changed (PamongStep *step)
{
  g_signal_emit (step, signals[READY_CHANGED], 0);
}

void
pamong_step_next (PamongStep *step)
{
  g_signal_emit (step, signals[NEXT], 0);
}

static GtkWidget *
add_words (GtkBox *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

GtkGrid *
pamong_step_frame (GtkBox *step, const char *title, const char *purpose, GtkLabel **problem)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (step), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (step), "step");
  add_words (step, title, "page-title");
  add_words (step, purpose, "page-hint");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_widget_set_margin_top (grid, 16);
  gtk_box_append (step, grid);
  label = add_words (step, " ", "error-text");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
  gtk_widget_set_margin_top (label, 16);
  *problem = GTK_LABEL (label);
  return GTK_GRID (grid);
}

void
pamong_step_field (GtkGrid *grid, int row, const char *label, GtkWidget *entry, const char *hint)
{
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), entry);
  gtk_widget_set_size_request (words, LABEL_WIDTH, -1);
  gtk_widget_add_css_class (words, "secondary");
  gtk_widget_set_size_request (entry, ENTRY_WIDTH, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL, -1);
  gtk_grid_attach (grid, words, 0, row * 2, 1, 1);
  gtk_grid_attach (grid, entry, 1, row * 2, 1, 1);
  if (hint != NULL)
    {
      GtkWidget *line = gtk_label_new (hint);

      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_widget_add_css_class (line, "secondary");
      gtk_grid_attach (grid, line, 1, row * 2 + 1, 1, 1);
    }
  if (GTK_IS_ENTRY (entry) || GTK_IS_PASSWORD_ENTRY (entry))
    g_signal_connect (entry, "activate", G_CALLBACK (activated_cb), NULL);
}

void
pamong_step_blame (GtkLabel *problem, const char *message)
{
  gtk_label_set_text (problem, message != NULL ? message : " ");
}
