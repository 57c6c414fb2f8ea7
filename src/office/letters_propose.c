/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <string.h>

#include "office/officials.h"

/* Who is filled in without being asked for: the family is known, and so are the two fixed witnesses. */

enum { SHDK_HEAD = 1, SHDK_HUSBAND = 2, SHDK_WIFE = 3, POST_WITNESS = 30, SEX_MALE = 1, SEX_FEMALE = 2 };

typedef struct {
  PamongStore *store;
  const PamongLetterType *type;
  PamongLetterCase *letter;
  PamongRecord *subject;
  PamongFamilyCard *card;
  char *date;
} Proposal;

static PamongRecord *
find_by_shdk (const Proposal *p, int first, int last)
{
  for (guint i = 0; p->card != NULL && i < p->card->members->len; i++)
    {
      PamongRecord *member = p->card->members->pdata[i];
      gint64 shdk = pamong_record_int (member, PAMONG_RESIDENT_SHDK);

      if (shdk >= first && shdk <= last && !g_str_equal (member->uid, p->subject->uid))
        return member;
    }
  return NULL;
}

static PamongRecord *
find_spouse (const Proposal *p)
{
  gint64 shdk = pamong_record_int (p->subject, PAMONG_RESIDENT_SHDK);

  if (shdk == SHDK_HEAD)
    return find_by_shdk (p, SHDK_HUSBAND, SHDK_WIFE);
  return shdk == SHDK_HUSBAND || shdk == SHDK_WIFE ? find_by_shdk (p, SHDK_HEAD, SHDK_HEAD) : NULL;
}

static void
add_resident (const Proposal *p, const PamongLetterPerson *role, const PamongRecord *resident)
{
  if (resident != NULL && role->source != PAMONG_PERSON_OUTSIDER)
    pamong_letter_case_add (p->letter, role->id, resident->uid);
}

/* A parent who is a resident, by the number; else by the name on the same card; else what the child's record says of the parent. */
static void
add_parent (const Proposal *p, const PamongLetterPerson *role, int name_field, int nik_field, int sex)
{
  const char *name = pamong_record_text (p->subject, name_field), *nik = pamong_record_text (p->subject, nik_field);
  g_autoptr (PamongRecord) parent = nik != NULL && strlen (nik) == 16 ? pamong_store_resident (p->store, nik, NULL) : NULL;
  PamongRecord *outsider;

  for (guint i = 0; parent == NULL && name != NULL && p->card != NULL && i < p->card->members->len; i++)
    if (g_strcmp0 (pamong_record_text (p->card->members->pdata[i], PAMONG_RESIDENT_NAME), name) == 0)
      parent = pamong_record_copy (p->card->members->pdata[i]);
  if (parent != NULL && role->source != PAMONG_PERSON_OUTSIDER)
    pamong_letter_case_add (p->letter, role->id, parent->uid);
  if (parent != NULL || name == NULL || role->source == PAMONG_PERSON_RESIDENT)
    return;
  outsider = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);
  pamong_record_set_text (outsider, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_text (outsider, PAMONG_RESIDENT_NIK, nik);
  pamong_record_set_int (outsider, PAMONG_RESIDENT_SEX, sex);
  pamong_letter_case_add_outsider (p->letter, role->id, outsider);
}

/* The fixed witnesses in the order of their names; an official who is a resident is that resident. */
static void
add_witness (const Proposal *p, const PamongLetterPerson *role, guint nth)
{
  g_autoptr (GPtrArray) officials = pamong_officials (p->store, p->date, NULL);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    {
      const PamongRecord *official = officials->pdata[i];
      const char *uid = pamong_record_text (official, PAMONG_OFFICIAL_RESIDENT_UID);
      PamongRecord *outsider;

      if (pamong_record_int (official, PAMONG_OFFICIAL_POST) != POST_WITNESS || nth-- > 0)
        continue;
      if (uid != NULL && role->source != PAMONG_PERSON_OUTSIDER)
        {
          pamong_letter_case_add (p->letter, role->id, uid);
          return;
        }
      outsider = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);
      pamong_record_set_text (outsider, PAMONG_RESIDENT_NAME, pamong_record_text (official, PAMONG_OFFICIAL_NAME));
      pamong_record_set_text (outsider, PAMONG_RESIDENT_NIK, pamong_record_text (official, PAMONG_OFFICIAL_NIK));
      pamong_record_set_text (outsider, PAMONG_RESIDENT_PHONE, pamong_record_text (official, PAMONG_OFFICIAL_PHONE));
      pamong_letter_case_add_outsider (p->letter, role->id, outsider);
      return;
    }
}

static void
add_family (const Proposal *p, const PamongLetterPerson *role)
{
  for (guint i = 0; role->many && p->card != NULL && i < p->card->members->len; i++)
    {
      const PamongRecord *member = p->card->members->pdata[i];

      if (!g_str_equal (member->uid, p->subject->uid) && (role->most == 0 || i < role->most))
        add_resident (p, role, member);
    }
}

static void
propose_person (const Proposal *p, const PamongLetterPerson *role)
{
  const char *usual = role->usual != NULL ? role->usual : "";

  if (g_str_equal (usual, "self"))
    add_resident (p, role, p->subject);
  else if (g_str_equal (usual, "father"))
    add_parent (p, role, PAMONG_RESIDENT_FATHER_NAME, PAMONG_RESIDENT_FATHER_NIK, SEX_MALE);
  else if (g_str_equal (usual, "mother"))
    add_parent (p, role, PAMONG_RESIDENT_MOTHER_NAME, PAMONG_RESIDENT_MOTHER_NIK, SEX_FEMALE);
  else if (g_str_equal (usual, "spouse"))
    add_resident (p, role, find_spouse (p));
  else if (g_str_equal (usual, "head") || g_str_equal (usual, "reporter"))
    add_resident (p, role, find_by_shdk (p, SHDK_HEAD, SHDK_HEAD));
  else if (g_str_equal (usual, "witness1") || g_str_equal (usual, "witness2"))
    add_witness (p, role, g_str_equal (usual, "witness2") ? 1 : 0);
  else if (g_str_equal (usual, "family"))
    add_family (p, role);
}

/* {key} by what is known; "today" by the day. */
static char *
fill (const char *usual, PamongLetterFacts *facts, const char *today)
{
  GString *text = g_string_new (NULL);

  if (g_str_equal (usual, "today"))
    return g_string_free (g_string_append (text, today), FALSE);
  for (const char *at = usual; *at != '\0';)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      g_autofree char *key = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;

      if (key != NULL)
        g_string_append (text, pamong_letter_facts_get (facts, key));
      else
        g_string_append_c (text, *at);
      at = end != NULL ? end + 1 : at + 1;
    }
  return g_string_free (text, FALSE);
}

static gboolean
propose_answers (const Proposal *p, GError **error)
{
  g_autoptr (PamongLetterFacts) facts = pamong_letter_facts_of (p->store, p->type, p->letter, error);

  for (guint i = 0; facts != NULL && i < p->type->fields->len; i++)
    {
      const PamongLetterField *field = p->type->fields->pdata[i];
      g_autofree char *text = field->usual != NULL && pamong_letter_case_get (p->letter, field->id) == NULL ? fill (field->usual, facts, p->date) : NULL;

      if (text != NULL)
        pamong_letter_case_answer (p->letter, field->id, text);
    }
  return facts != NULL;
}

gboolean
pamong_letter_case_propose (PamongStore *store, const PamongLetterType *type, PamongLetterCase *letter, GError **error)
{
  const PamongLetterPerson *first = type->persons->len > 0 ? type->persons->pdata[0] : NULL;
  const PamongCasePerson *person = first != NULL ? pamong_letter_case_person (letter, first->id) : NULL;
  g_autofree char *date = pamong_letter_date (letter);
  g_autoptr (PamongRecord) subject = person != NULL && person->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, person->uid, error) : NULL;
  const char *family = subject != NULL ? pamong_record_text (subject, PAMONG_RESIDENT_FAMILY_UID) : NULL;
  g_autoptr (PamongFamilyCard) card = family != NULL ? pamong_store_card (store, family, NULL) : NULL;
  Proposal p = { store, type, letter, subject, card, date };

  for (guint i = 1; subject != NULL && i < type->persons->len; i++)
    {
      const PamongLetterPerson *role = type->persons->pdata[i];

      if (pamong_letter_case_person (letter, role->id) == NULL)
        propose_person (&p, role);
    }
  return propose_answers (&p, error);
}
