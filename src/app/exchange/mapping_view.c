/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/column_grid.h"
#include "app/exchange/mapping_view.h"
#include "app/exchange/preview_grid.h"
#include "app/shell/key_bar.h"
#include <glib/gi18n.h>

struct _PamongMappingView {
  GtkWidget parent_instance;

  GtkLabel *said;
  PamongSheetBar *bar;
  PamongColumnGrid *grid;
  PamongPreviewGrid *preview;
  GtkWidget *scroller, *name, *check;
  PamongImportFile *file;
  PamongColumns *columns;
  gboolean looking, again; /* a thread reads; the columns have changed since it began */
  gboolean pointing;       /* a sheet or a row was chosen since it began */
  gboolean finishing;      /* as soon as it has read */
};

static void mapping_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongMappingView, pamong_mapping_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, mapping_view_page_init))

enum { FINISHED, CANCELLED, POINTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void look (PamongMappingView *self);
static void point (PamongMappingView *self);
static void show_columns (PamongMappingView *self);

static void
say (PamongMappingView *self, const char *words)
{
  gtk_label_set_text (self->said, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->said), words);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMappingView) self = data;
  g_autoptr (GError) error = NULL;
  gboolean fine = pamong_import_file_look_finish (result, &error);

  self->looking = FALSE;
  if (self->file == NULL)
    return;
  if (fine)
    pamong_preview_grid_show (self->preview, self->file->sample);
  say (self, fine ? self->file->sample->message : error->message);
  if (self->pointing)
    point (self);
  else if (self->again)
    look (self);
  else if (self->finishing)
    {
      self->finishing = FALSE;
      g_signal_emit (self, signals[FINISHED], 0);
    }
}

static void
look (PamongMappingView *self)
{
  self->again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  pamong_import_file_look_async (self->file, self->columns, looked_cb, g_object_ref (self));
}

static void
pointed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMappingView) self = data;
  g_autoptr (GError) error = NULL;
  gboolean fine = pamong_import_file_point_finish (result, &error);

  self->looking = self->finishing = FALSE;
  if (self->file == NULL)
    return;
  if (self->pointing)
    {
      point (self);
      return;
    }
  show_columns (self);
  if (!fine)
    say (self, error->message);
  g_signal_emit (self, signals[POINTED], 0);
}

/* Another sheet, another row of headings: all columns are guessed anew. */
static void
point (PamongMappingView *self)
{
  self->pointing = self->looking;
  self->again = self->finishing = FALSE;
  if (self->looking)
    return;
  self->looking = TRUE;
  pamong_import_file_point_async (self->file, pamong_sheet_bar_sheet (self->bar), pamong_sheet_bar_row (self->bar), pointed_cb, g_object_ref (self));
}

static void
entered_cb (PamongMappingView *self, guint column)
{
  pamong_preview_grid_reveal (self->preview, pamong_columns_get (self->columns, column)->field);
}

static void
finish (PamongMappingView *self)
{
  guint column;
  g_autofree char *complaint = pamong_column_grid_complaint (self->grid, &column);

  say (self, complaint);
  if (complaint != NULL)
    pamong_column_grid_focus (self->grid, column);
  else if (self->looking)
    self->finishing = TRUE;
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
last_cb (PamongMappingView *self)
{
  gtk_widget_grab_focus (self->name);
}

static void
named_cb (PamongMappingView *self)
{
  gtk_widget_grab_focus (self->check);
}

static void
cancel (PamongMappingView *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
pressed_cb (PamongMappingView *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    finish (self);
  else if (state == 0 && key == GDK_KEY_Escape)
    cancel (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
mapping_view_shown (PamongPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (PAMONG_MAPPING_VIEW (page)->grid));
}

static const PamongPageKey *
mapping_view_keys (PamongPage *page)
{
  static PamongPageKey keys[7];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Enter", _ ("Next column") };
  keys[2] = (PamongPageKey) { "Shift+Enter", _ ("Previous") };
  keys[3] = (PamongPageKey) { "Alt+↓", _ ("All fields") };
  keys[4] = (PamongPageKey) { "Ctrl+S", _ ("Check the file") };
  keys[5] = (PamongPageKey) { "Esc", _ ("Cancel") };
  return keys;
}

static void
mapping_view_page_init (PamongPageInterface *iface)
{
  iface->shown = mapping_view_shown;
  iface->keys = mapping_view_keys;
}

static void
pamong_mapping_view_dispose (GObject *object)
{
  PamongMappingView *self = PAMONG_MAPPING_VIEW (object);
  GtkWidget *child;

  self->file = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, pamong_columns_free);
  G_OBJECT_CLASS (pamong_mapping_view_parent_class)->dispose (object);
}

static void
pamong_mapping_view_class_init (PamongMappingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_mapping_view_dispose;
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
make_line (const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), class);
  return label;
}

static GtkWidget *
make_button (const char *words, const char *key)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (words);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pamong_keycap_new (key));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_foot (PamongMappingView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *label = gtk_label_new_with_mnemonic (_ ("Keep these columns _as")), *back = make_button (_ ("_Cancel"), "Esc");

  self->name = gtk_entry_new ();
  gtk_widget_set_name (self->name, "mapping-name");
  gtk_entry_set_max_length (GTK_ENTRY (self->name), 60);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 24);
  gtk_widget_set_valign (self->name, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, FALSE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->name);
  g_object_set (self->name, "placeholder-text", _ ("not kept"), NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  self->check = make_button (_ ("Chec_k the file"), "Ctrl+S");
  gtk_widget_add_css_class (self->check, "primary");
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (named_cb), self);
  g_signal_connect_swapped (self->check, "clicked", G_CALLBACK (finish), self);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (cancel), self);
  self->said = make_line ("error-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self->said), TRUE);
  gtk_label_set_xalign (self->said, 1);
  gtk_widget_add_css_class (foot, "foot-bar");
  gtk_box_append (GTK_BOX (foot), label);
  gtk_box_append (GTK_BOX (foot), self->name);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->said));
  gtk_box_append (GTK_BOX (foot), back);
  gtk_box_append (GTK_BOX (foot), self->check);
  return foot;
}

static void
pamong_mapping_view_init (PamongMappingView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *title = GTK_WIDGET (make_line ("strong"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->bar = PAMONG_SHEET_BAR (pamong_sheet_bar_new ());
  self->grid = PAMONG_COLUMN_GRID (pamong_column_grid_new ());
  self->preview = PAMONG_PREVIEW_GRID (pamong_preview_grid_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 120);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_label_set_text (GTK_LABEL (title), _ ("The first people, as they will be understood"));
  gtk_widget_add_css_class (body, "exchange-body");
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (body), self->scroller);
  gtk_box_append (GTK_BOX (body), title);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->preview));
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (point), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "finished", G_CALLBACK (last_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_mapping_view_new (void)
{
  return g_object_new (PAMONG_TYPE_MAPPING_VIEW, NULL);
}

static void
show_columns (PamongMappingView *self)
{
  g_clear_pointer (&self->columns, pamong_columns_free);
  self->columns = pamong_columns_copy (pamong_source_columns (self->file->source));
  say (self, self->file->sample->message);
  pamong_sheet_bar_show (self->bar, self->file);
  pamong_column_grid_show (self->grid, self->columns, self->file->sample);
  pamong_preview_grid_show (self->preview, self->file->sample);
}

void
pamong_mapping_view_show (PamongMappingView *self, PamongImportFile *file)
{
  self->file = file;
  self->again = self->pointing = self->finishing = FALSE;
  if (file == NULL)
    {
      pamong_sheet_bar_show (self->bar, NULL);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->name), file->mapping != NULL ? file->mapping : "");
  show_columns (self);
  if (file->mapping != NULL) /* the sample was read before the columns were found again */
    look (self);
}

void
pamong_mapping_view_say (PamongMappingView *self, const char *words)
{
  say (self, words);
}

const char *
pamong_mapping_view_name (PamongMappingView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}

const PamongColumns *
pamong_mapping_view_columns (PamongMappingView *self)
{
  return self->columns;
}

PamongColumnGrid *
pamong_mapping_view_grid (PamongMappingView *self)
{
  return self->grid;
}

PamongSheetBar *
pamong_mapping_view_bar (PamongMappingView *self)
{
  return self->bar;
}
