/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include "app/shell/found_row.h"
#include "store/search.h"
#include <glib/gi18n.h>

#define FOUND_AT_MOST 8
#define ROWS_SEEN 104 /* pixels: three rows; the place is reserved, so that nothing jumps while typing */

/* People found by what is typed; the row chosen is the answer. The keyboard stays in the entry: Up and Down choose, Enter goes on. */
typedef struct
{
  PamongActForm *form;
  GtkWidget *entry, *list; /* (owned) */
  GtkEventController *keys;
} Finder;

/* The dialog and its widgets live a little longer than the form: a list that goes tells that nobody is selected any more. */
static void
free_finder (gpointer data)
{
  Finder *finder = data;

  g_signal_handlers_disconnect_by_data (finder->entry, finder);
  g_signal_handlers_disconnect_by_data (finder->list, finder);
  gtk_widget_remove_controller (finder->entry, finder->keys);
  g_object_unref (finder->entry);
  g_object_unref (finder->list);
  g_free (finder);
}

static GtkWidget *
make_row (const PamongListRow *found)
{
  g_autofree char *words = pamong_found_words (found);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set_data_full (G_OBJECT (label), "uid", g_strdup (found->uid), g_free);
  return label;
}

static void
show_found (Finder *finder, GPtrArray *rows)
{
  GtkListBox *list = GTK_LIST_BOX (finder->list);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL && g_strcmp0 (((PamongListRow *) g_ptr_array_index (rows, i))->uid, finder->form->subject) != 0)
      gtk_list_box_append (list, make_row (g_ptr_array_index (rows, i)));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
}

static void
typed_cb (Finder *finder, GtkEditable *entry)
{
  PamongSearch *search = pamong_session_search (finder->form->session);
  g_autoptr (GPtrArray) rows = NULL;
  guint total = 0;

  if (search != NULL)
    rows = pamong_search_rows (search, gtk_editable_get_text (entry), NULL, PAMONG_STATUS_ALIVE, FOUND_AT_MOST, &total, NULL);
  show_found (finder, rows);
}

static void
selected_cb (Finder *finder, GtkListBoxRow *row)
{
  g_free (finder->form->who);
  finder->form->who = row != NULL ? g_strdup (g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "uid")) : NULL;
}

static gboolean
choose_next (Finder *finder, int step)
{
  GtkListBox *list = GTK_LIST_BOX (finder->list);
  GtkListBoxRow *now = gtk_list_box_get_selected_row (list);
  GtkListBoxRow *next = now != NULL ? gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (now) + step) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (finder->list, GTK_TYPE_SCROLLED_WINDOW)));
  graphene_rect_t place;

  if (next == NULL)
    return now != NULL;
  gtk_list_box_select_row (list, next);
  if (gtk_widget_compute_bounds (GTK_WIDGET (next), finder->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Finder *finder)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return choose_next (finder, 1);
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return choose_next (finder, -1);
  return FALSE;
}

static void
chosen_cb (Finder *finder)
{
  if (finder->form->entries->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (finder->form->entries, 0)); /* what is asked after the person */
}

static GtkWidget *
make_list (Finder *finder)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  finder->list = g_object_ref_sink (gtk_list_box_new ());
  gtk_widget_set_can_focus (finder->list, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), finder->list);
  gtk_widget_set_size_request (scrolled, -1, ROWS_SEEN);
  g_signal_connect_swapped (finder->list, "row-selected", G_CALLBACK (selected_cb), finder);
  return scrolled;
}

void
pamong_act_form_add_finder (PamongActForm *form, const char *label)
{
  Finder *finder = g_new0 (Finder, 1);

  finder->form = form;
  finder->entry = form->finder = g_object_ref_sink (gtk_entry_new ());
  finder->keys = gtk_event_controller_key_new ();
  g_object_set_data_full (G_OBJECT (form->content), "finder", finder, free_finder);
  gtk_event_controller_set_propagation_phase (finder->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (finder->keys, "key-pressed", G_CALLBACK (key_cb), finder);
  gtk_widget_add_controller (finder->entry, finder->keys);
  g_signal_connect_swapped (finder->entry, "changed", G_CALLBACK (typed_cb), finder);
  g_signal_connect_swapped (finder->entry, "activate", G_CALLBACK (chosen_cb), finder);
  pamong_act_form_add (form, _ (label), form->finder);
  pamong_act_form_add (form, _ ("_Found"), make_list (finder));
}

void
pamong_act_form_find (PamongActForm *form, const char *uid)
{
  Finder *finder = g_object_get_data (G_OBJECT (form->content), "finder");
  PamongStore *store = pamong_session_store (form->session);
  gint32 rid = pamong_residents_rid (store, uid);
  g_autoptr (GPtrArray) rows = pamong_residents_rows (store, &rid, 1, NULL);
  const PamongListRow *row = rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  if (row == NULL)
    return;
  g_signal_handlers_block_matched (form->finder, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, typed_cb, NULL);
  gtk_editable_set_text (GTK_EDITABLE (form->finder), row->name);
  g_signal_handlers_unblock_matched (form->finder, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, typed_cb, NULL);
  show_found (finder, rows);
}

gboolean
pamong_act_form_found (PamongActForm *form, gboolean may_lack, GError **error)
{
  if (form->who != NULL || (may_lack && *gtk_editable_get_text (GTK_EDITABLE (form->finder)) == '\0'))
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _ ("Type the name or the NIK of the person and choose them from the list."));
  return FALSE;
}
