/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/share_list.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongShareList {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *view;
  GListStore *shares;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PamongShareList, pamong_share_list, GTK_TYPE_WIDGET)

enum { OPEN, TAKEN_CHANGED, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
activated_cb (PamongShareList *self, guint position)
{
  g_autoptr (PamongVillageShare) share = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (share != NULL)
    g_signal_emit (self, signals[OPEN], 0, share);
}

static void
selected_cb (PamongShareList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
taken_cb (PamongShareList *self)
{
  g_signal_emit (self, signals[TAKEN_CHANGED], 0);
}

static gboolean
pressed_cb (PamongShareList *self, guint key, guint code, GdkModifierType state)
{
  PamongVillageShare *share = pamong_share_list_chosen (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || key != GDK_KEY_space || share == NULL)
    return GDK_EVENT_PROPAGATE;
  if (pamong_village_share_fits (share, TRUE))
    pamong_village_share_set_taken (share, !share->taken);
  return GDK_EVENT_STOP;
}

static gboolean
pamong_share_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PAMONG_SHARE_LIST (widget)->view));
}

static void
pamong_share_list_dispose (GObject *object)
{
  PamongShareList *self = PAMONG_SHARE_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  self->selection = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->shares);
  G_OBJECT_CLASS (pamong_share_list_parent_class)->dispose (object);
}

static void
pamong_share_list_class_init (PamongShareListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_share_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_share_list_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAMONG_TYPE_VILLAGE_SHARE);
  signals[TAKEN_CHANGED] = g_signal_new ("taken-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_share_list_init (PamongShareList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->shares = g_list_store_new (PAMONG_TYPE_VILLAGE_SHARE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shares)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Villages"), -1);
  pamong_focus_one_stop (GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* a row takes Space to choose itself */
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
pamong_share_list_new (void)
{
  return g_object_new (PAMONG_TYPE_SHARE_LIST, NULL);
}

void
pamong_share_list_show (PamongShareList *self, GPtrArray *shares, PamongShareTable table)
{
  PamongVillageShare *chosen = pamong_share_list_chosen (self);
  g_autofree char *area = chosen != NULL ? g_strdup (chosen->area) : NULL;

  g_list_store_remove_all (self->shares);
  pamong_share_columns_set (self->view, table);
  g_list_store_splice (self->shares, 0, 0, shares->pdata, shares->len);
  for (guint i = 0; i < shares->len; i++)
    g_signal_connect_object (shares->pdata[i], "taken-changed", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  if (shares->len > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  if (area != NULL)
    pamong_share_list_choose (self, area);
}

PamongVillageShare *
pamong_share_list_chosen (PamongShareList *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
pamong_share_list_choose (PamongShareList *self, const char *area)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shares)); i++)
    {
      g_autoptr (PamongVillageShare) share = g_list_model_get_item (G_LIST_MODEL (self->shares), i);

      if (g_str_equal (share->area, area))
        gtk_single_selection_set_selected (self->selection, i);
    }
}
