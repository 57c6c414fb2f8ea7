/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/code_popover.h"

struct _PamongCodePopover
{
  GtkPopover parent_instance;

  GArray *choices; /* PamongChoice */
  GtkWidget *list;
  GtkWidget *scroller;
};

/* Eight rows of 28 px: enough to choose from, short enough to leave the card visible. */
#define LIST_HEIGHT (8 * 28)

G_DEFINE_FINAL_TYPE (PamongCodePopover, pamong_code_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkWidget *
make_row (const PamongChoice *choice, int digits_wide)
{
  g_autofree char *number = g_strdup_printf ("%d", choice->number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *digits = gtk_label_new (number);
  GtkWidget *words = gtk_label_new (choice->words);

  gtk_label_set_xalign (GTK_LABEL (digits), 1);
  gtk_label_set_width_chars (GTK_LABEL (digits), digits_wide);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (box), digits);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* The list has no focus of its own, so nothing scrolls for us. */
static void
reveal_row (PamongCodePopover *self, int index)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double height = gtk_adjustment_get_upper (adjustment) / MAX (self->choices->len, 1);

  gtk_adjustment_clamp_page (adjustment, index * height, (index + 1) * height);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PamongCodePopover *self)
{
  gtk_list_box_select_row (list, row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
pamong_code_popover_finalize (GObject *object)
{
  PamongCodePopover *self = PAMONG_CODE_POPOVER (object);

  g_array_unref (self->choices);
  G_OBJECT_CLASS (pamong_code_popover_parent_class)->finalize (object);
}

static void
pamong_code_popover_class_init (PamongCodePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_code_popover_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", PAMONG_TYPE_CODE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_code_popover_init (PamongCodePopover *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (PamongChoice));
  self->list = gtk_list_box_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (self), self->scroller);
  /* No grab and no focus: the entry keeps the keyboard. */
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "codes");
}

GtkWidget *
pamong_code_popover_new (GtkWidget *parent)
{
  GtkWidget *popover = g_object_new (PAMONG_TYPE_CODE_POPOVER, NULL);

  gtk_widget_set_parent (popover, parent);
  return popover;
}

void
pamong_code_popover_show (PamongCodePopover *popover, GArray *choices, int highlight)
{
  GtkWidget *row;
  int digits_wide = 1;

  while ((row = gtk_widget_get_first_child (popover->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (popover->list), row);
  g_array_set_size (popover->choices, 0);
  if (choices->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      return;
    }
  g_array_append_vals (popover->choices, choices->data, choices->len);
  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, PamongChoice, i).number > 9)
      digits_wide = 2;
  for (guint i = 0; i < choices->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (popover->list), make_row (&g_array_index (choices, PamongChoice, i), digits_wide));
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_list_box_select_row (GTK_LIST_BOX (popover->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (popover->list), highlight));
  reveal_row (popover, MAX (highlight, 0));
}

void
pamong_code_popover_close (PamongCodePopover *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
}

gboolean
pamong_code_popover_is_open (PamongCodePopover *popover)
{
  return gtk_widget_get_visible (GTK_WIDGET (popover));
}

void
pamong_code_popover_move (PamongCodePopover *popover, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (popover->list));
  int index = CLAMP ((row != NULL ? gtk_list_box_row_get_index (row) : -1) + step, 0, (int) popover->choices->len - 1);

  gtk_list_box_select_row (GTK_LIST_BOX (popover->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (popover->list), index));
  reveal_row (popover, index);
}

const PamongChoice *
pamong_code_popover_current (PamongCodePopover *popover)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (popover->list));

  if (row == NULL || !pamong_code_popover_is_open (popover))
    return NULL;
  return &g_array_index (popover->choices, PamongChoice, gtk_list_box_row_get_index (row));
}
