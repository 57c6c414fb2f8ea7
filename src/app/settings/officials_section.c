/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/officials_section.h"
#include "app/settings/job.h"
#include "app/widgets/dialogs.h"
#include "domain/clock.h"
#include "domain/dates.h"
#include "office/officials.h"
#include <glib/gi18n.h>

struct _PamongOfficialsSection {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongRoster *roster;
  GtkWidget *former; /* ticked: those whose time is over stand in the list too */
  char *today;
};

static void section_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongOfficialsSection, pamong_officials_section, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, section_iface_init))

#define FIELD(NAME) PAMONG_OFFICIAL_##NAME
#define WIDE(NAME) (PAMONG_OFFICIAL_##NAME | PAMONG_FORM_WIDE)

static const int post[] = { WIDE (NAME), FIELD (POST), FIELD (FORM), FIELD (SINCE), FIELD (UNTIL), FIELD (DECREE), FIELD (DECREE_DATE) };
static const int place[] = { WIDE (DUSUN), FIELD (RT), FIELD (RW) };
static const int person[] = { WIDE (NIK), FIELD (NIP), FIELD (NIPD), FIELD (RANK), FIELD (PHONE), WIDE (NOTE) };

static GtkWidget *
make_row (const PamongRecord *official, gpointer data)
{
  PamongOfficialsSection *self = data;
  g_autofree char *title = pamong_official_title (pamong_session_store (self->session), official);
  const char *since = pamong_record_text (official, PAMONG_OFFICIAL_SINCE), *until = pamong_record_text (official, PAMONG_OFFICIAL_UNTIL);
  g_autofree char *from = pamong_date_format (since != NULL ? since : ""), *to = until != NULL ? pamong_date_format (until) : NULL;
  g_autofree char *time = to != NULL ? g_strdup_printf (_ ("%s until %s"), from, to) : g_strdup_printf (_ ("since %s"), from);

  return pamong_section_row (pamong_record_is_set (official, PAMONG_OFFICIAL_NAME) ? pamong_record_text (official, PAMONG_OFFICIAL_NAME) : "", title, time,
                             !pamong_official_holds (official, self->today));
}

/* Also those who begin later: they are of now. */
static void
reload (PamongOfficialsSection *self)
{
  g_autoptr (GPtrArray) officials = pamong_officials (pamong_session_store (self->session), NULL, NULL);
  gboolean all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->former));

  g_free (self->today);
  self->today = pamong_clock_today ();
  for (guint i = 0; officials != NULL && !all && i < officials->len;)
    {
      const char *until = pamong_record_text (g_ptr_array_index (officials, i), PAMONG_OFFICIAL_UNTIL);

      if (until != NULL && g_strcmp0 (until, self->today) < 0)
        g_ptr_array_remove_index (officials, i);
      else
        i++;
    }
  if (officials != NULL)
    pamong_roster_fill (self->roster, officials, make_row, self);
}

static void
show_hamlets (PamongOfficialsSection *self)
{
  g_autoptr (GPtrArray) areas = pamong_store_all (pamong_session_store (self->session), PAMONG_KIND_AREA, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      const char *hamlet = pamong_record_text (g_ptr_array_index (areas, i), PAMONG_AREA_DUSUN);

      if (hamlet != NULL && !g_ptr_array_find_with_equal_func (words, hamlet, g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) hamlet);
    }
  g_ptr_array_add (words, NULL);
  pamong_field_entry_set_words (pamong_form_entry (pamong_record_editor_form (pamong_roster_editor (self->roster)), PAMONG_OFFICIAL_DUSUN), (const char *const *) words->pdata);
}

static gboolean
save_official (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  return pamong_office_save_official (office, job->before, job->after, error);
}

static gboolean
replace_official (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  return pamong_office_replace_official (office, job->before, job->after, error);
}

static void run (PamongOfficialsSection *self, PamongRecord *after, gboolean replace);

/* The other one's time ends, and this one's begins, together. */
static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongOfficialsSection *self = PAMONG_OFFICIALS_SECTION (source);
  PamongRecord *after = data;

  if (pamong_dialog_ask_finish (result) == 1)
    run (self, after, TRUE);
  else
    pamong_record_free (after);
}

static gboolean
offer_to_end (PamongOfficialsSection *self, const PamongRecord *after)
{
  g_autoptr (PamongRecord) rival = pamong_official_rival (pamong_session_store (self->session), after);
  g_autofree char *words = rival != NULL ? pamong_official_rival_words (pamong_session_store (self->session), rival) : NULL;
  g_autofree char *last = rival != NULL ? pamong_date_add_days (pamong_record_text (after, PAMONG_OFFICIAL_SINCE), -1) : NULL;
  g_autofree char *day = last != NULL ? pamong_date_format (last) : NULL;
  g_autofree char *body = day != NULL ? g_strdup_printf (_ ("%s\n\nTheir last day becomes %s, and %s is noted from the day after."), words, day,
                                                         pamong_record_text (after, PAMONG_OFFICIAL_NAME)) : NULL;

  if (body == NULL)
    return FALSE;
  pamong_dialog_ask_async (GTK_WIDGET (self), _ ("End the earlier time?"), body, (const char *[]) { _ ("Look at the _dates again"), _ ("_End and save"), NULL }, -1, ended_cb,
                           pamong_record_copy (after));
  return TRUE;
}

typedef struct {
  PamongOfficialsSection *self;
  PamongRecord *after;
} Saving;

static void
saved_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  PamongRecordEditor *editor = pamong_roster_editor (saving->self->roster);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_settings_job_run_finish (PAMONG_DESK (desk), result, &error);

  pamong_record_editor_set_busy (editor, FALSE);
  if (done != NULL)
    {
      reload (saving->self);
      pamong_roster_close (saving->self->roster);
    }
  else if (!g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT) || !offer_to_end (saving->self, saving->after))
    pamong_record_editor_say (editor, error->message, TRUE);
  pamong_record_free (saving->after);
  g_object_unref (saving->self);
  g_free (saving);
}

/* Takes @after. */
static void
run (PamongOfficialsSection *self, PamongRecord *after, gboolean replace)
{
  PamongRecordEditor *editor = pamong_roster_editor (self->roster);
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->after = after;
  pamong_record_editor_say (editor, NULL, FALSE);
  pamong_record_editor_set_busy (editor, TRUE);
  pamong_settings_job_run_async (pamong_settings_job_new (replace ? replace_official : save_official, pamong_record_editor_before (editor), after, NULL),
                                 pamong_session_desk (self->session), saved_cb, saving);
}

static void
save_cb (PamongOfficialsSection *self)
{
  PamongRecord *after = pamong_record_editor_after (pamong_roster_editor (self->roster));

  if (after != NULL)
    run (self, after, FALSE);
}

static void
add_cb (PamongOfficialsSection *self)
{
  g_autoptr (PamongRecord) official = pamong_record_new (PAMONG_KIND_OFFICIAL, pamong_session_area (self->session));

  pamong_record_set_int (official, PAMONG_OFFICIAL_FORM, 1);
  show_hamlets (self);
  pamong_roster_edit (self->roster, _ ("New official"), official, TRUE);
}

static void
picked_cb (PamongOfficialsSection *self, const char *uid)
{
  g_autoptr (PamongRecord) official = pamong_store_get (pamong_session_store (self->session), PAMONG_KIND_OFFICIAL, uid, NULL);

  if (official == NULL)
    return;
  show_hamlets (self);
  pamong_roster_edit (self->roster, pamong_record_is_set (official, PAMONG_OFFICIAL_NAME) ? pamong_record_text (official, PAMONG_OFFICIAL_NAME) : "", official, FALSE);
}

static void
section_shown (PamongPage *page)
{
  PamongOfficialsSection *self = PAMONG_OFFICIALS_SECTION (page);

  reload (self);
  pamong_roster_focus (self->roster);
}

static gboolean
section_leave (PamongPage *page)
{
  return pamong_roster_may_leave (PAMONG_OFFICIALS_SECTION (page)->roster);
}

static void
section_iface_init (PamongPageInterface *iface)
{
  iface->shown = section_shown;
  iface->leave = section_leave;
}

static void
pamong_officials_section_dispose (GObject *object)
{
  PamongOfficialsSection *self = PAMONG_OFFICIALS_SECTION (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (pamong_officials_section_parent_class)->dispose (object);
}

static void
pamong_officials_section_class_init (PamongOfficialsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_officials_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_officials_section_init (PamongOfficialsSection *self)
{
  PamongForm *form;

  self->today = pamong_clock_today ();
  self->roster = PAMONG_ROSTER (pamong_roster_new (PAMONG_KIND_OFFICIAL, _ ("_Add"),
                                                   _ ("Nobody yet. Add the head first: the name stands under every letter; then RT and RW heads, and up to two fixed witnesses.")));
  form = pamong_record_editor_form (pamong_roster_editor (self->roster));
  pamong_form_add_group (form, _ ("_Post"), post, G_N_ELEMENTS (post));
  pamong_form_add_group (form, _ ("_Where (head of hamlet, RW, RT)"), place, G_N_ELEMENTS (place));
  pamong_form_add_group (form, _ ("P_erson"), person, G_N_ELEMENTS (person));
  self->former = gtk_check_button_new_with_mnemonic (_ ("Show _former ones"));
  pamong_roster_add (self->roster, self->former);
  g_signal_connect_swapped (self->former, "toggled", G_CALLBACK (reload), self);
  g_signal_connect_swapped (self->roster, "add", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->roster, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (pamong_roster_editor (self->roster), "save", G_CALLBACK (save_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->roster), GTK_WIDGET (self));
}

PamongRoster *
pamong_officials_section_roster (PamongOfficialsSection *self)
{
  return self->roster;
}

GtkWidget *
pamong_officials_section_new (PamongSession *session)
{
  PamongOfficialsSection *self = g_object_new (PAMONG_TYPE_OFFICIALS_SECTION, NULL);

  self->session = g_object_ref (session);
  reload (self);
  return GTK_WIDGET (self);
}
