/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/region_picker.h"
#include "app/widgets/focus.h"
#include "domain/codes.h"
#include "domain/names.h"
#include <glib/gi18n.h>

#define REGENCY "35.22"

struct _PamongRegionPicker {
  GtkBox parent_instance;

  GtkWidget *entry, *scroller;
  GtkListBox *list;
  char *query;   /* folded */
  char *area;    /* chosen */
};

G_DEFINE_FINAL_TYPE (PamongRegionPicker, pamong_region_picker, GTK_TYPE_BOX)

static guint changed_signal;

static const PamongRegion *
row_region (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "region");
}

static void
choose (PamongRegionPicker *self, GtkListBoxRow *row)
{
  const PamongRegion *region = row != NULL ? row_region (row) : NULL;

  if (g_strcmp0 (self->area, region != NULL ? region->code : NULL) == 0)
    return;
  g_free (self->area);
  self->area = region != NULL ? g_strdup (region->code) : NULL;
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  PamongRegionPicker *self = data;
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  const char *at;

  if (self->query == NULL || *self->query == '\0' || g_str_has_prefix (key, self->query))
    return TRUE;
  at = strstr (key, self->query);
  return at != NULL && at[-1] == ' ';
}

static GtkListBoxRow *
first_visible (PamongRegionPicker *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) && GTK_IS_LIST_BOX_ROW (row))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
typed_cb (PamongRegionPicker *self)
{
  g_free (self->query);
  self->query = pamong_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_list_box_invalidate_filter (self->list);
  if (*self->query != '\0')
    gtk_list_box_select_row (self->list, first_visible (self));
  else
    gtk_list_box_unselect_all (self->list);
}

static void
row_selected_cb (PamongRegionPicker *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* The chosen row stays in sight; the focus stays in the entry. */
static void
reveal (PamongRegionPicker *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double x, y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 0, 0, &x, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static gboolean
key_pressed_cb (PamongRegionPicker *self, guint key)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));

  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return FALSE;
  if (row == NULL)
    row = GTK_WIDGET (first_visible (self));
  else
    do
      row = key == GDK_KEY_Down ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
    while (row != NULL && !gtk_widget_get_child_visible (row));
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
      reveal (self, GTK_LIST_BOX_ROW (row));
    }
  return TRUE;
}

static void
pamong_region_picker_finalize (GObject *object)
{
  PamongRegionPicker *self = PAMONG_REGION_PICKER (object);

  g_free (self->query);
  g_free (self->area);
  G_OBJECT_CLASS (pamong_region_picker_parent_class)->finalize (object);
}

static gboolean
pamong_region_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_REGION_PICKER (widget)->entry);
}

static void
pamong_region_picker_class_init (PamongRegionPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_region_picker_finalize;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_region_picker_grab_focus;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_region_picker_init (PamongRegionPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "system-search-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_filter_func (self->list, fits, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "regions");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (self->scroller, -1, 242);
  gtk_widget_add_css_class (self->scroller, "panel");
  gtk_widget_set_overflow (self->scroller, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->scroller);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
}

static void
add_row (PamongRegionPicker *self, const PamongRegion *region)
{
  const PamongRegion *above = region->parent != NULL ? pamong_regions_find (region->parent) : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (region->name);
  g_autofree char *where = g_strdup_printf ("%s%s%s", g_str_equal (region->type, "kelurahan") ? _ ("kelurahan, ") : "", above != NULL && g_str_equal (above->type, "kecamatan") ? "Kec. " : "", above != NULL ? above->name : "");
  GtkWidget *place = gtk_label_new (where);

  gtk_widget_add_css_class (name, "medium");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (place, "secondary");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "region", (gpointer) region);
  g_object_set_data_full (G_OBJECT (row), "key", pamong_fold (region->name), g_free);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
add_below (PamongRegionPicker *self, const char *code, int depth)
{
  g_autoptr (GPtrArray) children = pamong_regions_children (code);

  for (guint i = 0; i < children->len; i++)
    {
      const PamongRegion *region = g_ptr_array_index (children, i);

      if (depth == 1)
        add_row (self, region);
      else
        add_below (self, region->code, depth - 1);
    }
}

GtkWidget *
pamong_region_picker_new (void)
{
  return g_object_new (PAMONG_TYPE_REGION_PICKER, NULL);
}

void
pamong_region_picker_set_level (PamongRegionPicker *self, PamongLevel level)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  choose (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (level == PAMONG_LEVEL_REGENCY)
    {
      add_row (self, pamong_regions_find (REGENCY));
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
    }
  else
    add_below (self, REGENCY, level == PAMONG_LEVEL_DISTRICT ? 1 : 2);
}

const char *
pamong_region_picker_area (PamongRegionPicker *self)
{
  return self->area;
}

GtkWidget *
pamong_region_picker_entry (PamongRegionPicker *self)
{
  return self->entry;
}
