/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/job.h"
#include "app/settings/job.h"
#include "app/settings/sections.h"
#include "app/widgets/dialogs.h"
#include "app/words.h"
#include "domain/clock.h"
#include "office/backups.h"
#include <glib/gi18n.h>

/* Cadangan: the passphrase, one backup now, those that are there, and the way back. */
#define PAMONG_TYPE_BACKUP_SECTION (pamong_backup_section_get_type ())
G_DECLARE_FINAL_TYPE (PamongBackupSection, pamong_backup_section, PAMONG, BACKUP_SECTION, GtkWidget)

#define TICK_MS 80
#define LISTED 12

/**
 * Choosing: what the file chooser that is open is for.
 */
typedef enum { FOR_NOW, FOR_DAILY, FOR_VERIFY } Choosing;

struct _PamongBackupSection {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkLabel *state, *folder, *said;
  GtkWidget *set, *now, *bar, *stop;
  GtkListBox *list;
  GtkFileChooserNative *chooser;
  Choosing choosing;
  PamongBackupJob *job;
  guint tick;
  /* The dialog that is open. */
  char *typed[2]; /* the entries are gone when the answer comes */
  gboolean asking;
  char *file;
};

static void section_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongBackupSection, pamong_backup_section, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, section_iface_init))

static const char *
dir_of (PamongBackupSection *self)
{
  return pamong_store_dir (pamong_session_store (self->session));
}

static void
say (PamongBackupSection *self, const char *words)
{
  gtk_label_set_text (self->said, words);
}

static void
fill_list (PamongBackupSection *self, const PamongBackupState *state)
{
  g_autoptr (GPtrArray) paths = pamong_backup_list (state->folder);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < MIN (paths->len, LISTED); i++)
    {
      g_autoptr (PamongBackup) backup = pamong_backup_look (paths->pdata[i], NULL);
      g_autofree char *made = NULL, *people = NULL, *words = NULL, *size = NULL;
      GtkWidget *row;

      if (backup == NULL)
        continue;
      made = pamong_words_day (backup->made);
      people = pamong_words_number (backup->residents);
      words = g_strdup_printf (_ ("%s residents"), people);
      size = pamong_words_bytes (backup->size);
      row = pamong_section_row (made, words, size, FALSE);
      g_object_set_data_full (G_OBJECT (row), "path", g_strdup (paths->pdata[i]), g_free);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), paths->len > 0);
}

static char *
state_words (const PamongBackupState *state)
{
  gint64 now = pamong_clock_now ();
  g_autofree char *last = state->last > 0 ? pamong_words_contact (state->last, now) : NULL, *away = state->away > 0 ? pamong_words_contact (state->away, now) : NULL;

  if (state->failed != NULL)
    return g_strdup_printf (_ ("The last one by itself was not made: %s"), state->failed);
  if (!state->ready)
    return g_strdup (_ ("No backup is made yet: set the passphrase first."));
  return g_strdup_printf (_ ("Last backup: %s. Last one outside this computer: %s."), last != NULL ? last : _ ("none yet"), away != NULL ? away : _ ("none yet"));
}

static void
reload (PamongBackupSection *self)
{
  g_autoptr (PamongBackupState) state = pamong_backup_state (pamong_session_store (self->session));
  g_autofree char *words = state_words (state), *shown = g_filename_display_name (state->folder), *folder = g_strdup_printf (_ ("One a day by itself, seven stay, in %s"), shown);

  gtk_label_set_text (self->state, words);
  gtk_label_set_text (self->folder, folder);
  gtk_button_set_label (GTK_BUTTON (self->set), state->ready ? _ ("_Another passphrase…") : _ ("_Set the passphrase…"));
  gtk_widget_set_sensitive (self->now, state->ready && self->job == NULL);
  gtk_widget_set_visible (self->bar, self->job != NULL);
  gtk_widget_set_visible (self->stop, self->job != NULL);
  fill_list (self, state);
}

/* What the desk was asked to keep. */
static void
kept_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongBackupSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_settings_job_run_finish (PAMONG_DESK (desk), result, &error);

  if (self->list == NULL)
    return;
  if (done == NULL)
    say (self, error->message);
  reload (self);
}

static void
ask_desk (PamongBackupSection *self, gboolean (*act) (PamongSettingsJob *, PamongOffice *, GError **), const char *text)
{
  pamong_settings_job_run_async (pamong_settings_job_new (act, NULL, NULL, text), pamong_session_desk (self->session), kept_cb, g_object_ref (self));
}

static gboolean
note_made (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  return pamong_office_note_backup (office, job->text, NULL, error);
}

static gboolean
keep_folder (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  return pamong_office_set_backup_folder (office, job->text, error);
}

static gboolean
keep_passphrase (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  g_autoptr (PamongBackupKey) key = NULL;
  g_autofree char *bytes = NULL;

  if (!pamong_backup_passphrase_is_good (job->text, error) || !pamong_office_refuse_own_password (office, job->text, error))
    return FALSE;
  key = pamong_backup_key_new (job->text);
  bytes = pamong_backup_key_text (key);
  return pamong_office_keep_backup_key (office, bytes, key->lock, error);
}

/* A long job with its bar. */
static gboolean
tick_cb (gpointer data)
{
  PamongBackupSection *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), pamong_backup_job_share (self->job));
  return G_SOURCE_CONTINUE;
}

static char *
end_job (PamongBackupSection *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  char *answer = pamong_backup_job_run_finish (result, &error);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->job, pamong_backup_job_unref);
  if (self->list == NULL)
    return answer;
  if (answer == NULL)
    say (self, error->message);
  reload (self);
  return answer;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongBackupSection *self = PAMONG_BACKUP_SECTION (source);
  g_autofree char *path = end_job (self, result), *words = NULL;

  if (path == NULL || self->list == NULL)
    return;
  words = g_strdup_printf (_ ("Written and read back whole: %s"), path);
  say (self, words);
  ask_desk (self, note_made, path);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongBackupSection *self = PAMONG_BACKUP_SECTION (source);
  g_autofree char *path = end_job (self, result);

  if (path != NULL && self->list != NULL)
    say (self, _ ("This backup is whole, and the passphrase opens it."));
}

static void
begin_job (PamongBackupSection *self, PamongBackupTask task, const char *path, const char *passphrase, GAsyncReadyCallback callback)
{
  if (self->job != NULL)
    return;
  say (self, task == PAMONG_BACKUP_WRITE ? _ ("Writing, then reading back. Leave the flash disk plugged in.") : _ ("Reading…"));
  self->job = pamong_backup_job_new (task, dir_of (self), path, passphrase);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  reload (self);
  pamong_backup_job_run_async (self->job, self, callback, NULL);
}

static void
stop_cb (PamongBackupSection *self)
{
  if (self->job != NULL)
    pamong_backup_job_stop (self->job);
}

/* Dialogs. */
static void
typed_cb (GtkEditable *entry, char **typed)
{
  g_free (*typed);
  *typed = g_strdup (gtk_editable_get_text (entry));
}

static void
add_secret (PamongBackupSection *self, GtkWidget *box, const char *words, guint i, gboolean last)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words), *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "activates-default", last, NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_data (entry, "changed", G_CALLBACK (typed_cb), &self->typed[i], NULL, 0);
}

static void
ask_form (PamongBackupSection *self, const char *heading, GtkWidget *box, const char *primary, GAsyncReadyCallback callback)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->typed); i++)
    {
      g_free (self->typed[i]);
      self->typed[i] = g_strdup ("");
    }
  self->asking = TRUE;
  pamong_dialog_form_async (GTK_WIDGET (self), heading, box, primary, callback, g_object_ref (self));
}

static void
passphrase_given_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongBackupSection) self = data;
  const char *text = self->typed[0];
  g_autoptr (GError) error = NULL;

  self->asking = FALSE;
  if (!pamong_dialog_form_finish (result) || self->list == NULL)
    return;
  if (!g_str_equal (text, self->typed[1]))
    say (self, _ ("The two differ, so nothing was set. Type the same passphrase twice."));
  else if (!pamong_backup_passphrase_is_good (text, &error))
    say (self, error->message);
  else
    {
      say (self, _ ("Set. Write it down and keep it in the office's safe: without it nobody opens a backup, also not the regency."));
      ask_desk (self, keep_passphrase, text);
    }
}

static void
set_cb (PamongBackupSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  if (self->asking)
    return;
  gtk_box_append (GTK_BOX (box), pamong_section_hint (_ ("Four words that do not belong together are easy to keep and hard to guess, for example a tree, a tool, a colour and a number. Not the village's name, not your own password. Older backups keep the passphrase of their day.")));
  add_secret (self, box, _ ("Passphrase of the _backups"), 0, FALSE);
  add_secret (self, box, _ ("The same _once more"), 1, TRUE);
  ask_form (self, _ ("Passphrase of the backups"), box, _ ("_Set"), passphrase_given_cb);
}

static void
verify_given_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongBackupSection) self = data;
  g_autofree char *file = g_steal_pointer (&self->file);

  self->asking = FALSE;
  if (pamong_dialog_form_finish (result) && self->list != NULL)
    begin_job (self, PAMONG_BACKUP_VERIFY, file, self->typed[0], verified_cb);
}

static void
ask_to_verify (PamongBackupSection *self, const char *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *name = g_path_get_basename (path);

  if (self->asking)
    return;
  gtk_box_append (GTK_BOX (box), pamong_section_hint (name));
  self->file = g_strdup (path);
  add_secret (self, box, _ ("Passphrase of the _backups"), 0, TRUE);
  ask_form (self, _ ("Check a backup"), box, _ ("_Check"), verify_given_cb);
}

static void
chosen_cb (PamongBackupSection *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path == NULL)
    return;
  if (self->choosing == FOR_NOW)
    begin_job (self, PAMONG_BACKUP_WRITE, path, NULL, written_cb);
  else if (self->choosing == FOR_DAILY)
    ask_desk (self, keep_folder, path);
  else
    ask_to_verify (self, path);
}

static void
choose (PamongBackupSection *self, Choosing choosing, const char *title)
{
  g_clear_object (&self->chooser);
  self->choosing = choosing;
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               choosing == FOR_VERIFY ? GTK_FILE_CHOOSER_ACTION_OPEN : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
now_cb (PamongBackupSection *self)
{
  choose (self, FOR_NOW, _ ("Choose the flash disk"));
}

static void
folder_cb (PamongBackupSection *self)
{
  choose (self, FOR_DAILY, _ ("Folder of the daily backups"));
}

static void
verify_cb (PamongBackupSection *self)
{
  choose (self, FOR_VERIFY, _ ("Choose the backup"));
}

static void
row_cb (PamongBackupSection *self, GtkListBoxRow *row)
{
  ask_to_verify (self, g_object_get_data (G_OBJECT (row), "path"));
}

static void
section_shown (PamongPage *page)
{
  PamongBackupSection *self = PAMONG_BACKUP_SECTION (page);

  reload (self);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->now) ? self->now : self->set);
}

static gboolean
section_leave (PamongPage *page)
{
  PamongBackupSection *self = PAMONG_BACKUP_SECTION (page);

  if (self->job == NULL)
    say (self, "");
  return TRUE;
}

static void
section_iface_init (PamongPageInterface *iface)
{
  iface->leave = section_leave;
  iface->shown = section_shown;
}

static void
pamong_backup_section_dispose (GObject *object)
{
  PamongBackupSection *self = PAMONG_BACKUP_SECTION (object);

  stop_cb (self);
  g_clear_handle_id (&self->tick, g_source_remove);
  self->list = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->chooser);
  for (guint i = 0; i < G_N_ELEMENTS (self->typed); i++)
    g_clear_pointer (&self->typed[i], g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_backup_section_parent_class)->dispose (object);
}

static void
pamong_backup_section_class_init (PamongBackupSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_backup_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_backup_section_init (PamongBackupSection *self)
{
}

static GtkLabel *
add_hint (GtkWidget *box, const char *words)
{
  GtkWidget *label = pamong_section_hint (words);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (GtkWidget *box, const char *words, GCallback clicked, PamongBackupSection *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_now (PamongBackupSection *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->now = add_button (line, _ ("Back up _now…"), G_CALLBACK (now_cb), self);
  gtk_widget_add_css_class (self->now, "primary");
  self->set = add_button (line, _ ("_Set the passphrase…"), G_CALLBACK (set_cb), self);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How far it is"), -1);
  gtk_box_append (GTK_BOX (line), self->bar);
  self->stop = add_button (line, _ ("Sto_p"), G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_list (PamongBackupSection *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *restore;

  self->folder = add_hint (box, "");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "panel");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "settings-list");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Backups on this computer"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  add_button (line, _ ("Another _folder…"), G_CALLBACK (folder_cb), self);
  add_button (line, _ ("_Check a backup…"), G_CALLBACK (verify_cb), self);
  restore = add_button (line, _ ("Put back a _backup…"), NULL, self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (restore), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "win.restore");
  gtk_box_append (GTK_BOX (box), line);
}

GtkWidget *
pamong_backup_section_new (PamongSession *session)
{
  PamongBackupSection *self = g_object_new (PAMONG_TYPE_BACKUP_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scrolled = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  gtk_widget_add_css_class (box, "settings-column");
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Backup to a flash disk")));
  self->state = add_hint (box, "");
  add_hint (box, _ ("One file with everything of this computer, sealed by a passphrase. Keep the flash disk outside the office: if the laptop dies or is stolen, another one is at work the same day."));
  add_now (self, box);
  self->said = add_hint (box, "");
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Backups on this computer")));
  add_list (self, box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  reload (self);
  return GTK_WIDGET (self);
}
