/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/register_list.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

typedef struct {
  PamongRegisterChosenFunc func;
  gpointer data;
  const PamongRegister *shown;
} Listener;

static const PamongRegister *
register_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "register") : NULL;
}

static void
head (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const PamongRegister *reg = register_of (row), *above = register_of (before);
  GtkWidget *label;

  if (above != NULL && g_strcmp0 (reg->list, above->list) == 0)
    return;
  label = gtk_label_new (reg->list);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "register-group");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_row (const PamongRegister *reg)
{
  GtkWidget *row = gtk_list_box_row_new (), *label;
  g_autofree char *words = reg->code != NULL ? g_strdup_printf ("%s  %s", reg->code, reg->title) : g_strdup (reg->title);

  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "register", (gpointer) reg);
  return row;
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, Listener *listener)
{
  if (row == NULL || register_of (row) == listener->shown)
    return; /* the list says so again when Tab comes to it */
  listener->shown = register_of (row);
  listener->func (listener->shown, listener->data);
}

GtkWidget *
pamong_register_list_new (PamongRegisterChosenFunc func, gpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  GPtrArray *all = pamong_registers ();
  Listener *listener = g_new0 (Listener, 1);

  *listener = (Listener) { func, data, NULL };
  pamong_focus_one_stop (list);
  for (guint i = 0; i < all->len; i++)
    if (!((const PamongRegister *) all->pdata[i])->hidden)
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (all->pdata[i]));
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), head, NULL, NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "registers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Books and lists"), -1);
  g_signal_connect_data (list, "row-selected", G_CALLBACK (selected_cb), listener, (GClosureNotify) (void (*) (void)) g_free, 0);
  return list;
}

gboolean
pamong_register_list_choose (GtkWidget *list, const char *name)
{
  const PamongRegister *reg = pamong_registers_find (name);
  GtkListBoxRow *row;

  for (int i = 0; reg != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (register_of (row) == reg)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (list), row);
        return TRUE;
      }
  return FALSE;
}
