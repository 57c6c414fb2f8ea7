/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/first_run.h"
#include "app/shell/key_bar.h"
#include "app/start/practise.h"
#include "app/start/step.h"
#include "app/widgets/focus.h"
#include "domain/codes.h"
#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  GtkWidget *row, *check;
  GtkLabel *number, *title, *below;
  PamongStep *step;
} Rung;

static const struct {
  const char *title, *below;
  GtkWidget *(*make) (void);
} plan[] = {
  { N_ ("Place"), NULL, pamong_place_step_new },
  { N_ ("Your account"), NULL, pamong_account_step_new },
  { N_ ("Recovery code"), NULL, pamong_recovery_step_new },
  { N_ ("Connect"), N_ ("may wait"), pamong_connect_step_new },
};
#define N_STEPS ((int) G_N_ELEMENTS (plan))
#define STORE_IS_MADE 2 /* from this step on there is no way back */

struct _PamongFirstRun {
  GtkWidget parent_instance;

  char *dir;
  PamongSetup setup;
  Rung rungs[G_N_ELEMENTS (plan)];
  int at;
  GtkBox *rail, *next_words;
  GtkStack *steps;
  GtkWidget *back, *next, *practise, *restore;
  GtkLabel *next_label;
  PamongKeyBar *keys;
};

G_DEFINE_FINAL_TYPE (PamongFirstRun, pamong_first_run, GTK_TYPE_WIDGET)

static guint finished_signal;

static void
show_rung (PamongFirstRun *self, int i)
{
  Rung *rung = &self->rungs[i];

  gtk_widget_set_visible (rung->check, i < self->at);
  gtk_widget_set_visible (GTK_WIDGET (rung->number), i >= self->at);
  gtk_widget_remove_css_class (rung->row, "now");
  gtk_widget_remove_css_class (rung->row, "later");
  if (i == self->at)
    gtk_widget_add_css_class (rung->row, "now");
  else if (i > self->at)
    gtk_widget_add_css_class (rung->row, "later");
}

static void
show_place (PamongFirstRun *self)
{
  g_autofree char *title = self->setup.area != NULL ? pamong_regions_title (self->setup.area) : NULL;

  gtk_label_set_text (self->rungs[0].below, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rungs[0].below), title != NULL && self->at > 0);
}

static void
show_ready (PamongFirstRun *self)
{
  gtk_widget_set_sensitive (self->next, pamong_step_is_ready (self->rungs[self->at].step));
}

static void
go (PamongFirstRun *self, int at)
{
  g_autofree char *foot = NULL;

  self->at = at;
  for (int i = 0; i < N_STEPS; i++)
    show_rung (self, i);
  show_place (self);
  gtk_widget_set_visible (self->back, at > 0 && at < STORE_IS_MADE);
  gtk_widget_set_visible (self->practise, at == 0);
  gtk_widget_set_visible (self->restore, at == 0);
  gtk_label_set_label (self->next_label, at == N_STEPS - 1 ? _ ("_Finish") : _ ("_Continue"));
  gtk_stack_set_visible_child (self->steps, GTK_WIDGET (self->rungs[at].step));
  foot = g_strdup_printf (at < N_STEPS - 1 ? _ ("Step %d of %d, no network needed yet") : _ ("Step %d of %d"), at + 1, N_STEPS);
  pamong_key_bar_set_foot (self->keys, NULL, foot);
  show_ready (self);
  pamong_step_enter (self->rungs[at].step, &self->setup);
}

static void
done_cb (PamongFirstRun *self)
{
  if (self->at < N_STEPS - 1)
    go (self, self->at + 1);
  else
    g_signal_emit (self, finished_signal, 0, self->setup.desk, self->setup.account);
}

static void
next_cb (PamongFirstRun *self)
{
  if (pamong_step_is_ready (self->rungs[self->at].step))
    pamong_step_finish (self->rungs[self->at].step, &self->setup);
}

static void
back_cb (PamongFirstRun *self)
{
  go (self, self->at - 1);
}

static void
practise_cb (PamongFirstRun *self)
{
  pamong_practise (GTK_WIDGET (self));
}

static gboolean
next_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  next_cb (PAMONG_FIRST_RUN (widget));
  return TRUE;
}

/* Where typing starts in the step at hand. */
static gboolean
pamong_first_run_grab_focus (GtkWidget *widget)
{
  PamongFirstRun *self = PAMONG_FIRST_RUN (widget);

  pamong_step_enter (self->rungs[self->at].step, &self->setup);
  return TRUE;
}

static void
pamong_first_run_dispose (GObject *object)
{
  PamongFirstRun *self = PAMONG_FIRST_RUN (object);
  GtkWidget *child;

  for (int i = 0; i < N_STEPS; i++) /* a list that goes says that nothing is chosen any more */
    if (self->rungs[i].step != NULL)
      g_signal_handlers_disconnect_by_data (self->rungs[i].step, self);
  memset (self->rungs, 0, sizeof self->rungs);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  pamong_setup_clear (&self->setup);
  G_OBJECT_CLASS (pamong_first_run_parent_class)->dispose (object);
}

static void
pamong_first_run_finalize (GObject *object)
{
  g_free (PAMONG_FIRST_RUN (object)->dir);
  G_OBJECT_CLASS (pamong_first_run_parent_class)->finalize (object);
}

static void
pamong_first_run_class_init (PamongFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_first_run_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_first_run_finalize;
  widget_class->focus = pamong_focus_children;
  widget_class->grab_focus = pamong_first_run_grab_focus;
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, PAMONG_TYPE_DESK, G_TYPE_STRING);
  g_type_ensure (PAMONG_TYPE_KEY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/pamong/ui/first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, rail);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, steps);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, back);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, next);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, practise);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, restore);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, next_words);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, next_label);
  gtk_widget_class_bind_template_child (widget_class, PamongFirstRun, keys);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, practise_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, next_shortcut_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, next_shortcut_cb, NULL);
}

static void
add_rung (PamongFirstRun *self, int i)
{
  Rung *rung = &self->rungs[i];
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%d", i + 1);

  rung->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  rung->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  rung->number = GTK_LABEL (gtk_label_new (number));
  gtk_widget_set_size_request (rung->check, 40, -1);
  gtk_widget_set_size_request (GTK_WIDGET (rung->number), 40, -1);
  rung->title = GTK_LABEL (gtk_label_new (_ (plan[i].title)));
  rung->below = GTK_LABEL (gtk_label_new (plan[i].below != NULL ? _ (plan[i].below) : NULL));
  gtk_label_set_xalign (rung->title, 0);
  gtk_label_set_xalign (rung->below, 0);
  gtk_label_set_ellipsize (rung->below, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (rung->below), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (rung->title), "rung-title");
  gtk_widget_set_visible (GTK_WIDGET (rung->below), plan[i].below != NULL);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (rung->row, "rung");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (rung->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (rung->below));
  gtk_box_append (GTK_BOX (rung->row), rung->check);
  gtk_box_append (GTK_BOX (rung->row), GTK_WIDGET (rung->number));
  gtk_box_append (GTK_BOX (rung->row), words);
  gtk_box_append (self->rail, rung->row);
  rung->step = PAMONG_STEP (plan[i].make ());
  gtk_stack_add_child (self->steps, GTK_WIDGET (rung->step));
  g_signal_connect_swapped (rung->step, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (rung->step, "next", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (rung->step, "ready-changed", G_CALLBACK (show_ready), self);
}

static void
pamong_first_run_init (PamongFirstRun *self)
{
  const PamongPageKey keys[] = { { "Enter", _ ("Next field") }, { "Ctrl+Enter", _ ("Continue") }, { "Ctrl++", _ ("Larger text") }, { NULL } };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_STEPS; i++)
    add_rung (self, i);
  gtk_box_append (self->next_words, pamong_keycap_new ("Ctrl+Enter"));
  pamong_key_bar_set_keys (self->keys, keys);
}

GtkWidget *
pamong_first_run_new (const char *dir)
{
  PamongFirstRun *self = g_object_new (PAMONG_TYPE_FIRST_RUN, NULL);

  self->dir = g_strdup (dir);
  self->setup.dir = self->dir;
  go (self, 0);
  return GTK_WIDGET (self);
}

int
pamong_first_run_step (PamongFirstRun *self)
{
  return self->at;
}

PamongDesk *
pamong_first_run_desk (PamongFirstRun *self)
{
  return self->setup.desk;
}
