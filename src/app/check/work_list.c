/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/work_list.h"
#include "app/check/work_cell.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongWorkList {
  GtkWidget parent_instance;

  GtkWidget *body, *side;
  GtkListBox *groups;
  GtkWidget *view;
  GtkStack *stack;
  GtkLabel *empty, *said;
  PamongWorkModel *model;
  GtkSingleSelection *selection;
  GPtrArray *ids; /* of the groups, in their order */
  GArray *counts;
  guint count;
  gboolean filling;
  gboolean resting; /* out of sight: two hundred rows of widgets are 10 MB */
  guint rested;     /* what was selected */
  gboolean in_rows; /* where the keyboard was: who mends one row after another comes back to them, not to the kinds */
};

static void pamong_work_list_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongWorkList, pamong_work_list, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_work_list_page_init))

enum { OPEN, ACT, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];
enum { PROP_COUNT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
make_group (const PamongWorkGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (group->title), *count;
  g_autofree char *number = pamong_words_number (group->count);

  count = gtk_label_new (number);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "num");
  if (group->icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (group->icon));
  if (group->note != NULL)
    {
      GtkWidget *note = gtk_label_new (group->note);

      gtk_label_set_xalign (GTK_LABEL (note), 0);
      gtk_widget_add_css_class (note, "secondary");
      gtk_box_append (GTK_BOX (words), note);
    }
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), count);
  g_object_set_data (G_OBJECT (box), "button", (gpointer) group->button);
  return box;
}

static int
chosen (PamongWorkList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->groups);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
show_rows (PamongWorkList *self, guint position)
{
  int group = chosen (self);
  guint n = group >= 0 ? g_array_index (self->counts, guint, group) : 0;

  self->rested = position;
  pamong_work_model_show (self->model, (guint) MAX (group, 0), self->resting ? 0 : n);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
  if (n > 0 && !self->resting)
    gtk_single_selection_set_selected (self->selection, MIN (position, n - 1));
  g_signal_emit (self, signals[CHOSEN], 0, group >= 0 ? self->ids->pdata[group] : NULL);
}

static void
mapped_cb (PamongWorkList *self)
{
  if (!self->resting)
    return;
  self->resting = FALSE;
  show_rows (self, self->rested);
}

static void
unmapped_cb (PamongWorkList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  self->resting = TRUE;
  self->rested = position != GTK_INVALID_LIST_POSITION ? position : 0;
  pamong_work_model_show (self->model, 0, 0);
}

static void
group_selected_cb (PamongWorkList *self)
{
  if (self->filling)
    return;
  show_rows (self, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

/* What is selected, even when what was there before has gone; or the button in it. */
static gboolean
focus_rows (PamongWorkList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->view); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return gtk_widget_grab_focus (row) || gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
}

static void
group_activated_cb (PamongWorkList *self)
{
  focus_rows (self);
}

static void
focus_moved_cb (GtkEventControllerFocus *focus, GParamSpec *spec, PamongWorkList *self)
{
  if (gtk_event_controller_focus_contains_focus (focus))
    self->in_rows = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)) == self->view;
}

static void
watch_focus (PamongWorkList *self, GtkWidget *list)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (focus_moved_cb), self);
  gtk_widget_add_controller (list, focus);
}

static void
activated_cb (PamongWorkList *self, guint position)
{
  g_autoptr (PamongWorkRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row != NULL)
    g_signal_emit (self, signals[OPEN], 0, row);
}

static void
acted_cb (PamongWorkCell *cell, PamongWorkRow *row, PamongWorkList *self)
{
  g_signal_emit (self, signals[ACT], 0, row);
}

/* Words of the button on rows of the chosen kind; NULL: they have none. */
static const char *
button_words (PamongWorkList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->groups);

  return row != NULL ? g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "button") : NULL;
}

/* Ctrl+Enter is the button of the row. */
static gboolean
pressed_cb (PamongWorkList *self, guint key, guint code, GdkModifierType state)
{
  g_autoptr (PamongWorkRow) row = NULL;

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  row = pamong_work_list_selected (self);
  if (row == NULL || row->key == NULL || button_words (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ACT], 0, row);
  return GDK_EVENT_STOP;
}

static void
setup_cb (PamongWorkList *self, GtkListItem *item)
{
  GtkWidget *cell = pamong_work_cell_new ();

  g_signal_connect_object (cell, "act", G_CALLBACK (acted_cb), self, 0);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (PamongWorkList *self, GtkListItem *item)
{
  pamong_work_cell_show (PAMONG_WORK_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), button_words (self));
}

static void
pamong_work_list_shown (PamongPage *page)
{
  PamongWorkList *self = PAMONG_WORK_LIST (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->groups);

  if (row == NULL || !self->in_rows || !focus_rows (self))
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->groups));
}

static const PamongPageKey *
pamong_work_list_keys (PamongPage *page)
{
  static PamongPageKey keys[7];
  const char *act = button_words (PAMONG_WORK_LIST (page));
  guint n = 4;

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "↑ ↓", _ ("Choose") };
  keys[2] = (PamongPageKey) { "Tab", _ ("Other list") };
  keys[3] = (PamongPageKey) { "Enter", _ ("Open") };
  if (act != NULL)
    keys[n++] = (PamongPageKey) { "Ctrl+Enter", act };
  keys[n++] = (PamongPageKey) { "Ctrl+K", _ ("Find") };
  keys[n] = (PamongPageKey) { NULL, NULL };
  return keys;
}

static void
pamong_work_list_page_init (PamongPageInterface *iface)
{
  iface->shown = pamong_work_list_shown;
  iface->keys = pamong_work_list_keys;
}

static void
pamong_work_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_uint (value, PAMONG_WORK_LIST (object)->count);
}

static void
pamong_work_list_dispose (GObject *object)
{
  PamongWorkList *self = PAMONG_WORK_LIST (object);

  self->filling = TRUE; /* the groups are taken away one by one */
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  G_OBJECT_CLASS (pamong_work_list_parent_class)->dispose (object);
}

static void
pamong_work_list_class_init (PamongWorkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_work_list_dispose;
  G_OBJECT_CLASS (klass)->get_property = pamong_work_list_get_property;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAMONG_TYPE_WORK_ROW);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAMONG_TYPE_WORK_ROW);
}

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_groups (PamongWorkList *self)
{
  GtkWidget *scroller;

  self->groups = GTK_LIST_BOX (gtk_list_box_new ());
  pamong_focus_one_stop (GTK_WIDGET (self->groups));
  gtk_list_box_set_selection_mode (self->groups, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->groups), "work-groups");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kinds"), -1);
  g_signal_connect_swapped (self->groups, "row-selected", G_CALLBACK (group_selected_cb), self);
  g_signal_connect_swapped (self->groups, "row-activated", G_CALLBACK (group_activated_cb), self);
  gtk_list_box_set_activate_on_single_click (self->groups, FALSE);
  watch_focus (self, GTK_WIDGET (self->groups));
  scroller = scroll (GTK_WIDGET (self->groups));
  gtk_widget_add_css_class (scroller, "work-side");
  return scroller;
}

static void
add_keys (PamongWorkList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);
}

static GtkWidget *
make_rows (PamongWorkList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  pamong_focus_one_stop (self->view);
  gtk_widget_add_css_class (self->view, "work-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("To check"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  watch_focus (self, self->view);
  add_keys (self);
  self->empty = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_label_set_xalign (self->empty, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->empty), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "waiting-empty");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroll (self->view), "rows");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_set_visible_child_name (self->stack, "empty");
  self->said = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->said, 0);
  gtk_label_set_wrap (self->said, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "work-said");
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);
  gtk_widget_set_hexpand (self->side, TRUE);
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->said));
  return self->side;
}

static void
pamong_work_list_init (PamongWorkList *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
}

GtkWidget *
pamong_work_list_new (const char *empty, PamongWorkFill fill, gpointer data)
{
  PamongWorkList *self = g_object_new (PAMONG_TYPE_WORK_LIST, NULL);

  self->model = pamong_work_model_new (fill, data);
  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->body, "card-body");
  gtk_box_append (GTK_BOX (self->body), make_groups (self));
  gtk_box_append (GTK_BOX (self->body), make_rows (self));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmapped_cb), NULL);
  gtk_label_set_text (self->empty, empty);
  return GTK_WIDGET (self);
}

static gboolean
has_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_mapped (list) && gtk_widget_is_ancestor (focus, list);
}

void
pamong_work_list_show (PamongWorkList *self, const PamongWorkGroup *groups, guint n)
{
  int before = chosen (self);
  g_autofree char *id = before >= 0 ? g_strdup (self->ids->pdata[before]) : NULL;
  guint position = self->resting ? self->rested : gtk_single_selection_get_selected (self->selection), select = 0;
  gboolean in_groups = has_focus (GTK_WIDGET (self->groups)), in_rows = has_focus (self->view), same = FALSE;
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->groups, 0)) != NULL)
    gtk_list_box_remove (self->groups, GTK_WIDGET (row));
  g_ptr_array_set_size (self->ids, 0);
  g_array_set_size (self->counts, 0);
  self->count = 0;
  for (guint i = 0; i < n; i++)
    {
      gtk_list_box_append (self->groups, make_group (&groups[i]));
      g_ptr_array_add (self->ids, g_strdup (groups[i].id));
      g_array_append_val (self->counts, groups[i].count);
      self->count += groups[i].stands ? 0 : groups[i].count;
      if (g_strcmp0 (groups[i].id, id) == 0)
        {
          select = i;
          same = TRUE;
        }
    }
  if (!same && before > 0 && n > 0)
    select = MIN ((guint) before, n - 1);
  row = gtk_list_box_get_row_at_index (self->groups, (int) select);
  if (row != NULL)
    gtk_list_box_select_row (self->groups, row);
  self->filling = FALSE;
  show_rows (self, same && position != GTK_INVALID_LIST_POSITION ? position : 0);
  if (in_rows)
    focus_rows (self); /* what had it is gone */
  else if (in_groups && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

void
pamong_work_list_say (PamongWorkList *self, const char *words)
{
  gtk_label_set_text (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said), words != NULL);
}

void
pamong_work_list_add_foot (PamongWorkList *self, GtkWidget *foot)
{
  gtk_box_append (GTK_BOX (self->side), foot);
}

void
pamong_work_list_set_empty (PamongWorkList *self, const char *words)
{
  gtk_label_set_text (self->empty, words);
}

gboolean
pamong_work_list_choose (PamongWorkList *self, const char *id)
{
  guint i;

  if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &i))
    return FALSE;
  gtk_list_box_select_row (self->groups, gtk_list_box_get_row_at_index (self->groups, (int) i));
  return TRUE;
}

PamongWorkRow *
pamong_work_list_selected (PamongWorkList *self)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), gtk_single_selection_get_selected (self->selection));
}

GListModel *
pamong_work_list_rows (PamongWorkList *self)
{
  return G_LIST_MODEL (self->model);
}
