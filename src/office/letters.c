/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "office/line.h"
#include "office/officials.h"
#include "store/letters.h"
#include "wire/crypto.h"
#include "wire/letter_code.h"
#include "wire/letter_json.h"

/* A line of the agenda. */
#define PURPOSE_LETTERS 240

/* What one issue needs: keys of the desk that signs, and who draws. */
typedef struct {
  PamongAct *act;
  PamongWrite *write;
  const PamongLetterDrawer *drawer;
  char *public_key, *private_key;
} Issue;

static void
clear_issue (Issue *issue)
{
  g_free (issue->public_key);
  g_free (issue->private_key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issue, clear_issue)

PamongRecord *
pamong_letter_get (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) letter = uid != NULL ? pamong_store_get (store, PAMONG_KIND_LETTER, uid, &failure) : NULL;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (letter == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This letter is not on this computer. Find it again in the list."));
  else if (g_strcmp0 (letter->area, pamong_store_area (store)) != 0)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This letter is another village's. Only that village can change it."));
  else
    return g_steal_pointer (&letter);
  return NULL;
}

static PamongLetterType *
find_type (PamongStore *store, const PamongLetterCase *letter, GError **error)
{
  PamongLetterType *type = pamong_letter_type_here (store, NULL, letter->type);

  if (type == NULL)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no letter type %s."), letter->type != NULL ? letter->type : "");
  return type;
}

/* The first notice that stops is the reason; the page shows all of them before. */
static gboolean
check_case (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, PamongIssueFlags flags, GError **error)
{
  g_autoptr (GPtrArray) notices = pamong_letter_notices (store, type, letter, error);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const PamongLetterNotice *notice = notices->pdata[i];
      gboolean closed = g_str_equal (notice->id, "closed-year");
      PamongError code = closed || g_str_equal (notice->id, "number") ? PAMONG_ERROR_CONFLICT : PAMONG_ERROR_INVALID;

      if (!notice->stops || (closed && (flags & PAMONG_ISSUE_CLOSED_YEAR)))
        continue;
      g_set_error_literal (error, PAMONG_ERROR, (int) code, notice->words);
      return FALSE;
    }
  return notices != NULL;
}

static const char *
subject_role (const PamongLetterType *type)
{
  return type->persons->len > 0 ? ((PamongLetterPerson *) type->persons->pdata[0])->id : "subject";
}

static void
fill_subject (PamongStore *store, PamongRecord *record, const PamongLetterType *type, const PamongLetterCase *letter, PamongLetterFacts *facts)
{
  const PamongCasePerson *first = pamong_letter_case_person (letter, subject_role (type));
  g_autoptr (PamongRecord) resident = first != NULL && first->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, first->uid, NULL) : NULL;
  g_autofree char *key = g_strconcat (subject_role (type), ".name", NULL);
  const char *name = pamong_letter_facts_get (facts, key);

  if (*name == '\0')
    name = pamong_letter_facts_cell (facts, subject_role (type), 0, "name");
  pamong_record_set_text (record, PAMONG_LETTER_SUBJECT_UID, first != NULL ? first->uid : NULL);
  pamong_record_set_text (record, PAMONG_LETTER_SUBJECT_NAME, name);
  pamong_record_set_text (record, PAMONG_LETTER_FAMILY_UID, resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL);
  pamong_record_set_text (record, PAMONG_LETTER_APPLICANT, letter->applicant);
}

static void
fill_signer (PamongStore *store, PamongRecord *record, const PamongRecord *signer)
{
  g_autofree char *title = pamong_official_title (store, signer);

  pamong_record_set_text (record, PAMONG_LETTER_SIGNER_UID, signer->uid);
  pamong_record_set_text (record, PAMONG_LETTER_SIGNER_NAME, pamong_record_text (signer, PAMONG_OFFICIAL_NAME));
  pamong_record_set_text (record, PAMONG_LETTER_SIGNER_TITLE, title);
}

static gboolean
fill_number (PamongStore *store, PamongRecord *record, const PamongLetterType *type, const PamongLetterCase *letter, const char *date, PamongLetterFacts *facts, GError **error)
{
  g_autoptr (PamongNextNumber) next = pamong_next_number (store, type, letter->classification, date, error);
  g_autoptr (PamongRecord) numbering = next != NULL ? pamong_numbering (store, error) : NULL;

  if (numbering == NULL)
    return FALSE;
  if (next->blocked != NULL) /* of several letters a later one may come upon it */
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT, next->blocked);
      return FALSE;
    }
  pamong_record_set_text (record, PAMONG_LETTER_SERIES, next->series);
  pamong_record_set_int (record, PAMONG_LETTER_YEAR, next->year);
  pamong_record_set_text (record, PAMONG_LETTER_MARK, next->mark);
  pamong_record_set_int (record, PAMONG_LETTER_NUMBER, next->number);
  pamong_record_set_text (record, PAMONG_LETTER_NUMBER_TEXT, next->text);
  pamong_record_set_text (record, PAMONG_LETTER_CLASSIFICATION, next->classification);
  pamong_record_set_int (record, PAMONG_LETTER_SCHEME, pamong_record_int (numbering, PAMONG_NUMBERING_SCHEME));
  pamong_record_set_text (record, PAMONG_LETTER_DATE, date);
  pamong_letter_facts_set (facts, "letter.number", next->text);
  pamong_letter_facts_set (facts, "letter.classification", next->classification);
  return TRUE;
}

static PamongLetterCode *
code_of (const PamongRecord *record)
{
  PamongLetterCode *code = g_new0 (PamongLetterCode, 1);

  code->area = g_strdup (record->area);
  code->type = g_ascii_strup (pamong_record_text (record, PAMONG_LETTER_TYPE), -1);
  code->date = g_strdup (pamong_record_text (record, PAMONG_LETTER_DATE));
  code->number = g_strdup (pamong_record_text (record, PAMONG_LETTER_NUMBER_TEXT));
  code->hash = g_strdup (pamong_record_text (record, PAMONG_LETTER_HASH));
  code->key = g_strdup (pamong_record_text (record, PAMONG_LETTER_KEY));
  code->signature = g_strdup (pamong_record_text (record, PAMONG_LETTER_SIGNATURE));
  return code;
}

char *
pamong_letter_code_of (const PamongRecord *letter)
{
  g_autoptr (PamongLetterCode) code = pamong_record_is_set (letter, PAMONG_LETTER_SIGNATURE) ? code_of (letter) : NULL;

  return code != NULL ? pamong_letter_code_format (code) : NULL;
}

char *
pamong_letter_code_words (const PamongRecord *letter)
{
  return g_strdup (_("Code to compare this letter with the archive of the village, at the village or the kecamatan. It is no signature."));
}

/* What the page says is closed here: hash and signature speak of it, the drawing comes after. */
static void
freeze (Issue *issue, PamongRecord *record, PamongLetterFacts *facts, const PamongLetterCase *letter)
{
  g_autofree char *json = pamong_letter_facts_to_json (facts), *answers = pamong_letter_case_to_json (letter), *hash = NULL;
  g_autoptr (PamongLetterCode) code = NULL;

  hash = pamong_letter_hash (record->area, pamong_record_text (record, PAMONG_LETTER_TYPE), pamong_record_text (record, PAMONG_LETTER_DATE), pamong_record_text (record, PAMONG_LETTER_NUMBER_TEXT), json);
  pamong_record_set_text (record, PAMONG_LETTER_FACTS, json);
  pamong_record_set_text (record, PAMONG_LETTER_ANSWERS, answers);
  pamong_record_set_text (record, PAMONG_LETTER_HASH, hash);
  code = code_of (record);
  pamong_letter_sign (code, issue->public_key, issue->private_key);
  pamong_record_set_text (record, PAMONG_LETTER_KEY, code->key);
  pamong_record_set_text (record, PAMONG_LETTER_SIGNATURE, code->signature);
}

static GBytes *
draw (Issue *issue, PamongRecord *record, const PamongLetterType *type, PamongLetterFacts *facts, GError **error)
{
  g_autofree char *code = pamong_letter_code_of (record), *words = pamong_letter_code_words (record), *hash = NULL;
  g_autoptr (GBytes) pdf = issue->drawer->draw (type, facts, code, words, issue->drawer->data, error);
  gsize size;
  const void *data;

  if (pdf == NULL)
    return NULL;
  data = g_bytes_get_data (pdf, &size);
  hash = pamong_sha256 (data, size);
  pamong_record_set_text (record, PAMONG_LETTER_FILE_HASH, hash);
  return g_steal_pointer (&pdf);
}

static void
fill_type (PamongRecord *record, const PamongLetterType *type, PamongLetterFacts *facts)
{
  g_autofree char *hash = pamong_letter_type_hash (type);

  pamong_record_set_text (record, PAMONG_LETTER_TYPE, type->key);
  pamong_record_set_text (record, PAMONG_LETTER_TITLE, type->name);
  pamong_record_set_text (record, PAMONG_LETTER_TYPE_HASH, hash);
  pamong_record_set_text (record, PAMONG_LETTER_VALID_UNTIL, pamong_letter_facts_get (facts, "letter.valid_until"));
}

static void
fill_purpose (PamongRecord *record, const PamongLetterDrawer *drawer, const PamongLetterType *type, const PamongLetterCase *letter, PamongLetterFacts *facts)
{
  g_autofree char *whole = drawer->purpose != NULL ? drawer->purpose (type, facts, drawer->data) : NULL;
  g_autofree char *purpose = whole != NULL && g_utf8_strlen (whole, -1) > PURPOSE_LETTERS ? g_utf8_substring (whole, 0, PURPOSE_LETTERS) : g_strdup (whole);

  pamong_record_set_text (record, PAMONG_LETTER_PURPOSE, purpose != NULL && *purpose != '\0' ? purpose : type->name);
  pamong_record_set_text (record, PAMONG_LETTER_ADDRESSED, letter->addressed);
  pamong_record_set_text (record, PAMONG_LETTER_EVENT_UID, letter->event);
}

/* One letter inside the transaction: number, page and file together, or an error that takes all back. @record: new, or proposed before. */
static gboolean
issue_into (Issue *issue, PamongRecord *record, const PamongLetterType *type, const PamongLetterCase *letter, GError **error)
{
  PamongStore *store = issue->act->office->store;
  g_autofree char *date = pamong_letter_date (letter);
  g_autoptr (PamongLetterFacts) facts = pamong_letter_facts_of (store, type, letter, error);
  g_autoptr (PamongRecord) signer = facts != NULL ? pamong_letter_signer (store, type, letter, date, error) : NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (signer == NULL || !fill_number (store, record, type, letter, date, facts, error))
    return FALSE;
  fill_type (record, type, facts);
  fill_subject (store, record, type, letter, facts);
  fill_signer (store, record, signer);
  fill_purpose (record, issue->drawer, type, letter, facts);
  pamong_record_set_int (record, PAMONG_LETTER_STATE, PAMONG_LETTER_UNSIGNED);
  freeze (issue, record, facts, letter);
  pdf = draw (issue, record, type, facts, error);
  if (pdf == NULL || !pamong_act_check_limit_of (issue->act, record, error))
    return FALSE;
  pamong_act_touch (issue->act, record->uid);
  return pamong_write_put (issue->write, record, error) && pamong_letter_file_put (issue->write, record->uid, pdf, error);
}

static PamongRecord *
issue_new (Issue *issue, const PamongLetterCase *letter, GError **error)
{
  PamongStore *store = issue->act->office->store;
  g_autoptr (PamongLetterType) type = find_type (store, letter, error);
  g_autoptr (PamongRecord) record = type != NULL ? pamong_record_new (PAMONG_KIND_LETTER, pamong_store_area (store)) : NULL;

  return record != NULL && issue_into (issue, record, type, letter, error) ? g_steal_pointer (&record) : NULL;
}

static gboolean
check_all (PamongOffice *office, GPtrArray *letters, PamongIssueFlags flags, GError **error)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const PamongLetterCase *letter = letters->pdata[i];
      g_autoptr (PamongLetterType) type = find_type (office->store, letter, error);
      g_auto (GStrv) chain = type != NULL ? pamong_letter_chain (office->store, type) : NULL;

      if (type == NULL || !check_case (office->store, type, letter, flags, error))
        return FALSE;
      if (chain[0] != NULL)
        return pamong_office_invalid (error, _("This letter type asks for consent first. Propose the letter; it gets its number when everybody has consented."));
    }
  return letters->len > 0;
}

GPtrArray *
pamong_office_issue_letters (PamongOffice *office, GPtrArray *letters, const PamongLetterDrawer *drawer, PamongIssueFlags flags, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.issue", NULL, NULL, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  g_autoptr (PamongWrite) write = NULL;
  g_auto (Issue) issue = { act, NULL, drawer, NULL, NULL };

  if (act == NULL || !check_all (office, letters, flags, error) || !pamong_office_device_key (office, &issue.public_key, &issue.private_key, error)
      || (write = pamong_act_begin (act, error)) == NULL)
    return NULL;
  issue.write = write;
  for (guint i = 0; i < letters->len; i++)
    {
      PamongRecord *record = i == 0 || pamong_write_next (write, error) ? issue_new (&issue, letters->pdata[i], error) : NULL;

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return pamong_act_commit (act, g_steal_pointer (&write), error) ? g_steal_pointer (&records) : NULL;
}

PamongRecord *
pamong_office_issue_letter (PamongOffice *office, const PamongLetterCase *letter, const PamongLetterDrawer *drawer, PamongIssueFlags flags, GError **error)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = NULL;

  g_ptr_array_add (letters, (gpointer) letter);
  records = pamong_office_issue_letters (office, letters, drawer, flags, error);
  return records != NULL ? pamong_record_copy (records->pdata[0]) : NULL;
}

PamongRecord *
pamong_office_issue_proposed (PamongOffice *office, const char *uid, const PamongLetterDrawer *drawer, PamongIssueFlags flags, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.issue", NULL, NULL, error);
  g_autoptr (PamongRecord) record = act != NULL ? pamong_letter_get (office->store, uid, error) : NULL;
  g_autoptr (PamongLetterCase) letter = record != NULL ? pamong_letter_case_from_json (pamong_record_text (record, PAMONG_LETTER_ANSWERS), error) : NULL;
  g_autoptr (PamongLetterType) type = letter != NULL ? find_type (office->store, letter, error) : NULL;
  g_autoptr (PamongWrite) write = NULL;
  g_auto (Issue) issue = { act, NULL, drawer, NULL, NULL };

  if (type == NULL || !pamong_letter_may_issue (office->store, record, type, error) || !check_case (office->store, type, letter, flags, error)
      || !pamong_office_device_key (office, &issue.public_key, &issue.private_key, error) || (write = pamong_act_begin (act, error)) == NULL)
    return NULL;
  issue.write = write;
  if (!issue_into (&issue, record, type, letter, error) || !pamong_act_commit (act, g_steal_pointer (&write), error))
    return NULL;
  return g_steal_pointer (&record);
}

/* A day that is usually today is today again. */
static void
renew_days (PamongStore *store, PamongLetterCase *letter)
{
  g_autoptr (PamongLetterType) type = pamong_letter_type_here (store, NULL, letter->type);
  g_autofree char *today = pamong_clock_today ();

  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const PamongLetterField *field = type->fields->pdata[i];

      if (g_strcmp0 (field->usual, "today") == 0)
        pamong_letter_case_answer (letter, field->id, today);
    }
}

PamongLetterCase *
pamong_letter_case_again (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (PamongRecord) record = pamong_letter_get (store, uid, error);
  const char *answers = record != NULL ? pamong_record_text (record, PAMONG_LETTER_ANSWERS) : NULL;
  PamongLetterCase *letter = answers != NULL ? pamong_letter_case_from_json (answers, error) : NULL;

  if (letter == NULL)
    return NULL;
  /* What belonged to that day does not come along. */
  g_clear_pointer (&letter->date, g_free);
  g_clear_pointer (&letter->event, g_free);
  g_clear_pointer (&letter->name, g_free);
  g_clear_pointer (&letter->signer, g_free);
  pamong_letter_case_answer (letter, "rt.number", NULL);
  pamong_letter_case_answer (letter, "rt.date", NULL);
  g_ptr_array_set_size (letter->brought, 0);
  renew_days (store, letter);
  return letter;
}

GBytes *
pamong_letter_file (PamongStore *store, const char *uid, GError **error)
{
  return pamong_letter_file_get (store, uid, error);
}

PamongLetterFacts *
pamong_letter_frozen (const PamongRecord *letter, GError **error)
{
  const char *facts = pamong_record_text (letter, PAMONG_LETTER_FACTS);

  return pamong_letter_facts_from_json (facts != NULL ? facts : "{}", error);
}
