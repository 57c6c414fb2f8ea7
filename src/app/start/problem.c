/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/problem.h"
#include "domain/error.h"
#include <adwaita.h>
#include <glib/gi18n.h>

static const struct {
  PamongError code;
  const char *title, *remedy;
} kinds[] = {
  { PAMONG_ERROR_BUSY, N_ ("Pamong is already open"), N_ ("If no window is to be seen, restart this computer.") },
  { PAMONG_ERROR_DAMAGED, N_ ("The data file is damaged"), N_ ("Do not delete anything. Bring this computer, or a copy of the folder, to the district; what was sent is safe there.") },
  { PAMONG_ERROR_OUTDATED, N_ ("The data is newer than this program"), N_ ("Install the newest Pamong on this computer, then open it again. The data stays as it is.") },
  { PAMONG_ERROR_FULL, N_ ("The disk is full"), N_ ("Make room on the disk, for example by emptying the recycle bin, then open Pamong again.") },
  { PAMONG_ERROR_DENIED, N_ ("The data folder cannot be opened"), N_ ("Ask the one who set up this computer for the right to this folder.") },
};

static void
add_words (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE); /* one that can be selected stops Tab in GTK 4.8 and does not take it */
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
close_cb (GtkWidget *button)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

GtkWidget *
pamong_problem_new (const GError *error, const char *dir)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *close = gtk_button_new_with_mnemonic (_ ("_Close")), *header = adw_header_bar_new ();
  const char *title = N_ ("Pamong cannot open its data"), *remedy = N_ ("Restart this computer and try again. If it stays so, ask the district for help.");
  g_autofree char *kept = g_strdup_printf (_ ("The data is kept in %s"), dir);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_error_matches (error, PAMONG_ERROR, kinds[i].code))
      {
        title = kinds[i].title;
        remedy = kinds[i].remedy;
      }
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  add_words (box, _ (title), "page-title");
  add_words (box, error->message, "medium");
  add_words (box, _ (remedy), "plain");
  add_words (box, kept, "secondary");
  gtk_widget_set_halign (close, GTK_ALIGN_START);
  gtk_widget_set_margin_top (close, 8);
  gtk_widget_add_css_class (close, "primary");
  g_signal_connect (close, "clicked", G_CALLBACK (close_cb), NULL);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_add_css_class (page, "page");
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (header), ":minimize,close");
  gtk_box_append (GTK_BOX (page), header);
  gtk_box_append (GTK_BOX (page), box);
  gtk_widget_set_name (page, "problem");
  return page;
}
