/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter_acts.h"
#include "app/letters/letter_job.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>

/* One act while it is asked about and done. */
typedef struct {
  GtkWidget *page, *entry; /* (owned); entry: (nullable) */
  PamongSession *session;
  char *uid, *usual;
  PamongPrintSay say;
} Act;

static void
free_act (Act *act)
{
  g_object_unref (act->page);
  g_clear_object (&act->entry);
  g_object_unref (act->session);
  g_free (act->uid);
  g_free (act->usual);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, free_act)

static Act *
act_new (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say)
{
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (page);
  act->session = g_object_ref (session);
  act->uid = g_strdup (uid);
  act->say = say;
  return act;
}

static PamongRecord *
read_letter (Act *act)
{
  return pamong_store_get (pamong_session_store (act->session), PAMONG_KIND_LETTER, act->uid, NULL);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;

  if (!pamong_letter_job_finish (PAMONG_DESK (source), result, &error))
    act->say (act->page, error->message, TRUE);
}

static void
set_state (Act *act, PamongLetterState state, const char *words)
{
  pamong_letter_job_state_async (pamong_session_desk (act->session), act->uid, state, words, done_cb, act);
}

void
pamong_letter_act_signed (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say)
{
  set_state (act_new (page, session, uid, say), PAMONG_LETTER_READY, NULL);
}

void
pamong_letter_act_back (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say)
{
  Act *act = act_new (page, session, uid, say);
  g_autoptr (PamongRecord) letter = read_letter (act);

  set_state (act, letter != NULL && pamong_record_int (letter, PAMONG_LETTER_STATE) == PAMONG_LETTER_TAKEN ? PAMONG_LETTER_READY : PAMONG_LETTER_UNSIGNED, NULL);
}

static const char *
typed (Act *act)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (act->entry));

  return *words != '\0' ? words : NULL;
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Act *act = data;

  if (pamong_dialog_form_finish (result))
    set_state (act, PAMONG_LETTER_TAKEN, typed (act));
  else
    free_act (act);
}

static GtkWidget *
make_question (Act *act, const char *words, const char *label_words, const char *usual)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *said = gtk_label_new (words), *label = gtk_label_new_with_mnemonic (label_words);

  act->entry = g_object_ref_sink (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (act->entry), usual != NULL ? usual : "");
  gtk_entry_set_activates_default (GTK_ENTRY (act->entry), TRUE);
  gtk_label_set_wrap (GTK_LABEL (said), TRUE);
  gtk_label_set_xalign (GTK_LABEL (said), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (said), 46);
  gtk_widget_add_css_class (said, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), act->entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (act->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), said);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), act->entry);
  return box;
}

void
pamong_letter_act_taken (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say)
{
  Act *act = act_new (page, session, uid, say);
  g_autoptr (PamongRecord) letter = read_letter (act);
  const char *applicant = letter != NULL ? pamong_record_text (letter, PAMONG_LETTER_APPLICANT) : NULL;
  const char *name = applicant != NULL || letter == NULL ? applicant : pamong_record_text (letter, PAMONG_LETTER_SUBJECT_NAME);

  pamong_dialog_form_async (page, _ ("Who fetches the letter?"), make_question (act, _ ("The name stands in the register of letters handed over."), _ ("_Fetched by"), name), _ ("F_etched"), taken_cb, act);
  gtk_widget_grab_focus (act->entry);
}

static void
void_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Act *act = data;

  if (pamong_dialog_form_finish (result))
    pamong_letter_job_void_async (pamong_session_desk (act->session), act->uid, typed (act), done_cb, act);
  else
    free_act (act);
}

void
pamong_letter_act_void (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say)
{
  Act *act = act_new (page, session, uid, say);
  g_autoptr (PamongRecord) letter = read_letter (act);
  g_autofree char *heading = g_strdup_printf (_ ("Make letter %s void?"), letter != NULL ? pamong_record_text (letter, PAMONG_LETTER_NUMBER_TEXT) : "");

  pamong_dialog_form_async (page, heading, make_question (act, _ ("The number stays used and the letter stays in the archive, marked void. An event it is linked to stays as it is."), _ ("_Reason"), NULL),
                            _ ("Make _void"), void_cb, act);
  gtk_widget_grab_focus (act->entry);
}
