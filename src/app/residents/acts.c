/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/acts.h"

#include "app/residents/family_picker.h"
#include "app/residents/save_job.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/field_entry.h"
#include "domain/nik.h"

#include <glib/gi18n.h>

/* One dialog while it is open. */
typedef struct
{
  PamongSession *session; /* (owned) */
  GtkWidget *parent;      /* (owned) */
  PamongRecord *resident;
  PamongJobKind kind;
  GtkWidget *reason; /* (owned) (nullable) */
  GtkWidget *picker; /* (owned) (nullable) */
  GtkWidget *shdk;   /* (owned) (nullable) */
} Question;

static void
free_question (Question *question)
{
  g_object_unref (question->session);
  g_object_unref (question->parent);
  pamong_record_free (question->resident);
  g_clear_object (&question->reason);
  g_clear_object (&question->picker);
  g_clear_object (&question->shdk);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  pamong_dialog_ask_finish (result);
}

static void
tell (GtkWidget *parent, const char *words)
{
  const char *answers[] = { _ ("_Close"), NULL };

  pamong_dialog_ask_async (parent, _ ("Nothing was changed"), words, answers, -1, told_cb, NULL);
}

static char *
findings_words (GPtrArray *findings)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int worst = findings ? pamong_findings_worst (findings) : -1;

  for (guint i = 0; findings && i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];

      if ((int) finding->severity == worst)
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? "\n" : "", finding->message, finding->remedy);
    }
  return pamong_nik_mask_words (words->str);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSaved) saved = pamong_save_job_run_finish (PAMONG_DESK (source), result, &error);
  g_autofree char *words = saved && !saved->saved ? findings_words (saved->findings) : NULL;

  if (!saved)
    tell (question->parent, error->message);
  else if (!saved->saved)
    tell (question->parent, words);
}

static PamongSaveJob *
make_job (Question *question)
{
  PamongSaveJob *job = pamong_save_job_new (question->kind, question->resident);

  if (question->reason)
    job->reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->reason))));
  if (question->picker)
    job->family_uid = g_strdup (pamong_family_picker_chosen (PAMONG_FAMILY_PICKER (question->picker)));
  if (question->shdk)
    {
      g_autoptr (PamongRecord) words = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);

      pamong_field_entry_store (PAMONG_FIELD_ENTRY (question->shdk), words, NULL);
      job->shdk = (int) pamong_record_int (words, PAMONG_RESIDENT_SHDK);
    }
  return job;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  PamongSaveJob *job;

  if (!pamong_dialog_form_finish (result))
    return;
  job = make_job (question);
  if (question->picker && !job->family_uid)
    tell (question->parent, _ ("No card was chosen. Type the KK number or a name on it and choose it from the list."));
  else if (question->shdk && job->shdk == 0)
    tell (question->parent, _ ("The place on the new card is missing: child, parent, other relative …"));
  else
    {
      PamongDesk *desk = pamong_session_desk (question->session);

      pamong_save_job_run_async (g_steal_pointer (&job), desk, acted_cb, g_steal_pointer (&question));
    }
  g_clear_pointer (&job, pamong_save_job_free);
}

static Question *
ask (GtkWidget *parent, PamongSession *session, const PamongRecord *resident, PamongJobKind kind)
{
  Question *question = g_new0 (Question, 1);

  question->session = g_object_ref (session);
  question->parent = g_object_ref (parent);
  question->resident = pamong_record_copy (resident);
  question->kind = kind;
  return question;
}

static GtkWidget *
make_box (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
add_entry (GtkWidget *box, const char *words, GtkWidget *entry)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return g_object_ref (entry);
}

static const char *
name_of (const PamongRecord *resident)
{
  const char *name = pamong_record_text (resident, PAMONG_RESIDENT_NAME);

  return name ? name : "";
}

void
pamong_resident_ask_remove (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  Question *question = ask (parent, session, resident, PAMONG_JOB_REMOVE);
  g_autofree char *heading = g_strdup_printf (_ ("Take %s off the list"), name_of (resident));
  GtkWidget *box = make_box (_ ("For somebody written down twice or by mistake. Who died or moved is noted as an event. The data stays and can be put back."));

  question->reason = add_entry (box, _ ("_Reason"), gtk_entry_new ());
  gtk_entry_set_activates_default (GTK_ENTRY (question->reason), TRUE);
  pamong_dialog_form_async (parent, heading, box, _ ("_Take off the list"), answered_cb, question);
}

void
pamong_resident_ask_put_back (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  Question *question = ask (parent, session, resident, PAMONG_JOB_PUT_BACK);
  g_autofree char *heading = g_strdup_printf (_ ("Put %s back on the list"), name_of (resident));
  GtkWidget *box = make_box (_ ("The resident counts again, as before. Both acts stay in the history."));

  question->reason = add_entry (box, _ ("_Reason"), gtk_entry_new ());
  gtk_entry_set_activates_default (GTK_ENTRY (question->reason), TRUE);
  pamong_dialog_form_async (parent, heading, box, _ ("_Put back"), answered_cb, question);
}

void
pamong_resident_ask_join (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  Question *question = ask (parent, session, resident, PAMONG_JOB_JOIN);
  g_autofree char *heading = g_strdup_printf (_ ("%s joins another family"), name_of (resident));
  GtkWidget *box = make_box (_ ("Onto another card of this village (numpang KK). The new card waits for Dukcapil until its paper is issued."));
  GtkWidget *picker = pamong_family_picker_new (pamong_session_store (session), pamong_session_search (session), _ ("No card chosen yet."));

  gtk_box_append (GTK_BOX (box), picker);
  question->picker = g_object_ref (picker);
  question->shdk = add_entry (box, _ ("_Place on the new card"), pamong_field_entry_new (pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SHDK)));
  question->reason = add_entry (box, _ ("_Reason"), gtk_entry_new ());
  gtk_widget_set_size_request (box, 420, -1);
  pamong_dialog_form_async (parent, heading, box, _ ("_Join"), answered_cb, question);
}
