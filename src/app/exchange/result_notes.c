/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/result_notes.h"

#define NOTES 5

static GtkWidget *
make_words (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_note (const PamongImportFinding *finding)
{
  GtkWidget *band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (band, "band");
  gtk_widget_add_css_class (band, "warning");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_words (finding->message, NULL));
  if (finding->remedy != NULL && *finding->remedy != '\0')
    gtk_box_append (GTK_BOX (words), make_words (finding->remedy, "secondary"));
  gtk_box_append (GTK_BOX (band), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (band), words);
  return band;
}

GtkWidget *
pamong_result_notes_new (void)
{
  GtkWidget *notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_visible (notes, FALSE);
  return notes;
}

void
pamong_result_notes_show (GtkWidget *notes, PamongStore *store, const char *uid)
{
  g_autoptr (GPtrArray) findings = pamong_import_findings (store, uid, 0, 0, NOTES, NULL);
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (notes)) != NULL)
    gtk_box_remove (GTK_BOX (notes), child);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (((PamongImportFinding *) findings->pdata[i])->n == 0)
      {
        gtk_box_append (GTK_BOX (notes), make_note (findings->pdata[i]));
        any = TRUE;
      }
  gtk_widget_set_visible (notes, any);
}
