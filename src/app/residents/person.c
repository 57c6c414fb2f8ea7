/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/person.h"
#include "app/words.h"

#include "domain/codes.h"
#include "domain/dates.h"
#include "office/office.h"

#include <glib/gi18n.h>

static int
by_severity (gconstpointer a, gconstpointer b)
{
  const PamongFinding *one = *(PamongFinding *const *) a, *other = *(PamongFinding *const *) b;

  return (int) other->severity - (int) one->severity;
}

static PamongRecord *
load_conflict (PamongStore *store, const char *uid)
{
  g_autoptr (GPtrArray) conflicts = pamong_store_find (store, PAMONG_KIND_CONFLICT, PAMONG_CONFLICT_SUBJECT_UID, uid, NULL);

  for (guint i = 0; conflicts && i < conflicts->len; i++)
    if (!pamong_record_int (conflicts->pdata[i], PAMONG_CONFLICT_CLOSED))
      return pamong_record_copy (conflicts->pdata[i]);
  return NULL;
}

static const char *
head_name (const PamongPerson *person)
{
  const PamongRecord *head = person->card ? pamong_family_card_head (person->card) : NULL;

  return head && g_strcmp0 (head->uid, person->resident->uid) != 0 ? pamong_record_text (head, PAMONG_RESIDENT_NAME) : NULL;
}

static char *
lower_first (const char *text)
{
  g_autofree char *first = g_utf8_strdown (text, g_utf8_next_char (text) - text);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
add_relation (GString *words, const PamongPerson *person)
{
  const char *head = head_name (person);
  const char *display = pamong_codes_display ("shdk", (int) pamong_record_int (person->resident, PAMONG_RESIDENT_SHDK));
  g_autofree char *relation = *display ? lower_first (display) : NULL;

  if (!relation)
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, relation);
  if (head)
    g_string_append_printf (words, " %s", head);
}

void
pamong_person_free (PamongPerson *person)
{
  g_clear_pointer (&person->resident, pamong_record_free);
  g_clear_pointer (&person->card, pamong_family_card_free);
  g_clear_pointer (&person->conflict, pamong_record_free);
  g_clear_pointer (&person->findings, g_ptr_array_unref);
  g_free (person);
}

const PamongRecord *
pamong_person_family (const PamongPerson *person)
{
  return person->card ? person->card->family : NULL;
}

PamongPerson *
pamong_person_load (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (PamongPerson) person = g_new0 (PamongPerson, 1);
  const char *family_uid;

  person->resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, error);
  if (!person->resident)
    {
      if (error && !*error)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _ ("This resident is not in the list any more."));
      return NULL;
    }
  family_uid = pamong_record_text (person->resident, PAMONG_RESIDENT_FAMILY_UID);
  if (family_uid)
    person->card = pamong_store_card (store, family_uid, NULL);
  person->status = pamong_store_status (store, uid);
  person->conflict = load_conflict (store, uid);
  person->findings = pamong_findings_new ();
  if (!pamong_office_findings (store, person->resident, person->findings, error))
    return NULL;
  g_ptr_array_sort (person->findings, by_severity);
  return g_steal_pointer (&person);
}

char *
pamong_person_who (const PamongPerson *person, const char *today)
{
  g_autoptr (GString) words = g_string_new (pamong_codes_display ("jenis_kelamin", (int) pamong_record_int (person->resident, PAMONG_RESIDENT_SEX)));
  const char *birth = pamong_record_text (person->resident, PAMONG_RESIDENT_BIRTH_DATE);
  int age = birth ? pamong_date_age (birth, today) : -1;

  if (age >= 0)
    {
      g_string_append (words, words->len > 0 ? ", " : "");
      g_string_append_printf (words, ngettext ("%d year old", "%d years old", (gulong) age), age);
    }
  if (person->status == PAMONG_STATUS_ALIVE)
    add_relation (words, person);
  else
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", pamong_status_words (person->status));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_part (GString *words, const char *before, const char *text)
{
  if (!text || !*text)
    return;
  g_string_append_printf (words, "%s%s%s", words->len > 0 ? before : "", g_str_has_prefix (before, "/") ? "RW " : "", text);
}

char *
pamong_person_where (const PamongPerson *person, gboolean with_village)
{
  const PamongRecord *family = pamong_person_family (person);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *rt = family ? pamong_record_text (family, PAMONG_FAMILY_RT) : NULL;
  const char *dusun = family ? pamong_record_text (family, PAMONG_FAMILY_DUSUN) : NULL;

  if (rt)
    g_string_append_printf (words, "RT %s", rt);
  add_part (words, "/", family ? pamong_record_text (family, PAMONG_FAMILY_RW) : NULL);
  if (dusun)
    {
      g_autofree char *named = g_strconcat (pamong_words_hamlet (_ ("hamlet")), " ", dusun, NULL);

      add_part (words, ", ", named);
    }
  if (with_village)
    {
      g_autofree char *title = pamong_regions_title (person->resident->area);

      add_part (words, ", ", title);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const char *
pamong_status_words (PamongStatus status)
{
  switch (status)
    {
    case PAMONG_STATUS_ALIVE:
      return _ ("living here");
    case PAMONG_STATUS_DEAD:
      return _ ("died");
    case PAMONG_STATUS_MOVED:
      return _ ("moved away");
    case PAMONG_STATUS_MISSING:
      return _ ("missing");
    case PAMONG_STATUS_AWAY:
      return _ ("gone for a while");
    case PAMONG_STATUS_VOID:
      return _ ("taken off the list");
    }
  return "";
}
