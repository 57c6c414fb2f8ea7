/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/dates_list.h"
#include "app/home/date_form.h"
#include "domain/clock.h"
#include "domain/dates.h"
#include "office/reminders.h"
#include <glib/gi18n.h>
#include <string.h>

#define EARLY 7 /* days of the next month that are told when this one has few */
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

/* What still comes is strong; what is over says so. */
static void
mark (GtkWidget *line, GtkWidget *when, GtkWidget *words, int days)
{
  GtkWidget *state;

  gtk_widget_add_css_class (when, days < 0 ? "secondary" : "strong");
  if (days > 0)
    return;
  state = gtk_label_new (days < 0 ? _ ("over") : _ ("today"));
  gtk_widget_add_css_class (state, days < 0 ? "secondary" : "strong");
  if (days < 0)
    gtk_widget_add_css_class (words, "secondary");
  gtk_box_append (GTK_BOX (line), state);
}

static void
add_date (GtkWidget *list, PamongSession *session, const PamongMonthDate *date, const char *today)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14), *words = gtk_label_new (date->title);
  g_autofree char *shown = pamong_date_format (date->date), *day = g_strndup (shown, 5);
  GtkWidget *when = gtk_label_new (day);

  gtk_widget_add_css_class (when, "num");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  if (date->note != NULL)
    gtk_widget_set_tooltip_text (words, date->note);
  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), words);
  mark (line, when, words, pamong_date_days (today, date->date));
  if (g_strcmp0 (date->area, pamong_session_area (session)) == 0)
    gtk_box_append (GTK_BOX (line), make_end (session, date));
  gtk_box_append (GTK_BOX (list), line);
}

/* The month of @today, and the first days of the next. @last: (out) (transfer full): the last day of the month. */
static GPtrArray *
read_month (PamongSession *session, const char *today, char **last)
{
  int day = (int) g_ascii_strtoll (today + strlen ("YYYY-MM-"), NULL, 10);
  int year = (int) g_ascii_strtoll (today, NULL, 10), month = (int) g_ascii_strtoll (today + strlen ("YYYY-"), NULL, 10);
  g_autofree char *first = pamong_date_add_days (today, 1 - day), *until = NULL;

  *last = pamong_date_add_days (first, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) - 1);
  until = pamong_date_add_days (*last, EARLY);
  return pamong_reminders_between (pamong_session_store (session), first, until, NULL);
}

/* When the month has more than fits, what is long over gives way first. */
static guint
first_shown (GPtrArray *dates, const char *today, const char *last)
{
  guint over = 0, all = 0;

  for (; all < dates->len && g_strcmp0 (((PamongMonthDate *) dates->pdata[all])->date, last) <= 0; all++)
    over += g_strcmp0 (((PamongMonthDate *) dates->pdata[all])->date, today) < 0;
  return all > SHOWN ? MIN (over, all - SHOWN) : 0;
}

void
pamong_dates_list_refresh (GtkWidget *list)
{
  PamongSession *session = g_object_get_data (G_OBJECT (list), "session");
  g_autofree char *today = pamong_clock_today (), *last = NULL;
  g_autoptr (GPtrArray) dates = read_month (session, today, &last);
  GtkWidget *row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));
  guint first = dates != NULL ? first_shown (dates, today, last) : 0;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (list), row);
      row = next;
    }
  for (guint i = first; dates != NULL && i < MIN (dates->len, first + SHOWN); i++)
    add_date (list, session, dates->pdata[i], today);
}

GtkWidget *
pamong_dates_list_new (PamongSession *session)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Dates of this month")), *add = gtk_button_new_with_mnemonic (_ ("_Add a date"));

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
