/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/dates_list.h"
#include "app/home/date_form.h"
#include "domain/clock.h"
#include "domain/dates.h"
#include "office/reminders.h"
#include <glib/gi18n.h>

#define AHEAD 30
#define SHOWN 8

static void
add_cb (GtkWidget *button, PamongSession *session)
{
  pamong_date_form_show (button, session);
}

static void
end_cb (GtkWidget *button, PamongSession *session)
{
  pamong_date_form_end (gtk_widget_get_parent (button), session, g_object_get_data (G_OBJECT (button), "uid"), g_object_get_data (G_OBJECT (button), "title"));
}

static GtkWidget *
make_end (PamongSession *session, const PamongMonthDate *date)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("End"));
  g_autofree char *told = g_strdup_printf (_ ("End %s"), date->title);

  gtk_widget_add_css_class (button, "link");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (date->uid), g_free);
  g_object_set_data_full (G_OBJECT (button), "title", g_strdup (date->title), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (end_cb), session, 0);
  return button;
}

static void
add_date (GtkWidget *list, PamongSession *session, const PamongMonthDate *date)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14), *words = gtk_label_new (date->title);
  g_autofree char *shown = pamong_date_format (date->date), *day = g_strndup (shown, 5);
  GtkWidget *when = gtk_label_new (day);

  gtk_widget_add_css_class (when, "strong");
  gtk_widget_add_css_class (when, "num");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  if (date->note != NULL)
    gtk_widget_set_tooltip_text (words, date->note);
  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), words);
  if (g_strcmp0 (date->area, pamong_session_area (session)) == 0)
    gtk_box_append (GTK_BOX (line), make_end (session, date));
  gtk_box_append (GTK_BOX (list), line);
}

void
pamong_dates_list_refresh (GtkWidget *list)
{
  PamongSession *session = g_object_get_data (G_OBJECT (list), "session");
  g_autofree char *today = pamong_clock_today (), *last = pamong_date_add_days (today, AHEAD);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates = pamong_reminders_between (pamong_session_store (session), today, last, &error);
  GtkWidget *row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (list), row);
      row = next;
    }
  for (guint i = 0; dates != NULL && i < MIN (dates->len, SHOWN); i++)
    add_date (list, session, dates->pdata[i]);
}

GtkWidget *
pamong_dates_list_new (PamongSession *session)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Dates of the next 30 days")), *add = gtk_button_new_with_mnemonic (_ ("_Add a date"));

  gtk_widget_add_css_class (title, "strong");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (add, "link");
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), session, 0);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  gtk_box_append (GTK_BOX (list), head);
  gtk_widget_set_hexpand (list, TRUE);
  g_object_set_data_full (G_OBJECT (list), "session", g_object_ref (session), g_object_unref);
  return list;
}
