/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/life_acts.h"

#include "app/family/act_form.h"
#include "app/residents/family_picker.h"
#include "domain/codes.h"
#include "office/life.h"
#include "office/undo.h"

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

static void
add_choices (PamongActForm *form, const char *label, const char *const *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *first = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *button = add_choice (box, first, words[i]);

      if (first == NULL)
        first = button;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  g_object_set_data (G_OBJECT (form->content), "choices", box);
  pamong_act_form_add (form, label, box);
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
  PamongMarriage marriage = {
    .certificate = pamong_record_text (form->resident, PAMONG_RESIDENT_MARRIAGE_CERT),
    .date = pamong_record_text (form->resident, PAMONG_RESIDENT_MARRIAGE_DATE),
    .household = households[chosen (form)],
  };

  if (form->who == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _ ("Type the name or the NIK of the person and choose them from the list."));
      return FALSE;
    }
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
  pamong_act_form_add_finder (form);
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MARRIAGE_DATE, N_ ("_Date of marriage"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MARRIAGE_CERT, N_ ("Ma_rriage certificate"));
  add_choices (form, _ ("_Family card"), words);
  add_reason (form);
  pamong_act_form_show (form);
}

/* Husband and wife stand on one card as head and spouse. */
static const PamongRecord *
find_spouse (PamongActForm *form)
{
  gint64 own = 0;

  for (guint i = 0; i < form->card->members->len; i++)
    if (g_strcmp0 (((PamongRecord *) g_ptr_array_index (form->card->members, i))->uid, form->subject) == 0)
      own = pamong_record_int (g_ptr_array_index (form->card->members, i), PAMONG_RESIDENT_SHDK);
  for (guint i = 0; i < form->card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (form->card->members, i);
      gint64 shdk = pamong_record_int (member, PAMONG_RESIDENT_SHDK);

      if (g_strcmp0 (member->uid, form->subject) != 0 && (own == PAMONG_SHDK_HEAD ? shdk == PAMONG_SHDK_HUSBAND || shdk == PAMONG_SHDK_WIFE
                                                          : (own == PAMONG_SHDK_HUSBAND || own == PAMONG_SHDK_WIFE) && shdk == PAMONG_SHDK_HEAD))
        return member;
    }
  return NULL;
}

static gboolean
run_divorce (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  const PamongRecord *spouse = find_spouse (form);
  guint leaves = chosen (form);

  return pamong_office_divorce (office, form->subject, spouse != NULL ? spouse->uid : NULL, pamong_record_text (form->resident, PAMONG_RESIDENT_DIVORCE_CERT),
                                pamong_record_text (form->resident, PAMONG_RESIDENT_DIVORCE_DATE), leaves == 1 ? form->subject : leaves == 2 ? spouse->uid : NULL, NULL,
                                reason_of (form), NULL, findings, error);
}

void
pamong_resident_ask_divorce (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  PamongActForm *form = new_form (parent, session, resident, _ ("Both become divorced, in one act. Who leaves gets a new card that waits for Dukcapil. It can be taken back from the history."));
  const PamongRecord *spouse = form != NULL ? find_spouse (form) : NULL;
  g_autofree char *self = g_strdup_printf (_ ("%s leaves for a new card"), pamong_record_text (resident, PAMONG_RESIDENT_NAME));
  g_autofree char *other = spouse != NULL ? g_strdup_printf (_ ("%s leaves for a new card"), pamong_record_text (spouse, PAMONG_RESIDENT_NAME)) : NULL;
  const char *words[] = { _ ("Cards stay as they are"), self, other, NULL };

  if (form == NULL)
    return;
  form->heading = _ ("Note a divorce");
  form->primary = _ ("_Note the divorce");
  form->saved = "";
  form->run = run_divorce;
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_DIVORCE_DATE, N_ ("_Date of divorce"));
  pamong_act_form_add_field (form, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_DIVORCE_CERT, N_ ("Divor_ce certificate"));
  add_choices (form, _ ("_Family card"), words);
  add_reason (form);
  pamong_act_form_show (form);
}

static gboolean
run_adopt (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  const char *family = pamong_family_picker_chosen (g_object_get_data (G_OBJECT (form->content), "picker"));

  return pamong_office_adopt_child (office, form->subject, family, pamong_record_text (form->event, PAMONG_EVENT_DATE), NULL, reason_of (form), findings, error);
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

static gboolean
run_undo (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error)
{
  return pamong_office_undo (office, form->subject, reason_of (form), findings, error);
}

void
pamong_resident_ask_undo (GtkWidget *parent, PamongSession *session, const char *event_uid)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = pamong_office_undo_effect (pamong_session_store (session), event_uid, &error);
  g_autofree char *effect = sentences != NULL ? g_strjoinv ("\n", sentences) : g_strdup (error->message);
  PamongActForm *form = pamong_act_form_new (parent, session, NULL, done, parent, effect);

  form->subject = g_strdup (event_uid);
  form->heading = _ ("Take this back");
  form->primary = _ ("_Take back");
  form->saved = "";
  form->run = run_undo;
  add_reason (form);
  pamong_act_form_show (form);
}
