/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include "store/search.h"
#include <glib/gi18n.h>

#define FOUND_AT_MOST 5

/* People found by what is typed; the row chosen is the answer. */
typedef struct
{
  PamongActForm *form;
  GtkWidget *list;
} Finder;

static GtkWidget *
make_row (const PamongListRow *found)
{
  g_autofree char *words = g_strdup_printf ("%s  ·  RT %s RW %s  ·  %s", found->name, found->rt != NULL ? found->rt : "-", found->rw != NULL ? found->rw : "-", found->dusun != NULL ? found->dusun : "-");
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set_data_full (G_OBJECT (label), "uid", g_strdup (found->uid), g_free);
  return label;
}

static void
typed_cb (Finder *finder, GtkEditable *entry)
{
  PamongSearch *search = pamong_session_search (finder->form->session);
  g_autoptr (GPtrArray) rows = NULL;
  GtkListBoxRow *row;
  guint total = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (finder->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (finder->list), GTK_WIDGET (row));
  if (search != NULL)
    rows = pamong_search_rows (search, gtk_editable_get_text (entry), NULL, PAMONG_STATUS_ALIVE, FOUND_AT_MOST, &total, NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (finder->list), make_row (g_ptr_array_index (rows, i)));
  gtk_list_box_select_row (GTK_LIST_BOX (finder->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (finder->list), 0));
}

static void
selected_cb (Finder *finder, GtkListBoxRow *row)
{
  g_free (finder->form->who);
  finder->form->who = row != NULL ? g_strdup (g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "uid")) : NULL;
}

static void
chosen_cb (Finder *finder)
{
  if (finder->form->entries->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (finder->form->entries, 0)); /* what is asked after the person */
}

void
pamong_act_form_add_finder (PamongActForm *form)
{
  GtkWidget *who;
  Finder *finder;

  who = gtk_entry_new ();
  finder = g_new0 (Finder, 1);
  finder->form = form;
  finder->list = gtk_list_box_new ();
  g_object_set_data_full (G_OBJECT (form->content), "finder", finder, g_free);
  g_signal_connect_swapped (who, "changed", G_CALLBACK (typed_cb), finder);
  g_signal_connect_swapped (who, "activate", G_CALLBACK (chosen_cb), finder);
  g_signal_connect_swapped (finder->list, "row-selected", G_CALLBACK (selected_cb), finder);
  pamong_act_form_add (form, _ ("_Who (name or NIK)"), who);
  gtk_widget_set_size_request (finder->list, -1, 60);
  pamong_act_form_add (form, _ ("_Found"), finder->list);
}
