/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_view_private.h"
#include "app/family/jobs.h"
#include "app/widgets/dialogs.h"
#include "store/history.h"
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PamongCardView, pamong_card_view, GTK_TYPE_WIDGET)

enum
{
  TITLE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

PamongFamilyCard *
pamong_card_view_gather (PamongCardView *self, GPtrArray *complaints)
{
  PamongFamilyCard *card = pamong_family_card_new (self->base->family->area);

  pamong_record_free (card->family);
  card->family = pamong_record_copy (self->base->family);
  pamong_card_fields_store (self->fields, card->family, complaints);
  pamong_family_sheet_store (self->sheet, card->members, complaints);
  return card;
}

void
pamong_card_view_show_findings (PamongCardView *self)
{
  GPtrArray *shown = pamong_card_findings_shown (self->findings);
  PamongKind kind = PAMONG_KIND_FAMILY;
  int member = -1, field = -1;

  if (pamong_family_sheet_position (self->sheet, &member, &field))
    kind = PAMONG_KIND_RESIDENT;
  else
    field = pamong_card_fields_position (self->fields);
  pamong_card_fields_mark (self->fields, shown);
  pamong_family_sheet_mark (self->sheet, shown);
  pamong_finding_strip_show (self->strip, pamong_card_findings_pick (self->findings, kind, member, field));
  pamong_card_foot_set_counts (self->foot, pamong_family_sheet_count (self->sheet), shown->len);
}

typedef struct
{
  PamongCardView *view;
  guint round;
  PamongFamilyCard *card;
} CheckCall;

static void
checked_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  CheckCall *call = user_data;
  PamongCardView *self = call->view;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = pamong_job_check_finish (PAMONG_DESK (desk), result, &error);

  if (findings != NULL && call->round == self->round && self->sheet != NULL)
    {
      pamong_card_findings_set (self->findings, g_steal_pointer (&findings), call->card, self->tried);
      pamong_card_view_show_findings (self);
    }
  g_clear_pointer (&findings, g_ptr_array_unref);
  pamong_family_card_free (call->card);
  g_object_unref (call->view);
  g_free (call);
}

void
pamong_card_view_check (PamongCardView *self)
{
  CheckCall *call;

  if (!self->changed || !self->editable)
    return;
  self->changed = FALSE;
  call = g_new0 (CheckCall, 1);
  call->view = g_object_ref (self);
  call->round = ++self->round;
  call->card = pamong_card_view_gather (self, NULL);
  pamong_job_check_async (pamong_session_desk (self->session), call->card, self->uid == NULL, checked_cb, call);
}

static void
set_hint (PamongCardView *self, char *hint)
{
  g_free (self->hint);
  self->hint = hint;
}

/* Puts @card on the screen. @touched: it differs from the register. */
static void
show_card (PamongCardView *self, const PamongFamilyCard *card, gboolean touched)
{
  self->touched = touched;
  self->tried = FALSE;
  self->changed = touched;
  self->round++;
  pamong_card_findings_reset (self->findings);
  pamong_card_fields_load (self->fields, card->family, self->uid == NULL, self->editable);
  pamong_family_sheet_load (self->sheet, card->members, self->uid != NULL ? self->base->members->len : 0, card->family->area, self->editable);
  pamong_card_fields_set_can_copy (self->fields, self->before != NULL);
  pamong_card_foot_set_editable (self->foot, self->editable);
  pamong_card_view_show_findings (self);
  pamong_card_view_check (self);
  g_signal_emit (self, signals[TITLE_CHANGED], 0);
}

static void
offer_dusun (PamongCardView *self)
{
  g_autoptr (GPtrArray) places = pamong_residents_places (pamong_session_store (self->session), self->base->family->area, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      char **place = g_ptr_array_index (places, i);

      if (place[0] != NULL && *place[0] != '\0' && !g_ptr_array_find_with_equal_func (names, place[0], g_str_equal, NULL))
        g_ptr_array_add (names, place[0]);
    }
  g_ptr_array_add (names, NULL);
  pamong_card_fields_set_dusun (self->fields, (const char *const *) names->pdata);
}

static gboolean
load_base (PamongCardView *self, const char *uid)
{
  PamongFamilyCard *card;

  if (uid != NULL)
    card = pamong_store_card (pamong_session_store (self->session), uid, NULL);
  else
    card = pamong_family_card_new (pamong_session_area (self->session));
  if (card == NULL)
    return FALSE;
  g_clear_pointer (&self->base, pamong_family_card_free);
  self->base = card;
  g_free (self->uid);
  self->uid = g_strdup (uid);
  self->editable = pamong_session_level (self->session) == PAMONG_LEVEL_VILLAGE;
  return TRUE;
}

static void
draft_kept_cb (PamongCardView *self, const char *time)
{
  g_autofree char *words = g_strdup_printf (_ ("Draft saved %s"), time);

  if (self->touched)
    pamong_card_foot_say (self->foot, words);
}

void
pamong_card_view_touched (PamongCardView *self)
{
  if (!self->editable)
    return;
  self->touched = TRUE;
  self->changed = TRUE;
  pamong_card_draft_touch (self->draft);
  pamong_card_foot_set_counts (self->foot, pamong_family_sheet_count (self->sheet), pamong_card_findings_shown (self->findings)->len);
}

static PamongFamilyCard *
gather_draft (gpointer data, char **typed)
{
  PamongCardView *self = data;
  g_autoptr (GKeyFile) texts = g_key_file_new ();
  PamongFamilyCard *card = self->touched ? pamong_card_view_gather (self, NULL) : NULL;

  if (card == NULL)
    return NULL;
  pamong_card_fields_keep (self->fields, texts);
  pamong_family_sheet_keep (self->sheet, texts);
  *typed = g_key_file_to_data (texts, NULL, NULL);
  return card;
}

/* The papers and the texts that mean nothing come back, too. */
static void
take_typed (PamongCardView *self)
{
  g_autoptr (GKeyFile) texts = pamong_card_draft_typed (self->draft);

  if (texts == NULL)
    return;
  pamong_card_fields_take (self->fields, texts);
  pamong_family_sheet_take (self->sheet, texts);
}

/* Alt+B works on the first card of the day, too. */
static void
remember_before (PamongCardView *self)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autofree char *uid = pamong_history_last_family (store, pamong_session_account (self->session)->uid, NULL);

  if (uid != NULL)
    self->before = pamong_store_card (store, uid, NULL);
}

static void
left_cb (PamongCardView *self)
{
  pamong_card_view_check (self);
}

static void
cell_left_cb (PamongCardView *self, int member, int field)
{
  pamong_card_view_check (self);
  if (member == 0 && field == PAMONG_RESIDENT_NAME)
    g_signal_emit (self, signals[TITLE_CHANGED], 0);
}

static void
moved_cb (PamongCardView *self)
{
  pamong_card_view_show_findings (self);
}

static void
fields_finished_cb (PamongCardView *self)
{
  pamong_family_sheet_focus (self->sheet, 0, -1);
}

static void
sheet_started_cb (PamongCardView *self)
{
  pamong_card_fields_focus (self->fields, PAMONG_FAMILY_POSTCODE);
}

static void
sheet_finished_cb (PamongCardView *self)
{
  pamong_card_foot_focus_save (self->foot);
}

static void
row_kept_cb (PamongCardView *self)
{
  pamong_finding_strip_say (self->strip, _ ("This person is already in the register. Use “Take off the list” on the page Residents, or split the family."));
}

static void
discard (PamongCardView *self)
{
  self->touched = FALSE;
  pamong_card_draft_drop (self->draft);
  pamong_card_foot_say (self->foot, NULL);
  pamong_card_view_open (self, self->uid);
  pamong_card_view_focus (self);
}

static void
discard_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (pamong_dialog_ask_finish (result) == 1)
    discard (PAMONG_CARD_VIEW (source));
}

static void
pamong_card_view_dispose (GObject *object)
{
  PamongCardView *self = PAMONG_CARD_VIEW (object);
  GtkWidget *child;

  self->editable = FALSE; /* what is left on the way out is neither checked nor kept again */
  g_clear_pointer (&self->draft, pamong_card_draft_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->sheet = NULL;
  g_clear_pointer (&self->base, pamong_family_card_free);
  g_clear_pointer (&self->before, pamong_family_card_free);
  g_clear_pointer (&self->findings, pamong_card_findings_free);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->hint, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_card_view_parent_class)->dispose (object);
}

static void
pamong_card_view_class_init (PamongCardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_card_view_dispose;
  signals[TITLE_CHANGED] = g_signal_new ("title-changed", PAMONG_TYPE_CARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
connect_parts (PamongCardView *self)
{
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (pamong_card_view_touched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (fields_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "copy", G_CALLBACK (pamong_card_view_copy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (pamong_card_view_touched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "cell-left", G_CALLBACK (cell_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "started", G_CALLBACK (sheet_started_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "finished", G_CALLBACK (sheet_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "kept", G_CALLBACK (row_kept_cb), self, G_CONNECT_SWAPPED);
  pamong_card_view_connect_answers (self);
  g_signal_connect_object (self->foot, "save", G_CALLBACK (pamong_card_view_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->foot, "cancel", G_CALLBACK (pamong_card_view_cancel), self, G_CONNECT_SWAPPED);
}

static void
pamong_card_view_init (PamongCardView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->findings = pamong_card_findings_new ();
  self->fields = PAMONG_CARD_FIELDS (pamong_card_fields_new ());
  self->sheet = PAMONG_FAMILY_SHEET (pamong_family_sheet_new ());
  self->strip = PAMONG_FINDING_STRIP (pamong_finding_strip_new ());
  self->foot = PAMONG_CARD_FOOT (pamong_card_foot_new ());
  gtk_widget_add_css_class (body, "card-body");
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->sheet), TRUE);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->fields));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->sheet));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->strip));
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->foot), GTK_WIDGET (self));
  connect_parts (self);
}

GtkWidget *
pamong_card_view_new (PamongSession *session)
{
  PamongCardView *self = g_object_new (PAMONG_TYPE_CARD_VIEW, NULL);

  self->session = g_object_ref (session);
  self->draft = pamong_card_draft_new (session, gather_draft, (PamongCardDraftKept) draft_kept_cb, self);
  remember_before (self);
  pamong_card_view_open (self, NULL);
  return GTK_WIDGET (self);
}

gboolean
pamong_card_view_open (PamongCardView *view, const char *uid)
{
  g_autofree char *wanted = g_strdup (uid); /* it may be our own */
  g_autoptr (PamongFamilyCard) draft = NULL;
  g_autofree char *time = NULL;

  if (view->touched)
    pamong_card_view_keep (view);
  if (!load_base (view, wanted))
    return FALSE;
  offer_dusun (view);
  draft = view->editable ? pamong_card_draft_open (view->draft, wanted, &time) : NULL;
  if (draft != NULL)
    set_hint (view, g_strdup_printf (_ ("The draft of %s is back. Go on typing, or press Esc to throw it away."), time));
  else if (!view->editable)
    set_hint (view, g_strdup (_ ("The village writes this card; here it can only be read.")));
  else if (wanted != NULL)
    set_hint (view, g_strdup (_ ("Mend what is wrong on this card.")));
  else
    set_hint (view, g_strdup (_ ("Type from the family card, row by row. What is empty can be filled in later.")));
  show_card (view, draft != NULL ? draft : view->base, draft != NULL);
  if (draft != NULL)
    take_typed (view);
  return TRUE;
}

const char *
pamong_card_view_uid (PamongCardView *view)
{
  return view->uid;
}

char *
pamong_card_view_title (PamongCardView *view)
{
  PamongRecord *head = view->uid != NULL ? pamong_family_card_head (view->base) : NULL;

  if (view->uid == NULL)
    return g_strdup (_ ("New family"));
  if (head == NULL && view->base->members->len > 0)
    head = g_ptr_array_index (view->base->members, 0);
  return g_strdup_printf (_ ("Family of %s"), head != NULL ? pamong_record_text (head, PAMONG_RESIDENT_NAME) : "…");
}

const char *
pamong_card_view_hint (PamongCardView *view)
{
  return view->hint;
}

void
pamong_card_view_reload (PamongCardView *view, const char *words)
{
  if (view->touched)
    return;
  pamong_card_view_open (view, view->uid);
  pamong_card_foot_say (view->foot, words);
}

void
pamong_card_view_say (PamongCardView *view, const char *words)
{
  pamong_finding_strip_say (view->strip, words);
}

void
pamong_card_view_focus (PamongCardView *view)
{
  if (view->touched && pamong_family_sheet_count (view->sheet) > 0)
    pamong_family_sheet_resume (view->sheet);
  else
    pamong_card_fields_focus (view->fields, -1);
}

void
pamong_card_view_focus_field (PamongCardView *view, int field)
{
  if (field >= 0)
    pamong_card_fields_focus (view->fields, field);
  else
    pamong_family_sheet_focus (view->sheet, 0, PAMONG_RESIDENT_SHDK);
}

gboolean
pamong_card_view_is_touched (PamongCardView *view)
{
  return view->touched;
}

void
pamong_card_view_keep (PamongCardView *view)
{
  if (view->touched)
    pamong_card_draft_keep (view->draft);
}

void
pamong_card_view_cancel (PamongCardView *view)
{
  const char *answers[] = { _ ("Go on typing"), _ ("Throw away"), NULL };

  if (view->touched)
    pamong_dialog_ask_async (GTK_WIDGET (view), _ ("Throw away what was typed?"), _ ("This card is not saved yet. Its draft will be thrown away, too."), answers, 1, discard_asked_cb, NULL);
  else if (view->uid != NULL)
    {
      pamong_card_view_open (view, NULL);
      pamong_card_view_focus (view);
    }
}

void
pamong_card_view_copy (PamongCardView *view)
{
  static const int carried[] = { PAMONG_FAMILY_DUSUN, PAMONG_FAMILY_RW, PAMONG_FAMILY_RT };
  const PamongRecord *head;
  g_autofree char *religion = NULL;

  if (view->before == NULL || view->uid != NULL || !view->editable)
    return;
  head = view->before->members->len > 0 ? g_ptr_array_index (view->before->members, 0) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (carried); i++)
    pamong_card_fields_set_value (view->fields, carried[i], pamong_record_text (view->before->family, carried[i]));
  if (head != NULL && pamong_record_is_set (head, PAMONG_RESIDENT_RELIGION))
    {
      religion = g_strdup_printf ("%d", (int) pamong_record_int (head, PAMONG_RESIDENT_RELIGION));
      pamong_family_sheet_carry (view->sheet, PAMONG_RESIDENT_RELIGION, religion);
    }
  pamong_card_view_touched (view);
}
