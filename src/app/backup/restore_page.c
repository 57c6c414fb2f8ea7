/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/restore_page.h"
#include "app/backup/job.h"
#include "app/words.h"
#include "domain/codes.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define TICK_MS 80

/** Stage: what the button does next. */
typedef enum { CHOOSE, OPEN, REPLACE, BUSY, DONE } Stage;

struct _PamongRestorePage {
  GtkBox parent_instance;

  char *dir, *file;
  Stage stage, before; /* @before: to go back to when something was wrong */
  GtkFileChooserNative *chooser;
  GtkLabel *inside, *present, *said;
  GtkWidget *choose, *passphrase, *bar, *leave, *next;
  PamongBackupJob *job;
  guint tick;
};

G_DEFINE_FINAL_TYPE (PamongRestorePage, pamong_restore_page, GTK_TYPE_BOX)

static guint finished_signal;

static char *
words_of (const char *area, gint64 residents, gint64 waiting)
{
  g_autofree char *title = pamong_regions_title (area), *people = pamong_words_number (residents), *changes = pamong_words_number (waiting);

  return g_strdup_printf (_ ("%s: %s residents, %s changes not sent"), title, people, changes);
}

static void
show_stage (PamongRestorePage *self, Stage stage)
{
  static const char *const words[] = { N_ ("_Open the backup"), N_ ("_Open the backup"), N_ ("_Put it back"), N_ ("_Put it back"), N_ ("_Go on") };

  self->stage = stage;
  gtk_button_set_label (GTK_BUTTON (self->next), _ (words[stage]));
  gtk_widget_set_sensitive (self->next, stage != CHOOSE && stage != BUSY);
  gtk_widget_set_sensitive (self->choose, stage != BUSY && stage != DONE);
  gtk_widget_set_sensitive (self->passphrase, stage == OPEN);
  gtk_widget_set_visible (self->bar, stage == BUSY);
  gtk_widget_set_visible (self->leave, stage != DONE);
  gtk_widget_set_sensitive (self->leave, stage != BUSY);
}

static void
say (PamongRestorePage *self, const char *words, gboolean wrong)
{
  gtk_label_set_text (self->said, words);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "error");
}

static void
show_inside (PamongRestorePage *self, const char *computer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBackup) backup = pamong_backup_look (self->file, &error);
  g_autofree char *made = backup != NULL ? pamong_words_day (backup->made) : NULL;
  g_autofree char *facts = backup != NULL ? words_of (backup->area, backup->residents, backup->waiting) : NULL;
  g_autofree char *shown = g_path_get_basename (self->file), *words = NULL;

  if (backup == NULL)
    {
      gtk_label_set_text (self->inside, shown);
      say (self, error->message, TRUE);
      show_stage (self, CHOOSE);
      return;
    }
  words = computer != NULL ? g_strdup_printf (_ ("%s. Made %s by the computer %s."), facts, made, computer) : g_strdup_printf (_ ("%s. Made %s."), facts, made);
  gtk_label_set_text (self->inside, words);
}

static void
show_present (PamongRestorePage *self)
{
  g_autofree char *path = g_build_filename (self->dir, "pamong.db", NULL), *facts = NULL, *last = NULL, *words = NULL;
  g_autoptr (PamongFileFacts) present = pamong_store_exists (self->dir) ? pamong_file_facts (path, NULL) : NULL;

  if (present != NULL)
    {
      facts = words_of (present->area, present->residents, present->waiting);
      last = present->last > 0 ? pamong_words_day (present->last) : g_strdup ("–");
      words = g_strdup_printf (_ ("%s. Last entry %s. It is kept beside the new one."), facts, last);
    }
  else if (pamong_store_exists (self->dir))
    words = g_strdup (_ ("Data that cannot be read. It is kept beside the new one."));
  gtk_label_set_text (self->present, words != NULL ? words : _ ("Nothing yet."));
}

static gboolean
tick_cb (gpointer data)
{
  PamongRestorePage *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), pamong_backup_job_share (self->job));
  return G_SOURCE_CONTINUE;
}

static void
settle (PamongRestorePage *self, const char *answer, const GError *error)
{
  g_autofree char *words = NULL;

  if (error != NULL)
    {
      say (self, error->message, TRUE);
      show_stage (self, self->before);
      gtk_widget_grab_focus (self->before == OPEN ? self->passphrase : self->next);
      return;
    }
  if (self->before == OPEN)
    {
      show_inside (self, answer);
      say (self, _ ("The passphrase is right. Compare the two lines above, then put it back."), FALSE);
      show_stage (self, REPLACE);
    }
  else
    {
      words = *answer != '\0' ? g_strdup_printf (_ ("Done. What was here before is kept as %s."), answer) : g_strdup (_ ("Done."));
      say (self, words, FALSE);
      show_stage (self, DONE);
    }
  gtk_widget_grab_focus (self->next);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongRestorePage *self = PAMONG_RESTORE_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = pamong_backup_job_run_finish (result, &error);
  GApplication *app = g_application_get_default ();

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->job, pamong_backup_job_unref);
  if (self->next != NULL)
    settle (self, answer, error);
  if (app != NULL)
    g_application_release (app);
}

/* The program does not end between two names. */
static void
run (PamongRestorePage *self, PamongBackupTask task)
{
  GApplication *app = g_application_get_default ();

  if (app != NULL)
    g_application_hold (app);
  say (self, "", FALSE);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL); /* the entry is to be switched off */
  self->before = self->stage;
  self->job = pamong_backup_job_new (task, self->dir, self->file, gtk_editable_get_text (GTK_EDITABLE (self->passphrase)));
  show_stage (self, BUSY);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  pamong_backup_job_run_async (self->job, self, ran_cb, NULL);
}

static void
next_cb (PamongRestorePage *self)
{
  if (self->stage == OPEN)
    run (self, PAMONG_BACKUP_OPEN);
  else if (self->stage == REPLACE)
    run (self, PAMONG_BACKUP_RESTORE);
  else if (self->stage == DONE)
    g_signal_emit (self, finished_signal, 0);
}

static void
leave_cb (PamongRestorePage *self)
{
  g_signal_emit (self, finished_signal, 0);
}

static void
chosen_cb (PamongRestorePage *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    pamong_restore_page_choose (self, path);
}

static void
choose_cb (PamongRestorePage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Choose the backup"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Backups of Pamong"));
  gtk_file_filter_add_pattern (filter, "*" PAMONG_BACKUP_END);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
pamong_restore_page_dispose (GObject *object)
{
  PamongRestorePage *self = PAMONG_RESTORE_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->chooser);
  self->next = NULL;
  G_OBJECT_CLASS (pamong_restore_page_parent_class)->dispose (object);
}

static void
pamong_restore_page_finalize (GObject *object)
{
  PamongRestorePage *self = PAMONG_RESTORE_PAGE (object);

  g_clear_pointer (&self->job, pamong_backup_job_unref);
  g_free (self->dir);
  g_free (self->file);
  G_OBJECT_CLASS (pamong_restore_page_parent_class)->finalize (object);
}

static void
pamong_restore_page_class_init (PamongRestorePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_restore_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_restore_page_finalize;
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 72);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (GtkWidget *box, const char *words, GCallback clicked, PamongRestorePage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_passphrase (PamongRestorePage *self, GtkWidget *box)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Passphrase of the backup"));

  self->passphrase = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->passphrase), TRUE);
  gtk_widget_set_name (self->passphrase, "passphrase");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->passphrase);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "strong");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passphrase), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passphrase of the backup"), -1);
  g_signal_connect_swapped (self->passphrase, "activate", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->passphrase);
}

static void
pamong_restore_page_init (PamongRestorePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (header), ":minimize,close");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  add_label (box, _ ("Put back a backup"), "page-title");
  add_label (box, _ ("Everything as it was when the backup was made. What was sent since comes back from the centre with the next sending; nothing is sent twice."), "secondary");
  self->choose = add_button (box, _ ("_Choose the file…"), G_CALLBACK (choose_cb), self);
  gtk_widget_set_halign (self->choose, GTK_ALIGN_START);
  add_label (box, _ ("In the backup"), "strong");
  self->inside = add_label (box, _ ("No file chosen yet: plug the flash disk in, and choose the newest file."), "plain");
  add_label (box, _ ("On this computer now"), "strong");
  self->present = add_label (box, "", "plain");
  add_passphrase (self, box);
  self->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How far it is"), -1);
  gtk_box_append (GTK_BOX (box), self->bar);
  self->said = add_label (box, "", "plain");
  self->leave = add_button (buttons, _ ("_Cancel"), G_CALLBACK (leave_cb), self);
  self->next = add_button (buttons, _ ("_Open the backup"), G_CALLBACK (next_cb), self);
  gtk_widget_add_css_class (self->next, "primary");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), header);
  gtk_box_append (GTK_BOX (self), scrolled);
  show_stage (self, CHOOSE);
}

GtkWidget *
pamong_restore_page_new (const char *dir, const char *file)
{
  PamongRestorePage *self = g_object_new (PAMONG_TYPE_RESTORE_PAGE, NULL);

  self->dir = g_strdup (dir);
  show_present (self);
  if (file != NULL && *file != '\0')
    pamong_restore_page_choose (self, file);
  return GTK_WIDGET (self);
}

void
pamong_restore_page_choose (PamongRestorePage *self, const char *file)
{
  g_autofree char *path = g_strdup (file);

  g_free (self->file);
  self->file = g_steal_pointer (&path);
  say (self, "", FALSE);
  show_stage (self, OPEN);
  show_inside (self, NULL);
  if (self->stage == OPEN)
    gtk_widget_grab_focus (self->passphrase);
}

gboolean
pamong_restore_page_is_busy (PamongRestorePage *self)
{
  return self->stage == BUSY;
}
