/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/dates.h"
#include "office/letters_persons.h"
#include "store/letters.h"

/* What is said before a letter is issued. What would make the paper wrong stops; the rest is for a person to judge. */

#define ONCE_DAYS 365

void
pamong_letter_notice_free (PamongLetterNotice *notice)
{
  g_free (notice->words);
  g_free (notice->uid);
  g_free (notice);
}

static void
add (GPtrArray *notices, const char *id, gboolean stops, const char *uid, char *words)
{
  PamongLetterNotice *notice = g_new0 (PamongLetterNotice, 1);

  notice->id = id;
  notice->stops = stops;
  notice->uid = g_strdup (uid);
  notice->words = words;
  g_ptr_array_add (notices, notice);
}

static gboolean
add_missing (GPtrArray *notices, const PamongLetterType *type, const PamongLetterCase *letter, PamongLetterFacts *facts)
{
  g_auto (GStrv) missing = pamong_letter_type_missing (type, facts);

  if (type->persons->len > 0 && pamong_letter_case_person (letter, ((PamongLetterPerson *) type->persons->pdata[0])->id) == NULL)
    {
      add (notices, "missing", TRUE, NULL, g_strdup (_("Choose the person first.")));
      return FALSE;
    }
  if (missing[0] != NULL)
    {
      g_autofree char *labels = g_strjoinv (", ", missing);

      add (notices, "missing", TRUE, NULL, g_strdup_printf (_("Not filled in yet: %s."), labels));
    }
  return TRUE;
}

static void
add_warnings (GPtrArray *notices, const PamongLetterType *type, PamongLetterFacts *facts)
{
  g_autoptr (GPtrArray) warnings = pamong_letter_type_warnings (type, facts);

  for (guint i = 0; i < warnings->len; i++)
    {
      const PamongLetterWarning *warning = warnings->pdata[i];

      add (notices, "warning", warning->stops, NULL, g_strdup (warning->words));
    }
}

static gboolean
add_number (GPtrArray *notices, PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, const char *date, GError **error)
{
  g_autofree char *today = pamong_clock_today ();
  g_autoptr (PamongNextNumber) next = NULL;

  if (!pamong_date_is_valid (date) || strcmp (date, today) > 0)
    {
      add (notices, "date", TRUE, NULL, g_strdup (_("A letter cannot bear a day that has not come yet. Look at the date.")));
      return TRUE;
    }
  next = pamong_next_number (store, type, letter->classification, date, error);
  if (next == NULL)
    return FALSE;
  if (next->closed != NULL)
    add (notices, "closed-year", TRUE, NULL, g_strdup (next->closed));
  if (next->blocked != NULL)
    add (notices, "number", TRUE, NULL, g_strdup (next->blocked));
  return TRUE;
}

static const char *
fate_words (PamongStatus status)
{
  switch (status)
    {
    case PAMONG_STATUS_DEAD: return _("%s has died, says the list.");
    case PAMONG_STATUS_MOVED: return _("%s has moved away, says the list.");
    case PAMONG_STATUS_MISSING: return _("%s is missing, says the list.");
    case PAMONG_STATUS_AWAY: return _("%s is away for a while, says the list.");
    case PAMONG_STATUS_VOID: return _("%s was taken off the list.");
    case PAMONG_STATUS_ALIVE:
    default: return NULL;
    }
}

static void
add_life (GPtrArray *notices, PamongStore *store, const PamongLetterPerson *role, const PamongRecord *resident)
{
  PamongStatus status = pamong_store_status (store, resident->uid);
  const char *name = pamong_record_text (resident, PAMONG_RESIDENT_NAME), *words = fate_words (status);

  name = name != NULL ? name : "-";
  if (role->life == PAMONG_PERSON_DEAD && status == PAMONG_STATUS_ALIVE)
    add (notices, "alive", FALSE, resident->uid, g_strdup_printf (_("%s still counts as living. Note the death on the page Penduduk too."), name));
  else if (role->life == PAMONG_PERSON_ALIVE && words != NULL)
    {
      GString *told = g_string_new (words);

      g_string_replace (told, "%s", name, 1);
      add (notices, "not-alive", FALSE, resident->uid, g_string_free (told, FALSE));
    }
}

static gboolean
add_findings (GPtrArray *notices, PamongStore *store, const PamongRecord *resident, GError **error)
{
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (!pamong_office_findings (store, resident, findings, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];

      add (notices, "finding", FALSE, resident->uid, g_strdup (finding->message));
    }
  return TRUE;
}

static gboolean
add_person (GPtrArray *notices, PamongStore *store, const PamongLetterPerson *role, const PamongCasePerson *person, gboolean first, GError **error)
{
  g_autoptr (PamongRecord) resident = person->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, person->uid, NULL) : NULL;
  const char *name;

  if (resident == NULL)
    return TRUE; /* somebody from elsewhere */
  name = pamong_record_text (resident, PAMONG_RESIDENT_NAME);
  if (!pamong_record_is_set (resident, PAMONG_RESIDENT_NIK))
    add (notices, "no-nik", FALSE, resident->uid, g_strdup_printf (_("%s has no NIK yet."), name != NULL ? name : "-"));
  add_life (notices, store, role, resident);
  return !first || add_findings (notices, store, resident, error);
}

static gboolean
add_persons (GPtrArray *notices, PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, GError **error)
{
  for (guint r = 0; r < type->persons->len; r++)
    for (guint i = 0; i < letter->persons->len; i++)
      {
        const PamongCasePerson *person = letter->persons->pdata[i];

        if (g_str_equal (person->role, ((PamongLetterPerson *) type->persons->pdata[r])->id) && !add_person (notices, store, type->persons->pdata[r], person, r == 0, error))
          return FALSE;
      }
  return TRUE;
}

/* "SKTM terakhir keluarga ini: No. 88, 02-02-2026". */
static void
add_earlier (GPtrArray *notices, PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, const char *date)
{
  const PamongCasePerson *first = type->persons->len > 0 ? pamong_letter_case_person (letter, ((PamongLetterPerson *) type->persons->pdata[0])->id) : NULL;
  g_autoptr (PamongRecord) subject = first != NULL && first->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, first->uid, NULL) : NULL;
  g_autofree char *since = pamong_date_add_days (date, -(type->once_days > 0 ? type->once_days : ONCE_DAYS));
  g_autoptr (PamongRecord) earlier = NULL;
  g_autofree char *day = NULL;

  if (subject == NULL || since == NULL)
    return;
  earlier = pamong_letters_earlier (store, type->key, subject->uid, type->once_days > 0 ? pamong_record_text (subject, PAMONG_RESIDENT_FAMILY_UID) : NULL, since, NULL);
  if (earlier == NULL)
    return;
  day = pamong_date_format (pamong_record_text (earlier, PAMONG_LETTER_DATE));
  add (notices, "earlier", FALSE, earlier->uid,
       g_strdup_printf (type->once_days > 0 ? _("Last %s of this family: No. %s, %s") : _("Last %s of this person: No. %s, %s"), type->short_name != NULL ? type->short_name : type->name,
                        pamong_record_text (earlier, PAMONG_LETTER_NUMBER_TEXT), day));
}

static int
compare_notices (gconstpointer a, gconstpointer b)
{
  const PamongLetterNotice *left = *(PamongLetterNotice *const *) a, *right = *(PamongLetterNotice *const *) b;

  return (int) right->stops - (int) left->stops;
}

GPtrArray *
pamong_letter_notices (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, GError **error)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_letter_notice_free);
  g_autofree char *date = pamong_letter_date (letter);
  g_autoptr (PamongLetterFacts) facts = pamong_letter_facts_of (store, type, letter, error);
  g_autoptr (PamongRecord) signer = NULL;
  g_autoptr (GError) unsigned_error = NULL;

  if (facts == NULL)
    return NULL;
  if (!add_missing (notices, type, letter, facts))
    return g_steal_pointer (&notices);
  signer = pamong_letter_signer (store, type, letter, date, &unsigned_error);
  if (signer == NULL)
    add (notices, "signer", TRUE, letter->signer, g_strdup (unsigned_error->message));
  if (!add_number (notices, store, type, letter, date, error) || !add_persons (notices, store, type, letter, error))
    return NULL;
  add_warnings (notices, type, facts);
  add_earlier (notices, store, type, letter, date);
  g_ptr_array_sort (notices, compare_notices);
  return g_steal_pointer (&notices);
}
