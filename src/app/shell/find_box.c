/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/find_box.h"
#include "app/shell/found_row.h"
#include "app/shell/key_bar.h"
#include "app/shell/recent.h"
#include "app/words.h"
#include <glib/gi18n.h>

#define LIMIT 50
#define ROWS_SHOWN 9
#define ROW_HEIGHT 32
#define LIST_WIDTH 780

struct _PamongFindBox {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkWidget *overlay, *entry, *key, *popover;
  GListStore *rows;
  GtkSingleSelection *selection;
  GtkWidget *list, *scroller;
  GtkLabel *total_words;
  guint total;
  int width; /* wished for */
};

G_DEFINE_FINAL_TYPE (PamongFindBox, pamong_find_box, GTK_TYPE_WIDGET)

static guint found_signal;

static char *
total_words (guint shown, guint total)
{
  g_autofree char *number = pamong_words_number (total);

  if (total == 0)
    return g_strdup (_ ("Nobody found. Try fewer letters."));
  if (shown < total)
    return g_strdup_printf (_ ("first %u of %s people; type more letters"), shown, number);
  return g_strdup_printf (ngettext ("%s person", "%s people", total), number);
}

static void
fill (PamongFindBox *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    if (found->pdata[i] != NULL)
      g_ptr_array_add (objects, pamong_found_new (g_steal_pointer (&found->pdata[i])));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), objects->pdata, objects->len);
}

static void
show_found (PamongFindBox *self, GPtrArray *found)
{
  g_autofree char *words = NULL;
  guint shown;

  fill (self, found);
  shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  words = total_words (shown, self->total);
  gtk_label_set_text (self->total_words, words);
  gtk_widget_set_visible (self->scroller, shown > 0);
  gtk_widget_set_size_request (self->scroller, LIST_WIDTH, (int) MIN (shown, ROWS_SHOWN) * ROW_HEIGHT);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Whoever comes to an empty box often comes back to somebody; nobody is chosen, so that Enter takes nobody by accident. */
static void
show_recent (PamongFindBox *self)
{
  g_autoptr (GPtrArray) rows = pamong_recent_rows (self->session);
  guint shown;

  fill (self, rows);
  self->total = 0;
  shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (shown == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_label_set_text (self->total_words, _ ("Opened last by this account; ↓ chooses"));
  gtk_widget_set_visible (self->scroller, TRUE);
  gtk_widget_set_size_request (self->scroller, LIST_WIDTH, (int) MIN (shown, ROWS_SHOWN) * ROW_HEIGHT);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_waiting (PamongFindBox *self)
{
  g_list_store_remove_all (self->rows);
  self->total = 0;
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_label_set_text (self->total_words, _ ("Reading the names …"));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
close_list (PamongFindBox *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_list_store_remove_all (self->rows);
  self->total = 0;
}

static void
take (PamongFindBox *self, guint position)
{
  g_autoptr (PamongFound) found = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autofree char *uid = NULL;

  if (found == NULL)
    return;
  uid = g_strdup (pamong_found_row (found)->uid);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  close_list (self);
  g_signal_emit (self, found_signal, 0, uid);
}

static void
move (PamongFindBox *self, int step)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  int to = (int) gtk_single_selection_get_selected (self->selection) + step;

  if (n == 0)
    return;
  to = CLAMP (to, 0, n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) to);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) to);
}

static void
changed_cb (PamongFindBox *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  PamongSearch *search;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (self->key, *text == '\0');
  if (*text == '\0')
    {
      show_recent (self);
      return;
    }
  if (g_utf8_strlen (text, -1) >= 2 && !pamong_session_prepare_search (self->session))
    {
      show_waiting (self); /* "search-ready" comes back here */
      return;
    }
  if (g_utf8_strlen (text, -1) < 2 || (search = pamong_session_search (self->session)) == NULL)
    {
      close_list (self);
      return;
    }
  found = pamong_search_rows (search, text, NULL, -1, LIMIT, &self->total, &error);
  if (found == NULL)
    close_list (self);
  else
    show_found (self, found);
}

static void
search_ready_cb (PamongFindBox *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    changed_cb (self);
}

static gboolean
key_pressed_cb (PamongFindBox *self, guint key, guint keycode, GdkModifierType state)
{
  if (!gtk_widget_get_visible (self->popover))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move (self, ROWS_SHOWN);
      return TRUE;
    case GDK_KEY_Page_Up:
      move (self, -ROWS_SHOWN);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      take (self, gtk_single_selection_get_selected (self->selection));
      return TRUE;
    case GDK_KEY_Escape:
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      close_list (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The index is made when somebody comes to search, not at start and not at the first letter. */
static void
focus_entered_cb (PamongFindBox *self)
{
  pamong_session_prepare_search (self->session);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    show_recent (self);
}

static void
focus_left_cb (PamongFindBox *self)
{
  close_list (self);
}

static void
row_activated_cb (PamongFindBox *self, guint position)
{
  take (self, position);
}

/* Only the entry takes the focus; left to GTK, Shift+Tab never comes out at the front. */
static gboolean
pamong_find_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (PAMONG_FIND_BOX (widget)->entry, direction);
}

static gboolean
pamong_find_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_FIND_BOX (widget)->entry);
}

static void
pamong_find_box_dispose (GObject *object)
{
  PamongFindBox *self = PAMONG_FIND_BOX (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_find_box_parent_class)->dispose (object);
}

static void
pamong_find_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PamongFindBox *self = PAMONG_FIND_BOX (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
pamong_find_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PamongFindBox *self = PAMONG_FIND_BOX (widget);

  gtk_widget_measure (self->overlay, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->width); /* gives way to the pill and to long names */
}

static void
pamong_find_box_class_init (PamongFindBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_find_box_dispose;
  widget_class->focus = pamong_find_box_focus;
  widget_class->grab_focus = pamong_find_box_grab_focus;
  widget_class->size_allocate = pamong_find_box_size_allocate;
  widget_class->measure = pamong_find_box_measure;
  found_signal = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_entry (PamongFindBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "system-search-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_widget_set_name (self->entry, "find");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find people"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  self->key = pamong_keycap_new ("Ctrl+K");
  gtk_widget_set_halign (self->key, GTK_ALIGN_END);
  gtk_widget_set_margin_end (self->key, 8);
  gtk_widget_set_can_target (self->key, FALSE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->entry);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->key);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

static void
make_list (PamongFindBox *self, gboolean village)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_list_store_new (PAMONG_TYPE_FOUND);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), pamong_found_factory (village));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  self->total_words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->total_words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->total_words), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->total_words), "found-total");
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->total_words));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (self->popover, "found");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
pamong_find_box_init (PamongFindBox *self)
{
  make_entry (self);
  pamong_find_box_set_narrow (self, FALSE);
}

GtkWidget *
pamong_find_box_new (PamongSession *session)
{
  PamongFindBox *self = g_object_new (PAMONG_TYPE_FIND_BOX, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "search-ready", G_CALLBACK (search_ready_cb), self, G_CONNECT_SWAPPED);
  make_list (self, pamong_session_level (session) != PAMONG_LEVEL_VILLAGE);
  return GTK_WIDGET (self);
}

void
pamong_find_box_set_narrow (PamongFindBox *self, gboolean narrow)
{
  self->width = narrow ? 380 : 430;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), narrow ? _ ("Find") : _ ("Find a name, NIK or KK number"));
}

void
pamong_find_box_set_inside (PamongFindBox *self)
{
  self->width = 0;
  gtk_widget_set_opacity (self->key, 0);
  gtk_widget_set_name (self->entry, "find-inside");
}

GtkEditable *
pamong_find_box_entry (PamongFindBox *self)
{
  return GTK_EDITABLE (self->entry);
}

guint
pamong_find_box_count (PamongFindBox *self, guint *total)
{
  if (total != NULL)
    *total = self->total;
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
