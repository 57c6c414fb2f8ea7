/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/life.h"

#include <glib/gi18n-lib.h>

#include "domain/codes.h"
#include "domain/nik.h"
#include "office/act.h"

/* Of data/codes/status_kawin.csv that domain does not name. */
#define DIVORCED 3

/* Everyone of one act, and the families it touches (uid -> itself). */
typedef struct {
  PamongAct *act;
  GHashTable *families;
  PamongRecord *people[2]; /* as planned */
} Life;

static void
clear_life (Life *life)
{
  g_clear_pointer (&life->families, g_hash_table_unref);
  g_clear_pointer (&life->act, pamong_act_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Life, clear_life)

static gboolean
note_family (Life *life, const char *uid, GError **error)
{
  g_autoptr (PamongFamilyCard) card = NULL;

  if (uid == NULL || !g_hash_table_add (life->families, g_strdup (uid)))
    return TRUE;
  card = pamong_act_card (life->act, uid, error);
  if (card != NULL)
    pamong_act_note_stood (life->act, card);
  return card != NULL;
}

static PamongRecord *
take_person (Life *life, const char *uid, GError **error)
{
  g_autoptr (PamongRecord) person = pamong_act_living_resident (life->act, uid, error);

  if (person == NULL || !note_family (life, pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID), error) || !pamong_act_note_resident (life->act, person, error))
    return NULL;
  return pamong_act_put (life->act, person);
}

static gboolean
begin (Life *life, PamongOffice *office, const char *name, const char *reason, GPtrArray **findings, GError **error)
{
  life->act = pamong_act_new (office, name, reason, findings, error);
  life->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return life->act != NULL;
}

static gboolean
are_two (const char *first, const char *second, GError **error)
{
  return g_strcmp0 (first, second) != 0 || pamong_office_invalid (error, _("Choose two different people."));
}

/* Rules over every card as it will be, and over those on none; then the event learns what to give back. */
static gboolean
finish (Life *life, PamongRecord *event, gboolean one_head, GError **error)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, life->families);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (!pamong_act_check_card (life->act, uid, one_head, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (life->people); i++)
    if (life->people[i] != NULL && !pamong_record_is_set (life->people[i], PAMONG_RESIDENT_FAMILY_UID) && !pamong_act_check_resident (life->act, life->people[i], error))
      return FALSE;
  pamong_act_note_before (life->act, event);
  return pamong_act_finish (life->act, error);
}

/* @family_uid: (nullable): whose card the papers are about. @from: (nullable): the family that somebody left. */
static PamongRecord *
put_event (Life *life, PamongEventType type, const char *date, const char *family_uid, const char *from, const PamongPapers *papers, GError **error)
{
  PamongRecord *event = pamong_act_put_event (life->act, type, life->people[0]->uid, family_uid);
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_act_get (life->act, PAMONG_KIND_FAMILY, family_uid, error) : NULL;

  if (life->people[1] != NULL)
    pamong_record_set_text (event, PAMONG_EVENT_OTHER_UID, life->people[1]->uid);
  if (family_uid != NULL && g_strcmp0 (from, family_uid) != 0)
    pamong_record_set_text (event, PAMONG_EVENT_FROM_FAMILY_UID, from);
  if (date != NULL)
    pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  if (family_uid == NULL)
    return event;
  if (family == NULL || !pamong_act_put_papers (life->act, event, family, papers, error))
    return NULL;
  pamong_act_put (life->act, family);
  return event;
}

/* A family at the address of @person's, or of the other one. */
static PamongRecord *
put_new_family (Life *life, const PamongRecord *person, GError **error)
{
  static const int fields[] = { PAMONG_FAMILY_ADDRESS, PAMONG_FAMILY_DUSUN, PAMONG_FAMILY_RW, PAMONG_FAMILY_RT, PAMONG_FAMILY_POSTCODE };
  const char *old_uid = pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongRecord) old = old_uid != NULL ? pamong_act_get (life->act, PAMONG_KIND_FAMILY, old_uid, NULL) : NULL;
  g_autoptr (PamongRecord) family = pamong_record_new (PAMONG_KIND_FAMILY, pamong_store_area (life->act->office->store));

  for (guint i = 0; old != NULL && i < G_N_ELEMENTS (fields); i++)
    pamong_record_set_value (family, fields[i], &old->values[fields[i]]);
  if (!pamong_act_put_area (life->act, family, error))
    return NULL;
  g_hash_table_add (life->families, g_strdup (family->uid));
  return pamong_act_put (life->act, family);
}

static void
place (PamongRecord *person, const char *family_uid, int shdk)
{
  pamong_record_set_text (person, PAMONG_RESIDENT_FAMILY_UID, family_uid);
  pamong_record_set_int (person, PAMONG_RESIDENT_SHDK, shdk);
}

static int
spouse_shdk (const PamongRecord *person)
{
  return pamong_record_int (person, PAMONG_RESIDENT_SEX) == PAMONG_SEX_MALE ? PAMONG_SHDK_HUSBAND : PAMONG_SHDK_WIFE;
}

/* Where both live from now on. *family_uid: the family the event speaks of. */
static gboolean
settle_household (Life *life, const PamongMarriage *marriage, const char **family_uid, GError **error)
{
  PamongRecord *host = life->people[marriage->household == PAMONG_HOUSEHOLD_SECOND ? 1 : 0];
  PamongRecord *guest = life->people[marriage->household == PAMONG_HOUSEHOLD_SECOND ? 0 : 1];
  PamongRecord *family;
  int shdk = marriage->shdk;

  *family_uid = pamong_record_text (host, PAMONG_RESIDENT_FAMILY_UID);
  if (marriage->household == PAMONG_HOUSEHOLD_SAME)
    return TRUE;
  if (marriage->household == PAMONG_HOUSEHOLD_NEW)
    {
      family = put_new_family (life, pamong_record_is_set (host, PAMONG_RESIDENT_FAMILY_UID) ? host : guest, error);
      if (family == NULL)
        return FALSE;
      place (host, family->uid, PAMONG_SHDK_HEAD);
      place (guest, family->uid, spouse_shdk (guest));
      *family_uid = family->uid;
      return TRUE;
    }
  if (*family_uid == NULL)
    return pamong_office_invalid (error, _("The one whose family is joined stands on no family card. Choose a new family instead."));
  if (shdk == 0)
    shdk = pamong_record_int (host, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD ? spouse_shdk (guest) : PAMONG_SHDK_IN_LAW;
  if (g_strcmp0 (*family_uid, pamong_record_text (guest, PAMONG_RESIDENT_FAMILY_UID)) != 0 || shdk != PAMONG_SHDK_IN_LAW)
    place (guest, *family_uid, shdk);
  return TRUE;
}

/* A man may marry a second time when the court allows it (UU 1/1974 article 4): the reason says so. The rules warn of those under 19. */
static gboolean
may_marry (Life *life, GError **error)
{
  if (pamong_record_int (life->people[0], PAMONG_RESIDENT_SEX) == pamong_record_int (life->people[1], PAMONG_RESIDENT_SEX))
    return pamong_office_invalid (error, _("Both are recorded with the same sex. Check the sex of both, or choose another person."));
  for (guint i = 0; i < G_N_ELEMENTS (life->people); i++)
    {
      const char *name = pamong_record_text (life->people[i], PAMONG_RESIDENT_NAME);

      if (pamong_record_int (life->people[i], PAMONG_RESIDENT_MARITAL_STATUS) != PAMONG_MARITAL_MARRIED)
        continue;
      if (pamong_record_int (life->people[i], PAMONG_RESIDENT_SEX) == PAMONG_SEX_MALE && life->act->reason != NULL)
        continue;
      if (pamong_record_int (life->people[i], PAMONG_RESIDENT_SEX) == PAMONG_SEX_MALE)
        g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID,
                     _("%s is recorded as married. Note the divorce first, or write the permission of the court as the reason (UU 1/1974)."), name);
      else
        g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s is recorded as married. Note the divorce or correct the marital status first."), name);
      return FALSE;
    }
  return TRUE;
}

gboolean
pamong_office_marry (PamongOffice *office, const char *first, const char *second, const PamongMarriage *marriage, const char *reason, char **family_uid,
                     GPtrArray **findings, GError **error)
{
  g_auto (Life) life = { NULL };
  g_autofree char *old = NULL, *uid = NULL;
  const char *household = NULL;
  PamongRecord *event;

  if (!begin (&life, office, "family.marry", reason, findings, error) || !are_two (first, second, error) || !pamong_act_date (life.act, marriage->date, error)
      || (life.people[0] = take_person (&life, first, error)) == NULL || (life.people[1] = take_person (&life, second, error)) == NULL
      || !may_marry (&life, error))
    return FALSE;
  old = g_strdup (pamong_record_text (life.people[marriage->household == PAMONG_HOUSEHOLD_FIRST ? 1 : 0], PAMONG_RESIDENT_FAMILY_UID));
  for (guint i = 0; i < G_N_ELEMENTS (life.people); i++)
    {
      pamong_record_set_int (life.people[i], PAMONG_RESIDENT_MARITAL_STATUS, PAMONG_MARITAL_MARRIED);
      pamong_record_set_text (life.people[i], PAMONG_RESIDENT_MARRIAGE_CERT, marriage->certificate);
      pamong_record_set_text (life.people[i], PAMONG_RESIDENT_MARRIAGE_DATE, marriage->date);
    }
  if (!settle_household (&life, marriage, &household, error))
    return FALSE;
  uid = g_strdup (household);
  event = put_event (&life, PAMONG_EVENT_MARRIED, marriage->date, uid, old, marriage->papers, error);
  if (event == NULL || !finish (&life, event, marriage->household != PAMONG_HOUSEHOLD_SAME, error))
    return FALSE;
  if (family_uid != NULL)
    *family_uid = marriage->household == PAMONG_HOUSEHOLD_NEW ? g_steal_pointer (&uid) : NULL;
  return TRUE;
}

static gboolean
leave_home (Life *life, const char *leaver, char **family_uid, GError **error)
{
  PamongRecord *person = NULL, *family;

  for (guint i = 0; i < G_N_ELEMENTS (life->people); i++)
    if (life->people[i] != NULL && g_strcmp0 (life->people[i]->uid, leaver) == 0)
      person = life->people[i];
  if (person == NULL)
    return pamong_office_invalid (error, _("Only one of the two who part can leave for a new family."));
  family = put_new_family (life, person, error);
  if (family == NULL)
    return FALSE;
  place (person, family->uid, PAMONG_SHDK_HEAD);
  *family_uid = g_strdup (family->uid);
  return TRUE;
}

gboolean
pamong_office_divorce (PamongOffice *office, const char *first, const char *second, const char *certificate, const char *date, const char *leaver,
                       const PamongPapers *papers, const char *reason, char **family_uid, GPtrArray **findings, GError **error)
{
  g_auto (Life) life = { NULL };
  g_autofree char *made = NULL, *old = NULL;
  PamongRecord *event;

  if (!begin (&life, office, "family.divorce", reason, findings, error) || !are_two (first, second, error) || !pamong_act_date (life.act, date, error)
      || (life.people[0] = take_person (&life, first, error)) == NULL || (second != NULL && (life.people[1] = take_person (&life, second, error)) == NULL))
    return FALSE;
  old = g_strdup (pamong_record_text (life.people[0], PAMONG_RESIDENT_FAMILY_UID));
  for (guint i = 0; i < G_N_ELEMENTS (life.people) && life.people[i] != NULL; i++)
    {
      if (pamong_record_int (life.people[i], PAMONG_RESIDENT_MARITAL_STATUS) != PAMONG_MARITAL_MARRIED)
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s is not recorded as married. Correct the marital status first."),
                       pamong_record_text (life.people[i], PAMONG_RESIDENT_NAME));
          return FALSE;
        }
      pamong_record_set_int (life.people[i], PAMONG_RESIDENT_MARITAL_STATUS, DIVORCED);
      pamong_record_set_text (life.people[i], PAMONG_RESIDENT_DIVORCE_CERT, certificate);
      pamong_record_set_text (life.people[i], PAMONG_RESIDENT_DIVORCE_DATE, date);
    }
  if (leaver != NULL && !leave_home (&life, leaver, &made, error))
    return FALSE;
  event = put_event (&life, PAMONG_EVENT_DIVORCED, date, made != NULL ? made : old, old, papers, error);
  if (event == NULL || !finish (&life, event, made != NULL, error))
    return FALSE;
  if (family_uid != NULL)
    *family_uid = g_steal_pointer (&made);
  return TRUE;
}

gboolean
pamong_office_adopt_child (PamongOffice *office, const char *child, const char *family_uid, const char *date, const PamongPapers *papers, const char *reason,
                           GPtrArray **findings, GError **error)
{
  g_auto (Life) life = { NULL };
  g_autofree char *old = NULL;
  PamongRecord *event;

  if (!begin (&life, office, "family.adopt", reason, findings, error) || !pamong_act_date (life.act, date, error)
      || (life.people[0] = take_person (&life, child, error)) == NULL)
    return FALSE;
  old = g_strdup (pamong_record_text (life.people[0], PAMONG_RESIDENT_FAMILY_UID));
  if (g_strcmp0 (old, family_uid) == 0)
    return pamong_office_invalid (error, _("This person stands on that family card already."));
  if (pamong_record_int (life.people[0], PAMONG_RESIDENT_MARITAL_STATUS) > PAMONG_MARITAL_SINGLE)
    return pamong_office_invalid (error, _("Only an unmarried child is adopted. For others use joining a family card."));
  if (family_uid == NULL)
    return pamong_office_invalid (error, _("Choose the family that adopts the child."));
  if (!note_family (&life, family_uid, error))
    return FALSE;
  place (life.people[0], family_uid, PAMONG_SHDK_CHILD);
  event = put_event (&life, PAMONG_EVENT_ADOPTED, date, family_uid, old, papers, error);
  return event != NULL && finish (&life, event, TRUE, error);
}

gboolean
pamong_act_rename_parent (PamongAct *act, int field, const char *old, const char *number, GError **error)
{
  g_autoptr (GPtrArray) children = pamong_store_find (act->office->store, PAMONG_KIND_RESIDENT, field, old, error);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      g_autoptr (PamongRecord) child = pamong_act_get (act, PAMONG_KIND_RESIDENT, ((PamongRecord *) g_ptr_array_index (children, i))->uid, error);

      if (child == NULL)
        return FALSE;
      if (g_strcmp0 (pamong_record_text (child, field), old) != 0)
        continue;
      pamong_record_set_text (child, field, number);
      pamong_act_put (act, child);
    }
  return children != NULL;
}

gboolean
pamong_office_correct_nik (PamongOffice *office, const char *resident_uid, const char *nik, const char *reason, GPtrArray **findings, GError **error)
{
  g_auto (Life) life = { NULL };
  g_autofree char *number = pamong_nik_normalize (nik), *old = NULL;

  if (!begin (&life, office, "resident.nik", reason, findings, error) || (life.people[0] = take_person (&life, resident_uid, error)) == NULL)
    return FALSE;
  old = g_strdup (pamong_record_text (life.people[0], PAMONG_RESIDENT_NIK));
  if (number == NULL)
    return pamong_office_invalid (error, _("Type the right NIK, as on the KTP or the family card."));
  if (g_strcmp0 (old, number) == 0)
    return pamong_office_invalid (error, _("This NIK is recorded already. Type the right one."));
  pamong_record_set_text (life.people[0], PAMONG_RESIDENT_NIK, number);
  if (old != NULL && (!pamong_act_rename_parent (life.act, PAMONG_RESIDENT_FATHER_NIK, old, number, error)
                      || !pamong_act_rename_parent (life.act, PAMONG_RESIDENT_MOTHER_NIK, old, number, error)))
    return FALSE;
  return finish (&life, pamong_act_put_event (life.act, PAMONG_EVENT_NIK_CORRECTED, resident_uid, NULL), FALSE, error);
}
