/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/fill_view_private.h"
#include "app/letters/fill_rows.h"
#include "app/letters/person_dialog.h"
#include <glib/gi18n.h>

/* The code of a letter is made when it is issued; its place is kept by one of the same length, so that the page in view is the page that prints. */
#define CODE_LENGTH 200

G_DEFINE_FINAL_TYPE (PamongFillView, pamong_fill_view, GTK_TYPE_WIDGET)

static guint signals[PAMONG_FILL_DRAFT_KEPT + 1];

static PamongStore *
store_of (PamongFillView *self)
{
  return pamong_session_store (self->session);
}

void
pamong_fill_view_emit (PamongFillView *self, PamongFillSignal what, const char *uid)
{
  if (what == PAMONG_FILL_ISSUED)
    g_signal_emit (self, signals[what], 0, uid);
  else
    g_signal_emit (self, signals[what], 0);
}

void
pamong_fill_view_say (PamongFillView *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->said), words != NULL ? words : "");
  gtk_widget_set_tooltip_text (self->said, words);
}

void
pamong_fill_view_take (PamongFillView *self)
{
  pamong_answer_form_store (self->answers, self->letter);
  if (self->type->introduction)
    pamong_answer_form_store (self->slip, self->letter);
}

static void
show_person (PamongFillView *self)
{
  const char *role = self->type->persons->len > 0 ? ((PamongLetterPerson *) self->type->persons->pdata[0])->id : NULL;
  g_autofree char *name = pamong_fill_words (self->facts, role, "name"), *nik = pamong_fill_words (self->facts, role, "nik"), *line = pamong_fill_person_line (self->facts, role);

  gtk_label_set_text (GTK_LABEL (self->who), *name != '\0' ? name : _ ("Nobody chosen yet"));
  gtk_label_set_text (GTK_LABEL (self->who_nik), nik);
  gtk_label_set_text (GTK_LABEL (self->who_line), line);
}

void
pamong_fill_view_draw (PamongFillView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = g_strnfill (CODE_LENGTH, 'A');
  PamongLetterFacts *facts = pamong_letter_facts_of (store_of (self), self->type, self->letter, &error);
  PamongLetter *page = NULL;

  if (facts != NULL)
    {
      g_clear_pointer (&self->facts, pamong_letter_facts_unref);
      self->facts = facts;
      pamong_letter_facts_set (facts, "letter.number", self->next != NULL ? self->next->text : NULL);
      page = pamong_letter_look_lay (self->look, self->text, self->type, facts, code, _ ("To be compared at the office of the kecamatan"), &error);
      pamong_answer_form_follow (self->answers, facts);
      pamong_person_rows_follow (self->persons, facts);
    }
  pamong_preview_show (self->preview, page, pamong_letter_look_paper (self->look));
  pamong_preview_say (self->preview, error != NULL ? error->message : NULL);
}

static void
show_notices (PamongFillView *self)
{
  g_autoptr (GPtrArray) notices = pamong_letter_notices (store_of (self), self->type, self->letter, NULL);

  pamong_notice_bands_show (self->notices, notices);
}

static void
read_number (PamongFillView *self)
{
  g_clear_pointer (&self->next, pamong_next_number_free);
  self->next = pamong_next_number (store_of (self), self->type, self->letter->classification, self->letter->date, NULL);
}

static void
show_rest (PamongFillView *self)
{
  show_person (self);
  pamong_sign_rows_tell (self->sign, self->next, self->facts != NULL ? pamong_letter_facts_get (self->facts, "letter.valid_until") : "");
  show_notices (self);
}

static void
typed_cb (PamongFillView *self)
{
  if (self->loading || self->letter == NULL)
    return;
  pamong_fill_view_take (self);
  pamong_fill_view_draw (self);
  pamong_fill_view_touch (self);
  pamong_fill_view_say (self, NULL);
}

static void
field_left_cb (PamongFillView *self)
{
  if (!self->loading && self->letter != NULL)
    show_notices (self);
}

static void
persons_cb (PamongFillView *self)
{
  if (self->loading || self->letter == NULL)
    return;
  typed_cb (self);
  show_notices (self);
}

static void
sign_cb (PamongFillView *self)
{
  if (self->letter == NULL)
    return;
  g_clear_pointer (&self->look, pamong_letter_look_free);
  self->look = pamong_letter_look_new (self->session, self->letter);
  typed_cb (self);
  pamong_sign_rows_tell (self->sign, self->next, pamong_letter_facts_get (self->facts, "letter.valid_until"));
}

static void
ticked_cb (PamongFillView *self)
{
  if (self->letter == NULL)
    return;
  pamong_fill_papers_read (self->papers, self->letter);
  pamong_fill_view_touch (self);
}

static void
looked_cb (PamongFillView *self, const char *id, const char *uid)
{
  pamong_fill_view_keep (self);
  if (g_str_equal (id, "earlier"))
    gtk_widget_activate_action (GTK_WIDGET (self), "letters.look", "s", uid);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "resident", uid);
}

static void
load (PamongFillView *self)
{
  self->loading = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), self->type->name);
  pamong_answer_form_set_fields (self->answers, self->type->fields);
  pamong_answer_form_load (self->answers, self->letter);
  gtk_widget_set_visible (GTK_WIDGET (self->slip), self->type->introduction);
  pamong_answer_form_load (self->slip, self->letter);
  pamong_person_rows_show (self->persons, self->type, self->letter);
  pamong_sign_rows_show (self->sign, self->type, self->letter);
  gtk_widget_set_visible (self->papers_row, self->type->papers != NULL && self->type->papers[0] != NULL);
  pamong_fill_papers_show (self->papers, self->type, self->letter, G_CALLBACK (ticked_cb), self);
  gtk_widget_set_visible (self->change_who, self->type->persons->len > 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->answers_head), pamong_answer_form_first (self->answers));
  self->loading = FALSE;
  read_number (self);
  sign_cb (self);
  show_rest (self);
  self->touched = FALSE;
  g_clear_handle_id (&self->keep_timer, g_source_remove);
}

static void
chosen_cb (gpointer data, const char *uid, PamongRecord *outsider)
{
  PamongFillView *self = data;
  const char *role = ((PamongLetterPerson *) self->type->persons->pdata[0])->id;
  g_autoptr (PamongLetterCase) letter = pamong_letter_case_copy (self->letter);

  g_ptr_array_set_size (letter->persons, 0); /* father, witness, followers were proposed for another */
  if (uid != NULL)
    pamong_letter_case_add (letter, role, uid);
  else
    pamong_letter_case_add_outsider (letter, role, outsider);
  pamong_letter_case_propose (store_of (self), self->type, letter, NULL);
  pamong_person_rows_show (self->persons, NULL, NULL);
  pamong_letter_case_free (self->letter);
  self->letter = g_steal_pointer (&letter);
  load (self);
  pamong_fill_view_touch (self);
  pamong_fill_view_focus (self);
}

static void
change_who_cb (PamongFillView *self)
{
  const PamongLetterPerson *role = self->type->persons->pdata[0];
  const PamongCasePerson *now = pamong_letter_case_person (self->letter, role->id);

  pamong_person_dialog_ask (GTK_WIDGET (self), self->session, role, now != NULL ? now->outsider : NULL, FALSE, chosen_cb, self);
}

static void
other_type_cb (PamongFillView *self)
{
  pamong_fill_view_emit (self, PAMONG_FILL_OTHER_TYPE, NULL);
}

static void
answers_done_cb (PamongFillView *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->slip)) || !pamong_answer_form_focus (self->slip))
    pamong_sign_rows_focus (self->sign);
}

static void
slip_done_cb (PamongFillView *self)
{
  pamong_sign_rows_focus (self->sign);
}

static void
sign_done_cb (PamongFillView *self)
{
  gtk_widget_grab_focus (self->issue);
}

static void
persons_done_cb (PamongFillView *self)
{
  if (!pamong_answer_form_focus (self->answers))
    answers_done_cb (self);
}

static void
pamong_fill_view_dispose (GObject *object)
{
  PamongFillView *self = PAMONG_FILL_VIEW (object);
  GtkWidget *child;

  if (self->session != NULL && self->touched)
    pamong_fill_view_keep (self);
  self->loading = TRUE;
  g_clear_handle_id (&self->keep_timer, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->preview = NULL;
  pamong_fill_view_done (self);
  g_clear_pointer (&self->introduction, g_ptr_array_unref);
  g_clear_pointer (&self->text, pamong_text_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_fill_view_parent_class)->dispose (object);
}

static void
pamong_fill_view_class_init (PamongFillViewClass *klass)
{
  static const char *const names[] = { "issued", "left", "other-type", "draft-kept" };

  G_OBJECT_CLASS (klass)->dispose = pamong_fill_view_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = i == PAMONG_FILL_ISSUED ? g_signal_new (names[i], PAMONG_TYPE_FILL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING)
                                         : g_signal_new (names[i], PAMONG_TYPE_FILL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_who (PamongFillView *self)
{
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->who = pamong_fill_label ("strong");
  self->who_nik = pamong_fill_label ("secondary");
  gtk_widget_add_css_class (self->who_nik, "num");
  self->who_line = pamong_fill_label ("secondary");
  self->change_who = gtk_button_new_with_mnemonic (_ ("Other _person"));
  gtk_widget_set_valign (self->change_who, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->change_who, "clicked", G_CALLBACK (change_who_cb), self);
  gtk_box_append (GTK_BOX (first), self->who);
  gtk_box_append (GTK_BOX (first), self->who_nik);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), self->who_line);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (panel), words);
  gtk_box_append (GTK_BOX (panel), self->change_who);
  gtk_widget_add_css_class (panel, "panel");
  gtk_widget_add_css_class (panel, "letter-who");
  return panel;
}

static GtkWidget *
make_form (PamongFillView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->notices = PAMONG_NOTICE_BANDS (pamong_notice_bands_new ());
  self->persons = PAMONG_PERSON_ROWS (pamong_person_rows_new (self->session));
  self->answers = PAMONG_ANSWER_FORM (pamong_answer_form_new ());
  self->slip = PAMONG_ANSWER_FORM (pamong_answer_form_new ());
  self->sign = PAMONG_SIGN_ROWS (pamong_sign_rows_new (self->session));
  self->introduction = pamong_fill_introduction ();
  pamong_answer_form_set_fields (self->slip, self->introduction);
  self->papers_row = pamong_fill_papers_row (&self->papers);
  gtk_box_append (GTK_BOX (box), pamong_fill_heading (_ ("Whom it is about"), NULL));
  gtk_box_append (GTK_BOX (box), make_who (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notices));
  self->answers_head = pamong_fill_heading (_ ("What this letter _needs"), GTK_WIDGET (self->answers));
  gtk_box_append (GTK_BOX (box), self->answers_head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answers));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->persons));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->slip));
  gtk_box_append (GTK_BOX (box), self->papers_row);
  gtk_box_append (GTK_BOX (box), pamong_fill_heading (_ ("Number and signature"), NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sign));
  gtk_widget_add_css_class (box, "letter-form");
  return box;
}

static void
connect_form (PamongFillView *self)
{
  g_signal_connect_swapped (self->notices, "look", G_CALLBACK (looked_cb), self);
  g_signal_connect_swapped (self->persons, "changed", G_CALLBACK (persons_cb), self);
  g_signal_connect_swapped (self->persons, "finished", G_CALLBACK (answers_done_cb), self);
  g_signal_connect_swapped (self->answers, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->answers, "left", G_CALLBACK (field_left_cb), self);
  g_signal_connect_swapped (self->answers, "finished", G_CALLBACK (answers_done_cb), self);
  g_signal_connect_swapped (self->slip, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->slip, "finished", G_CALLBACK (slip_done_cb), self);
  g_signal_connect_swapped (self->sign, "changed", G_CALLBACK (sign_cb), self);
  g_signal_connect_swapped (self->sign, "finished", G_CALLBACK (sign_done_cb), self);
}

static GtkWidget *
make_head (PamongFillView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *hint = pamong_fill_label ("page-hint");
  GtkWidget *other = gtk_button_new_with_mnemonic (_ ("Other _letter"));

  self->title = pamong_fill_label ("page-title");
  gtk_label_set_text (GTK_LABEL (hint), _ ("Fill in, look at the page, then print."));
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), hint);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (other, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (other, "clicked", G_CALLBACK (other_type_cb), self);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), other);
  gtk_widget_add_css_class (head, "page-head");
  return head;
}

static GtkWidget *
make_foot (PamongFillView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *park = gtk_button_new (), *cancel = gtk_button_new ();

  pamong_fill_button (park, "document-save-symbolic", _ ("Keep for _later"), NULL);
  pamong_fill_button (cancel, NULL, _ ("Cancel"), "Esc");
  self->issue = gtk_button_new ();
  pamong_fill_button (self->issue, "document-print-symbolic", _ ("Number and print"), "Ctrl+P");
  gtk_widget_add_css_class (self->issue, "primary");
  gtk_widget_set_name (self->issue, "issue");
  self->said = pamong_fill_label ("error-text");
  gtk_widget_set_hexpand (self->said, TRUE);
  g_signal_connect_swapped (park, "clicked", G_CALLBACK (pamong_fill_view_park), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (pamong_fill_view_cancel), self);
  g_signal_connect_swapped (self->issue, "clicked", G_CALLBACK (pamong_fill_view_issue), self);
  gtk_box_append (GTK_BOX (foot), park);
  gtk_box_append (GTK_BOX (foot), self->said);
  gtk_box_append (GTK_BOX (foot), cancel);
  gtk_box_append (GTK_BOX (foot), self->issue);
  gtk_widget_add_css_class (foot, "foot-bar");
  return foot;
}

static void
pamong_fill_view_init (PamongFillView *self)
{
  self->text = pamong_text_new ();
}

GtkWidget *
pamong_fill_view_new (PamongSession *session)
{
  PamongFillView *self = g_object_new (PAMONG_TYPE_FILL_VIEW, NULL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_form (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (left), make_head (self));
  gtk_box_append (GTK_BOX (left), scroller);
  gtk_box_append (GTK_BOX (left), make_foot (self));
  gtk_widget_set_size_request (left, 600, -1);
  gtk_widget_set_hexpand (left, TRUE);
  self->preview = PAMONG_PREVIEW (pamong_preview_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_widget_set_parent (left, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->preview), GTK_WIDGET (self));
  connect_form (self);
  return GTK_WIDGET (self);
}

gboolean
pamong_fill_view_begin (PamongFillView *self, PamongLetterCase *letter, const char *draft)
{
  g_autoptr (PamongLetterCase) given = letter;
  PamongLetterType *type = pamong_letter_type_here (store_of (self), NULL, letter->type);

  if (type == NULL)
    return FALSE;
  pamong_fill_view_done (self);
  self->type = type;
  self->letter = g_steal_pointer (&given);
  self->draft = g_strdup (draft);
  pamong_letter_case_propose (store_of (self), type, self->letter, NULL);
  pamong_fill_view_say (self, NULL);
  load (self);
  return TRUE;
}

const PamongLetterCase *
pamong_fill_view_letter (PamongFillView *self)
{
  return self->letter;
}

void
pamong_fill_view_focus (PamongFillView *self)
{
  persons_done_cb (self);
}

void
pamong_fill_view_zoom (PamongFillView *self, int step)
{
  pamong_preview_zoom (self->preview, step);
}
