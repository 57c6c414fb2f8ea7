/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/keys_window.h"
#include "app/shell/key_bar.h"
#include "app/shell/shortcuts.h"
#include <adwaita.h>
#include <glib/gi18n.h>

static int
add_heading (GtkGrid *grid, int row, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "strong");
  gtk_widget_set_margin_top (label, row > 0 ? 12 : 0);
  gtk_grid_attach (grid, label, 0, row, 2, 1);
  return row + 1;
}

static int
add_key (GtkGrid *grid, int row, const char *key, const char *twin, const char *words)
{
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_box_append (GTK_BOX (keys), pamong_keycap_new (key));
  if (twin != NULL)
    gtk_box_append (GTK_BOX (keys), pamong_keycap_new (twin));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (grid, keys, 0, row, 1, 1);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
  return row + 1;
}

static GtkWidget *
make_grid (const PamongPageKey *page_keys)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 0;

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 16);
  if (page_keys->key != NULL)
    row = add_heading (grid, row, _ ("On this page"));
  for (; page_keys->key != NULL; page_keys++)
    row = add_key (grid, row, page_keys->key, NULL, page_keys->words);
  row = add_heading (grid, row, _ ("Everywhere"));
  for (const PamongShortcut *shortcut = pamong_shortcuts (); shortcut->trigger != NULL; shortcut++)
    {
      gboolean digit = shortcut->twin != NULL && g_ascii_isdigit (shortcut->twin[strlen (shortcut->twin) - 1]);
      g_autofree char *twin = digit ? g_strconcat ("Ctrl+", shortcut->twin + strlen ("<Control>"), NULL) : NULL;

      row = add_key (grid, row, shortcut->key, twin, _ (shortcut->words));
    }
  return GTK_WIDGET (grid);
}

static gboolean
escape_cb (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

void
pamong_keys_window_show (GtkWidget *parent, const PamongPageKey *page_keys)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = make_grid (page_keys), *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_set_margin_start (grid, 24);
  gtk_widget_set_margin_end (grid, 24);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 24);
  gtk_widget_add_css_class (window, "keys");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("All keys"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}
