/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/accounts_section.h"
#include "app/settings/job.h"
#include "app/start/recovery_view.h"
#include "app/widgets/dialogs.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "office/accounts.h"
#include <glib/gi18n.h>

struct _PamongAccountsSection {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongRoster *roster;
  GtkWidget *password, *close;
  GtkLabel *password_words;
};

static void section_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongAccountsSection, pamong_accounts_section, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, section_iface_init))

static const int who[] = { PAMONG_ACCOUNT_NAME | PAMONG_FORM_WIDE, PAMONG_ACCOUNT_DUTY | PAMONG_FORM_WIDE, PAMONG_ACCOUNT_ASSIGNMENT_NO, PAMONG_ACCOUNT_ASSIGNMENT_DATE };
static const int limit[] = { PAMONG_ACCOUNT_DUSUN | PAMONG_FORM_WIDE, PAMONG_ACCOUNT_RT, PAMONG_ACCOUNT_RW };

static GtkWidget *
make_row (const PamongRecord *account, gpointer data)
{
  PamongAccountsSection *self = data;
  PamongStore *store = pamong_session_store (self->session);
  const char *duty = pamong_codes_display ("tugas", (int) pamong_record_int (account, PAMONG_ACCOUNT_DUTY)), *closed = pamong_record_text (account, PAMONG_ACCOUNT_CLOSED);
  g_autofree char *limits = pamong_account_limit_words (store, account), *day = closed != NULL ? pamong_date_format (closed) : NULL;
  g_autofree char *words = *limits != '\0' ? g_strdup_printf (_ ("%s, only %s"), duty, limits) : g_strdup (duty);
  g_autofree char *side = day != NULL                                           ? g_strdup_printf (_ ("closed %s"), day)
                          : pamong_account_has_password (store, account) ? NULL : g_strdup (_ ("no password here"));

  return pamong_section_row (pamong_record_is_set (account, PAMONG_ACCOUNT_NAME) ? pamong_record_text (account, PAMONG_ACCOUNT_NAME) : "", words, side, closed != NULL);
}

static void
reload (PamongAccountsSection *self)
{
  g_autoptr (GPtrArray) accounts = pamong_accounts (pamong_session_store (self->session), NULL);

  if (accounts != NULL)
    pamong_roster_fill (self->roster, accounts, make_row, self);
}

static void
shown_code_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongAccountsSection) self = data;

  pamong_dialog_form_finish (result);
  pamong_roster_focus (self->roster);
}

static void
show_code (PamongAccountsSection *self, const char *code)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), pamong_section_hint (_ ("Write this code down and keep it in the office's safe. It sets a new password when the old one is forgotten, and is shown only now.")));
  gtk_box_append (GTK_BOX (box), pamong_recovery_view_new (code));
  pamong_dialog_form_async (GTK_WIDGET (self), _ ("Recovery code"), box, _ ("_Written down"), shown_code_cb, g_object_ref (self));
}

static gboolean
save_account (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  if (job->before == NULL)
    return pamong_office_add_account_as (office, job->after, job->text, &job->answer, error);
  if (job->text != NULL && !pamong_office_reset_password (office, job->after->uid, job->text, &job->answer, error))
    return FALSE;
  return pamong_office_correct_account (office, job->before, job->after, error);
}

static gboolean
close_account (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  return pamong_office_close_account (office, job->after->uid, error);
}

static void
saved_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongAccountsSection) self = data;
  PamongRecordEditor *editor = pamong_roster_editor (self->roster);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = pamong_settings_job_run_finish (PAMONG_DESK (desk), result, &error);

  pamong_record_editor_set_busy (editor, FALSE);
  if (code == NULL)
    {
      pamong_record_editor_say (editor, error->message, TRUE);
      return;
    }
  reload (self);
  pamong_roster_close (self->roster);
  if (*code != '\0')
    show_code (self, code);
}

static void
run (PamongAccountsSection *self, gboolean (*act) (PamongSettingsJob *, PamongOffice *, GError **), const PamongRecord *after, const char *text)
{
  PamongRecordEditor *editor = pamong_roster_editor (self->roster);

  pamong_record_editor_say (editor, NULL, FALSE);
  pamong_record_editor_set_busy (editor, TRUE);
  pamong_settings_job_run_async (pamong_settings_job_new (act, pamong_record_editor_before (editor), after, text), pamong_session_desk (self->session), saved_cb, g_object_ref (self));
}

static void
save_cb (PamongAccountsSection *self)
{
  PamongRecordEditor *editor = pamong_roster_editor (self->roster);
  g_autoptr (PamongRecord) after = pamong_record_editor_after (editor);
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password));

  if (after != NULL)
    run (self, save_account, after, *password != '\0' || pamong_record_editor_before (editor) == NULL ? password : NULL);
}

static void
close_asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongAccountsSection *self = PAMONG_ACCOUNTS_SECTION (source);
  const PamongRecord *account = pamong_record_editor_before (pamong_roster_editor (self->roster));

  if (pamong_dialog_ask_finish (result) == 1 && account != NULL)
    run (self, close_account, account, NULL);
}

static void
close_cb (PamongAccountsSection *self)
{
  const PamongRecord *account = pamong_record_editor_before (pamong_roster_editor (self->roster));
  g_autofree char *heading = account != NULL ? g_strdup_printf (_ ("Close the account of %s?"), pamong_record_text (account, PAMONG_ACCOUNT_NAME)) : NULL;

  if (account != NULL)
    pamong_dialog_ask_async (GTK_WIDGET (self), heading, _ ("Nobody signs in with it from today on, on any computer. What was done with it keeps the name. It cannot be opened again."),
                             (const char *[]) { _ ("_Keep it"), _ ("_Close the account"), NULL }, 1, close_asked_cb, NULL);
}

static void
edit (PamongAccountsSection *self, const char *title, const PamongRecord *account, gboolean is_new)
{
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  gtk_label_set_text_with_mnemonic (self->password_words, is_new ? _ ("Passw_ord (at least 8 letters)") : _ ("New passw_ord, only when it was forgotten"));
  gtk_widget_set_visible (self->close, !is_new && !pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED));
  pamong_roster_edit (self->roster, title, account, is_new);
}

static void
add_cb (PamongAccountsSection *self)
{
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, pamong_session_area (self->session));

  edit (self, _ ("New account"), account, TRUE);
}

static void
picked_cb (PamongAccountsSection *self, const char *uid)
{
  g_autoptr (PamongRecord) account = pamong_store_get (pamong_session_store (self->session), PAMONG_KIND_ACCOUNT, uid, NULL);

  if (account != NULL)
    edit (self, pamong_record_is_set (account, PAMONG_ACCOUNT_NAME) ? pamong_record_text (account, PAMONG_ACCOUNT_NAME) : "", account, FALSE);
}

static void
typed_cb (PamongAccountsSection *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0')
    pamong_record_editor_touch (pamong_roster_editor (self->roster));
}

static void
section_shown (PamongPage *page)
{
  PamongAccountsSection *self = PAMONG_ACCOUNTS_SECTION (page);

  reload (self);
  pamong_roster_focus (self->roster);
}

static gboolean
section_leave (PamongPage *page)
{
  return pamong_roster_may_leave (PAMONG_ACCOUNTS_SECTION (page)->roster);
}

static void
section_iface_init (PamongPageInterface *iface)
{
  iface->shown = section_shown;
  iface->leave = section_leave;
}

static void
pamong_accounts_section_dispose (GObject *object)
{
  PamongAccountsSection *self = PAMONG_ACCOUNTS_SECTION (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_accounts_section_parent_class)->dispose (object);
}

static void
pamong_accounts_section_class_init (PamongAccountsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_accounts_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_secret (PamongAccountsSection *self)
{
  PamongRecordEditor *editor = pamong_roster_editor (self->roster);
  GtkWidget *words = gtk_label_new_with_mnemonic ("");

  self->password_words = GTK_LABEL (words);
  self->password = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->password), TRUE);
  gtk_label_set_xalign (self->password_words, 0);
  gtk_label_set_mnemonic_widget (self->password_words, self->password);
  gtk_widget_add_css_class (words, "secondary");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->password), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL, -1);
  self->close = gtk_button_new_with_mnemonic (_ ("C_lose the account…"));
  gtk_widget_set_halign (self->close, GTK_ALIGN_START);
  g_signal_connect_swapped (self->password, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->password, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_cb), self);
  pamong_record_editor_add (editor, words);
  pamong_record_editor_add (editor, self->password);
  pamong_record_editor_add (editor, self->close);
}

static void
pamong_accounts_section_init (PamongAccountsSection *self)
{
  PamongForm *form;

  self->roster = PAMONG_ROSTER (pamong_roster_new (PAMONG_KIND_ACCOUNT, _ ("_Add"), _ ("Nobody yet.")));
  form = pamong_record_editor_form (pamong_roster_editor (self->roster));
  pamong_form_add_group (form, _ ("_Who"), who, G_N_ELEMENTS (who));
  pamong_form_add_group (form, _ ("Limi_t, empty = the whole village"), limit, G_N_ELEMENTS (limit));
  add_secret (self);
  g_signal_connect_swapped (self->roster, "add", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->roster, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (pamong_roster_editor (self->roster), "save", G_CALLBACK (save_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->roster), GTK_WIDGET (self));
}

PamongRoster *
pamong_accounts_section_roster (PamongAccountsSection *self)
{
  return self->roster;
}

GtkEditable *
pamong_accounts_section_password (PamongAccountsSection *self)
{
  return GTK_EDITABLE (self->password);
}

GtkWidget *
pamong_accounts_section_new (PamongSession *session)
{
  PamongAccountsSection *self = g_object_new (PAMONG_TYPE_ACCOUNTS_SECTION, NULL);

  self->session = g_object_ref (session);
  reload (self);
  return GTK_WIDGET (self);
}
