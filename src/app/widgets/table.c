/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/table.h"
#include "app/widgets/focus.h"

#include "app/widgets/table_columns.h"
#include "app/widgets/table_query.h"

#include <glib/gi18n.h>

/* Rows made for the first frame: a screenful. GTK makes 205 row widgets as soon as it knows of so many rows; the others can come a frame later. */
#define FIRST_ROWS 32
#define ROWS_ABOVE 6 /* seen above the chosen row after a new order */
#define ROWS_KEPT 202 /* from here on GTK has no row widgets at the beginning of the list */
#define ROWS_MADE 205 /* row widgets GTK makes at most */
#define NORMAL_TEXT_PX 14.667 /* 11 pt at 96 dpi */

struct _PamongTable
{
  GtkWidget parent_instance;
  PamongStore *store;
  PamongTableQuery query;
  PamongRowModel *model;
  GtkSingleSelection *selection;
  GtkWidget *scrolled;
  GtkColumnView *view;
  PamongViewColumns *columns;
  char *selected;
  gboolean updating; /* selection changes are ours */
  guint frames;      /* frames seen since the first rows were announced */
  guint tick;
};

G_DEFINE_FINAL_TYPE (PamongTable, pamong_table, GTK_TYPE_WIDGET)

enum { SELECTED, ACTIVATED, ORDER_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* gtk_column_view_scroll_to is GTK 4.12; the list inside has the action already. */
static GtkWidget *
inner_list (PamongTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* All rows are of one height. A row that is seen stays where it is: the action would move it. */
static gboolean
is_seen (PamongTable *self, guint position, guint n)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double height = gtk_adjustment_get_upper (scroll) / n, top = gtk_adjustment_get_value (scroll);

  return position * height >= top && (position + 1) * height <= top + gtk_adjustment_get_page_size (scroll);
}

static const char *
uid_at (PamongTable *self, guint position)
{
  g_autoptr (PamongRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const PamongListRow *data = row ? pamong_row_data (row) : NULL;

  return data ? data->uid : NULL; /* the page of the model keeps it */
}

static void
select_quietly (PamongTable *self, guint position)
{
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static gboolean
find (PamongTable *self, const char *uid, guint *position)
{
  gint32 rid = uid ? pamong_residents_rid (self->store, uid) : -1;

  return rid >= 0 && pamong_row_model_find (self->model, rid, position);
}

static guint
rows_seen (PamongTable *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  return n > 0 ? (guint) (gtk_adjustment_get_page_size (scroll) * n / MAX (gtk_adjustment_get_upper (scroll), 1)) : 0;
}

static void
scroll_to (PamongTable *self, guint position)
{
  gtk_widget_activate_action (inner_list (self), "list.scroll-to-item", "u", position);
}

/* @top shall be the first row seen: the last row seen is asked for, and comes to stand at the bottom. GTK keeps row widgets well above the view, too: the
 * first scroll goes deep enough that none of them shows an old row when those go. */
static void
replace_model (PamongTable *self, GArray *ids, guint top, guint last)
{
  guint n = ids->len, deep = n > 0 ? MIN (MAX (last, ROWS_KEPT), n - 1) : 0, start;

  start = pamong_row_model_begin_swap (self->model, ids);
  if (n > 0)
    scroll_to (self, start + deep);
  pamong_row_model_end_swap (self->model);
  if (deep != last)
    scroll_to (self, top);
}

/* At the beginning of the list row widgets stay what they are and get other rows. Deeper down GTK has to scroll, and right after that it knows no heights. */
static void
swap_model (PamongTable *self, GArray *ids, guint top)
{
  guint n = ids->len, last = n > 0 ? MIN (top + MAX (rows_seen (self), 1) - 1, n - 1) : 0;

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (top > 0 || n < ROWS_MADE || pamong_row_model_size (self->model) < ROWS_MADE)
    {
      replace_model (self, ids, top, last);
      return;
    }
  scroll_to (self, 0);
  pamong_row_model_exchange (self->model, ids);
}

static gboolean
find_in (GArray *ids, gint32 rid, guint *position)
{
  for (*position = 0; *position < ids->len; (*position)++)
    if (g_array_index (ids, gint32, *position) == rid)
      return TRUE;
  *position = GTK_INVALID_LIST_POSITION;
  return FALSE;
}

/* New ids under the same eyes: who was chosen stays chosen. @anew: another order or filter: the view goes to who is chosen, or to the top. */
static void
swap_ids (PamongTable *self, GArray *ids, gboolean anew)
{
  gint32 rid = self->selected ? pamong_residents_rid (self->store, self->selected) : -1;
  guint position = GTK_INVALID_LIST_POSITION;
  gboolean found = rid >= 0 && find_in (ids, rid, &position);

  self->updating = TRUE;
  if (self->frames < 2)
    pamong_row_model_set_ids (self->model, ids, FIRST_ROWS);
  else if (anew)
    swap_model (self, ids, found && position > ROWS_ABOVE ? position - ROWS_ABOVE : 0);
  else
    pamong_row_model_set_ids (self->model, ids, 0);
  if (!found || position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static gboolean
query_again (PamongTable *self, gboolean anew, GError **error)
{
  GArray *ids;

  pamong_view_columns_probe (self->columns, &self->query.query.sort, &self->query.query.descending);
  ids = pamong_table_query_ids (&self->query, self->store, error);
  if (!ids)
    return FALSE;
  swap_ids (self, ids, anew);
  return TRUE;
}

static gboolean
ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PamongTable *self = PAMONG_TABLE (widget);

  if (++self->frames < 2)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  pamong_row_model_complete (self->model);
  return G_SOURCE_REMOVE;
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, PamongTable *self)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (self->updating)
    return;
  g_free (self->selected);
  self->selected = g_strdup (position == GTK_INVALID_LIST_POSITION ? NULL : uid_at (self, position));
  g_signal_emit (self, signals[SELECTED], 0, self->selected);
}

static void
activated_cb (GtkColumnView *view, guint position, PamongTable *self)
{
  g_autofree char *uid = g_strdup (uid_at (self, position));

  if (uid)
    g_signal_emit (self, signals[ACTIVATED], 0, uid);
}

static void
sorted_cb (GtkSorter *sorter, GtkSorterChange change, PamongTable *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->query.query.today)
    return; /* no query yet */
  if (!query_again (self, TRUE, &error))
    g_warning ("sort of a list: %s", error->message);
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

static void
pamong_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PamongTable *self = PAMONG_TABLE (widget);
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  GTK_WIDGET_CLASS (pamong_table_parent_class)->css_changed (widget, change);
  if (self->columns && font && pango_font_description_get_size_is_absolute (font))
    pamong_view_columns_set_scale (self->columns, pango_font_description_get_size (font) / (PANGO_SCALE * NORMAL_TEXT_PX));
}

static void
pamong_table_map (GtkWidget *widget)
{
  PamongTable *self = PAMONG_TABLE (widget);

  GTK_WIDGET_CLASS (pamong_table_parent_class)->map (widget);
  if (self->frames < 2 && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, ticked_cb, NULL, NULL);
}

/* GTK gives the focus to the row it went to last by keys, which is not the one that was found and selected. */
static gboolean
pamong_table_grab_focus (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_first_child (inner_list (PAMONG_TABLE (widget)));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return gtk_widget_grab_focus (row);
  return gtk_widget_grab_focus (GTK_WIDGET (PAMONG_TABLE (widget)->view));
}

static gboolean
pamong_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL && pamong_table_count (PAMONG_TABLE (widget)) > 0)
    return gtk_widget_grab_focus (widget);
  return pamong_focus_children (widget, direction);
}

static void
pamong_table_dispose (GObject *object)
{
  PamongTable *self = PAMONG_TABLE (object);

  if (self->tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  self->view = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->columns, pamong_view_columns_free);
  G_OBJECT_CLASS (pamong_table_parent_class)->dispose (object);
}

static void
pamong_table_finalize (GObject *object)
{
  PamongTable *self = PAMONG_TABLE (object);

  pamong_table_query_clear (&self->query);
  g_free (self->selected);
  G_OBJECT_CLASS (pamong_table_parent_class)->finalize (object);
}

static void
pamong_table_class_init (PamongTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pamong_table_dispose;
  object_class->finalize = pamong_table_finalize;
  widget_class->css_changed = pamong_table_css_changed;
  widget_class->map = pamong_table_map;
  widget_class->focus = pamong_table_focus;
  widget_class->grab_focus = pamong_table_grab_focus;
  signals[SELECTED] = g_signal_new ("selected", PAMONG_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", PAMONG_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", PAMONG_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pamong-table");
}

static void
pamong_table_init (PamongTable *self)
{
  self->query.query = (PamongQuery) PAMONG_QUERY_INIT;
}

/* The row that has the focus is not chosen yet: the first arrow chooses it, only the next one goes on. */
static gboolean
key_pressed_cb (PamongTable *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (inner_list (self));
  gboolean arrow = key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == GDK_KEY_Up || key == GDK_KEY_KP_Up;

  if (!arrow || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || row == NULL || gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return FALSE;
  return gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
}

GtkWidget *
pamong_table_new (PamongStore *store, PamongLevel level)
{
  PamongTable *self = g_object_new (PAMONG_TYPE_TABLE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->store = store;
  self->model = pamong_row_model_new (store);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  pamong_focus_one_stop (GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Residents"), -1);
  self->columns = pamong_view_columns_new (self->view, level);
  pamong_view_columns_sort (self->columns, PAMONG_SORT_NAME, FALSE);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_ALWAYS);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb), self);
  return GTK_WIDGET (self);
}

gboolean
pamong_table_set_query (PamongTable *self, const PamongQuery *query, GArray *only, GError **error)
{
  pamong_table_query_set (&self->query, query, only);
  pamong_view_columns_set_today (self->columns, query->today);
  return query_again (self, TRUE, error);
}

guint
pamong_table_count (PamongTable *self)
{
  return pamong_row_model_size (self->model);
}

void
pamong_table_refresh (PamongTable *self, const char *const *uids)
{
  g_autoptr (GError) error = NULL;

  if (!query_again (self, FALSE, &error))
    g_warning ("refresh of a list: %s", error->message);
  pamong_row_model_refresh (self->model, uids);
}

gboolean
pamong_table_select (PamongTable *self, const char *uid)
{
  guint position = GTK_INVALID_LIST_POSITION;
  g_autofree char *copy = g_strdup (uid);

  if (uid && !find (self, uid, &position))
    return FALSE;
  pamong_row_model_complete (self->model);
  select_quietly (self, position);
  g_free (self->selected);
  self->selected = g_steal_pointer (&copy);
  if (uid)
    pamong_table_reveal (self, position);
  g_signal_emit (self, signals[SELECTED], 0, self->selected);
  return TRUE;
}

const char *
pamong_table_selected (PamongTable *self)
{
  return self->selected;
}

void
pamong_table_reveal (PamongTable *self, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (position < n && !is_seen (self, position, n))
    scroll_to (self, position);
}

PamongSort
pamong_table_order (PamongTable *self, gboolean *descending)
{
  if (descending)
    *descending = self->query.query.descending;
  return self->query.query.sort;
}

void
pamong_table_sort (PamongTable *self, PamongSort sort, gboolean descending)
{
  pamong_view_columns_sort (self->columns, sort, descending);
}

GtkWidget *
pamong_table_columns_menu (PamongTable *self)
{
  return pamong_view_columns_menu (self->columns);
}

void
pamong_table_set_wide (PamongTable *self, gboolean wide)
{
  pamong_view_columns_set_wide (self->columns, wide);
}

PamongRowModel *
pamong_table_model (PamongTable *self)
{
  return self->model;
}
