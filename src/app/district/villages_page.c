/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/district/villages_page.h"
#include "app/district/village_columns.h"
#include "app/district/village_rows.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "store/inbox.h"
#include <glib/gi18n.h>

struct _PamongVillagesPage {
  GtkWidget parent_instance;

  PamongSession *session;
  gboolean stale, reading, again; /* again: changed while it was read */
  GtkWidget *body, *list, *copy;
  GtkLabel *hint;
  GListStore *rows;
  GtkSingleSelection *selection;
};

static void pamong_villages_page_iface_init (PamongPageInterface *iface);
static void read_again (PamongVillagesPage *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongVillagesPage, pamong_villages_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_villages_page_iface_init))

/* The chosen village stays chosen when its figures come anew. */
static void
choose (PamongVillagesPage *self, const char *area)
{
  guint n = area == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PamongVillageRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (row->area, area) == 0)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static int
by_sorter (gconstpointer a, gconstpointer b, gpointer sorter)
{
  return (int) gtk_sorter_compare (sorter, (gpointer) a, (gpointer) b);
}

/* A district has a few dozen villages: they are sorted where they stand. */
static void
sort (PamongVillagesPage *self)
{
  PamongVillageRow *chosen = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *area = chosen != NULL ? g_strdup (chosen->area) : NULL;

  g_list_store_sort (self->rows, by_sorter, gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->list)));
  choose (self, area);
}

static void
show_rows (PamongVillagesPage *self, GPtrArray *rows)
{
  PamongVillageRow *chosen = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *area = chosen != NULL ? g_strdup (chosen->area) : NULL;
  g_autofree char *title = pamong_regions_title (pamong_session_area (self->session)), *number = NULL, *hint = NULL;
  gint64 residents = 0;

  for (guint i = 0; i < rows->len; i++)
    residents += ((PamongVillageRow *) rows->pdata[i])->residents;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  choose (self, area);
  sort (self);
  gtk_widget_set_sensitive (self->copy, rows->len > 0);
  number = pamong_words_number (residents);
  hint = g_strdup_printf (_ ("%s: %s residents in %u villages. Enter shows the residents of a village.%s"), title, number, rows->len,
                          pamong_inbox_complete (pamong_session_store (self->session)) ? "" : _ (" Not complete yet."));
  gtk_label_set_text (self->hint, hint);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongVillagesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pamong_village_rows_finish (result, &error);

  self->reading = FALSE;
  if (self->session == NULL)
    return;
  if (rows != NULL)
    show_rows (self, rows);
  else
    gtk_label_set_text (self->hint, error->message);
  if (self->again)
    read_again (self);
}

/* One reading at a time: what changes while it runs is read when it has ended. */
static void
read_again (PamongVillagesPage *self)
{
  self->stale = FALSE;
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    gtk_label_set_text (self->hint, _ ("Counting the villages…"));
  pamong_village_rows_async (pamong_store_dir (pamong_session_store (self->session)), pamong_session_area (self->session), NULL, read_cb, g_object_ref (self));
}

static void
copy_cb (PamongVillagesPage *self)
{
  g_autofree char *title = pamong_regions_title (pamong_session_area (self->session));
  g_autofree char *text = pamong_village_rows_summary (G_LIST_MODEL (self->rows), title, pamong_clock_now ());

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_label_set_text (self->hint, _ ("The summary was copied. Paste it into a message."));
}

static void
activated_cb (PamongVillagesPage *self, guint position)
{
  g_autoptr (PamongVillageRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", pamong_kind_name (PAMONG_KIND_PLACE), row->area);
}

static void
changed_cb (PamongVillagesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_again (self);
  else
    self->stale = TRUE;
}

static void
pamong_villages_page_shown (PamongPage *page)
{
  PamongVillagesPage *self = PAMONG_VILLAGES_PAGE (page);

  read_again (self);
  gtk_widget_grab_focus (self->list);
}

static const PamongPageKey *
pamong_villages_page_keys (PamongPage *page)
{
  static PamongPageKey keys[6];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Enter", _ ("Residents of the village") };
  keys[2] = (PamongPageKey) { "Ctrl+K", _ ("Find") };
  keys[3] = (PamongPageKey) { "F9", _ ("Send") };
  keys[4] = (PamongPageKey) { "Ctrl+?", _ ("All keys") };
  return keys;
}

static gboolean
pamong_villages_page_is_filled (PamongPage *page)
{
  return !PAMONG_VILLAGES_PAGE (page)->reading;
}

static void
pamong_villages_page_iface_init (PamongPageInterface *iface)
{
  iface->is_filled = pamong_villages_page_is_filled;
  iface->shown = pamong_villages_page_shown;
  iface->keys = pamong_villages_page_keys;
}

static void
pamong_villages_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pamong_villages_page_parent_class)->map (widget);
  if (PAMONG_VILLAGES_PAGE (widget)->stale)
    read_again (PAMONG_VILLAGES_PAGE (widget));
}

static void
pamong_villages_page_dispose (GObject *object)
{
  PamongVillagesPage *self = PAMONG_VILLAGES_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_villages_page_parent_class)->dispose (object);
}

static void
pamong_villages_page_class_init (PamongVillagesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_villages_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = pamong_villages_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_list (PamongVillagesPage *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));

  self->rows = g_list_store_new (PAMONG_TYPE_VILLAGE_ROW);
  pamong_focus_one_stop (GTK_WIDGET (view));
  pamong_village_columns_add (view);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Villages"), -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sort), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

static void
pamong_villages_page_init (PamongVillagesPage *self)
{
  GtkWidget *title = gtk_label_new (_ ("Home")), *scroller = gtk_scrolled_window_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *copy = self->copy = gtk_button_new_with_mnemonic (_ ("_Copy summary"));

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  self->list = make_list (self);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_ellipsize (self->hint, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "page-hint");
  gtk_widget_add_css_class (self->body, "page-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_margin_top (scroller, 12);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (self->body, "page");
  gtk_widget_add_css_class (copy, "primary");
  gtk_widget_set_sensitive (copy, FALSE); /* until there is something to tell */
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), copy);
  gtk_box_append (GTK_BOX (self->body), head);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self->body), scroller);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
pamong_villages_page_new (PamongSession *session)
{
  PamongVillagesPage *self = g_object_new (PAMONG_TYPE_VILLAGES_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
