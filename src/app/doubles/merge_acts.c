/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/merge_job.h"
#include "app/doubles/merge_private.h"
#include "app/widgets/dialogs.h"
#include "domain/nik.h"
#include "office/undo.h"
#include <glib/gi18n.h>

static gpointer
log_reveal (PamongOffice *office, gpointer uids, GError **error)
{
  for (char **uid = uids; *uid != NULL; uid++)
    if (!pamong_office_log_reveal (office, *uid, error))
      return NULL;
  return NULL;
}

/* First the log, then the numbers. */
static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMergeWindow) self = data;
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (source), result, &error);
  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      pamong_merge_window_refuse (self, error->message, FALSE);
      return;
    }
  self->revealed = TRUE;
  gtk_widget_set_visible (self->reveal, FALSE);
  pamong_merge_window_show_people (self);
}

void
pamong_merge_act_reveal (PamongMergeWindow *self)
{
  const char *uids[] = { self->people[0]->resident->uid, self->people[1]->resident->uid, NULL };

  if (!self->revealed)
    pamong_desk_run_async (pamong_session_desk (self->session), log_reveal, g_strdupv ((char **) uids), (GDestroyNotify) g_strfreev, NULL, NULL, revealed_cb, g_object_ref (self));
}

/* The words of the worst findings, and which of them may be passed over with a reason. */
static void
show_refusal (PamongMergeWindow *self, GPtrArray *findings)
{
  int worst = pamong_findings_worst (findings);
  g_autoptr (GString) words = g_string_new (NULL);

  g_ptr_array_set_size (self->rules, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];
      g_autofree char *masked = pamong_nik_mask_words (finding->message);

      if ((int) finding->severity != worst)
        continue;
      g_string_append_printf (words, "%s%s %s", words->len > 0 ? "\n" : "", self->revealed ? finding->message : masked, finding->remedy);
      if (worst == PAMONG_SEVERITY_OVERRIDE)
        g_ptr_array_add (self->rules, g_strdup (finding->rule));
    }
  pamong_merge_window_refuse (self, words->str, self->rules->len > 0);
  if (self->rules->len > 0)
    gtk_widget_grab_focus (self->accepted);
}

/* The event that takes the merge back; it is about the record that went. */
static char *
event_of (PamongMergeWindow *self)
{
  g_autoptr (GPtrArray) events = pamong_office_undoable (pamong_session_store (self->session), pamong_merge_window_uid (self, FALSE), NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    if (g_strcmp0 (pamong_record_text (events->pdata[i], PAMONG_EVENT_OTHER_UID), pamong_merge_window_uid (self, TRUE)) == 0)
      return g_strdup (((PamongRecord *) events->pdata[i])->uid);
  return NULL;
}

static void
set_busy (PamongMergeWindow *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->two, !busy);
  pamong_merge_window_show_effect (self);
}

/* FALSE: it was refused, and the window says why. */
static gboolean
answered (PamongMergeWindow *self, GObject *desk, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSaved) saved = pamong_merge_job_run_finish (PAMONG_DESK (desk), result, &error);

  if (self->session == NULL)
    return FALSE; /* closed meanwhile */
  set_busy (self, FALSE);
  if (saved == NULL)
    pamong_merge_window_refuse (self, error->message, FALSE);
  else if (!saved->saved)
    show_refusal (self, saved->findings);
  return saved != NULL && saved->saved;
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMergeWindow) self = data;

  if (answered (self, source, result))
    {
      g_autofree char *event = event_of (self), *words = NULL;
      const char *name = pamong_record_text (self->people[pamong_pair_grid_kept (self->grid)]->resident, PAMONG_RESIDENT_NAME);

      words = g_strdup_printf (_ ("The two records of %s are one now."), name != NULL ? name : "");
      pamong_merge_window_finish (self, words, event);
    }
}

void
pamong_merge_act_merge (PamongMergeWindow *self)
{
  PamongMergeJob *job;

  if (!gtk_widget_get_sensitive (self->merge))
    return;
  job = pamong_merge_job_new (pamong_merge_window_uid (self, TRUE), pamong_merge_window_uid (self, FALSE), gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  g_array_unref (job->taken);
  job->taken = pamong_pair_grid_taken (self->grid);
  job->accepted = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->accepted)));
  for (guint i = 0; i < self->rules->len; i++)
    g_ptr_array_add (job->rules, g_strdup (self->rules->pdata[i]));
  pamong_merge_window_refuse (self, NULL, FALSE);
  set_busy (self, TRUE);
  pamong_merge_job_run_async (job, pamong_session_desk (self->session), merged_cb, g_object_ref (self));
}

static void
told_apart_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMergeWindow) self = data;

  if (answered (self, source, result))
    pamong_merge_window_finish (self, _ ("They are two people, and are not asked about again. The reason is under Reasons kept."), NULL);
}

static void
two_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMergeWindow) self = data;
  GtkEditable *entry = g_object_get_data (G_OBJECT (self), "two-reason");
  PamongMergeJob *job;

  if (pamong_dialog_form_finish (result) && self->session != NULL)
    {
      job = pamong_merge_job_new (pamong_merge_window_uid (self, TRUE), pamong_merge_window_uid (self, FALSE), gtk_editable_get_text (entry));
      job->two = TRUE;
      pamong_merge_window_refuse (self, NULL, FALSE);
      set_busy (self, TRUE);
      pamong_merge_job_run_async (job, pamong_session_desk (self->session), told_apart_cb, g_object_ref (self));
    }
  g_object_set_data (G_OBJECT (self), "two-reason", NULL);
}

void
pamong_merge_act_two (PamongMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *words = gtk_label_new (_ ("Both stay in the list, and this pair is not asked about again.")), *label, *entry = gtk_entry_new ();

  label = gtk_label_new_with_mnemonic (_ ("_Reason"));
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", _ ("e.g. twins, or cousins of one name"), NULL);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_object_set_data_full (G_OBJECT (self), "two-reason", g_object_ref (entry), g_object_unref);
  pamong_dialog_form_async (GTK_WIDGET (self), _ ("Not one person"), box, _ ("They are _two people"), two_answered_cb, g_object_ref (self));
  gtk_widget_grab_focus (entry);
}

