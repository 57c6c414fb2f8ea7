/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/date_form.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/field_entry.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "office/reminders.h"
#include <glib/gi18n.h>

typedef struct {
  GtkWidget *parent, *content, *title, *date, *repeat;
  GtkLabel *problem;
  PamongSession *session;
  char *uid; /* to be ended */
} DateForm;

static void
form_free (DateForm *form)
{
  g_clear_object (&form->content);
  g_object_unref (form->session);
  g_object_unref (form->parent);
  g_free (form->uid);
  g_free (form);
}

static void ask (DateForm *form);

static gpointer
save (PamongOffice *office, gpointer data, GError **error)
{
  return GINT_TO_POINTER (pamong_office_save_reminder (office, NULL, data, error));
}

static gpointer
end (PamongOffice *office, gpointer uid, GError **error)
{
  g_autofree char *today = pamong_clock_today (), *yesterday = pamong_date_add_days (today, -1);

  return GINT_TO_POINTER (pamong_office_end_reminder (office, uid, yesterday, error));
}

static PamongRecord *
read_form (DateForm *form)
{
  PamongRecord *reminder = pamong_record_new (PAMONG_KIND_REMINDER, pamong_session_area (form->session));
  g_autofree char *date = pamong_date_parse (gtk_editable_get_text (GTK_EDITABLE (form->date)));

  pamong_record_set_text (reminder, PAMONG_REMINDER_TITLE, gtk_editable_get_text (GTK_EDITABLE (form->title)));
  pamong_record_set_text (reminder, PAMONG_REMINDER_DATE, date);
  pamong_field_entry_store (PAMONG_FIELD_ENTRY (form->repeat), reminder, NULL); /* what means nothing is as if nothing were typed: once */
  return reminder;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DateForm *form = data;
  g_autoptr (PamongRecord) reminder = NULL;
  g_autoptr (GError) error = NULL;

  if (!pamong_dialog_form_finish (result))
    {
      form_free (form);
      return;
    }
  reminder = read_form (form);
  if (pamong_desk_run (pamong_session_desk (form->session), save, reminder, &error) != NULL)
    {
      form_free (form);
      return;
    }
  gtk_label_set_text (form->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (form->problem), TRUE);
  ask (form);
}

/* A dialog takes its content along when it closes, so the form stands in a box of this dialog only. */
static void
ask (DateForm *form)
{
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *before = gtk_widget_get_parent (form->content);

  if (before != NULL)
    gtk_box_remove (GTK_BOX (before), form->content);
  gtk_widget_set_hexpand (form->content, TRUE);
  gtk_box_append (GTK_BOX (holder), form->content);
  pamong_dialog_form_async (form->parent, _ ("Add a date"), holder, _ ("_Save the date"), answered_cb, form);
  gtk_widget_grab_focus (form->title);
}

static void
add_line (GtkWidget *grid, int row, const char *words, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, row, 1, 1);
}

void
pamong_date_form_show (GtkWidget *parent, PamongSession *session)
{
  DateForm *form = g_new0 (DateForm, 1);
  g_autofree char *today = pamong_clock_today (), *shown = pamong_date_format (today);

  form->parent = g_object_ref (parent);
  form->session = g_object_ref (session);
  form->content = g_object_ref_sink (gtk_grid_new ());
  form->title = gtk_entry_new ();
  form->date = gtk_entry_new ();
  form->repeat = pamong_field_entry_new (pamong_field_get (PAMONG_KIND_REMINDER, PAMONG_REMINDER_REPEAT));
  form->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_grid_set_row_spacing (GTK_GRID (form->content), 8);
  gtk_grid_set_column_spacing (GTK_GRID (form->content), 12);
  gtk_label_set_wrap (form->problem, TRUE);
  gtk_label_set_xalign (form->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (form->problem), "error-text");
  gtk_widget_set_visible (GTK_WIDGET (form->problem), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (form->date), shown);
  gtk_grid_attach (GTK_GRID (form->content), GTK_WIDGET (form->problem), 0, 0, 2, 1);
  add_line (form->content, 1, _ ("_What for"), form->title);
  add_line (form->content, 2, _ ("_Date (dd-mm-yyyy)"), form->date);
  add_line (form->content, 3, _ ("_How often"), form->repeat);
  ask (form);
}

static void
end_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DateForm *form = data;
  g_autoptr (GError) error = NULL;

  if (pamong_dialog_ask_finish (result) == 1)
    pamong_desk_run (pamong_session_desk (form->session), end, form->uid, &error);
  if (error != NULL)
    {
      const char *const answers[] = { _ ("_Close"), NULL };

      pamong_dialog_ask_async (form->parent, _ ("The date was not ended"), error->message, answers, -1, NULL, NULL);
    }
  form_free (form);
}

void
pamong_date_form_end (GtkWidget *parent, PamongSession *session, const char *uid, const char *title)
{
  DateForm *form = g_new0 (DateForm, 1);
  g_autofree char *heading = g_strdup_printf (_ ("End “%s”?"), title);
  const char *const answers[] = { _ ("_Cancel"), _ ("_End the date"), NULL };

  form->parent = g_object_ref (parent);
  form->session = g_object_ref (session);
  form->uid = g_strdup (uid);
  pamong_dialog_ask_async (parent, heading, _ ("It is not shown any more from today on. It can be added again."), answers, -1, end_answered_cb, form);
}
