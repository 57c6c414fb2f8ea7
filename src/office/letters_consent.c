/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/dates.h"
#include "wire/letter_json.h"

/* Letters that ask for consent before they get a number. On one computer the secretary and the head sign in after each other; on several the proposal travels. */

static const char *const usual_chain[] = { "sekdes", "kades", NULL };

static PamongDuty
duty_of (const char *name)
{
  static const struct { const char *name; PamongDuty duty; } duties[] = {
    { "operator", PAMONG_DUTY_OPERATOR }, { "sekdes", PAMONG_DUTY_SECRETARY }, { "kades", PAMONG_DUTY_HEAD }, { "kasi", PAMONG_DUTY_SERVICE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    if (g_str_equal (duties[i].name, name))
      return duties[i].duty;
  return 0;
}

char **
pamong_letter_chain (PamongStore *store, const PamongLetterType *type)
{
  g_autoptr (PamongRecord) numbering = pamong_numbering (store, NULL);
  const char *text = numbering != NULL ? pamong_record_text (numbering, PAMONG_NUMBERING_CONSENTS) : NULL;
  g_auto (GStrv) asked = g_strsplit (text != NULL ? text : "", " ", -1);

  if (type->approval != NULL && type->approval[0] != NULL)
    return g_strdupv (type->approval);
  return g_strv_contains ((const char *const *) asked, type->key) ? g_strdupv ((char **) usual_chain) : g_new0 (char *, 1);
}

static PamongLetterType *
type_of (PamongStore *store, const char *key, GError **error)
{
  PamongLetterType *type = pamong_letter_type_here (store, NULL, key);

  if (type == NULL)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no letter type %s."), key != NULL ? key : "");
  return type;
}

static void
fill (PamongStore *store, PamongRecord *record, const PamongLetterType *type, const PamongLetterCase *letter)
{
  const char *role = type->persons->len > 0 ? ((PamongLetterPerson *) type->persons->pdata[0])->id : "subject";
  const PamongCasePerson *first = pamong_letter_case_person (letter, role);
  g_autoptr (PamongRecord) resident = first != NULL && first->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, first->uid, NULL) : NULL;
  const PamongRecord *person = resident != NULL ? resident : first != NULL ? first->outsider : NULL;
  g_autofree char *answers = pamong_letter_case_to_json (letter), *date = pamong_letter_date (letter), *mark = pamong_desk_mark_here (store);

  pamong_record_set_text (record, PAMONG_LETTER_TYPE, type->key);
  pamong_record_set_text (record, PAMONG_LETTER_TITLE, type->name);
  pamong_record_set_text (record, PAMONG_LETTER_MARK, mark);
  pamong_record_set_text (record, PAMONG_LETTER_DATE, date);
  pamong_record_set_text (record, PAMONG_LETTER_SUBJECT_UID, first != NULL ? first->uid : NULL);
  pamong_record_set_text (record, PAMONG_LETTER_SUBJECT_NAME, person != NULL ? pamong_record_text (person, PAMONG_RESIDENT_NAME) : NULL);
  pamong_record_set_text (record, PAMONG_LETTER_APPLICANT, letter->applicant);
  pamong_record_set_text (record, PAMONG_LETTER_ANSWERS, answers);
  pamong_record_set_int (record, PAMONG_LETTER_STATE, PAMONG_LETTER_PROPOSED);
  pamong_record_set_int (record, PAMONG_LETTER_STEP, 0);
}

static gboolean
check_proposal (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, GError **error)
{
  g_autoptr (GPtrArray) notices = pamong_letter_notices (store, type, letter, error);
  g_auto (GStrv) chain = pamong_letter_chain (store, type);

  if (notices == NULL)
    return FALSE;
  if (chain[0] == NULL)
    return pamong_office_invalid (error, _("This letter type asks nobody for consent. Issue the letter."));
  if (notices->len > 0 && ((PamongLetterNotice *) notices->pdata[0])->stops)
    return pamong_office_invalid (error, ((PamongLetterNotice *) notices->pdata[0])->words);
  return TRUE;
}

PamongRecord *
pamong_office_propose_letter (PamongOffice *office, const PamongLetterCase *letter, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.propose", NULL, NULL, error);
  g_autoptr (PamongLetterType) type = act != NULL ? type_of (office->store, letter->type, error) : NULL;
  g_autoptr (PamongRecord) record = NULL;

  if (type == NULL || !check_proposal (office->store, type, letter, error))
    return NULL;
  record = pamong_record_new (PAMONG_KIND_LETTER, pamong_store_area (office->store));
  fill (office->store, record, type, letter);
  pamong_act_put (act, record);
  return pamong_act_finish (act, error) ? g_steal_pointer (&record) : NULL;
}

static PamongRecord *
find_proposed (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (PamongRecord) record = pamong_letter_get (store, uid, error);

  if (record == NULL || pamong_record_int (record, PAMONG_LETTER_STATE) == PAMONG_LETTER_PROPOSED)
    return g_steal_pointer (&record);
  pamong_office_invalid (error, _("This letter waits for nobody's consent."));
  return NULL;
}

/* Who is asked next; the account that is signed in must hold that duty. */
static gboolean
check_turn (PamongAct *act, const PamongRecord *record, GError **error)
{
  g_autoptr (PamongLetterType) type = type_of (act->office->store, pamong_record_text (record, PAMONG_LETTER_TYPE), error);
  g_auto (GStrv) chain = type != NULL ? pamong_letter_chain (act->office->store, type) : NULL;
  gint64 step = pamong_record_int (record, PAMONG_LETTER_STEP);

  if (chain == NULL)
    return FALSE;
  if (step >= (gint64) g_strv_length (chain))
    return pamong_office_invalid (error, _("Everybody has consented already. Issue the letter."));
  if (pamong_record_int (act->office->account, PAMONG_ACCOUNT_DUTY) == (gint64) duty_of (chain[step]))
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("The next consent is that of: %s. Sign in with that account."), pamong_codes_display ("tugas", (int) duty_of (chain[step])));
  return FALSE;
}

static void
note_consent (PamongAct *act, PamongRecord *record, const char *words)
{
  const char *before = pamong_record_text (record, PAMONG_LETTER_APPROVALS);
  g_autofree char *day = pamong_date_format (act->today);
  g_autofree char *lines = g_strdup_printf ("%s%s%s: %s, %s", before != NULL ? before : "", before != NULL ? "\n" : "", pamong_record_text (act->office->account, PAMONG_ACCOUNT_NAME), words, day);

  pamong_record_set_text (record, PAMONG_LETTER_APPROVALS, lines);
}

gboolean
pamong_office_consent (PamongOffice *office, const char *uid, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.consent", NULL, NULL, error);
  g_autoptr (PamongRecord) record = act != NULL ? find_proposed (office->store, uid, error) : NULL;

  if (record == NULL || !check_turn (act, record, error))
    return FALSE;
  pamong_record_set_int (record, PAMONG_LETTER_STEP, pamong_record_int (record, PAMONG_LETTER_STEP) + 1);
  note_consent (act, record, _("consents"));
  pamong_act_put (act, record);
  return pamong_act_finish (act, error);
}

gboolean
pamong_office_return_letter (PamongOffice *office, const char *uid, const char *reason, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.return", reason, NULL, error);
  g_autoptr (PamongRecord) record = act != NULL ? find_proposed (office->store, uid, error) : NULL;

  if (record == NULL)
    return FALSE;
  if (pamong_text_is_blank (reason))
    return pamong_office_invalid (error, _("Write what has to be mended."));
  if (!check_turn (act, record, error))
    return FALSE;
  pamong_record_set_int (record, PAMONG_LETTER_STATE, PAMONG_LETTER_RETURNED);
  pamong_record_set_int (record, PAMONG_LETTER_STEP, 0);
  note_consent (act, record, reason);
  pamong_act_put (act, record);
  return pamong_act_finish (act, error);
}

gboolean
pamong_letter_may_issue (PamongStore *store, const PamongRecord *record, const PamongLetterType *type, GError **error)
{
  g_auto (GStrv) chain = pamong_letter_chain (store, type);
  g_autofree char *mark = pamong_desk_mark_here (store);
  const char *proposed = pamong_record_text (record, PAMONG_LETTER_MARK);

  if (pamong_record_is_set (record, PAMONG_LETTER_NUMBER) || pamong_record_int (record, PAMONG_LETTER_STATE) != PAMONG_LETTER_PROPOSED)
    return pamong_office_invalid (error, _("This letter waits for nobody's consent."));
  if (pamong_record_int (record, PAMONG_LETTER_STEP) < (gint64) g_strv_length (chain))
    return pamong_office_invalid (error, _("Not everybody has consented yet."));
  /* Two computers that issued the same proposal would give it two numbers. */
  if (g_strcmp0 (proposed != NULL ? proposed : "", mark) == 0)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This letter was proposed on another computer of the village. It gets its number there."));
  return FALSE;
}
