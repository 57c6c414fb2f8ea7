/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/life_acts.h"

#include "app/family/act_form.h"
#include "app/family/undo.h"
#include "app/residents/family_picker.h"
#include "domain/codes.h"
#include "office/life.h"

#include <glib/gi18n.h>

/* The page reads again by itself. */
static void
done (gpointer data, const char *words)
{
}

static PamongActForm *
new_form (GtkWidget *parent, PamongSession *session, const PamongRecord *resident, const char *effect)
{
  PamongActForm *form = pamong_act_form_new (parent, session, pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID), done, parent, effect);

  if (form != NULL)
    form->subject = g_strdup (resident->uid);
  return form;
}

static void
add_reason (PamongActForm *form)
{
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, N_ ("R_eason"));
}

static const char *
reason_of (PamongActForm *form)
{
  return pamong_record_text (form->event, PAMONG_EVENT_REASON);
}

static GtkWidget *
add_choice (GtkWidget *box, GtkWidget *group, const char *words)
{
  GtkWidget *button = gtk_check_button_new_with_label (words);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* Which of the radio buttons in the form's box is on. */
static guint
chosen (PamongActForm *form)
{
  GtkWidget *button = gtk_widget_get_first_child (g_object_get_data (G_OBJECT (form->content), "choices"));

  for (guint i = 0; button != NULL; button = gtk_widget_get_next_sibling (button), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      return i;
  return 0;
}

/* Enter takes what is chosen and goes on, as in every field. */
static gboolean
choice_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *box)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (box)), (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* The letter of the group stands on what is chosen now, and chooses nothing. */
static gboolean
mnemonic_cb (GtkWidget *box)
{
  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      return gtk_widget_grab_focus (button);
  return FALSE;
}

static void
listen_for_keys (GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (choice_key_cb), box);
  gtk_widget_add_controller (box, keys);
  g_signal_connect (box, "mnemonic-activate", G_CALLBACK (mnemonic_cb), NULL);
}

/* Papers are about a card: when both stay where they are nothing is filed. */
static void
chosen_cb (PamongActForm *form)
{
  gpointer box = g_object_get_data (G_OBJECT (form->content), "choices");

  pamong_act_form_need_papers (form, chosen (form) != GPOINTER_TO_UINT (g_object_get_data (box, "stays")));
}

/* @stays: the one of @words that leaves the cards as they are; then the papers, which belong to the others, and the reason. */
static void
add_choices (PamongActForm *form, const char *const *words, guint stays)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *first = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *button = add_choice (box, first, words[i]);

      if (first == NULL)
        first = button;
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (chosen_cb), form);
    }
  listen_for_keys (box);
  g_object_set_data (G_OBJECT (box), "stays", GUINT_TO_POINTER (stays));
  g_object_set_data (G_OBJECT (form->content), "choices", box);
  pamong_act_form_add (form, _ ("_Family card"), box);
  pamong_act_form_add_papers (form);
  add_reason (form);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
}

/* The husband leads the new card, from whoever's page it is noted. */
static gboolean
leads_not (PamongActForm *form)
{
  for (guint i = 0; i < form->card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (form->card->members, i);

      if (g_strcmp0 (member->uid, form->subject) == 0)
        return pamong_record_int (member, PAMONG_RESIDENT_SEX) == PAMONG_SEX_FEMALE;
    }
  return FALSE;
}

static gboolean
run_marry (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  static const PamongHousehold households[] = { PAMONG_HOUSEHOLD_NEW, PAMONG_HOUSEHOLD_FIRST, PAMONG_HOUSEHOLD_SECOND, PAMONG_HOUSEHOLD_SAME };
  PamongPapers papers = pamong_act_form_papers (form);
  PamongMarriage marriage = {
    .certificate = pamong_record_text (form->resident, PAMONG_RESIDENT_MARRIAGE_CERT),
    .date = pamong_record_text (form->resident, PAMONG_RESIDENT_MARRIAGE_DATE),
    .household = households[chosen (form)],
    .papers = households[chosen (form)] != PAMONG_HOUSEHOLD_SAME ? &papers : NULL,
  };

  if (!pamong_act_form_found (form, FALSE, error))
    return FALSE;
  if (leads_not (form) && marriage.household == PAMONG_HOUSEHOLD_NEW)
    return pamong_office_marry (office, form->who, form->subject, &marriage, reason_of (form), NULL, findings, error);
  return pamong_office_marry (office, form->subject, form->who, &marriage, reason_of (form), NULL, findings, error);
}

void
pamong_resident_ask_marry (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  const char *words[] = { _ ("New family card for both"), _ ("The other one joins this card"), _ ("Joins the card of the other one"), _ ("Cards stay as they are"), NULL };
  PamongActForm *form = new_form (parent, session, resident, _ ("Both become married, in one act. A new card waits for Dukcapil. It can be taken back from the history."));

  if (form == NULL)
    return;
  form->heading = _ ("Note a marriage");
  form->primary = _ ("_Note the marriage");
  form->saved = "";
  form->run = run_marry;
  pamong_act_form_add_finder (form, N_ ("_Who (name or NIK)"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MARRIAGE_DATE, N_ ("_Date of marriage"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MARRIAGE_CERT, N_ ("Ma_rriage certificate"));
  add_choices (form, words, 3);
  pamong_act_form_show (form);
}

/* On one card: husband and wife beside the head; or a child beside a son- or daughter-in-law. */
static gboolean
may_be_couple (const PamongRecord *one, const PamongRecord *other)
{
  gint64 a = pamong_record_int (one, PAMONG_RESIDENT_SHDK), b = pamong_record_int (other, PAMONG_RESIDENT_SHDK);
  gint64 low = MIN (a, b), high = MAX (a, b);

  if (pamong_record_int (one, PAMONG_RESIDENT_SEX) == pamong_record_int (other, PAMONG_RESIDENT_SEX)
      || pamong_record_int (other, PAMONG_RESIDENT_MARITAL_STATUS) != PAMONG_MARITAL_MARRIED)
    return FALSE;
  return (low == PAMONG_SHDK_HEAD && (high == PAMONG_SHDK_HUSBAND || high == PAMONG_SHDK_WIFE)) || (low == PAMONG_SHDK_CHILD && high == PAMONG_SHDK_IN_LAW);
}

/* The only one on the card who can be it. */
static const char *
find_on_card (PamongActForm *form, const PamongRecord *resident)
{
  const char *found = NULL;

  for (guint i = 0; i < form->card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (form->card->members, i);

      if (g_strcmp0 (member->uid, resident->uid) == 0 || !may_be_couple (resident, member))
        continue;
      if (found != NULL)
        return NULL;
      found = member->uid;
    }
  return found;
}

/* Whom the marriage noted last names, wherever they stand now. */
static char *
find_in_events (PamongStore *store, const char *uid)
{
  g_autoptr (GPtrArray) events = pamong_store_noted (store, uid, NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const PamongRecord *event = g_ptr_array_index (events, i);
      const char *one = pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), *other = pamong_record_text (event, PAMONG_EVENT_OTHER_UID);
      const char *spouse = g_strcmp0 (one, uid) == 0 ? other : one;

      if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_MARRIED && spouse != NULL && pamong_store_status (store, spouse) == PAMONG_STATUS_ALIVE)
        return g_strdup (spouse);
    }
  return NULL;
}

static void
offer_spouse (PamongActForm *form, const PamongRecord *resident)
{
  const char *on_card = find_on_card (form, resident);
  g_autofree char *spouse = on_card != NULL ? g_strdup (on_card) : find_in_events (pamong_session_store (form->session), resident->uid);

  if (spouse == NULL)
    return;
  pamong_act_form_find (form, spouse);
  form->first = g_ptr_array_index (form->entries, 0); /* known already: go on with the date */
}

static gboolean
run_divorce (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  PamongPapers papers = pamong_act_form_papers (form);
  guint leaves = chosen (form);
  const char *leaver = leaves == 1 ? form->subject : leaves == 2 ? form->who : NULL;

  if (!pamong_act_form_found (form, leaves != 2, error))
    return FALSE;
  return pamong_office_divorce (office, form->subject, form->who, pamong_record_text (form->resident, PAMONG_RESIDENT_DIVORCE_CERT),
                                pamong_record_text (form->resident, PAMONG_RESIDENT_DIVORCE_DATE), leaver, leaves != 0 ? &papers : NULL, reason_of (form), NULL, findings,
                                error);
}

void
pamong_resident_ask_divorce (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  PamongActForm *form = new_form (parent, session, resident, _ ("Both become divorced, in one act. Who leaves gets a new card that waits for Dukcapil. It can be taken back from the history."));
  g_autofree char *self = g_strdup_printf (_ ("%s leaves for a new card"), pamong_record_text (resident, PAMONG_RESIDENT_NAME));
  const char *words[] = { _ ("Cards stay as they are"), self, _ ("The other one leaves for a new card"), NULL };

  if (form == NULL)
    return;
  form->heading = _ ("Note a divorce");
  form->primary = _ ("_Note the divorce");
  form->saved = "";
  form->run = run_divorce;
  pamong_act_form_add_finder (form, N_ ("_Husband or wife"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->finder), _ ("Name or NIK; empty when living elsewhere"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_DIVORCE_DATE, N_ ("_Date of divorce"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_DIVORCE_CERT, N_ ("Divor_ce certificate"));
  add_choices (form, words, 0);
  offer_spouse (form, resident);
  pamong_act_form_show (form);
}

static gboolean
run_adopt (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  const char *family = pamong_family_picker_chosen (g_object_get_data (G_OBJECT (form->content), "picker"));
  PamongPapers papers = pamong_act_form_papers (form);

  return pamong_office_adopt_child (office, form->subject, family, pamong_record_text (form->event, PAMONG_EVENT_DATE), &papers, reason_of (form), findings, error);
}

void
pamong_resident_ask_adopt (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  PamongActForm *form = new_form (parent, session, resident, _ ("The child moves onto the card of the family that adopts it. The names of its parents stay. It can be taken back from the history."));
  GtkWidget *picker;

  if (form == NULL)
    return;
  form->heading = _ ("Adoption of a child");
  form->primary = _ ("_Note the adoption");
  form->saved = "";
  form->run = run_adopt;
  picker = pamong_family_picker_new (pamong_session_store (session), pamong_session_search (session), _ ("No card chosen yet."));
  g_object_set_data (G_OBJECT (form->content), "picker", picker);
  pamong_act_form_add (form, _ ("_To the family"), picker);
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_DATE, N_ ("Date of adop_tion"));
  pamong_act_form_add_papers (form);
  add_reason (form);
  pamong_act_form_show (form);
}

static gboolean
run_nik (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  return pamong_office_correct_nik (office, form->subject, pamong_record_text (form->resident, PAMONG_RESIDENT_NIK), reason_of (form), findings, error);
}

void
pamong_resident_ask_nik (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  PamongActForm *form = new_form (parent, session, resident, _ ("The old number stays in the history. Children who name this person by the old number follow."));

  if (form == NULL)
    return;
  form->heading = _ ("Correct a wrong NIK");
  form->primary = _ ("_Correct the NIK");
  form->saved = "";
  form->run = run_nik;
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, N_ ("Right _NIK"));
  add_reason (form);
  pamong_act_form_show (form);
}

void
pamong_resident_ask_split (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  pamong_family_act_split_off (parent, session, pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID), resident->uid, done, parent);
}

void
pamong_resident_ask_move (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  pamong_family_act_move (parent, session, pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID), done, parent);
}

void
pamong_resident_ask_undo (GtkWidget *parent, PamongSession *session, const char *event_uid)
{
  pamong_undo_ask (parent, session, event_uid, done, parent);
}
